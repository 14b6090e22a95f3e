"""A share that no report states, worked out of a part and the whole that its own sentence names, with both shown."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.figures.combining import share_behind, whole_of
from knowledge.asking.figures.counted import DOSSIERS
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.matching import are_too_many
from knowledge.asking.figures.meant import THRESHOLD, Found, find, groups_of
from knowledge.asking.figures.wanting import restriction
from knowledge.asking.library import FigureEntry, Library, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote
from knowledge.facts import Measure
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.sought import Sought

# "So với …", "tăng mấy phần trăm": of a whole of its own, or of another time.
_OF_ANOTHER_WHOLE = Sought(
    rf"\b(?:so voi|chiem(?! {HOW_MANY} (?:phan tram|%))|gom|ke hoach|chi tieu|muc tieu|tang|giam|hon|kem|vuot|cung ky)\b"
)
# "Chiếm mấy phần trăm tổng số công chức": of just that.
_OF_NAMED_WHOLE = Sought(rf"\b(?:(?:tren |trong )?tong (?:so )?|chiem {HOW_MANY} (?:phan tram|%) )(?P<whole>[a-z ]*)")
_PLACES = 2  # digits behind the comma
# The row of a figure's table that all rows add up to; None where it stands in none.
TotalOf = Callable[[Library, FigureEntry], FigureEntry | None]


def answer_computed_share(
    library: Library, query: Query, wanted: FigureQuery, wording: Wording, total_of: TotalOf
) -> Answer | None:
    """The share that the one figure is of its sentence's whole, or of its column's total where that is named; None where another whole is named or several figures fit."""
    if query.claim is not None or not query.asks("percent") or _OF_ANOTHER_WHOLE.search(query.folded):
        return None
    counted = replace(wanted, measures=frozenset({Measure.COUNT, Measure.RATIO}), unit="")
    found = None if are_too_many(library, counted, THRESHOLD) else find(library, counted, restriction(query))
    if found is None or len(groups_of(_without_whole(library, found))) > 1:
        return None
    entry = found.best
    named = _OF_NAMED_WHOLE.search(query.folded)
    # "Tỷ lệ quá hạn đất đai" is of what was settled of land, and not of all that are late.
    total = total_of(library, entry) if named is not None else None
    if share_behind(entry) is not None or (found_whole := _whole(library, entry, total)) is None:
        return None
    whole, unit = found_whole
    if named is not None and not _is_called(library, entry, named["whole"]):
        return None
    value = entry.figure.value
    if not 0 < value <= whole:
        return None
    share = wording.number(value * 100 / whole, places=_PLACES)
    operands = f"{wording.number(value)}/{wording.amount(write_amount(whole, unit))}".strip()
    context = figure_context(entry, wording)
    direct = wording.say(f"{share}% (tính: {operands})", f"{share}% (computed: {operands})")
    topic = replace(indicator_topic(entry), period=entry.figure.period)
    quotes = (figure_quote(entry), *((figure_quote(total),) if total is not None else ()))
    return answered(f"{direct} – {context}", quotes, context=context, topic=topic)


def _without_whole(library: Library, found: Found) -> Found:
    """Without the whole of the best: of "58 công chức, trong đó nữ 33 người" the women's share is asked for."""
    whole = whole_of(library, found.best)
    if whole is None:
        return found
    return Found(found.query, [match for match in found.matches if match.entry.figure is not whole.figure])


def _is_called(library: Library, entry: FigureEntry, named: str) -> bool:
    """Whether the whole that its sentence makes it a part of is what was named."""
    wanted, whole = library.tagger.tag(named), whole_of(library, entry)
    if not all_words(wanted):
        return True
    if whole is None and entry.statement.is_row:
        return all_words(wanted) <= entry.own_words | DOSSIERS
    return whole is not None and all_words(wanted) <= whole.own_words


def _whole(library: Library, entry: FigureEntry, total: FigureEntry | None) -> tuple[Decimal, str] | None:
    """The whole that it is a part of, which may be its column's total, with its unit."""
    figure = entry.figure
    if figure.measure is Measure.RATIO:
        return (figure.whole, figure.unit) if figure.whole is not None else None
    whole = whole_of(library, entry) if figure.measure is Measure.COUNT else None
    if whole is None and total is not None:
        return total.figure.value, total.figure.unit or figure.unit
    if whole is None or whole.figure.measure is not Measure.COUNT:
        return None
    return whole.figure.value, whole.figure.unit or figure.unit
