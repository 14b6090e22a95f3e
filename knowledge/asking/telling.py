"""Answers that are a sentence of a report: a day, a state or a fact that no figure or document holds."""

import re
from collections.abc import Callable
from functools import cache

from knowledge.answers import Answer, Topic
from knowledge.asking.figure_query import FigureQuery
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.matching import GENERIC
from knowledge.asking.matching_statements import has_numbers, rank_statements, row_begins_with, said_numbers
from knowledge.asking.plan_years import plan_years
from knowledge.asking.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.tense import (
    ASKS_DONE,
    ASKS_SINCE,
    INTENDED,
    PROGRESS,
    SINCE,
    is_own_day,
    tells_whether_done,
)
from knowledge.asking.trends import OVER_REPORTS
from knowledge.facts import Role
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods, find_windows
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# The share of the asked words that one sentence must hold to be told (docs/answering.md has the curve).
_THRESHOLD = 0.8
# One quantity is a figure's to tell; a sentence tells several at once.
_SEVERAL = 2


def answer_statement(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """The sentence that holds what is asked, in its own words."""
    said = len(query.terms.words) + len(query.terms.dimensions.keys() - {"direction", "moment"})
    if (said < 2 and query.counts < 2) or not _asks_for_sentence(query):
        return None
    figures = _SEVERAL if _counts(query) else 0
    every = rank_statements(library, wanted, _THRESHOLD, figures=figures)
    denies = bool(_DENIES.search(query.folded))
    ranked = [(s, e) for s, e in every if s >= _THRESHOLD and _is_told(e) and (not denies or _DENIAL.search(e.folded))]
    # Whether something is so is not told by its being planned, unless that is asked.
    holds_kind = _of_kind(query)
    is_whether = bool(_WANTS_YES.search(query.folded)) and not _OF_PLAN.search(query.folded)
    fitting = [
        (s, e)
        for s, e in ranked
        if holds_kind(e)
        and not (query.asks("status") and _is_to_do(e))
        and not (is_whether and (e.statement.task is not None or _is_only_planned(e)))
    ]
    if query.claim is None and (numbers := [n for n in said_numbers(query) if len(n) >= _LENGTH_OF_NAME]):
        # "Tổng đài 1022": another number is another one's.
        fitting = [(s, e) for s, e in fitting if has_numbers(e, numbers)]
    if query.asks("status") and (told := [(s, e) for s, e in fitting if e.statement.task is None]):
        # A task says only that it is still to be done; what its report tells of the same says how far it is.
        newest_told = max(e.report.told_on for _, e in told)
        fitting = [(s, e) for s, e in fitting if e.statement.task is None or e.report.told_on > newest_told]
    if query.asks("status"):
        # How far one thing is, is not told by the row of another that only has to do with it.
        bodies = {word for body in query.bodies for word in body.organisation.body.split()}
        named = query.terms.words | query.naming.words | bodies
        fitting = [(s, e) for s, e in fitting if " | " not in e.folded or row_begins_with(library, e, named)]
    if query.named_type and (stage := plan_years(query)):
        # Of the plan of five years nothing is told by that of one of them.
        fitting = [(s, e) for s, e in fitting if all(year in e.folded for year in stage)]
    if query.named_type in _WHOLE_TYPES:
        # "Bộ chỉ số cải cách hành chính": a ministry that "công bố Chỉ số" tells of none.
        called = (query.named_type or "").lower()
        fitting = [(s, e) for s, e in fitting if called in f"{_words_of(e)} {e.statement.heading}".lower()]
    if query.dates and _ENDS_ASKING.search(query.folded):
        # Whether it came by that day is not told by what was planned for it.
        fitting = [(s, e) for s, e in fitting if not INTENDED.search(e.folded)]
    if query.terms.dimensions.get("moment", frozenset()) >= {"before", "after"}:
        # "Từ mấy phòng xuống mấy": how many there are now is half of it.
        fitting = [(s, e) for s, e in fitting if _tells_both(e)]
    if query.asks("trend", "compare"):
        # What became of all dossiers is not told by what became of those handed in online.
        fitting = [(s, e) for s, e in fitting if not _restricts(e, query)]
    if (had := _has_come().search(query.folded)) is not None:
        # "Đã có ý kiến chưa": that it was sent says nothing of what came of it.
        fitting = [(s, further) for s, e in fitting if (further := _saying(library, e, had["what"])) is not None]
    if not fitting:
        return None
    best = fitting[0][0]
    newest = [e for s, e in fitting if s >= best - 0.05]
    entry = _most_telling(newest, query)
    if query.asks("status") and (further := _how_far(library, entry, query)) is not None:
        entry = further
    if ASKS_DONE.search(query.folded) and not tells_whether_done(entry):
        return None  # what it is all about, and not whether it is done
    return answered(
        _words(entry, query, wording),
        (quote(entry.report, entry.statement.span),),
        topic=Topic(report_id=entry.report.id),
    )


@cache
def _has_come() -> re.Pattern[str]:
    """ "Đã nhận được phản hồi gì chưa": what came of the matter, in the two words that name it."""
    came = any_of(load_vocabulary("happenings")["come"]["words"])
    return re.compile(rf"\b(?:{came}) (?P<what>(?!the\b)[a-z]+ [a-z]+)(?: gi| nao)? chua\W*$")


def _saying(library: Library, entry: StatementEntry, what: str) -> StatementEntry | None:
    """The sentence itself or the next one of the same place that has the words."""
    following = library.statements[entry.number + 1] if entry.number + 1 < len(library.statements) else entry
    is_behind = following.report is entry.report and following.statement.heading == entry.statement.heading
    return next((e for e in (entry, *([following] if is_behind else [])) if what in e.folded), None)


_OF_PLAN = Sought(r"\b(?:du kien|ke hoach|nhiem vu|giao|phan dau|muc tieu|chi tieu|dat ra|de ra|se)\b")
# Types whose names are also other words', one by one.
_WHOLE_TYPES = frozenset({"Bộ chỉ số", "Bộ tiêu chí", "Quy trình", "Quy chế", "Quy định", "Chương trình", "Danh mục"})
_LENGTH_OF_NAME = 3  # digits of a number that names rather than counts
_ENDS_ASKING = pattern_of(r"\b(?:khong|chua)\W*$")


# "Nơi nào chưa kiểm tra": a "chưa" or "không" that does not end the question denies.
_DENIES = pattern_of(r"\b(?:chua|khong)\b(?=(?: \w+){2})")
_DENIAL = pattern_of(r"\b(?:chua|khong|con)\b")


@once_each
def _tells_both(entry: StatementEntry) -> bool:
    """Whether one number stands before a word of change and another behind it: "168 đơn vị … sắp xếp thành 54"."""
    start = entry.statement.span.start
    spans = [(f.span.start - start, f.span.end - start) for f in entry.statement.figures]
    return any(
        any(end <= mark.start() for _, end in spans) and any(begin >= mark.end() for begin, _ in spans)
        for mark in _BECAME.finditer(entry.folded)
    )


_BECAME = pattern_of(r"\b(?:con|xuong|thanh|len|sau)\b")


def _restricts(entry: StatementEntry, query: Query) -> bool:
    """Whether it speaks of a part that the question does not name."""
    return any(
        name in entry.terms.dimensions.keys() - query.terms.dimensions.keys() for name in ("channel", "timeliness")
    )


def _is_to_do(entry: StatementEntry) -> bool:
    """Whether it only says what is to be done, not how far it is; a plan for a document does say that."""
    return entry.statement.task is not None and not entry.statement.citations


@once_each
def _is_only_planned(entry: StatementEntry) -> bool:
    """Whether it only names a document that is still to come: "Trình Đề án …" among the tasks."""
    planned = [c for c in entry.statement.citations if c.role is Role.PLANNED and c.number is None]
    return bool(planned) and len(planned) == len(entry.statement.citations) and not PROGRESS.search(entry.folded)


@once_each
def _is_told(entry: StatementEntry) -> bool:
    """Whether it claims something by itself: a heading does not, nor a row of a table that names no document.

    What was corrected by hand is not told in its old words.
    """
    if entry.report.is_amended(entry.statement):
        return False
    if (number := entry.report.facts.number) and fold(number) in entry.folded:
        return False  # "UBND huyện ban hành Báo cáo số …": that there is this report
    return entry.statement.kind != "heading" and (" | " not in entry.folded or bool(entry.statement.citations))


def _asks_for_sentence(query: Query) -> bool:
    """Whether a sentence can hold the kind of thing asked."""
    if query.asks("window", "when"):
        return True
    if query.asks("signer", "rank", "score"):
        return False
    if _asks_person(query) or _ASKS_PLACE.search(query.folded):
        return not _counts(query)
    if _counts(query):
        return query.counts >= _SEVERAL
    return query.asks("status", "verify", "about", "overall", "number") or bool(_WANTS_YES.search(query.folded))


# "Ai làm trưởng đoàn kiểm tra", "đồng chí nào là trưởng ban": who holds an office, which a sentence with a name tells.
_ASKS_PERSON = Sought(
    r"^(?:the |vay )?ai (?:la|lam|giu|duoc|dung)\b|\b(?:dong chi|ong|ba|nguoi|lanh dao) nao (?:la|lam|giu|dung)\b|\b(?:la|do) ai\W*$"
)
_OFFICE = Sought(r"\b(?:truong|pho|chu tich|giam doc|chanh|bi thu|to truong|phu trach|thanh vien)\b")
_PERSON = pattern_of(rf"\b(?:đồng chí|đ/c|ông|bà|Đồng chí|Ông|Bà)\s+[{UPPER}][{LOWER}]*\s[{UPPER}]")
# "Làm ở đâu", "tại xã nào": where, which a sentence with a place behind "tại" tells.
_ASKS_PLACE = Sought(r"\b(?:o|tai) (?:dau|noi nao|cho nao|xa nao|phuong nao|huyen nao|don vi nao|dia phuong nao)\b")
_PLACE = pattern_of(rf"\b(?:ở|tại)\s(?:[{LOWER}]+\s){{0,3}}[{UPPER}]")


def _asks_person(query: Query) -> bool:
    return bool(_ASKS_PERSON.search(query.folded) and _OFFICE.search(query.folded))


_OFFICES = ("chu tich", "giam doc", "bi thu", "chanh van phong", "truong phong", "truong ban", "truong doan")


def _names_office(query: Query, entry: StatementEntry) -> bool:
    """Whether it names the office itself and not its deputy, where the office is asked for."""
    asked = [o for o in _OFFICES if o in query.folded and f"pho {o}" not in query.folded]
    return all(re.search(rf"(?<!pho )\b{o}\b", entry.folded) for o in asked)


def _words_of(entry: StatementEntry) -> str:
    return entry.statement.span.cut(entry.report.text)


_WANTS_YES = pattern_of(r"\b(?:khong|chua)\s*\??$")


def _of_kind(query: Query) -> Callable[[StatementEntry], bool]:
    """What says of a sentence whether it holds the kind of thing asked: a day, a person, several numbers."""
    if query.asks("window"):
        return _tells_window
    if query.asks("when"):
        if ASKS_SINCE.search(query.folded):
            return _tells_since
        return _tells_day if query.named_type or _OF_DOCUMENT.search(query.folded) else _tells_own_day
    if _asks_person(query):
        return lambda entry: bool(_PERSON.search(_words_of(entry))) and _names_office(query, entry)
    if _ASKS_PLACE.search(query.folded):
        return lambda entry: bool(_PLACE.search(_words_of(entry)))
    is_run, counts = query.asks("trend"), _counts(query)
    return lambda entry: (
        not (is_run and not _tells_run(entry, query)) and not (counts and not _counts_several(entry, query.unit))
    )


@once_each
def _tells_window(entry: StatementEntry) -> bool:
    return len({window for _, _, window in find_windows(entry.folded)}) == 1


@once_each
def _tells_since(entry: StatementEntry) -> bool:
    return any(SINCE.search(entry.folded[: d.start]) for d in find_dates(entry.folded))


# Of a document its own day is asked for, which stands behind its number.
_OF_DOCUMENT = Sought(
    r"\b(?:ban hanh|ky|phe duyet|thong qua|cong bo|van ban|giao|ra (?:ngay|hom|bua|khi|luc)|issued|signed|approved)\b"
)


def _tells_own_day(entry: StatementEntry) -> bool:
    """Whether it names a day that is no document's, or none but is to come; a register's row tells those of documents."""
    if " | " in entry.folded:
        return False
    days = list(find_dates(entry.folded))
    return _tells_day(entry) and (not days or any(is_own_day(entry, d) for d in days))


@once_each
def _tells_day(entry: StatementEntry) -> bool:
    is_planned = bool(INTENDED.search(entry.folded)) and any(True for _ in find_periods(entry.folded))
    return is_planned or any(True for _ in find_dates(entry.folded))


def _counts_several(entry: StatementEntry, unit: str) -> bool:
    """Whether several of its figures count such things."""
    first = unit.split()[0] if unit else ""
    return sum(first in fold(figure.written) for figure in entry.statement.figures) >= _SEVERAL


def _tells_run(entry: StatementEntry, query: Query) -> bool:
    """Whether it says that something changed or tells of several years; how many there were once is no run, nor what is to come."""
    if entry.statement.task is not None:
        return False
    # What one report tells of its own time is one end of a run over several.
    if len(query.periods) > 1:
        named = [query.folded[m.start : m.end].split("/")[0] for m in query.periods]
        return sum(name in entry.folded for name in named) > 1
    if OVER_REPORTS.search(query.folded):
        return len({f.period for f in entry.statement.figures}) > 1
    years = set(_YEAR.findall(entry.folded))
    return bool(_TELLS_CHANGE.search(entry.folded)) or len(years) > 1 or " | " in entry.folded


_YEAR = pattern_of(r"\b20\d\d\b")
_TELLS_CHANGE = pattern_of(r"\b(?:tang|giam|len|xuong|hon|kem|khong doi|giu nguyen)\b")


def _counts(query: Query) -> bool:
    """Whether quantities are asked for and no day."""
    return query.asks("count", "percent", "money") and not query.asks("window", "when")


def _how_far(library: Library, entry: StatementEntry, query: Query) -> StatementEntry | None:
    """The sentence behind one that only says what was decided, where it says how far the same matter is.

    "… ban hành Quyết định phê duyệt Đề án sắp xếp … . Việc sắp xếp đang được thực hiện, hoàn thành trước ngày 30/6."
    """
    if _UNDER_WAY.search(entry.folded) or " | " in entry.folded:
        return None  # a register's row says all that there is
    last = len(library.statements) - 1
    behind = (library.statements[n] for n in range(entry.number + 1, min(entry.number + _BEHIND, last) + 1))
    return next(
        (
            e
            for e in behind
            if e.report is entry.report
            and e.statement.heading == entry.statement.heading
            and e.statement.task is None
            and e.terms.words & (query.terms.topics - GENERIC)
            and _UNDER_WAY.search(e.folded)
        ),
        None,
    )


_BEHIND = 3  # sentences that still belong to the matter
_UNDER_WAY = pattern_of(
    r"\bdang (?:duoc )?(?:thuc hien|trien khai|tien hanh|xay dung|lam|hoan thien)\b|\bchua (?:hoan thanh|xong|trien khai|thuc hien|ban hanh|trinh)\b"
    r"|\b(?:da|co ban) hoan thanh\b|\bhoan thanh truoc\b"
)


def _most_telling(entries: list[StatementEntry], query: Query) -> StatementEntry:
    """Of equal sentences, one that tells a result or how far it is and not a plan; then the newest, then what is about just that."""
    done = [e for e in entries if e.statement.task is None] or entries
    newest = done[0].report.told_on
    return max(
        (e for e in done if e.report.told_on == newest),
        key=lambda e: (bool(PROGRESS.search(e.folded)), _begins_with_it(e, query), not e.statement.citations),
    )


def _begins_with_it(entry: StatementEntry, query: Query) -> bool:
    """Whether what the sentence begins with is named in the question: a list names many things, and is about none of them."""
    return " ".join(entry.folded.split()[:_FIRST_WORDS]) in query.folded


_FIRST_WORDS = 3


def _words(entry: StatementEntry, query: Query, wording: Wording) -> str:
    words = entry.statement.span.cut(entry.report.text)
    if query.asks("window"):
        window = next(w for _, _, w in find_windows(entry.folded))
        first, last = wording.day(window.first), wording.day(window.last)
        days_said = wording.say(f"Từ ngày {first} đến ngày {last}", f"From {first} to {last}")
        return f"{days_said} – {shorten(words, 300)}"
    if query.asks("when"):
        days = list(find_dates(entry.folded))
        if not days:
            return shorten(words)
        since = [d for d in days if SINCE.search(entry.folded[: d.start])] if ASKS_SINCE.search(query.folded) else []
        is_of_document = query.named_type or _OF_DOCUMENT.search(query.folded)
        own = [] if is_of_document else [d for d in days if is_own_day(entry, d)]
        return f"{wording.say('Ngày ', '')}{wording.day((since or own or days)[0].day)} – {shorten(words, 330)}"
    return shorten(words)
