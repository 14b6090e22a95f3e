"""Rows of a list of work that names no documents: those in a state, and one by its code ("NV07")."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from string import digits

from knowledge.answers import Answer, Topic
from knowledge.asking.library import Library, ReportEntry, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, not_found, quote, shorten
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.postings import union
from knowledge.asking.shelves.tells import Tells
from knowledge.facts import Role, Task
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import SEVERAL, TASK
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.register_columns import by_column
from knowledge.grammar.row_states import is_done, words_of_states
from knowledge.grammar.sought import Sought

_MOST_LINES = 25


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list of work: its task, its code where it has one, and its state and note as written."""

    entry: StatementEntry
    task: Task
    code: str
    state: str
    note: str

    @property
    def is_done(self) -> bool:
        """Whether its state says that it is done."""
        return is_done(fold(self.state))

    @property
    def is_called_late(self) -> bool:
        """Whether its state says that it is late."""
        return bool(_LATE.search(fold(self.state)))

    def is_past(self, today: date) -> bool:
        """Whether its day has passed and its state does not say that it is done."""
        return self.task.due is not None and self.task.due < today and not self.is_done


_LATE = pattern_of(lambda: rf"\b(?:{words_of_states('late', 'behind')})\b")
_OPEN = pattern_of(r"\bdang\b")
_NOT_BEGUN = pattern_of(lambda: rf"\b(?:{words_of_states('not_begun')})\b")

_WHICH = Sought(rf"\b{TASK}(?: [a-z]+){{0,2}}? nao\b|\b{SEVERAL} (?:viec|nhiem vu)\b")
_ASKED_DONE = pattern_of(lambda: rf"\b(?:{words_of_states('done_by_now')})\b")
_ASKED_OPEN = pattern_of(lambda: rf"\b(?:{words_of_states('under_way')})\b")
_ASKED_NOT_BEGUN = pattern_of(lambda: rf"\b(?:{words_of_states('not_begun')})\b(?! xong)")
_ASKED_NOT_DONE = pattern_of(lambda: rf"\b(?:{words_of_states('not_done')})\b")
_OTHER_QUESTIONS = ("count", "percent", "money", "when", "due", "responsible")


def answer_in_state(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """ "Bảng phân công đang có việc nào quá hạn?": the rows of the newest such list, or of the year that is named, in that state."""
    if query.references or query.asks(*_OTHER_QUESTIONS) or not _WHICH.search(query.folded):
        return None
    is_asked = _state_asked(query)
    if is_asked is None:
        return None
    periods = resolve_all(query.periods, today)
    listed = [r for r in _rows(library) if r.state]
    rows = [r for r in listed if is_asked(r) and _is_charged(r, query)]
    if not rows and _LATE.search(query.folded) and not any(r.is_called_late for r in listed):
        # A list that calls nothing late leaves it to the day.
        rows = [r for r in listed if r.is_past(today) and _is_charged(r, query)]
    if periods:
        rows = [r for r in rows if r.entry.report.facts.period in periods]
    if unsaid := [m for m in query.periods if m.is_open]:
        # "Quý II": of whichever year the list is.
        rows = [
            r
            for r in rows
            if (own := r.entry.report.facts.period) and own in [m.in_year(own.last.year) for m in unsaid]
        ]
    rows = told_last(rows, lambda r: r.entry.report)
    if not rows or len({r.entry.report.index for r in rows}) > 1:
        return None
    lines = tuple(f"{n}. {_line(r, wording)}" for n, r in enumerate(rows[:_MOST_LINES], 1))
    quotes = tuple(quote(r.entry.report, r.entry.statement.span) for r in rows[:_MOST_LINES])
    return answered(wording.counted(len(rows), "việc", "task"), quotes, lines=lines, of=len(rows))


def _state_asked(query: Query) -> Callable[[Row], bool] | None:
    states: tuple[tuple[re.Pattern[str], Callable[[Row], bool]], ...] = (
        (_ASKED_NOT_BEGUN, lambda row: bool(_NOT_BEGUN.search(fold(row.state)))),
        (_LATE, lambda row: row.is_called_late),
        (_ASKED_OPEN, lambda row: bool(_OPEN.search(fold(row.state)))),
        (_ASKED_NOT_DONE, lambda row: not row.is_done),
        (_ASKED_DONE, lambda row: row.is_done),
    )
    return next((holds for asked, holds in states if asked.search(query.folded)), None)


def _is_charged(row: Row, query: Query) -> bool:
    """Whether its unit is the body that is named, if one is."""
    unit = set(normalise(row.task.unit or "").split())
    return all(set(f"{b.organisation.body} {b.organisation.place}".split()) <= unit for b in query.bodies)


def _line(row: Row, wording: Wording) -> str:
    due = f" – {wording.say('hạn', 'due')} {wording.day(row.task.due)}" if row.task.due else ""
    unit = f" – {row.task.unit}" if row.task.unit else ""
    return f"{shorten(row.task.text, 200)}{due} – {wording.state(row.state)}{unit}"


_LETTER_BEFORE_DIGIT = pattern_of(r"[a-z]\d")
_CODE = pattern_of(r"(?<![\w/.-])(?P<code>[a-z]{1,4}\d{1,3})(?![\w/.-])")


def answer_coded(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """What is asked of the row that is called by its code; None where no list has such codes, or several have this one."""
    # As typed: "NV" is also short for other words.
    typed = fold(query.text)
    if query.references or not _LETTER_BEFORE_DIGIT.search(typed) or not library.statements_telling(Tells.WORK):
        return None
    named = {m["code"] for m in _CODE.finditer(typed)}
    if not named:
        return None
    rows = _with_codes(library, named)
    if not rows and any(_has_code_like(library, code.rstrip(digits)) for code in named):
        names = ", ".join(sorted(code.upper() for code in named))
        return not_found(
            wording.say(f"Không có việc mang mã {names} trong các báo cáo.", f"No report has a task {names}.")
        )
    if len(rows) != 1:
        return None
    row = rows[0]
    return answered(
        _told(row, query, today, wording),
        (quote(row.entry.report, row.entry.statement.span),),
        topic=Topic(report_id=row.entry.report.id),
    )


def _with_codes(library: Library, codes: Collection[str]) -> list[Row]:
    words = library.folded_words
    saying = library.statements_telling(Tells.WORK).among(union([words.of(code) for code in codes]))
    return [row for entry in saying if (row := _row_of(entry)) is not None and row.code in codes]


def _has_code_like(library: Library, letters: str) -> bool:
    """Whether a list has a code with these letters, whatever its number."""

    def find() -> bool:
        numbers = (f"{number:0{length}}" for length in (1, 2, 3) for number in range(10**length))
        return bool(_with_codes(library, {f"{letters}{number}" for number in numbers}))

    return library.once((_has_code_like, letters), find)


def _told(row: Row, query: Query, today: date, wording: Wording) -> str:
    """What the question asks of a row, in words: who does it, whether it is late, when it is due, how far it is; else the row."""
    task, say = row.task, wording.say
    day = wording.day(task.due) if task.due else ""
    text = shorten(task.text, 250)
    note = f" ({row.note})" if row.note else ""
    state = f"{wording.state(row.state)}{note}" if row.state else ""
    if query.asks("responsible", "who") and task.unit:
        return say(f"{task.unit} chủ trì: {text}", f"{task.unit} is responsible: {text}")
    if query.asks("overdue") and task.due and not row.is_done:
        late = (today - task.due).days
        judged = (
            say(f"Đã quá hạn {wording.counted(late, 'ngày', 'day')}", f"Overdue by {wording.count(late, 'day')}")
            if late > 0
            else say(f"Chưa quá hạn, còn {-late} ngày", f"Not overdue, {wording.count(-late, 'day')} left")
        )
        return say(f"{judged} (hạn {day}): {text}", f"{judged} (due {day}): {text}")
    if query.asks("due", "when") and day:
        return say(f"Hạn {day}: {text}", f"Due {day}: {text}")
    if query.asks("status", "overdue", "verify") and state:
        return say(f"{state}: {text}", f"{state}: {text}") + (say(f" – hạn {day}", f" – due {day}") if day else "")
    return _line(row, wording) if row.state else text


def tell_row(entry: StatementEntry, query: Query, today: date, wording: Wording) -> str | None:
    """What is asked of a row of such a list, in words; None where it is none or the list has no states."""
    row = _row_of(entry)
    return _told(row, query, today, wording) if row is not None and row.state else None


def tell_listed(entry: StatementEntry, query: Query, wording: Wording) -> str | None:
    """How far the document of a register's row is, or its day, in words; None where the row is none."""
    listed = [c for c in entry.statement.citations if c.role is Role.LISTED]
    row, say = listed[0] if len(listed) == 1 else None, wording.say
    if not entry.is_row or row is None or not row.subject:
        return None
    if not row.status:
        # A list that says no state lists what is issued.
        day = say(f" ngày {wording.day(row.issued_on)}", f" of {wording.day(row.issued_on)}") if row.issued_on else ""
        return f"{row.type or ''} {row.written}{day} – {shorten(row.subject, 250)}".strip() if row.written else None
    due = wording.day(row.due) if row.due else ""
    named = f"{shorten(row.subject, 250)} ({row.written})" if row.written else shorten(row.subject, 250)
    if query.asks("due") and due:
        return say(f"Hạn {due}: {named} – {row.status}", f"Due {due}: {named} – {wording.state(row.status)}")
    done_on = {d.day for d in find_dates(entry.folded)} - {row.issued_on, row.due}
    if is_done(fold(row.status)) and len(done_on) == 1:
        says_more = row.note and not _ONLY_DAY.fullmatch(row.note)
        note = f" ({wording.day(done_on.pop())}{f', {row.note}' if says_more else ''})"
    else:
        note = f" ({row.note})" if row.note else ""
    state = f"{wording.state(row.status)}{note}: {named}"
    return state + (say(f" – hạn {due}", f" – due {due}") if due else "")


_ONLY_DAY = pattern_of(r"[\d/.\s-]+")


def _rows(library: Library) -> Iterator[Row]:
    for entry in library.statements_telling(Tells.WORK):
        if (row := _row_of(entry)) is not None:
            yield row


def _row_of(entry: StatementEntry) -> Row | None:
    task = entry.statement.task
    return Row(entry, task, *_told_in_row(entry)) if task is not None and entry.is_row else None


@once_each
def _told_in_row(entry: StatementEntry) -> tuple[str, str, str]:
    """The code, folded, the state and the note of a row; each empty where it has none."""
    cells = [c.strip() for c in entry.statement.span.cut(entry.report.text).split("|")]
    columns = _columns(entry)
    if len(columns) == len(cells):
        held = {name: cells[at] for name, at in by_column(columns, cells).items()}
        return fold(held.get("code", "")), held.get("status", ""), held.get("note", "")
    # Empty cells at a row's end stand in no text, so that only what a cell says tells what it is.
    code = next((folded for cell in cells[:2] if _CODE.fullmatch(folded := fold(cell))), "")
    task = entry.statement.task
    says = (
        (task is None or c != task.text) and bool(_STATE.match(fold(c))) and len(c) <= _LONGEST_STATE for c in cells
    )
    at = next((at for at, is_state in enumerate(says) if is_state), None)
    if at is None:
        return code, "", ""
    return code, cells[at], cells[at + 1] if at + 2 == len(cells) else ""


_STATE = pattern_of(
    r"(?:da )?(?:hoan thanh|xong|qua han|tre han|cham|dang|chua|tam (?:dung|hoan|ngung)|hoan|cho (?=ky|phe|tham|y|bo))\b"
)
_LONGEST_STATE = 30  # characters


def _columns(entry: StatementEntry) -> list[str]:
    """The headings of the table that a row stands in; none where they are not told."""
    headings = _table_headings(entry.report)
    above = bisect_left(headings, entry.report.statements.place_of(entry), key=itemgetter(0))
    return headings[above - 1][1] if above else []


@once_each
def _table_headings(report: ReportEntry) -> list[tuple[int, list[str]]]:
    """Where the headings of the report's tables stand, each with those of its columns."""
    headings = [(at, one) for at, one in enumerate(report.statements) if one.kind == "heading"]
    written = [(at, one.span.cut(report.text)) for at, one in headings]
    return [(at, [c.strip() for c in words.split("|")]) for at, words in written if "|" in words]
