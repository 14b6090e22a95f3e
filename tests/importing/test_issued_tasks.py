"""The row of a finished task that names the decision which came of it."""

from datetime import date

import pytest

from knowledge.facts import Role
from tests.asking.libraries import of_texts, reading

LIST = """DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026

STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn hoàn thành | Tiến độ | Ghi chú
1 | Ban hành Quy chế làm việc từ xa | Sở Nội vụ | 31/3/2026 | {state} | Quyết định số 742/QĐ-UBND ngày 24/3/2026
2 | Rà soát vị trí việc làm | Sở Nội vụ | 30/9/2026 | Đang thực hiện | Chờ hướng dẫn
"""


@pytest.mark.parametrize(("state", "is_issued"), [("Đã hoàn thành", True), ("Chưa hoàn thành", False)])
def test_a_finished_task_tells_what_the_decision_is_about(state: str, is_issued: bool) -> None:
    cited = [c for s in reading(LIST.format(state=state)).statements for c in s.citations if c.number == "742"]
    assert [(c.role is Role.ISSUED, c.subject == "Quy chế làm việc từ xa") for c in cited] == [(is_issued, is_issued)]


def test_it_is_answered_by_that_row() -> None:
    answer = (
        of_texts(LIST.format(state="Đã hoàn thành"))
        .ask("Quy chế làm việc từ xa ban hành chưa?", today=date(2026, 5, 1))
        .answer
    )
    assert "742/QĐ-UBND" in answer.direct
