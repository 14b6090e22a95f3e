"""Registers as they stood, and one that is called by the letter it came with."""

import pytest

from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from tests.asking.libraries import ask, reading

REGISTER = """BẢNG THEO DÕI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2020

(Kèm theo Công văn số 2310/UBND-NC ngày 05/10/2020 của UBND tỉnh Hưng Hòa; cập nhật đến ngày 30/9/2020)

| STT | Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|---|
| 1 | 411/UBND-NC | 14/3/2020 | Rà soát thủ tục đất đai | Sở Tài nguyên và Môi trường | 15/7/2020 | Quá hạn |
| 2 | 502/UBND-KT | 01/4/2020 | Số hóa sổ hộ tịch | Sở Tư pháp | 31/12/2020 | Đang thực hiện |
| 3 | 611/UBND-NC | 02/5/2020 | Xây dựng Đề án vị trí việc làm | Sở Nội vụ | 30/8/2020 | Đã hoàn thành |

Tổng số 03 nhiệm vụ: đã hoàn thành 01, đang thực hiện 01, quá hạn 01.
"""


@pytest.fixture(scope="module")
def asker() -> Asker:
    return Asker.of([PublishedReport(1, reading(REGISTER))])


@pytest.mark.parametrize(
    "question",
    [
        "Những nhiệm vụ nào trong bảng theo dõi đang quá hạn?",
        "Liệt kê các nhiệm vụ quá hạn trong bảng theo dõi năm 2020",
        "nhung viec nao trong bang theo doi bi qua han tinh den 30/9/2020",
    ],
)
def test_what_was_late_when_the_register_was_kept_is_listed(question, asker):
    told = "\n".join(ask(question, asker=asker).lines)
    assert "411/UBND-NC" in told
    assert "502/UBND-KT" not in told


def test_a_register_is_called_by_its_letter(asker):
    told = ask("Những nhiệm vụ nào đang thực hiện theo bảng theo dõi kèm Công văn 2310/UBND-NC?", asker=asker)
    assert [line for line in told.lines if "502/UBND-KT" in line]
    assert len(told.lines) == 1
