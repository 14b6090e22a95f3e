"""Right against false replies by threshold: one threshold moved at a time, questions typed exactly.

    python -m tests.questions.thresholds PICTURE.webp [SET_DIR…]

Prints a table for docs/answering.md and draws the curves: each threshold's way from false replies to missed ones.
"""

import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click
from PIL import Image, ImageDraw, ImageFont

from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from tests.questions import tally
from tests.questions.ablation import ask_in_process
from tests.questions.grading import level
from tests.questions.sets import QuestionSet, load_set, question_sets

FONTS = Path(__file__).parents[2] / "handlers" / "drawing" / "fonts"
_SIZE, _LEFT, _TOP, _WIDE, _TALL = (1100, 560), 90, 60, 640, 420
_COLOURS = ("#1f6feb", "#d1242f", "#1a7f37", "#8250df")


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
    Threshold("knowledge.asking.meant", "THRESHOLD", (0.4, 0.5, 0.62, 0.75, 0.85)),
    Threshold("knowledge.asking.meant", "MARGIN", (0.0, 0.05, 0.09, 0.15, 0.25)),
    Threshold("knowledge.asking.telling", "_THRESHOLD", (0.5, 0.65, 0.8, 0.9)),
    Threshold("knowledge.asking.about_documents.finding", "_NAMED_THRESHOLD", (0.5, 0.65, 0.8, 0.95)),
)


@dataclass(frozen=True, slots=True)
class Point:
    """What a value of a threshold makes of all questions."""

    value: float
    right: int
    missed: int
    false: int


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


def draw(curves: dict[Threshold, list[Point]], path: Path) -> None:
    """Right replies upwards, false ones to the right; the ring is the value in the code."""
    picture = Image.new("RGB", _SIZE, "white")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(str(next(FONTS.glob("*.ttf"))), 16)
    points = [point for curve in curves.values() for point in curve]
    low, high = min(p.right for p in points) - 2, max(p.right for p in points) + 2
    left, right = min(p.false for p in points) - 1, max(p.false for p in points) + 1

    def place(point: Point) -> tuple[float, float]:
        across, up = (point.false - left) / (right - left), (point.right - low) / (high - low)
        return _LEFT + across * _WIDE, _TOP + (1 - up) * _TALL

    pen.rectangle((_LEFT, _TOP, _LEFT + _WIDE, _TOP + _TALL), outline="#d0d7de")
    pen.text((_LEFT, _TOP - 30), "right replies (upwards) against false ones (to the right)", "#24292f", font)
    for value in (low, high):
        pen.text((_LEFT - 10, place(Point(0, value, 0, left))[1]), str(value), "#57606a", font, anchor="rm")
    for value in (left, right):
        pen.text((place(Point(0, low, 0, value))[0], _TOP + _TALL + 10), str(value), "#57606a", font, anchor="ma")
    for at, (threshold, curve) in enumerate(curves.items()):
        colour = _COLOURS[at % len(_COLOURS)]
        pen.line([place(point) for point in curve], colour, 3)
        for point in curve:
            x, y = place(point)
            size = 9 if point.value == threshold.present else 4
            pen.ellipse((x - size, y - size, x + size, y + size), "white" if size > 4 else colour, colour, 3)
        present = next((place(point) for point in curve if point.value == threshold.present), None)
        for x, y, end in ((*place(end), end) for end in (curve[0], curve[-1])):
            if (x, y) != present:
                pen.text((x + 10, y - 9), f"{end.value:g}", colour, font)
        pen.text((_LEFT + _WIDE + 30, _TOP + 20 + 28 * at), threshold.label, colour, font)
    picture.save(path, lossless=True)


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
    draw(curves, path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
