"""Whether a body or an undertaking works yet: "Trung tâm Hành chính công đi vào hoạt động chưa?"."""

import re
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.about_work_lists import tell_row
from knowledge.asking.bodies import body_distance
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.reading.asked_subject import RUNNING
from knowledge.asking.reading.cues import ASKS_WHETHER
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import IN_REPORT, INTENDED
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.reports.which_reports import referenced_reports
from knowledge.asking.sentences.days_told import only_day
from knowledge.asking.sentences.matching_statements import (
    SENTENCE_SHARE,
    coverage,
    has_numbers,
    is_of_document,
    said_numbers,
)
from knowledge.facts import Period
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import Organisation, OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention, find_periods, with_years

_OPERATING = "#operating"


def answer_standing(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The newest sentence that says of the body whether it works; of a month or day that is asked for, the one that names it."""
    about = query.naming.words - {_OPERATING} - RUNNING
    if _OPERATING not in query.terms.words or len(query.bodies) > 1 or not (query.bodies or about):
        return None
    if query.asks("effective"):
        return None  # "Quy chế vận hành … có hiệu lực từ ngày nào": a document is called so
    if not query.asks("status", "verify", "when") and not ASKS_WHETHER.search(query.folded):
        return None
    newest = _newest(_telling(library, query, about), query)
    if newest is None:
        return None
    if query.asks("status") and not query.periods and (told := _by_row(library, query, about, newest, today, wording)):
        return told
    words = newest.statement.span.cut(newest.report.text)
    if query.asks("when"):
        words = _on_its_day(newest, query, wording) or _to_its_day(words)
    quotes = [quote(newest.report, newest.statement.span)]
    if not query.periods and not query.asks("when") and (coming := _coming(library, about, newest)) is not None:
        # What is not done yet is now meant for then.
        words = f"{shorten(words, _BESIDE)} {coming.statement.span.cut(coming.report.text)}"
        quotes.append(quote(coming.report, coming.statement.span))
    return answered(shorten(words), tuple(quotes), topic=Topic(report_id=newest.report.id))


def _by_row(
    library: Library, query: Query, about: frozenset[str], before: StatementEntry, today: date, wording: Wording
) -> Answer | None:
    """How far it is by the newest row of a list of work that is newer than what the sentences say; None where none is."""
    numbers = said_numbers(query)
    rows = [
        (told, e)
        for e in library.statements_with([_OPERATING])
        if e.report.told_on > before.report.told_on
        and not e.statement.citations  # a regulation on it is not it
        and has_numbers(e, numbers)
        and all(_tells_of(e, b.organisation) for b in query.bodies)
        and (not about or coverage(library, about, all_words(e.terms)) >= SENTENCE_SHARE)
        and (told := tell_row(e, query, today, wording)) is not None
    ]
    if not rows:
        return None
    told, entry = max(rows, key=lambda row: row[1].report.told_on)
    return answered(shorten(told), (quote(entry.report, entry.statement.span),), topic=Topic(report_id=entry.report.id))


def _telling(library: Library, query: Query, about: frozenset[str]) -> list[StatementEntry]:
    """The sentences that say of it whether or since when it works, of the report that is named where one is."""
    numbers, asks_when = said_numbers(query), query.asks("when")
    telling = [
        e
        for e in library.statements_with([_OPERATING])
        if e.statement.task is None
        and has_numbers(e, numbers)
        and all(_tells_of(e, b.organisation) or (about and _is_issued_by(e, b)) for b in query.bodies)
        and (not about or coverage(library, about, all_words(e.terms) | e.above.words) >= SENTENCE_SHARE)
        and (not asks_when or _names_time(e))
    ]
    if query.named_type is None:
        # A regulation on the thing is another matter than the thing, where that is told of itself.
        telling = [e for e in telling if not is_of_document(e)] or telling
    if IN_REPORT.search(query.folded):
        telling = _as_reported(library, telling, query)
    if asks_when:
        # "Khai trương ngày 02/6" and not "từ ngày khai trương đến ngày 14/12 tiếp nhận …".
        telling = [e for e in telling if _began_on(e)] or [e for e in telling if not _UP_TO.search(e.folded)]
    return telling


def _names_time(entry: StatementEntry) -> bool:
    return any(True for _ in find_dates(entry.folded)) or any(True for _ in find_periods(entry.folded))


def _as_reported(library: Library, telling: list[StatementEntry], query: Query) -> list[StatementEntry]:
    """ "Theo báo cáo quý I thì bao giờ hoạt động": as that report saw it, and no later one."""
    if query.references:
        numbered = referenced_reports(library, query.references[0])
        return [e for e in telling if any(e.report is r for r in numbered)]
    if query.periods:
        own = ((e, e.report.facts.period) for e in telling)
        return [e for e, period in own if period and any(_is_of(period, m) for m in query.periods)]
    return telling


def _newest(telling: list[StatementEntry], query: Query) -> StatementEntry | None:
    """The newest, of those that name a period that is asked for where any does."""
    of_period = [e for e in telling if any(_is_named(e, m) for m in query.periods)]
    newest = max(of_period or telling, key=lambda e: e.report.told_on, default=None)
    is_plan = newest is not None and INTENDED.search(newest.folded) and not _NOT_YET.search(newest.folded)
    if is_plan and not IN_REPORT.search(query.folded):
        # Whether it came is not told by what was meant to come, where a later report says what did.
        return max(telling, key=lambda e: e.report.told_on)
    return newest


# "Hoạt động từ ngày 02/10/2017 theo Quyết định … ngày 31/7/2017": the day of the decision is another.
_WORKS_FROM = pattern_of(
    r"\b(?:hoat dong|van hanh|khai truong|su dung|ap dung)(?: chinh thuc)? (?:ke tu |tu |vao )?(?:ngay )?$"
)


def _began_on(entry: StatementEntry) -> bool:
    return any(_WORKS_FROM.search(entry.folded[: d.start]) for d in find_dates(entry.folded))


_UP_TO = pattern_of(r"\b(?:tu|ke tu) (?:ngay |khi |luc )(?:khai truong|hoat dong|van hanh|mo cua)\b")


def _on_its_day(entry: StatementEntry, query: Query, wording: Wording) -> str | None:
    """The day of the one that is asked for, where the sentence says of several on which day each began."""
    told = only_day(entry, query)
    if told is None or not _BEGAN.search(fold(told[1])):
        return None
    return f"{wording.say('Ngày ', '')}{wording.day(told[0].day)} – {told[1]}"


_BEGAN = pattern_of(r"\b(?:hoat dong|van hanh|khai truong|su dung|ap dung|mo cua)\b")


def _to_its_day(words: str) -> str:
    """The sentence up to the day on which it began, where it says so: other days beside that are of something else.

    Of "… thành lập theo Quyết định … ngày 10/5/2018, chính thức hoạt động từ ngày 01/6/2018" the last clause alone.
    """
    folded = fold(words)
    days = list(find_dates(folded))
    began = next((d for d in days if _WORKS_FROM.search(folded[: d.start])), None)
    if began is None and len(folded) == len(words) and len(days) > 1:
        return _from_its_day(words, folded, [d.start for d in days])
    if began is None or len(folded) != len(words) or len(days) == 1:
        return words
    clause = max(words.rfind(mark, 0, began.start) for mark in ",;:") + 1
    if began is days[0] or any(clause < d.start for d in days[: days.index(began)]) or not clause:
        return words[: began.end]
    told = words[clause : began.end].strip()
    return told[:1].upper() + told[1:]


# "…, ngày 02/7/2018 Trung tâm chính thức đi vào hoạt động": the day stands before.
_DAY_IT_WORKS = pattern_of(
    r"(?:tu |ke tu )?ngay [\d/]+,? [^,;:]{0,70}?\b(?:chinh thuc )?(?:di vao hoat dong|hoat dong|khai truong|van hanh|mo cua)\b"
)


def _from_its_day(words: str, folded: str, days: list[int]) -> str:
    """The clause that gives the day on which it began, where that day stands before what it began with; else all."""
    for match in _DAY_IT_WORKS.finditer(folded):
        clause = max(folded.rfind(mark, 0, match.start()) for mark in ",;:") + 1
        if any(match.start() <= day < match.end() for day in days) and not folded[clause : match.start()].strip():
            told = words[match.start() : match.end()]
            return told[:1].upper() + told[1:]
    return words


# As much of a sentence as leaves room for the one behind it.
_BESIDE = 240
_NOT_YET = pattern_of(r"\bchua\b|\btre han\b|\bdang lam\b|\bdang thuc hien\b|\bcham\b")


def _coming(library: Library, about: frozenset[str], newest: StatementEntry) -> StatementEntry | None:
    """The task of the same report, or of a later one, that still has it before it; None of what is done."""
    if not about or not _NOT_YET.search(newest.folded):
        return None
    found = [
        e
        for e in library.statements_with([_OPERATING])
        if e.statement.task is not None
        and e.report.told_on >= newest.report.told_on
        and coverage(library, about, all_words(e.terms)) >= SENTENCE_SHARE
    ]
    return max(found, key=lambda e: e.report.told_on, default=None)


def _tells_of(entry: StatementEntry, body: Organisation) -> bool:
    """Whether the sentence names the body, of the place asked for; in short where the one before it, or its heading, does in full."""
    statements = entry.report.statements
    at = statements.place_of(entry)
    before = statements[at - 1].span.cut(entry.report.text) if at else ""
    own = normalise(entry.folded)
    is_short = own.startswith(" ".join(body.body.split()[:2]))
    said = set((normalise(f"{entry.statement.heading} {before} {own}") if is_short else own).split())
    is_there = (
        not body.place or body.place in {entry.report.province, entry.report.body.place} or body.place in entry.folded
    )
    return is_there and set(body.body.split()) <= said and _is_of_level(entry, own, body)


def _is_of_level(entry: StatementEntry, own: str, body: Organisation) -> bool:
    """Whether it may be the body of the level that is asked for without a name: "Trung tâm … tỉnh" is no district's."""
    asked = _LEVEL_WORDS.get(body.level)
    if asked is None or body.place or not body.body:
        return True
    named = re.search(rf"\b{re.escape(body.body)} (?:cap )?(tinh|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)\b", own)
    return (
        named[1] in asked
        if named
        else entry.report.body.level not in _LEVEL_WORDS or body.level in ("", entry.report.body.level)
    )


# What bodies of a level are called by; a city may be a province's rank or a district's.
_LEVEL_WORDS = {
    "province": ("tinh",),
    "district": ("huyen", "quan", "thi xa"),
    "commune": ("xa", "phuong", "thi tran", "dac khu"),
}


def _is_issued_by(entry: StatementEntry, body: OrganisationMention) -> bool:
    """Whether it stands in the body's own report: what works there is the body's, where nothing else is said ("kênh Zalo")."""
    return body_distance(entry.report, None, (body,), is_row=False) == 0


def _is_of(period: Period, mention: PeriodMention) -> bool:
    return mention.year is not None and mention.in_year(mention.year) == period


def _is_named(entry: StatementEntry, asked: PeriodMention) -> bool:
    own = entry.report.facts.period
    year = own.last.year if own else entry.report.told_on.year
    named = with_years(list(find_periods(entry.folded)))
    return any((m.kind, m.index, year if m.is_open else m.year) == (asked.kind, asked.index, asked.year) for m in named)
