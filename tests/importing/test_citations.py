"""What a sentence says of a document: which, of when, by whom, about what, and what became of it."""

from datetime import date

import pytest

from knowledge.facts import Citation, PeriodKind, Role
from knowledge.grammar.periods import make_period
from tests.importing.pages import citations, report, tell

YEAR = 2021


def quarter(index: int):
    return make_period(PeriodKind.QUARTER, index, YEAR)


def told(*paragraphs: str) -> list[Citation]:
    return citations(tell(*paragraphs))


def one(*paragraphs: str) -> Citation:
    (found,) = told(*paragraphs)
    return found


def of_number(number: str, *paragraphs: str) -> Citation:
    return next(c for c in told(*paragraphs) if c.number == number)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("UBND tỉnh ban hành Quyết định số 311/QĐ-UBND ngày 05/4/2021 về phí thăm quan.", Role.ISSUED),
        ("Ngày 05/4/2021, UBND tỉnh đã ký ban hành Quyết định số 311/QĐ-UBND về phí thăm quan.", Role.ISSUED),
        ("Căn cứ Quyết định số 311/QĐ-UBND ngày 05/4/2021, các xã đã kiện toàn tổ công tác.", Role.BASIS),
        ("Theo Quyết định số 311/QĐ-UBND ngày 05/4/2021 thì mỗi xã có một điểm hỗ trợ.", Role.BASIS),
        ("Thực hiện Quyết định số 311/QĐ-UBND ngày 05/4/2021, các sở đã đăng ký chỉ tiêu.", Role.IMPLEMENTED),
        ("Việc triển khai thực hiện Quyết định số 311/QĐ-UBND ngày 05/4/2021 còn chậm.", Role.IMPLEMENTED),
        ("Văn phòng đã trình Quyết định số 311/QĐ-UBND ngày 05/4/2021 lên Bộ Nội vụ.", Role.SUBMITTED),
    ],
)
def test_the_verb_before_a_document_says_its_role(sentence, role):
    assert one(sentence).role is role


@pytest.mark.parametrize(
    "date_words",
    ["ngày 05/4/2021", "ngày 05 tháng 4 năm 2021", "ngày 5.4.2021", "(ngày 05/4/2021)", ", ngày 05/4/2021"],
)
def test_the_date_after_a_document_is_its_date(date_words):
    found = one(f"UBND tỉnh ban hành Quyết định số 311/QĐ-UBND {date_words} về phí thăm quan.")
    assert (found.issued_on, found.year) == (date(2021, 4, 5), 2021)


@pytest.mark.parametrize("verb", ["ban hành", "đã ban hành", "ký ban hành", "phê duyệt"])
def test_the_date_before_the_issuing_verb_is_its_date(verb):
    assert one(f"Ngày 07/4/2021, UBND tỉnh {verb} Quyết định số 41/QĐ-UBND.").issued_on == date(2021, 4, 7)


def test_a_date_of_something_else_is_not_the_documents():
    assert one("Ngày 07/4/2021, tỉnh họp đánh giá việc thực hiện Quyết định số 41/QĐ-UBND.").issued_on is None


def test_of_two_documents_each_has_its_own_date():
    found = told("Thực hiện Quyết định số 5/QĐ-UBND ngày 03/01/2020 và Kế hoạch số 6/KH-UBND ngày 09/02/2021.")
    assert [(c.number, c.issued_on) for c in found] == [("5", date(2020, 1, 3)), ("6", date(2021, 2, 9))]


@pytest.mark.parametrize(
    ("document", "issuer"),
    [
        ("Quyết định số 7/QĐ-UBND", "UBND tỉnh"),
        ("Nghị quyết số 7/NQ-HĐND", "HĐND tỉnh"),
        ("Quyết định số 7/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("Nghị định số 7/2020/NĐ-CP", "Chính phủ"),
        ("Công văn số 7/VPCP-KSTT", "Văn phòng Chính phủ"),
        ("Thông tư số 7/2020/TT-BNV", "Bộ Nội vụ"),
        ("Kế hoạch số 7/KH-SNV", "Sở Nội vụ"),
        ("Kế hoạch số 7/KH-VPUBND", "Văn phòng UBND tỉnh Hưng Hòa"),
    ],
)
def test_a_symbol_says_who_issued_the_document(document, issuer):
    assert one(f"Thực hiện {document} ngày 04/3/2020, các xã đã rà soát.").issuer == issuer


def test_the_issuer_after_the_date_is_named_in_full():
    found = one("Theo Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương, tỉnh đã sắp xếp các phòng.")
    assert (found.written, found.issuer, found.role) == ("18-NQ/TW", "Ban Chấp hành Trung ương", Role.BASIS)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("UBND tỉnh ban hành Quyết định số 7/QĐ-UBND ngày 04/3/2021 về phí thăm quan.", "phí thăm quan"),
        ("UBND tỉnh ban hành Quyết định số 7/QĐ-UBND về việc công bố danh mục nội bộ.", "công bố danh mục nội bộ"),
        ("UBND tỉnh ban hành Công văn số 7/UBND-NC v/v chấn chỉnh giờ làm việc.", "chấn chỉnh giờ làm việc"),
        ("UBND tỉnh ban hành Quyết định số 7/QĐ-UBND phê duyệt quy trình điện tử.", "phê duyệt quy trình điện tử"),
        ("UBND tỉnh ban hành Kế hoạch kiểm tra công vụ số 7/KH-UBND.", "Kế hoạch kiểm tra công vụ"),
        (
            "Quy chế tiếp công dân (ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 04/3/2021) đã được phổ biến.",
            "Quy chế tiếp công dân",
        ),
    ],
)
def test_a_subject_has_many_forms(sentence, subject):
    found = of_number("7", sentence)
    assert subject in (found.subject or "")


def test_what_is_issued_may_stand_before_a_bracket():
    found = of_number("7", "UBND tỉnh ban hành Quy chế tiếp dân (kèm theo Quyết định số 7/QĐ-UBND ngày 04/3/2021).")
    assert (found.role, found.subject) == (Role.ISSUED, "Quy chế tiếp dân")


def test_a_subject_ends_where_the_sentence_goes_on_to_something_else():
    found = one("UBND tỉnh ban hành Kế hoạch số 7/KH-UBND về kiểm tra công vụ, đến nay đã kiểm tra 12 xã.")
    assert found.subject == "kiểm tra công vụ"


def test_a_document_that_another_replaces_is_replaced_and_the_other_issued():
    found = told(
        "Ngày 02/5/2021, UBND tỉnh ban hành Quyết định số 402/QĐ-UBND thay thế Quyết định số 77/QĐ-UBND ngày 11/01/2018."
    )
    assert [(c.number, c.role, c.issued_on) for c in found] == [
        ("402", Role.ISSUED, date(2021, 5, 2)),
        ("77", Role.REPLACED, date(2018, 1, 11)),
    ]


def test_a_document_that_another_amends_is_amended_and_the_other_issued():
    found = told(
        "UBND tỉnh ban hành Quyết định số 420/QĐ-UBND ngày 09/5/2021 sửa đổi, bổ sung Quyết định số 12/QĐ-UBND ngày 03/01/2020."
    )
    assert [(c.number, c.role) for c in found] == [("420", Role.ISSUED), ("12", Role.AMENDED)]


def test_numbers_of_a_list_are_documents_each():
    found = told("Thực hiện các Quyết định số 12, 13 và 15/QĐ-UBND ngày 03/01/2021 của UBND tỉnh về giao chỉ tiêu.")
    assert [(c.number, c.type, c.issuer) for c in found] == [
        (number, "Quyết định", "UBND tỉnh") for number in ("12", "13", "15")
    ]


def test_numbers_of_a_list_have_one_role():
    found = told("Thực hiện các Quyết định số 12, 13 và 15/QĐ-UBND ngày 03/01/2021 của UBND tỉnh về giao chỉ tiêu.")
    assert {c.role for c in found} == {Role.IMPLEMENTED}


def test_a_document_may_be_said_to_be_issued_after_its_name():
    assert one("Kế hoạch tuyên truyền số 52/KH-VPUBND đã được ban hành ngày 02/5/2021.").role is Role.ISSUED


def test_the_report_itself_is_none_of_its_documents():
    assert told("UBND tỉnh đã họp.") == []


# --- documents without a number yet


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dự kiến trong quý III/2021 ban hành Quy chế quản lý chữ ký số.", quarter(3)),
        (
            "Văn phòng đang xây dựng Quy chế quản lý chữ ký số, dự kiến ban hành trong quý IV/2021.",
            quarter(4),
        ),
        (
            "Văn phòng tham mưu Quy chế quản lý chữ ký số, dự kiến trình trong tháng 9/2021.",
            make_period(PeriodKind.MONTH, 9, YEAR),
        ),
        ("Dự kiến ban hành Quy chế quản lý chữ ký số trong quý III.", quarter(3)),
    ],
)
def test_a_planned_document_has_a_subject_and_the_period_it_is_expected_in(sentence, expected):
    found = one(sentence)
    assert (found.role, found.number, found.expected) == (Role.PLANNED, None, expected)
    assert (found.subject or "").startswith("Quy chế quản lý chữ ký số")


def test_the_subject_of_a_plan_ends_before_what_is_said_of_it():
    found = one("Đề án thí điểm bàn hướng dẫn đang được xây dựng, dự kiến trình trong tháng 7/2021.")
    assert found.subject == "Đề án thí điểm bàn hướng dẫn"


def test_a_document_in_work_is_drafted():
    found = one("Sở Nội vụ đang dự thảo Đề án vị trí việc làm giai đoạn 2021-2025.")
    assert (found.role, found.subject) == (Role.DRAFTED, "Đề án vị trí việc làm giai đoạn 2021-2025")


def test_a_document_that_was_put_forward_is_submitted():
    found = one("Văn phòng đã trình UBND tỉnh ban hành Quy chế làm việc mới.")
    assert (found.role, found.number, found.issuer) == (Role.SUBMITTED, None, "UBND tỉnh")


def test_a_draft_that_was_not_put_forward_is_not_submitted():
    assert all(c.role is not Role.SUBMITTED for c in told("Sở chưa trình UBND tỉnh ban hành Quy chế làm việc mới."))


def test_a_document_that_is_a_task_is_planned():
    found = citations(report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Trình UBND tỉnh ban hành Quy chế tiếp công dân."))
    assert [(c.role, c.subject) for c in found] == [(Role.PLANNED, "Quy chế tiếp công dân")]


def test_the_next_sentence_may_postpone_the_plan():
    found = told(
        "Văn phòng đang xây dựng Quy chế tiếp công dân, dự kiến ban hành trong quý II/2021. "
        "Đến nay chưa ban hành, dự kiến lùi sang quý III/2021."
    )
    assert [c.expected for c in found] == [quarter(2), quarter(3)]
    assert found[0].subject == found[1].subject


def test_the_next_sentence_may_say_when_a_draft_is_expected():
    found = told("Quy chế phối hợp liên thông đang được hoàn thiện. Dự kiến ban hành trong quý IV/2021.")
    assert found[-1].expected == quarter(4)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Quy chế tiếp công dân ban hành kèm theo Quyết định số 430/QĐ-UBND ngày 12/5/2021 có hiệu lực từ ngày 01/6/2021.",
        "UBND tỉnh ban hành Quyết định số 430/QĐ-UBND ngày 12/5/2021 về tiếp công dân. "
        "Quyết định có hiệu lực từ ngày 01/6/2021.",
        "Ngày 12/5/2021, UBND tỉnh ban hành Quyết định số 430/QĐ-UBND kèm theo Quy chế tiếp công dân. "
        "Quy chế có hiệu lực từ ngày 01/6/2021.",
    ],
    ids=["same sentence", "next sentence", "what it issues"],
)
def test_the_day_from_which_a_document_is_in_force_is_read(paragraph):
    assert ("430", date(2021, 6, 1)) in {(c.number, c.effective_on) for c in told(paragraph)}


def test_no_plan_is_made_of_a_document_with_a_number():
    assert [c.number for c in told("Dự kiến trong quý III/2021 tổng kết Kế hoạch số 6/KH-UBND ngày 09/02/2021.")] == [
        "6"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các xã đã có kế hoạch cụ thể.",
        "Quy trình được niêm yết tại trụ sở.",
        "Tỷ lệ đạt 12/15 sở.",
        "Ngày 12/3/2021 họp.",
    ],
)
def test_words_alone_are_no_documents(sentence):
    assert told(sentence) == []


# --- what a document carries, named before it


@pytest.mark.parametrize(
    ("sentence", "role", "subject"),
    [
        (
            "UBND tỉnh đã ban hành Chương trình tiếp dân năm 2021 tại Quyết định số 7/QĐ-UBND.",
            Role.ISSUED,
            "Chương trình tiếp dân năm 2021",
        ),
        (
            "Đề án tinh gọn đầu mối được UBND tỉnh phê duyệt bằng Quyết định số 7/QĐ-UBND ngày 04/3/2021.",
            Role.ISSUED,
            "Đề án tinh gọn đầu mối",
        ),
        (
            "Đề án bến thủy được phê duyệt muộn hơn hẹn, tại Quyết định số 7/QĐ-UBND ngày 04/3/2021.",
            Role.ISSUED,
            "Đề án bến thủy",
        ),
        (
            "Thực hiện Quy chế tiếp dân theo Quyết định số 7/QĐ-UBND, các xã đã mở sổ.",
            Role.IMPLEMENTED,
            "Quy chế tiếp dân",
        ),
        (
            "Thực hiện Kế hoạch dân vận ban hành kèm theo Quyết định số 7/QĐ-UBND: các xã đã họp.",
            Role.IMPLEMENTED,
            "Kế hoạch dân vận",
        ),
        (
            "Chưa có ý kiến đối với danh mục thủ tục cảng biển do UBND tỉnh đề xuất tại Công văn số 7/UBND-NC.",
            Role.BASIS,
            "danh mục thủ tục cảng biển",
        ),
        (
            "Dự án Luật Cảng biển (sửa đổi) đã được trình Chính phủ tại Tờ trình số 7/TTr-BNV ngày 04/3/2021.",
            Role.BASIS,
            "Luật Cảng biển (sửa đổi)",
        ),
    ],
)
def test_what_a_document_carries_may_stand_before_it(sentence, role, subject):
    found = of_number("7", sentence)
    assert (found.role, found.subject) == (role, subject)


def test_a_ward_called_an_is_no_plan():
    # Without tones "Phường An" is "phương án".
    found = one("Phường An Hải được lập trên cơ sở hai phường cũ theo Nghị quyết số 7/NQ-HĐND ngày 04/3/2021.")
    assert found.subject is None


def test_a_plan_made_after_a_decision_is_not_what_the_decision_carries():
    assert one("Ban hành Kế hoạch dân vận theo Quyết định số 7/QĐ-UBND ngày 04/3/2021.").subject is None


# --- roles of several documents, and those told after the name


def test_documents_that_are_joined_have_one_role():
    found = told("Thực hiện Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW và Kế hoạch số 7/KH-UBND, tỉnh đã sắp xếp.")
    assert [c.role for c in found] == [Role.IMPLEMENTED] * 3


def test_documents_of_a_series_are_all_issued_with_their_own_subjects():
    found = told(
        "UBND tỉnh ban hành Quyết định số 5/QĐ-UBND về phí đò; Kế hoạch số 6/KH-UBND về dân vận và "
        "Công văn số 7/UBND-NC về giờ làm việc."
    )
    assert [(c.role, c.subject) for c in found] == [
        (Role.ISSUED, "phí đò"),
        (Role.ISSUED, "dân vận"),
        (Role.ISSUED, "giờ làm việc"),
    ]


@pytest.mark.parametrize("verb", ["có", "đã ra", "gửi"])
def test_a_body_that_has_a_letter_issued_it(verb):
    found = one(f"Ngày 04/3/2021, UBND tỉnh {verb} Công văn số 7/UBND-NC về giờ làm việc.")
    assert (found.role, found.issued_on) == (Role.ISSUED, date(2021, 3, 4))


def test_a_document_that_was_replaced_by_another_is_told_so():
    found = told("Quyết định số 5/QĐ-UBND được thay thế bằng Quyết định số 9/QĐ-UBND ngày 04/3/2021.")
    assert [(c.number, c.role) for c in found] == [("5", Role.REPLACED), ("9", Role.ISSUED)]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Kế hoạch số 7/KH-UBND đã hoàn thành 4/7 nội dung.", Role.IMPLEMENTED),
        ("Chỉ thị số 7/CT-UBND ngày 04/3/2021 tiếp tục được thực hiện.", Role.IMPLEMENTED),
        ("Quyết định số 7/QĐ-UBND ngày 04/3/2021 đã hết hiệu lực.", Role.REPLACED),
        ("Quyết định số 7/QĐ-UBND ngày 04/3/2021 được sửa đổi trong quý.", Role.AMENDED),
    ],
)
def test_the_words_after_a_document_say_its_role_too(sentence, role):
    assert one(sentence).role is role


# --- where a subject ends


@pytest.mark.parametrize(
    ("rest", "subject"),
    [
        ("về kiểm tra công vụ, các sở đã tự kiểm tra xong.", "kiểm tra công vụ"),
        ("về kiểm tra công vụ đã được triển khai ở các xã.", "kiểm tra công vụ"),
        ("về kiện toàn Tổ công tác, 13 thành viên.", "kiện toàn Tổ công tác"),
        ("về kiểm tra công vụ tại 11 phường.", "kiểm tra công vụ"),
        ("về đào tạo, bồi dưỡng cán bộ, công chức năm 2021.", "đào tạo, bồi dưỡng cán bộ, công chức năm 2021"),
        ("về phân công nhiệm vụ (đợt 2).", "phân công nhiệm vụ (đợt 2)"),
        ("về cải thiện chỉ số (PCI) năm 2021.", "cải thiện chỉ số (PCI) năm 2021"),
        ("về thực hiện Nghị quyết số 18-NQ/TW.", "thực hiện Nghị quyết số 18-NQ/TW"),
        ("về tinh gọn đầu mối theo Nghị quyết số 18-NQ/TW.", "tinh gọn đầu mối"),
        ("gửi Bộ Nội vụ đề nghị giao thêm biên chế.", "đề nghị giao thêm biên chế"),
        ("yêu cầu các cơ quan báo cáo trước khi họp.", "yêu cầu các cơ quan báo cáo trước khi họp"),
    ],
)
def test_a_subject_ends_with_its_title(rest, subject):
    assert of_number("7", f"UBND tỉnh ban hành Công văn số 7/UBND-NC ngày 04/3/2021 {rest}").subject == subject


def test_after_the_comma_of_an_opening_phrase_the_sentence_has_its_own_words():
    found = one("Thực hiện Quyết định số 7/QĐ-UBND ngày 04/3/2021, yêu cầu các xã báo cáo.")
    assert found.subject is None


def test_what_a_letter_asks_for_may_open_the_sentence():
    found = one("Với các thủ tục của ngành thuế, UBND tỉnh có Công văn số 7/UBND-NC đề xuất đưa về một đầu mối.")
    assert found.subject == "đề xuất đưa về một đầu mối (các thủ tục của ngành thuế)"


# --- who is responsible, by when


def test_a_planned_document_names_who_prepares_it_and_by_when():
    found = one("Sở Nội vụ tham mưu ban hành Quy chế tiếp dân, trình UBND tỉnh trước ngày 28/02/2022.")
    assert (found.subject, found.responsible, found.due) == ("Quy chế tiếp dân", "Sở Nội vụ", date(2022, 2, 28))


def test_a_document_in_a_list_of_tasks_is_expected_in_their_period():
    found = citations(
        report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Trình UBND tỉnh phê duyệt quy trình điện tử cấp phép đợt 2.")
    )
    assert [(c.subject, c.expected) for c in found] == [("Quy trình điện tử cấp phép đợt 2", quarter(4))]


@pytest.mark.parametrize(
    ("symbol", "issuer"),
    [
        ("7/2015/QH13", "Quốc hội"),
        ("7/NQ-UBTVQH14", "Ủy ban Thường vụ Quốc hội"),
        ("7/KH-SNN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("7-NQ/TW", None),  # of the Central Committee, its Politburo or its Secretariat
    ],
)
def test_letters_of_a_symbol_name_central_bodies_and_departments(symbol, issuer):
    assert one(f"Thực hiện văn bản số {symbol} ngày 04/3/2021, các xã đã rà soát.").issuer == issuer


def test_a_chairman_after_the_date_is_the_issuer():
    found = one("Thực hiện Quyết định số 7/QĐ-UBND ngày 04/3/2021 của Chủ tịch UBND tỉnh, các xã đã rà soát.")
    assert found.issuer == "Chủ tịch UBND tỉnh"


def test_a_colon_within_a_standards_name_ends_no_clause():
    found = one("Sở đã công bố hệ thống theo TCVN ISO 9001:2015 tại Quyết định số 7/QĐ-SNV ngày 04/3/2021.")
    assert (found.role, found.subject) == (Role.ISSUED, "công bố hệ thống theo TCVN ISO 9001:2015")
