"""What something is to be brought to, and what it came from, are not what it is."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "17/BC-VPUBND",
        "14/6/2021",
        "quý II năm 2021",
        "Quý II/2021 toàn tỉnh tiếp nhận 40.000 hồ sơ, trong đó trực tuyến 13.592 hồ sơ, đạt 33,98%; quá hạn 610 hồ sơ, chiếm 1,55%.",
        "Lĩnh vực đất đai có 431 hồ sơ quá hạn, chiếm 70,66% tổng số hồ sơ quá hạn.",
        "Khảo sát sự hài lòng: phát ra và thu về 350 phiếu, có 331 phiếu hài lòng, đạt 94,57%.",
        "Thực hiện Đề án sắp xếp, Văn phòng UBND tỉnh giảm từ 11 phòng, đơn vị xuống còn 08 phòng, đơn vị.",
        "Nhiệm vụ trọng tâm quý III/2021: Nâng tỷ lệ hồ sơ trực tuyến lên 45%; giảm tỷ lệ hồ sơ quá hạn xuống dưới 1%.",
        office="Văn phòng UBND tỉnh Hưng Hòa",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quý III/2021 nâng tỷ lệ hồ sơ trực tuyến lên bao nhiêu %?", "45%"),
        ("Quý III/2021 giảm tỷ lệ hồ sơ quá hạn xuống dưới bao nhiêu phần trăm?", "1%"),
        ("Tỷ lệ hồ sơ trực tuyến quý II/2021 là bao nhiêu %?", "33,98%"),
        ("Quý II/2021 Văn phòng UBND tỉnh giảm từ bao nhiêu phòng?", "11 trước khi sắp xếp"),
        ("Quý II/2021 Văn phòng UBND tỉnh còn bao nhiêu phòng?", "08 phòng"),
        ("Đất đai chiếm bao nhiêu % tổng số hồ sơ quá hạn quý II/2021?", "70,66%"),
        ("Tỷ lệ hồ sơ quá hạn quý II/2021?", "1,55%"),
        ("Quý II/2021 phát ra bao nhiêu phiếu?", "350 phiếu"),
        ("Quý II/2021 có bao nhiêu phiếu hài lòng?", "331 phiếu"),
    ],
)
def test_each_is_told_where_it_is_asked_for(question, said):
    answer = ask(question, asker=ASKER, today=date(2021, 7, 1))
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_what_is_reached_is_no_aim():
    assert not is_answered(ask("Quý II/2021 nâng tỷ lệ hồ sơ trực tuyến lên bao nhiêu %?", asker=ASKER))


MORE = of_texts(
    news(
        "44/BC-VPUBND",
        "14/9/2021",
        "quý III năm 2021",
        "Có thêm 07 xã đưa vào sử dụng Bộ phận Một cửa hiện đại, nâng tổng số lên 71/121 xã.",
        "Đề xuất cắt giảm 11 thủ tục. Tổ chức tại 05 xã, trả kết quả ngay 92 hồ sơ.",
        "Tiếp nhận 4.327 hồ sơ, đã giải quyết 4.100 hồ sơ.",
    ),
    news("33/BC-VPUBND", "14/6/2021", "quý II năm 2021", "Tiếp nhận 3.862 hồ sơ."),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quý III/2021 có thêm bao nhiêu xã đưa vào sử dụng Bộ phận Một cửa hiện đại?", "07 xã"),
        ("Quý III/2021 đề xuất cắt giảm bao nhiêu thủ tục?", "11 thủ tục"),
        ("Quý III/2021 tiếp nhận bao nhiêu hồ sơ?", "4.327 hồ sơ"),
    ],
)
def test_what_came_about_is_not_what_there_is(question, said):
    assert ask(question, asker=MORE, today=date(2021, 10, 1)).direct.startswith(said)


def test_dossiers_that_rose_are_no_other_things():
    assert "465" not in ask("Quý III/2021 cắt giảm trung bình bao nhiêu % so với quy định?", asker=MORE).direct


DONE = of_texts(
    news(
        "50/BC-UBND",
        "14/6/2021",
        "quý II năm 2021",
        "Cán bộ, công chức cấp xã dôi dư 31 người, đã bố trí được 18 người.",
        office="UBND huyện Yên Hòa",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Cán bộ xã dôi dư của huyện Yên Hòa đã bố trí được mấy người rồi?", "18 người"),
        ("Cán bộ xã dôi dư của huyện Yên Hòa có bao nhiêu người?", "31 người"),
    ],
)
def test_of_whom_something_was_done_are_those_of_whom_just_that_is_said(question, said):
    assert ask(question, asker=DONE, today=date(2021, 7, 1)).direct.startswith(said)
