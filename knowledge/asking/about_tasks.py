"""Answers about what is to be done: the tasks of a report or a unit, who does one, by when, whether that has passed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from knowledge.answers import Answer, Choice, Topic
from knowledge.asking.about_reports import label_of
from knowledge.asking.concepts import Terms
from knowledge.asking.framing import framing
from knowledge.asking.library import Library, ReportEntry, StatementEntry, all_words
from knowledge.asking.matching_statements import coverage
from knowledge.asking.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, clarify, quote, shorten
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.shortlist import judged
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.striking import strike
from knowledge.asking.which_reports import is_governing
from knowledge.facts import Period, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, find_organisations, normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.row_states import is_done, words_of_states

# The share of the asked words that a task must hold, and its lead before another ; as for other sentences, not
# measured for tasks alone.
_THRESHOLD, _MARGIN = 0.8, 0.1
_MOST_LINES = 25
# "Sở Nội vụ được giao việc gì": what a unit is charged with, and not what its own report sets out.
_CHARGED = pattern_of(r"\b(?:duoc giao|giao cho|giao|chu tri|phu trach|dam nhan|assigned)\b")
# "UBND tỉnh giao": who charges others and not who is charged.
_CHARGES = pattern_of(r"\s(?:da )?giao\b")
_WORK = pattern_of(
    r"\b(?:viec|cong viec|dau viec|nhiem vu|van ban|tasks?)\b|\b(?:lam|giao|phu trach|chu tri) (?:nhung )?gi\b"
)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A task or a row of a register, with who is charged with it and until when."""

    entry: StatementEntry
    text: str
    responsible: str  # as read
    due: date | None
    period: Period | None
    status: str = ""

    @property
    def unit(self) -> str:
        """Who does it: as read, or the body that the sentence begins with."""
        return self.responsible or _first_body(self.text)

    @property
    def last(self) -> date | None:
        """The last day for it."""
        return self.due or (self.period.last if self.period else None)


def _assigned_in(entries: Iterable[StatementEntry]) -> Iterator[Assigned]:
    """Everything that these statements of reports and registers charge someone with."""
    for entry in entries:
        task = entry.statement.task
        if task is not None:
            yield Assigned(entry, task.text, task.unit or "", task.due, task.period)
            continue
        for citation in entry.statement.citations:
            if citation.responsible and citation.status:
                text = f"{citation.type or ''} {citation.written or ''}: {citation.subject or ''}".strip(": ")
                yield Assigned(entry, text, citation.responsible, citation.due, None, citation.status)


# The same tasks are gone through for many questions.
@lru_cache(maxsize=10_000)
def _first_body(text: str) -> str:
    """The body that a sentence begins with."""
    first = next(find_organisations(text), None)
    return first.name if first and first.start <= len("- Giao ") else ""


def answer_duties(library: Library, query: Query, wording: Wording) -> Answer | None:
    """ "Sở Nội vụ phải làm gì?", where no report of its own sets out tasks: what it is charged with."""
    is_of_all = query.bodies and not (query.references or query.periods)
    return _answer_charged(library, query, wording) if is_of_all else None


def answer_assigned(
    library: Library, query: Query, wording: Wording, within: ReportEntry | None = None
) -> Answer | None:
    """What a unit is charged with, over all reports and registers or within one."""
    if any(_CHARGES.match(query.folded, b.end) for b in query.bodies):
        return None
    # "Sở Giao thông vận tải" charges nobody.
    asked = strike(query.folded, [(b.start, b.end) for b in query.bodies])
    if not query.bodies or not (_CHARGED.search(asked) and _WORK.search(asked)):
        return None
    return _answer_charged(library, query, wording, within)


def _answer_charged(
    library: Library, query: Query, wording: Wording, within: ReportEntry | None = None
) -> Answer | None:
    # What else it says must be what the list or plan is called.
    called = _wanted(query) - framing("lists_of_work")
    periods = resolve_all(query.periods, date.max)
    charging = library.statements_telling(Tells.ASSIGNED)
    are_called = judged(
        library.s_report[charging.numbers], lambda one: _is_called(library.reports[one], called, within)
    )
    rows = [
        a
        for a in _assigned_in(charging.where(are_called))
        if a.unit
        and any(_is_of(a, b.organisation) for b in query.bodies)
        and (not periods or any(_falls_in(a, period) for period in periods))
    ]
    if _NOT_DONE.search(query.folded):
        rows = [a for a in rows if not is_done(fold(a.status))]
    if not rows:
        return None
    lines = tuple(f"{i}. {_line(a, wording)}" for i, a in enumerate(rows[:_MOST_LINES], 1))
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


def _is_of(assigned: Assigned, body: Organisation) -> bool:
    """Whether the unit charged is the body, of the place that was named."""
    report, unit = assigned.entry.report, _words_of_unit(assigned.unit)
    if not body.body or not unit.issuperset(body.body.split()):
        return False
    return not body.place or body.place in unit or body.place in {report.province, report.body.place}


# The same units are charged with many tasks.
@lru_cache(maxsize=10_000)
def _words_of_unit(unit: str) -> frozenset[str]:
    return frozenset(normalise(unit).split())


def _line(assigned: Assigned, wording: Wording) -> str:
    last = f" – {wording.say('hạn', 'due')} {wording.day(assigned.last)}" if assigned.last else ""
    status = f" – {wording.state(assigned.status)}" if assigned.status else ""
    return f"{shorten(assigned.text, 200)}{last}{status}"


def answer_task(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Who does the one task that the question describes, by when, and whether that day has passed.

    Whether it is done is not said: a later report may tell of it in other words.
    """
    found = _find(library, query)
    if found is None:
        return None
    done = _DONE.search(found.entry.statement.span.cut(found.entry.report.text))
    by_day = f" ({wording.say('hạn', 'due')} {wording.day(found.last)})" if found.last else ""
    if query.asks("responsible"):
        direct = found.unit and wording.say(f"{found.unit} chủ trì", f"{found.unit} is responsible") + by_day
    elif done is not None:
        direct = shorten(done["done"].strip(), 80) + by_day
    else:
        direct = _how_near(found.last, today, wording) if found.last else ""
    if not direct:
        return None
    return answered(
        f"{direct}: {shorten(found.text, 250)}",
        (quote(found.entry.report, found.entry.statement.span),),
        topic=Topic(report_id=found.entry.report.id),
    )


def _how_near(last: date, today: date, wording: Wording) -> str:
    """The day and how many days are left, or have passed since."""
    day, days = wording.day(last), abs((last - today).days)
    if today > last:
        return wording.say(
            f"Hạn {day}, đã quá hạn {days} ngày nếu chưa xong",
            f"Due {day}, overdue by {wording.count(days, 'day')} unless done",
        )
    return wording.say(
        f"Chưa quá hạn: hạn {day}, còn {days} ngày", f"Not overdue: due {day}, {wording.count(days, 'day')} left"
    )


_DUE_IN = pattern_of(
    r"\b(?:viec|cong viec|dau viec|nhiem vu|tasks?)\b.*\b(?:han|den han|phai xong|hoan thanh|phai hoan thanh|due)\b.*\b(?:trong|vao|cua|thang|quy|in)\b"
)


# "Văn bản nào sắp đến hạn?": in the month to come.
_DUE_SOON = pattern_of(r"\bsap (?:den|toi) han\b")
_SOON = timedelta(days=30)


def answer_due_in(
    library: Library, query: Query, reports: Iterable[ReportEntry], today: date, wording: Wording
) -> Answer | None:
    """ "Việc nào có hạn trong tháng 8/2024?": what falls due in a period, of these reports or of all."""
    periods = resolve_all(query.periods, today)
    is_soon = bool(_DUE_SOON.search(query.folded)) and not periods
    if not is_soon and (len(periods) != 1 or not _DUE_IN.search(query.folded)):
        return None
    if query.asks("count", "percent"):
        return None
    within = [r.id for r in reports]
    first, last = (today, today + _SOON) if is_soon else (periods[0].first, periods[0].last)
    rows = [
        a
        for a in _assigned_in(library.statements_telling(Tells.ASSIGNED))
        if a.due
        and first <= a.due <= last
        and not (is_soon and is_done(fold(a.status)))
        and (not within or a.entry.report.id in within)
        and (not query.bodies or any(_is_of(a, b.organisation) for b in query.bodies))
    ]
    if not rows:
        return None
    rows.sort(key=lambda a: a.due or last)
    lines = tuple(
        f"{i}. {_line(a, wording)}{f' – {a.unit}' if a.unit else ''}" for i, a in enumerate(rows[:_MOST_LINES], 1)
    )
    name = wording.day(last) if is_soon else wording.within(periods[0])
    vi, en = ("từ nay đến", "by") if is_soon else ("trong", "in")
    direct = wording.say(f"{len(rows)} việc có hạn {vi} {name}", f"{wording.count(len(rows), 'task')} due {en} {name}")
    return answered(direct, tuple(quote(a.entry.report, a.entry.statement.span) for a in rows), lines=lines)


# A cell of the task's row that says so: "Đã hoàn thành ngày 12/4/2024".
_DONE = pattern_of(r"\|\s*(?P<done>(?:Đã|đã) (?:hoàn thành|xong|thực hiện xong)[^|\n]*)")


def _find(library: Library, query: Query) -> Assigned | None:
    """The task that holds what the question says, if just one does."""
    wanted = _wanted(query)
    if len(wanted) < 2:
        return None
    ranked: list[tuple[float, Assigned]] = []
    able = library.statements_telling(Tells.ASSIGNED).among(library.statements_covering(wanted, _THRESHOLD).numbers)
    for assigned in _assigned_in(able):
        if assigned.status or (query.bodies and not _names(assigned, query)):
            continue
        if not (assigned.unit if query.asks("responsible") else assigned.last):
            continue
        score = coverage(library, wanted, all_words(assigned.entry.terms))
        if score >= _THRESHOLD:
            ranked.append((score, assigned))
    ranked.sort(key=lambda r: (-r[0], -r[1].entry.report.told_on.toordinal()))
    if query.asks("responsible") or re.search(r"\bchu (?:tri|chi)\b", fold(query.text)):
        # Who leads it and not who pays or reports.
        ranked = [r for r in ranked if "chu tri" in r[1].entry.folded] or ranked
    if not ranked or any(
        s > ranked[0][0] - _MARGIN and (a.last, a.unit) != (ranked[0][1].last, ranked[0][1].unit) for s, a in ranked[1:]
    ):
        return None
    return ranked[0][1]


def _wanted(query: Query) -> frozenset[str]:
    """What the task is about, less the words that ask."""
    # "Phải hoàn thành trước ngày nào": that it is to be done says nothing of what it is.
    asking = {"timeliness", "stage"} | ({"polarity"} if query.asks("due", "overdue") else set())
    dimensions = {d: v for d, v in query.naming.dimensions.items() if d not in asking}
    return all_words(Terms(dimensions, query.naming.words))


def _names(assigned: Assigned, query: Query) -> bool:
    """Whether the sentence names every body asked for; a place may also be the report's own."""
    own = f"{assigned.entry.report.body.place} {assigned.entry.report.province}"
    said = set(f"{normalise(assigned.entry.folded)} {own}".split())
    return all(set(f"{b.organisation.body} {b.organisation.place}".split()) <= said for b in query.bodies)


def answer_tasks(
    reports: Iterable[ReportEntry], wanted: Period | None, wording: Wording, *, of_province: bool = False
) -> Answer | None:
    """What is to be done in a period, as the report before it set out; a province's own before those of its bodies."""
    found: list[tuple[ReportEntry, list[Statement]]] = []
    for report in reports:
        of_period = [report.statements[at] for at, of in _tasks_of(report) if wanted is None or wanted in of]
        if of_period:
            found.append((report, of_period))
    if not found:
        return None
    if of_province:
        found = [(r, told) for r, told in found if is_governing(r)] or found
    if len(found) > 1:
        choices = tuple(Choice(label_of(r, wording), f"Phương hướng nhiệm vụ trong báo cáo {r.name}") for r, _ in found)
        return clarify(
            wording.say(
                "Có nhiều báo cáo nêu nhiệm vụ, bạn hỏi báo cáo nào?", "Several reports set out tasks. Which one?"
            ),
            choices,
        )
    report, tasks = found[0]
    lines = tuple(f"{i}. {s.task.text if s.task else ''}" for i, s in enumerate(tasks, 1))
    direct = wording.say(
        f"{len(tasks)} nhiệm vụ – {tasks[0].heading.split(' > ')[-1]} (báo cáo {report.name})",
        f"{wording.count(len(tasks), 'task')} – {report.name}",
    )
    return answered(direct, tuple(quote(report, s.span) for s in tasks), lines=lines, topic=Topic(report_id=report.id))


@once_each
def _tasks_of(report: ReportEntry) -> tuple[tuple[int, tuple[Period, ...]], ...]:
    """Where its tasks stand, and of which periods each is."""
    places = report.statements.places_telling(Tells.ASSIGNED)
    return tuple((at, _task_periods(report, one)) for at in places if (one := report.statements[at]).task)


def _task_periods(report: ReportEntry, statement: Statement) -> tuple[Period, ...]:
    """The periods that the heading of a task names; where it names none, the one after the report's."""
    year = report.told_on.year
    # The nearest heading may only name the unit that is charged.
    for heading in reversed(statement.heading.split(" > ")):
        if named := _periods_named(heading, year):
            return named
    return _periods_named(report.facts.title, year)[1:]


# All tasks under one heading ask for the same.
@lru_cache(maxsize=2_000)
def _periods_named(words: str, year: int) -> tuple[Period, ...]:
    return tuple(
        m.in_year(m.year or year)
        for m in find_periods(fold(words))
        if m.year_offset is None and m.step is None and not m.is_same_period
    )
