"""Whether a figure is only of what is proposed or planned, where it is asked what was done."""

import re
from collections.abc import Iterator

from knowledge.asking.figures.agreeing.of_plans import words_before
from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.figures.unfinished import asks_left_undone, asks_what_is_left, is_not_left, is_only_not_begun
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY, TASK
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought


def differences_of_doing(query: FigureQuery) -> Iterator[Differs]:
    """What tells of a figure that it is only of a proposal or a plan, where the question asks what was done."""
    said = query.said
    if asks_left_undone(said):
        yield is_only_not_begun
    if asks_what_is_left(said):
        yield is_not_left
    if (proposal := _ASKS_PROPOSED.search(said)) is not None:
        proposed = proposal["act"]
        yield lambda entry: proposed in fold(entry.figure.label) and not _is_proposed(entry, proposed)
    if not _PROPOSES.search(said):
        words = frozenset(said.split())
        yield lambda entry: not words.isdisjoint(_acts_proposed(entry))
    if _SPEAKS_OF_AIMS.search(said):
        return
    if (done := _DONE.search(said)) is not None:
        act = done["done"] or done["got"]
        yield lambda entry: _is_proposed(entry, act) or _is_done_beside(entry, act)
    if query.unit and query.document is None and query.value is None and not _WORK.match(query.unit):
        yield _is_of_plan


_PROPOSES = Sought(r"\b(?:kien nghi|de nghi|de xuat|xin|proposed?|recommended?)\b")
_PROPOSED_BEFORE = pattern_of(r"\b(?:kien nghi|de nghi|de xuat)(?P<act>(?:,? [a-z]+){1,4}) $")


@once_each
def _acts_proposed(entry: FigureEntry) -> frozenset[str]:
    """The words of what is only proposed to be done with what it counts: "kiến nghị bãi bỏ 02 văn bản"."""
    proposed = None if entry.statement.is_row else _PROPOSED_BEFORE.search(words_before(entry))
    return frozenset(proposed["act"].replace(",", " ").split()) if proposed else frozenset()


# "Đã bãi bỏ bao nhiêu", "được bãi bỏ", "bãi bỏ được mấy".
_DONE = Sought(
    rf"\bda (?:duoc )?(?P<done>[a-z]+ [a-z]+)\b|\b(?P<got>[a-z]+ [a-z]+) duoc (?:tat ca |tong cong )?{HOW_MANY}\b"
)
_SPEAKS_OF_AIMS = Sought(lambda: rf"\b(?:{listed('counting', 'proposals')}|ke hoach|giao|phan dau|se|can|phai)\b")


# "Đề nghị bãi bỏ bao nhiêu văn bản"; what is done with "phản ánh, kiến nghị" is no proposal.
_ASKS_PROPOSED = Sought(
    lambda: (
        rf"(?<!phan anh )(?<!phan anh, )\b(?:{listed('counting', 'proposals')})"
        rf" (?P<act>(?!giai quyet|xu ly|tra loi|tiep nhan)[a-z]+ [a-z]+) {HOW_MANY}\b"
    )
)


def _is_proposed(entry: FigureEntry, act: str) -> bool:
    """Whether its clause says of just that act that it is proposed: "kiến nghị bãi bỏ 9 thủ tục, đơn giản hóa 21 thủ tục"."""
    return act in _proposed(entry)


@once_each
def _proposed(entry: FigureEntry) -> str:
    """What its own words, or those of its clause before it, say to be proposed; empty where nothing is or where it was done."""
    words = fold(entry.figure.label) if entry.statement.is_row else re.split(r"[;.] ", words_before(entry))[-1]
    told = _PROPOSAL.search(words)
    return told["what"] if told and not _WAS_DONE.search(told["what"]) else ""


_PROPOSAL = pattern_of(lambda: rf"\b(?:{listed('counting', 'proposals')}) (?P<what>[a-z].*)")
_WAS_DONE = re.compile(r"\b(?:da|duoc|ket qua)\b")


def _is_done_beside(entry: FigureEntry, act: str) -> bool:
    """Whether that was done only of others that its sentence counts: of "bãi bỏ 9 thủ tục, đơn giản hóa 21" no 21 were abolished."""
    figure = entry.figure
    if entry.statement.is_row or figure.measure is not Measure.COUNT or act in fold(f"{figure.label} {figure.head}"):
        return False
    if "timeliness" in entry.own.dimensions:
        return False  # "đã giải quyết 1.018 hồ sơ; đúng hạn 1.010 hồ sơ; quá hạn 8 hồ sơ"
    others = (f for f in entry.statement.statement.figures if f is not figure and f.measure is Measure.COUNT)
    return any(act in fold(other.label) for other in others)


_WORK = pattern_of(rf"(?:{TASK}|noi dung|muc tieu|chi tieu|tieu chi|nhom)\b")


@once_each
def _is_of_plan(entry: FigureEntry) -> bool:
    """Whether it is what a plan that its sentence names sets, and nothing tells that it was done.

    "Kế hoạch số 33/KH-UBND ngày 18/02/2019 về đào tạo, bồi dưỡng năm 2019 (38 lớp)".
    """
    if entry.statement.is_row or entry.figure.measure is not Measure.COUNT:
        return False
    before = words_before(entry)
    return _PLAN_WITH.match(before) is not None and not _TELLS_DONE.search(before)


_PLAN_WITH = pattern_of(
    r"\W*(?:(?:ubnd|hdnd) (?:tinh|huyen|xa|phuong|thanh pho) |so [a-z]+ [a-z]+ )?"
    r"(?:(?:da )?(?:ban hanh|tham muu|xay dung|phe duyet) )?ke hoach (?:so )?\d[^;]*$"
)
_TELLS_DONE = re.compile(
    r"\b(?:dat|duoc|ket qua|da (?!ban hanh|tham muu|xay dung|phe duyet))\b|, (?:mo|to chuc|cu|den)\b"
)
