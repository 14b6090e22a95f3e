"""What became of a thing or an undertaking: "camera gắn xong chưa?", "phiên họp … tổ chức hôm nào?".

Neither a document's name nor a figure tells it.  The newest sentence, or row of a list of work, that speaks of the very
thing does: all that the question names must stand in it, and that it was opened or handed in if that was asked.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from knowledge.answers import Answer, Topic
from knowledge.asking.about_work_lists import tell_listed, tell_row
from knowledge.asking.bodies import speaks_for_province
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.cues import ASKS_WHETHER
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import (
    ASKS_DONE,
    ASKS_SINCE,
    IN_REPORT,
    PROGRESS,
    SINCE,
    asks_begun,
    holds_up,
    is_intended,
    is_only_allowed,
    tells_time,
    tells_whether_done,
    year_of,
)
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.days_told import days_told, own_days, part_of_day, say_day
from knowledge.asking.sentences.matching_statements import is_of_document
from knowledge.asking.sentences.sentence_kinds import asks_of_document
from knowledge.asking.sentences.undertakings import read_undertaking, telling_of
from knowledge.asking.shelves.terms import index_names
from knowledge.facts import Period, PeriodKind
from knowledge.grammar.dates import YEAR, find_dates
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import period_index

# What more sentences than these speak of is no one thing.
_MOST_TELLING = 12
_OTHER_QUESTIONS = ("count", "percent", "rank", "score", "trend", "compare", "list")
_OTHER_ANSWERS = ("summary", "about", "who", "signer", "responsible", "number", "published", "latest")
# Words of these questions may be of the thing's name where it is asked how far it is ("Dự thảo … chức năng, nhiệm vụ … tới bước nào").
_MAY_BE_NAMED = ("money", "tasks", "window")


def answer_happened(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The newest sentence or row that tells of the thing; None where it may be of another, or several tell other days."""
    if not _asks(query):
        return None
    telling = [e for e in telling_of(library, read_undertaking(library, query)) if _is_in_time(e, query, today)]
    telling = [e for e in telling if not _ON_WHAT_IT_RESTS.match(e.folded)]
    if len(telling) > _MOST_TELLING:
        return None
    if query.asks("due"):
        entry = _due(telling)
    else:
        entry = _dated(telling, query) if _asks_day(query) else _newest(telling, query)
    asks_done = ASKS_DONE.search(query.folded) or _ASKS_IF_DONE.search(query.folded)
    if entry is None or (asks_done and (not tells_whether_done(entry) or _is_due_later(entry, query, today))):
        return None
    if asks_begun(query.folded) and is_only_allowed(entry.folded):
        return None
    return answered(
        tell_row(entry, query, today, wording)
        or tell_listed(entry, query, wording)
        or shorten(_words(entry, query, wording)),
        (quote(entry.report, entry.statement.span),),
        topic=Topic(report_id=entry.report.id),
    )


# "Căn cứ Kế hoạch …, trong đó giao chỉ tiêu …": what was laid down before tells no result.
_ON_WHAT_IT_RESTS = pattern_of(
    r"can cu (?:vao )?(?:ke hoach|quyet dinh|nghi quyet|nghi dinh|chi thi|cong van|thong tu|luat)\b"
)


def _is_due_later(entry: StatementEntry, query: Query, today: date) -> bool:
    """ "Quý I đã khảo sát chưa": a task for the time behind it tells nothing of it."""
    task = entry.statement.task
    if task is None or task.due is None or entry.is_row or holds_up(query):
        return False
    ends = [p.last for m in query.periods if (p := m.resolve(today)) is not None and p.kind is not PeriodKind.YEAR]
    return bool(ends) and max(ends) < task.due


# "Đã đi kiểm tra ở đâu chưa": that a plan for it was issued tells nothing of it.
_ASKS_IF_DONE = Sought(r"\bda (?!ban hanh\b|ky\b|co\b|trinh\b|phe duyet\b|cong bo\b|thong qua\b|duyet\b)\w+.*\bchua\b")


def _asks(query: Query) -> bool:
    if query.references or query.claim is not None or query.asks(*_OTHER_QUESTIONS, *_OTHER_ANSWERS):
        return False
    if _asks_day(query):
        return True
    if query.asks("status") or (ASKS_DONE.search(query.folded) and not query.asks("tasks")):
        return not _WHICH.search(_HOW_FAR.sub(" ", query.folded))
    if query.asks("overall") and _OF_WORK.match(query.folded):
        return True
    asks_whether = query.asks("verify") or bool(ASKS_WHETHER.search(query.folded))
    return asks_whether and not query.asks(*_MAY_BE_NAMED) and not _WHICH.search(query.folded)


# "Việc hợp nhất … ra sao": of one piece of work.
_OF_WORK = pattern_of(r"(?:cai )?(?:viec|chuyen|vu|nhiem vu|cong viec|du an|de an)\b(?! (?:nao|gi)\b)")


def _asks_day(query: Query) -> bool:
    """Whether it is asked on which day, since when or by when; not from which day to which the data are."""
    if query.asks("when"):
        return True
    return not query.asks("status") and (
        query.asks("due") or (query.asks("window") and not _OF_DATA.search(query.folded))
    )


_OF_DATA = pattern_of(r"\bso lieu\b|\bky bao cao\b|\bden (?:het )?(?:ngay|hom) (?:nao|may)\b")
_HOW_FAR = Sought(r"\b(?:buoc|dau|trang thai|giai doan|muc|tinh trang|tien do) (?:nao|gi)\b")


# "Những việc nào … chưa hoàn thành", "dịch vụ nào chưa": which ones, which no one sentence tells.
_WHICH = pattern_of(r"\b(?:nao|gi|ai|which|what)\b")


def _is_in_time(entry: StatementEntry, query: Query, today: date) -> bool:
    """Whether it speaks of the period that is named; one that is held up ("kịp quý II") restricts nothing."""
    if holds_up(query):
        return not _is_of_other_year(entry, query)
    if not query.periods:
        return True
    if query.level == "province" and not speaks_for_province(entry.report, None, is_said_whole=False):
        return False  # "trong quý I tỉnh đã kiểm tra ở đâu": what a department did for itself is not the province's
    if IN_REPORT.search(query.folded):
        named = [m for m in query.periods if (m.kind, m.index) == _called(entry)]
        return any(m.year in {None, year_of(entry)} for m in named)
    shorter = [(m, p) for m in query.periods if (p := m.resolve(today)) is not None and p.kind is not PeriodKind.YEAR]
    if any(not (_is_told_by(p, entry) if m.is_until else _tells_of(p, entry)) for m, p in shorter):
        return False
    years = {m.year for m in query.periods if m.year is not None}
    if years and not index_names().isdisjoint(query.terms.words) and (named_years := _years(entry)):
        return not years.isdisjoint(named_years)  # that of 2023 was made known in 2024, and is not that of 2024
    own = entry.report.facts.period
    told = {own.last.year} if own else {entry.report.told_on.year}
    return not years or bool(years & told) or any(year in _years(entry) for year in years)


def _is_of_other_year(entry: StatementEntry, query: Query) -> bool:
    """Whether it names years and none that the question does: the plan of 2017 is not that of 2018, held up for a day."""
    said, told = {int(year) for year in YEAR.findall(query.folded)}, _years(entry)
    return bool(said) and bool(told) and said.isdisjoint(told)


# A list of work says how far all is some weeks after a period at most; later it tells of another time.
_LIST_FOLLOWS = timedelta(days=45)


def _is_told_by(period: Period, entry: StatementEntry) -> bool:
    return entry.report.told_on <= period.last + _LIST_FOLLOWS


def _tells_of(period: Period, entry: StatementEntry) -> bool:
    """Whether it tells of a period shorter than a year: a list that was kept soon after, or a report on it or a part of it."""
    if entry.is_row:
        return _is_told_by(period, entry)
    own = entry.report.facts.period
    if own is not None and period.first <= own.first and own.last <= period.last:
        return True
    year = year_of(entry)
    named = [m.in_year(year) if m.is_open else m.resolve(entry.report.told_on) for m in find_periods(entry.folded)]
    return period in named or any(period.first <= day.day <= period.last for day in own_days(entry))


def _years(entry: StatementEntry) -> set[int]:
    """The years that it names, none of a day: "ban hành ngày 25/12/2025 Kế hoạch năm 2026" is of the plan's."""
    words = entry.folded
    for day in reversed(list(find_dates(words))):
        words = f"{words[: day.start]}|{words[day.end :]}"
    return {int(year) for year in YEAR.findall(words)}


def _called(entry: StatementEntry) -> tuple[object, int | None]:
    period = entry.report.facts.period
    return (period.kind, period_index(period)) if period else (None, None)


def _dated(telling: Sequence[StatementEntry], query: Query) -> StatementEntry | None:
    """The one that tells the day on which it was; where several tell other days, none."""
    # In the row of a list stand the days of documents and deadlines.
    having = [e for e in telling if days_told(e, query) and e.statement.task is None and not e.is_row]
    if ASKS_SINCE.search(query.folded):
        having = [e for e in having if any(SINCE.search(e.folded[: d.start]) for d in days_told(e, query))]
    if "chinh thuc" in query.folded:
        # And not from when on it was tried out.
        having = [e for e in having if "chinh thuc" in e.folded] or having
    done = [e for e in having if not is_intended(e)] or having
    days = {days_told(e, query)[0].day for e in done}
    return max(done, key=lambda e: e.report.told_on) if len(days) == 1 else None


def _newest(telling: Sequence[StatementEntry], query: Query) -> StatementEntry | None:
    """The newest; of one report's, what says how far it is rather than what is to be done."""
    if holds_up(query):
        # Whether it came by then is not told by what was planned for it, but by its row of a list or by how it slipped.
        telling = [e for e in telling if _tells_if_kept(e) and not _is_open_before(e, query)]
    elif as_of := _AS_OF.search(query.folded):
        telling = _first_after(telling, as_of[0])
    elif query.dates:
        telling = [e for e in telling if e.statement.task is None and tells_time(e) and not is_intended(e)]
        telling = [e for e in telling if not _is_open_before(e, query)]
    if not asks_of_document(query):
        # A regulation on the thing is another matter than the thing, where that is told of itself.
        telling = [e for e in telling if not is_of_document(e)] or telling
    return max(
        telling,
        key=lambda e: (e.report.told_on, e.statement.task is None, bool(PROGRESS.search(e.folded))),
        default=None,
    )


# How far it was on a day: "tính đến 31/5/2026".
_AS_OF = Sought(r"\b(?:tinh|cap nhat)? ?(?:den|toi) (?:het )?(?:ngay )?\d{1,2}/\d{1,2}/\d{4}\b")


def _first_after(telling: Sequence[StatementEntry], words: str) -> list[StatementEntry]:
    """Those of the first report told on that day or later."""
    day = next(iter(find_dates(words))).day
    later = [e for e in telling if e.report.told_on >= day]
    first = min((e.report.told_on for e in later), default=None)
    return [e for e in later if e.report.told_on == first]


def _tells_if_kept(entry: StatementEntry) -> bool:
    if entry.is_row:
        return entry.statement.task is not None or bool(entry.statement.citations)
    if entry.statement.task is not None:
        return False
    return bool(_SLIPPED.search(entry.folded)) or (tells_time(entry) and not is_intended(entry))


def _is_open_before(entry: StatementEntry, query: Query) -> bool:
    """Whether it only says, before the day that is held up, that it was not done yet: it may have been by then."""
    if entry.is_row or not query.dates or entry.report.told_on >= max(query.dates):
        return False
    return _NOT_YET.search(entry.folded) is not None and _PUT_OFF.search(entry.folded) is None


_NOT_YET, _PUT_OFF = pattern_of(r"\bchua\b"), pattern_of(r"\b(?:khong kip|lui|hoan|gia han)\b(?! thanh| thien)")
_SLIPPED = pattern_of(r"\b(?:khong kip|chua|cham|lui|hoan|gia han|qua han|tre)\b")


def _due(telling: Sequence[StatementEntry]) -> StatementEntry | None:
    """The newest task that names the day by which it is to be done."""
    due = [e for e in telling if e.is_row or (e.statement.task and e.statement.task.due) or is_intended(e)]
    return max(due, key=lambda e: e.report.told_on, default=None)


def _words(entry: StatementEntry, query: Query, wording: Wording) -> str:
    words = entry.statement.span.cut(entry.report.text)
    days = days_told(entry, query)
    if _asks_day(query) and not query.asks("due") and len(days) == 1:
        told = part_of_day(words, entry, days[0])
        return f"{wording.say('Ngày ', '')}{say_day(words, entry, days[0], wording)} – {shorten(told, 330)}"
    return words
