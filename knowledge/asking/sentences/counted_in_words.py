"""How many there are of what no indicator is for, by the one sentence that has every asked word and one number of that unit.

"Tổ công nghệ số cộng đồng có bao nhiêu thành viên?", "lắp hệ thống xếp hàng tự động ở cơ sở 2 hết bao nhiêu?": the words say which
sentence it is, and the sentence is told whole.
"""

from decimal import Decimal

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.figures.agreeing.contrasted import is_of_other_sort
from knowledge.asking.figures.denying import denies, is_denied_behind, was_not_done
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry, Library, StatementEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.striking import strike
from knowledge.asking.reading.tense import same_polarity
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.words.framing import framing
from knowledge.facts import Figure, Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# So many words that carry something say which sentence is meant.
_FEWEST_WORDS = 3
# Words that so many sentences have do not say which is meant, and each is looked at.
_MOST_SENTENCES = 500
# Of these there are many sentences alike, and indicators tell them apart.
_BY_INDICATOR = frozenset({"ho so", "bo ho so", "bo", "%", "phan tram"})
_SUMS = frozenset({"", "tien", "dong", "trieu", "trieu dong", "ty", "ty dong"})
_NUMBER = pattern_of(r"(?<![\w./-])\d{1,4}(?![\w./-])")
_COUNTS = frozenset({Measure.COUNT, Measure.RATIO, Measure.SCORE})
_HELD_AGAINST = Sought(
    r"\b(?:so voi|hon|tang|giam|them|bot|con lai|trung binh|binh quan|muc tieu|chi tieu|cong ca|tong cong)\b"
)
_HOW_MUCH = Sought(rf"\b{HOW_MANY}\b")


def answer_counted_in_words(library: Library, query: Query, wanted: FigureQuery) -> Answer | None:
    """The sentence with all the asked words and one number of the asked unit; None where several differ or a word is missing."""
    if not _asks_plainly(query) or (query.periods and wanted.period is None):
        return None
    words = _asked_words(query)
    if len(words) < _FEWEST_WORDS:
        return None
    with_words = library.statements_with_words(words)
    if wanted.period is not None:
        with_words = with_words.where(library.have_figures_of(with_words.numbers, wanted.period))
    if len(with_words) > _MOST_SENTENCES:
        return None
    is_other, doing = is_of_other_sort(query.folded), _doing(library, query)
    found = [
        (entry, figure)
        for entry in with_words
        if _may_tell(entry, query, wanted)
        and (figure := _one_figure(entry, query, wanted)) is not None
        and _is_told_by_then(entry, figure, words)
        and doing in entry.folded
        and not (is_other is not None and is_other(_entry_of(library, entry, figure)))
    ]
    if len({figure.value for _, figure in found}) != 1:
        return None
    entry, _ = max(found, key=lambda one: one[0].report.told_on)
    direct = shorten(entry.statement.span.cut(entry.report.text).strip(" -+•*"))
    return answered(direct, (quote(entry.report, entry.statement.span),), topic=Topic(report_id=entry.report.id))


def _doing(library: Library, query: Query) -> str:
    """What those who are counted do, where it is one word of two syllables: of "bao nhiêu người dự thi" the sentence must say just that."""
    behind = _BEHIND_COUNTED.search(query.folded)
    if behind is None:
        return ""
    return behind["doing"] if len(library.tagger.tag(behind["doing"]).words) == 1 else ""


_BEHIND_COUNTED = Sought(
    rf"\b{HOW_MANY} (?:nguoi|can bo|cong chuc|vien chuc|hoc vien|don vi|xa|thon) (?P<doing>[a-z]+ [a-z]+)\b"
)


def _entry_of(library: Library, entry: StatementEntry, figure: Figure) -> FigureEntry:
    return library.figure(entry, entry.statement.figures.index(figure))


def _is_told_by_then(entry: StatementEntry, figure: Figure, words: frozenset[str]) -> bool:
    """Whether all words stand before the end of the number's clause: of "139 xã áp dụng ISO; 02 đơn vị …" the later clause is of others."""
    told = entry.folded
    end = told.find(";", max(figure.span.end - entry.statement.span.start, 0))
    return end < 0 or words <= set(_WORD.findall(told[:end]))


def _asks_plainly(query: Query) -> bool:
    """Whether one count or sum is asked for, of no indicator's dimension and against nothing else."""
    return (
        query.counts == 1
        and query.asks("count", "money")
        and query.claim is None
        and not query.asks("compare", "trend", "window", "percent", "rank", "verify", "when", "who")
        and not query.references
        and not query.negated
        and query.unit not in _BY_INDICATOR
        and not query.terms.dimensions.keys() - {"moment", "polarity", "channel", "scope", "stage"}
        and _HOW_MUCH.search(query.folded) is not None
        and _HELD_AGAINST.search(query.folded) is None
    )


def _asked_words(query: Query) -> frozenset[str]:
    """The question's own words, without its times and bodies and those that only ask."""
    spans = [*((m.start, m.end) for m in query.periods), *((b.start, b.end) for b in query.bodies)]
    return frozenset(_WORD.findall(strike(query.folded, spans))) - framing("counted_in_words")


_WORD = pattern_of(r"\w+")


def _may_tell(entry: StatementEntry, query: Query, wanted: FigureQuery) -> bool:
    """Whether it tells what was done, in the asked time and of the asked body, and is no row of a table."""
    if entry.statement.task is not None or "|" in entry.statement.span.cut(entry.report.text):
        return False
    if wanted.report is not None and entry.report is not wanted.report:
        return False
    said = entry.terms.dimensions
    if any(
        not values <= said.get(dimension, _NOTHING)
        for dimension, values in query.terms.dimensions.items()
        if dimension in _SAID_TOO
    ):
        return False  # what the towns get is not what the communes get
    if not same_polarity(entry, query.folded):
        return False
    return not query.bodies or is_of_bodies(entry, query.bodies)


_SAID_TOO = frozenset({"channel", "scope"})
_NOTHING = frozenset[str]()


def _one_figure(entry: StatementEntry, query: Query, wanted: FigureQuery) -> Figure | None:
    """The one figure of the asked unit in the asked time; None where there are several or none."""
    is_money = query.asks("money") and query.unit in _SUMS
    start, said = entry.statement.span.start, frozenset(query.folded.split())
    named = {Decimal(number) for number in _NUMBER.findall(query.folded)}
    fitting = [
        figure
        for figure in entry.statement.figures
        if (figure.measure is Measure.MONEY if is_money else _is_of_unit(figure, query))
        and (wanted.period is None or figure.period == wanted.period)
        and not (not denies(query.folded) and was_not_done(entry.folded[: max(figure.span.start - start, 0)], said))
        and not (not denies(query.folded) and is_denied_behind(entry.folded, figure.span.end - start, query.folded))
        and figure.value not in named  # "08 xã sắp xếp lại còn mấy xã" does not ask for the eight
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_of_unit(figure: Figure, query: Query) -> bool:
    if figure.measure not in _COUNTS or not query.unit:
        return False
    unit, asked = fold(figure.unit).split(), query.unit.split()
    return unit[: len(asked)] == asked or (bool(unit) and asked[: len(unit)] == unit)
