"""All that were settled in time, where a report counts those before their day and those on it apart."""

from dataclasses import replace
from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.figures.combining import whole_of
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.meant import find, groups_of
from knowledge.asking.figures.wanting import restriction
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote
from knowledge.facts import Measure
from knowledge.grammar.amounts import write_amount

_BOTH = frozenset({"early_or_on_time"})
_ON_TIME = frozenset({"on_time"})
_PLACES = 2  # digits behind the comma


def answer_not_late(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """The sum of the two, or its share of what was settled, with the operands; None where one of them is not told beside the other.

    "Tỷ lệ đúng hạn" is in these reports the share of all that was not late: of the two told apart it says both.
    """
    asked, is_share = wanted.terms.dimensions.get("timeliness", frozenset()), query.asks("percent")
    if query.claim is not None or not (asked == _BOTH or (asked == _ON_TIME and is_share)):
        return None
    sorts = {Measure.COUNT, Measure.SHARE} if is_share else {Measure.COUNT}
    for measure in sorted(sorts, reverse=True):  # a share that is stated comes before one that is worked out
        early, on_time = (_told(library, query, wanted, one, measure) for one in ("early", "on_time"))
        if early is None or on_time is None or not _are_beside(early, on_time):
            continue
        if (direct := _summed(library, early, on_time, wording, is_share=is_share)) is None:
            continue
        context = figure_context(on_time, wording)
        told = [on_time] if early.statement is on_time.statement else [early, on_time]
        return answered(f"{direct} – {context}", tuple(map(figure_quote, told)), context=context)
    return None


def _are_beside(early: FigureEntry, on_time: FigureEntry) -> bool:
    """Whether one sentence tells both, or two rows of one table, one below the other, in the same column."""
    if early.statement is on_time.statement:
        return True
    if early.report is not on_time.report or not (early.statement.is_row and on_time.statement.is_row):
        return False
    statements = early.report.statements
    apart = statements.place_of(on_time.statement) - statements.place_of(early.statement)
    return abs(apart) == 1 and early.figure.period == on_time.figure.period and early.body == on_time.body


def _told(library: Library, query: Query, wanted: FigureQuery, timeliness: str, measure: Measure) -> FigureEntry | None:
    """The one figure of just those."""
    dimensions = {**wanted.terms.dimensions, "timeliness": frozenset({timeliness})}
    just = replace(wanted, terms=replace(wanted.terms, dimensions=dimensions), measures=frozenset({measure}))
    found = find(library, just if measure is Measure.COUNT else replace(just, unit=""), restriction(query))
    return found.best if found is not None and len(groups_of(found)) == 1 else None


def _summed(
    library: Library, early: FigureEntry, on_time: FigureEntry, wording: Wording, *, is_share: bool
) -> str | None:
    """ "43.900 hồ sơ (tính: trước hạn 20.000 + đúng hạn 23.900)", or its share."""
    unit, value = on_time.figure.unit, early.figure.value + on_time.figure.value
    parts = " + ".join(
        f"{wording.say(vi, en)} {wording.amount(one.figure.written)}"
        for one, vi, en in ((early, "trước hạn", "early"), (on_time, "đúng hạn", "on time"))
    )
    if early.figure.measure is Measure.SHARE:
        return _computed(f"{wording.number(value)}%", parts, wording)
    if not is_share:
        return _computed(wording.amount(write_amount(value, unit)), parts, wording)
    whole = whole_of(library, on_time)
    if whole is None or not 0 < value <= whole.figure.value:
        return None
    both, alone = (_share(one, whole.figure.value, wording) for one in (value, on_time.figure.value))
    of = wording.say(f"({parts})/{wording.amount(whole.figure.written)}", f"({parts}) of {whole.figure.written}")
    told = wording.say(f"{both} trước hạn và đúng hạn, riêng đúng hạn {alone}", f"{both} in time, {alone} just on time")
    return _computed(told, of, wording)


def _share(value: Decimal, whole: Decimal, wording: Wording) -> str:
    return f"{wording.number(value * 100 / whole, places=_PLACES)}%"


def _computed(told: str, operands: str, wording: Wording) -> str:
    return wording.say(f"{told} (tính: {operands})", f"{told} (computed: {operands})")
