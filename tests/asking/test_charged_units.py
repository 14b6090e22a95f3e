"""What a room of a body, or a body in the report of another, is charged with in a period."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2021, 12, 20)
ASKER = of_texts(
    news(
        "128/BC-STP",
        "25/6/2021",
        "6 tháng đầu năm 2021",
        "III. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2021",
        "- Văn phòng Sở: chuyển đổi sang ISO 9001:2015 trong tháng 8/2021.",
        "- Phòng Đăng ký hộ tịch: số hóa sổ hộ tịch trước ngày 31/12/2021.",
        "- Phòng Kiểm tra văn bản: công bố lại bộ thủ tục trước ngày 30/9/2021.",
        office="Sở Tư pháp tỉnh Hưng Hòa",
    ),
    news(
        "486/BC-UBND",
        "15/12/2021",
        "năm 2021",
        "III. NHIỆM VỤ NĂM 2022",
        "- Ban hành Kế hoạch cải cách hành chính năm 2022 (Sở Nội vụ, trước ngày 10/01/2022).",
        "- Vận hành chính thức trung tâm điều hành trước ngày 30/4/2022 (Sở Thông tin và Truyền thông).",
        "- Xử lý dứt điểm hồ sơ đất đai trễ hạn (Phòng Quản lý đất đai, trước ngày 31/3/2022).",
        office="UBND tỉnh Hưng Hòa",
    ),
)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Phòng Đăng ký hộ tịch được giao việc gì 6 tháng cuối năm 2021?", "sổ hộ tịch", "ISO"),
        ("phong dang ky ho tich phai lam gi 6 thang cuoi nam 2021", "sổ hộ tịch", "ISO"),
        ("Văn phòng Sở Tư pháp 6 tháng cuối năm 2021 phải làm những việc gì?", "ISO", "bộ thủ tục"),
        ("Năm 2022 Sở Nội vụ phải làm những việc gì?", "Kế hoạch cải cách hành chính năm 2022", "điều hành"),
        ("Sang năm 2022 Sở Nội vụ phải hoàn thành việc gì?", "Kế hoạch cải cách hành chính năm 2022", "điều hành"),
    ],
)
def test_only_what_is_charged_to_it_is_told(question, told, not_told):
    answer = ask(question, asker=ASKER, today=TODAY)
    said = " ".join((answer.direct, *answer.lines))
    assert is_answered(answer)
    assert told in said
    assert not_told not in said


def test_a_task_is_found_by_what_is_to_be_done():
    answer = ask("Phòng nào lo xử lý dứt điểm hồ sơ đất đai trễ hạn, chừng nào xong?", asker=ASKER, today=TODAY)
    assert "Phòng Quản lý đất đai" in answer.direct
    assert "31/03/2022" in answer.direct


def test_who_heads_a_room_is_not_asked_of_its_work():
    assert not is_answered(ask("Ai là Trưởng phòng Đăng ký hộ tịch?", asker=ASKER, today=TODAY))


@pytest.mark.parametrize(
    "question",
    [
        "Nhiệm vụ 6 tháng cuối năm 2021 của Sở Tư pháp, đọc anh nghe",
        "6 tháng cuối năm 2021 Sở Tư pháp đề ra những nhiệm vụ gì, gửi tôi gạch đầu dòng",
        "Sở Tư pháp 6 tháng cuối năm 2021 làm gì?",
        "6 tháng cuối năm 2021 Sở Tư pháp mần chi?",
    ],
)
def test_all_tasks_of_a_period_are_told_however_they_are_asked(question):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith("3 nhiệm vụ")


def test_what_half_a_year_is_to_bring_is_not_told_of_the_year():
    answer = ask("Năm 2021 Sở Tư pháp đặt nhiệm vụ gì?", asker=ASKER, today=TODAY)
    assert not is_answered(answer)


@pytest.mark.parametrize("asked", ["UBND huyện đảo Hòn Lam", "huyện đảo Hòn Lam", "huyện Hòn Lam"])
def test_a_district_named_alone_is_charged_by_its_committee(asked):
    lines = (
        "II. NHIỆM VỤ NĂM 2022",
        "- UBND huyện đảo Hòn Lam hoàn thành trụ sở Bộ phận Một cửa trước ngày 30/9/2022.",
        "- UBND huyện Bàu Sen mở 02 lớp tập huấn trước ngày 30/6/2022.",
    )
    asker = of_texts(news("9/BC-SNV", "15/12/2021", "năm 2021", *lines, office="Sở Nội vụ tỉnh Hưng Hòa"))
    told = ask(f"Năm 2022 {asked} được giao làm gì?", asker=asker, today=TODAY)
    assert "trụ sở" in told.direct
    assert "Bàu Sen" not in told.direct
