"""Whether what a question holds up is so, by the figure that tells it."""

from decimal import Decimal

from knowledge.asking.figures.ways import way_told
from knowledge.asking.library import FigureEntry
from knowledge.asking.reading.cues import ENDS_WITH_YET
from knowledge.asking.reading.held import Claim
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, figure_words
from knowledge.facts import Measure
from knowledge.grammar.patterns import pattern_of


def judge(entry: FigureEntry, claim: Claim, query: Query, wording: Wording) -> str:
    """Yes or no to the number that the question holds up, with the figure itself."""
    holds = _holds(claim, share_value(entry) if claim.is_percent else entry.figure.value) and _is_way(entry, query)
    if claim.comparator == "equal":
        said = wording.say("Đúng", "Yes") if holds else wording.say("Không phải", "No")
    elif ENDS_WITH_YET.search(query.folded):
        said = wording.say("Rồi", "Yes") if holds else wording.say("Chưa", "Not yet")
    else:
        said = wording.say("Có", "Yes") if holds else wording.say("Không", "No")
    return f"{said}: {_way(entry, wording)}{figure_words(entry, wording)}{_as_percent(entry, claim, wording)}"


def _as_percent(entry: FigureEntry, claim: Claim, wording: Wording) -> str:
    """ " = 42,69%": the share behind so many of so many, where a share is held up and some are left."""
    figure = entry.figure
    if not claim.is_percent or figure.measure is not Measure.RATIO or figure.whole == figure.value:
        return ""
    return f" = {wording.number(share_value(entry), places=2)}%"


def _is_way(entry: FigureEntry, query: Query) -> bool:
    """Whether a change went the way that is held up, as far as both are said: one of minus eight is not one of eight."""
    told, asked = way_told(entry), query.terms.dimensions.get("direction", frozenset())
    return not told or len(asked) != 1 or told in asked


# "Giảm 1 phòng đúng không", "đang thiếu 3 biên chế": which way is a part of what is held up.
_WAY = pattern_of(r"(?i)\b(?P<way>giảm|tăng|thiếu|thừa|dôi dư)(?: \w+){0,2} $")


def _way(entry: FigureEntry, wording: Wording) -> str:
    if wording.language == "en" or entry.statement.is_row:
        return ""
    start = entry.figure.span.start
    way = _WAY.search(entry.report.text[max(0, start - 30) : start])
    return f"{way['way'].lower()} " if way else ""


def _holds(claim: Claim, value: Decimal) -> bool:
    return {
        "above": value > claim.value,
        "at_least": value >= claim.value,
        "below": value < claim.value,
        "at_most": value <= claim.value,
        "equal": value == claim.value,
    }[claim.comparator]


def share_value(entry: FigureEntry) -> Decimal:
    """A figure as percent: as stated, or its part of the whole."""
    figure = entry.figure
    if figure.measure is Measure.RATIO and figure.whole:
        return figure.value * 100 / figure.whole
    return figure.value
