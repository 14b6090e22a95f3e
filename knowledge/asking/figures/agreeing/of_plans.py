"""Whether a figure is of what came or was done, where that is asked for, and not of what was foreseen or planned."""

from collections.abc import Iterator

from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought


def differences_of_plans(query: FigureQuery) -> Iterator[Differs]:
    """What tells of a figure that it is foreseen or planned where what came is asked for, or the other way round."""
    if _ASKS_FORESEEN.search(query.said):
        yield lambda entry: not _is_said_planned(entry)
    elif not _SPEAKS_OF_PLANS.search(query.said):
        yield _is_foreseen
        yield _is_plan_in_brackets
        if _ASKS_FINISHED.search(query.said):
            yield _is_duty
    if _ASKS_PLANNED.match(query.said):
        yield _is_share_of_plan
        yield _is_held_against_plan
        if "giai ngan" not in query.said:
            yield _is_disbursed


# "Dự kiến cả năm bao nhiêu", and not what came "theo dự kiến".
_ASKS_FORESEEN = Sought(r"(?<!theo )(?<!nhu )(?<!voi )(?<!dung )(?<!vuot )(?<!hon )\bdu kien\b(?! dat\b)")
_SPEAKS_OF_PLANS = Sought(r"\b(?:du kien|ke hoach|phan dau|muc tieu|chi tieu|se|giao|target|planned|plan)\b")
_PLANNED_BEFORE = pattern_of(r"\b(?:du kien|phan dau|se|muc tieu|chi tieu|ke hoach)\b[^,;.:]*:?[^,;.:]*$")
# "Dự kiến đi vào hoạt động từ ngày 01/7/2019, bố trí 24 quầy": what is to begin then is to come, too.
_FORESEEN_BEFORE = pattern_of(
    r"\bdu kien [^,;.:()\d]*(?:(?:ngay|thang|quy|nam) [\divx/]+(?: nam \d{4})?, (?!(?:da|den nay|hien|nay)\b)[a-z ]*)?$"
)


def words_before(entry: FigureEntry) -> str:
    """The words of its sentence before the number."""
    return entry.statement.folded[: max(entry.figure.span.start - entry.statement.statement.span.start, 0)]


@once_each
def _is_said_planned(entry: FigureEntry) -> bool:
    """Whether its own clause, its label or what it stands under says that it is foreseen or planned."""
    figure = entry.figure
    own = f"{fold(figure.label)} {fold(figure.head)}"
    return (
        figure.measure is Measure.TARGET
        or _PLANNED_BEFORE.search(words_before(entry)) is not None
        or _SPEAKS_OF_PLANS.search(own) is not None
    )


@once_each
def _is_foreseen(entry: FigureEntry) -> bool:
    """ "Tinh giản 31 người; dự kiến cả năm tinh giản 45 người": what is to come, where nobody asks for it; what a thing is to cost is its cost."""
    is_count = entry.figure.measure in {Measure.COUNT, Measure.RATIO} and not entry.statement.is_row
    return is_count and _FORESEEN_BEFORE.search(words_before(entry)) is not None


_ASKS_FINISHED = Sought(r"\bda (?:[a-z]+ ){1,3}(?:xong|duoc)\b|\bxong (?:bao nhieu|may)\b")


@once_each
def _is_duty(entry: FigureEntry) -> bool:
    """ "Phải rà soát 1.128 văn bản; đã rà soát xong 705": how many there were to do."""
    return "phai" in fold(entry.figure.label).split()


@once_each
def _is_plan_in_brackets(entry: FigureEntry) -> bool:
    """ "Số hóa 8.400 hồ sơ, đạt 84% kế hoạch (10.000 hồ sơ)": how many were planned."""
    return _PLAN_OPENS.search(words_before(entry)) is not None


_PLAN_OPENS = pattern_of(r"\b(?:ke hoach|chi tieu|muc tieu|du toan)(?: (?:nam|ca nam|de ra|duoc giao|giao|\d{4}))* \($")


@once_each
def _is_held_against_plan(entry: FigureEntry) -> bool:
    """ "Tinh giản 44 người, chưa đạt kế hoạch (45 người)": what came, and not what was planned."""
    behind = entry.statement.folded[max(entry.figure.span.end - entry.statement.statement.span.start, 0) :]
    return _AGAINST_PLAN.match(behind) is not None


_AGAINST_PLAN = pattern_of(
    r"[^;.\d]{0,30}[,(] ?(?:chua |khong |da )?(?:dat|vuot|bang|thap hon|cao hon|hoan thanh)(?: so voi)? ke hoach\b"
)


# "Kế hoạch đào tạo bao nhiêu lượt", "theo kế hoạch thì tinh giản mấy người".
_ASKS_PLANNED = pattern_of(
    r"(?:theo |tong )?ke hoach (?!so (?:\d|may\b|bao\b|nao\b|hieu\b)|\d)(?:nam \d+ |quy \S+ )?(?:thi |la |phai )?[a-z]+ "
)
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
