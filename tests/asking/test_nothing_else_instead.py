"""What is not told of what is asked is not told of something near it: another body, stage, sort, span or number of tasks.

Each library lacks the asked figure and has one that looks like it.
"""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

TODAY = date(2024, 2, 1)


def _report(body: str, number: str, period: str, words: str) -> str:
    return f"{body}\nSố: {number}\nVân Trì, ngày 15 tháng 12 năm 2023\nBÁO CÁO\nKết quả công tác cải cách hành chính {period}\nI. KẾT QUẢ\n{words}\n"


CENTRE = _report(
    "VĂN PHÒNG UBND TỈNH VÂN TRÌ\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "88/BC-TTPVHCC",
    "năm 2023",
    "1. Trung tâm tiếp nhận 62.705 hồ sơ, trong đó trực tuyến 48.910 hồ sơ, đạt 78,00%.\n2. Hồ sơ đất đai quá hạn 21/29 hồ sơ, chiếm 72,41%.",
)
DEPARTMENT = _report(
    "UBND TỈNH VÂN TRÌ\nSỞ XÂY DỰNG",
    "77/BC-SXD",
    "quý IV năm 2023",
    """1. Từ ngày 11/9/2023 đến ngày 08/12/2023, Sở tiếp nhận 9.158 hồ sơ, tăng 722 hồ sơ so với quý III năm 2023:
| Lĩnh vực | Tiếp nhận | Trễ hạn |
|---|---|---|
| Hoạt động xây dựng | 3.214 | 19 |
| Quy hoạch | 5.944 | 7 |
| Tổng cộng | 9.158 | 26 |
2. Tự kiểm tra kỷ luật tại 04 phòng, đơn vị thuộc Sở.
3. Lũy kế từ ngày 15/12/2022 đến ngày 08/12/2023, Sở tiếp nhận 31.000 hồ sơ.""",
)
QUARTERS = _report(
    "ỦY BAN NHÂN DÂN TỈNH VÂN TRÌ",
    "390/BC-UBND",
    "năm 2023",
    """1. Quý I/2023 nộp trực tuyến 12.588 hồ sơ, quý II/2023 nộp trực tuyến 17.603 hồ sơ, quý III/2023 nộp trực tuyến 24.134 hồ sơ, quý IV/2023 nộp trực tuyến 25.000 hồ sơ.
2. Năm 2023 toàn tỉnh giải quyết xong 586.902 hồ sơ.
3. Năm 2022 toàn tỉnh tiếp nhận 512.736 hồ sơ.
4. Hết quý II hoàn thành 29/64 nhiệm vụ của Kế hoạch cải cách hành chính năm 2023.
5. PAR INDEX năm 2022 (công bố ngày 17/4/2023): 86,47 điểm, xếp thứ 31/63.""",
)


@pytest.mark.parametrize(
    ("library", "question"),
    [
        (CENTRE, "năm 2023 toàn tỉnh tiếp nhận bao nhiêu hồ sơ"),
        (CENTRE, "tỷ lệ hồ sơ trực tuyến toàn tỉnh năm 2023"),
        (CENTRE, "how many dossiers did the whole province receive in 2023"),
        (CENTRE, "năm 2023 tỷ lệ hồ sơ quá hạn của Trung tâm là bao nhiêu phần trăm"),
        (DEPARTMENT, "quý IV/2023 toàn tỉnh tiếp nhận bao nhiêu hồ sơ"),
        (DEPARTMENT, "quý III/2023 Sở Xây dựng tiếp nhận bao nhiêu hồ sơ"),
        (DEPARTMENT, "Sở Xây dựng có mấy phòng"),
        (QUARTERS, "tỷ lệ hồ sơ trực tuyến qua các quý năm 2023 thay đổi thế nào"),
        (QUARTERS, "năm 2023 toàn tỉnh so với năm 2022 tăng bao nhiêu hồ sơ"),
        (QUARTERS, "năm 2023 tỉnh có hoàn thành hết 64 nhiệm vụ của kế hoạch cải cách hành chính không"),
        (QUARTERS, "tỉnh có hoàn thành cả 52 nhiệm vụ của kế hoạch cải cách hành chính năm 2023 không"),
    ],
)
def test_nothing_near_is_told_instead(library, question):
    answer = ask(question, asker=of_texts(library), today=TODAY)
    assert not is_answered(answer), answer.direct


@pytest.mark.parametrize(
    ("library", "question", "begins"),
    [
        (CENTRE, "năm 2023 Trung tâm tiếp nhận bao nhiêu hồ sơ", "62.705 hồ sơ"),
        (CENTRE, "hồ sơ đất đai quá hạn chiếm bao nhiêu phần trăm", "72,41%"),
        (DEPARTMENT, "quý IV/2023 Sở Xây dựng tiếp nhận bao nhiêu hồ sơ", "9.158 hồ sơ"),
        (DEPARTMENT, "quý IV/2023 lĩnh vực quy hoạch trễ hạn bao nhiêu", "7"),
        (QUARTERS, "hồ sơ trực tuyến qua các quý năm 2023 thay đổi thế nào", "Tăng từ 12.588 hồ sơ"),
    ],
)
def test_what_is_told_of_it_is_found(library, question, begins):
    answer = ask(question, asker=of_texts(library), today=TODAY)
    assert answer.direct.startswith(begins), answer.direct


def test_days_since_january_are_no_quarters_and_a_day_of_signing_is_no_end_of_data():
    quarter = ask(
        "số liệu quý IV/2023 của Sở Xây dựng lấy từ ngày nào đến ngày nào", asker=of_texts(DEPARTMENT), today=TODAY
    )
    assert "15/12/2022" not in quarter.direct
    end = ask("báo cáo 390/BC-UBND chốt số liệu đến ngày nào", asker=of_texts(QUARTERS), today=TODAY)
    assert not is_answered(end), end.direct


def test_the_days_of_the_newest_report_are_those_that_it_gives():
    answer = ask("báo cáo mới nhất của Sở Xây dựng chốt số liệu đến ngày nào", asker=of_texts(DEPARTMENT), today=TODAY)
    assert "08/12/2023" in answer.direct, answer.direct


def test_how_many_procedures_there_are_is_no_number_of_dossiers():
    levels = _report(
        "ỦY BAN NHÂN DÂN TỈNH VÂN TRÌ",
        "391/BC-UBND",
        "năm 2023",
        """Kết quả theo cấp giải quyết:
| Cấp | Số thủ tục hành chính | Hồ sơ tiếp nhận |
|---|---|---|
| Cấp tỉnh | 1.402 | 60.100 |
| Cấp xã | 429 | 365.042 |
| Tổng cộng | 1.831 | 425.142 |""",
    )
    answer = ask("năm 2023 tỉnh tiếp nhận bao nhiêu hồ sơ thủ tục hành chính", asker=of_texts(levels), today=TODAY)
    assert "1.831" not in answer.direct
    assert "425.142" in answer.direct
