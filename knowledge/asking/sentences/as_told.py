"""How far something was as one report saw it: "theo báo cáo quý I của Sở Nội vụ thì bao giờ trình Quy chế …".

Only what that report says counts: its sentence on the very thing, or the one behind that goes on from it.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

from knowledge.answers import Answer, Topic
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import Library, ReportEntry, StatementEntry, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import tells_time
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.reports.which_reports import fitting_reports, referenced_reports
from knowledge.asking.sentences.matching_statements import coverage, has_numbers, rank_statements, said_numbers
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

_LED_BY = Sought(
    r"^(?:the |cho hoi |em hoi |a )?(?:theo|trong|tai|hoi|luc|khi) (?:ban |cai )?(?P<report>bao cao [^?]{3,90}?)(?: thi|,| la) (?P<rest>\S+ \S.*)$"
)
# "Tại báo cáo 58/BC-UBND trụ sở mới làm tới đâu": what stands behind its number.
_LED_BY_NUMBER = Sought(r"^(?:theo|trong|tai) (?P<report>bao cao (?:so )?\d{1,5}/[a-z-]+),? (?P<rest>\S+ \S.*)$")
_FOLLOWED_BY = Sought(r"^(?P<rest>\S+ \S+ \S.*?),? (?:theo|trong|tai) (?:ban |cai )?(?P<report>bao cao .{3,90}?)\W*$")
_OTHER_QUESTIONS = (
    "count", "percent", "money", "rank", "score", "window", "trend", "compare", "tasks", "list", "signer", "number", "published", "summary",
)  # fmt: skip
_MOST_REPORTS = 4
# So much of what is named must stand in the sentence, by weight; the rest may stand above it.
_LEAST = 0.7
_GOING_ON = 2  # sentences behind it that may still be about it


@cache
def _done_with() -> frozenset[str]:
    """Words of what is done with anything, which the answer may say otherwise."""
    words = load_vocabulary("happenings")["done_with"]["words"]
    return frozenset(word for phrase in words for word in fold(phrase).split()) | {"#operating"}


_STATE = pattern_of(
    r"\b(?:chua|dang|da|du kien|chuyen sang|lui|cham|cho|hoan thanh|khoi cong|thi cong|dua vao|co ban|trien khai|van hanh|thong qua|lay y kien|tham dinh|tam dung|dat)\b"
)


def answer_as_told(library: Library, query: Query, today: date, read: Callable[[str], Query]) -> Answer | None:
    """The sentence of the one report that says it; None where several reports could be meant and say other things."""
    split = asked_of_report(query, read)
    if split is None:
        return None
    named, asked = split
    if named.references:
        reports = referenced_reports(library, named.references[0])
    else:
        reports = [r for r in fitting_reports(library, named, today) if r.facts.kind not in {"register", "entry"}]
    if not reports or len(reports) > _MOST_REPORTS:
        return None
    told = [(report, entry) for report in reports if (entry := _telling(library, report, asked)) is not None]
    if len(told) != 1:
        return None
    report, entry = told[0]
    words = shorten(entry.statement.span.cut(report.text))
    return answered(words, (quote(report, entry.statement.span),), topic=Topic(report_id=report.id))


def asked_of_report(query: Query, read: Callable[[str], Query]) -> tuple[Query, Query] | None:
    """The report that the question names and what it asks of what that says, each read alone; None where it does not ask so."""
    said = query.folded
    split = _LED_BY.search(said) or _LED_BY_NUMBER.search(said) or _FOLLOWED_BY.search(said)
    if split is None or query.claim is not None or query.asks(*_OTHER_QUESTIONS):
        return None
    named, asked = read(split["report"]), read(split["rest"])
    return None if asked.asks(*_OTHER_QUESTIONS) or asked.references else (named, asked)


def _telling(library: Library, report: ReportEntry, asked: Query) -> StatementEntry | None:
    """The sentence of the report on what is asked that says how far it is, or when where that is asked."""
    named = [w for w in all_words(asked.naming) | all_words(asked.terms) if w not in _done_with()]
    called = fold(asked.named_type or "")
    bodies = [b.organisation.body.split() for b in asked.bodies] + [b.organisation.place.split() for b in asked.bodies]
    if not (named or asked.bodies):
        return None
    fitting = [
        (share, entry)
        for entry in _statements(library, report, asked, bodies)
        if called in entry.folded
        and (share := coverage(library, named, entry.words) if named else 1.0) >= _LEAST
        and all(set(words) <= _said(entry) for words in bodies)
        and has_numbers(entry, said_numbers(asked))
    ]
    for _, entry in sorted(
        fitting, key=lambda one: (-round(one[0], 2), one[1].statement.task is not None, one[1].number)
    ):
        saying = [further for further in (entry, *_behind(library, entry)) if _says(further, asked)]
        # "Ban hành chưa" is told by what says so rather than by what was done before.
        done = next((m[0] for m in _VERB.finditer(asked.folded)), "")
        if saying:
            return next((e for e in saying if done and done in e.folded), saying[0])
    return None


_VERB = pattern_of(r"\b(?:ban hanh|trinh|phe duyet|thong qua|hoan thanh|hoat dong|van hanh|khai truong|khanh thanh)\b")


def _statements(
    library: Library, report: ReportEntry, asked: Query, bodies: Sequence[list[str]]
) -> Iterator[StatementEntry]:
    """The report's statements that have any of the words asked, or all of the bodies' where nothing else is named."""
    if asked.naming.words or asked.terms.words:
        terms = Terms({}, asked.naming.words | asked.terms.words)
        yield from (entry for _, entry in rank_statements(library, FigureQuery(terms=terms, report=report), 0.0))
        return
    yield from (e for e in library.statements_with_words([w for words in bodies for w in words]) if e.report is report)


def _said(entry: StatementEntry) -> frozenset[str]:
    return frozenset(normalise(f"{entry.statement.heading} {entry.folded}").split()) | frozenset(entry.folded.split())


def _behind(library: Library, entry: StatementEntry) -> Iterator[StatementEntry]:
    """The sentences behind it in the same place that name no document of their own."""
    last = min(entry.number + _GOING_ON, len(library.statements) - 1)
    for number in range(entry.number + 1, last + 1):
        further = library.statements[number]
        if (
            further.report is not entry.report
            or further.statement.heading != entry.statement.heading
            or further.statement.task
        ):
            return
        yield further


# "Giai đoạn 2023 - 2025" is no time at which anything is done.
_TIMED = pattern_of(r"\b(?:trong|sang|vao|den|truoc|tu|du kien|cuoi|dau) (?:ngay |het )?(?:quy|thang|nam|ngay|\d)")


def _says(entry: StatementEntry, asked: Query) -> bool:
    if entry.statement.kind == "heading" or entry.is_row or entry.report.is_amended(entry.statement):
        return False
    if asked.asks("when"):
        is_told = entry.statement.task is None or not asked.asks("status")
        return is_told and tells_time(entry) and bool(_TIMED.search(entry.folded))
    return entry.statement.task is None and bool(_STATE.search(entry.folded))
