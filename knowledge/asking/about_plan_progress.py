"""Whether what a plan lays down has been done: "nhiệm vụ của Kế hoạch 37 đã xong hết chưa?", by the newest "34/37 nhiệm vụ"."""

import re
from datetime import date
from decimal import Decimal
from itertools import chain

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import body_distance, speaks_for_province
from knowledge.asking.figures.left_undone import whole_before
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.cues import ENDS_WITH_YET
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote, figure_words, not_found
from knowledge.asking.words.framing import framing
from knowledge.asking.words.gapped_nouns import work_before
from knowledge.facts import Figure, Measure, Period, PeriodKind
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_PLAN = r"(?:ke hoach|chuong trinh|de an)"
_WORK = r"(?:nhiem vu|dau viec|viec|cong viec|noi dung|muc tieu|chi tieu)"
# "Kế hoạch chuyển đổi số 2023 làm xong hết chưa", "các nhiệm vụ của Kế hoạch 37 hoàn thành chưa".
_ASKED = Sought(
    lambda: (
        rf"\b{_PLAN}\b(?!.*\b(?:trinh|ban hanh|phe duyet|ky|soan|xay dung|ra(?: doi)?(?= chua))\b).*"
        rf"\b(?:xong|hoan thanh|thuc hien|(?<!viec )lam)\b.*\b{NOT}{polite_end()}"
    )
)
_ASKED_OF_WORK = Sought(
    lambda: (
        rf"\b{_WORK} (?:cua|trong|theo|tai|thuoc)(?: ban)? {_PLAN}\b.*\b(?:xong|hoan thanh)\b.*\b{NOT}{polite_end()}"
    )
)
# "Năm 2023 làm xong hết nhiệm vụ CCHC không": all that the year's plan lays down, which is not named.
_ASKED_OF_ALL = Sought(
    lambda: (
        rf"\b(?:xong|hoan thanh|thuc hien)(?: duoc)?(?: (?:het|toan bo|tat ca|du|day du|ca|100 ?%|cac|so|nhung|\d{{1,3}}))+ {_WORK}\b(?!.*\bqua han\b).*\b{NOT}{polite_end()}"
        rf"|\b{_WORK}\b.*\b(?:xong|hoan thanh)(?: duoc)? (?:het|toan bo|tat ca|100 ?%)(?: {NOT}){polite_end()}"
    )
)
_COUNTS_WORK = pattern_of(rf"\b{_WORK}\b")
_SAYS_DONE = pattern_of(r"\b(?:hoan thanh|xong|thuc hien)\b")
# More sentences than this would have to be read one by one: the question says too little.
_MOST_SENTENCES = 500


def answer_plan_progress(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """How many of its tasks are done, as the newest report that counts them says; None where another thing is asked."""
    of_work = bool(_ASKED_OF_WORK.search(query.folded))
    is_asked = of_work or _ASKED.search(query.folded) or asks_whether_all_is_done(query)
    if not is_asked or query.asks("count", "percent", "when", "who", "due"):
        return None
    told = [f for f in _counted(library, query) if _tells_of(f, query)]
    periods = resolve_all(query.periods, today)
    if query.references or len(periods) == 0:
        told = [f for f in told if not periods or f.figure.period in periods] or ([] if of_work and periods else told)
    else:
        told = [f for f in told if f.figure.period in periods or any(_is_of_year(f, period) for period in periods)]
    if (many := _SO_MANY.search(query.folded)) is not None:
        told = [f for f in told if _whole(f) == Decimal(many["many"])]
    plans = {_plan_of(f) for f in told if _plan_of(f)}
    if not told or len(plans) > 1:
        return _lacking(query, wording) if of_work and query.references else None
    newest = max(told, key=lambda f: (f.report.told_on, f.figure.value))
    if any(_is_only_part_way(newest, period, today) for period in periods):
        return None
    is_done = newest.figure.value == _whole(newest)
    judged = wording.say("Rồi", "Yes") if is_done else wording.say("Chưa", "Not yet")
    if not ENDS_WITH_YET.search(query.folded):
        judged = wording.say("Đúng", "Yes") if is_done else wording.say("Không", "No")
    context = figure_context(newest, wording)
    whole = _whole(newest) if newest.figure.whole is None else None
    of = wording.say(f" trên {whole}", f" of {whole}") if whole is not None else ""
    direct = f"{judged}: {figure_words(newest, wording)}{of} – {context}"
    return answered(direct, (figure_quote(newest),), context=context, topic=Topic(report_id=newest.report.id))


# "Có hoàn thành cả 52 nhiệm vụ không": a list of 13 tells nothing of them.
_SO_MANY = Sought(rf"\b(?P<many>\d{{1,3}}) {_WORK}\b")


def _is_only_part_way(entry: FigureEntry, period: Period, today: date) -> bool:
    """Whether the year that is named is over, and it tells how far all was in a part of it."""
    own = entry.figure.period
    is_over = period.kind is PeriodKind.YEAR and period.last < today
    return is_over and own is not None and own.kind is not PeriodKind.YEAR and own.last < period.last


def _is_of_year(entry: FigureEntry, period: Period) -> bool:
    """Whether its sentence speaks of that year, in a report of a part of it: "Kế hoạch … năm 2023 có 45 nhiệm vụ; …"."""
    own = entry.figure.period
    is_within = own is not None and own.first.year == own.last.year == period.first.year
    return period.kind is PeriodKind.YEAR and is_within and f"nam {period.first.year}" in entry.statement.folded


def asks_whether_all_is_done(query: Query) -> bool:
    """Whether it asks if all work of a time is done: which tasks there are is no answer."""
    return bool(_ASKED_OF_ALL.search(query.folded))


def _whole(entry: FigureEntry) -> Decimal | None:
    """Of how many: "08/37 nhiệm vụ", "có 34 nhiệm vụ; đã hoàn thành 32 nhiệm vụ"."""
    if entry.figure.measure is Measure.RATIO:
        return entry.figure.whole
    figures = entry.statement.statement.figures
    before = [f for f in figures if f.span.end <= entry.figure.span.start]
    own = next((f.value for f in reversed(before) if f.measure is Measure.COUNT and _is_of_work(f)), None)
    return own if own is not None else whole_before(entry)


def _is_of_work(figure: Figure) -> bool:
    told = f"{figure.label} {figure.unit}" if figure.unit else f"{figure.label} {figure.head}"
    return bool(_COUNTS_WORK.search(fold(told)))


def _lacking(query: Query, wording: Wording) -> Answer:
    name = query.references[0].number
    return not_found(
        wording.say(
            f"Các báo cáo không nêu kết quả thực hiện nhiệm vụ của văn bản {name}.",
            f"No report tells how much of what {name} lays down is done.",
        )
    )


def _counted(library: Library, query: Query) -> list[FigureEntry]:
    """Every "n/m nhiệm vụ" that a sentence says was done of a plan."""
    found = []
    plan = [query.references[0].number.zfill(2)] if query.references else []
    named = ("nhiem", "vu") if asks_whether_all_is_done(query) and not query.references else ("ke", "hoach")
    having = [library.statements_with_words((*named, *done, *plan)) for done in (("hoan", "thanh"), ("xong",))]
    for entry in chain.from_iterable(run for run in having if len(run) <= _MOST_SENTENCES):
        for at, figure in enumerate(entry.statement.figures):
            told = library.figure(entry, at)
            if not ((_is_of_work(figure) or work_before(told)) and _SAYS_DONE.search(fold(figure.label))):
                continue
            if figure.measure is Measure.RATIO or (figure.measure is Measure.COUNT and _whole(told) is not None):
                found.append(told)
    return found


def _tells_of(entry: FigureEntry, query: Query) -> bool:
    """Whether its sentence names the plan: by the number asked for, or by all words of its name."""
    folded = entry.statement.folded
    if query.references:
        reference = query.references[0]
        named = (
            rf"\b(?:ke hoach|chuong trinh|de an|quyet dinh|so)(?: so)? 0*{re.escape(reference.number)}(?!\d|[.,]\d|%)"
        )
        written = f"{reference.number}/{reference.symbol or ''}"
        if not re.search(named, folded):
            return False
        if not reference.symbol or f"{reference.number}/" in folded:
            return not reference.symbol or written in folded.replace(" ", "")
        # "Kế hoạch 37" for short, in a report that has named it in full.
        return written in fold(str(entry.report.text)).replace(" ", "")
    is_row = "|" in folded
    if query.bodies and body_distance(entry.report, entry.body, query.bodies, is_row=is_row) is None:
        return False
    if query.level == "province" and not speaks_for_province(entry.report, entry.body, is_said_whole=False):
        return False
    wanted = query.naming.words - framing("plan_progress")
    return (
        bool(wanted or (query.bodies and query.periods)) and wanted <= entry.statement.words | entry.report.terms.words
    )


def _plan_of(entry: FigureEntry) -> str:
    numbers = [c.written for c in entry.statement.statement.citations if c.number and c.written]
    return numbers[0] if numbers else ""
