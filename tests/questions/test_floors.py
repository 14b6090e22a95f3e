"""Floors: any loss is told, only betterment is kept."""

from tests.questions import floors

FLOOR = {"all": {"right": 90.0, "false": 1.0}}


def test_a_loss_is_told_by_row_and_measure():
    reached = {"all": {"right": 89.0, "false": 1.2}}
    assert list(floors.losses(FLOOR, reached)) == [
        "all: right is 89.0, was 90.0",
        "all: false is 1.2, was 1.0",
    ]


def test_the_same_and_the_better_are_no_loss():
    assert list(floors.losses(FLOOR, {"all": {"right": 90.0, "false": 0.5}})) == []


def test_a_row_without_a_floor_is_no_loss():
    assert list(floors.losses(FLOOR, {"kind date": {"right": 10.0}})) == []


def test_raising_keeps_the_better_of_both():
    assert floors.raised(FLOOR, {"all": {"right": 92.0, "false": 1.5}}) == {"all": {"right": 92.0, "false": 1.0}}


def test_raising_keeps_rows_that_were_not_measured():
    assert floors.raised(FLOOR, {"kind date": {"right": 50.0}}) == FLOOR | {"kind date": {"right": 50.0}}


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "floors.json"
    floors.save({"city": FLOOR, "office": FLOOR}, path)
    assert floors.load(path) == {"city": FLOOR, "office": FLOOR}


def test_a_recall_a_point_lower_is_a_loss():
    assert list(floors.losses({"documents": {"recall": 0.96}}, {"documents": {"recall": 0.95}}))
