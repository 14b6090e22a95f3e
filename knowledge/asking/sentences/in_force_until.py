"""Up to which day something applies: "mức thu 0 đồng áp dụng đến bao giờ", where a sentence says from when to when it is in force."""

from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.newest import told_last
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.grammar.concepts import Terms
from knowledge.grammar.dates import find_dates
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_ASKED = Sought(
    r"\b(?P<verb>ap dung|co hieu luc|hieu luc|thuc hien|duy tri)(?: keo dai)? (?:den|toi)(?: het)?"
    rf"(?P<held> (?:ngay \d|nam \d|thang \d|quy |cuoi nam \d|\d)[^?]*?)?(?: (?P<when>bao gio|khi nao|ngay nao|nam nao|thang nao|luc nao))?"
    rf"(?: (?P<verify>phai khong|dung khong|dung chua|phai chua|co dung khong|khong))?{polite_end()}"
)
_UNTIL = pattern_of(
    r"\b(?:ap dung|hieu luc|thuc hien|duy tri)\b(?: thi hanh| ke)?(?: tu)?(?: ngay)? ?(?P<since>\d[\d/.-]*\d)?,? ?(?:den|toi|-)(?: het)?(?: ngay)? ?$"
)
# What stands for the rule itself, or for doing what it is about.
_OF_ANY_RULE = frozenset({"chinh_sach", "quy_dinh", "muc", "viec", "che_do", "dong", "den", "het", "khi"})


def answer_until(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The last day on which it applies; None where no sentence has all that is said of it, or two days are told."""
    asked = _ASKED.search(query.folded)
    if asked is None or query.references or not (asked["when"] or (asked["held"] and asked["verify"])):
        return None
    said_of = {d: v for d, v in query.terms.dimensions.items() if d not in _OF_ANY_TIME}
    wanted = all_words(Terms(said_of, query.terms.words - _OF_ANY_RULE - library.tagger.tag(asked[0]).words))
    if len(wanted) < _FEWEST:
        return None
    told = [
        (entry, day)
        for entry in library.statements_covering(wanted, 1.0)
        if entry.is_sentence
        and entry.statement.task is None
        and is_of_bodies(entry, query.bodies)
        and (day := _last_day(entry)) is not None
    ]
    newest = told_last(told, lambda one: one[0].report)
    if len({day for _, day in newest}) != 1:
        return None
    entry, day = newest[0]
    held = resolve_all(query.periods, today) if asked["verify"] else []
    said = wording.say(f"Đến hết ngày {wording.day(day)}", f"Until {wording.day(day)}")
    if held or (asked["verify"] and query.dates):
        is_so = day in query.dates if query.dates else any(p.last == day for p in held)
        said = wording.say("Đúng" if is_so else "Không", "Yes" if is_so else "No") + f": {said[0].lower()}{said[1:]}"
    words = shorten(entry.statement.span.cut(entry.report.text), 300)
    topic = Topic(report_id=entry.report.id)
    return answered(f"{said} – {words}", (quote(entry.report, entry.statement.span),), topic=topic)


# What of such things no rule need say again: who takes what in, and which way it goes.
_OF_ANY_TIME = frozenset({"scope", "moment", "direction", "stage"})
_FEWEST = 2  # one word says too little of which rule is meant


def _last_day(entry: StatementEntry) -> date | None:
    """The one day up to which the sentence says that something applies."""
    last = {d.day for d in find_dates(entry.folded) if d.day and _UNTIL.search(entry.folded[: d.start])}
    return last.pop() if len(last) == 1 else None
