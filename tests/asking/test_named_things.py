"""Things that have a name of their own in quotation marks, asked for without them."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, news, of_texts, quotes

ASKER = of_texts(
    news(
        "14/BC-UBND",
        "15/3/2024",
        "quý I năm 2024",
        "Xã tiếp nhận 812 hồ sơ.",
        'Từ ngày 06/3/2024 triển khai mô hình "Ngày thứ Tư không viết": công chức khai giúp người dân.',
        office="UBND xã Suối Bạc",
    ),
    news(
        "33/BC-UBND",
        "15/6/2024",
        "quý II năm 2024",
        "Xã tiếp nhận 905 hồ sơ.",
        'Mô hình "Ngày thứ Tư không viết" đã tổ chức 12 buổi, tiếp nhận 274 hồ sơ.',
        "Kênh Zalo “Suối Bạc lắng nghe” nhận 41 phản ánh, xử lý 39 phản ánh.",
        'Chuyên mục "Cải cách hành chính" phát 46 số.',
        office="UBND xã Suối Bạc",
    ),
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Mô hình Ngày thứ Tư không viết nhận được bao nhiêu hồ sơ rồi em?", "274 hồ sơ"),
        ("ngay thu tu khong viet nhan duoc may ho so", "274 hồ sơ"),
        ("Ngày thứ Tư không viết bắt đầu từ hôm nào vậy?", "06/3/2024"),
        ("Kênh Zalo Suối Bạc lắng nghe đã xử lý được bao nhiêu phản ánh?", "39 phản ánh"),
    ],
)
def test_it_is_found_by_its_name(question, words):
    answer = ask(question, asker=ASKER)
    assert is_answered(answer)
    assert words in f"{answer.direct} {quotes(answer)}"


def test_another_name_of_the_kind_is_not_it():
    assert ask("Mô hình Ngày thứ Sáu không viết nhận bao nhiêu hồ sơ?", asker=ASKER).outcome is Outcome.NOT_FOUND


def test_what_reports_are_about_is_no_things_name():
    assert not is_answered(ask("Kiểm tra cải cách hành chính đủ 9 thôn chưa?", asker=ASKER))


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2015 mô hình Ngày thứ Tư không viết nhận được bao nhiêu hồ sơ?",
        "Mô hình Ngày thứ Tư không viết nhận được bao nhiêu hồ sơ đất đai?",
        "Kênh Zalo Suối Bạc lắng nghe bắt đầu từ ngày nào?",
    ],
)
def test_what_is_said_besides_its_name_is_not_passed_over(question):
    assert not is_answered(ask(question, asker=ASKER))
