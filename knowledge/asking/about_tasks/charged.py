"""What a body is charged with: "Sở Nội vụ được giao việc gì"."""

from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_tasks.assigned import (
    MOST_LINES,
    Assigned,
    assigned_in,
    charging,
    is_charged,
    line_of,
    words_of_task,
)
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.reading.striking import strike
from knowledge.asking.replies import Wording, answered, quote
from knowledge.asking.shelves.shortlist import judged
from knowledge.asking.words.framing import framing
from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done, words_of_states

# "Sở Nội vụ được giao việc gì": what a unit is charged with, and not what its own report sets out.
_CHARGED = pattern_of(r"\b(?:duoc giao|giao cho|giao|chu tri|phu trach|dam nhan|assigned)\b")
# "UBND tỉnh giao": who charges others and not who is charged.
_CHARGES = pattern_of(r"\s(?:da )?giao\b")
_WORK = pattern_of(
    r"\b(?:viec|cong viec|dau viec|nhiem vu|van ban|tasks?)\b|\b(?:lam|giao|phu trach|chu tri) (?:nhung )?gi\b"
)


def answer_duties(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """ "Sở Nội vụ phải làm gì?", where no report of its own sets out tasks: what it is charged with."""
    is_of_all = query.bodies and not (query.references or query.periods)
    return _answer_charged(library, query, today, wording) if is_of_all else None


def answer_assigned(
    library: Library, query: Query, today: date, wording: Wording, within: ReportEntry | None = None
) -> Answer | None:
    """What a unit is charged with, over all reports and registers or within one."""
    if not query.bodies or any(_CHARGES.match(query.folded, b.end) for b in query.bodies):
        return None
    # "Sở Giao thông vận tải" charges nobody.
    asked = strike(query.folded, [(b.start, b.end) for b in query.bodies])
    if not (_CHARGED.search(asked) and _WORK.search(asked)):
        return None
    return _answer_charged(library, query, today, wording, within)


def _answer_charged(
    library: Library, query: Query, today: date, wording: Wording, within: ReportEntry | None = None
) -> Answer | None:
    # What else it says must be what the list or plan is called.
    called = words_of_task(query) - framing("lists_of_work")
    periods = resolve_all(query.periods, today)
    theirs = charging(library, query.bodies)
    are_called = judged(library.s_report[theirs.numbers], lambda one: _is_called(library.reports[one], called, within))
    rows = [
        a
        for a in assigned_in(theirs.where(are_called))
        if a.unit
        and any(is_charged(a, b.organisation) for b in query.bodies)
        and (not periods or any(_falls_in(a, period) for period in periods))
    ]
    if _NOT_DONE.search(query.folded):
        rows = [a for a in rows if not is_done(fold(a.status))]
    if not rows:
        return None
    lines = tuple(f"{i}. {line_of(a, wording)}" for i, a in enumerate(rows[:MOST_LINES], 1))
    names = ", ".join(dict.fromkeys(a.unit for a in rows))
    direct = wording.say(f"{len(rows)} việc giao {names}", f"{wording.count(len(rows), 'task')} of {names}")
    return answered(direct, tuple(quote(a.entry.report, a.entry.statement.span) for a in rows), lines=lines)


_NOT_DONE = pattern_of(lambda: rf"\b(?:{words_of_states('under_way', 'not_done')})\b")


def _is_called(report: ReportEntry, called: frozenset[str], within: ReportEntry | None) -> bool:
    """Whether a list or plan is called so; of one report whether it is that."""
    return (within is None or report is within) and called <= report.terms.words | framing("plans_by_name")


def _falls_in(assigned: Assigned, period: Period) -> bool:
    """Whether it is due in that period, or set out for it by a report or register of just that."""
    is_due = assigned.last is not None and period.first <= assigned.last <= period.last
    return is_due or period in {assigned.period, assigned.entry.report.facts.period}
