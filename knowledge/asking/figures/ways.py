"""Which way a change went: what the report says rose is never told to one who asks by how much it fell."""

from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry
from knowledge.asking.replies import Wording
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

UP, DOWN = "up", "down"
_BEFORE = 60  # characters before a number in which its way is said
_WAY = pattern_of(
    r"\b(?:(?P<up>tang|nang|cao hon|nhieu hon|len)|(?P<down>giam|rut ngan|thap hon|it hon|bot|xuong|tut|tiet kiem))\b"
)
_WORDS = {UP: ("tăng", "up"), DOWN: ("giảm", "down")}


def way_told(entry: FigureEntry) -> str:
    """Which way the words before a change say that it went; empty where it is none or they do not say.

    A table's column "Tăng, giảm" says both and so neither.
    """
    if entry.figure.measure is not Measure.CHANGE or entry.statement.is_row:
        return ""
    start = entry.figure.span.start
    said = list(_WAY.finditer(fold(entry.report.text[max(0, start - _BEFORE) : start])))
    return (UP if said[-1]["up"] else DOWN) if said else ""


def way_asked(query: FigureQuery) -> str:
    """The one way that is asked for; empty where neither or both are."""
    asked = query.terms.dimensions.get("direction", frozenset())
    return next(iter(asked)) if len(asked) == 1 else ""


def said_against(entry: FigureEntry, query: FigureQuery, wording: Wording) -> str:
    """ "Không tăng, giảm ": what goes before a change that went the other way than is asked; else nothing."""
    told, asked = way_told(entry), way_asked(query)
    if not told or not asked or told == asked:
        return ""
    (way, in_english), (other, other_in_english) = _WORDS[told], _WORDS[asked]
    return wording.say(f"Không {other}, {way} ", f"Not {other_in_english}, {in_english} by ")
