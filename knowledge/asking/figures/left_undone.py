"""How many tasks are not done yet, where a report only says how many there are, were done, are under way and not begun."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.figures.combining import share_behind
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.meant import find, groups_of
from knowledge.asking.figures.rounded_shares import is_share_of
from knowledge.asking.figures.unfinished import NOT_BEGUN, UNDER_WAY, asks_left_undone, is_of
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote
from knowledge.facts import Figure, Measure
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of

_SAYS_DONE = pattern_of(r"\b(?:hoan thanh|xong|dat)\b")
# What is no plain number of all that were done.
_OTHERWISE = pattern_of(r"\b(?:chua|khong|dang|truoc|dung (?:han|thoi|tien)|som|cham|tre|qua (?:han|thoi))\b")
_OF_STATE = pattern_of(r"\b(?:chua|khong|dang|cham|tre|qua han|hoan thanh|xong|chuyen)\b")


def answer_left_undone(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """All less what was done, else what is under way and what was not begun together, with the operands; None where that is not plain."""
    if query.claim is not None or not asks_left_undone(query.folded):
        return None
    found = find(library, _of_done(wanted), _SAYS_DONE)
    if found is None or len(groups_of(found)) > 1 or _OTHERWISE.search(fold(found.best.figure.label)):
        return None
    done = found.best
    if (told := _left(done, wording)) is None:
        return None
    value, operands = told
    before = [f for f in done.statement.statement.figures if f.span.end <= done.figure.span.start]
    units = (figure.unit for figure in (done.figure, *reversed(before), *done.statement.statement.figures))
    amount = wording.amount(write_amount(value, next(filter(None, units), "")))
    context = figure_context(done, wording)
    direct = wording.say(f"{amount} (tính: {operands})", f"{amount} (computed: {operands})")
    topic = replace(indicator_topic(done), period=done.figure.period)
    return answered(f"{direct} – {context}", (figure_quote(done),), context=context, topic=topic)


def _of_done(wanted: FigureQuery) -> FigureQuery:
    """The same of what was done."""
    dimensions = {name: values for name, values in wanted.terms.dimensions.items() if name != "moment"}
    terms = replace(wanted.terms, dimensions={**dimensions, "polarity": frozenset({"done"})})
    sorts = frozenset({Measure.COUNT, Measure.RATIO})
    said = _NEGATION.sub("da ", _STILL.sub("", wanted.said))
    return replace(wanted, terms=terms, measures=sorts, said=said)


_STILL = re.compile(rf"\bcon (?:lai )?(?={HOW_MANY}\b)")
_NEGATION = re.compile(r"\b(?:con (?:lai )?)?(?:chua|khong) ")


def _left(done: FigureEntry, wording: Wording) -> tuple[Decimal, str] | None:
    """How many are left and out of what that is worked out."""
    figures = done.statement.statement.figures
    under_way = next((f for f in figures if is_of(f, UNDER_WAY)), None)
    not_begun = next((f for f in figures if is_of(f, NOT_BEGUN)), None)
    parts = [f.value for f in (under_way, not_begun) if f is not None]
    if (whole := _whole(done, figures) or whole_before(done)) is not None:
        value = whole - done.figure.value
        is_plain = value >= 0 and sum(parts) <= value
        return (value, f"{wording.number(whole)} − {wording.number(done.figure.value)}") if is_plain else None
    others = (f for f in figures if f.measure is Measure.COUNT and f not in (done.figure, under_way, not_begun))
    if under_way is None or not_begun is None or any(_OF_STATE.search(fold(f.label)) for f in others):
        return None  # what is overdue may be one of these or none
    named = ((under_way, "đang thực hiện", "under way"), (not_begun, "chưa triển khai", "not begun"))
    told = " + ".join(f"{wording.say(vi, en)} {wording.number(f.value)}" for f, vi, en in named)
    return under_way.value + not_begun.value, told


def _whole(done: FigureEntry, figures: Sequence[Figure]) -> Decimal | None:
    """Of how many that was done: as the figure says, or as its sentence counts them before it in no state."""
    if done.figure.whole is not None:
        return done.figure.whole
    unit = done.figure.unit
    before = [f for f in figures if f.span.end <= done.figure.span.start and f.measure is Measure.COUNT]
    wholes = [
        f.value
        for f in before
        if f.unit and unit in {"", f.unit} and f.value >= done.figure.value and not _OF_STATE.search(fold(f.label))
    ]
    return wholes[-1] if len(wholes) == 1 else None


def whole_before(done: FigureEntry) -> Decimal | None:
    """The number in the sentence before of which what was done is the share that stands with it: "Tổng số: 24 nhiệm vụ. …"."""
    statements = done.report.statements
    at, share = statements.place_of(done.statement), share_behind(done)
    if not at or share is None:
        return None
    counted = [f.value for f in statements[at - 1].figures if f.measure is Measure.COUNT]
    wholes = {value for value in counted if is_share_of(done.figure.value, value, share.value)}
    return wholes.pop() if len(wholes) == 1 else None
