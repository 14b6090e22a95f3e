"""Figures with what they count, in the few terms that a check compares."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from knowledge.facts import Figure, Measure, Operand, Period, Reading, Span, Statement
from knowledge.grammar.concepts import Tagger, Terms, shipped_tagger
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import find_organisations

# "Số hồ sơ chuyển sang năm 2020 tiếp tục giải quyết" is what is left, not what came from before.
_LEFT_OVER = re.compile(
    r"chuyen (?:sang|qua) (?:nam|quy|ky|thang) (?:20\d\d|sau|toi|tiep|[iv]+\b|[1-4]\b)|chuyen ky sau"
)
_CARRIED = re.compile(r"(?:ky|quy|nam|thang) truoc (?:chuyen )?(?:sang|qua)|(?:ton|tu) (?:ky|quy|nam|thang) truoc")
_DOSSIERS = re.compile(r"ho so")
# Words around a figure that do not tell one figure from another.
_NOISE = frozenset(
    [
        "#dossier",
        "#total",
        "#new_intake",
        "#procedure",
        "#one_stop",
        "#handled_on_software",
        "i",
        "ii",
        "iii",
        "iv",
        "cong",
        "hinh",
        "chia",
        "sau",
        "tiep",
        "tuc",
        "ket",
        "hanh",
        "tam",
        "trung",
    ]
)
_NARROWING = ("scope", "polarity", "moment", "accumulation")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and what it counts: `stage`, `timeliness` and `channel` of dossiers ("" where open).

    `others` are all further words that tell it from other figures; `body` is whose it is, folded.
    """

    figure: Figure
    statement: int
    index: int
    span: Span  # of its statement
    stage: str
    timeliness: str
    channel: str
    others: frozenset[str]
    body: str
    is_dossiers: bool
    is_clear: bool  # nothing in its words speaks of two stages at once
    is_plain_part: bool  # a part that only its whole's words say the stage of: "trong đó … là 3.915 hồ sơ"

    @property
    def is_whole(self) -> bool:
        """Whether it counts all dossiers of its stage."""
        return self.is_dossiers and self.is_clear and not (self.timeliness or self.channel)

    @property
    def period(self) -> Period | None:
        """The days it is of."""
        return self.figure.period

    def named(self, name: str, report: str = "") -> Operand:
        """It as an operand of that name."""
        return Operand(name, self.figure.written, report)


def quantities(reading: Reading) -> list[Quantity]:
    """Every figure of the report in order, without targets."""
    found = [
        quantity
        for number, statement in enumerate(reading.statements)
        if statement.kind != "task"
        for quantity in _of_statement(reading, number, statement)
    ]
    fuller = _fuller_names({quantity.body for quantity in found})
    return [replace(q, body=fuller[q.body]) if q.body in fuller else q for q in found]


def _fuller_names(bodies: set[str]) -> dict[str, str]:
    """ "Trung tâm" for "Trung tâm Hành chính công tỉnh", where the report names no other that begins so."""
    named = {body: [other for other in bodies if other.startswith(f"{body} ")] for body in bodies if body}
    return {body: fuller[0] for body, fuller in named.items() if len(fuller) == 1}


def _of_statement(reading: Reading, number: int, statement: Statement) -> Iterator[Quantity]:
    heading = _heading_terms(statement.heading)
    opening = _opening(reading, statement)
    for index, figure in enumerate(statement.figures):
        if figure.measure is not Measure.TARGET:
            yield _quantity(reading, number, statement, index, figure, heading, opening)


def _opening(reading: Reading, statement: Statement) -> Terms:
    """What stands before a colon is of all figures after it: "Qua bưu chính: tiếp nhận 58 hồ sơ, trả 214 hồ sơ"."""
    first = statement.figures[0].span.start if statement.figures else statement.span.start
    words, colon, _ = reading.text[statement.span.start : first].partition(":")
    return _tagged(fold(words) if colon else "")


def _quantity(
    reading: Reading,
    number: int,
    statement: Statement,
    index: int,
    figure: Figure,
    heading: frozenset[str],
    opening: Terms,
) -> Quantity:
    own, head = _tagged(fold(figure.label)), _tagged(fold(figure.head))
    stage, is_clear = _stage(figure, own, head)
    timeliness = _only(own, "timeliness") or _only(head, "timeliness")
    bodies = _body_words(figure.organisation) | _body_words(reading.report.organisation)
    return Quantity(
        figure=figure,
        statement=number,
        index=index,
        span=statement.span,
        stage=stage,
        timeliness=timeliness,
        channel=_only(own, "channel") or _only(opening, "channel"),
        others=(_others(own) | _others(head) | _others(opening) | heading) - bodies,
        body=normalise(figure.organisation or ""),
        is_dossiers=bool(_DOSSIERS.search(fold(f"{figure.unit} {figure.label} {figure.head}"))) or bool(timeliness),
        is_clear=is_clear and not own.dimensions.get("direction"),
        is_plain_part=figure.part_of is not None and not own.dimensions.get("stage"),
    )


def _stage(figure: Figure, own: Terms, head: Terms) -> tuple[str, bool]:
    """What was done with the dossiers, and whether the words say just one thing."""
    label = fold(figure.label)
    if _LEFT_OVER.search(label):
        return "pending", True
    if _CARRIED.search(label):
        return "carried", True
    said = own.dimensions.get("stage", frozenset())
    if len(said) > 1:
        return "", False
    if said:
        return next(iter(said)), True
    above = head.dimensions.get("stage", frozenset())
    return (next(iter(above)), True) if len(above) == 1 else ("", True)


def _only(terms: Terms, dimension: str) -> str:
    values = terms.dimensions.get(dimension, frozenset())
    return "+".join(sorted(values))


def _others(terms: Terms) -> frozenset[str]:
    narrowing = {value for name in _NARROWING for value in terms.dimensions.get(name, ())}
    return (terms.words | narrowing) - _NOISE - {"after", "cumulative", "whole"}


@lru_cache(maxsize=5_000)
def _heading_terms(heading: str) -> frozenset[str]:
    """The level or body that a heading narrows its section to."""
    bodies = {normalise(mention.name) for mention in find_organisations(heading)}
    return frozenset(bodies) | _tagger().tag(fold(heading)).dimensions.get("scope", frozenset())


@lru_cache(maxsize=5_000)
def _body_words(name: str | None) -> frozenset[str]:
    return frozenset(normalise(name or "").split()) | frozenset(fold(name or "").replace(",", " ").split())


@cache
def _tagger() -> Tagger:
    return shipped_tagger()


# The labels of some hundred reports, which those of one organisation repeat.
@lru_cache(maxsize=20_000)
def _tagged(words: str) -> Terms:
    return _tagger().tag(_PERIOD_WORDS.sub(" ", words))


_PERIOD_WORDS = re.compile(r"\d[\d./,]*|\b(?:luy ke|cung ky|dau nam|cuoi nam|ca nam)\b")


def is_before(day: date | None, other: date | None) -> bool:
    """Whether both days are known and the first is the earlier."""
    return day is not None and other is not None and day < other
