"""What is to be done is read with who does it and by when; what only stands beside tasks is none."""

from datetime import date

import pytest

from knowledge.facts import Period, PeriodKind, Task
from knowledge.grammar.year_parts import make_period
from tests.importing.pages import read, report, tell

FOURTH = make_period(PeriodKind.QUARTER, 4, 2021)
NOVEMBER = make_period(PeriodKind.MONTH, 11, 2021)


def tasks(*paragraphs: str, heading: str = "III. NHIỆM VỤ QUÝ IV NĂM 2021") -> list[Task]:
    return [s.task for s in report(heading, *paragraphs).statements if s.task]


def one(sentence: str, **more: str) -> Task:
    (found,) = tasks(f"1. {sentence}", **more)
    return found


def test_a_task_is_for_the_period_of_its_heading():
    assert one("Tập huấn cho công chức các xã.").period == FOURTH


@pytest.mark.parametrize(
    "heading",
    [
        "III. NHIỆM VỤ TRỌNG TÂM QUÝ IV",
        "III. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV NĂM 2021",
        "III. NHIỆM VỤ TRONG THỜI GIAN TỚI",  # the title says "phương hướng nhiệm vụ quý IV"
        "III. Quý IV/2021 sẽ làm",
    ],
)
def test_a_heading_names_its_period_in_many_ways(heading):
    assert one("Tập huấn cho công chức các xã.", heading=heading).period == FOURTH


def test_the_first_quarter_planned_in_autumn_is_of_the_next_year():
    found = one("Tập huấn cho công chức các xã.", heading="III. NHIỆM VỤ QUÝ I")
    assert found.period == make_period(PeriodKind.QUARTER, 1, 2022)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chấm điểm các xã trong tháng 11/2021.",
        "Chấm điểm các xã (dự kiến trong tháng 11/2021).",
        "Chấm điểm các xã, hoàn thành trong tháng 11/2021.",
    ],
)
def test_a_task_may_name_its_own_period(sentence):
    assert one(sentence).period == NOVEMBER


def test_the_year_of_a_plan_is_not_when_it_is_to_be_done():
    assert one("Xây dựng Kế hoạch đào tạo năm 2022.").period == FOURTH


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Lắp máy ở các xã trước ngày 15/11/2021.", date(2021, 11, 15)),
        ("Lắp máy lấy số tự động trước 15/11/2021.", date(2021, 11, 15)),
        ("Sáp nhập hai phòng Đầu tư trước ngày 15/11/2021.", date(2021, 11, 15)),
        ("Lắp máy ở các xã, chậm nhất ngày 15/11/2021.", date(2021, 11, 15)),
        ("Lắp máy ở các xã, thời hạn: 15/11/2021.", date(2021, 11, 15)),
        ("Lắp máy từ ngày 01/10/2021 đến ngày 15/11/2021.", None),
    ],
)
def test_a_deadline_is_a_day_before_which_it_is_done(sentence, due):
    assert one(sentence).due == due


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Sở Tài chính bố trí kinh phí nâng cấp.", "Sở Tài chính"),
        ("UBND huyện Bàu Sen giải trình về kết quả.", "UBND huyện Bàu Sen"),
        ("Giao Sở Tư pháp rà soát văn bản.", "Sở Tư pháp"),
        ("Nâng cấp cổng dịch vụ, đơn vị thực hiện: Sở Tư pháp.", "Sở Tư pháp"),
        ("Xây dựng quy chế, Sở Nội vụ chủ trì.", "Sở Nội vụ"),
        ("Các sở, ngành tiếp tục rà soát thủ tục.", "Các sở, ngành"),
        ("Sở Nội vụ: rà soát biên chế các xã.", "Sở Nội vụ"),
        ("Tập huấn cho công chức các xã.", None),
        ("Gửi báo cáo cho Sở Nội vụ.", None),
    ],
)
def test_a_task_says_who_does_it(sentence, unit):
    assert one(sentence).unit == unit


@pytest.mark.parametrize(
    "closing",
    [
        "Trên đây là báo cáo của Sở, kính báo cáo UBND tỉnh./.",
        "Sở thông báo để các cơ quan, đơn vị biết, thực hiện./.",
        "Thông báo này thay thế Thông báo số 7/TB-SNV ngày 04/3/2021.",
    ],
)
def test_a_closing_sentence_is_no_task(closing):
    assert [t.text for t in tasks("1. Tập huấn cho các xã.", closing)] == ["Tập huấn cho các xã."]


def test_a_name_under_a_page_is_no_task():
    found = tell("Nhiệm vụ quý III/2021:", "- Tập huấn cho các xã.", "Thu Hà")
    assert [s.task.text for s in found.statements if s.task] == ["Tập huấn cho các xã."]


def test_what_nobody_dated_has_no_period():
    page = "Phương hướng, nhiệm vụ thời gian tới:\n\n- Tập huấn cho các xã.\n"
    found: list[Period | None] = [s.task.period for s in read(page).statements if s.task]
    assert found == [None]


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Phòng Hành chính tư pháp: mở rộng việc trả phiếu tại nhà từ ngày 01/11/2021.", "Phòng Hành chính tư pháp"),
        ("Văn phòng Sở: tổ chức tự kiểm tra tại 05 phòng.", "Văn phòng Sở"),
        ("Trung tâm Tin học - Công báo: lắp đặt 04 máy quét.", "Trung tâm Tin học - Công báo"),
        ("Bổ nhiệm Trưởng phòng Tư pháp (Phòng Nội vụ, trong tháng 11/2021).", "Phòng Nội vụ"),
        ("Trình UBND tỉnh phê duyệt Đề án (Phòng Bổ trợ tư pháp, quý IV/2021).", "Phòng Bổ trợ tư pháp"),
        ("Trình phê duyệt quy trình (Văn phòng Sở phối hợp Văn phòng UBND tỉnh).", "Văn phòng Sở"),
        ("Phòng Hành chính - Quản trị hoàn thiện đề án hợp nhất.", "Phòng Hành chính - Quản trị"),
        ("Tổ chức hội nghị đối thoại: mời 50 doanh nghiệp.", None),
        ("Trình UBND tỉnh quy định mức trần thù lao.", None),
        ("Nâng tỷ lệ hồ sơ trực tuyến (trước ngày 20/11/2021).", None),
    ],
)
def test_who_does_a_task_stands_beside_it(sentence, unit):
    assert one(sentence).unit == unit


@pytest.mark.parametrize(
    "sentence",
    ["GIÁM ĐỐC - Trần Văn Bình", "Đính chính: Báo cáo số 12 ghi nhầm ngày.", "Kiến nghị Bộ Nội vụ sớm hướng dẫn."],
)
def test_what_stands_behind_the_tasks_is_none(sentence):
    assert not tasks(sentence)


def test_a_period_in_brackets_behind_the_unit_is_when_it_is_done():
    assert one("Xây dựng đề án sáp nhập (Văn phòng Sở, tháng 11/2021).").period == NOVEMBER


def test_a_paragraph_that_sets_out_the_coming_quarter_is_of_tasks():
    found = tasks(
        "Trong quý IV/2021, Sở Nội vụ tập trung: Chấm điểm các xã. Mở 12 điểm thu nhận hồ sơ tại bưu cục.",
        heading="II. MỘT SỐ KẾT QUẢ",
    )
    assert [t.period for t in found] == [FOURTH, FOURTH]


def test_a_sentence_on_the_quarter_that_is_told_sets_out_nothing():
    assert not tasks("Trong quý III/2021, Sở Nội vụ tập trung kiểm tra 12 xã.", heading="II. MỘT SỐ KẾT QUẢ")
