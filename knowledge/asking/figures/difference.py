"""Two figures side by side, where they may be of one body, and what lies between them: "Tăng 452 hồ sơ (9,07%): 5.436 – quý II; 4.984 – quý I"."""

from decimal import Decimal

from knowledge.answers import Answer, Quote
from knowledge.asking.bodies import REPORTING
from knowledge.asking.column_heads import column_heads
from knowledge.asking.figures.agreeing import is_said_whole
from knowledge.asking.figures.counted import are_other_things
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.library import FigureEntry
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote, figure_words, quote, shorten
from knowledge.asking.words.counting_words import amount_told
from knowledge.facts import Measure
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

# What numbers are written with; what follows it is the unit.
NUMBER_SIGNS = "0123456789.,/ "


def are_of_one(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether two figures may be of one body: nothing says that they are of two provinces, levels or places."""
    if len({first.report.province, second.report.province} - {""}) > 1:
        return False
    (level_a, place_a), (level_b, place_b) = _whose(first), _whose(second)
    # A city may be of a province's rank: its department's figures are the city's.
    same_level = not level_a or not level_b or level_a == level_b or {level_a, level_b} == {"province", "city"}
    same_place = not place_a or not place_b or place_a == place_b
    if are_of_two_stages(first, second) or count_dossiers_and_procedures(first, second):
        return False
    # What a department counts for itself is none of the province's, whose figures others report.
    return same_level and same_place and _department(first) == _department(second)


def count_dossiers_and_procedures(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether one counts dossiers and the other procedures, which are no change of either."""
    pairs = ((one, other), (other, one))
    return any(fold(a.figure.unit).endswith("ho so") and _counts_procedures(b) for a, b in pairs)


def _counts_procedures(entry: FigureEntry) -> bool:
    return bool(_PROCEDURES.match(fold(entry.figure.unit)) or _SO_MANY_PROCEDURES.match(fold(entry.figure.label)))


_PROCEDURES = pattern_of(r"(?:thu tuc|tthc|dich vu|quy trinh)\b")
_SO_MANY_PROCEDURES = pattern_of(r"(?:tong )?so (?:luong )?(?:thu tuc|tthc|dich vu|quy trinh)\b(?!.*\bho so\b)")


def are_of_two_stages(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether one tells what came in and the other what was settled: no change of either."""
    one, other = (entry.own.dimensions.get("stage", frozenset()) for entry in (first, second))
    # "Còn 96 hồ sơ đang giải quyết, trong đó 7 hồ sơ quá hạn" beside those that were settled late.
    return (bool(one and other) and one.isdisjoint(other)) or _is_pending(first) is not _is_pending(second)


def _is_pending(entry: FigureEntry) -> bool:
    stages = (terms.dimensions.get("stage", frozenset()) for terms in (entry.own, entry.head))
    return any("pending" in stage for stage in stages)


def _department(entry: FigureEntry) -> str:
    """The department that a figure is of alone; none where it is said to be of the whole or its report is on all."""
    own = entry.body if entry.body is not None and entry.body.body else entry.report.body
    return (
        own.body
        if own.body.startswith("so ") and not own.body.startswith(REPORTING) and not is_said_whole(entry)
        else ""
    )


def _whose(entry: FigureEntry) -> tuple[str, str]:
    """The level and the place that a figure is of: those of its own body, else of its report's."""
    own = entry.body
    body = own if own is not None and (own.level or own.place) else entry.report.body
    level = body.level or ("province" if body.body.startswith(_OF_PROVINCE) else "")
    return level, "" if level == "province" else body.place


# Departments and the committee's office are a province's, where nothing else is said.
_OF_PROVINCE = ("so ", "van phong ubnd", "ban dan toc", "thanh tra")


def tell_difference(
    first: FigureEntry | None,
    second: FigureEntry | None,
    wording: Wording,
    *,
    by_body: bool = False,
    by_label: bool = False,
) -> Answer | None:
    """By how much the first differs from the second, with both; None where one is missing or they are not of one sort."""
    if first is None or second is None or family(first.figure.measure) is not family(second.figure.measure):
        return None
    a, b = first.figure, second.figure
    if are_other_things(fold(a.unit), fold(b.unit)):
        return None
    if first.report is second.report and a.span == b.span:
        return None  # one figure found for both says nothing of either
    # The first place is the highest: from 41 to 36 is up by five.
    difference = b.value - a.value if a.measure is Measure.RANK else a.value - b.value
    operands = tuple(_operand(one, wording, by_label=by_label) for one in (first, second))
    way = _which_is_higher(difference, wording) if by_body else which_way(difference, wording)
    direct = f"{way} {_how_much(difference, first, second, wording)}: {'; '.join(operands)}"
    quotes = (*_quotes(first), *_quotes(second))
    return answered(direct[:1].upper() + direct[1:], quotes, lines=operands, topic=indicator_topic(first))


def _which_is_higher(difference: Decimal, wording: Wording) -> str:
    return wording.say("cao hơn" if difference > 0 else "thấp hơn", "higher by" if difference > 0 else "lower by")


def which_way(difference: Decimal, wording: Wording) -> str:
    """Whether it went up, down or stayed the same, in words."""
    return wording.say(
        "tăng" if difference > 0 else "giảm" if difference < 0 else "không đổi",
        "up" if difference > 0 else "down" if difference < 0 else "unchanged",
    )


def _how_much(difference: Decimal, first: FigureEntry, second: FigureEntry, wording: Wording) -> str:
    """The difference in what the figures count, with its share of the second where they are amounts."""
    size, is_one = wording.number(abs(difference)), abs(difference) == 1
    if first.figure.measure is Measure.SHARE:
        return wording.say(f"{size} điểm phần trăm", f"{size} percentage {'point' if is_one else 'points'}")
    if first.figure.measure is Measure.RANK:
        return wording.say(f"{size} bậc", f"{size} {'place' if is_one else 'places'}")
    # A table gives the number alone; what it counts is said beside it.
    unit = _unit(first) or wording.say("", _unit(second))
    return wording.amount(write_amount(abs(difference), unit)) + _growth(difference, second.figure.value, wording)


def _operand(entry: FigureEntry, wording: Wording, *, by_label: bool) -> str:
    """A value with its period and body, or with what it counts where that is what differs."""
    told = f"{figure_words(entry, wording)} – {figure_context(entry, wording)}"
    return f"{shorten(entry.figure.label, 50)}: {told}" if by_label else told


def _quotes(entry: FigureEntry) -> tuple[Quote, ...]:
    """The figure's statement; above a table's row its headings, which say which cell is what."""
    head = column_heads(entry)
    return (*(() if head is None else (quote(entry.report, head.span),)), figure_quote(entry))


def _unit(entry: FigureEntry) -> str:
    return amount_told(entry).lstrip(NUMBER_SIGNS).strip()


def _growth(difference: Decimal, base: Decimal, wording: Wording) -> str:
    return f" ({wording.number(abs(difference) * 100 / base, places=2)}%)" if base else ""


def family(measure: Measure) -> Measure:
    """ "94/98 người" goes on a run of "97 người": the part is what is counted."""
    return Measure.COUNT if measure is Measure.RATIO else measure
