"""What is held up of a document: by whom, on which day; and on which documents it rests."""

from datetime import date

import pytest

from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2024, 1, 10)
ASKER = of_texts(
    news(
        "310/BC-UBND",
        "20/12/2023",
        "năm 2023",
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về Chương trình tổng thể, UBND tỉnh đã ban hành"
        " Quyết định số 118/QĐ-UBND ngày 20/01/2023 giao nhiệm vụ cho các sở, ngành.",
        "UBND tỉnh ban hành Chỉ thị số 06/CT-UBND ngày 03/4/2023 về kỷ luật, kỷ cương hành chính.",
        "Giảm 14 phòng chuyên môn, 3 chi cục so với năm 2022.",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("nghị quyết 76 do tỉnh ban hành à", "Không phải: Nghị quyết 76/NQ-CP do Chính phủ"),
        ("nghị quyết 76 là của chính phủ phải không", "Đúng: Nghị quyết 76/NQ-CP do Chính phủ"),
        ("chỉ thị 6 của huyện ban hành phải không", "Không phải: Chỉ thị 06/CT-UBND do UBND tỉnh"),
        ("chỉ thị 6 ban hành ngày 4/3 đúng không", "Không phải: Chỉ thị 06/CT-UBND ban hành ngày 03/04/2023"),
        ("chỉ thị 6 ban hành ngày 3/4 đúng không", "Đúng: Chỉ thị 06/CT-UBND ban hành ngày 03/04/2023"),
        ("quyết định 118 căn cứ vào đâu", "Căn cứ Nghị quyết 76/NQ-CP ngày 15/07/2021"),
        ("QĐ 118 dựa trên văn bản nào", "Căn cứ Nghị quyết 76/NQ-CP"),
    ],
)
def test_what_is_held_up_is_judged(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_no_basis_is_told_where_none_is_named():
    answer = ask("chỉ thị 6 căn cứ vào đâu", asker=ASKER, today=TODAY)
    assert not is_answered(answer)


def test_branches_that_were_given_up_are_no_divisions():
    answer = ask("năm 2023 giảm bao nhiêu chi cục", asker=ASKER, today=TODAY)
    assert "14" not in answer.direct


ISSUED = of_texts(
    news(
        "311/BC-UBND",
        "20/12/2023",
        "năm 2023",
        "UBND tỉnh ban hành Kế hoạch số 15/KH-UBND ngày 12/01/2023 về cải cách hành chính.",
        "Quyết định số 402/QĐ-UBND ngày 28/02/2023 về danh mục thủ tục hành chính đất đai được thay thế bởi Quyết định"
        " số 977/QĐ-UBND ngày 14/8/2023.",
        "UBND tỉnh ban hành Kế hoạch số 77/KH-UBND ngày 25/5/2023 về kiểm tra.",
        "Dự thảo Quyết định ban hành Quy chế phối hợp đang lấy ý kiến các sở, ngành.",
        "Trình HĐND tỉnh Nghị quyết quy định mức thu phí thẩm định trong quý I năm 2024.",
    )
)


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("văn bản nào hết hiệu lực", "402/QĐ-UBND", "77/KH-UBND"),
        ("quyết định nào bị thay thế năm 2023", "977/QĐ-UBND", "15/KH-UBND"),
        ("văn bản nào ban hành tháng 5", "77/KH-UBND", "15/KH-UBND"),
        ("kế hoạch nào ban hành quý 1", "15/KH-UBND", "77/KH-UBND"),
        ("văn bản nào đang lấy ý kiến", "Quy chế phối hợp", "phí thẩm định"),
    ],
)
def test_only_documents_that_are_so_are_listed(question, said, not_said):
    answer = ask(question, asker=ISSUED, today=TODAY)
    assert is_answered(answer)
    lines = "\n".join(answer.lines)
    assert said in lines
    assert not_said not in lines


def test_none_is_listed_as_replaced_where_none_was():
    assert not is_answered(ask("kế hoạch nào bị bãi bỏ", asker=ISSUED, today=TODAY))


REGISTER = """STT,Số hiệu,Ngày ban hành,Trích yếu,Cơ quan chủ trì,Trạng thái
1,41/QĐ-UBND,05/02/2023,Quy chế làm việc,Văn phòng UBND tỉnh,Hết hiệu lực
2,58/QĐ-UBND,11/3/2023,Quy chế tiếp công dân,Thanh tra tỉnh,Còn hiệu lực
"""


def test_what_a_register_calls_out_of_force_is_told_by_its_rows(tmp_path):
    path = tmp_path / "so-theo-doi.csv"
    path.write_text(f'"Sổ theo dõi văn bản năm 2023 của Văn phòng UBND tỉnh Hưng Hòa"\n{REGISTER}', encoding="utf-8")
    answer = ask("văn bản nào hết hiệu lực", asker=Asker.of([PublishedReport(1, read_file(path))]), today=TODAY)
    lines = "\n".join(answer.lines)
    assert "41/QĐ-UBND" in lines
    assert "58/QĐ-UBND" not in lines
