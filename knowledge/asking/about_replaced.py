"""The documents that reports tell to be replaced or abolished: "văn bản nào hết hiệu lực"."""

from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents import state_of
from knowledge.asking.documents import Document, Mention, is_told_by
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, not_found, quote, shorten
from knowledge.asking.reports.which_reports import subject_beyond
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.words.framing import framing
from knowledge.facts import Citation, Period, Role
from knowledge.grammar.sought import Sought

_GONE = Sought(
    r"\bnao\b.*\b(?:het hieu luc|khong con hieu luc|bi (?:thay the|thay|bai bo|huy bo)|da (?:thay the|bai bo|huy bo))\b"
    r"|\bwhich\b.*\b(?:replaced|repealed|abolished|no longer in force)\b"
)
_MOST_LINES = 25


def answer_replaced(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """All of them, of a type, a body or a time where one is said; None where something else is asked.

    None as well where a register writes that state: its rows tell it.
    """
    if query.references or not _GONE.search(query.folded) or state_of(library, query) is not None:
        return None
    if {w for w in subject_beyond(query) if not w.startswith("#")} - framing("replaced"):
        return None
    times = resolve_all(query.periods, today)
    rows = [
        (document, mention)
        for document in library.all_documents().that_are(Is.REPLACED)
        if (mention := _replacing(document, query, times)) is not None
    ]
    if not rows:
        return not_found(
            wording.say(
                "Các báo cáo không nêu văn bản nào như vậy đã hết hiệu lực.",
                "The reports tell of no such document that was replaced or abolished.",
            )
        )
    lines = tuple(f"{i}. {_line(d, m, wording)}" for i, (d, m) in enumerate(rows[:_MOST_LINES], 1))
    quotes = tuple(quote(library.reports[m.report], m.statement.span) for _, m in rows[:_MOST_LINES])
    direct = wording.say(
        f"{wording.counted(len(rows), 'văn bản', 'document')} đã bị thay thế hoặc bãi bỏ theo các báo cáo",
        f"{wording.count(len(rows), 'document')} replaced or abolished, as the reports tell",
    )
    return answered(direct, quotes, lines=lines, of=len(rows))


def _replacing(document: Document, query: Query, times: list[Period]) -> Mention | None:
    """The mention that tells of its end, in a report of the body and time that are asked for; None where there is none."""
    if query.named_type not in {None, "Báo cáo"} and query.named_type not in document.types:
        return None
    ended = (m for m in document.mentions if m.citation.role is Role.REPLACED)
    return next((m for m in ended if is_told_by(m, query.bodies) and (not times or _is_within(m, times))), None)


def _is_within(mention: Mention, times: list[Period]) -> bool:
    """Whether it came to its end in one of the times: on the day of what replaced it, else as its report was told."""
    by = _by(mention)
    day = by.issued_on if by is not None and by.issued_on else mention.told_on
    return any(time.first <= day <= time.last for time in times)


def _by(mention: Mention) -> Citation | None:
    others = (c for c in mention.statement.citations if c.number and c.written != mention.citation.written)
    return next((c for c in others if c.role is not Role.REPLACED), None)


def _line(document: Document, mention: Mention, wording: Wording) -> str:
    by = _by(mention)
    after = f"{by.type} {by.written}" if by is not None else ""
    replaced = wording.say(f" – bởi {after}", f" – by {after}") if after else ""
    about = f": {document.subject}" if document.subject else ""
    return shorten(f"{document.name}{about}{replaced}", 240)
