"""The document that stands beside another: the resolution by which a plan was passed."""

from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.answering import answer_documents
from knowledge.asking.about_documents.asked import topic
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote
from knowledge.facts import Citation, Role


def answer_beside(library: Library, document: Document, query: Query, today: date, wording: Wording) -> Answer | None:
    """ "Nghị quyết số mấy?" after a plan was spoken of: the one of that type that a sentence on the plan issues.

    The document's own number where it is of that type itself; None where no sentence tells of one, or of more.
    """
    if document.is_numbered and document.name.startswith(query.named_type or ""):
        return answer_documents(library, [document], query, today, wording)
    found: dict[tuple[str, str | None], tuple[Citation, Mention]] = {}
    for mention in reversed(document.mentions):
        for citation in mention.statement.citations:
            if citation.type == query.named_type and citation.number and citation.role is not Role.BASIS:
                found.setdefault((citation.number, citation.symbol), (citation, mention))
    if len(found) != 1:
        return None
    ((citation, mention),) = found.values()
    day = (
        wording.say(f" ngày {wording.day(citation.issued_on)}", f" of {wording.day(citation.issued_on)}")
        if citation.issued_on
        else ""
    )
    report = library.reports[mention.report]
    return answered(
        f"{citation.type} {citation.written}{day} – {document.name}",
        (quote(report, mention.statement.span),),
        topic=topic(document),
    )
