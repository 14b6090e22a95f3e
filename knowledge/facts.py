"""What was read in one report: the values that importing yields, the store keeps and asking searches.

Places are half-open character ranges of `Reading.text`, which is kept as imported, so that every quote is
word for word.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol


class Area(StrEnum):
    """The six reform areas of Nghị quyết 76/NQ-CP (15/7/2021), Điều 1."""

    INSTITUTIONS = "institutions"  # thể chế
    PROCEDURES = "procedures"  # thủ tục hành chính
    ORGANISATION = "organisation"  # tổ chức bộ máy
    STAFF = "staff"  # cán bộ, công chức, viên chức (chế độ công vụ)
    FINANCE = "finance"  # tài chính công
    DIGITAL = "digital"  # hiện đại hóa, chính phủ số


class PeriodKind(StrEnum):
    """How a period is named; each has a first and a last day."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"  # 6 tháng đầu (cuối) năm
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    RANGE = "range"  # any other run of months or days


class Role(StrEnum):
    """What a statement says of a document."""

    ISSUED = "issued"
    PLANNED = "planned"  # to be issued; `expected` says when
    DRAFTED = "drafted"  # dự thảo, lấy ý kiến
    SUBMITTED = "submitted"  # trình
    IMPLEMENTED = "implemented"  # thực hiện
    AMENDED = "amended"
    REPLACED = "replaced"
    ENDING = "ending"  # to be replaced or abolished by what is still to come
    BASIS = "basis"  # only căn cứ, theo
    LISTED = "listed"  # a row of a register, `status` says what it is


TO_COME = frozenset({Role.PLANNED, Role.DRAFTED, Role.SUBMITTED})  # what it is as long as it is not issued


class Measure(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    SHARE = "share"  # percent of a whole
    MONEY = "money"  # đồng
    RATIO = "ratio"  # 9/12: `value` of `whole`
    RANK = "rank"  # xếp thứ 9/63: `value` of `whole`
    CHANGE = "change"  # tăng, giảm so với
    TARGET = "target"  # phấn đấu, tối thiểu, dưới
    SCORE = "score"  # điểm


# Looked up some hundred thousand times as a store is read; calling the enum takes several times as long.
ROLES = {role.value: role for role in Role}
MEASURES = {measure.value: measure for measure in Measure}
AREAS: dict[str | None, Area | None] = {None: None, **{area.value: area for area in Area}}
PERIOD_KINDS = {kind.value: kind for kind in PeriodKind}


class Cuttable(Protocol):
    """A text of which a place can be read."""

    def __getitem__(self, place: slice, /) -> str:
        """The words in that place."""


@dataclass(frozen=True, slots=True)
class Span:
    """The half-open range [start, end) of characters in a text."""

    start: int
    end: int

    def cut(self, text: Cuttable) -> str:
        """The words in this range of the text, as written."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of time; both days belong to it."""

    kind: PeriodKind
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Window:
    """The days that figures cover ("từ ngày 01/12/2018 đến ngày 20/02/2019"); both belong to it."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of an official document.

    A planned document has a subject and no number; `symbol` is what follows the slash ("QĐ-UBND") and
    `written` the whole as it stands ("192/QĐ-UBND").
    """

    span: Span
    role: Role
    type: str | None = None  # the type's Vietnamese name: "Quyết định", "Kế hoạch", "Quy chế"
    number: str | None = None  # "192", "30c"
    symbol: str | None = None
    written: str | None = None
    issued_on: date | None = None
    year: int | None = None  # of the number: of the date, or written within it (16/2021/QĐ-UBND)
    issuer: str | None = None
    subject: str | None = None
    expected: Period | None = None  # when a planned document is to be issued
    due: date | None = None
    effective_on: date | None = None
    status: str | None = None  # as written in a register
    responsible: str | None = None  # cơ quan chủ trì
    note: str | None = None
    attached_to: str | None = None  # "ban hành kèm theo Quyết định số 1843/QĐ-UBND": that number


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity, with the words that say what it counts, all as written; they are folded only to be matched.

    `label` are the words of its own clause, `head` those of the clause it is a part of, `place` the
    headings, row and column above it.  `value` is exact: percents as written (32.93), money in đồng.
    """

    span: Span
    measure: Measure
    value: Decimal
    written: str  # with its unit, as it stands: "4.984 hồ sơ"
    unit: str
    label: str
    head: str = ""
    place: str = ""
    period: Period | None = None
    window: Window | None = None
    organisation: str | None = None
    whole: Decimal | None = None  # of a ratio or a rank
    part_of: int | None = None  # index, in the statement's figures, of the figure this is a part of
    share_of: int | None = None  # index of the figure whose share this is
    compared_to: Period | None = None  # of a change: since when
    is_approximate: bool = False  # hơn, gần, khoảng
    is_cumulative: bool = False  # lũy kế
    is_computed: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, by whom, by when."""

    span: Span
    text: str
    unit: str | None = None
    due: date | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, bullet or table row of a report and what it says; it is the quote for all of that."""

    span: Span
    kind: str  # document, figure, task, change, note, heading
    heading: str = ""  # the headings above it, outermost first, joined by " > "
    area: Area | None = None
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class Operand:
    """One value that a doubt rests on; `report` names the published report where it stands, if not this one."""

    name: str  # "received", "share", … or the report's own words for what has no such name
    value: str  # as written, or as computed for "sum" and "computed"
    report: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something an importer should look at: what sort, in which sentences, and the values that do not agree."""

    code: str  # a member of `knowledge.importing.checks.kinds.Kind`
    spans: tuple[Span, ...] = ()
    operands: tuple[Operand, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an admin changed by hand of one fact of a statement; the text stays as imported.

    `place` is where the fact stands; `before` and `after` are `EntryFields` as JSON (`knowledge.fields.entry_fields`),
    and `after` is None of a fact that was taken out.
    """

    span: Span  # of the statement
    kind: str  # document, figure, task
    place: Span
    before: str
    after: str | None
    on: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What a report says of itself; what it does not say is None, never guessed."""

    title: str
    number: str | None = None  # "134/BC-VPUBND"
    organisation: str | None = None  # "Văn phòng UBND tỉnh Hưng Hòa"
    province: str | None = None
    period: Period | None = None
    window: Window | None = None
    signed_on: date | None = None
    published_on: date | None = None
    signer: str | None = None
    place: str | None = None
    source: str | None = None  # address or file name
    kind: str = "report"  # report, news, register, entry (added by an admin)


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as read: its text and everything found in it."""

    report: ReportFacts
    text: str
    statements: tuple[Statement, ...]
    doubts: tuple[Doubt, ...] = ()
    amendments: tuple[Amendment, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document with the date that a published report gives it."""

    report: str  # its number, or its title where it has none
    number: str
    symbol: str
    issued_on: date
    issuer: str | None
    province: str | None
