"""What a register's clerk did not mean is named, and kept as written."""

from datetime import date

import pytest

from knowledge.importing.files import read_file
from knowledge.importing.register_faults import RowFault, find_row_faults, is_regular
from tests.house import ROOT
from tests.importing.pages import NEWS, read

TODAY = date(2021, 12, 31)
HEAD = "SỔ VĂN BẢN CỦA SỞ NỘI VỤ TỈNH HƯNG HÒA\nSố ký hiệu\tNgày ban hành\tTrích yếu\n5/KH-SNV\t02/03/2021\tkiểm tra\n"


def faults(*rows: str) -> list[tuple[RowFault, str]]:
    return [(row.fault, row.written) for row in find_row_faults(read(HEAD + "\n".join(rows) + "\n"), TODAY)]


def test_a_register_in_order_has_none():
    assert faults("192/QĐ-UBND\t18/02/2021\tquy chế", "193/UBND-NC\t19/02/2021\ttiếp dân") == []


def test_a_report_has_none():
    assert find_row_faults(read(NEWS + "Ban hành Quyết định 192/QĐUBND."), TODAY) == ()


@pytest.mark.parametrize(
    "symbol",
    [
        "192/QĐ-UBND",
        "16/2021/QĐ-UBND",
        "1707/UBND-NC",
        "139-TB/TU",
        "18-NQ/TW",
        "30c/NQ-CP",
        "12/TTr-SNV",
        "7/NQ-HĐND8",
    ],
)
def test_a_symbol_by_the_rules_is_regular(symbol):
    assert is_regular(symbol)


@pytest.mark.parametrize(
    "symbol",
    ["192/QÐ-UBND", "192 /QĐ-UBND", "192/ QĐ-UBND", "192 QĐ-UBND", "192/QĐ_UBND", "192/QD-UBND", "192/QĐ-UBNND", "251-BCĐ",
     "26/KH-BCĐ (138)", "192/qđ-ubnd"],
)  # fmt: skip
def test_a_symbol_that_is_not_is_malformed(symbol):
    assert not is_regular(symbol)


def test_a_malformed_symbol_is_named_as_written():
    assert faults("192/QĐ_UBND\t18/02/2021\tquy chế") == [(RowFault.MALFORMED_SYMBOL, "192/QĐ_UBND")]


def test_a_row_without_a_number_is_named_by_its_words():
    assert faults("\t18/02/2021\tdiệt lăng quăng") == [(RowFault.NO_NUMBER, "| 18/02/2021 | diệt lăng quăng")]


@pytest.mark.parametrize("day", ["31/02/2021", "18/02/1021", "18/02/2022"])
def test_a_date_that_cannot_be_is_named(day):
    assert faults(f"192/QĐ-UBND\t{day}\tquy chế") == [(RowFault.IMPOSSIBLE_DATE, f"192/QĐ-UBND ({day})")]


@pytest.mark.parametrize("day", ["45/13/2021", "31/11/2021"])
def test_a_deadline_that_cannot_be_is_named(day):
    assert faults(f"192/QĐ-UBND\t18/02/2021\tquy chế, hạn {day}") == [
        (RowFault.IMPOSSIBLE_DATE, f"192/QĐ-UBND ({day})")
    ]


def test_a_row_without_a_date_is_named():
    assert faults("192/QĐ-UBND\t\tquy chế") == [(RowFault.NO_DATE, "192/QĐ-UBND")]


def test_a_number_of_another_year_than_its_date_is_named():
    assert faults("16/2020/QĐ-UBND\t18/02/2021\tquy chế") == [(RowFault.OTHER_YEAR, "16/2020/QĐ-UBND (18/02/2021)")]


def test_a_number_twice_in_one_year_is_named_once():
    rows = ("192/QĐ-UBND\t18/02/2021\tquy chế", "192/QĐ-UBND\t20/02/2021\tquy định")
    assert faults(*rows) == [(RowFault.TWICE, "192/QĐ-UBND (18/02/2021, 20/02/2021)")]


def test_a_number_in_two_years_is_in_order():
    assert faults("192/QĐ-UBND\t18/02/2021\tquy chế", "192/QĐ-UBND\t20/02/2020\tquy định") == []


def test_a_whole_register_names_each_sort_of_fault():
    reading = read_file(ROOT / "tests" / "questions" / "registers" / "ho-song-2018-2021.csv")
    found = find_row_faults(reading, TODAY)
    counted = {fault: sum(row.fault is fault for row in found) for fault in RowFault}
    assert counted == {
        RowFault.NO_NUMBER: 2,
        RowFault.MALFORMED_SYMBOL: 12,
        RowFault.NO_DATE: 1,
        RowFault.IMPOSSIBLE_DATE: 1,
        RowFault.OTHER_YEAR: 0,
        RowFault.TWICE: 1,
    }
