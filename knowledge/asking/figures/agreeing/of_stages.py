"""Whether a figure is of what was settled where that is asked for: what is still open is another."""

from collections.abc import Iterator

from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_NOT_LATE = frozenset({"early", "on_time", "early_or_on_time"})
_PENDING = frozenset({"pending"})
# "Trong hạn" is said of what is still open as well; "đúng hạn" and "trước hạn" only of what was settled.
_STILL_OPEN = Sought(r"\b(?:trong han|con han|chua den han|dang (?:giai quyet|xu ly)|chua (?:giai quyet|xu ly))\b")


def differences_of_stage(query: FigureQuery) -> Iterator[Differs]:
    """What tells of a figure that it is of dossiers still open."""
    timeliness = query.terms.dimensions.get("timeliness", frozenset())
    if timeliness and timeliness <= _NOT_LATE and not _STILL_OPEN.search(query.said):
        yield _is_still_open
    if "done" in query.terms.dimensions.get("polarity", ()) and _WORK.match(query.unit):
        yield _is_all_of_work


def _is_still_open(entry: FigureEntry) -> bool:
    """ "Đang giải quyết 1.110 hồ sơ, trong hạn 1.090": none of these was settled on time."""
    return "stage" not in entry.own.dimensions and entry.head.dimensions.get("stage") == _PENDING


_WORK = pattern_of(r"(?:nhiem vu|dau viec|viec|cong viec)\b")


@once_each
def _is_all_of_work(entry: FigureEntry) -> bool:
    """ "Gồm 31 nhiệm vụ; kết quả hoàn thành 29": how many there are, and not how many were done."""
    figure = entry.figure
    if figure.measure is not Measure.COUNT or "polarity" in entry.own.dimensions or not _WORK.match(fold(figure.unit)):
        return False
    behind = (f for f in entry.statement.statement.figures if f.span.start >= figure.span.end)
    return any(f.measure is Measure.COUNT and _DONE.search(fold(f.label)) and f.value <= figure.value for f in behind)


_DONE = pattern_of(r"\b(?:hoan thanh|xong|lam xong)\b")
