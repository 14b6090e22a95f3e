"""What sort of thing a question wants, as far as the stages part by it."""

from dataclasses import replace

from knowledge.answers import Answer, Outcome
from knowledge.asking.figures.agreeing.contrasted import is_of_other_sort
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.held import ASKS_MOST
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.terms import index_names
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY, NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought


def leaves_out_most(query: Query, answer: Answer) -> bool:
    """Whether the most or least of several is asked for, and the sentence names some of them and none that is it."""
    if not ASKS_MOST.search(query.folded) or answer.outcome is not Outcome.ANSWERED:
        return False
    return not any(_SAYS_MOST.search(fold(quote.text)) for quote in answer.quotes)


_SAYS_MOST = Sought(
    r"\b(?:nhat|dan dau|dung dau|hang dau|dau bang|cuoi bang|dung cuoi|xep cuoi|chot bang|hon ca|chu yeu|tap trung|phan lon|da so|most|lowest|highest)\b"
)


def is_figure(query: Query) -> bool:
    """Whether a quantity is asked for, held up, or what is left when one is taken away."""
    return (
        query.asks("count", "percent", "money", "rank", "score", "window")
        or query.claim is not None
        or bool(query.negated)
    )


def is_terse(query: Query) -> bool:
    """ "overdue applications Q3 2019": a subject and a period and no other asking word."""
    other = query.asks("when", "who", "about", "status", "number", "tasks", "summary", "signer", "due", "responsible")
    is_whether = bool(_WHETHER.search(query.folded) or _WHICH_GROUP.search(query.folded))
    return bool(
        query.periods and (query.terms.dimensions or query.terms.words - _OF_ALL) and not other and not is_whether
    )


# "Có ban hành trong quý II như kế hoạch không": whether something was done, and no quantity of it.
_WHETHER = Sought(
    lambda: (
        rf"\b(?:co|da)(?: duoc)? (?:ban hanh|trinh|phe duyet|thong qua|ky|cong bo|khai truong|nghiem thu|to chuc)\b.*\b{NOT}{polite_end()}"
    )
)


# "PAR INDEX 2024 thuộc nhóm nào": which, and not how much.
_WHICH_GROUP = Sought(r"\b(?:nhom|loai|muc) (?:nao|gi)\b")


# What every report is about tells no figure: "kết quả cải cách hành chính năm 2018".
_OF_ALL = frozenset({"#reform", "#total"})


_ASKS = pattern_of(r"\b(?:sao|the nao|gi|nao|ai|dau|khong|chua|ly do|nguyen nhan|why|how|which|what|who|where)\b")


def is_bare(query: Query) -> bool:
    """ "Hồ sơ trước và đúng hạn": a subject with a value that tells figures apart, and no asking word at all."""
    if _ASKS.search(query.folded):
        return False
    is_told_apart = bool(query.terms.dimensions.keys() & {"timeliness", "stage", "channel", "polarity"})
    says_more = bool(query.terms.dimensions or query.terms.words - index_names() or query.bodies)
    says_more |= is_of_other_sort(query.folded) is not None
    is_told_apart |= bool(query.terms.words & index_names()) and says_more  # "Chỉ số hài lòng khối sở"
    return not query.cues and not query.references and query.claim is None and is_told_apart and bool(query.terms.words)


def counts_tasks(query: Query) -> bool:
    """ "Hoàn thành bao nhiêu nhiệm vụ", "tỷ lệ hoàn thành nhiệm vụ": a figure, not what is to be done."""
    if _NAMES_THEM.search(query.folded):
        return False  # "gồm mấy việc, kể ra": which ones as well
    return query.asks("percent", "trend") or bool(_HOW_MANY_TASKS.search(query.folded))


_HOW_MANY_TASKS = Sought(rf"\b{HOW_MANY} nhiem vu\b|\bhoan thanh\b.*\bbao nhieu\b|\bhow many tasks\b")
_NAMES_THEM = Sought(
    r"\bphuong huong\b.*\bgom\b|\b(?:phuong huong|gom|co)\b.*\b(?:ke ra|liet ke|ke ten|ke giup|la gi|la nhung gi)\b"
)


def names_several_periods(query: Query) -> bool:
    """Whether a question names two periods or more, "cùng kỳ" not counted: a run from one to the other."""
    return len([m for m in query.periods if not m.is_same_period]) >= 2


# What dossiers are counted by, or nothing in particular.
_OF_DOSSIERS = frozenset({"", "ho so", "bo", "bo ho so", "%", "phan tram", "cai", "diem phan tram"})


def with_default_terms(wanted: FigureQuery) -> FigureQuery:
    """ "Quý II/2019 so với cùng kỳ thế nào?": where nothing is named, the dossiers received."""
    if wanted.terms.words or wanted.unit not in _OF_DOSSIERS:
        return wanted  # "đề xuất cắt giảm bao nhiêu quy định" is of no dossiers
    if "stage" in wanted.terms.dimensions:
        # "Quý I tiếp nhận so cùng kỳ ra sao": what is received or settled are dossiers, where nothing else is said.
        return replace(wanted, terms=Terms(wanted.terms.dimensions, frozenset({"#dossier"})))
    return of_received(wanted)


def of_received(wanted: FigureQuery) -> FigureQuery:
    """ "Hồ sơ toàn tỉnh tăng thêm bao nhiêu?": where dossiers are named and nothing of them, those received."""
    dimensions = wanted.terms.dimensions
    if wanted.terms.words - {"#dossier", "#total"} or dimensions.keys() - {"direction", "scope"}:
        return wanted
    if wanted.unit not in _OF_DOSSIERS:
        return wanted
    return replace(wanted, terms=Terms({**dimensions, "stage": frozenset({"received"})}, frozenset({"#dossier"})))


# Fewer are no several.
FEWEST_PARTS = 2


def says_which(query: Query) -> bool:
    """Whether it names anything besides dossiers: else any sentence on them would do."""
    return bool(query.periods or query.bodies or query.dates or query.level or query.terms.words - GENERIC)


# "Việc nào", "nhiệm vụ cải cách nào": one of several pieces of work.
WHICH_WORK = Sought(r"\b(?:viec|dau viec|nhiem vu|van ban)(?: [a-z]+){0,3}? nao\b")
