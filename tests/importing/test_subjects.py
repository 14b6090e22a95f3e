"""What a document is about: where its subject begins and where it ends."""

import pytest

from knowledge.facts import Citation, Role
from tests.importing.pages import citation_of, citations_of


def of_number(number: str, *paragraphs: str) -> Citation:
    return next(c for c in citations_of(*paragraphs) if c.number == number)


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


def test_a_body_that_is_set_up_by_it_is_its_subject():
    found = citation_of(
        "Trung tâm Lưu ký Dữ liệu được thành lập theo Quyết định số 7/QĐ-UBND ngày 04/3/2021 của UBND tỉnh"
        " trên cơ sở hợp nhất hai trung tâm cũ; biên chế 12 người."
    )
    assert (found.subject, found.issuer) == ("thành lập Trung tâm Lưu ký Dữ liệu", "UBND tỉnh")


def test_what_a_body_that_was_set_up_does_by_it_is_not_that():
    found = citation_of(
        "Trung tâm Lưu ký Dữ liệu được giao biên chế theo Quyết định số 7/QĐ-UBND ngày 04/3/2021 của UBND tỉnh."
    )
    assert "thành lập" not in (found.subject or "")


def test_what_is_issued_may_stand_before_a_bracket():
    found = of_number("7", "UBND tỉnh ban hành Quy chế tiếp dân (kèm theo Quyết định số 7/QĐ-UBND ngày 04/3/2021).")
    assert (found.role, found.subject) == (Role.ISSUED, "Quy chế tiếp dân")


def test_a_subject_ends_where_the_sentence_goes_on_to_something_else():
    found = citation_of("UBND tỉnh ban hành Kế hoạch số 7/KH-UBND về kiểm tra công vụ, đến nay đã kiểm tra 12 xã.")
    assert found.subject == "kiểm tra công vụ"


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
    found = citation_of("Phường An Hải được lập trên cơ sở hai phường cũ theo Nghị quyết số 7/NQ-HĐND ngày 04/3/2021.")
    assert found.subject is None


def test_a_plan_made_after_a_decision_is_not_what_the_decision_carries():
    assert citation_of("Ban hành Kế hoạch dân vận theo Quyết định số 7/QĐ-UBND ngày 04/3/2021.").subject is None


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
    found = citation_of("Thực hiện Quyết định số 7/QĐ-UBND ngày 04/3/2021, yêu cầu các xã báo cáo.")
    assert found.subject is None


def test_what_a_letter_asks_for_may_open_the_sentence():
    found = citation_of(
        "Với các thủ tục của ngành thuế, UBND tỉnh có Công văn số 7/UBND-NC đề xuất đưa về một đầu mối."
    )
    assert found.subject == "đề xuất đưa về một đầu mối (các thủ tục của ngành thuế)"


def test_a_colon_within_a_standards_name_ends_no_clause():
    found = citation_of("Sở đã công bố hệ thống theo TCVN ISO 9001:2015 tại Quyết định số 7/QĐ-SNV ngày 04/3/2021.")
    assert (found.role, found.subject) == (Role.ISSUED, "công bố hệ thống theo TCVN ISO 9001:2015")
