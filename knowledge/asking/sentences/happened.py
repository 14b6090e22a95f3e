"""What became of a thing or an undertaking: "camera gắn xong chưa?", "phiên họp … tổ chức hôm nào?".

Neither a document's name nor a figure tells it.  The newest sentence, or row of a list of work, that speaks of the very
thing does: all that the question names must stand in it, and that it was opened or handed in if that was asked.
"""

from collections.abc import Sequence
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.about_work_lists import tell_row
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.cues import ASKS_WHETHER
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import (
    ASKS_DONE,
    ASKS_SINCE,
    IN_REPORT,
    PROGRESS,
    SINCE,
    is_intended,
    is_own_day,
    tells_time,
    tells_whether_done,
    year_of,
)
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.matching_statements import is_of_document
from knowledge.asking.sentences.sentence_kinds import asks_of_document
from knowledge.asking.sentences.undertakings import read_undertaking, telling_of
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.year_parts import period_index

# What more sentences than these speak of is no one thing.
_MOST_TELLING = 12
_OTHER_QUESTIONS = ("count", "percent", "money", "rank", "score", "window", "trend", "compare", "tasks", "list")
_OTHER_ANSWERS = ("summary", "about", "who", "signer", "responsible", "number", "published", "latest")


def answer_happened(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The newest sentence or row that tells of the thing; None where it may be of another, or several tell other days."""
    if not _asks(query):
        return None
    telling = [e for e in telling_of(library, read_undertaking(library, query)) if _is_in_time(e, query)]
    if len(telling) > _MOST_TELLING:
        return None
    entry = _dated(telling, query) if query.asks("when") else _newest(telling, query)
    if entry is None or (ASKS_DONE.search(query.folded) and not tells_whether_done(entry)):
        return None
    return answered(
        tell_row(entry, query, today, wording) or shorten(_words(entry, query, wording)),
        (quote(entry.report, entry.statement.span),),
        topic=Topic(report_id=entry.report.id),
    )


def _asks(query: Query) -> bool:
    if query.references or query.claim is not None or query.asks(*_OTHER_QUESTIONS, *_OTHER_ANSWERS):
        return False
    if query.asks("when"):
        return True
    asks_whether = query.asks("status", "verify") or bool(ASKS_WHETHER.search(query.folded))
    return asks_whether and not _WHICH.search(query.folded)


# "Những việc nào … chưa hoàn thành", "dịch vụ nào chưa": which ones, which no one sentence tells.
_WHICH = pattern_of(r"\b(?:nao|gi|ai|which|what)\b")


def _is_in_time(entry: StatementEntry, query: Query) -> bool:
    """Whether it speaks of the period that is named; one that is held up ("kịp quý II") restricts nothing."""
    if not query.periods or _HOLDS_UP.search(query.folded):
        return True
    if IN_REPORT.search(query.folded):
        named = [m for m in query.periods if (m.kind, m.index) == _called(entry)]
        return any(m.year in {None, year_of(entry)} for m in named)
    years = {m.year for m in query.periods if m.year is not None}
    own = entry.report.facts.period
    told = {own.last.year} if own else {entry.report.told_on.year}
    return not years or bool(years & told) or any(str(year) in entry.folded for year in years)


def _called(entry: StatementEntry) -> tuple[object, int | None]:
    period = entry.report.facts.period
    return (period.kind, period_index(period)) if period else (None, None)


_HOLDS_UP = pattern_of(
    r"\b(?:kip|dung|truoc|nhu du kien|theo du kien|nhu (?:da )?(?:noi|hua|bao cao|cam ket|de ra)|nhu ke hoach|som|dung hen|dung han)\b"
)


def _days(entry: StatementEntry, query: Query) -> list[DateMention]:
    """The days that it names: of a document that is asked for all where it names no other, else none of documents."""
    every = list(find_dates(entry.folded, default_year=year_of(entry)))
    own = [d for d in every if is_own_day(entry, d)]
    return own or (every if asks_of_document(query) else [])


def _dated(telling: Sequence[StatementEntry], query: Query) -> StatementEntry | None:
    """The one that tells the day on which it was; where several tell other days, none."""
    # In the row of a list stand the days of documents and deadlines.
    having = [e for e in telling if _days(e, query) and e.statement.task is None and not e.is_row]
    if ASKS_SINCE.search(query.folded):
        having = [e for e in having if any(SINCE.search(e.folded[: d.start]) for d in _days(e, query))]
    done = [e for e in having if not is_intended(e)] or having
    days = {_days(e, query)[0].day for e in done}
    return max(done, key=lambda e: e.report.told_on) if len(days) == 1 else None


def _newest(telling: Sequence[StatementEntry], query: Query) -> StatementEntry | None:
    """The newest; of one report's, what says how far it is rather than what is to be done."""
    if query.dates or (query.periods and _HOLDS_UP.search(query.folded)):
        # Whether it came by then is not told by what was planned for it.
        telling = [e for e in telling if e.statement.task is None and tells_time(e) and not is_intended(e)]
    if not asks_of_document(query):
        # A regulation on the thing is another matter than the thing, where that is told of itself.
        telling = [e for e in telling if not is_of_document(e)] or telling
    return max(
        telling,
        key=lambda e: (e.report.told_on, e.statement.task is None, bool(PROGRESS.search(e.folded))),
        default=None,
    )


def _words(entry: StatementEntry, query: Query, wording: Wording) -> str:
    words = entry.statement.span.cut(entry.report.text)
    days = _days(entry, query)
    if query.asks("when") and len(days) == 1:
        told = _clause(words, entry, days[0])
        return f"{wording.say('Ngày ', '')}{wording.day(days[0].day)} – {shorten(told, 330)}"
    return words


def _clause(words: str, entry: StatementEntry, day: DateMention) -> str:
    """The part between semicolons in which the day stands; the other parts tell other things."""
    if len(words) != len(entry.folded):
        return words
    start = words.rfind(";", 0, day.start) + 1
    end = words.find(";", day.end)
    part = words[start : end if end >= 0 else len(words)].strip(" ()")
    return part if len(part.split()) >= _FEWEST_WORDS else words


_FEWEST_WORDS = 5
