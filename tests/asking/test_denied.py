"""What a report says that there was none of, and with whom something was not done yet."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "33/BC-UBND",
        "14/6/2021",
        "quý II năm 2021",
        "Thể chế: quý II HĐND, UBND huyện không ban hành văn bản quy phạm pháp luật.",
        "Do dịch bệnh, chưa mở được lớp tập huấn nào trong quý.",
        "Kiểm tra 09/11 cơ quan, đơn vị. Chưa kiểm tra: Phòng Tư pháp, Phòng Y tế.",
        office="UBND huyện Yên Hòa",
    ),
    news(
        "48/BC-UBND",
        "14/9/2021",
        "quý III năm 2021",
        "UBND huyện ban hành 02 văn bản quy phạm pháp luật. Mở 02 lớp tập huấn.",
        "Ngày 20/8/2021 đã kiểm tra Phòng Y tế.",
        office="UBND huyện Yên Hòa",
    ),
)
DAY = date(2021, 10, 1)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quý II/2021 huyện có ban hành văn bản quy phạm pháp luật nào không?", "Không: Thể chế: quý II"),
        ("Quý II/2021 có mở được lớp tập huấn nào không?", "Không: Do dịch bệnh"),
        ("Phòng Tư pháp đã được kiểm tra chưa?", "Chưa kiểm tra: Phòng Tư pháp"),
        ("Đoàn đã kiểm tra Phòng Tư pháp chưa", "Chưa kiểm tra: Phòng Tư pháp"),
    ],
)
def test_what_is_denied_is_answered_with_no(question, said):
    answer = ask(question, asker=ASKER, today=DAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Quý III/2021 huyện có ban hành văn bản quy phạm pháp luật nào không?",
        "Quý II/2021 huyện có công bố văn bản quy phạm pháp luật nào không?",
        "Phòng Y tế đã được kiểm tra chưa?",
        "Phòng Nội vụ đã được kiểm tra chưa?",
    ],
)
def test_no_is_not_said_of_what_is_not_denied(question):
    assert not ask(question, asker=ASKER, today=DAY).direct.startswith(("Không:", "Chưa"))
