"""Document symbols are read as rules write them and as registers and phones do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grammar.folding import compose
from knowledge.grammar.symbols import SymbolMention, find_symbols, fold_symbol


def symbols(text: str) -> list[SymbolMention]:
    return list(find_symbols(text))


@pytest.mark.parametrize(
    ("text", "number", "symbol"),
    [
        ("Quyết định số 192/QĐ-UBND ngày", "192", "QĐ-UBND"),
        ("Kế hoạch ứng dụng số 58/VPUBND-TTĐT về", "58", "VPUBND-TTĐT"),
        ("Quyết định 16/2021/QĐ-UBND của tỉnh", "16", "QĐ-UBND"),
        ("Nghị định số 61/2018/NĐ-CP", "61", "NĐ-CP"),
        ("Nghị quyết số 18-NQ/TW ngày", "18", "NQ/TW"),
        ("Kết luận số 64-KL/TW", "64", "KL/TW"),
        ("Quyết định số 30c/QĐ-TTg", "30c", "QĐ-TTg"),
        ("Thông tư liên tịch số 5/2014/TTLT-BNV-BTP", "5", "TTLT-BNV-BTP"),
        ("Nghị quyết số 595/NQ-UBTVQH14", "595", "NQ-UBTVQH14"),
        ("số 07/BC-VPUBND", "07", "BC-VPUBND"),
        ("số 27/TTr-SNV", "27", "TTr-SNV"),
        ("Luật số 80/2015/QH13", "80", "QH13"),
        ("Số: 31/BC-UBND — Ea Lốp, ngày", "31", "BC-UBND"),
        ("Số: 31/BC-UBND – Lâm Khê, ngày", "31", "BC-UBND"),
        ("số 31/BC-UBND - Lâm Khê, ngày", "31", "BC-UBND"),
        ("Số: 31/BC-UBND - Pá Hin, ngày", "31", "BC-UBND"),
        ("số 31/QĐ - TTg ngày", "31", "QĐ - TTg"),
        ("số 608 /UBND - VX ngày", "608", "UBND - VX"),
    ],
)
def test_number_and_letters_are_told_apart(text, number, symbol):
    assert [(m.number, m.symbol) for m in symbols(text)] == [(number, symbol)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("192/QĐ-UBND", "Quyết định"),
        ("45/KH-UBND", "Kế hoạch"),
        ("18-NQ/TW", "Nghị quyết"),
        ("07/CT-TTg", "Chỉ thị"),
        ("27/TTr-SNV", "Tờ trình"),
        ("61/2018/NĐ-CP", "Nghị định"),
        ("88/UBND-KSTT", "Công văn"),
        ("12/TB-VPUBND", "Thông báo"),
        ("QÐ".join(("9/", "-UBND")), "Quyết định"),
    ],
)
def test_a_symbol_says_its_type_and_without_one_it_is_a_letter(text, kind):
    assert [m.type for m in symbols(text)] == [kind]


@pytest.mark.parametrize(
    "written",
    [
        "192/QĐ-UBND",
        "192/QÐ-UBND",  # eth for đ
        "192/QD-UBND",
        "192/QDD-UBND",  # a keyboard without its input method
        "192/QĐ_UBND",
        "192/QĐ - UBND",
        "192 / QĐ-UBND",
        "192/QĐ–UBND",  # an en dash
        "192/QĐ‑UBND",  # a hyphen that does not break
    ],
)
def test_however_it_is_written_it_is_the_same_document(written):
    assert [m.key for m in symbols(f"theo Quyết định số {written} ngày 02/3/2020")] == [("192", "qd-ubnd")]


def test_without_its_hyphen_a_symbol_is_still_found():
    (mention,) = symbols("Quyết định số 192/QĐUBND ngày 02/3/2020")
    assert (mention.number, mention.written) == ("192", "192/QĐUBND")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("các Quyết định số 12, 13 và 15/QĐ-UBND", ["12", "13", "15"]),
        ("Quyết định số 12 và 15/QĐ-UBND", ["12", "15"]),
        ("các Kế hoạch số 101, 102, 103/KH-UBND", ["101", "102", "103"]),
    ],
)
def test_numbers_of_a_list_share_the_symbol_after_them(text, numbers):
    found = symbols(text)
    assert [m.number for m in found] == numbers
    assert len({m.key[1] for m in found}) == 1


def test_each_number_of_a_list_stands_at_its_own_place():
    text = "các Quyết định số 12, 13 và 15/QĐ-UBND"
    assert [text[m.start : m.end] for m in symbols(text)] == ["12", "13", "15/QĐ-UBND"]


def test_the_year_inside_a_symbol_is_its_year():
    assert [(m.number, m.year) for m in symbols("Quyết định số 16/2021/QĐ-UBND và số 9/QĐ-UBND")] == [
        ("16", 2021),
        ("9", None),
    ]


@pytest.mark.parametrize("text", ["Quyết định số 7/QĐ-UBND - về việc", "(7/QĐ-UBND)", "7/QĐ-UBND, 8", "7/QĐ-UBND."])
def test_a_symbol_ends_with_its_capitals(text):
    assert [m.written for m in symbols(text)] == ["7/QĐ-UBND"]


@pytest.mark.parametrize(
    "text",
    ["ngày 25/02/2019", "9/63 tỉnh", "quý I/2019", "12/năm", "3/4 nhiệm vụ", "24/7", "Tổ 5/khu phố 3", "192", "A4/B5"],
)
def test_dates_ratios_and_words_are_no_symbols(text):
    assert symbols(text) == []


def test_the_longer_number_is_not_the_shorter():
    assert [m.number for m in symbols("Quyết định số 1192/QĐ-UBND")] == ["1192"]


CODES = st.sampled_from(["QĐ", "KH", "BC", "CT", "TB", "TTr", "CTr", "GM"])
BODIES = st.sampled_from(["UBND", "HĐND", "VPUBND", "SNV", "STTTT", "TTg", "BNV"])


@given(st.integers(1, 99999), CODES, BODIES, st.sampled_from(["", "2015/", "2024/"]))
def test_every_symbol_is_found_whole_in_a_sentence(number, code, body, year):
    written = f"{number}/{year}{code}-{body}"
    text = f"Theo văn bản số {written} ngày 03/4/2024 của cơ quan"
    (mention,) = symbols(text)
    assert (mention.written, text[mention.start : mention.end]) == (written, written)


@given(CODES, BODIES, st.sampled_from(["-", "_", " - ", "–", " -", ". "]))
def test_a_folded_symbol_does_not_depend_on_what_joins_it(code, body, join):
    assert fold_symbol(f"{code}{join}{body}") == fold_symbol(f"{code}-{body}")


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text):
    composed = compose(text)
    assert all(composed[m.start : m.end] == m.written or m.number for m in symbols(composed))
