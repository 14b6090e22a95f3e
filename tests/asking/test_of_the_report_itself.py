"""What a report is, asked of the report itself: its number, day, body, signer and period, and of a draft that has no number."""

from datetime import date

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import Chat, is_answered, of_texts

HEAD = """UBND TỈNH HƯNG HÒA
SỞ NỘI VỤ
{number}
{day}
BÁO CÁO
Công tác cải cách hành chính
Quý III năm 2024

Trong kỳ, Sở tiếp nhận 1.234 hồ sơ.

GIÁM ĐỐC
Trần Văn Bưởi
"""
SIGNED = of_texts(HEAD.format(number="Số: 512/BC-SNV", day="Hưng Hòa, ngày 18 tháng 9 năm 2024"))
DRAFT = of_texts(HEAD.format(number="Số:     /BC-SNV", day="Hưng Hòa, ngày     tháng 9 năm 2024"))
TODAY = date(2024, 12, 20)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("báo cáo số mấy", "512/BC-SNV ngày 18/09/2024 của Sở Nội vụ tỉnh Hưng Hòa"),
        ("báo cáo này ban hành ngày nào", "Ngày 18/09/2024 – báo cáo 512/BC-SNV"),
        ("cơ quan nào ban hành báo cáo này", "Sở Nội vụ tỉnh Hưng Hòa – báo cáo 512/BC-SNV"),
        ("ai ký báo cáo này", "Trần Văn Bưởi ký báo cáo 512/BC-SNV"),
        ("báo cáo này của kỳ nào", "Quý III/2024 – báo cáo 512/BC-SNV"),
        ("bao cao nay la cua quy nao", "Quý III/2024 – báo cáo 512/BC-SNV"),
    ],
)
def test_after_a_figure_its_report_tells_of_itself(question: str, begins: str):
    chat = Chat(SIGNED, TODAY)
    chat.ask("tiếp nhận bao nhiêu hồ sơ")
    assert chat.ask(question).direct.startswith(begins)


def test_a_report_is_found_by_its_period_and_body():
    assert Chat(SIGNED, TODAY).ask("bao cao quy 3/2024 cua so noi vu").direct.startswith("512/BC-SNV ngày 18/09/2024")


def test_a_draft_is_called_by_its_title_and_says_what_it_does_not_have():
    chat = Chat(DRAFT, TODAY)
    chat.ask("tiếp nhận bao nhiêu hồ sơ")
    told = [chat.ask(question) for question in ("báo cáo số mấy", "báo cáo này ban hành ngày nào")]
    title = "Báo cáo công tác cải cách hành chính quý III năm 2024"
    assert [answer.direct for answer in told] == [f"{title} không nêu số.", f"{title} không nêu ngày ban hành."]
    assert not any(map(is_answered, told))


def test_a_draft_tells_its_body_and_period_all_the_same():
    chat = Chat(DRAFT, TODAY)
    chat.ask("tiếp nhận bao nhiêu hồ sơ")
    assert chat.ask("báo cáo này của kỳ nào").direct.startswith("Quý III/2024 – báo cáo công tác")


@pytest.mark.parametrize("question", ["báo cáo số mấy", "bao cao so may", "báo cáo này số bao nhiêu"])
def test_of_the_only_report_nobody_need_say_which(question: str):
    assert Chat(SIGNED, TODAY).ask(question).direct.startswith("512/BC-SNV ngày 18/09/2024")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("ngày nào ban hành báo cáo này", "Ngày 18/09/2024"),
        ("ai ký báo cáo này", "Trần Văn Bưởi"),
        ("báo cáo do ai ban hành", "Sở Nội vụ"),
    ],
)
def test_its_day_signer_and_body_are_told_as_well(question: str, begins: str):
    assert Chat(SIGNED, TODAY).ask(question).direct.startswith(begins)


def test_of_a_few_reports_which_one_is_asked_back():
    other = HEAD.format(number="Số: 77/BC-SNV", day="Hưng Hòa, ngày 18 tháng 6 năm 2024").replace("Quý III", "Quý II")
    both = of_texts(HEAD.format(number="Số: 512/BC-SNV", day="Hưng Hòa, ngày 18 tháng 9 năm 2024"), other)
    answer = Chat(both, TODAY).ask("báo cáo số mấy")
    assert (answer.outcome, len(answer.choices)) == (Outcome.CLARIFY, 2)
