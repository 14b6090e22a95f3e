"""Right against false replies by threshold: one threshold moved at a time, questions typed exactly.

    python -m tests.questions.thresholds PICTURE.webp [SET_DIR…]

Prints a table for docs/accuracy.md and draws the curves: each threshold's way from false replies to missed ones.
"""

import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click

from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from tests.questions import tally
from tests.questions.ablation import ask_in_process
from tests.questions.curves import Curve, Point, draw
from tests.questions.grading import level
from tests.questions.sets import QuestionSet, load_set, question_sets


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold in the code, and the values that it is tried with."""

    module: str
    name: str
    values: tuple[float, ...]

    @property
    def label(self) -> str:
        """How the docs call it."""
        return f"{self.module.rpartition('.')[2]}.{self.name}"

    @property
    def present(self) -> float:
        """The value in the code."""
        return float(getattr(import_module(self.module), self.name))


THRESHOLDS = (
    Threshold("knowledge.asking.figures.meant", "THRESHOLD", (0.4, 0.5, 0.62, 0.75, 0.85)),
    Threshold("knowledge.asking.figures.meant", "MARGIN", (0.0, 0.05, 0.09, 0.15, 0.25)),
    Threshold("knowledge.asking.sentences.telling", "_THRESHOLD", (0.5, 0.65, 0.8, 0.9)),
    Threshold("knowledge.asking.about_documents.finding", "_NAMED_THRESHOLD", (0.5, 0.65, 0.8, 0.95)),
)


def measure(threshold: Threshold, sets: list[tuple[QuestionSet, Asker, list[str]]]) -> list[Point]:
    """A point for each value; the code's own value is put back."""
    module, kept = import_module(threshold.module), threshold.present
    points = []
    try:
        for value in threshold.values:
            setattr(module, threshold.name, value)
            rows = [tally.count(ask_in_process(one, asker, texts, ("exact",))) for one, asker, texts in sets]
            right, missed, false = (sum(getattr(row, part) for row in rows) for part in ("right", "missed", "false"))
            points.append(Point(value, right, missed, false))
            click.echo(f"{threshold.label} {value}: {right} right, {missed} missed, {false} false", err=True)
    finally:
        setattr(module, threshold.name, kept)
    return points


def main(path: Path, folders: list[str]) -> None:
    """Print the table and draw the curves."""
    sets = []
    for folder in folders or question_sets():
        one = load_set(Path(folder))
        asker = Asker.of(PublishedReport(i, read_file(report)) for i, report in enumerate(one.reports, 1))
        sets.append((one, asker, [level(text) for text in one.sources().values()]))
    curves = {threshold: measure(threshold, sets) for threshold in THRESHOLDS}
    click.echo("| Threshold | Value | Right | Missed | False |\n|---|---|---|---|---|")
    for threshold, curve in curves.items():
        for point in curve:
            value = f"**{point.value:g}**" if point.value == threshold.present else f"{point.value:g}"
            click.echo(f"| `{threshold.label}` | {value} | {point.right} | {point.missed} | {point.false} |")
    draw([Curve(one.label, one.present, points) for one, points in curves.items()], path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
