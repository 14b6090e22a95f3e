"""Which tasks of a plan are not done or go on into another year: "ba nhiệm vụ chuyển sang năm 2023 là những nhiệm vụ nào"."""

import re
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import BELOW_PROVINCE, is_of_bodies
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.words.framing import framing
from knowledge.facts import Period
from knowledge.grammar.function_words import TASK
from knowledge.grammar.numbers import SEVERAL_IN_WORDS
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_COUNTED = {"mot": 1, **SEVERAL_IN_WORDS}
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_COUNTED)})"
# What is not done of them, or done later.
_LEFT = (
    r"(?:(?:chua|khong)(?: (?:lam|kip|the|duoc|trien khai|thuc hien))*(?: (?:xong|hoan thanh|thuc hien|trien khai|dat|lam))"
    r"|(?:phai |duoc |se )?(?:chuyen|lui|gac) (?:sang|qua|tiep|den)|phai chuyen)"
)
# "Kể tên ba nhiệm vụ chưa xong", "3 nhiệm vụ chưa xong là gì": so many that are named somewhere.
_ASKED = Sought(
    rf"^(?=.*\b{TASK} (?:nao|gi|chi)\b|.*\b(?:ke ten|ke ra|liet ke|neu|neu ten) {_NUMBER} {TASK}\b|.*\b(?:\d{{1,2}}|{'|'.join(_COUNTED)}) {TASK}\b.*\bla (?:nhung )?gi\b)"
    rf".*\b{TASK}\b.*\b{_LEFT}\b"
)
_ASKED_SO_MANY = pattern_of(rf"\b{_NUMBER} {TASK}\b")
_INTO = pattern_of(r"\b(?:sang|qua|den) (?:nam )?(?P<year>(?:19|20)\d\d)\b")
# "Còn 03 việc chưa xong: …", "Hai nhiệm vụ phải chuyển qua năm 2023 là: …": so many of them, and then which.
_TELLS = pattern_of(
    rf"\b{_NUMBER}(?:/\d+)? {TASK}\b[^:;.()]{{0,60}}?\b{_LEFT}\b[^:;.()]{{0,40}}?(?::|\(|\bla\b|\bgom\b)"
)
_OTHER_QUESTIONS = ("count", "percent", "money", "when", "due", "compare", "trend", "responsible")
_IN_REGISTER = Sought(r"\b(?:danh muc|so theo doi|bang|phu luc)\b")
# More sentences than this would have to be read one by one: the question says too little.
_MOST_SENTENCES = 500


def asks_what_is_left(query: Query) -> bool:
    """Whether tasks that are left are to be named, and no register's rows tell them."""
    is_other = query.references or query.asks(*_OTHER_QUESTIONS) or _IN_REGISTER.search(query.folded)
    return not is_other and _ASKED.search(query.folded) is not None


def answer_left(library: Library, query: Query, today: date) -> Answer | None:
    """The newest sentence that counts and names what is left of such a plan; None where none does, or several do."""
    if not asks_what_is_left(query):
        return None
    found = [entry for entry in _telling(library) if _is_meant(entry, query, today)]
    newest = told_last(found, lambda e: e.report)
    if len(newest) != 1 or len({e.report.body for e in found}) > 1:
        return None
    (entry,) = newest
    words = shorten(entry.statement.span.cut(entry.report.text))
    return answered(words, (quote(entry.report, entry.statement.span),), topic=Topic(report_id=entry.report.id))


def _telling(library: Library) -> list[StatementEntry]:
    numbers: set[int] = set()
    for words in (
        ("chua", "xong"),
        ("chua", "hoan", "thanh"),
        ("chua", "thuc", "hien"),
        ("chuyen", "sang"),
        ("chuyen", "qua"),
    ):
        for noun in (("viec",), ("nhiem", "vu")):
            having = library.statements_with_words((*words, *noun))
            numbers.update(having.numbers.tolist() if len(having) <= _MOST_SENTENCES else ())
    return [e for e in map(library.statements.__getitem__, sorted(numbers)) if e.is_sentence and _told(e) is not None]


@once_each
def _told(entry: StatementEntry) -> int | None:
    """How many it says to be left and names; None where it names none."""
    told = _TELLS.search(entry.folded)
    return _count(told["number"]) if told else None


def _count(number: str) -> int:
    return int(number) if number.isdigit() else _COUNTED[number]


def _is_meant(entry: StatementEntry, query: Query, today: date) -> bool:
    """Whether it is of the number, time, body and plan that are named."""
    asked = _ASKED_SO_MANY.search(query.folded)
    into = _INTO.search(query.folded)
    if asked is not None and _count(asked["number"]) != _told(entry):
        return False
    if into is not None and not re.search(rf"(?<!\d){into['year']}(?!\d)", entry.folded):
        return False
    periods = [p for p in resolve_all(query.periods, today) if into is None or p.first.year != int(into["year"])]
    if periods and not any(_is_of(entry, period) for period in periods):
        return False
    if query.level == "province" and entry.report.body.level in BELOW_PROVINCE:
        return False
    near = entry.words | entry.context | entry.report.terms.words
    return _named(query) <= near and is_of_bodies(entry, query.bodies)


def _is_of(entry: StatementEntry, period: Period) -> bool:
    own = entry.report.facts.period
    return period in entry.report.periods or (own is not None and period.kind == "year" and own.last == period.last)


def _named(query: Query) -> frozenset[str]:
    """What the tasks are of: a word of their number, of work or of what is left of it is none."""
    return query.terms.words - framing("left_over") - frozenset(_COUNTED)
