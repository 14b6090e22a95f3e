"""Answers that a register's own head gives: the day to which it is kept, the document that it was sent with."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from knowledge.answers import Answer, Topic
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.reports.which_reports import is_by
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.words.framing import framing
from knowledge.facts import Span
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.symbols import find_symbols

_Said = TypeVar("_Said")


def answer_of_head(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """What the head of the one register that fits says of it; None where several do."""
    return _answer_as_of(library, query, today, wording) or _answer_sent_with(library, query, today, wording)


def _answer_as_of(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """ "Bảng theo dõi nhiệm vụ năm 2022 cập nhật đến ngày nào?": the day to which it is kept."""
    asked = _AS_OF_ASKED.search(query.folded)
    if asked is None:
        return None
    found = [told for r in _meant(library, query, asked["kind"], today) if (told := _first(r, _kept_until))]
    if len(found) != 1:
        return None
    report, line, day = found[0]
    direct = wording.say(f"Đến ngày {wording.day(day)} – {report.name}", f"As of {wording.day(day)} – {report.name}")
    return answered(direct, (quote(report, line),), topic=Topic(report_id=report.id))


def _answer_sent_with(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """ "Danh mục theo dõi năm 2022 gửi kèm công văn số mấy?": the document that its head says it came with."""
    asked = _SENT_WITH_ASKED.search(query.folded)
    if asked is None or query.references:
        return None
    told = [of for r in _meant(library, query, asked["kind"], today) if (of := _first(r, _sent_with))]
    found = [of for of in told if asked["type"] == "van ban" or fold(of[2]).startswith(asked["type"])]
    if len(found) != 1:
        return None
    report, line, sent = found[0]
    title = shorten(report.facts.title, 160)
    direct = wording.say(f"Kèm theo {sent} – {title}", f"Sent with {sent} – {title}")
    return answered(direct, (quote(report, line),), topic=Topic(report_id=report.id))


_KIND = r"(?P<kind>(?:bang|so|bieu) (?:theo doi|tong hop)|danh muc|phu luc)"
_AS_OF_ASKED = Sought(
    rf"\b{_KIND}\b.*\b(?:cap nhat|chot|tinh|tong hop|so lieu|lay)\b.*"
    r"\b(?:den|toi|bao gio|khi nao|ngay nao|ngay may|hom nao|ngay bao nhieu)\b.*\b(?:nao|may|bao nhieu|bao gio)\b"
)
_SENT_WITH_ASKED = Sought(
    rf"\b{_KIND}\b.*\bkem(?: theo| voi)* (?P<type>cong van|van ban|bao cao|quyet dinh|ke hoach|to trinh)(?: so)? (?:nao|may|bao nhieu|gi)\b"
)
# People say "sổ" of a "bảng" and the other way round.
_TITLES = {"danh muc": ("danh muc",), "phu luc": ("phu luc",)}
_ANY_TABLE = ("bang ", "so theo doi", "so tong hop", "bieu ", "theo doi ", "tong hop ")


def _meant(library: Library, query: Query, kind: str, today: date) -> Iterator[ReportEntry]:
    """The registers of that kind, of the years, bodies and subject that are named."""
    years = {day.year for period in resolve_all(query.periods, today) for day in (period.first, period.last)}
    for report in Some(library.reports, library.reports_telling(Tells.LISTED)):
        title = fold(report.facts.title)
        if not title.startswith(_TITLES.get(kind, _ANY_TABLE)):
            continue
        if years and report.told_on.year not in years and not any(str(year) in title for year in years):
            continue
        if query.bodies and not is_by(report, query) and not all(b.name in title for b in query.bodies):
            continue
        if not (query.naming.words - framing("registers") - _SENT_WORDS - report.terms.words):
            yield report


# What says how it came, and not what it lists.
_SENT_WORDS = frozenset({"cong", "gui", "kem"})
_HEAD_LINES = 6


def _first(report: ReportEntry, said_by: Callable[[str], _Said | None]) -> tuple[ReportEntry, Span, _Said] | None:
    """The first line of its head that says it, with what it says."""
    for statement in report.statements[:_HEAD_LINES]:
        if (said := said_by(statement.span.cut(report.text))) is not None:
            return report, statement.span, said
    return None


_KEPT_UNTIL = pattern_of(r"\b(?:cap nhat|tinh|chot|tong hop)(?: so lieu| tinh hinh)? den(?: het)?(?: ngay)? ?$")


def _kept_until(line: str) -> date | None:
    """The day to which a register says that it is kept."""
    folded = fold(line)
    return next((d.day for d in find_dates(folded) if _KEPT_UNTIL.search(folded[: d.start])), None)


_SENT_WITH = pattern_of(
    r"\bkem(?: theo)? (?=(?:cong van|bao cao|quyet dinh|ke hoach|to trinh)\b)(?P<sent>[^;,()]+?)(?: cua\b|[;,()]|$)"
)


def _sent_with(line: str) -> str | None:
    """The document that a register says it was sent with, by its type, number and day as written."""
    said = _SENT_WITH.search(fold(line))
    if said is None or not any(said.start("sent") <= s.start < said.end("sent") for s in find_symbols(line)):
        return None
    return line[said.start("sent") : said.end("sent")]
