"""Mentions of one document come together across reports, and those of two stay two."""

from datetime import date

import pytest

from knowledge.asking.shelves.catalogue import owner_of
from knowledge.asking.shelves.owners import places_of
from knowledge.facts import Role
from tests.asking.libraries import ask, documents, is_answered, news, of_texts, quotes, shipped

PLAN = news("11/BC-VPUBND", "16/3/2021", "quý I năm 2021", "Dự kiến trong quý II/2021 ban hành Quy chế tiếp công dân.")
ISSUE = news(
    "22/BC-VPUBND",
    "17/6/2021",
    "quý II năm 2021",
    "Ngày 11/5/2021, UBND tỉnh ban hành Quyết định số 702/QĐ-UBND kèm theo Quy chế tiếp công dân.",
)
UNDATED = news(
    "33/BC-VPUBND", "16/9/2021", "quý III năm 2021", "Thực hiện Quyết định số 702/QĐ-UBND, các xã đã niêm yết lịch."
)
OTHER_PLACE = news(
    "7/BC-VPUBND",
    "18/6/2021",
    "quý II năm 2021",
    "UBND tỉnh ban hành Quyết định số 702/QĐ-UBND ngày 20/5/2021 về phí thăm quan.",
    office="Văn phòng UBND tỉnh Đông Khê",
)
NEXT_YEAR = news(
    "12/BC-VPUBND",
    "16/6/2022",
    "quý II năm 2022",
    "UBND tỉnh ban hành Quyết định số 702/QĐ-UBND ngày 03/6/2022 về giá dịch vụ.",
)


def test_a_planned_document_becomes_issued_when_a_later_report_says_so():
    (document,) = of_texts(PLAN, ISSUE).library.documents
    assert [m.citation.role for m in document.mentions] == [Role.PLANNED, Role.ISSUED]
    assert (document.number, document.issued_on) == ("702", date(2021, 5, 11))


def test_it_does_not_matter_which_report_came_first():
    (document,) = of_texts(ISSUE, PLAN).library.documents
    assert [m.citation.role for m in document.mentions] == [Role.PLANNED, Role.ISSUED]


def test_what_a_province_plans_is_not_the_governments_document_of_like_subject():
    government = ISSUE.replace(
        "Ngày 11/5/2021, UBND tỉnh ban hành Quyết định số 702/QĐ-UBND kèm theo Quy chế tiếp công dân.",
        "Thực hiện Nghị quyết số 70/NQ-CP ngày 11/5/2021 của Chính phủ ban hành Quy chế tiếp công dân.",
    )
    plan = PLAN.replace("Dự kiến trong quý II/2021 ban hành", "Dự kiến trình UBND tỉnh ban hành trong quý II/2021")
    assert {d.issuer for d in of_texts(plan, government).library.documents if d.is_numbered} == {"Chính phủ"}


def test_without_a_later_report_a_plan_stays_a_plan():
    (document,) = of_texts(PLAN).library.documents
    assert (document.is_numbered, document.subject) == (False, "Quy chế tiếp công dân")


def test_another_subject_does_not_issue_the_plan():
    other = ISSUE.replace("Quy chế tiếp công dân", "Bộ tiêu chí chấm điểm xã phường")
    assert len(of_texts(PLAN, other).library.documents) == 2


def test_a_plan_of_another_year_is_another_plan():
    plan = PLAN.replace("Quy chế tiếp công dân", "Kế hoạch tuyên truyền cải cách năm 2021")
    later = PLAN.replace("Quy chế tiếp công dân", "Kế hoạch tuyên truyền cải cách năm 2022").replace("11/BC", "12/BC")
    assert len(of_texts(plan, later).library.documents) == 2


def test_the_same_number_in_two_years_stays_two():
    assert {d.year for d in documents(of_texts(ISSUE, NEXT_YEAR), "702")} == {2021, 2022}


def test_the_same_number_of_two_provinces_stays_two():
    assert {d.issued_on for d in documents(of_texts(ISSUE, OTHER_PLACE), "702")} == {
        date(2021, 5, 11),
        date(2021, 5, 20),
    }


def test_the_same_number_of_a_province_and_its_district_stays_two():
    assert {d.issuer for d in documents(shipped(), "140")} == {"UBND tỉnh", "UBND huyện Bàu Sen"}


def test_an_undated_mention_goes_to_the_document_of_its_province():
    found = documents(of_texts(ISSUE, OTHER_PLACE, UNDATED), "702")
    assert {d.issued_on: len(d.mentions) for d in found} == {date(2021, 5, 11): 2, date(2021, 5, 20): 1}


def test_an_undated_mention_goes_to_the_newest_document_issued_before_it():
    later = UNDATED.replace("16/9/2021", "16/9/2022").replace("quý III năm 2021", "quý III năm 2022")
    found = documents(of_texts(ISSUE, NEXT_YEAR, later), "702")
    assert {d.year: len(d.mentions) for d in found} == {2021: 1, 2022: 2}


def test_a_mention_is_never_of_a_document_issued_after_it():
    found = documents(of_texts(UNDATED, NEXT_YEAR), "702")
    assert {d.year: len(d.mentions) for d in found if d.issued_on} == {2022: 1}


def test_a_central_document_is_the_same_for_every_province():
    cited = "Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017, tỉnh đã sắp xếp các phòng."
    here = news("1/BC-VPUBND", "17/6/2021", "quý II năm 2021", cited)
    there = news("2/BC-VPUBND", "18/6/2021", "quý II năm 2021", cited, office="Văn phòng UBND tỉnh Đông Khê")
    assert len(documents(of_texts(here, there), "18")) == 1


def test_however_a_symbol_is_written_it_is_one_document():
    other = UNDATED.replace("702/QĐ-UBND", "702/QÐ_UBND")
    assert len(documents(of_texts(ISSUE, other), "702")) == 1


# --- asked


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định số 702/QĐ-UBND ban hành ngày nào?",
        "QĐ 702 ban hành ngày nào?",
        "qd702 ban hanh ngay nao",
        "702/QĐ-UBND ngày mấy?",
        "702/QÐ-UBND ban hành ngày nào?",
        "When was decision 702 issued?",
    ],
)
def test_a_document_is_found_however_its_number_is_typed(question):
    answer = ask(question)
    assert is_answered(answer)
    assert "11/05/2021" in answer.direct


@pytest.mark.parametrize("question", ["702 qd ubnd ban hanh khi nao", "702 QĐ UBND ban hành ngày nào?"])
def test_a_document_is_found_when_its_symbol_is_typed_with_spaces(question):
    assert "11/05/2021" in ask(question).direct


def test_the_day_from_which_a_document_is_in_force_may_be_asked_with_from():
    assert "01/06/2021" in ask("QĐ 702 có hiệu lực từ ngày nào?").direct


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("QĐ 702 ai ban hành?", "UBND tỉnh"),
        ("QĐ 702 về việc gì?", "Quy chế tiếp nhận phản ánh"),
        ("QĐ 702 có hiệu lực khi nào?", "01/06/2021"),
        ("QĐ 702 tới đâu rồi?", "Đã ban hành ngày 11/05/2021"),
        ("Quy chế tiếp nhận phản ánh, kiến nghị đã ban hành chưa?", "Đã ban hành ngày 11/05/2021"),
        ("Quy chế tiếp nhận phản ánh, kiến nghị mang số nào?", "702/QĐ-UBND"),
    ],
)
def test_what_is_asked_of_a_document_is_answered(question, words):
    assert words in ask(question).direct


def test_the_quote_for_an_issuer_says_that_it_issued_the_document():
    assert "ban hành Quyết định số 702/QĐ-UBND" in quotes(ask("QĐ 702 ai ban hành?"))


def test_a_plan_is_told_with_the_period_it_is_expected_in():
    answer = ask("Đề án số hóa hồ sơ lưu trữ ban hành chưa?", today=date(2021, 5, 3))
    assert (is_answered(answer), "Chưa ban hành" in answer.direct, "quý II/2021" in answer.direct) == (True, True, True)


@pytest.mark.parametrize(("day", "is_overdue"), [(date(2021, 6, 30), False), (date(2021, 7, 1), True)])
def test_a_plan_is_overdue_by_the_day_of_asking(day, is_overdue):
    assert (
        "đã qua thời gian dự kiến" in ask("Đề án số hóa hồ sơ lưu trữ ban hành chưa?", today=day).direct
    ) is is_overdue


@pytest.mark.parametrize(
    ("day", "words"), [(date(2021, 9, 2), "quá hạn 2 ngày"), (date(2021, 12, 1), "quá hạn 92 ngày")]
)
def test_a_deadline_is_counted_from_the_day_of_asking(day, words):
    assert words in ask("33/KH-UBND đã quá hạn chưa?", today=day).direct


def test_the_day_that_is_asked_for_comes_first_and_thousands_have_their_dot():
    told = ask("33/KH-UBND hạn hoàn thành ngày nào?", today=date(2026, 11, 29)).direct
    assert "Kế hoạch 33/KH-UBND: hạn hoàn thành 31/08/2021; tính đến 29/11/2026 đã quá hạn 1.916 ngày" in told


def test_what_is_done_is_not_overdue():
    assert "đã quá hạn" not in ask("1190/UBND-KSTT đã quá hạn chưa?").direct


def test_a_basis_is_not_told_as_issued_by_the_report():
    answer = ask("Báo cáo 221 đã ban hành những văn bản nào?")
    assert "18-NQ/TW" not in " ".join((answer.direct, *answer.lines))


@pytest.mark.parametrize("question", ["702", "còn 702 thì sao", "thế 702?"])
def test_a_number_that_stands_alone_is_a_document(question):
    assert "702/QĐ-UBND" in ask(question).direct


def test_documents_to_come_are_listed_with_the_time_expected():
    answer = ask("những văn bản nào dự kiến ban hành?")
    assert [line for line in answer.lines if "quý II/2021" in line]


def test_what_a_sentence_mentions_is_of_the_place_that_its_document_is_of():
    library = of_texts(ISSUE, OTHER_PLACE).library
    statements = library.statements.numbers()
    is_of = library.mention_of_place(statements, "dong khe")
    told = [any("dong khe" in places_of(owner_of(m)) for _, m in library.documents_in(e)) for e in library.statements]
    assert is_of.tolist() == told
    assert 0 < sum(told) < len(told)


def test_a_quote_of_few_letters_has_the_lines_around_it():
    asker = of_texts("""UBND TỈNH BẾN ĐÁ
SỞ Y TẾ
-------
Số: 52/BC-SYT
Bến Đá, ngày 12 tháng 12 năm 2022
BÁO CÁO
Kết quả cải cách hành chính năm 2022
Sở Y tế ban hành Kế hoạch số 08/KH-SYT ngày 10/01/2022 về cải cách hành chính năm 2022.
""")
    assert "UBND TỈNH BẾN ĐÁ\nSỞ Y TẾ" in quotes(ask("Kế hoạch 08/KH-SYT do ai ban hành?", asker=asker))


def test_what_a_registers_note_counts_answers_how_many():
    asker = of_texts("""SỔ THEO DÕI VĂN BẢN NĂM 2021
(Kèm theo Công văn số 88/SNV-CCHC ngày 01/10/2021 của Sở Nội vụ tỉnh Bến Đá)
| STT | Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái | Ghi chú |
|---|---|---|---|---|---|---|---|
| 1 | 31/KH-UBND | 26/01/2021 | Kế hoạch cải cách hành chính năm 2021 | Sở Nội vụ | 31/12/2021 | Đang thực hiện | Hoàn thành 52/58 nhiệm vụ |
""")
    assert "52/58 nhiệm vụ" in ask("Kế hoạch 31/KH-UBND hoàn thành được bao nhiêu nhiệm vụ?", asker=asker).direct
    assert not is_answered(ask("Kế hoạch 31/KH-UBND gửi bao nhiêu thư xin lỗi?", asker=asker))
    assert not is_answered(ask("Kế hoạch 31/KH-UBND giao Sở Y tế bao nhiêu nhiệm vụ?", asker=asker))


def test_the_sentence_behind_a_letter_says_whether_it_was_replied_to():
    asker = of_texts(
        news(
            "15/BC-UBND",
            "15/6/2024",
            "quý II năm 2024",
            "UBND tỉnh trình Bộ Nội vụ phương án sắp xếp tại Tờ trình số 96/TTr-UBND ngày 22/5/2024. Đến nay chưa có ý kiến của Bộ Nội vụ.",
        )
    )
    assert ask("Bộ Nội vụ đã có ý kiến về Tờ trình 96/TTr-UBND chưa?", asker=asker).direct.startswith(
        "Đến nay chưa có ý kiến"
    )
    assert "Đến nay" not in ask("Bộ Tài chính đã có ý kiến về Tờ trình 96/TTr-UBND chưa?", asker=asker).direct


@pytest.mark.parametrize("question", ["Kế hoạch cải cách hành chính ban hành theo quyết định nào?"])
def test_plans_of_two_bodies_or_years_are_asked_back(question):
    asker = of_texts(
        news(
            "15/BC-BNV",
            "15/6/2024",
            "quý II năm 2024",
            "Bộ ban hành Quyết định số 298/QĐ-BNV ngày 27/12/2023 về Kế hoạch cải cách hành chính năm 2024 của Bộ.",
        ),
        news(
            "9/BC-CVT",
            "15/6/2024",
            "quý II năm 2024",
            "Cục ban hành Quyết định số 45/QĐ-CVT ngày 16/02/2024 về Kế hoạch cải cách hành chính năm 2024 của Cục Văn thư.",
        ),
    )
    assert not is_answered(ask(question, asker=asker))
