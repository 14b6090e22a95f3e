"""The floors: what was last reached, by set and row; a loss fails the measuring.

`floors.json` holds, by set, the share of right and of false replies of every row, and the figures of the day
a set was first run.  Lowering a floor is an edit by hand, with its reason in the commit.
"""

import json
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")
Scores = dict[str, dict[str, float]]  # by row: {"right": 97.0, "false": 0.4}, or {"precision": …, "recall": …}
COSTS = frozenset({"false"})  # of these less is better
TOLERANCE = 0.05  # percents are rounded to one decimal place
READING_TOLERANCE = 0.0005  # precision and recall, from 0 to 1, to three
READING = frozenset({"precision", "recall"})


def load(path: Path = FILE) -> dict[str, Scores]:
    """The floors by set; none where there is no file yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def save(floors: dict[str, Scores], path: Path = FILE) -> None:
    """Write the floors, one row a line."""
    blocks = []
    for name, scores in sorted(floors.items()):
        rows = [f"    {json.dumps(row)}: {json.dumps(scores[row])}" for row in scores]
        blocks.append(f"  {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n  }")
    path.write_text("{\n" + ",\n".join(blocks) + "\n}\n", encoding="utf-8")


def losses(floor: Scores, reached: Scores) -> Iterator[str]:
    """Each score that is worse than its floor, as a sentence."""
    for row, scores in reached.items():
        for measure, score in scores.items():
            least = floor.get(row, {}).get(measure)
            if least is not None and is_worse(measure, score, least):
                yield f"{row}: {measure} is {score}, was {least}"


def is_worse(measure: str, score: float, floor: float) -> bool:
    """Whether the score lies on the wrong side of its floor."""
    tolerance = READING_TOLERANCE if measure in READING else TOLERANCE
    return score > floor + tolerance if measure in COSTS else score < floor - tolerance


def raised(floor: Scores, reached: Scores) -> Scores:
    """The floor with every score that was bettered; rows not measured now keep theirs."""
    better = {
        row: {
            measure: score if measure not in floor.get(row, {}) else best(measure, score, floor[row][measure])
            for measure, score in scores.items()
        }
        for row, scores in reached.items()
    }
    return floor | better


def best(measure: str, score: float, floor: float) -> float:
    """The better of both."""
    return min(score, floor) if measure in COSTS else max(score, floor)
