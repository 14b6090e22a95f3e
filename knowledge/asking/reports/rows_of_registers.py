"""Rows of one register by all that a question says of them: "trong sổ theo dõi có việc nào quá hạn", "… ban hành những gì trong danh mục".

Nothing that is asked for is passed over: where a word is left that none of its columns tells, there is no answer here.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.library import Library, ReportEntry, StatementEntry
from knowledge.asking.reading.question import Query, telling_words
from knowledge.asking.reading.references import named_types, types_beside_any
from knowledge.asking.reading.striking import strike
from knowledge.asking.replies import Wording, answered, quote
from knowledge.asking.reports.about_registers import MOST_ROWS, STATES, register_line
from knowledge.asking.reports.which_reports import is_by
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.words.framing import framing
from knowledge.facts import Citation, Period, PeriodKind, Role
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import TASK
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.row_states import is_done
from knowledge.grammar.sought import Sought

Holds = Callable[[ReportEntry, Citation], bool]

_IN_REGISTER = Sought(
    r"\b(?:trong|theo) (?:cuon |cai )?(?:so|bang|danh muc)\b(?! (?:thu tuc|tthc|dich vu|du lieu|ho so|nganh|vi tri|thanh phan)\b)"
    r"(?:(?: va| cac|,)? (?:theo doi|tong hop|van ban|nhiem vu|cong viec|viec|ke hoach|quyet dinh|cong van|cai cach hanh chinh|thoi han|duoc giao|giao|(?:nam )?20\d\d))*"
)
_WHICH = Sought(r"\b(?:nao|nhung|gi|liet ke|ke ten|ke ra)\b")
# What a question for rows may ask; any other cue asks something else.
_MAY_ASK = frozenset({"list", "tasks", "overdue", "status", "about", "number"})
_ISSUES = Sought(r"\b(?:ban hanh|ky|phe duyet|ra doi)\b")
# Of documents; what work falls due the days of all tasks tell.
_FALLS_DUE = Sought(rf"^(?!.*\b{TASK}\b).*\b(?:den|toi) han\b")
_DENIES = Sought(r"\b(?:chua|khong|tru|ngoai)\b")
_DAY = pattern_of(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
# So many rows are gone through one by one.
_MOST_LISTED = 2_000


def answer_rows_of_register(library: Library, query: Query, wording: Wording, today: date) -> Answer | None:
    """The rows of the one register of which all that is asked is so; None where several have such rows, or something else is asked."""
    within = _IN_REGISTER.search(query.folded)
    if within is None or not _WHICH.search(query.folded) or query.references or query.cues.keys() - _MAY_ASK:
        return None
    wanted = _wanted(library, query, within, today)
    if not wanted or _says_more(query, within):
        return None
    listed = library.statements_telling(Tells.LISTED)
    if len(listed) > _MOST_LISTED:
        return None
    rows = [entry for entry in listed if (row := _row_of(entry)) and all(holds(entry.report, row) for holds in wanted)]
    if len({entry.report.index for entry in rows}) != 1:
        return None
    kept = min(rows[0].report.kept_up_to, today) if STATES[0].search(query.folded) else date.min
    return _told(rows, wording, kept if kept != date.min else None)


def _told(rows: Sequence[StatementEntry], wording: Wording, kept: date | None) -> Answer:
    """The rows, and of what is late as of which day it is reckoned."""
    lines = tuple(f"{i}. {register_line(e, wording)}" for i, e in enumerate(rows[:MOST_ROWS], 1))
    stood = wording.say(" tính đến ", " as of ") + wording.day(kept) if kept else ""
    direct = wording.counted(len(rows), "văn bản", "document") + stood
    quotes = tuple(quote(e.report, e.statement.span) for e in rows[:MOST_ROWS])
    return answered(direct, quotes, lines=lines, of=len(rows))


def _row_of(entry: StatementEntry) -> Citation | None:
    listed = [c for c in entry.statement.citations if c.role is Role.LISTED]
    return listed[0] if entry.report.facts.kind == "register" and listed else None


def _wanted(library: Library, query: Query, within: re.Match[str], today: date) -> list[Holds]:
    """What a row must be; nothing where the question names no state, body, type or time, or one that no column tells."""
    of_rows = [*_states(library, query, today), *_types(query, within), *_bodies(query, within)]
    of_registers: list[Holds] = [_is_kept_until(day) for day in query.dates]
    for mention in query.periods:
        period = mention.resolve(today)
        holds = None if period is None else _in_time(query, within, mention, period)
        if holds is None:
            return []
        (of_registers if mention.kind is PeriodKind.YEAR else of_rows).append(holds)
    if query.level:
        of_registers.append(lambda report, _row: report.body.level in {"", query.level})
    return [*of_registers, *of_rows] if of_rows else []


def _states(library: Library, query: Query, today: date) -> Iterator[Holds]:
    """The states that are asked for, those just as a register writes them ("hết hiệu lực") among them."""
    written = [s for s in library.catalogue.statuses if len(s.split()) > 1 and not any(p.search(s) for p in STATES)]
    if said := max((s for s in written if re.search(rf"\b{re.escape(s)}\b", query.folded)), key=len, default=""):
        yield lambda _report, row: said in fold(row.status or "")
    late, done, under_way, not_begun = (bool(state.search(query.folded)) for state in STATES)
    if late:
        yield lambda report, row: _is_late(row, min(report.kept_up_to, today))
    patterns = [state for state, is_said in zip(STATES, (False, False, under_way, not_begun), strict=True) if is_said]
    yield from map(_is_in_state, patterns)
    if done and not _DENIES.search(query.folded):
        yield lambda _report, row: is_done(fold(row.status or ""))


def _is_late(row: Citation, on: date) -> bool:
    """Whether the register says so, or the row's day had passed when the register was kept and it is not said to be done."""
    status = fold(row.status or "")
    is_open = bool(status) and not is_done(status) and "hieu luc" not in status
    return STATES[0].search(status) is not None or (is_open and row.due is not None and row.due < on)


def _is_in_state(state: re.Pattern[str]) -> Holds:
    return lambda _report, row: state.search(fold(row.status or "")) is not None


def _types(query: Query, within: re.Match[str]) -> Iterator[Holds]:
    asked = strike(query.folded, [within.span(), *((b.start, b.end) for b in query.bodies)])
    named = named_types(strike(asked, types_beside_any(asked)))
    if named:
        yield lambda _report, row: row.type in named


def _bodies(query: Query, within: re.Match[str]) -> Iterator[Holds]:
    """Whose register it is, whom its rows charge, or who issued what they list."""
    return (_of_body(query, within, body) for body in query.bodies)


def _of_body(query: Query, within: re.Match[str], body: OrganisationMention) -> Holds:
    if body.start >= within.end() and query.folded[: body.start].endswith("cua "):
        return lambda report, _row: _is_of(report, query, body)
    if _ISSUES.search(query.folded) or query.folded.startswith(" giao", body.end):
        return lambda report, row: _is_issued_by(report, row, query, body)
    return lambda _report, row: _names(row.responsible, body)


def _is_of(report: ReportEntry, query: Query, body: OrganisationMention) -> bool:
    place = body.organisation.place
    return is_by(report, replace(query, bodies=(body,))) or bool(
        place and place in {report.body.place, report.province}
    )


def _is_issued_by(report: ReportEntry, row: Citation, query: Query, body: OrganisationMention) -> bool:
    """Whether its column says so; where it has none, whether the register is that body's or its title names it."""
    if row.issuer is not None:
        return _names(row.issuer, body)
    return _is_of(report, query, body) or fold(body.name) in fold(report.facts.title)


def _names(unit: str | None, body: OrganisationMention) -> bool:
    words = set(normalise(unit or "").split())
    return bool(words) and words.issuperset(f"{body.organisation.body} {body.organisation.place}".split())


def _in_time(query: Query, within: re.Match[str], mention: PeriodMention, period: Period) -> Holds | None:
    """The register of that year, what falls due or was issued in that time; None where it is of neither."""
    is_of_register = within.start() <= mention.start < within.end()
    if not is_of_register and _FALLS_DUE.search(query.folded):
        return lambda _report, row: _is_in(row.due, period) and not is_done(fold(row.status or ""))
    if not is_of_register and _ISSUES.search(query.folded):
        return lambda _report, row: _is_in(row.issued_on, period)
    if mention.kind is not PeriodKind.YEAR:
        return None
    year = period.first.year
    return lambda report, _row: report.facts.period == period or str(year) in report.facts.title


def _is_in(day: date | None, period: Period) -> bool:
    return day is not None and period.first <= day <= period.last


def _is_kept_until(day: date) -> Holds:
    return lambda report, _row: day in {report.facts.published_on, report.told_on}


def _says_more(query: Query, within: re.Match[str]) -> bool:
    """Whether a word is left that none of this reads."""
    named = [*((b.start, b.end) for b in query.bodies), *((p.start, p.end) for p in query.periods)]
    left = _DAY.sub(" ", strike(query.folded, [within.span(), *named, *types_beside_any(query.folded)]))
    for state in STATES:
        left = state.sub(" ", left)
    words = telling_words(replace(query, folded=left, bodies=()))
    return bool(set(words) - framing("registers") - framing("rows_of_registers"))
