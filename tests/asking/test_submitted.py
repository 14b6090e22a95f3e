"""Who put a document forward, and from whom a letter came."""

import pytest

from tests.asking.libraries import YEAR_HEAD, Chat, ask, is_answered, of_texts

ASKER = of_texts(
    YEAR_HEAD + "1. Kết quả\n"
    "Đề án Kho tài liệu số dùng chung: Sở Thông tin và Truyền thông đã trình tại Tờ trình số 61/TTr-STTTT ngày 04/10/2023. UBND tỉnh chưa phê duyệt.\n"
    "Quy chế khai thác bản đồ quy hoạch đã trình UBND tỉnh, đang chờ ý kiến Sở Tư pháp.\n"
)
_DEPARTMENT = "Sở Thông tin và Truyền thông"


@pytest.mark.parametrize(
    "question",
    [
        "Sở nào trình Đề án Kho tài liệu số?",
        "Đề án Kho tài liệu số do cơ quan nào trình?",
        "Tờ trình 61/TTr-STTTT từ sở nào gửi lên vậy?",
    ],
)
def test_whoever_is_said_to_have_submitted_it_is_told(question):
    assert ask(question, asker=ASKER).direct.startswith(_DEPARTMENT)


@pytest.mark.parametrize("question", ["Sở nào trình vậy?", "Ai trình?"])
def test_who_submits_is_asked_of_what_was_spoken_of(question):
    chat = Chat(ASKER)
    chat.ask("Đề án Kho tài liệu số đã phê duyệt chưa?")
    assert chat.ask(question).direct.startswith(_DEPARTMENT)


@pytest.mark.parametrize(
    "question",
    [
        "Sở nào trình Quy chế khai thác bản đồ quy hoạch?",
        "Quy chế khai thác bản đồ quy hoạch do cơ quan nào trình?",
        "Sở nào trình?",
        "Sở nào trình Đề án bến xe?",
    ],
)
def test_to_whom_it_was_put_and_whose_opinion_is_awaited_is_no_answer(question):
    assert not is_answered(ask(question, asker=ASKER))
