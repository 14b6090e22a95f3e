"""Scrambling: other quantities and names everywhere alike, and nothing else."""

from pathlib import Path
from random import Random

import pytest

from tests.delivery.sizes import IS_WHOLE
from tests.questions import places, scramble
from tests.questions.grading import faults
from tests.questions.rewriting import Rewriting, choose
from tests.questions.sets import HERE, question_sets

REWRITING = Rewriting(factor=3, bend=0.9, years=4, digits="0987654321", numbers=frozenset({"192", "2015"}))
FOLDERS = question_sets()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("4.984 hồ sơ", "14.952 hồ sơ"),
        ("438901 hồ sơ", "1316703 hồ sơ"),
        ("03 phòng", "09 phòng"),
        ("148/156 nhiệm vụ", "444/468 nhiệm vụ"),
        ("hơn 1,2 tỷ đồng", "hơn 3,6 tỷ đồng"),
        ("đạt 100%", "đạt 100%"),
        ("ngày 25 tháng 02 năm 2019", "ngày 25 tháng 02 năm 2023"),
        ("quý II/2019", "quý II/2023"),
        ("quý 2/2019", "quý 2/2023"),
        ("giai đoạn 2016 - 2020", "giai đoạn 2020 - 2024"),
        ("Quyết định số 192/QĐ-UBND", "Quyết định số 918/QĐ-UBND"),
        ("Nghị định số 107/2020/NĐ-CP", "Nghị định số 903/2024/NĐ-CP"),
        ("QĐ 193 và QĐ 2015", "QĐ 917 và QĐ 8095"),
        ("Kế hoạch 2022", "Kế hoạch 2026"),
        ("18-NQ/TW", "92-NQ/TW"),
        ("Quyết định 530 năm 2018 còn hiệu lực", "Quyết định 570 năm 2022 còn hiệu lực"),
        ("2611 là báo cáo gì", "8499 là báo cáo gì"),
        ("QĐ 256 ngày 03/02/2017", "QĐ 854 ngày 03/02/2021"),
        ("Đề án 06", "Đề án 04"),
        ("quý II/2017 cấp xã", "quý II/2021 cấp xã"),
        ("năm 2018 ngày nào", "năm 2022 ngày nào"),
        ("trên tổng số 46", "trên tổng số 138"),
        ("cung cấp 387 dịch vụ mức độ 3 và 156 dịch vụ", "cung cấp 1.161 dịch vụ mức độ 3 và 468 dịch vụ"),
    ],
)
def test_quantities_change_each_in_its_way(before, after):
    assert REWRITING.text(before) == after


@pytest.mark.parametrize(
    "text",
    [
        *("1. Cải cách", "2.1) Kết quả", "6 tháng đầu năm", "báo cáo 9 tháng", "mức độ 3 và 4", "Q1"),
        *("BC 6T", "số 6 tháng", "báo cáo 6 tháng", "qua 4 quý", "Tổng đài 1022", "Bộ chỉ số 766", "kế hoạch 5 năm"),
        *("Covid-19", "đợt 2", "09:15", "ngày 14/9", "UBTVQH15", "tháng 7", "còn 21 ngày"),
    ],
)
def test_what_is_no_quantity_stays(text):
    assert REWRITING.text(text) == text


def test_shares_keep_their_order():
    shares = ["0,9%", "1%", "1,23%", "32,93%", "33%", "95,82%", "95,91%"]
    rewriting = choose(shares, Random(1))  # noqa: S311 - repeatable
    bent = [float(rewriting.text(share).rstrip("%").replace(",", ".")) for share in shares]
    assert bent == sorted(set(bent))


def test_names_change_in_every_case_and_without_tones():
    others = {"Bàu Sen": "Phú Lâm"}
    assert places.rename("huyện Bàu Sen, HUYỆN BÀU SEN, bau sen", others) == "huyện Phú Lâm, HUYỆN PHÚ LÂM, phu lam"


def test_names_are_found_after_their_level():
    text = "UBND huyện Bàu Sen và Sở Nội vụ tỉnh An Lạc; UBND tỉnh Quyết định số 5"
    assert places.names_in(text) == {"Bàu Sen", "An Lạc"}


# Sets as text, every fourth of them by day, and a few with other numbers and names.
_AS_TEXT = FOLDERS if IS_WHOLE else FOLDERS[::-4]
_OTHER_SEEDS = [(HERE / name, seed) for name in ("sample", "office", "lowland") for seed in (1, 2, 3)]


@pytest.mark.parametrize(
    ("folder", "seed"),
    [*((folder, None) for folder in _AS_TEXT), *_OTHER_SEEDS],
    ids=lambda one: one.name if isinstance(one, Path) else str(one),
)
def test_a_copy_bears_its_own_expectations_out(folder, seed, tmp_path):
    assert faults(scramble.copy(folder, tmp_path / folder.name, seed=seed)) == []


def test_nothing_that_identified_a_report_is_left(tmp_path):
    copy = scramble.copy(HERE / "office", tmp_path / "office", seed=1)
    words = "\n".join([*copy.sources().values(), (tmp_path / "office" / "questions.jsonl").read_text(encoding="utf-8")])
    assert [old for old in ("164/BC-VPUBND", "65.218", "67,48", "Ba Sao", "Bến Cau", "2023") if old in words] == []
