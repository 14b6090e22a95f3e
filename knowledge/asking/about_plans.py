"""The documents that reports announce and that no report shows issued."""

from datetime import date

from knowledge.answers import Answer
from knowledge.asking.documents import Document, Mention, is_told_by
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, not_found, quote, shorten
from knowledge.asking.reports.which_reports import subject_beyond
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.words.framing import framing
from knowledge.facts import TO_COME, Period, Role
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_TO_COME = pattern_of(
    r"\b(?:du kien|sap(?: duoc| duoc ban hanh| ban hanh)|chua(?: duoc)? ban hanh|dang (?:xay dung|du thao|lay y kien)"
    r"|planned|not (?:yet )?issued|upcoming)\b"
)
_UNDER_OPINION = Sought(r"\b(?:lay y kien|du thao)\b")
_MOST_LINES = 25


def answer_planned_documents(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """All of them, of a type, a body or a time where one is said; None where something else is asked."""
    if query.references or not query.asks("list", "number") or not _TO_COME.search(query.folded):
        return None
    if {w for w in subject_beyond(query) if not w.startswith("#")} - framing("announced"):
        return None
    times = [p for m in query.periods if (p := m.resolve(today))]
    rows = [
        (d, m)
        for d in library.all_documents().that_are(Is.ANNOUNCED)
        if (m := _announced(d)) and _fits(d, m, query, times)
    ]
    if not rows:
        return not_found(
            wording.say("Không có văn bản nào như vậy trong các báo cáo.", "No such document in the reports.")
        )
    rows.sort(key=lambda row: (row[1].citation.expected.last if row[1].citation.expected else date.max, row[0].name))
    lines = tuple(f"{i}. {_line(d, m, wording)}" for i, (d, m) in enumerate(rows[:_MOST_LINES], 1))
    direct = wording.say(
        f"{wording.counted(len(rows), 'văn bản', 'document')} chưa thấy ban hành trong các báo cáo",
        f"{wording.count(len(rows), 'document')} that no report shows issued",
    )
    quotes = tuple(quote(library.reports[m.report], m.statement.span) for _, m in rows)
    return answered(direct, quotes, lines=lines, of=len(rows))


def _announced(document: Document) -> Mention | None:
    """The newest mention of a document to come; None where it bears a number or a register keeps its state."""
    if document.is_numbered or any(m.citation.status for m in document.mentions):
        return None
    newest = max(document.mentions, key=lambda m: m.told_on)
    return newest if newest.citation.role in TO_COME or newest.citation.expected else None


def _fits(document: Document, mention: Mention, query: Query, times: list[Period]) -> bool:
    if query.named_type not in {None, "Báo cáo"} and query.named_type not in document.types:
        return False
    expected = mention.citation.expected
    if times and not any(expected and t.first <= expected.last <= t.last for t in times):
        return False
    if _UNDER_OPINION.search(query.folded) and mention.citation.role is not Role.DRAFTED:
        return False  # announced or handed in, and nobody is asked for an opinion any more
    return is_told_by(mention, query.bodies)


def _line(document: Document, mention: Mention, wording: Wording) -> str:
    expected = mention.citation.expected
    when = f" – {wording.say('dự kiến', 'expected')} {wording.period(expected)}" if expected else ""
    return shorten(f"{document.name}{when}", 240)
