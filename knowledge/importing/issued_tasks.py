"""Rows of a list of work that name what was issued: "Ban hành Quy chế … | Đã hoàn thành | Quyết định số 742/QĐ-UBND"."""

import re
from dataclasses import replace

from knowledge.facts import Citation, Role
from knowledge.grammar.folding import fold

_TO_ISSUE = re.compile(
    r"(?:tham muu |trinh |xay dung, )*(?:ubnd (?:tinh|thanh pho|huyen|xa|phuong) )?(?:ban hanh|phe duyet) (?=\S)"
)
_DONE = re.compile(r"(?<!chua )\b(?:da hoan thanh|hoan thanh|da ban hanh|da phe duyet|da xong)\b")


def issued_by_task(task: str, row: str, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The one document that the row of a finished task names is the one that was to be issued, and has its subject."""
    to_issue = _TO_ISSUE.match(fold(task))
    numbered = [c for c in citations if c.number]
    if to_issue is None or len(numbered) != 1 or numbered[0].subject or not _DONE.search(fold(row)):
        return citations
    issued = replace(numbered[0], role=Role.ISSUED, subject=task[to_issue.end() :].strip())
    return tuple(issued if c is numbered[0] else c for c in citations)
