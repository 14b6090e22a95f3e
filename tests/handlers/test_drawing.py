"""Pictures of hard data: nothing runs over the edge of the sheet, names do not touch, and the source is there."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from handlers.drawing import Bar, Chart, DueState, Month, draw
from handlers.drawing.chart import labels_of
from handlers.drawing.paper import MARGIN, WIDTH, font
from handlers.layout.calendar import state_of
from handlers.layout.pictured import MOST_STEPS, life_of
from handlers.words import Catalogue
from knowledge.answers import Quote
from knowledge.briefing.deadlines import find_deadlines
from knowledge.briefing.life import Life, Step
from knowledge.facts import Role
from tests.briefing.samples import LONG_AFTER, library

LONG = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính thuộc Văn phòng Ủy ban nhân dân thành phố Hưng Hòa"
NAMES = ("quý II/2019", "6 tháng đầu năm 2019", "9 tháng đầu năm 2019", "năm 2019", "tháng 12/2019")
WRITTEN = ("0", "4.984", "32,93%", "1.234.567.890.123", "-452", "")
bars = st.lists(
    st.builds(Bar, st.sampled_from(NAMES), st.sampled_from(WRITTEN), st.integers(-(10**12), 10**12).map(float)),
    min_size=1,
    max_size=12,
).map(tuple)


def is_blank_around(png: bytes) -> bool:
    """Whether the outermost ten pixels on all four sides are empty."""
    image = Image.open(BytesIO(png)).convert("L")
    width, height = image.size
    strips = ((0, 0, 10, height), (width - 10, 0, width, height), (0, 0, width, 10), (0, height - 10, width, height))
    return all(image.crop(strip).getextrema()[0] > 250 for strip in strips)


def life(steps: int) -> Life:
    """A document that so many reports speak of at length."""
    told = [
        Step(Role.IMPLEMENTED, date(2019, 1 + n % 12, 1 + n // 12), None, "", Quote(n, f"{n}/BC {LONG}", "", LONG * 2))
        for n in range(steps)
    ]
    return Life(f"Kế hoạch {LONG}", LONG * 2, tuple(told), date(2019, 12, 31))


@settings(max_examples=15, deadline=None)
@given(bars)
def test_no_column_name_or_value_runs_over_the_edge(columns: tuple[Bar, ...]):
    source = "Nguồn: " + "; ".join(f"{n}/BC-VPUBND (25/02/2019)" for n in range(12))
    assert is_blank_around(draw(Chart(LONG, LONG, columns, source)))


@given(bars)
def test_the_names_of_columns_do_not_touch(columns: tuple[Bar, ...]):
    labels = labels_of(columns)
    room = (WIDTH - 2 * MARGIN) / len(columns) * labels.step
    assert all(font(labels.name_size).getlength(line) < room for lines in labels.names for line in lines)


def test_a_name_is_broken_between_words():
    assert labels_of(tuple(Bar(NAMES[2], "1", 1.0) for _ in range(9))).names[0] == ("9 tháng đầu", "năm 2019")


def test_the_longest_life_ends_on_the_sheet():
    picture = life_of(life(30), Catalogue().words("vi"), is_late=True)
    assert is_blank_around(draw(picture))


def test_a_long_life_keeps_its_first_and_newest_steps_and_says_how_many_are_between():
    steps = life_of(life(30), Catalogue().words("vi"), is_late=True).steps
    shown = [step.what for step in steps if step.is_gap]
    assert (steps[0].day, steps[-1].day, shown, len(steps)) == (
        "01/01/2019",
        "31/12/2019",
        ["… và 21 mục nữa."],
        MOST_STEPS + 1,
    )


def month(*marks: tuple[int, DueState]) -> Month:
    """A month with these marks and nothing told below."""
    return Month("Lịch", "", 2026, 6, tuple("1234567"), (), marks, "", "Nguồn")


@pytest.mark.parametrize("count", [1, 3, 4, 6, 120])
def test_the_marks_of_a_day_stay_in_its_box(count: int):
    # The 30th of June 2026 is a Tuesday of the last week: to its right nothing is drawn.
    full, empty = (
        Image.open(BytesIO(draw(month(*marks)))).convert("L") for marks in ([(30, DueState.LATE)] * count, [])
    )
    changed = ImageChops.difference(full, empty).point(lambda value: 255 * (value > 60)).getbbox()
    width = (WIDTH - 2 * MARGIN) / 7
    assert changed is not None
    assert MARGIN + width < changed[0]
    assert changed[2] < MARGIN + 2 * width - 2


def test_more_marks_than_a_day_holds_are_counted():
    assert draw(month(*[(30, DueState.LATE)] * 6)) != draw(month(*[(30, DueState.LATE)] * 7))


def test_a_task_whose_day_has_passed_is_of_unknown_state_and_no_other():
    states = {one.name: state_of(one, LONG_AFTER) for one in find_deadlines(library())}
    assert states["Trình UBND tỉnh ban hành Quy chế xin lỗi"] is DueState.UNKNOWN
    assert states["Công văn 6543/UBND-KSTT"] is DueState.LATE


def test_a_task_whose_day_is_yet_to_come_is_open():
    states = {one.name: state_of(one, date(2019, 6, 1)) for one in find_deadlines(library())}
    assert states["Trình UBND tỉnh ban hành Quy chế xin lỗi"] is DueState.OPEN
