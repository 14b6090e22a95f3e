"""The figures of a report that an alert tells first, each called as an official would call it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from knowledge.asking.figures.indicators import Indicator, find_value
from knowledge.asking.words.counting_words import dossiers_told
from knowledge.facts import Figure, Measure, Period, Reading, Statement
from knowledge.grammar.concepts import Tagger, concept_names, shipped_tagger
from knowledge.grammar.folding import fold

# As many lines as a message shows without scrolling.
_MOST = 5
# A sentence told whole is cut at a clause here: two lines of a phone.
_LONGEST = 140
# The dimensions that name a chief figure, what says most first.
NAMING = ("channel", "timeliness", "stage")
# The order in which their values are told.
_ORDER = ("received", "online", "resolved", "early", "on_time", "early_or_on_time", "late", "pending")
# A figure about anything else is a part that needs its sentence.
PLAIN_TOPICS = frozenset({"#dossier", "#total", "#new_intake", "#procedure", "#reform"})


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the same figure was in the latest period before that tells it, and what has changed since."""

    period: Period
    written: str
    difference: Decimal
    percent: Decimal | None  # of what it was; None of nothing


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure worth telling, and the sentence it stands in; without a label the sentence tells itself."""

    label: str
    written: str  # with its unit, as it stands
    quote: str
    earlier: Earlier | None = None
    label_in_english: str = ""

    def called(self, language: str) -> str:
        """What the figure counts, as an official says it: "Trực tuyến"."""
        return self.label_in_english if language == "en" and self.label_in_english else self.label


@cache
def _tagger() -> Tagger:
    return shipped_tagger()


def headlines_of(reading: Reading, before: Sequence[Reading] = ()) -> tuple[Headline, ...]:
    """The chief figures of the report's own period, each with what it was in those reports before, the latest first.

    Of a report without any, what it issued or did.
    """
    found: dict[str, Headline] = {}
    for at, statement in enumerate(reading.statements):
        for figure in statement.figures:
            name = _name(figure, reading)
            if name is not None:
                told = replace(figure, written=dossiers_told(figure, reading.statements, at, reading.text))
                _take(found, name, told, statement.span.cut(reading.text), _earlier(figure, reading, before))
    ordered = sorted(found, key=_ORDER.index)
    return tuple(found[name] for name in ordered)[:_MOST] or _sentences(reading)


def _name(figure: Figure, reading: Reading) -> str | None:
    """Which headline the figure is; None where it is of another time, a part, a change or a target."""
    own_time = reading.report.period is None or figure.period == reading.report.period
    if not own_time or figure.measure not in {Measure.COUNT, Measure.SHARE} or figure.is_cumulative:
        return None
    terms = _tagger().tag(fold(figure.label))
    if terms.topics - PLAIN_TOPICS or ("scope" in terms.dimensions and terms.dimensions["scope"] != {"whole"}):
        return None
    said = next((terms.dimensions[d] for d in NAMING if d in terms.dimensions), frozenset())
    return next((value for value in _ORDER if said == {value}), None)


def _earlier(figure: Figure, reading: Reading, before: Sequence[Reading]) -> Earlier | None:
    """Only of a figure that both reports tell with one value, of the same body."""
    organisation = reading.report.organisation
    if figure.measure is not Measure.COUNT or not organisation:
        return None
    body = figure.organisation or ""
    same = Indicator("", figure.measure, figure.unit, figure.label, figure.head, organisation, body)
    now = find_value(reading, same)
    for older in before:
        found, period = find_value(older, same), older.report.period
        if now is not None and now[1].value == figure.value and found is not None and period is not None:
            statement, was = found
            written = dossiers_told(was, older.statements, older.statements.index(statement), older.text)
            difference = figure.value - was.value
            percent = difference * 100 / was.value if was.value else None
            return Earlier(period, written, difference, percent)
    return None


def _take(found: dict[str, Headline], name: str, figure: Figure, quote: str, earlier: Earlier | None) -> None:
    """Keep the first count of each name, with the share that follows it in brackets."""
    known = found.get(name)
    if known is None:
        label, in_english = (words[:1].upper() + words[1:] for words in concept_names()[name])
        found[name] = Headline(label, figure.written, quote, earlier, in_english)
    elif figure.measure is Measure.SHARE and "%" not in known.written:
        found[name] = replace(known, written=f"{known.written} ({figure.written})")


def _sentences(reading: Reading) -> tuple[Headline, ...]:
    telling = [s for s in reading.statements if s.kind in {"document", "figure"} and not s.task]
    return tuple(Headline("", _short(s, reading), s.span.cut(reading.text)) for s in telling[:3])


def _short(statement: Statement, reading: Reading) -> str:
    words = " ".join(statement.span.cut(reading.text).split())
    if len(words) <= _LONGEST:
        return words
    cut = max(words.rfind(mark, 0, _LONGEST) for mark in ("; ", ", ", " "))
    return f"{words[:cut]}…"
