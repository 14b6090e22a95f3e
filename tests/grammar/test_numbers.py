"""Numbers are read exactly, in every form that reports and phones have."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import Number, find_numbers, format_decimal, parse_decimal


def numbers(text: str) -> list[Number]:
    return list(find_numbers(fold(text)))


def values(text: str) -> list[Decimal]:
    return [number.value for number in numbers(text)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4.984", "4984"),
        ("268763", "268763"),
        ("1.234.567", "1234567"),
        ("32,93", "32.93"),
        ("1.234,5", "1234.5"),
        ("8, 12%", "8.12"),
        ("32,93 %", "32.93"),
        ("03 phòng", "3"),
        ("1,1 triệu", "1100000"),
        ("61,3 ngàn HS", "61300"),
        ("7 nghìn hồ sơ", "7000"),
        ("2 tỷ 350 triệu đồng", "2350000000"),
        ("2 tỉ đồng", "2000000000"),
        ("90.4", "90.4"),  # a point before fewer than three digits can only begin decimals
    ],
)
def test_a_number_has_its_exact_value(written, value):
    assert values(written) == [Decimal(value)]


def test_of_a_ratio_the_whole_is_kept():
    (ratio,) = numbers("xếp 9/63 tỉnh")
    assert (ratio.value, ratio.whole) == (9, 63)


def test_of_a_large_ratio_the_whole_is_kept():
    (ratio,) = numbers("1.104/1.150 phiếu")
    assert (ratio.value, ratio.whole) == (1104, 1150)


@pytest.mark.parametrize("word", ["hơn", "gần", "khoảng", "trên", "xấp xỉ", "ước đạt"])
def test_a_number_after_such_a_word_is_approximate(word):
    (number,) = numbers(f"đạt {word} 84,5 triệu")
    assert (number.value, number.is_approximate) == (84_500_000, True)


@pytest.mark.parametrize("words", ["tiếp nhận 84", "tiết kiệm được 84", "thôn 84", "ngàn 84"])
def test_a_number_as_such_is_not_approximate(words):
    assert not numbers(words)[-1].is_approximate


def test_a_percent_says_so():
    assert [n.is_percent for n in numbers("75,5% của 812 hồ sơ")] == [True, False]


def test_the_place_of_a_number_holds_its_percent_sign_and_scale():
    text = "chi 1,2 tỷ đồng, đạt 91 %"
    assert [text[n.start : n.end] for n in numbers(text)] == ["1,2 tỷ", "91 %"]


def test_numbers_come_in_order():
    assert values("nhận 1.020 hồ sơ: 700 trực tuyến, 320 tại quầy") == [1020, 700, 320]


@pytest.mark.parametrize("text", ["KSTT2", "v1.2.3", "mã H21.05-19"])
def test_digits_inside_a_code_are_no_number(text):
    assert Decimal(2) not in values(text)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_what_is_formatted_reads_back(value):
    assert parse_decimal(format_decimal(value)) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_a_formatted_count_is_found_whole_in_a_sentence(value):
    written = format_decimal(Decimal(value))
    sentence = f"tiếp nhận {written} hồ sơ"
    (found,) = numbers(sentence)
    assert (found.value, sentence[found.start : found.end]) == (value, written)


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text):
    assert all(number.value >= 0 for number in numbers(text))


@pytest.mark.parametrize(
    ("value", "written"),
    [("4984", "4.984"), ("32.930", "32,93"), ("1234567.5", "1.234.567,5"), ("-452", "-452"), ("1000000", "1.000.000")],
)
def test_numbers_are_shown_in_vietnamese_form(value, written):
    assert format_decimal(Decimal(value)) == written


def test_fixed_places_are_rounded_and_kept():
    assert format_decimal(Decimal("9.0710"), places=2) == "9,07"
    assert format_decimal(Decimal("65"), places=2) == "65,00"


@pytest.mark.parametrize("written", ["13 trên tổng số 28 nhiệm vụ", "13 trong số 28 xã", "13 trong tổng số 28 thôn"])
def test_so_many_of_so_many_may_be_said_in_words(written):
    (ratio,) = numbers(written)
    assert (ratio.value, ratio.whole) == (13, 28)
