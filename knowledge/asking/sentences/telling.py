"""Answers that are a sentence of a report: a day, a state or a fact that no figure or document holds."""

import re
from dataclasses import replace
from functools import cache

from knowledge.answers import Answer, Topic
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.cues import ENDS_ASKING
from knowledge.asking.reading.plan_years import plan_years
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import (
    ASKS_DONE,
    ASKS_SINCE,
    INTENDED,
    PROGRESS,
    SINCE,
    is_own_day,
    tells_whether_done,
)
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.actors import is_their_act
from knowledge.asking.sentences.called import asks_of_issue, is_called_otherwise, is_of_other_type
from knowledge.asking.sentences.days_told import days_where_asked, part_of_day, say_day
from knowledge.asking.sentences.matching_statements import (
    SENTENCE_SHARE,
    has_numbers,
    rank_statements,
    row_begins_with,
    said_numbers,
)
from knowledge.asking.sentences.sentence_kinds import (
    SEVERAL,
    asks_for_sentence,
    asks_of_document,
    asks_quantity,
    asks_whether_met,
    of_kind,
    tells_whether_met,
    words_of,
)
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import index_names
from knowledge.facts import Role
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought
from knowledge.grammar.windows import find_windows

# The share of the asked words that one sentence must hold to be told (docs/accuracy.md has the curve).
_THRESHOLD = SENTENCE_SHARE


Ranked = list[tuple[float, StatementEntry]]


_COMPARES = pattern_of(r"\b(?:so voi|so cung|cung ky|tang|giam|bang|hon|gap|khong doi|khong thay doi)\b")


def answer_statement(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """The sentence that holds what is asked, in its own words."""
    said = len(query.terms.words) + len(query.terms.dimensions.keys() - {"direction", "moment"})
    # "Giãn cách xã hội từ hôm nào đến hôm nào": one thing that lasted so long is enough.
    lasts = query.asks("window") and bool(query.terms.topics - GENERIC)
    is_whether_met = bool(said) and asks_whether_met(query)
    if (said < 2 and query.counts < 2 and not (lasts or is_whether_met)) or not asks_for_sentence(query):
        return None
    if (year := _year_of_index(query)) is not None:
        wanted = replace(wanted, period=None)
    ranked = rank_statements(library, wanted, _THRESHOLD, figures=SEVERAL if asks_quantity(query) else 0)
    if year is not None:
        # "Tăng 06 bậc so với năm 2017" tells of another year's index, "năm 2023 (công bố ngày 17/4/2024)" too.
        of_year = re.compile(rf"(?<!so voi nam )(?<!so voi )(?<![/.-])\b{year}\b")
        ranked = [(s, e) for s, e in ranked if of_year.search(e.folded)]
    fitting = _of_very_thing(library, _of_kind_asked([(s, e) for s, e in ranked if s >= _THRESHOLD], query), query)
    if not fitting:
        return None
    best = fitting[0][0]
    entry = _most_telling([e for s, e in fitting if s >= best - 0.05], query)
    if query.asks("status") and (further := _how_far(library, entry, query)) is not None:
        entry = further
    if ASKS_DONE.search(query.folded) and not tells_whether_done(entry):
        return None  # what it is all about, and not whether it is done
    if (told := _words(entry, query, wording)) is None:
        return None
    return answered(
        told,
        (quote(entry.report, entry.statement.span),),
        topic=Topic(report_id=entry.report.id),
    )


def _year_of_index(query: Query) -> int | None:
    """The year of the index whose day is asked for: "công bố PAR INDEX năm 2019 ngày nào" is told in a later year."""
    is_day_of_index = query.asks("when") and bool(query.terms.words & index_names())
    return query.periods[0].year if is_day_of_index and len(query.periods) == 1 else None


def _of_kind_asked(ranked: Ranked, query: Query) -> Ranked:
    """Those that claim something by themselves, and something of the kind that is asked for."""
    holds_kind, denies = of_kind(query), bool(_DENIES.search(query.folded))
    # Whether something is so is not told by its being planned, unless that is asked.
    is_whether = bool(ENDS_ASKING.search(query.folded)) and not _OF_PLAN.search(query.folded)
    return [
        (s, e)
        for s, e in ranked
        if _is_told(e)
        and (not denies or _DENIAL.search(e.folded))
        and holds_kind(e)
        and is_their_act(e, query)
        and not (query.asks("status") and _is_to_do(e))
        and not (is_whether and (e.statement.task is not None or _is_only_planned(e)))
    ]


def _of_very_thing(library: Library, fitting: Ranked, query: Query) -> Ranked:
    """Those that speak of the very thing that is asked for, at the time that is meant."""
    if query.claim is None and (numbers := [n for n in said_numbers(query) if len(n) >= _LENGTH_OF_NAME]):
        # "Tổng đài 1022": another number is another one's.
        fitting = [(s, e) for s, e in fitting if has_numbers(e, numbers)]
    if (whole := _ALL_OF.search(query.folded)) is not None:
        # "Kiểm tra đủ 13 xã chưa": what does not say of how many tells nothing of it.
        fitting = [(s, e) for s, e in fitting if has_numbers(e, (whole["many"].lstrip("0"),))]
    if query.asks("status"):
        fitting = _of_its_state(library, fitting, query)
    fitting = [(s, e) for s, e in fitting if not _is_other_row(library, e, query)]
    if query.named_type and (stage := plan_years(query)):
        # Of the plan of five years nothing is told by that of one of them.
        fitting = [(s, e) for s, e in fitting if all(year in e.folded for year in stage)]
    if query.named_type in _WHOLE_TYPES:
        # "Bộ chỉ số cải cách hành chính": a ministry that "công bố Chỉ số" tells of none.
        called = (query.named_type or "").lower()
        fitting = [(s, e) for s, e in fitting if called in f"{words_of(e)} {e.statement.heading}".lower()]
    if any(m.is_same_period for m in query.periods):
        # "So cùng kỳ thế nào" is not told by what it was now alone.
        fitting = [(s, e) for s, e in fitting if _COMPARES.search(e.folded)]
    if query.dates and ENDS_ASKING.search(query.folded):
        # Whether it came by that day is not told by what was planned for it.
        fitting = [(s, e) for s, e in fitting if not INTENDED.search(e.folded)]
    if asks_whether_met(query):
        fitting = [(s, e) for s, e in fitting if tells_whether_met(e)]
    if query.asks_before_and_after:
        # "Từ mấy phòng xuống mấy": how many there are now is half of it.
        fitting = [(s, e) for s, e in fitting if _tells_both(e)]
    if query.asks("trend", "compare"):
        # What became of all dossiers is not told by what became of those handed in online.
        fitting = [(s, e) for s, e in fitting if not _restricts(e, query)]
    fitting = _on_the_day_of_it(fitting, query)
    if (had := _has_come().search(query.folded)) is not None:
        # "Đã có ý kiến chưa": that it was sent says nothing of what came of it.
        fitting = [(s, further) for s, e in fitting if (further := _saying(library, e, had["what"])) is not None]
    return fitting


def _on_the_day_of_it(fitting: Ranked, query: Query) -> Ranked:
    """ "Mở từ ngày nào": those that tell the day on which just that was done, where there are such, and not since when it is so on Saturdays."""
    asked = _ACT_ON_DAY.search(query.folded) if query.asks("when") else None
    if asked is None:
        return fitting
    on_day = re.compile(rf"\b{asked['act']}\b(?: (?!va\b)[a-z]+){{0,3}} (?:ke )?(?:tu |vao )?(?:ngay )?\d{{1,2}}/\d")
    return [(s, e) for s, e in fitting if on_day.search(e.folded)] or fitting


_ACT_ON_DAY = Sought(
    r"\b(?P<act>mo|mo cua|khai truong|khoi cong|thanh lap|van hanh|hoat dong|thi diem|nghiem thu) (?:tu |vao |ke tu )?(?:ngay nao|hom nao|khi nao|bao gio|luc nao)\b"
)


def _is_other_row(library: Library, entry: StatementEntry, query: Query) -> bool:
    """Whether it is a register's row of a document that is called otherwise, or is of another type."""
    rows = [c for c in entry.statement.citations if c.role is Role.LISTED] if asks_of_issue(query) else []
    return bool(rows) and all(
        is_called_otherwise(library, c.subject or "", query)
        or (query.named_type and c.type and is_of_other_type(frozenset({c.type}), c.subject or "", query.named_type))
        for c in rows
    )


def _of_its_state(library: Library, fitting: Ranked, query: Query) -> Ranked:
    """Those that tell how far the one thing is: tasks only where they are newer, rows only where they are its own."""
    if told := [e for _, e in fitting if e.statement.task is None]:
        # A task says only that it is still to be done; what its report tells of the same says how far it is.
        newest = max(e.report.told_on for e in told)
        fitting = [(s, e) for s, e in fitting if e.statement.task is None or e.report.told_on > newest]
    bodies = {word for body in query.bodies for word in body.organisation.body.split()}
    named = query.terms.words | query.naming.words | bodies
    return [(s, e) for s, e in fitting if " | " not in e.folded or row_begins_with(library, e, named)]


@cache
def _has_come() -> re.Pattern[str]:
    """ "Đã nhận được phản hồi gì chưa": what came of the matter, in the two words that name it."""
    came = listed("happenings", "come")
    return re.compile(rf"\b(?:{came}) (?P<what>(?!the\b)[a-z]+ [a-z]+)(?: gi| nao)? chua{polite_end()}")


def _saying(library: Library, entry: StatementEntry, what: str) -> StatementEntry | None:
    """The sentence itself or the next one of the same place that has the words."""
    following = library.statements[entry.number + 1] if entry.number + 1 < len(library.statements) else entry
    is_behind = following.report is entry.report and following.statement.heading == entry.statement.heading
    return next((e for e in (entry, *([following] if is_behind else [])) if what in e.folded), None)


_OF_PLAN = Sought(r"\b(?:du kien|ke hoach|nhiem vu|giao|phan dau|muc tieu|chi tieu|dat ra|de ra|se)\b")
# Types whose names are also other words', one by one.
_WHOLE_TYPES = frozenset({"Bộ chỉ số", "Bộ tiêu chí", "Quy trình", "Quy chế", "Quy định", "Chương trình", "Danh mục"})
_LENGTH_OF_NAME = 3  # digits of a number that names rather than counts
_ALL_OF = pattern_of(r"\b(?:du|ca|het|xong) (?:ca )?(?P<many>\d{1,3})\b(?! (?:quy|thang|nam|cap|bac|hang|diem|ngay)\b)")
# "Nơi nào chưa kiểm tra": a "chưa" or "không" that does not end the question denies.
_DENIES = pattern_of(rf"\b{NOT}\b(?=(?: \w+){{2}})")
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


def _words(entry: StatementEntry, query: Query, wording: Wording) -> str | None:
    """What the sentence says of what is asked; None where no day that it names is of that."""
    words = entry.statement.span.cut(entry.report.text)
    if query.asks("window"):
        window = next(w for _, _, w in find_windows(entry.folded))
        first, last = wording.day(window.first), wording.day(window.last)
        days_said = wording.say(f"Từ ngày {first} đến ngày {last}", f"From {first} to {last}")
        return f"{days_said} – {shorten(words, 300)}"
    if query.asks("when"):
        if not any(find_dates(entry.folded)):
            return shorten(words)
        if not (days := days_where_asked(entry, query)):
            return None
        since = [d for d in days if SINCE.search(entry.folded[: d.start])] if ASKS_SINCE.search(query.folded) else []
        own = [] if asks_of_document(query) else [d for d in days if is_own_day(entry, d)]
        told = (since or own or days)[0]
        if not asks_of_document(query):
            words = part_of_day(words, entry, told)
        return f"{wording.say('Ngày ', '')}{say_day(entry.statement.span.cut(entry.report.text), entry, told, wording)} – {shorten(words, 330)}"
    return shorten(words)
