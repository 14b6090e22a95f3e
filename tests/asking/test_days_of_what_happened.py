"""The day on which something came about is no day of a document that is named beside it."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "31/BC-VPUBND",
        "18/12/2018",
        "năm 2018",
        "Thực hiện Quyết định số 577/QĐ-UBND ngày 29/6/2018 của UBND tỉnh về sắp xếp các phòng, Văn phòng UBND tỉnh"
        " giảm từ 10 phòng xuống còn 07 phòng.",
        "Quý III năm 2018, tỉnh thực hiện giãn cách xã hội từ ngày 24/7/2018 đến hết ngày 06/9/2018.",
        "Giải ngân vốn đầu tư công đến ngày 30/11/2018 đạt 71,4% kế hoạch.",
        "Ngày 16/5/2018, Văn phòng tổ chức lớp tập huấn kiểm soát thủ tục hành chính cho 164 công chức đầu mối của các"
        " sở, ngành, UBND cấp huyện và cấp xã.",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Năm 2018 giãn cách xã hội từ hôm nào đến hôm nào?", "Từ ngày 24/07/2018 đến ngày 06/09/2018"),
        ("Giải ngân đầu tư công 71,4% là tính đến ngày nào?", "Đến ngày 30/11/2018"),
        ("Lớp tập huấn kiểm soát thủ tục hành chính hôm 16/5/2018 có mấy người học?", "164 công chức"),
        ("Lớp tập huấn ngày 16/5/2018 có bao nhiêu công chức tham dự?", "164 công chức"),
    ],
)
def test_days_are_those_of_what_is_asked(question, said):
    answer = ask(question, asker=ASKER)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_no_day_of_a_decision_is_told_for_when_it_was_done():
    answer = ask("Văn phòng UBND tỉnh hoàn thành sắp xếp các phòng vào ngày nào?", asker=ASKER)
    assert not (is_answered(answer) and "29/06/2018" in answer.direct)


# Several bodies in one sentence, each with its own day: by semicolons, behind each body and before it.
REORGANISED = of_texts(
    news(
        "44/BC-UBND",
        "18/12/2023",
        "năm 2023",
        "Sáp nhập Chi cục Dân số và Chi cục An toàn thực phẩm; giải thể Ban Quản lý dự án thủy lợi từ ngày 01/7/2023;"
        " thành lập Trung tâm Chuyển đổi số theo Quyết định số 655/QĐ-UBND ngày 19/5/2023.",
        "Trung tâm Lưu trữ đi vào hoạt động ngày 03/4/2023, Quỹ Phát triển đất đi vào hoạt động ngày 15/8/2023.",
        "Ngày 06/02/2023 khai trương Cổng dữ liệu mở, ngày 20/9/2023 khai trương Cổng tiếp nhận kiến nghị.",
        "Quyết định ban hành Quy chế tiếp công dân đã được ký ngày 11/10/2023; hiệu lực từ ngày 01/11/2023.",
    )
)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Ban Quản lý dự án thủy lợi giải thể từ ngày nào?", "01/07/2023"),
        ("Trung tâm Chuyển đổi số thành lập ngày nào?", "19/05/2023"),
        ("Trung tâm Lưu trữ đi vào hoạt động ngày nào?", "03/04/2023"),
        ("Quỹ Phát triển đất đi vào hoạt động ngày nào?", "15/08/2023"),
        ("khai trương cổng dữ liệu mở ngày nào", "06/02/2023"),
        ("khai trương cổng tiếp nhận kiến nghị ngày nào", "20/09/2023"),
    ],
)
def test_each_of_several_has_its_own_day(question, day):
    answer = ask(question, asker=REORGANISED)
    assert is_answered(answer)
    assert answer.direct.startswith(f"Ngày {day}")


def test_no_day_of_another_in_the_same_sentence_is_told():
    answer = ask("Chi cục Dân số sáp nhập ngày nào?", asker=REORGANISED)
    assert not (is_answered(answer) and "01/07/2023" in answer.direct)


def test_the_day_on_which_just_that_was_done_is_told_rather_than_one_since_which_something_else_is_so():
    office = "UBND xã Bàu Sen"
    opened = "Điểm tiếp nhận Khuổi Rạng: mở từ ngày 15/10/2020; làm việc thứ Ba, thứ Năm."
    later = "Điểm tiếp nhận Khuổi Rạng: 603 hồ sơ; từ ngày 01/8/2021 thêm ngày thứ Bảy."
    asker = of_texts(
        news("186/BC-UBND", "15/12/2020", "năm 2020", opened, office=office),
        news("231/BC-UBND", "15/9/2021", "quý III năm 2021", later, office=office),
    )
    assert ask("Điểm tiếp nhận Khuổi Rạng mở từ ngày nào?", asker=asker).direct.startswith("Ngày 15/10/2020")
