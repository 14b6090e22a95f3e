"""What falls due in a period: "việc nào có hạn trong tháng 8/2024", "văn bản nào sắp đến hạn"."""

from collections.abc import Iterable
from datetime import date, timedelta

from knowledge.answers import Answer
from knowledge.asking.about_tasks.assigned import MOST_LINES, assigned_in, is_charged, line_of
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done

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
        for a in assigned_in(library.statements_due(first, last))
        if a.due
        and first <= a.due <= last
        and not (is_soon and is_done(fold(a.status)))
        and (not within or a.entry.report.id in within)
        and (not query.bodies or any(is_charged(a, b.organisation) for b in query.bodies))
    ]
    if not rows:
        return None
    rows.sort(key=lambda a: a.due or last)
    lines = tuple(
        f"{i}. {line_of(a, wording)}{f' – {a.unit}' if a.unit else ''}" for i, a in enumerate(rows[:MOST_LINES], 1)
    )
    name = wording.day(last) if is_soon else wording.within(periods[0])
    vi, en = ("từ nay đến", "by") if is_soon else ("trong", "in")
    direct = wording.say(f"{len(rows)} việc có hạn {vi} {name}", f"{wording.count(len(rows), 'task')} due {en} {name}")
    return answered(direct, tuple(quote(a.entry.report, a.entry.statement.span) for a in rows), lines=lines)
