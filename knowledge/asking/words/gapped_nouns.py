"""What a bare number counts, where its noun stands with another number of its sentence: "bổ nhiệm 04, miễn nhiệm 01 viên chức"."""

from itertools import pairwise

from knowledge.asking.library import FigureEntry
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of


def noun_at_end(entry: FigureEntry) -> str:
    """What the last of a run of numbers counts, which is what the bare ones before it do; else empty.

    "Bổ nhiệm 04, bổ nhiệm lại 02, miễn nhiệm 01 viên chức": four, two and one of them.
    """
    figures, start = entry.statement.statement.figures, entry.statement.statement.span.start
    run = [entry.figure, *(f for f in figures if f.span.start >= entry.figure.span.end)]
    for here, after in pairwise(run):
        between = entry.statement.folded[here.span.end - start : after.span.start - start]
        if after.measure is not Measure.COUNT or not _NEXT_OF_RUN.fullmatch(between):
            return ""
        if after.unit:
            return fold(after.unit)
    return ""


_NEXT_OF_RUN = pattern_of(r"(?:,|,? va)(?: [a-z]+){1,6} ")


def work_before(entry: FigureEntry) -> str:
    """The work, as written, that a bare number of a state is of, as its sentence counts it before: "31 nhiệm vụ; kết quả hoàn thành 29"."""
    if not _STATE_OF_WORK.search(fold(entry.figure.label)):
        return ""
    before = [f for f in entry.statement.statement.figures if f.span.end <= entry.figure.span.start and f.unit]
    unit = before[-1].unit if before else ""
    return unit if _WORK.match(fold(unit)) else ""


_STATE_OF_WORK = pattern_of(
    r"\b(?:hoan thanh|xong|dang (?:thuc hien|trien khai|lam)|chua (?:thuc hien|trien khai|xong|lam|hoan thanh)|qua han|cham)\b"
)
_WORK = pattern_of(r"(?:nhiem vu|dau viec|viec|cong viec|noi dung|chi tieu|muc tieu)\b")
