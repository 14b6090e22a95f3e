"""What a figure counts, whatever its period: told from report to report, it is one indicator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.answers import Topic
from knowledge.asking.library import FigureEntry, with_measure
from knowledge.facts import Figure, Measure, Reading, Statement
from knowledge.grammar.concepts import Tagger, Terms, concept_names, shipped_tagger
from knowledge.grammar.folding import fold, key
from knowledge.grammar.patterns import pattern_of

_FIELDS = 7
# What tells when or how much, and not what is counted.
_CHANGING = frozenset({"moment", "direction"})
# Words that reports put around a figure and that another report leaves out: numbers of quarters, symbols.
_LOOSE = pattern_of(r"(?:[ivx]+|qd|kh|ubnd|bc|quyet|hoach|so|lan|dot\d*)$")
# "Tỷ lệ văn bản đi được ký số đạt", of which the clause went on with the value; what is "chưa đạt" is counted by that.
_BEFORE_VALUE = pattern_of(r"(?: (?:la|uoc|khoang))+$")
_BEFORE_SHARE = pattern_of(r"(?: (?:la|uoc|khoang|chiem|(?<!chua )(?<!khong )dat))+$")
_CITED_FIRST = re.compile(r"(?P<cited>\D{0,40}\d+/[\w-]+)\s+(?P<rest>\S.*)")
# Of the words that no concept knows, so many must be common to two reports that tell the same indicator.
_SHARED_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator as the figure names it from which it is followed; of one organisation's reports."""

    name: str  # as a person calls it: "Hồ sơ tiếp nhận trực tuyến"
    measure: Measure
    unit: str
    label: str  # folded, as `Figure.label`
    head: str
    organisation: str  # whose reports tell it
    body: str  # whose figure it is, where that is said

    @property
    def called(self) -> str:
        """The name as it is told: without the verb before the value, and what the clause began with behind the rest."""
        ending = (_BEFORE_SHARE if self.measure is Measure.SHARE else _BEFORE_VALUE).search(fold(self.name))
        name = self.name[: ending.start()] if ending else self.name
        cited = _CITED_FIRST.fullmatch(name)
        return f"{cited['rest']} ({cited['cited']})" if cited else name

    @property
    def target(self) -> str:
        """What `Topic.indicator` and a rule hold; its first part is the name."""
        parts = (self.name, self.measure.value, self.unit, self.label, self.head, self.organisation, self.body)
        return "|".join(" ".join(part.replace("|", " ").split()) for part in parts)

    def is_same(self, other: "Indicator") -> bool:
        """Whether both count the same, of the same body, in reports of the same organisation."""
        return _is_of(self, other.organisation, other.body) and _agree(_sign(self), _sign(other))


def read_indicator(target: str) -> Indicator | None:
    """The indicator of a rule's target or folded key; None where it is none."""
    parts = target.split("|")
    if len(parts) != _FIELDS or parts[1] not in set(Measure):
        return None
    name, measure, *rest = parts
    return Indicator(name, Measure(measure), *rest)


def indicator_of(entry: FigureEntry) -> Indicator | None:
    """What that figure of the library counts; None where no later report could be told to speak of the same."""
    figure, facts = entry.figure, entry.report.facts
    sign = _sign_of(figure, facts.organisation or "")
    if not facts.organisation or not (sign.dimensions or sign.topics):
        return None
    if figure.measure in {Measure.CHANGE, Measure.TARGET}:
        return None
    name = _name(figure, sign, entry.statement.statement.span.cut(entry.report.text))
    body = figure.organisation or ""
    return Indicator(name, figure.measure, figure.unit, figure.label, figure.head, facts.organisation, body)


def indicator_topic(entry: FigureEntry) -> Topic:
    """What an answer with that figure is about."""
    indicator = indicator_of(entry)
    return Topic(
        indicator=indicator.target if indicator else None,
        organisation=entry.report.facts.organisation,
        report_id=entry.report.id,
    )


def find_value(reading: Reading, indicator: Indicator) -> tuple[Statement, Figure] | None:
    """The indicator's value of the report's own period; None where it is not told, or told with two values."""
    facts = reading.report
    if facts.period is None or key(facts.organisation) != key(indicator.organisation):
        return None
    found = [
        (statement, figure)
        for statement, figure in _own_figures(reading)
        if _is_of(indicator, facts.organisation or "", figure.organisation or "")
        and _agree(_sign(indicator), _sign_of(figure, facts.organisation or ""))
    ]
    exact = [f for f in found if key(f[1].organisation) == key(indicator.body)]
    for fitting in (found, exact):
        if len({figure.value for _, figure in fitting}) == 1:
            return fitting[0]
    return None


def _own_figures(reading: Reading) -> Iterator[tuple[Statement, Figure]]:
    for statement in reading.statements:
        for figure in statement.figures:
            if figure.period == reading.report.period:
                yield statement, figure


@dataclass(frozen=True, slots=True)
class _Sign:
    """What must agree for two figures to count the same."""

    measure: Measure
    is_cumulative: bool
    unit: str
    dimensions: frozenset[tuple[str, frozenset[str]]]
    topics: frozenset[str]
    words: frozenset[str]


@cache
def _tagger() -> Tagger:
    return shipped_tagger()


@cache
def _tagged(folded: str) -> Terms:
    return _tagger().tag(folded)


def _sign(indicator: Indicator) -> _Sign:
    return _sign_from(
        indicator.label, indicator.head, indicator.measure, indicator.unit, indicator.organisation, indicator.body
    )


def _sign_of(figure: Figure, organisation: str) -> _Sign:
    return _sign_from(figure.label, figure.head, figure.measure, figure.unit, organisation, figure.organisation or "")


@cache
def _sign_from(label: str, head: str, measure: Measure, unit: str, organisation: str, body: str) -> _Sign:
    own, above = with_measure(_tagged(fold(label)), measure), _tagged(fold(head))
    dimensions = {d: v for d, v in above.dimensions.items() if len(v) == 1} | own.dimensions
    if "timeliness" in dimensions:
        dimensions.pop("stage", None)  # dossiers are late or on time once resolved, whether that is said or not
    elif "channel" in dimensions:
        dimensions.setdefault("stage", frozenset({"received"}))  # they come in by a channel
    topics = (own.topics or above.topics) - {"#total", "#new_intake"}
    named = set(fold(f"{organisation} {body}").split())
    words = frozenset(w for w in own.words - own.topics if w not in named and not _LOOSE.match(w))
    kept = frozenset((d, v) for d, v in dimensions.items() if d not in _CHANGING)
    return _Sign(measure, "luy ke" in fold(label), key(unit), kept, topics, words)


def _agree(a: _Sign, b: _Sign) -> bool:
    if (a.measure, a.is_cumulative, a.dimensions, a.topics) != (b.measure, b.is_cumulative, b.dimensions, b.topics):
        return False
    if a.unit and b.unit and a.unit != b.unit:
        return False
    return a.words == b.words or len(a.words & b.words) >= _SHARED_WORDS * len(a.words | b.words)


def _is_of(indicator: Indicator, organisation: str, body: str) -> bool:
    """Whether the reports and the body fit; "Trung tâm" is short for "Trung tâm Hành chính công tỉnh"."""
    one, other = key(indicator.body), key(body)
    is_same_body = not one or not other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")
    return key(indicator.organisation) == key(organisation) and is_same_body


# The order in which an official says what is counted: "hồ sơ tiếp nhận, trực tuyến".
_NAMED = ("stage", "timeliness", "channel", "scope", "level")


def _name(figure: Figure, sign: _Sign, sentence: str) -> str:
    """What the indicator is called: by its concepts, where they say all of it, else in the figure's own words."""
    said = dict(sign.dimensions)
    values = [value for d in _NAMED for value in sorted(said.get(d, ()))]
    names = [concept_names()[value][0] for value in values if value in concept_names()]
    is_share = figure.measure is Measure.SHARE
    if names and sign.topics <= {"#dossier"} and not sign.words:
        words = ", ".join(names)
        return f"{'tỷ lệ hồ sơ' if is_share else 'hồ sơ'} {words}"
    words = _own_words(figure, sentence)
    return words if not is_share or fold(words).startswith("ty le") else f"tỷ lệ {words}"


# As much of a clause as a button shows.
_MOST_WORDS = 12


def _own_words(figure: Figure, sentence: str) -> str:
    """The end of the figure's clause, with the tones that its sentence has."""
    written = {fold(word): word for word in reversed(re.findall(r"[\w/-]+", sentence))}
    words = re.findall(r"[\w/-]+", figure.label)[-_MOST_WORDS:]
    return " ".join(written.get(word, word) for word in words)
