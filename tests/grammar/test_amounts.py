"""Amounts, states and dates in the reader's language."""

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grammar.amounts import name_amount, name_state, name_unit, unit_names, write_amount, write_difference
from knowledge.grammar.concepts import concept_names
from knowledge.grammar.dates import find_dates, format_date
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import format_decimal

# Sets of dossiers in one report and ministries in another: the Vietnamese word is kept.
AMBIGUOUS = {"bộ"}
# What the number itself carries: "14,6 tỷ" is "14.6 billion".
SCALES = {"triệu đồng", "tỷ đồng", "tỉ đồng", "nghìn đồng", "ngàn đồng", "tỷ", "triệu"}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("5.436 hồ sơ", "5,436 dossiers"),
        ("5.873", "5,873"),
        ("1 hồ sơ", "1 dossier"),
        ("03 văn bản", "3 documents"),
        ("32,93%", "32.93%"),
        ("99,50 %", "99.50%"),
        ("14,6 tỷ đồng", "14.6 billion VND"),
        ("2 tỷ 500 triệu đồng", "2.5 billion VND"),
        ("1,1 triệu hồ sơ", "1.1 million dossiers"),
        ("hơn 61,3 ngàn hồ sơ", "more than 61.3 thousand dossiers"),
        ("3.475/3.480 hồ sơ", "3,475/3,480 dossiers"),
        ("9/63", "9/63"),
        ("1.234.567,89 đồng", "1,234,567.89 VND"),
        ("12 TTHC", "12 administrative procedures"),
        ("1.240 gốc cây", "1,240 gốc cây"),
        ("chưa rõ", "chưa rõ"),
    ],
)
def test_an_amount_is_told_in_english(written: str, told: str):
    assert name_amount(written, language="en") == told


def test_in_vietnamese_an_amount_stays_as_the_report_writes_it():
    assert name_amount("03 văn bản") == "03 văn bản"


def test_every_unit_has_an_english_name():
    units = tomllib.loads((files("knowledge.vocabulary") / "units.toml").read_text("utf-8"))
    named = {unit for kind, own in units.items() if kind != "english" for unit in own}
    assert named - SCALES - AMBIGUOUS == {unit for unit in named if unit in unit_names()}


def test_a_unit_without_a_name_stays_vietnamese():
    assert (name_unit("bộ"), name_unit("hồ sơ")) == ("bộ", "dossiers")


def test_every_label_of_a_figure_has_an_english_name():
    assert all(english and english.isascii() for _, english in concept_names().values())


@pytest.mark.parametrize(
    ("written", "told"), [("Đang thực hiện", "Under way"), ("Chờ Bộ cho ý kiến", "Chờ Bộ cho ý kiến")]
)
def test_a_state_is_told_in_english_where_it_has_a_name(written: str, told: str):
    assert (name_state(written, language="en"), name_state(written)) == (told, written)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_a_number_in_english_is_the_number_in_vietnamese_with_its_signs_changed(value):
    assert name_amount(format_decimal(value), language="en") == format_decimal(value, language="en")


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_in_english_is_read_back(day: date):
    assert [found.day for found in find_dates(fold(format_date(day, language="en")))] == [day]


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (2_500_000_000, "tỷ đồng", "2,5 tỷ đồng"),
        (300_000_000, "tỷ 500 triệu đồng", "0,3 tỷ đồng"),
        (1200, "nghìn hồ sơ", "1,2 nghìn hồ sơ"),
        (452, "hồ sơ", "452 hồ sơ"),
        (452, "", "452"),
    ],
)
def test_an_amount_is_written_in_the_scale_of_its_unit(value: int, unit: str, written: str):
    assert write_amount(Decimal(value), unit) == written


@pytest.mark.parametrize(("told", "by"), [("17,1 tỷ đồng", "0,9 tỷ đồng"), ("17.100.000.000 đồng", "900.000.000")])
def test_what_an_amount_changed_by_is_in_its_own_scale(told: str, by: str):
    assert write_difference(Decimal(900_000_000), told) == by
