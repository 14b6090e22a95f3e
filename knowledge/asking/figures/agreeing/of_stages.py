"""Whether a figure is of what was settled or done where that is asked for: what is still open, or was planned, is another."""

from collections.abc import Iterator

from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_NOT_LATE = frozenset({"early", "on_time", "early_or_on_time"})
_PENDING = frozenset({"pending"})
# "Trong hạn" is said of what is still open as well; "đúng hạn" and "trước hạn" only of what was settled.
_STILL_OPEN = Sought(r"\b(?:trong han|con han|chua den han|dang (?:giai quyet|xu ly)|chua (?:giai quyet|xu ly))\b")


def differences_of_stage(query: FigureQuery) -> Iterator[Differs]:
    """What tells of a figure that it is of dossiers still open, or what was done of a plan that is asked for."""
    timeliness = query.terms.dimensions.get("timeliness", frozenset())
    if timeliness and timeliness <= _NOT_LATE and not _STILL_OPEN.search(query.said):
        yield _is_still_open
    if _ASKS_PLANNED.match(query.said):
        yield _is_share_of_plan
        if "giai ngan" not in query.said:
            yield _is_disbursed


def _is_still_open(entry: FigureEntry) -> bool:
    """ "Đang giải quyết 1.110 hồ sơ, trong hạn 1.090": none of these was settled on time."""
    return "stage" not in entry.own.dimensions and entry.head.dimensions.get("stage") == _PENDING


# "Kế hoạch đào tạo bao nhiêu lượt", "theo kế hoạch thì tinh giản mấy người".
_ASKS_PLANNED = pattern_of(r"(?:theo |tong )?ke hoach (?!so\b|\d)(?:nam \d+ |quy \S+ )?(?:thi |la |phai )?[a-z]+ ")
_OF_PLAN = pattern_of(r"[^;.]{0,60}?\d ?%? (?:so voi )?(?:cua )?ke hoach\b")


def _is_share_of_plan(entry: FigureEntry) -> bool:
    """ "Cử 120 lượt cán bộ đi đào tạo, đạt 80% kế hoạch": what was done, and not what was planned."""
    end = entry.figure.span.end - entry.statement.statement.span.start
    return _OF_PLAN.match(entry.statement.folded[max(end, 0) :]) is not None


@once_each
def _is_disbursed(entry: FigureEntry) -> bool:
    """ "Vốn ngân sách địa phương giải ngân 1.310 tỷ đồng": what was paid out, and not the plan."""
    label = fold(entry.figure.label)
    return "giai ngan" in label and "ke hoach" not in label
