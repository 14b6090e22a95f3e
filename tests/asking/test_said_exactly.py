"""What a question says is not passed over: its year, its subject, the part that it names; and what only leads to it is."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts, reading

OFFICE = "Sở Giao thông vận tải tỉnh Bến Đá"
ASKER = of_texts(
    news(
        "41/BC-SGTVT",
        "10/6/2022",
        "quý II năm 2022",
        "Sở tiếp nhận 1.240 hồ sơ, trong đó trực tuyến 620 hồ sơ (50,00%). Sở giải quyết 1.198 hồ sơ, quá hạn 31 hồ sơ.",
        "Số hồ sơ quá hạn chủ yếu thuộc lĩnh vực vận tải với 19 hồ sơ.",
        "Toàn ngành có 12 người nghỉ việc theo Nghị định số 29/2023/NĐ-CP trong quý II/2022.",
        "Kế hoạch số 15/KH-SGTVT ngày 12/01/2022 đề ra 26 nhiệm vụ, đã hoàn thành 11/26 nhiệm vụ.",
        "NHIỆM VỤ QUÝ III NĂM 2022",
        "1. Vận hành ki-ốt tra cứu giấy phép lái xe.",
        "2. Kiểm tra 04 đơn vị trực thuộc.",
        office=OFFICE,
    ),
    news(
        "66/BC-SGTVT",
        "12/9/2022",
        "quý III năm 2022",
        "Sở tiếp nhận 1.310 hồ sơ, trong đó trực tuyến 812 hồ sơ (61,98%). Sở giải quyết 1.290 hồ sơ, quá hạn 18 hồ sơ.",
        office=OFFICE,
    ),
    """BẢNG THEO DÕI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2022
(Kèm theo Công văn số 88/SNV-CCHC ngày 01/10/2022 của Sở Nội vụ tỉnh Bến Đá; số liệu cập nhật đến ngày 30/9/2022)
| STT | Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái | Ghi chú |
|---|---|---|---|---|---|---|---|
| 1 | 60/UBND-GT | 14/3/2022 | Đổi giấy phép lái xe qua mạng | Sở Giao thông vận tải | 31/8/2022 | Đã hoàn thành | |
| 2 | 71/UBND-NC | 20/4/2022 | Rà soát trụ sở dôi dư | Sở Tài chính | 15/9/2022 | Quá hạn | |

TỔNG HỢP THEO CƠ QUAN CHỦ TRÌ

| Cơ quan chủ trì | Tổng số | Đã hoàn thành | Đang thực hiện | Chưa thực hiện | Quá hạn |
|---|---|---|---|---|---|
| Sở Giao thông vận tải | 1 | 1 | 0 | 0 | 0 |
| Sở Tài chính | 1 | 0 | 0 | 0 | 1 |
| Tổng cộng | 2 | 1 | 0 | 0 | 1 |
""",
)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 15/KH-SGTVT năm 2014 hoàn thành bao nhiêu nhiệm vụ?",
        "Nghỉ việc theo Nghị định 29 năm 2015 toàn ngành bao nhiêu người?",
        "Tính đến 30/9/2015 những văn bản nào quá hạn?",
        "Công văn 71/UBND-NC đến 30/9/2015 tình trạng thế nào?",
        "Nhiệm vụ quý III/2022 của Sở Giao thông vận tải về hôn nhân?",
        "Sở Tài chính quý III/2022 có bao nhiêu hồ sơ quá hạn?",
        "Bảng theo dõi nhiệm vụ năm 2022 của Sở Y tế cập nhật số liệu đến ngày nào?",
        "Bao nhiêu người Sở Giao thông vận tải phải làm việc từ xa quý III/2022?",
    ],
)
def test_what_is_said_and_not_told_answers_nothing(question):
    assert not is_answered(ask(question, asker=ASKER)), ask(question, asker=ASKER).direct


def test_what_one_has_of_another_is_not_what_it_has():
    """What of the one is at the other is asked: the figure of the one alone is no part of an answer; with "và" it is."""
    assert not is_answered(ask("Sở Giao thông vận tải quý II/2022 nhận bao nhiêu hồ sơ của Sở Ngoại vụ?", asker=ASKER))
    both = ask("Sở Giao thông vận tải và Sở Ngoại vụ quý II/2022 tiếp nhận bao nhiêu hồ sơ?", asker=ASKER)
    assert both.direct.startswith("1.240 hồ sơ")
    assert both.direct.endswith("Sở Ngoại vụ: chưa có số liệu này")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Dạ em muốn hỏi quý II/2022 Sở Giao thông vận tải tiếp nhận bao nhiêu hồ sơ ạ?", "1.240 hồ sơ"),
        ("Nhờ cháu tra giúp bác quý III/2022 Sở Giao thông vận tải nhận bao nhiêu hồ sơ.", "1.310 hồ sơ"),
        ("Cho bác hỏi Sở Giao thông vận tải quý II/2022 giải quyết mấy hồ sơ giúp bác nhé", "1.198 hồ sơ"),
        ("Sở Giao thông vận tải quý II/2022 quá hạn bao nhiêu hồ sơ?", "31 hồ sơ"),
        ("Nhiệm vụ quý III/2022 của Sở Giao thông vận tải gồm những gì?", "2 nhiệm vụ"),
        ("Tỷ lệ trực tuyến của Sở Giao thông vận tải các quý II, III/2022?", "50,00%"),
        ("Tỷ lệ trực tuyến của Sở Giao thông vận tải qua các quý II/2022 và III/2022?", "61,98%"),
        ("Bảng theo dõi nhiệm vụ năm 2022 cập nhật số liệu đến ngày nào?", "Đến ngày 30/09/2022"),
        ("Tính đến 30/9/2022 những văn bản nào quá hạn?", "1 văn bản"),
        ("Quá hạn của lĩnh vực vận tải quý II/2022 ở Sở Giao thông vận tải là bao nhiêu hồ sơ?", "19 hồ sơ"),
    ],
)
def test_what_leads_to_a_question_is_no_part_of_it(question, said):
    told = ask(question, asker=ASKER)
    assert said in " ".join((told.direct, *told.lines))


def test_the_day_of_effect_is_told_by_the_sentence_that_says_it():
    asker = of_texts(
        news(
            "26/BC-SNV",
            "14/3/2024",
            "quý I năm 2024",
            "UBND tỉnh ban hành Quyết định số 63/QĐ-UBND ngày 26/02/2024 về Quy chế phối hợp liên thông thủ tục.",
            "Quy chế phối hợp liên thông thủ tục có hiệu lực từ ngày 10/3/2024.",
        )
    )
    assert "10/03/2024" in ask("Quy chế phối hợp liên thông có hiệu lực từ hôm nào?", asker=asker).direct


def test_what_is_lacking_is_named_and_what_there_is_is_offered():
    """Of the quarter there is a figure, of that body there is none: the body is what is lacking."""
    told = ask("Sở Giao thông vận tải quý II/2022 nhận bao nhiêu hồ sơ của Sở Ngoại vụ?", asker=ASKER)
    assert "Sở Ngoại vụ" in told.direct
    assert "quý II/2022" not in told.direct


def test_to_which_day_a_register_without_a_letter_is_kept():
    register = """THEO DÕI THỰC HIỆN VĂN BẢN NĂM 2019 CỦA SỞ NỘI VỤ TỈNH BẾN ĐÁ (cập nhật đến ngày 30/8/2019)
| Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|
| 60/UBND-GT | 14/3/2019 | Đổi giấy phép lái xe qua mạng | Sở Giao thông vận tải | 31/8/2019 | Đang thực hiện |
"""
    told = ask("Bảng theo dõi năm 2019 cập nhật đến ngày nào?", asker=of_texts(register))
    assert told.direct.startswith("Đến ngày 30/08/2019")


_SENT = """BẢNG THEO DÕI VĂN BẢN NĂM 2022 CỦA TỈNH BẾN ĐÁ
(Kèm theo Công văn số 71/VPUBND-TH ngày 04/10/2022 của Văn phòng UBND tỉnh; cập nhật đến ngày 30/9/2022)
| Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|
| 66/UBND-GT | 14/3/2022 | Đổi giấy phép lái xe qua mạng | Sở Giao thông vận tải | 31/8/2022 | Đang thực hiện |
"""


@pytest.mark.parametrize(
    "question",
    [
        "Bảng theo dõi văn bản năm 2022 kèm theo công văn nào?",
        "bang theo doi van ban 2022 gui kem cong van so may",
        "Bảng theo dõi văn bản kèm theo văn bản nào?",
    ],
)
def test_with_which_letter_a_register_was_sent(question):
    told = ask(question, asker=of_texts(_SENT))
    assert told.direct.startswith("Kèm theo Công văn số 71/VPUBND-TH ngày 04/10/2022 –")


@pytest.mark.parametrize(
    ("question", "reports"),
    [
        ("Bảng theo dõi văn bản năm 2022 kèm theo quyết định nào?", (_SENT,)),
        ("Bảng theo dõi văn bản năm 2021 kèm theo công văn nào?", (_SENT,)),
        ("Bảng theo dõi thu phí kèm theo công văn nào?", (_SENT,)),
        (
            "Bảng theo dõi văn bản kèm theo công văn nào?",
            (_SENT, _SENT.replace("71/VP", "88/VP").replace("/10/2022", "/7/2022")),
        ),
    ],
)
def test_of_no_register_that_fits_alone_a_letter_is_told(question, reports):
    assert not is_answered(ask(question, asker=of_texts(*reports)))


def test_what_a_table_of_work_spends_is_no_count_of_work():
    """Only how far the work is counts work; a sum without its unit beside it counts nothing."""
    table = """BẢNG TỔNG HỢP DỰ ÁN NĂM 2022
(Kèm theo Công văn số 90/SNV-CCHC ngày 01/10/2022 của Sở Nội vụ tỉnh Bến Đá)
| Cơ quan chủ trì | Kinh phí | Đã hoàn thành | Quá hạn |
|---|---|---|---|
| Sở Tài chính | 1200 | 3 | 1 |
"""
    figures = [f for s in reading(table).statements for f in s.figures]
    assert [(f.value, f.unit) for f in figures] == [(1200, ""), (3, "nhiệm vụ"), (1, "nhiệm vụ")]


def test_the_state_of_a_row_is_told_without_its_other_cells():
    told = ask("Công văn 71/UBND-NC tới đâu rồi?", asker=ASKER).direct
    assert told.startswith("Quá hạn")
    assert "|" not in told


RETIRED = of_texts(
    news(
        "618/BC-UBND",
        "15/12/2025",
        "năm 2025",
        "Giải quyết chế độ theo Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ cho 1.047 người với kinh phí 812,6 tỷ đồng.",
        office="UBND tỉnh Hưng Hòa",
    )
)
LEFT = of_texts(
    news(
        "655/BC-UBND",
        "15/12/2025",
        "năm 2025",
        "Có 1.582 cán bộ, công chức, viên chức nghỉ việc theo Nghị định số 178/2024/NĐ-CP; đã chi trả chế độ cho 1.019 người.",
        office="UBND tỉnh Hưng Hòa",
    )
)


@pytest.mark.parametrize(
    ("asker", "question", "told"),
    [
        (
            RETIRED,
            "Năm 2025 tỉnh giải quyết chế độ theo Nghị định 178 cho bao nhiêu người, hết bao nhiêu kinh phí?",
            ("1.047 người", "812,6 tỷ đồng"),
        ),
        (LEFT, "Năm 2025 có mấy người nghỉ việc theo Nghị định 178?", ("1.582 cán bộ",)),
    ],
)
def test_how_many_people_a_decree_is_carried_out_for_and_for_how_much(asker, question, told):
    answer = ask(question, asker=asker)
    assert is_answered(answer)
    assert all(one in answer.direct for one in told)
