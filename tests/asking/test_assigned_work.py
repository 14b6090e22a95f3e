"""A row of work that a document assigns does not say what that document is about, nor how far it is."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

LIST = "\n".join(
    "\t".join(row)
    for row in (
        ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Văn bản giao", "Thời hạn", "Tình trạng"),
        (
            "1",
            "Trình phê duyệt Đề án vị trí việc làm",
            "Sở Nội vụ",
            "2391/QĐ-UBND ngày 28/12/2022",
            "31/10/2023",
            "Đang thực hiện",
        ),
        (
            "2",
            "Khắc phục hồ sơ đất đai trễ hạn",
            "Sở Xây dựng",
            "1124/UBND-TNMT ngày 07/4/2023",
            "30/6/2023",
            "Quá hạn",
        ),
    )
)
ASKER = of_texts(
    news(
        "41/BC-SNV",
        "17/3/2023",
        "quý I năm 2023",
        "Thực hiện Quyết định số 2391/QĐ-UBND ngày 28/12/2022 của UBND tỉnh ban hành Kế hoạch cải cách hành chính năm 2023.",
        "Đề án vị trí việc làm đang được xây dựng.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    ),
    f"DANH MỤC NHIỆM VỤ CỦA TỈNH HƯNG HÒA\n{LIST}\n",
)


def test_the_document_is_about_what_it_issued():
    answer = ask("Quyết định 2391/QĐ-UBND về việc gì?", asker=ASKER, today=date(2023, 11, 1))
    assert is_answered(answer)
    assert "Kế hoạch cải cách hành chính năm 2023" in answer.direct


def test_what_it_assigns_is_not_issued_by_it():
    answer = ask("Đề án vị trí việc làm ban hành chưa?", asker=ASKER, today=date(2023, 11, 1))
    assert "28/12/2022" not in answer.direct


@pytest.mark.parametrize("question", ["Công văn 1124/UBND-TNMT tới đâu rồi?", "1124/UBND-TNMT quá hạn chưa?"])
def test_a_letter_that_no_report_tells_of_otherwise_is_as_its_row_says(question):
    answer = ask(question, asker=ASKER, today=date(2023, 11, 1))
    assert is_answered(answer)
    assert "quá hạn" in answer.direct.lower()
