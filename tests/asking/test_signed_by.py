"""Which report a named person signed."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, of_texts

_REPORT = """UBND TỈNH SÔNG LAM
SỞ NỘI VỤ
Số: {number}/BC-SNV
Sông Lam, ngày 15 tháng {month} năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính quý {quarter} năm 2022
Sở tiếp nhận 318 hồ sơ.
Nơi nhận:                                        KT. GIÁM ĐỐC
- UBND tỉnh;                                     PHÓ GIÁM ĐỐC
- Lưu: VT.                                       (Đã ký)
                                                 {signer}
"""
ASKER = of_texts(
    _REPORT.format(number=71, month=3, quarter="I", signer="Lò Thị Vân Khánh"),
    _REPORT.format(number=140, month=6, quarter="II", signer="Tạ Quang Bửu Lộc"),
    _REPORT.format(number=233, month=9, quarter="III", signer="Lò Thị Vân Khánh"),
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Báo cáo ông Tạ Quang Bửu Lộc ký là số mấy?", "140/BC-SNV"),
        ("Ông Tạ Quang Bửu Lộc ký báo cáo nào?", "140/BC-SNV"),
        ("Báo cáo quý III/2022 do bà Lò Thị Vân Khánh ký số mấy?", "233/BC-SNV"),
    ],
)
def test_the_report_that_bears_the_name_is_told(question, number):
    assert number in ask(question, asker=ASKER).direct


def test_of_several_it_is_asked_which():
    answer = ask("Báo cáo bà Lò Thị Vân Khánh ký là số mấy?", asker=ASKER)
    assert answer.outcome is Outcome.CLARIFY
    assert [c.label.partition(" ")[0] for c in answer.choices] == ["233/BC-SNV", "71/BC-SNV"]


@pytest.mark.parametrize(
    "question",
    ["Báo cáo quý II/2022 bà Lò Thị Vân Khánh ký là số mấy?", "Báo cáo ông Hồ Viết Sơn ký là số mấy?"],
)
def test_nothing_that_another_signed_is_told(question):
    assert ask(question, asker=ASKER).outcome is Outcome.NOT_FOUND
