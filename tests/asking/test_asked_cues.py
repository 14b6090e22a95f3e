"""What a question asks for, where its words alone would say another thing."""

import pytest

from knowledge.asking.reading.asked_cues import find_asked
from knowledge.grammar.folding import fold


def _asked(question):
    folded = fold(question)
    return find_asked(folded, folded, [], unit="", names_document=False).cues


@pytest.mark.parametrize(
    ("question", "asked", "not_asked"),
    [
        ("Thông tư hướng dẫn xếp hạng đơn vị sự nghiệp ban hành khi nào?", "when", "rank"),
        ("Bộ tiêu chí đánh giá, xếp hạng các sở đã trình chưa?", "status", "rank"),
        ("Phần mềm chấm điểm kết nối với trục liên thông từ ngày nào?", "when", "window"),
        ("Hai phòng đó sáp nhập từ ngày nào?", "when", "window"),
        ("Bảng này lấy số liệu từ ngày nào?", "window", "rank"),
        ("Sở Nội vụ xếp hạng mấy?", "rank", "number"),
    ],
)
def test_what_stands_around_an_asking_word_says_what_is_asked(question, asked, not_asked):
    cues = _asked(question)
    assert (asked in cues, not_asked in cues) == (True, False)
