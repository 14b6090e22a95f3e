"""What falls due in a period or on a day: "việc nào có hạn trong tháng 8/2024", "… có hạn 30/9/2024", "văn bản nào sắp đến hạn"."""

from collections.abc import Iterable
from datetime import date, timedelta

from knowledge.answers import Answer
from knowledge.asking.about_tasks.assigned import MOST_LINES, assigned_in, is_charged, line_of
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote
from knowledge.facts import Period
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import TASK
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done
from knowledge.grammar.sought import Sought

_DUE_IN = pattern_of(
    r"\b(?:viec|cong viec|dau viec|nhiem vu|tasks?)\b.*\b(?:han|den han|phai xong|hoan thanh|phai hoan thanh|due)\b.*\b(?:trong|vao|cua|thang|quy|in)\b"
)
# "Nhiệm vụ nào trong danh mục giao có hạn 30/9/2024": of just that day; what is to be done before it is more.
_DUE_ON = Sought(
    rf"\b{TASK} (?:nao|gi)\b.*\b(?:han|den han|toi han|het han)(?: (?:hoan thanh|thuc hien|xu ly|cuoi|la|vao|den|het))* (?:ngay )?(?=\d)"
)
_IN_REGISTER = Sought(r"\b(?:danh muc|so theo doi|bang theo doi|phu luc)\b")
# "Văn bản nào sắp đến hạn?": in the month to come.
_DUE_SOON = pattern_of(r"\bsap (?:den|toi) han\b")
_SOON = timedelta(days=30)


def answer_due_in(
    library: Library, query: Query, reports: Iterable[ReportEntry], today: date, wording: Wording
) -> Answer | None:
    """ "Việc nào có hạn trong tháng 8/2024?": what falls due in a period, of these reports or of all."""
    asked = _time_asked(query, today)
    if asked is None or query.asks("count", "percent"):
        return None
    first, last, name = asked
    is_soon = bool(_DUE_SOON.search(query.folded)) and first == today
    within = [r.id for r in reports]
    rows = [
        a
        for a in assigned_in(library.statements_due(first, last))
        if a.due
        and first <= a.due <= last
        and not (is_soon and is_done(fold(a.status)))
        and (not within or a.entry.report.id in within)
        and (a.entry.report.facts.kind == "register" or not _IN_REGISTER.search(query.folded))
        and (not query.bodies or any(is_charged(a, b.organisation) for b in query.bodies))
    ]
    if not rows:
        return None
    rows.sort(key=lambda a: a.due or last)
    lines = tuple(
        f"{i}. {line_of(a, wording)}{f' – {a.unit}' if a.unit else ''}" for i, a in enumerate(rows[:MOST_LINES], 1)
    )
    said = wording.within(name) if name else wording.day(last)
    vi, en = ("trong", "in") if name else ("từ nay đến", "by") if is_soon else ("ngày", "on")
    direct = wording.say(
        f"{wording.counted(len(rows), 'việc', 'task')} có hạn {vi} {said}",
        f"{wording.count(len(rows), 'task')} due {en} {said}",
    )
    return answered(
        direct, tuple(quote(a.entry.report, a.entry.statement.span) for a in rows), lines=lines, of=len(rows)
    )


def _time_asked(query: Query, today: date) -> tuple[date, date, Period | None] | None:
    """The first and the last day that are meant, and the period that they are; None where nothing is asked of what falls due."""
    periods = resolve_all(query.periods, today)
    if len(periods) == 1 and _DUE_IN.search(query.folded):
        return periods[0].first, periods[0].last, periods[0]
    if periods:
        return None
    due = _DUE_ON.search(query.folded)
    if due is not None and len(query.dates) == 1 and _ends_with_day(query.folded, due.end()):
        return query.dates[0], query.dates[0], None
    return (today, today + _SOON, None) if _DUE_SOON.search(query.folded) else None


def _ends_with_day(folded: str, start: int) -> bool:
    """Whether a day stands there and nothing behind it narrows what is asked for."""
    day = next((d for d in find_dates(folded) if d.start == start), None)
    return day is not None and _END.match(folded, day.end) is not None


_END = pattern_of(polite_end)
