"""What a department has by itself, how many there were at first, what goes on with the sentence before: each is told as that."""

from datetime import date

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, of_texts

TODAY = date(2022, 10, 10)
DEPARTMENT = """UBND TỈNH LÂM BÌNH
SỞ NỘI VỤ
Số: 88/BC-SNV
Lâm Bình, ngày 18 tháng 9 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính quý III năm 2022
I. KẾT QUẢ
1. Thủ tục hành chính
Quý III/2022 tiếp nhận 51.300 hồ sơ, tăng 1.300 hồ sơ so với cùng kỳ (50.000 hồ sơ).
Chia ra: sở, ngành 11.300 hồ sơ; huyện, thị xã 15.000 hồ sơ; xã, phường 25.000 hồ sơ.
Sở Nội vụ tự tiếp nhận 214 hồ sơ trong quý III.
Khảo sát 900 người dân, 873 người hài lòng, đạt 97,00% (năm 2021: 95,50%).
2. Tổ chức bộ máy
Số đơn vị sự nghiệp công lập đầu năm 2022 là 640 đơn vị.
Đến hết tháng 8/2022 còn 618 đơn vị sự nghiệp công lập, giảm 22 đơn vị so với đầu năm (640 đơn vị).
Sở Tài chính hợp nhất Phòng Giá với Phòng Công sản từ ngày 01/8/2022.
Tờ trình số 57/TTr-SNV ngày 09/8/2022 trình UBND tỉnh Đề án vị trí việc làm.
3. Thiết bị
Đến nay 40/66 Bộ phận Một cửa cấp xã có đủ máy quét và máy tra cứu, còn 26 xã chưa đủ.

| Đơn vị | Hồ sơ trễ hạn |
|---|---|
| Chi nhánh huyện Khau Sang | 31 |
| Chi nhánh huyện Na Vài | 24 |
| Chi nhánh thị xã Bản Kéo | 7 |

Báo cáo do Phó Giám đốc Sở Trịnh Văn Mạc ký.
"""
ASKER = of_texts(DEPARTMENT)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("quý 3/2022 riêng sở nội vụ nhận mấy hồ sơ", "214 hồ sơ"),
        ("cấp xã quý III/2022 nhận bao nhiêu hồ sơ", "25.000 hồ sơ"),
        ("quý III/2022 cấp xã nhận mấy nghìn hồ sơ, cho xin số chính xác", "25.000 hồ sơ"),
        ("Đầu năm 2022 có bao nhiêu đơn vị sự nghiệp công lập?", "640 đơn vị"),
        ("Quý III/2022 còn bao nhiêu đơn vị sự nghiệp công lập?", "618 đơn vị"),
        ("Quý III/2022 còn bao nhiêu xã thiếu máy quét, máy tra cứu?", "26 xã"),
        ("Tờ trình 57 của Sở Nội vụ gửi UBND tỉnh hôm nào", "Ngày 09/08/2022"),
        ("Báo cáo 88 do lãnh đạo nào ký", "Trịnh Văn Mạc"),
        ("Sở Tài chính nhập hai phòng nào vào với nhau?", "Sở Tài chính hợp nhất Phòng Giá với Phòng Công sản"),
    ],
)
def test_it_is_told_as_what_it_is(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_what_a_department_has_by_itself_is_none_of_what_it_reports_on():
    answer = ask("quý 3/2021 riêng sở nội vụ nhận mấy hồ sơ", asker=ASKER, today=TODAY)
    assert not is_answered(answer)


def test_which_branches_are_beyond_a_number_is_told_by_their_rows():
    answer = ask("Chi nhánh nào có trên 20 hồ sơ trễ hạn trong quý III/2022", asker=ASKER, today=TODAY)
    assert [quote.text.split(" | ")[0] for quote in answer.quotes[:2]] == [
        "Chi nhánh huyện Khau Sang",
        "Chi nhánh huyện Na Vài",
    ]


EARLIER = """UBND TỈNH LÂM BÌNH
SỞ NỘI VỤ
Số: 31/BC-SNV
Lâm Bình, ngày 20 tháng 3 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2022
Số đơn vị sự nghiệp công lập đầu năm 2022 là 640 đơn vị; đến nay còn 633 đơn vị.
"""
YEAR = """UBND TỈNH LÂM BÌNH
SỞ NỘI VỤ
Số: 120/BC-SNV
Lâm Bình, ngày 12 tháng 12 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2022
Đơn vị sự nghiệp công lập giảm từ 640 đơn vị xuống còn 601 đơn vị.
"""


def test_how_many_there_were_at_first_is_no_end_of_a_run():
    asker = of_texts(EARLIER, DEPARTMENT, YEAR)
    answer = ask("Số đơn vị sự nghiệp công lập trong năm 2022 thay đổi ra sao?", asker=asker, today=date(2023, 1, 5))
    assert answer.direct.startswith("Giảm")
    assert "601 đơn vị (năm 2022)" in answer.direct


SURVEYS = """UBND TỈNH LÂM BÌNH
VĂN PHÒNG UBND TỈNH
Số: 140/BC-VPUBND
Lâm Bình, ngày 15 tháng 12 năm 2021
BÁO CÁO
Kết quả thực hiện cơ chế một cửa năm 2021
Số liệu từ ngày 15/12/2020 đến ngày 14/12/2021.
Khảo sát mức độ hài lòng: 764/800 phiếu hài lòng, đạt 95,50%.
Sở Nội vụ công bố Chỉ số hài lòng về sự phục vụ hành chính (SIPAS) năm 2021 đạt 84,10%.
"""
NEXT = """UBND TỈNH LÂM BÌNH
VĂN PHÒNG UBND TỈNH
Số: 151/BC-VPUBND
Lâm Bình, ngày 15 tháng 12 năm 2022
BÁO CÁO
Kết quả thực hiện cơ chế một cửa năm 2022
Khảo sát 900 người dân, 873 người hài lòng, đạt 97,00% (năm 2021: 95,50%).
"""


def test_of_several_the_one_is_compared_that_the_sentence_itself_holds_it_against():
    asker = of_texts(SURVEYS, NEXT)
    question = "Tỷ lệ người dân hài lòng năm 2022 so năm 2021 lên được bao nhiêu"
    assert ask(question, asker=asker, today=date(2023, 1, 5)).direct.startswith("Tăng 1,5")


@pytest.mark.parametrize("question", ["Tỷ lệ người dân hài lòng năm 2021?", "mức độ hài lòng năm 2021"])
def test_an_index_and_a_survey_are_told_apart_by_who_asked(question):
    answer = ask(question, asker=of_texts(SURVEYS), today=TODAY)
    assert answer.outcome is Outcome.CLARIFY
    assert [choice.label.rpartition(" ")[2] for choice in answer.choices] == ["84,10%", "95,50%"]


@pytest.mark.parametrize("question", ["SIPAS năm 2021", "Chỉ số hài lòng năm 2021 bao nhiêu?"])
def test_the_index_is_told_where_it_is_named(question):
    assert ask(question, asker=of_texts(SURVEYS), today=TODAY).direct.startswith("84,10%")


def test_the_days_of_a_report_on_one_stop_desks_are_those_of_the_office_that_reports():
    answer = ask("Báo cáo một cửa năm 2021 của Văn phòng chốt số đến ngày mấy", asker=of_texts(SURVEYS), today=TODAY)
    assert "14/12/2021" in answer.direct


DISTRICT = """ỦY BAN NHÂN DÂN
HUYỆN KHAU SANG
Số: 45/BC-UBND
Khau Sang, ngày 19 tháng 9 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính quý III năm 2022

| Lĩnh vực | Tiếp nhận | Trễ hạn |
|---|---|---|
| Đất đai | 500 | 9 |
| Hộ tịch | 312 | 1 |
| Cộng | 812 | 10 |
"""


def test_the_total_of_a_districts_desk_is_none_of_its_communes():
    answer = ask("cấp xã quý III/2022 nhận bao nhiêu hồ sơ", asker=of_texts(DISTRICT), today=TODAY)
    assert not is_answered(answer)


PLANNING = """UBND TỈNH LÂM BÌNH
SỞ KẾ HOẠCH VÀ ĐẦU TƯ
Số: 61/BC-SKHĐT
Lâm Bình, ngày 19 tháng 9 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính quý III năm 2022
Sở tiếp nhận 1.830 hồ sơ, trong đó qua bưu chính công ích 44 hồ sơ.
Giải ngân 2.400/3.000 triệu đồng kinh phí cải cách hành chính, đạt 80,00%.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("sở kế hoạch đầu tư quý III/2022 tiếp nhận mấy hồ sơ", "1.830 hồ sơ"),
        ("Quý III/2022 hồ sơ gửi bằng đường bưu điện ở Sở Kế hoạch Đầu tư được bao nhiêu?", "44 hồ sơ"),
        (
            "Kinh phí cải cách hành chính quý III/2022 của Sở Kế hoạch và Đầu tư tiêu được bao nhiêu phần trăm so với số bố trí?",
            "80,00%",
        ),
    ],
)
def test_everyday_words_ask_the_same(question, said):
    assert ask(question, asker=of_texts(PLANNING), today=TODAY).direct.startswith(said)
