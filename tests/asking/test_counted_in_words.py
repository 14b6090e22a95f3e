"""What no indicator is for is counted by the one sentence that has every asked word, and by no other."""

from datetime import date

import pytest

from knowledge.grammar.folding import fold
from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2022, 12, 20)
OFFICE = "UBND tỉnh Hưng Hòa"
ASKER = of_texts(
    news(
        "8/BC-UBND",
        "10/12/2022",
        "năm 2022",
        "Kinh phí lắp đặt hệ thống xếp hàng tự động tại cơ sở 2 là 1,85 tỷ đồng.",
        "Thành lập Tổ công nghệ số cộng đồng tại 223/223 phường, xã, thị trấn với 1.784 thành viên.",
        "Thị xã Cửa Sa xếp thứ nhất với 90,44 điểm; huyện Bàu Sen xếp cuối với 76,33 điểm.",
        "Phương án trình Bộ Nội vụ: sắp xếp 08 xã Bàu Sen thành 04 xã mới.",
        "Mua sắm 12 máy quét tài liệu với kinh phí 174 triệu đồng.",
        office=OFFICE,
    ),
)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Lắp hệ thống xếp hàng tự động ở cơ sở 2 hết bao nhiêu?", "1,85 tỷ đồng"),
        ("Tổ công nghệ số cộng đồng có bao nhiêu thành viên?", "1.784 thành viên"),
        ("Thị xã Cửa Sa xếp thứ nhất với bao nhiêu điểm năm 2022?", "90,44"),
        ("Mua 12 máy quét tài liệu hết bao nhiêu tiền?", "174 triệu đồng"),
    ],
)
def test_the_sentence_that_has_every_word_is_told(question, figure):
    for asked in (question, fold(question)):
        assert figure in ask(asked, asker=ASKER, today=TODAY).direct


@pytest.mark.parametrize(
    "question",
    [
        "Lắp hệ thống xếp hàng tự động ở cơ sở 3 hết bao nhiêu?",
        "Lắp hệ thống họp trực tuyến tự động ở cơ sở 2 hết bao nhiêu?",
        "Tổ công nghệ số cộng đồng có bao nhiêu thành viên nữ?",
        "Năm 2021 Tổ công nghệ số cộng đồng có bao nhiêu thành viên?",
        "Mua 13 máy quét tài liệu hết bao nhiêu tiền?",
    ],
)
def test_another_thing_is_not_told_of(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))


def test_a_number_that_the_question_names_is_not_what_it_asks_for():
    told = ask("Phương án trình Bộ Nội vụ sắp xếp 08 xã Bàu Sen thành mấy xã?", asker=ASKER, today=TODAY)
    assert not is_answered(told) or "04 xã" in told.direct


DENYING = of_texts(
    news(
        "9/BC-UBND",
        "10/12/2022",
        "năm 2022",
        "Toàn huyện có 12 thôn bản vùng cao đã phủ sóng di động.",
        "Không bố trí được 15 biên chế giáo viên vùng cao.",
        office="UBND huyện Bàu Sen",
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "Bao nhiêu thôn bản vùng cao chưa phủ sóng di động?",
        "Huyện không phủ sóng được bao nhiêu thôn bản vùng cao?",
        "Đã bố trí được bao nhiêu biên chế giáo viên vùng cao?",
    ],
)
def test_what_was_done_is_not_told_of_what_was_not(question):
    for asked in (question, fold(question)):
        assert not is_answered(ask(asked, asker=DENYING, today=TODAY))


def test_what_was_done_is_told():
    told = ask("Bao nhiêu thôn bản vùng cao đã phủ sóng di động?", asker=DENYING, today=TODAY)
    assert told.direct.startswith("12 thôn")


def test_a_sentence_that_only_shares_common_words_is_not_told():
    said = ("Sau 06 tuần có 236 lượt người dân được hỗ trợ.", "Rà soát 124 trụ sở dôi dư sau sắp xếp bộ máy xã.")
    asker = of_texts(news("9/BC-UBND", "10/12/2022", "năm 2022", *said, office=OFFICE))
    for question in (
        'Mô hình "Thứ Sáu không viết" giúp được bao nhiêu lượt người dân?',
        "Còn bao nhiêu trụ sở dôi dư sau sắp xếp bộ máy xã?",
    ):
        assert not is_answered(ask(question, asker=asker, today=TODAY))
        assert not is_answered(ask(fold(question), asker=asker, today=TODAY))
