"""The picture of thresholds can be read."""

from itertools import combinations
from pathlib import Path

from PIL import Image, ImageFont

from tests.questions.curves import FONTS, Curve, Point, Scale, draw, labels

# As measured on 26 November 2026: three curves end beside the one ring.
CURVES = [
    Curve("first", 0.62, [Point(0.4, 6682, 298, 22), Point(0.62, 6674, 313, 15), Point(0.85, 6592, 394, 16)]),
    Curve("second", 0.09, [Point(0.0, 6672, 303, 27), Point(0.09, 6674, 313, 15), Point(0.25, 6671, 314, 17)]),
    Curve("third", 0.8, [Point(0.5, 6683, 292, 27), Point(0.8, 6674, 313, 15), Point(0.9, 6671, 316, 15)]),
    Curve("fourth", 0.8, [Point(0.5, 6677, 305, 20), Point(0.8, 6674, 313, 15), Point(0.95, 6673, 314, 15)]),
]
FONT = ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), 16)


def test_no_label_lies_on_another() -> None:
    boxes = [box for _, _, box in labels(CURVES, FONT)]
    assert len(boxes) == 8
    assert all(a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1] for a, b in combinations(boxes, 2))


def test_no_label_lies_on_a_point() -> None:
    scale = Scale(CURVES)
    spots = [scale.place(point) for curve in CURVES for point in curve.points]
    boxes = [box for _, _, box in labels(CURVES, FONT)]
    assert not [(x, y) for x, y in spots for a, b, c, d in boxes if a <= x <= c and b <= y <= d]


def test_the_picture_is_drawn(tmp_path: Path) -> None:
    draw(CURVES, tmp_path / "curves.webp")
    with Image.open(tmp_path / "curves.webp") as picture:
        assert picture.size == (1100, 560)
