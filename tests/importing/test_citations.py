"""What a sentence says of a document: which, of when, by whom, and what became of it."""

from datetime import date

import pytest

from knowledge.facts import Role
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.importing.issuers import Home, find_issuer
from tests.importing.pages import citation_of, citations_of


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
    assert citation_of(sentence).role is role


@pytest.mark.parametrize(
    "date_words",
    ["ngày 05/4/2021", "ngày 05 tháng 4 năm 2021", "ngày 5.4.2021", "(ngày 05/4/2021)", ", ngày 05/4/2021"],
)
def test_the_date_after_a_document_is_its_date(date_words):
    found = citation_of(f"UBND tỉnh ban hành Quyết định số 311/QĐ-UBND {date_words} về phí thăm quan.")
    assert (found.issued_on, found.year) == (date(2021, 4, 5), 2021)


@pytest.mark.parametrize("verb", ["ban hành", "đã ban hành", "ký ban hành", "phê duyệt"])
def test_the_date_before_the_issuing_verb_is_its_date(verb):
    assert citation_of(f"Ngày 07/4/2021, UBND tỉnh {verb} Quyết định số 41/QĐ-UBND.").issued_on == date(2021, 4, 7)


def test_a_date_of_something_else_is_not_the_documents():
    assert citation_of("Ngày 07/4/2021, tỉnh họp đánh giá việc thực hiện Quyết định số 41/QĐ-UBND.").issued_on is None


def test_of_two_documents_each_has_its_own_date():
    found = citations_of("Thực hiện Quyết định số 5/QĐ-UBND ngày 03/01/2020 và Kế hoạch số 6/KH-UBND ngày 09/02/2021.")
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
    assert citation_of(f"Thực hiện {document} ngày 04/3/2020, các xã đã rà soát.").issuer == issuer


def test_the_issuer_after_the_date_is_named_in_full():
    found = citation_of(
        "Theo Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương, tỉnh đã sắp xếp các phòng."
    )
    assert (found.written, found.issuer, found.role) == ("18-NQ/TW", "Ban Chấp hành Trung ương", Role.BASIS)


@pytest.mark.parametrize("committee", ["UBND tỉnh", "UBND xã Tân Hội"])
def test_in_a_districts_report_the_committee_that_issued_it_is_the_one_that_is_said_to(committee):
    home = Home("UBND huyện Yên Hòa", "UBND", date(2021, 3, 14))
    before = f"{committee} ban hành "
    assert find_issuer("KH-UBND", fold(before), list(find_organisations(before)), home) == committee


@pytest.mark.parametrize("verb", ["thông qua", "quyết nghị tại", "đã ra", "có", "ban hành"])
def test_who_passed_a_resolution_issued_it(verb):
    before, home = f"HĐND tỉnh {verb} ", Home("UBND huyện Bình Thái", None, date(2023, 12, 10))
    assert find_issuer("NQ-HĐND", fold(before), list(find_organisations(before)), home) == "HĐND tỉnh"


@pytest.mark.parametrize(
    ("before", "issuer"),
    [
        ("Văn phòng UBND tỉnh trình UBND tỉnh tại Tờ trình số ", "Văn phòng UBND tỉnh"),
        ("Đề án đang trình UBND tỉnh tại Tờ trình số ", "Văn phòng UBND"),
    ],
)
def test_whose_office_put_it_forward_is_said_by_its_sentence(before, issuer):
    home = Home("Trung tâm Hành chính công tỉnh Hưng Hòa", "TTHCC", date(2021, 3, 14))
    assert find_issuer("TTr-VPUBND", fold(before), list(find_organisations(before)), home) == issuer


def test_a_document_that_another_replaces_is_replaced_and_the_other_issued():
    found = citations_of(
        "Ngày 02/5/2021, UBND tỉnh ban hành Quyết định số 402/QĐ-UBND thay thế Quyết định số 77/QĐ-UBND ngày 11/01/2018."
    )
    assert [(c.number, c.role, c.issued_on) for c in found] == [
        ("402", Role.ISSUED, date(2021, 5, 2)),
        ("77", Role.REPLACED, date(2018, 1, 11)),
    ]


def test_a_document_that_another_amends_is_amended_and_the_other_issued():
    found = citations_of(
        "UBND tỉnh ban hành Quyết định số 420/QĐ-UBND ngày 09/5/2021 sửa đổi, bổ sung Quyết định số 12/QĐ-UBND ngày 03/01/2020."
    )
    assert [(c.number, c.role) for c in found] == [("420", Role.ISSUED), ("12", Role.AMENDED)]


def test_numbers_of_a_list_are_documents_each():
    found = citations_of(
        "Thực hiện các Quyết định số 12, 13 và 15/QĐ-UBND ngày 03/01/2021 của UBND tỉnh về giao chỉ tiêu."
    )
    assert [(c.number, c.type, c.issuer) for c in found] == [
        (number, "Quyết định", "UBND tỉnh") for number in ("12", "13", "15")
    ]


def test_numbers_of_a_list_have_one_role():
    found = citations_of(
        "Thực hiện các Quyết định số 12, 13 và 15/QĐ-UBND ngày 03/01/2021 của UBND tỉnh về giao chỉ tiêu."
    )
    assert {c.role for c in found} == {Role.IMPLEMENTED}


def test_a_document_may_be_said_to_be_issued_after_its_name():
    assert citation_of("Kế hoạch tuyên truyền số 52/KH-VPUBND đã được ban hành ngày 02/5/2021.").role is Role.ISSUED


def test_the_report_itself_is_none_of_its_documents():
    assert citations_of("UBND tỉnh đã họp.") == []


def test_documents_that_are_joined_have_one_role():
    found = citations_of(
        "Thực hiện Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW và Kế hoạch số 7/KH-UBND, tỉnh đã sắp xếp."
    )
    assert [c.role for c in found] == [Role.IMPLEMENTED] * 3


def test_documents_of_a_series_are_all_issued_with_their_own_subjects():
    found = citations_of(
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
    found = citation_of(f"Ngày 04/3/2021, UBND tỉnh {verb} Công văn số 7/UBND-NC về giờ làm việc.")
    assert (found.role, found.issued_on) == (Role.ISSUED, date(2021, 3, 4))


def test_a_document_that_was_replaced_by_another_is_told_so():
    found = citations_of("Quyết định số 5/QĐ-UBND được thay thế bằng Quyết định số 9/QĐ-UBND ngày 04/3/2021.")
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
    assert citation_of(sentence).role is role


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
    assert citation_of(f"Thực hiện văn bản số {symbol} ngày 04/3/2021, các xã đã rà soát.").issuer == issuer


def test_a_chairman_after_the_date_is_the_issuer():
    found = citation_of("Thực hiện Quyết định số 7/QĐ-UBND ngày 04/3/2021 của Chủ tịch UBND tỉnh, các xã đã rà soát.")
    assert found.issuer == "Chủ tịch UBND tỉnh"


@pytest.mark.parametrize(
    "issuer",
    [
        "Bộ trưởng Bộ Nội vụ",
        "Giám đốc Sở Tư pháp",
        "Cục trưởng Cục Kiểm soát thủ tục hành chính",
        "Bộ Hạ tầng và Đô thị",
        "Ban Quản lý Khu kinh tế Mũi Sậy",
        "Ban Thường vụ Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Trưởng Ban Chỉ đạo cải cách hành chính của Chính phủ",
    ],
)
def test_issuer_behind_a_document_is_named_with_its_head(issuer: str) -> None:
    found = citation_of(
        f"Thực hiện Quyết định số 7/QĐ-BXX ngày 04/3/2021 của {issuer} về việc ban hành Quy chế một cửa, các xã đã rà soát."
    )
    assert (found.issuer, found.subject) == (issuer, "ban hành Quy chế một cửa")


@pytest.mark.parametrize("head", ["Giám đốc Sở", "Bộ trưởng", "Trung tâm"])
def test_head_alone_names_no_issuer_but_the_subject_behind_it_is_read(head: str) -> None:
    found = citation_of(f"Thực hiện Quyết định số 7/QĐ-XX ngày 04/3/2021 của {head} về việc ban hành Quy chế một cửa.")
    assert (found.issuer, found.subject) == (None, "ban hành Quy chế một cửa")


def test_term_of_an_elected_body_does_not_hide_the_subject() -> None:
    found = citation_of(
        "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII về sắp xếp tổ chức bộ máy."
    )
    assert found.subject == "sắp xếp tổ chức bộ máy"


def test_committee_that_did_something_by_a_decision_issued_it() -> None:
    found = citation_of(
        "UBND thành phố công bố Chỉ số cải cách hành chính của các huyện tại Quyết định số 512/QĐ-UBND ngày 03/3/2023: huyện Bàu Sen đạt 87,42 điểm."
    )
    assert found.issuer == "UBND thành phố"


def test_subject_in_a_table_ends_with_its_cell() -> None:
    found = citations_of(
        "C. Nhiệm vụ 6 tháng cuối năm 2021",
        "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tTrình ban hành Quy chế tiếp nhận phản ánh\tPhòng Kiểm soát thủ tục\tQuý III/2021",
    )
    assert [citation.subject for citation in found] == ["Quy chế tiếp nhận phản ánh"]
