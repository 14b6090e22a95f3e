"""How much of a report was read, and how much of what was read is true: precision and recall against gold.

A gold file says by hand what a report holds: its documents, figures and tasks.  Every sample has one, and so
have some reports of the question sets.  An entry that is `optional` may be read or not; it counts neither way.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.facts import Reading
from tests.questions import gold_fields as fields
from tests.questions.sets import HERE, SAMPLES

FOLDER = HERE / "gold"


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of what is there, what was wrongly read, and each fault as a sentence."""

    found: int
    expected: int
    read: int
    faults: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share of what was read that is true; 1 where nothing was read."""
        return round(self.found / self.read, 3) if self.read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was read; 1 where nothing is there."""
        return round(self.found / self.expected, 3) if self.expected else 1.0


def score(reading: Reading, gold: dict[str, Any]) -> dict[str, Score]:
    """The scores of the report's own data, its documents, figures and tasks."""
    figures = [figure for statement in reading.statements for figure in statement.figures]
    tasks = [statement.task for statement in reading.statements if statement.task]
    return {
        "report": score_report(reading, gold["report"]),
        "documents": match(
            gold["documents"], fields.documents(reading), fields.document_faults, fields.is_same_document
        ),
        "figures": match(gold["figures"], figures, fields.figure_faults, fields.has_same_value),
        "tasks": match(gold["tasks"], tasks, fields.task_faults, fields.has_words),
    }


def reports() -> Iterator[Path]:
    """Every report that has gold: the samples first, then those of the question sets."""
    files = [*sorted(SAMPLES.iterdir()), *sorted(HERE.glob("*/reports/*"))]
    return (path for path in files if (FOLDER / f"{path.stem}.json").exists())


def load(name: str) -> dict[str, Any]:
    """The gold of a report, by the stem of its file name."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def match(
    gold: Sequence[dict],
    read: Sequence[Any],
    faults: Callable[[dict, Any], list[str]],
    is_near: Callable[[dict, Any], bool],
) -> Score:
    """Pair every gold entry with one thing read that is without fault; optional entries come last."""
    left, found, wrong, allowed = list(read), 0, [], 0
    for entry in sorted(gold, key=lambda entry: bool(entry.get("optional"))):
        near = [thing for thing in left if is_near(entry, thing)]
        right = next((thing for thing in near if not faults(entry, thing)), None)
        if entry.get("optional"):
            left = [thing for thing in left if thing not in near]
            allowed += len(near)
        elif right is not None:
            left.remove(right)
            found += 1
        else:
            wrong.append(f"not read: {brief(entry)} {[faults(entry, thing) for thing in near][:2]}")
    expected = sum(1 for entry in gold if not entry.get("optional"))
    return Score(found, expected, len(read) - allowed, (*wrong, *(f"not there: {thing}" for thing in left)))


def brief(entry: dict) -> str:
    """The entry in a few words."""
    return " ".join(str(value) for value in entry.values())


def score_report(reading: Reading, gold: dict[str, Any]) -> Score:
    """The fields of the report that the gold names; a field read otherwise is a fault."""
    said = fields.report_fields(reading.report)
    faults = [
        f"{name} is {said[name]!r}, not {wanted!r}"
        for name, wanted in gold.items()
        if not fields.agrees(wanted, said[name])
    ]
    return Score(
        found=len(gold) - len(faults),
        expected=len(gold),
        read=sum(1 for name, wanted in gold.items() if said[name] or wanted is None),
        faults=tuple(faults),
    )
