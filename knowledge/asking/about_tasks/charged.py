"""What a body is charged with: "Sở Nội vụ được giao việc gì"."""

from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.owned import CHARGES, KEEPS
from knowledge.asking.about_documents.registers_named import asks_as_of_register
from knowledge.asking.about_tasks.assigned import (
    MOST_LINES,
    Assigned,
    assigned_in,
    charging,
    is_charged,
    line_of,
    words_of_task,
)
from knowledge.asking.about_tasks.of_period import periods_of_task
from knowledge.asking.library import Library, ReportEntry, StatementEntry
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.reading.striking import strike
from knowledge.asking.replies import Wording, answered, quote
from knowledge.asking.reports import which_reports
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.shortlist import judged
from knowledge.asking.words.framing import framing
from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention, names_pattern
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done, words_of_states
from knowledge.grammar.sought import Sought

# "Sở Nội vụ được giao việc gì": what a unit is charged with, and not what its own report sets out.
_CHARGED = Sought(r"\b(?:duoc giao|giao cho|giao|chu tri|phu trach|dam nhan|assigned)\b")
_WORK = pattern_of(
    r"\b(?:viec|cong viec|dau viec|nhiem vu|van ban|tasks?)\b|\b(?:lam|giao|phu trach|chu tri) (?:nhung )?gi\b"
)


def answer_duties(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """ "Năm 2022 Sở Nội vụ phải làm gì?", where no report of its own sets out tasks: what it is charged with."""
    is_of_all = query.bodies and not query.references
    if not (is_of_all and charging(library, query.bodies)):
        return None  # as is told before any report is looked at
    if query.periods and which_reports.fitting_reports(library, query, today, by_period=False):
        return None  # what others charge a body with is not all that its own reports set it
    return _answer_charged(library, query, today, wording)


def answer_assigned(
    library: Library, query: Query, today: date, wording: Wording, within: ReportEntry | None = None
) -> Answer | None:
    """What a unit is charged with, over all reports and registers or within one."""
    charging_bodies = tuple(b for b in query.bodies if CHARGES.match(query.folded, b.end))
    if charging_bodies and len(charging_bodies) < len(query.bodies) and within is None:
        return _answer_charged_by(library, query, charging_bodies, today, wording)
    if not query.bodies or charging_bodies:
        return None
    # "Sở Giao thông vận tải" charges nobody.
    asked = strike(query.folded, [(b.start, b.end) for b in query.bodies])
    in_register = query.named_type == _REGISTER and not any(KEEPS.search(query.folded[: b.start]) for b in query.bodies)
    if not ((in_register or _CHARGED.search(asked)) and _WORK.search(asked)):
        return None
    return _answer_charged(library, query, today, wording, within)


def _answer_charged_by(
    library: Library, query: Query, by: tuple[OrganisationMention, ...], today: date, wording: Wording
) -> Answer | None:
    """ "Xã Nà Lướt giao Đoàn Thanh niên làm gì": what the reports of the one charge the other with."""
    if not _WORK.search(strike(query.folded, [(b.start, b.end) for b in query.bodies])):
        return None
    theirs = replace(query, bodies=by)
    charged = replace(query, bodies=tuple(b for b in query.bodies if b not in by and b.start > by[0].end))
    reports = [
        report
        for report in which_reports.fitting_reports(library, theirs, today, by_period=False)
        if charged.bodies and which_reports.is_by(report, theirs)
    ]
    told = [answer for report in reports if (answer := _answer_charged(library, charged, today, wording, report))]
    return told[0] if len(told) == 1 else None


def _answer_charged(
    library: Library, query: Query, today: date, wording: Wording, within: ReportEntry | None = None
) -> Answer | None:
    rows = _charged(library, query, today, within)
    if _NOT_DONE.search(query.folded):
        rows = [a for a in rows if not is_done(fold(a.status))]
    if _LATE.search(query.folded):
        rows = [a for a in rows if _is_late(a, today)]
    if not rows:
        return None
    quotes = tuple(quote(a.entry.report, a.entry.statement.span) for a in rows)
    if len(rows) == 1:
        return answered(line_of(rows[0], wording), quotes)
    lines = tuple(f"{i}. {line_of(a, wording)}" for i, a in enumerate(rows[:MOST_LINES], 1))
    names = ", ".join(dict.fromkeys(a.unit for a in rows))
    direct = wording.say(
        f"{wording.counted(len(rows), 'việc', 'task')} giao {names}", f"{wording.count(len(rows), 'task')} of {names}"
    )
    return answered(direct, quotes, lines=lines, of=len(rows))


_LATE = pattern_of(lambda: rf"\b(?:{words_of_states('late', 'behind')})\b(?! (?:tiep nhan|giai quyet))")


def _is_late(assigned: Assigned, today: date) -> bool:
    """Whether its state says so, or its day has passed and it is not done."""
    state = fold(assigned.status)
    return bool(_LATE.search(state)) or (assigned.last is not None and assigned.last < today and not is_done(state))


def _charged(library: Library, query: Query, today: date, within: ReportEntry | None) -> list[Assigned]:
    """What the bodies of the question are charged with in its periods; nothing where "quý III" could be of two years."""
    # What else it says must be what the list or plan is called.
    owner = _owner(query)
    called = words_of_task(query) - framing("lists_of_work") - (frozenset(owner.split()) if owner else frozenset())
    theirs = charging(library, query.bodies)
    are_called = judged(library.s_report[theirs.numbers], lambda one: _is_called(library.reports[one], called, within))
    meant = resolve_all(query.periods, today)
    periods = meant or _in_their_years(query, theirs)
    of_registers = asks_as_of_register(query) or query.named_type == _REGISTER
    rows = [
        a
        for a in assigned_in(theirs.where(are_called))
        if a.unit
        and (a.entry.is_row or query.named_type != _REGISTER)
        and any(is_charged(a, b.organisation) for b in query.bodies)
        and (not owner or f"{a.entry.report.body.body} ".startswith(f"{owner} "))
        and (not periods or any(_falls_in(a, period, of_registers=of_registers) for period in periods))
    ]
    years = {a.entry.report.told_on.year for a in rows}
    return [] if periods and not meant and len(years) > 1 else rows


_REGISTER = "Bảng theo dõi"
_NOT_DONE = pattern_of(lambda: rf"\b(?:{words_of_states('under_way', 'not_done')})\b")


def _owner(query: Query) -> str:
    """ "Văn phòng Sở Tư pháp": the department whose office it is, which is only "Văn phòng Sở" in its own reports."""
    for body in query.bodies:
        if body.name.endswith(" so") and (
            named := names_pattern(is_question=True).match(query.folded, body.end - len("so"))
        ):
            return normalise(named["body"] or "")
    return ""


def _in_their_years(query: Query, theirs: Some[StatementEntry]) -> list[Period]:
    """The periods of a question that names no year, in each year that charges the body."""
    years = sorted({entry.report.told_on.year for entry in theirs})
    return [mention.in_year(year) for mention in query.periods if mention.is_open for year in years]


def _is_called(report: ReportEntry, called: frozenset[str], within: ReportEntry | None) -> bool:
    """Whether a list or plan is called so; of one report whether it is that."""
    return (within is None or report is within) and called <= report.terms.words | framing("plans_by_name")


def _falls_in(assigned: Assigned, period: Period, *, of_registers: bool) -> bool:
    """Whether it is due in that period, or set out for it by a report or register of just that."""
    is_due = assigned.last is not None and period.first <= assigned.last <= period.last
    stated = {assigned.period, assigned.entry.report.facts.period}
    if not of_registers:
        stated.update(periods_of_task(assigned.entry.report, assigned.entry.statement))
    return is_due or period in stated
