"""Which ones were opened or set up: "quý III mở thêm những chi nhánh nào", "từ 01/3 Trung tâm lập thêm bộ phận nào"."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.sentences.changes import PLANNED
from knowledge.facts import Period
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import UPPER
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought


def _verbs() -> str:
    return listed("apparatus", "set_up", "verbs")


_SO_MANY = r"(?:nhung|cac|may|hai|ba|bon|nam|\d+)"
_ASKED = Sought(
    lambda: (
        rf"\b(?:da |moi |vua |co )*(?:{_verbs()})(?: them| moi| duoc)*(?: {_SO_MANY})?(?: cai)?"
        rf" (?P<noun>{listed('apparatus', 'set_up', 'words')})(?: moi| nua)?(?: nao| gi)\b"
    )
)
# "Sẽ mở những chi nhánh nào": what is only to come is a task.
_TO_COME = Sought(r"\b(?:se|sap|du kien|dinh|phai|can|chua)\b")


def answer_set_up(library: Library, query: Query, today: date) -> Answer | None:
    """The sentences of one report that name what was set up; None where none does, or several reports do."""
    asked = _ASKED.search(query.folded)
    if asked is None or query.references or query.asks("count", "when", "money", "percent", "due", "reason"):
        return None
    if _TO_COME.search(query.folded):
        return None
    periods, noun = resolve_all(query.periods, today), asked["noun"]
    bodies = tuple(b for b in query.bodies if not asked.start() <= b.start < asked.end())
    further = _further_words(query, asked)
    telling = [
        entry
        for entry in library.statements_with_words(noun.split())[:_MOST]
        if _names_set_up(entry, noun)
        and is_of_bodies(entry, bodies)
        and _is_of_time(entry, periods, query.dates)
        and further <= set(re.findall(r"\w+", entry.folded))
    ]
    exact = [e for e in telling if e.report.facts.period in periods] or telling
    if not exact or len(exact) > _FEW or len({e.report.id for e in exact}) != 1:
        return None
    words = " ".join(e.statement.span.cut(e.report.text) for e in exact)
    quotes = tuple(quote(e.report, e.statement.span) for e in exact)
    return answered(shorten(words, 380), quotes, topic=Topic(report_id=exact[0].report.id))


_MOST = 1_000  # more sentences are not read one by one
_FEW = 3


def _further_words(query: Query, asked: re.Match[str]) -> frozenset[str]:
    """What the question says besides the time, the bodies and what was set up."""
    words = list(query.folded)
    said = [asked.span(), *((m.start, m.end) for m in query.periods), *((b.start, b.end) for b in query.bodies)]
    for start, end in (*said, *((d.start, d.end) for d in find_dates(query.folded))):
        words[start:end] = " " * (end - start)
    return frozenset(re.findall(r"[a-z]{2,}", "".join(words))) - _SAYING_NOTHING


_SAYING_NOTHING = frozenset(
    {"trong", "vao", "tu", "ngay", "thang", "quy", "nam", "cua", "da", "duoc", "co", "tinh", "thanh", "pho", "va", "ke"}
    | {
        "the",
        "vay",
        "thi",
        "nhi",
        "ho",
        "cho",
        "hoi",
        "biet",
        "em",
        "anh",
        "chi",
        "toi",
        "den",
        "nay",
        "o",
        "tai",
        "la",
    }
)


def _names_set_up(entry: StatementEntry, noun: str) -> bool:
    """Whether it says that some of them were set up, and calls them by a name."""
    return entry.is_sentence and entry.statement.task is None and any(_told(entry, noun))


def _told(entry: StatementEntry, noun: str) -> Iterator[str]:
    words = entry.statement.span.cut(entry.report.text)
    if len(words) != len(entry.folded):
        return
    set_up = rf"\b(?:{_verbs()})(?: them| moi| duoc)*(?: \d+)? {noun}\b"
    of_itself = rf"\b{noun}\b[^,;.:]{{3,60}} (?:duoc |da |chinh thuc )*(?:{_verbs()})(?: tu)? ngay\b"
    for said in re.finditer(rf"{set_up}|{of_itself}", entry.folded):
        before = entry.folded[max(0, said.start() - _BEFORE) : said.start()]
        if PLANNED.search(before) or _NOT_DONE.search(before):
            continue
        behind = words[said.start() + said[0].index(noun) + len(noun) :]
        if _NAME.match(behind):
            yield behind


_BEFORE = 40
_NOT_DONE = pattern_of(r"\b(?:chua|khong|se|sap|du kien|ke hoach|de nghi|de xuat|tham muu|chuan bi)\b")
# "Chi nhánh Hòn Ngang", "chi nhánh thứ ba tại Hòn Ngang", "02 chi nhánh: Hòn Ngang (…)", "bộ phận “Tư vấn lưu động”".
_NAME = re.compile(rf"(?: mới)?(?: thứ \w+)?(?: (?:tại|ở|là|gồm|đặt tại))?:?\s[“\"(]?[{UPPER}]")


def _is_of_time(entry: StatementEntry, periods: list[Period], days: tuple[date, ...]) -> bool:
    told = {d.day for d in find_dates(entry.folded) if d.day is not None}
    if not set(days) <= told:
        return False
    own = entry.report.facts.period
    return not periods or any(
        own is not None
        and p.first <= own.first
        and own.last <= p.last
        and (not told or any(p.first <= day <= p.last for day in told))
        for p in periods
    )
