"""What a question leaves unsaid: the later of two periods, whose share, and which numbers of one sentence."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "61/BC-VPUBND",
        "10/12/2020",
        "năm 2020",
        "Năm 2020 tỉnh được giao 2.140 biên chế công chức. Toàn tỉnh tiếp nhận 310.500 hồ sơ.",
    ),
    news(
        "77/BC-VPUBND",
        "9/12/2021",
        "năm 2021",
        "Năm 2021 tỉnh được giao 2.085 biên chế công chức, giảm 55 biên chế so với năm 2020.",
        "Toàn tỉnh tiếp nhận 332.760 hồ sơ, tăng 22.260 hồ sơ so với năm 2020; cấp huyện tiếp nhận trực tuyến 41,20%, cấp xã tiếp nhận trực tuyến 28,75%.",
        "Chỉ số PCI năm 2021 đạt 65,18 điểm, hạng 30. Chỉ số PAPI đạt 43,02 điểm, xếp hạng 17/63.",
        "Sau sắp xếp, Sở Nội vụ gồm 06 phòng và 02 đơn vị sự nghiệp; Sở Y tế còn 07 phòng, 21 đơn vị trực thuộc.",
        "Các sở, ngành có tổng số 118 phòng.",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Biên chế giảm bao nhiêu so với 2020?", "55 biên chế"),
        ("bien che tinh giam may so voi nam 2020", "55 biên chế"),
        ("Hồ sơ tiếp nhận tăng bao nhiêu so với năm 2020?", "22.260"),
        ("Biên chế tăng bao nhiêu so với năm 2020?", "Giảm 55 biên chế"),
        ("pci hạng mấy", "hạng 30"),
        ("Chỉ số PCI năm 2021 xếp thứ mấy?", "hạng 30"),
        ("PAPI 2021 hạng mấy?", "17/63"),
        ("Tỷ lệ nộp online của huyện năm 2021?", "41,20%"),
        ("ty le nop qua mang cap xa 2021", "28,75%"),
    ],
)
def test_what_is_unsaid_is_what_the_reports_leave_no_choice_of(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Sở Nội vụ gồm mấy phòng, mấy đơn vị sự nghiệp?", ("06 phòng", "02 đơn vị")),
        ("so y te con may phong may don vi", ("07 phòng", "21 đơn vị")),
        ("Sau sắp xếp Sở Nội vụ có bao nhiêu phòng và bao nhiêu đơn vị?", ("06 phòng", "02 đơn vị")),
    ],
)
def test_two_numbers_of_one_sentence_are_told_by_it(question, numbers):
    told = ask(question, asker=ASKER)
    assert all(number in told.direct for number in numbers)


@pytest.mark.parametrize(
    "question",
    [
        "Biên chế giảm bao nhiêu so với 2018?",
        "Sở Tài chính gồm mấy phòng, mấy đơn vị?",
    ],
)
def test_nothing_is_told_where_the_reports_leave_it_open(question):
    assert not is_answered(ask(question, asker=ASKER))


def test_a_change_since_the_end_of_a_year_is_told_by_the_half_year_behind_it():
    report = news(
        "44/BC-UBND",
        "15/6/2021",
        "6 tháng đầu năm 2021",
        "Tổng số công chức của huyện là 118 người, giảm 6 người so với cuối năm 2020 do nghỉ hưu.",
    )
    asker = of_texts(report)
    assert ask("Công chức giảm mấy người so với cuối năm 2020?", asker=asker).direct.startswith("Giảm 6 người")
    assert "nghỉ hưu" in ask("Vì sao công chức giảm?", asker=asker).direct


COMING_IN = of_texts(
    news(
        "87/BC-TT",
        "15/6/2021",
        "quý II năm 2021",
        "Tổng đài 1022: 9.318 cuộc gọi; trả lời ngay 8.760 cuộc (94,01%).",
        "2. Tiếp nhận hồ sơ",
        "Trong quý nhận mới 9.234 hồ sơ.",
        "Cộng dồn 6 tháng (từ ngày 11/12/2020 đến ngày 10/6/2021): 17.540 hồ sơ, trực tuyến 7.257 hồ sơ (41,37%).",
    )
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quý II/2021 tổng đài 1022 nhận bao nhiêu cuộc gọi?", "9.318"),
        ("6 tháng đầu năm 2021 tiếp nhận tổng cộng bao nhiêu hồ sơ?", "17.540"),
    ],
)
def test_what_comes_in_by_itself_or_stands_under_that_heading_came_in(question, told):
    assert ask(question, asker=COMING_IN).direct.startswith(told)


def test_what_there_is_of_the_year_is_told_by_the_report_of_its_last_quarter_too():
    report = news(
        "24/BC-SNV",
        "15/12/2022",
        "quý IV và năm 2022",
        "Tổng số thủ tục hành chính của tỉnh hiện là 1.897 (cấp tỉnh 1.524, cấp huyện 253, cấp xã 120), giảm 15 thủ tục so với quý I.",
        "Kết quả giải quyết thủ tục hành chính năm 2022:\n\n| Chỉ tiêu | Số lượng |\n|---|---|\n| Hồ sơ tiếp nhận mới | 397.444 |",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    )
    told = ask("Theo báo cáo năm 2022 thì cả tỉnh có bao nhiêu thủ tục hành chính?", asker=of_texts(report)).direct
    assert told.startswith("1.897")


def test_what_reports_call_otherwise_is_told_by_its_everyday_word():
    told = (
        "Cơ sở dữ liệu đất đai đã vận hành tại 3/8 đơn vị cấp huyện.",
        "Thu phí, lệ phí qua hình thức trực tuyến 1.027 giao dịch.",
        "Cấp mới 412 giấy chứng nhận quyền sử dụng đất lần đầu.",
    )
    asker = of_texts(news("9/BC-UBND", "15/6/2021", "quý II năm 2021", *told))
    asked = (
        "Quý II/2021 cơ sở dữ liệu đất đai vận hành ở mấy huyện?",
        "Quý II/2021 thanh toán trực tuyến mấy giao dịch?",
        "Quý II/2021 cấp được mấy sổ đỏ lần đầu?",
    )
    told_of = zip(asked, ("3/8", "1.027", "412"), strict=True)
    assert all(value in ask(question, asker=asker).direct for question, value in told_of)
