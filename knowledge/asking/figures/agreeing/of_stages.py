"""Whether a figure is of what was settled where that is asked for: what is still open is another."""

from collections.abc import Iterator

from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.library import FigureEntry
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


def _is_still_open(entry: FigureEntry) -> bool:
    """ "Đang giải quyết 1.110 hồ sơ, trong hạn 1.090": none of these was settled on time."""
    return "stage" not in entry.own.dimensions and entry.head.dimensions.get("stage") == _PENDING
