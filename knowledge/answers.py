"""What a question gets back: plain words without any chat's markup, ready to be laid out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from knowledge.facts import Period


class Outcome(StrEnum):
    """The four honest outcomes; `NOT_FOUND` with `suggestions` is "not found, but"."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"


class AssumedDay(date):
    """The day taken for a question that came without one: what is due is judged by it, and no period is chosen by it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What an admin corrected by hand of what a quoted sentence says; `field` is one of `EntryFields`."""

    on: date
    field: str
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A report that the answer rests on and its words, exactly as imported."""

    report_id: int
    report: str  # its number, or its title where it has none
    title: str
    text: str
    signed_on: date | None = None
    period: Period | None = None
    organisation: str = ""
    source: str | None = None
    mended: tuple[Mended, ...] = ()
    columns: tuple[str, ...] = ()  # of a table's row: its cells' headings where they are plain; "" over its own number


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things that fit: its button's words and the question that means just it."""

    label: str
    question: str


class StepKind(StrEnum):
    """What may be asked after an answer."""

    PREVIOUS = "previous"  # the same figure one period earlier
    COMPARE = "compare"  # this period and the one before, side by side
    TREND = "trend"  # the figure over all periods; its answer has points
    SHARES = "shares"  # what the count is made of, over the periods
    LIFE = "life"  # the steps of a document


@dataclass(frozen=True, slots=True)
class Step:
    """A question that may follow, in words that mean the same without the ones before it."""

    kind: StepKind
    question: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What the answer was about, for following it: the narrowest that is set."""

    document: str | None = None  # key of a document: "192/QĐ-UBND|2019|UBND tỉnh|Hưng Hòa"
    indicator: str | None = None  # `Indicator.target`; its first part is a name
    organisation: str | None = None
    report_id: int | None = None
    period: Period | None = None  # of the one figure that was told


@dataclass(frozen=True, slots=True)
class Point:
    """The value of an indicator in one period, as a trend tells it."""

    period: str  # "quý I/2019"
    value: Decimal
    written: str  # "4.984 hồ sơ"


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome, the direct answer (at most 400 characters) and what it rests on."""

    outcome: Outcome
    direct: str
    context: str = ""  # what was taken for granted: "quý I/2019, Trung tâm Hành chính công tỉnh"
    lines: tuple[str, ...] = ()  # the rows of a list or an overview
    quotes: tuple[Quote, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[Choice, ...] = ()  # near misses and what does exist, offered and never asserted
    near: tuple[
        Quote, ...
    ] = ()  # of what is not found, the sentences that come nearest: offered, and nothing rests on them
    topic: Topic = Topic()
    points: tuple[Point, ...] = ()  # of a trend, oldest first
    left_out: int = 0  # how many rows a list has beyond its lines
    subject: str = ""  # what the points count: "hồ sơ (tiếp nhận)"
    ms: float = 0.0
