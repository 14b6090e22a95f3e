"""How far something was as one report saw it, and as no other did."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "31/BC-VPUBND",
        "12/3/2021",
        "quý I năm 2021",
        "Dự thảo Quy chế quản lý chữ ký số đang được lấy ý kiến các sở; dự kiến trình UBND tỉnh trong quý II/2021.",
        "Trụ sở Bộ phận Một cửa phường Gia Bình khởi công ngày 05/01/2021, khối lượng đạt 30%.",
    ),
    news(
        "77/BC-VPUBND",
        "11/6/2021",
        "quý II năm 2021",
        "Quy chế quản lý chữ ký số chưa trình được trong quý II do còn thiếu ý kiến thẩm định. Thời gian trình lùi sang quý III/2021.",
        "Đề án số hóa hồ sơ đất đai đã được Văn phòng trình ngày 02/6/2021. Đề án chưa ban hành, đang chờ bố trí kinh phí.",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Theo báo cáo quý I/2021 thì bao giờ trình Quy chế quản lý chữ ký số?", "quý II/2021"),
        ("theo bao cao quy 2/2021 thi quy che quan ly chu ky so trinh chua", "chưa trình"),
        ("Quy chế quản lý chữ ký số tới đâu rồi, theo báo cáo quý I/2021?", "dự kiến ban hành quý II/2021"),
        ("Theo báo cáo quý II/2021 thì Đề án số hóa hồ sơ đất đai ban hành chưa?", "đã được Văn phòng trình"),
        ("Theo báo cáo quý I/2021 thì trụ sở một cửa phường Gia Bình làm tới đâu rồi?", "khối lượng đạt 30%"),
    ],
)
def test_the_named_report_tells_how_far_it_was(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question",
    [
        "Theo báo cáo quý I/2021 thì Đề án số hóa hồ sơ đất đai ban hành chưa?",
        "Theo báo cáo quý II/2021 thì trụ sở một cửa phường Gia Bình làm tới đâu rồi?",
        "Theo báo cáo quý I/2021 thì Quy chế chi tiêu nội bộ bao giờ trình?",
    ],
)
def test_what_that_report_does_not_speak_of_is_not_told(question):
    assert not is_answered(ask(question, asker=ASKER))
