"""Sections of a report, the report itself, its signer, and standards that are no documents."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, of_texts

_DISTRICT = """UBND TỈNH SÔNG LAM
UBND HUYỆN ĐỒI THÔNG
Số: 44/BC-UBND
Đồi Thông, ngày 16 tháng 3 năm 2022

BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2022 của huyện Đồi Thông

I. KẾT QUẢ
1. Cải cách thủ tục hành chính
UBND huyện tiếp nhận 2.140 hồ sơ, quá hạn 12 hồ sơ.
2. Hiện đại hóa hành chính
Cơ quan UBND huyện công bố TCVN ISO 9001:2015 ngày 14/02/2022.

II. TỒN TẠI, HẠN CHẾ
1. Hồ sơ đất đai trễ hạn còn nhiều.
2. Ba xã chưa có máy quét.
Nguyên nhân: thiếu bản đồ địa chính.

III. KIẾN NGHỊ
Đề nghị Sở Nội vụ mở lớp tập huấn cho công chức cấp xã.
Đề nghị Sở Tài chính bổ sung kinh phí.

IV. NHIỆM VỤ QUÝ II NĂM 2022
1. Trang bị máy quét cho ba xã.

Nơi nhận:
TM. ỦY BAN NHÂN DÂN
- Như trên;
CHỦ TỊCH
- Lưu: VT.
Vàng A Páo
"""
_OTHER = _DISTRICT.replace("44/BC", "51/BC").replace("quý I ", "quý II ").replace("QUÝ II ", "QUÝ III ")
_ONE = of_texts(_DISTRICT)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("Tồn tại, hạn chế quý I/2022 của huyện Đồi Thông là gì?", ["trễ hạn", "máy quét"]),
        ("Nguyên nhân của các hạn chế quý I/2022 ở huyện Đồi Thông là gì?", ["bản đồ địa chính"]),
        ("Huyện Đồi Thông kiến nghị, đề xuất gì trong quý I/2022?", ["tập huấn", "kinh phí"]),
        ("Huyện Đồi Thông đề nghị gì với Sở Tài chính?", ["kinh phí"]),
        ("Báo cáo 44/BC-UBND nêu những khó khăn gì?", ["trễ hạn", "máy quét"]),
    ],
)
def test_a_section_is_told_sentence_by_sentence(question, lines):
    answer = ask(question, asker=_ONE)
    assert (is_answered(answer), len(answer.lines)) == (True, len(lines))
    assert all(words in line for words, line in zip(lines, answer.lines, strict=True))


def test_a_section_of_several_reports_is_asked_back():
    asker = of_texts(_DISTRICT, _OTHER)
    answer = ask("Tồn tại, hạn chế là gì?", asker=asker)
    assert (answer.outcome, len(answer.choices)) == (Outcome.CLARIFY, 2)
    assert all(is_answered(ask(c.question, asker=asker)) for c in answer.choices)


def test_what_is_to_be_done_is_no_answer_to_what_falls_short():
    answer = ask("Huyện Đồi Thông có vướng mắc gì trong quý III/2022?", asker=_ONE)
    assert answer.outcome is Outcome.NOT_FOUND


def test_a_report_asked_for_is_given_with_its_number_and_day():
    answer = ask("Tìm giúp tôi báo cáo cải cách hành chính quý I/2022 của huyện Đồi Thông", asker=_ONE)
    assert "44/BC-UBND ngày 16/03/2022" in answer.direct


def test_the_signer_is_read_where_the_addressees_stand_between_and_a_syllable_is_one_letter():
    assert "Vàng A Páo" in ask("Ai ký báo cáo 44/BC-UBND?", asker=_ONE).direct


def test_a_standard_is_no_document_and_its_year_no_period():
    answer = ask("Huyện Đồi Thông công bố ISO 9001:2015 ngày nào?", asker=_ONE)
    assert "14/02/2022" in answer.direct


def test_of_many_reports_all_that_have_the_section_are_offered_however_old():
    silent = _DISTRICT[: _DISTRICT.index("III. KIẾN NGHỊ")]
    many = [silent.replace("44/BC", f"{number}/BC").replace("ngày 16", "ngày 17") for number in range(100, 140)]
    answer = ask("Huyện Đồi Thông kiến nghị những gì?", asker=of_texts(_DISTRICT, _OTHER, *many))
    assert answer.outcome is Outcome.CLARIFY
    assert [choice.label.count("44/BC") + choice.label.count("51/BC") for choice in answer.choices] == [1, 1]


def test_a_proposal_without_a_heading_of_its_own_is_one_by_whom_it_is_put_to():
    text = _DISTRICT.replace("III. KIẾN NGHỊ", "III. KHÁC")
    answer = ask("Huyện Đồi Thông kiến nghị, đề xuất gì trong quý I/2022?", asker=of_texts(text))
    assert (is_answered(answer), len(answer.lines)) == (True, 2)
