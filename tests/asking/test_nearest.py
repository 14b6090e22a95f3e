"""Of what nothing answers, the sentences that come nearest are offered: few, distinct, of the kind, time and body that were asked for."""

import pytest

from knowledge.answers import Answer, Outcome
from tests.asking.libraries import ask, news, of_texts

ROWS = """Báo cáo kết quả cải cách hành chính quý II năm 2021

| STT | Nhiệm vụ | Đơn vị chủ trì | Kết quả |
| 1 | Lắp camera giám sát tại quầy tiếp nhận hồ sơ đất đai | Sở Tài nguyên và Môi trường | Đã lắp 06 camera |
| 2 | Đặt ghế chờ cho người cao tuổi tại sảnh | Văn phòng UBND tỉnh | Đã đặt 40 ghế |
"""
NEAR = of_texts(
    news(
        "12/BC-VPUBND",
        "15/3/2021",
        "quý I năm 2021",
        "Lắp 03 ki-ốt tự phục vụ tại sảnh Trung tâm, do doanh nghiệp tài trợ.",
        "Tổ công nghệ số cộng đồng hướng dẫn người dân cài ứng dụng Sông Hậu Số.",
        "Kinh phí mua sắm thiết bị họp trực tuyến được bố trí từ nguồn sự nghiệp:",
    ),
    news(
        "57/BC-VPUBND",
        "15/6/2021",
        "quý II năm 2021",
        "Lắp 05 ki-ốt tự phục vụ tại sảnh Trung tâm, do doanh nghiệp tài trợ.",
        "Trong quý có chiều hướng giảm hồ sơ giấy ở các phường.",
    ),
)


def offered(question: str) -> list[str]:
    answer = ask(question, asker=NEAR)
    assert (answer.outcome, answer.quotes) == (Outcome.NOT_FOUND, ())
    return [quote.text for quote in answer.near]


def test_the_sentence_that_comes_nearest_is_offered_and_nothing_rests_on_it():
    assert offered("Ứng dụng Sông Hậu Số của hãng nào làm?") == [
        "Tổ công nghệ số cộng đồng hướng dẫn người dân cài ứng dụng Sông Hậu Số."
    ]


def test_what_is_said_of_it_stays_that_it_was_not_found():
    assert ask("Ứng dụng Sông Hậu Số của hãng nào làm?", asker=NEAR).direct.startswith("Không tìm thấy")


def test_the_same_sentence_of_several_reports_is_offered_once_of_the_newest():
    assert offered("Ki-ốt tự phục vụ hỏng mấy lần?") == [
        "Lắp 05 ki-ốt tự phục vụ tại sảnh Trung tâm, do doanh nghiệp tài trợ."
    ]


def test_of_a_period_that_was_named_it_is_that_one_s():
    assert offered("Ki-ốt tự phục vụ trong quý I/2021 hỏng ra sao?") == [
        "Lắp 03 ki-ốt tự phục vụ tại sảnh Trung tâm, do doanh nghiệp tài trợ."
    ]


def test_where_money_is_asked_for_a_sentence_without_any_is_not_offered():
    assert offered("Ứng dụng Sông Hậu Số hết bao nhiêu tiền?") == []


def test_what_only_leads_to_a_list_is_not_offered():
    assert offered("Thiết bị họp trực tuyến mua sắm của hãng nào?") == []


@pytest.mark.parametrize(
    "question",
    [
        "Ki-ốt?",
        "Hồ sơ ở đâu?",
        "Làm hộ chiếu cần giấy tờ gì?",  # "hồ sơ" and "chiều" have its letters
        "asdf qwer zxcv",
        "Trường mầm non xây ở đâu?",
    ],
)
def test_what_says_too_little_or_nothing_that_is_told_gets_nothing(question):
    assert offered(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 999/QĐ-UBND về ki-ốt tự phục vụ?",
        "Huyện Văn Bàn lắp ki-ốt tự phục vụ ở đâu?",
        "Quý IV/2020 lắp bao nhiêu ki-ốt tự phục vụ?",
    ],
)
def test_where_it_is_known_what_is_missing_nothing_else_is_offered(question):
    assert offered(question) == []


def test_the_most_telling_is_offered_first():
    first, *_ = offered("Tổ công nghệ số cộng đồng lắp ki-ốt tự phục vụ tại sảnh Trung tâm ra sao?")
    assert first.startswith("Lắp 05 ki-ốt")


def test_that_a_report_was_issued_is_not_offered():
    assert offered("Báo cáo kết quả công tác cải cách hành chính ai soạn thảo?") == []


def test_a_row_comes_with_the_headings_of_its_cells():
    answer = row()
    assert (answer.near[0].text, answer.near[0].columns) == (
        "1 | Lắp camera giám sát tại quầy tiếp nhận hồ sơ đất đai | Sở Tài nguyên và Môi trường | Đã lắp 06 camera",
        ("", "Nhiệm vụ", "Đơn vị chủ trì", "Kết quả"),
    )


def row() -> Answer:
    return ask("Camera giám sát tại quầy tiếp nhận của hãng nào?", asker=of_texts(ROWS))


def test_what_is_answered_or_asked_back_has_nothing_beside():
    answers = [ask(q, asker=NEAR) for q in ("Lắp bao nhiêu ki-ốt tự phục vụ quý I/2021?", "Lắp bao nhiêu ki-ốt?")]
    assert [a.near for a in answers if a.outcome is not Outcome.NOT_FOUND] == [(), ()]
