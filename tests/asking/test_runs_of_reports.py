"""A run over the reports of one body, or to the end of a year, is of one thing and has its ends."""

from datetime import date

from tests.asking.libraries import ask, is_answered, of_texts


def _report(office: str, number: str, day: str, period: str, told: str) -> str:
    return f"{office}\nSố: {number}\nLâm Bình, ngày {day}\nBÁO CÁO\nKết quả công tác cải cách hành chính {period}\n1. Hiện đại hóa\n{told}\n"


DEPARTMENT = "UBND TỈNH LÂM BÌNH\nSỞ NỘI VỤ"
COMMITTEE = "ỦY BAN NHÂN DÂN\nTỈNH LÂM BÌNH"
OFFICE = "UBND TỈNH LÂM BÌNH\nVĂN PHÒNG"
FIRST = _report(DEPARTMENT, "96/BC-SNV", "20 tháng 3 năm 2020", "quý I năm 2020", "Mức độ 4 đã cung cấp 12 thủ tục.")
THIRD = _report(
    DEPARTMENT, "418/BC-SNV", "20 tháng 9 năm 2020", "9 tháng năm 2020", "Dịch vụ công mức độ 4 có 27 thủ tục."
)
LAST = _report(DEPARTMENT, "602/BC-SNV", "15 tháng 12 năm 2020", "năm 2020", "Mức độ 4 đã cung cấp 38 thủ tục.")
PROVINCE = _report(
    COMMITTEE,
    "214/BC-UBND",
    "18 tháng 12 năm 2020",
    "năm 2020",
    "Cổng dịch vụ công của tỉnh cung cấp 512 dịch vụ mức độ 4.",
)
QUESTION = "Dịch vụ công mức độ 4 ngành nội vụ tăng ra sao từ quý I tới cuối năm?"
TODAY = date(2021, 2, 1)


def test_a_run_of_one_bodys_reports_has_no_point_of_what_another_calls_otherwise():
    answer = ask(QUESTION, asker=of_texts(FIRST, THIRD, LAST, PROVINCE), today=TODAY)
    assert answer.direct.startswith("Tăng từ 12 thủ tục (quý I/2020) lên 38 thủ tục (năm 2020)")


def test_a_run_that_ends_before_the_end_of_the_year_is_not_told_for_it():
    assert not is_answered(ask(QUESTION, asker=of_texts(FIRST, THIRD, PROVINCE), today=TODAY))


def test_what_a_body_reports_on_all_is_of_its_reports():
    asker = of_texts(
        _report(
            OFFICE, "58/BC-VP", "20 tháng 3 năm 2019", "quý I năm 2019", "Toàn tỉnh cung cấp 84 dịch vụ công mức độ 4."
        ),
        _report(OFFICE, "251/BC-VP", "20 tháng 9 năm 2019", "9 tháng năm 2019", "Có 118 dịch vụ công mức độ 4."),
    )
    question = "Số dịch vụ công mức độ 4 của tỉnh qua các kỳ báo cáo của Văn phòng tăng thế nào?"
    answer = ask(question, asker=asker, today=date(2020, 2, 1))
    assert answer.direct.startswith("Tăng từ 84 dịch vụ công (quý I/2019) lên 118 dịch vụ công (9 tháng năm 2019)")
