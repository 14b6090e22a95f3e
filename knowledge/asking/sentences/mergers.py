"""Since when one body is part of another, or whether it is yet: "xã Kỳ Hợp nhập vào xã Kỳ Thắng từ ngày nào"."""

from collections.abc import Sequence

from knowledge.answers import Answer, Topic
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.changes import Change, begins_name, changes, is_planned
from knowledge.asking.sentences.reorganising import bare_name, statements_on
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_VERB = r"(?:sap nhap|hop nhat|nhap)(?: chung| lai)?"
_ENDS = (
    r"(?:(?: tu| vao| ke tu| bat dau tu)? (?P<when>ngay nao|khi nao|bao gio|hom nao|bua nao|luc nao|thang may|thang nao|tu ngay nao)"
    r"|(?: da)?(?: (?:xong xuoi|xong|hoan thanh|hoan tat))? (?P<done>chua))\b"
)
_ASKED = (
    Sought(
        lambda: rf"\b{_VERB} (?P<before>{begins_name()}\b.+?) (?:vao|voi|ve) (?P<after>{begins_name()}\b.+?){_ENDS}",
    ),
    Sought(
        lambda: (
            rf"\b(?P<before>{begins_name()}\b.+?) (?:da |duoc |bi |se |chinh thuc )*{_VERB} (?:vao|voi|ve) (?P<after>[a-z].+?){_ENDS}"
        ),
    ),
)
# "Việc hợp nhất hoàn thành từ ngày 01/11/2019": what the sentence before speaks of.
_GOES_ON = pattern_of(r"^(?:den nay,? |hien nay,? )?viec (?:sap nhap|hop nhat|nhap|sap xep)\b")
# The day of a document that it rests on is not the day from which it is so.
_SINCE = pattern_of(r"(?:\b(?:tu|vao|trong) (?:ngay|thang)|^(?:ngay|thang)) \d")
_IS_DONE = pattern_of(r"\b(?:hoan thanh|da xong|chinh thuc|da thuc hien xong)\b")


def answer_merger(library: Library, query: Query, wording: Wording) -> Answer | None:
    """The newest sentence on this merger that tells its day, or how far it is; None where another thing is asked."""
    if query.references or query.claim is not None:
        return None
    match = next((m for pattern in _ASKED if (m := pattern.search(query.folded))), None)
    if match is None:
        return None
    before, after = bare_name(match["before"], query), normalise(match["after"])
    telling = [e for e in statements_on(library, before, query) if _told(e, before, after)]
    if match["when"]:
        dated = [d for e in telling for d in _behind(library, e) if _is_dated(d)]
        return _answer([one], wording) if (one := _newest(dated)) is not None else None
    told = _newest(telling)
    if told is None:
        return None
    done = next((e for e in _behind(library, told) if _is_done(e, before, after)), None)
    return _answer([done, told] if done else [told], wording, is_planned=done is None)


def _told(entry: StatementEntry, before: str, after: str) -> list[Change]:
    """What the sentence tells of just this merger."""
    return [c for c in changes(entry) if f" {before} " in f" {c.before} " and f" {after} " in f" {c.after} "]


def _newest(entries: Sequence[StatementEntry]) -> StatementEntry | None:
    """The one of the newest report that is no task of it; None where two reports of a day tell it, or none does."""
    last = told_last(entries, lambda e: e.report)
    plain = [e for e in last if e.statement.task is None] or last
    return plain[0] if len({e.report.id for e in plain}) == 1 else None


def _behind(library: Library, entry: StatementEntry) -> list[StatementEntry]:
    """The sentence, and the one behind it where that goes on from it."""
    following = entry.number + 1
    if following < len(library.statements):
        further = library.statements[following]
        if further.report is entry.report and _GOES_ON.match(further.folded):
            return [further, entry]
    return [entry]


def _is_dated(entry: StatementEntry) -> bool:
    is_intended = entry.statement.task is not None or any(is_planned(c) for c in changes(entry))
    return not is_intended and _SINCE.search(entry.folded) is not None


def _is_done(entry: StatementEntry, before: str, after: str) -> bool:
    if entry.statement.task is not None:
        return False
    told = _told(entry, before, after)
    return any(not is_planned(c) for c in told) if told else bool(_IS_DONE.search(entry.folded))


def _answer(telling: Sequence[StatementEntry], wording: Wording, *, is_planned: bool = False) -> Answer:
    """What the first of them says; each is quoted."""
    first = telling[0]
    planned = wording.say("Mới dự kiến: ", "Only planned: ") if is_planned else ""
    return answered(
        f"{planned}{shorten(first.statement.span.cut(first.report.text), 350)}",
        tuple(quote(e.report, e.statement.span) for e in telling),
        topic=Topic(report_id=first.report.id),
    )
