"""Whether something was done by a day is not told by a report from before that day which says that it was not yet."""

from datetime import date

from tests.asking.libraries import ask, is_answered, of_texts


def _report(number: str, day: str, period: str, told: str) -> str:
    return (
        "ỦY BAN NHÂN DÂN\nXÃ THÁC SÁNG\n"
        f"Số: {number}\nThác Sáng, ngày {day}\nBÁO CÁO\nKết quả cải cách hành chính {period}\n1. Cơ sở vật chất\n{told}\n"
    )


EARLIER = _report(
    "186/BC-UBND",
    "19 tháng 12 năm 2025",
    "năm 2025",
    "Sửa chữa trụ sở Trung tâm hành chính công xã chưa xong, khởi công ngày 12/12/2025.",
)
LATER = _report(
    "142/BC-UBND",
    "15 tháng 6 năm 2026",
    "6 tháng đầu năm 2026",
    "Trụ sở Trung tâm sửa chữa xong, nghiệm thu ngày 28/4/2026.",
)
QUESTION = "Trụ sở Trung tâm hành chính công xã Thác Sáng có sửa xong trước 30/4/2026 không?"
TODAY = date(2026, 7, 1)


def test_the_report_from_behind_the_day_tells_it():
    answer = ask(QUESTION, asker=of_texts(EARLIER, LATER), today=TODAY)
    assert answer.direct.startswith("Trụ sở Trung tâm sửa chữa xong, nghiệm thu ngày 28/4/2026")


def test_a_report_from_before_the_day_tells_nothing_of_it():
    assert not is_answered(ask(QUESTION, asker=of_texts(EARLIER), today=TODAY))


def test_another_centre_is_not_the_one_that_receives():
    other = LATER.replace("Trụ sở Trung tâm sửa", "Trụ sở Trung tâm Văn hóa sửa")
    assert not is_answered(ask(QUESTION, asker=of_texts(other), today=TODAY))
