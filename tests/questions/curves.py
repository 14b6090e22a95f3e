"""A picture of curves through points of right and false replies, on which no label hides anything."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parents[2] / "handlers" / "drawing" / "fonts"
_SIZE, _LEFT, _TOP, _WIDE, _TALL = (1100, 560), 90, 60, 640, 420
_COLOURS = ("#1f6feb", "#d1242f", "#1a7f37", "#8250df")
_DOT, _RING = 4, 9
_AROUND = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
_FARTHER = (12, 22, 34, 48)

Spot = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """What a value of a threshold makes of all questions."""

    value: float
    right: int
    missed: int
    false: int


@dataclass(frozen=True, slots=True)
class Curve:
    """The points of one threshold, by value; the ring is drawn around the present one."""

    label: str
    present: float
    points: list[Point]

    @property
    def labelled(self) -> list[Point]:
        """Both ends; what the ring says needs no words."""
        return [point for point in (self.points[0], self.points[-1]) if point.value != self.present]


class Scale:
    """Where a point of these curves lies in the picture."""

    def __init__(self, curves: list[Curve]) -> None:
        points = [point for curve in curves for point in curve.points]
        self.low, self.high = min(p.right for p in points) - 2, max(p.right for p in points) + 2
        self.left, self.right = min(p.false for p in points) - 1, max(p.false for p in points) + 1

    def place(self, point: Point) -> Spot:
        """Right replies upwards, false ones to the right."""
        across = (point.false - self.left) / (self.right - self.left)
        up = (point.right - self.low) / (self.high - self.low)
        return _LEFT + across * _WIDE, _TOP + (1 - up) * _TALL


def draw(curves: list[Curve], path: Path) -> None:
    """Right replies upwards, false ones to the right; the ring is the value in the code."""
    picture = Image.new("RGB", _SIZE, "white")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), 16)
    scale = Scale(curves)
    _frame(pen, font, scale)
    for at, curve in enumerate(curves):
        pen.line([scale.place(point) for point in curve.points], _COLOURS[at % len(_COLOURS)], 3)
        pen.text((_LEFT + _WIDE + 30, _TOP + 20 + 28 * at), curve.label, _COLOURS[at % len(_COLOURS)], font)
    for at, curve in enumerate(curves):
        for point in curve.points:
            (x, y), is_present = scale.place(point), point.value == curve.present
            size, colour = _RING if is_present else _DOT, _COLOURS[at % len(_COLOURS)]
            pen.ellipse((x - size, y - size, x + size, y + size), "white" if is_present else colour, colour, 3)
    for at, words, box in labels(curves, font):
        pen.text(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), words, _COLOURS[at % len(_COLOURS)], font, anchor="mm")
    picture.save(path, lossless=True)


def labels(curves: list[Curve], font: ImageFont.FreeTypeFont) -> list[tuple[int, str, Box]]:
    """Each end's curve, words and box: none lies on a dot, a ring or another, and few on a line."""
    scale = Scale(curves)
    taken = [_around(scale.place(point), _RING, _RING) for curve in curves for point in curve.points]
    lines = [spot for curve in curves for spot in _walk([scale.place(point) for point in curve.points])]
    found: list[tuple[int, str, Box]] = []
    for at, curve in enumerate(curves):
        for point in curve.labelled:
            words = f"{point.value:g}"
            box = _free(scale.place(point), font.getlength(words) + 4, taken, lines)
            taken.append(box)
            found.append((at, words, box))
    return found


def _frame(pen: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, scale: Scale) -> None:
    pen.rectangle((_LEFT, _TOP, _LEFT + _WIDE, _TOP + _TALL), outline="#d0d7de")
    pen.text((_LEFT, _TOP - 30), "right replies (upwards) against false ones (to the right)", "#24292f", font)
    for value in (scale.low, scale.high):
        y = scale.place(Point(0, value, 0, scale.left))[1]
        pen.text((_LEFT - 10, y), str(value), "#57606a", font, anchor="rm")
    for value in (scale.left, scale.right):
        x = scale.place(Point(0, scale.low, 0, value))[0]
        pen.text((x, _TOP + _TALL + 10), str(value), "#57606a", font, anchor="ma")


def _free(spot: Spot, wide: float, taken: list[Box], lines: list[Spot]) -> Box:
    """The nearest box beside the point that hides no dot or label, and of these the one that hides least of lines."""
    boxes = [_beside(spot, side, far, wide) for far in _FARTHER for side in _AROUND]
    free = [box for box in boxes if not any(_overlap(box, other) for other in taken)] or boxes
    return min(free, key=lambda box: sum(_overlap(box, (x, y, x, y)) for x, y in lines))


def _beside(spot: Spot, side: tuple[int, int], far: float, wide: float) -> Box:
    (x, y), (across, down) = spot, side
    return _around((x + across * (far + wide / 2), y + down * (far + 4)), wide / 2, 9)


def _around(spot: Spot, across: float, down: float) -> Box:
    return spot[0] - across, spot[1] - down, spot[0] + across, spot[1] + down


def _overlap(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _walk(spots: list[Spot]) -> list[Spot]:
    """Spots along the line, a pixel or two apart."""
    return [
        (a[0] + (b[0] - a[0]) * step / 400, a[1] + (b[1] - a[1]) * step / 400)
        for a, b in pairwise(spots)
        for step in range(401)
    ]
