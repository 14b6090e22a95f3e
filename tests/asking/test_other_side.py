"""Questions about the other side of what a small report says: not done for done, another time, another sort beside it."""

from datetime import date

import pytest

from knowledge.asking.asker import Asker
from tests.asking.libraries import Chat, ask, is_answered, of_texts

TODAY = date(2025, 12, 20)


def report(number: str, place: str, day: str, period: str, body: str) -> str:
    """A province's report on that period."""
    return f"""ỦY BAN NHÂN DÂN
TỈNH {place.upper()}
Số: {number}/BC-UBND
{place}, {day}

BÁO CÁO
Kết quả công tác cải cách hành chính {period}

{body}
"""


OF_YEARS = of_texts(
    report(
        "112",
        "Lâm Bình",
        "ngày 12 tháng 12 năm 2025",
        "năm 2025",
        """1. Tiếp nhận và giải quyết
Năm 2025, toàn tỉnh tiếp nhận 210.500 hồ sơ (tăng 12,5% so với năm 2024).
Hồ sơ nộp trực tuyến 130.000 hồ sơ, đạt 61,8%, vượt 11,8% so với chỉ tiêu được giao.
2. Cán bộ, công chức
Tổng số công chức là 2.340 người, trong đó nữ 1.020 người, dân tộc thiểu số 310 người, đảng viên 2.005 người.
Tuyển dụng 58 công chức, trong đó nữ 33 người; tinh giản biên chế 41 người.
Chưa hoàn thành việc phê duyệt phương án tự chủ của 03 đơn vị sự nghiệp.
3. Chỉ số
Chỉ số SIPAS đạt 82,1%, giảm 1,2% so với năm 2023.
4. Khác
Giải ngân vốn đầu tư công đạt 2.450 tỷ đồng, bằng 87,3% kế hoạch.
Thu hút 14 dự án FDI, tổng vốn đăng ký 210 triệu USD.
Đã ban hành 28 văn bản quy phạm pháp luật, gồm 10 nghị quyết, 18 quyết định.
""",
    ),
    report(
        "98",
        "Lâm Bình",
        "ngày 14 tháng 12 năm 2024",
        "năm 2024",
        """Năm 2024, toàn tỉnh tiếp nhận 187.100 hồ sơ, trong đó cấp xã 70.000 hồ sơ.
Hồ sơ nộp trực tuyến 70.000 hồ sơ, đạt 37,4%.
""",
    ),
)
OF_PROVINCES = of_texts(
    report(
        "192",
        "Lâm Bình",
        "ngày 10 tháng 10 năm 2025",
        "quý III năm 2025",
        """Cấp tỉnh: tiếp nhận 40.200 hồ sơ, đã giải quyết 37.000 hồ sơ.
Có 1.120 người nghỉ theo Nghị định số 178/2024/NĐ-CP, trong đó 220 người thôi việc.
""",
    ),
    report(
        "192",
        "Hưng Hòa",
        "ngày 12 tháng 10 năm 2025",
        "quý III năm 2025",
        """Có 870 người nghỉ theo Nghị định số 178/2024/NĐ-CP.
Chưa có trụ sở riêng: 12 Trung tâm Phục vụ hành chính công cấp xã.
""",
    ),
    """UBND TỈNH HƯNG HÒA
SỞ NỘI VỤ
Số: 55/BC-SNV
Hưng Hòa, ngày 05 tháng 10 năm 2025

BÁO CÁO
Kết quả công tác cải cách hành chính quý III năm 2025

Sở tiếp nhận 1.200 hồ sơ, giải quyết 1.150 hồ sơ, không có hồ sơ quá hạn.
""",
)


OF_A_YEAR = of_texts(
    report(
        "101",
        "Lâm Bình",
        "ngày 20 tháng 9 năm 2025",
        "9 tháng năm 2025",
        """Ban hành 47 văn bản; đã kiểm tra 11/15 cơ quan.
Tinh giản biên chế 31 người; dự kiến cả năm tinh giản 46 người.
""",
    ),
    report(
        "140",
        "Lâm Bình",
        "ngày 15 tháng 12 năm 2025",
        "năm 2025",
        """Tinh giản biên chế 44 người, chưa đạt kế hoạch (45 người).
Số hóa 78% hồ sơ, chưa đạt mục tiêu 80%.
""",
    ),
)

OF_A_WARD = of_texts(
    """ỦY BAN NHÂN DÂN
PHƯỜNG BẾN LỨC
Số: 77/BC-UBND
Bến Lức, ngày 15 tháng 9 năm 2025

BÁO CÁO
Kết quả công tác cải cách hành chính 9 tháng năm 2025

Rà soát 12 văn bản, kiến nghị bãi bỏ 02 văn bản.
Trung tâm tiếp nhận 3.420 hồ sơ, trong đó trực tuyến 3.010 hồ sơ; đã giải quyết 3.300 hồ sơ, đúng hạn 3.288 hồ sơ, quá hạn 12 hồ sơ.
Thu ngân sách 9 tháng đạt 21,4 tỷ đồng, bằng 82% dự toán; chi 18,2 tỷ đồng.
Trang thiết bị của Trung tâm còn thiếu 02 máy quét.
Phường có 03 phòng chuyên môn; ban hành Kế hoạch số 05/KH-UBND ngày 08/7/2025 về cải cách hành chính.
"""
)


def chat(*questions: str, asker: Asker = OF_YEARS) -> str:
    """What the last of them is answered with."""
    talk = Chat(asker, TODAY)
    return [talk.ask(question) for question in questions][-1].direct


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2024 hồ sơ tiếp nhận có tăng không?",
        "Năm 2024 hồ sơ trực tuyến có vượt chỉ tiêu không?",
        "Mấy đơn vị đã phê duyệt phương án tự chủ?",
    ],
)
def test_a_sentence_that_says_nothing_of_what_is_asked_is_not_told(question: str) -> None:
    assert not is_answered(ask(question, today=TODAY, asker=OF_YEARS))


@pytest.mark.parametrize(
    "question",
    [
        "Hưng Hòa có bao nhiêu Trung tâm có trụ sở riêng?",
        "Cấp tỉnh quá hạn bao nhiêu hồ sơ?",
        "Lâm Bình quý III/2025 hồ sơ tiếp nhận có tăng không?",
        "Theo Nghị định 178 ở Hưng Hòa bao nhiêu người thôi việc?",
    ],
)
def test_another_body_or_state_is_not_told(question: str) -> None:
    assert not is_answered(ask(question, today=TODAY, asker=OF_PROVINCES))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Còn mấy đơn vị chưa phê duyệt phương án tự chủ?", "03 đơn vị"),
        ("Hồ sơ trực tuyến có vượt chỉ tiêu không?", "vượt 11,8%"),
        ("Chỉ số SIPAS giảm bao nhiêu phần trăm?", "1,2%"),
        ("Chỉ số SIPAS giảm bao nhiêu phần trăm so với năm 2023?", "1,2%"),
        ("Có bao nhiêu công chức dân tộc thiểu số?", "310 người"),
        ("Tổng vốn đăng ký FDI là bao nhiêu?", "210 triệu USD"),
    ],
)
def test_the_side_that_is_told_is_told(question: str, said: str) -> None:
    assert said in ask(question, today=TODAY, asker=OF_YEARS).direct


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hưng Hòa có bao nhiêu Trung tâm chưa có trụ sở riêng?", "12 Trung tâm"),
        ("Bao nhiêu người nghỉ theo Nghị định 178 ở Hưng Hòa?", "870 người"),
        ("Hưng Hòa có bao nhiêu người nghỉ theo Nghị định 178?", "870 người"),
        ("Bao nhiêu người nghỉ theo Nghị định 178 của Lâm Bình?", "1.120 người"),
        ("Theo Nghị định 178 ở Lâm Bình bao nhiêu người thôi việc?", "220 người"),
    ],
)
def test_what_a_province_did_under_a_decree_is_its_own(question: str, said: str) -> None:
    assert said in ask(question, today=TODAY, asker=OF_PROVINCES).direct


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("Tổng số công chức năm 2025?", "trong đó nữ?"), "1.020 người"),
        (("Tổng số công chức năm 2025?", "đảng viên?", "dân tộc thiểu số thì sao?"), "310 người"),
        (("Năm 2025 tuyển dụng bao nhiêu công chức?", "trong đó nữ?"), "33 người"),
        (("Ban hành bao nhiêu văn bản quy phạm pháp luật năm 2025?", "trong đó nghị quyết?"), "10 nghị quyết"),
        (("FDI có bao nhiêu dự án?", "vốn bao nhiêu?"), "210 triệu USD"),
    ],
)
def test_what_the_last_sentence_counts_besides_is_told_of_it(questions: tuple[str, ...], said: str) -> None:
    assert said in chat(*questions)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Did online dossiers exceed the target?", "vượt 11,8%"),
        ("Did SIPAS improve?", "No, down by 1.2%"),
        ("Did SIPAS go up or down?", "Down by 1.2%"),
        ("Were there more dossiers received in 2025 than in 2024?", "Up 23,400 dossiers"),
        ("Is it true that 64 civil servants were recruited in 2025?", "No: 58"),
        ("How many decisions were issued in 2025?", "18 decisions"),
        ("How many units have not had their autonomy plan approved?", "3 public service units"),
        ("How many party members are there?", "2,005 people"),
        ("How many ethnic minority civil servants are there?", "310 people"),
        ("Is public investment disbursement above 90%?", "No: 87.3%"),
        ("What share of civil servants are party members?", "85.68%"),
    ],
)
def test_plain_english_asks_the_same(question: str, said: str) -> None:
    assert said in ask(question, today=TODAY, language="en", asker=OF_YEARS).direct


@pytest.mark.parametrize("question", ["Was recruitment higher in 2025?", "Did recruitment fall in 2025?"])
def test_one_number_tells_nobody_that_it_moved(question: str) -> None:
    assert not is_answered(ask(question, today=TODAY, language="en", asker=OF_YEARS))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Đảng viên chiếm bao nhiêu phần trăm tổng số công chức?", "85,68% (tính: 2.005/2.340 người)"),
        ("Nữ chiếm bao nhiêu phần trăm trong số công chức được tuyển dụng năm 2025?", "56,90% (tính: 33/58 công chức)"),
        ("Nghị quyết chiếm bao nhiêu phần trăm văn bản quy phạm pháp luật?", "35,71% (tính: 10/28 văn bản"),
    ],
)
def test_a_share_is_of_the_whole_that_is_named(question: str, said: str) -> None:
    assert said in ask(question, today=TODAY, asker=OF_YEARS).direct


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("9 tháng năm 2025 tinh giản bao nhiêu người?", "31 người"),
        ("9 tháng năm 2025 dự kiến cả năm tinh giản bao nhiêu người?", "46 người"),
        ("Năm 2025 tinh giản bao nhiêu người?", "44 người"),
        ("Kế hoạch tinh giản năm 2025 là bao nhiêu?", "45 người"),
        ("Năm 2025 tinh giản có đạt kế hoạch không?", "chưa đạt kế hoạch (45 người)"),
        ("Số hóa năm 2025 có đạt mục tiêu không?", "chưa đạt mục tiêu 80%"),
    ],
)
def test_what_is_foreseen_or_planned_is_not_what_came(question: str, said: str) -> None:
    assert said in ask(question, today=TODAY, asker=OF_A_YEAR).direct


def test_what_is_left_is_not_what_was_done() -> None:
    assert "11/15" not in chat("9 tháng 2025 đã kiểm tra bao nhiêu cơ quan?", "còn lại bao nhiêu?", asker=OF_A_YEAR)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Bến Lức kiến nghị bãi bỏ bao nhiêu văn bản?", "02 văn bản"),
        ("Bến Lức còn thiếu bao nhiêu máy quét?", "02 máy quét"),
        ("Thu bằng bao nhiêu phần trăm dự toán?", "82%"),
        ("Bến Lức tỷ lệ đúng hạn?", "99,64% (tính: 3.288/3.300 hồ sơ)"),
        ("Bến Lức tỷ lệ hồ sơ trực tuyến?", "88,01% (tính: 3.010/3.420 hồ sơ)"),
    ],
)
def test_a_ward_is_told_what_its_report_says(question: str, said: str) -> None:
    assert said in ask(question, today=TODAY, asker=OF_A_WARD).direct


@pytest.mark.parametrize(
    "question",
    [
        "Bến Lức bãi bỏ bao nhiêu văn bản?",
        "Bến Lức có bao nhiêu máy quét?",
        "Chi bằng bao nhiêu phần trăm dự toán?",
        "Tổ chức bộ máy phường Bến Lức ra sao?",
    ],
)
def test_what_is_proposed_lacked_or_of_the_other_way_is_not_told(question: str) -> None:
    assert not is_answered(ask(question, today=TODAY, asker=OF_A_WARD))


def test_what_went_out_is_not_what_came_in() -> None:
    assert "82%" not in chat("Thu bằng bao nhiêu % dự toán?", "còn chi?", asker=OF_A_WARD)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kế hoạch 05 của UBND tỉnh?", "Không có Kế hoạch 5 của cơ quan đó trong các báo cáo."),
        ("Kế hoạch 07 của phường Bến Lức?", "Không có Kế hoạch 7 trong các báo cáo."),
    ],
)
def test_of_whom_there_is_no_such_document_is_said(question: str, said: str) -> None:
    assert ask(question, today=TODAY, asker=OF_A_WARD).direct.startswith(said)
