"""A share that no report states, worked out of a part and the whole that its own sentence names, with both shown."""

from dataclasses import replace
from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.figures.combining import share_behind, whole_of
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.meant import find, groups_of
from knowledge.asking.figures.wanting import restriction
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote
from knowledge.facts import Measure
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.sought import Sought

# "Chiếm mấy phần trăm tổng số …", "so với …", "tăng mấy phần trăm": of a whole of its own, or of another time.
_OF_ANOTHER_WHOLE = Sought(
    r"\b(?:tong so|tren tong|so voi|chiem|gom|ke hoach|chi tieu|muc tieu|tang|giam|hon|kem|vuot|cung ky)\b"
)
_PLACES = 2  # digits behind the comma


def answer_computed_share(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """The share that the one figure is of its sentence's whole; None where another whole is named or several figures fit."""
    if query.claim is not None or not query.asks("percent") or _OF_ANOTHER_WHOLE.search(query.folded):
        return None
    counted = replace(wanted, measures=frozenset({Measure.COUNT, Measure.RATIO}), unit="")
    found = find(library, counted, restriction(query))
    if found is None or len(groups_of(found)) > 1:
        return None
    entry = found.best
    if share_behind(entry) is not None or (whole := _whole(library, entry)) is None:
        return None
    value = entry.figure.value
    if not 0 < value <= whole:
        return None
    unit, share = entry.figure.unit, wording.number(value * 100 / whole, places=_PLACES)
    operands = f"{wording.number(value)}/{wording.amount(write_amount(whole, unit))}".strip()
    context = figure_context(entry, wording)
    direct = wording.say(f"{share}% (tính: {operands})", f"{share}% (computed: {operands})")
    topic = replace(indicator_topic(entry), period=entry.figure.period)
    return answered(f"{direct} – {context}", (figure_quote(entry),), context=context, topic=topic)


def _whole(library: Library, entry: FigureEntry) -> Decimal | None:
    figure = entry.figure
    if figure.measure is Measure.RATIO:
        return figure.whole
    if figure.measure is not Measure.COUNT or (whole := whole_of(library, entry)) is None:
        return None
    return whole.figure.value if whole.figure.measure is Measure.COUNT else None
