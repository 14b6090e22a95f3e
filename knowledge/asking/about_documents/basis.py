"""What a document rests on: "Quyết định 118 căn cứ vào đâu"."""

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import Asked, answer_missing, quote_of, topic
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered
from knowledge.facts import Citation, Role
from knowledge.grammar.sought import Sought

_ASKS_BASIS = Sought(
    r"\b(?:can cu|dua|theo|co so)(?: phap ly)?(?: vao| tren| la| cua no)*(?: van ban| quy dinh| co so| can cu)? (?:nao|dau|gi|cai gi)\b"
)


def answer_basis(asked: Asked, query: Query) -> Answer | None:
    """The documents that its sentence names as its basis; None where that is not asked for."""
    if not _ASKS_BASIS.search(query.folded):
        return None
    for mention in asked.mentions:
        own = mention.citation
        if own.role is not Role.ISSUED:
            continue
        rests_on = [
            c
            for c in mention.statement.citations
            if c.role is Role.BASIS and c.written and c.written != own.written and c.span.start < own.span.start
        ]
        if rests_on:
            names = ", ".join(_name(asked, c) for c in rests_on)
            direct = asked.wording.say(f"Căn cứ {names}", f"It rests on {names}")
            return answered(
                f"{direct}: {asked.document.name}", (quote_of(asked, mention),), topic=topic(asked.document)
            )
    return answer_missing(asked, asked.wording.say("căn cứ ban hành", "what it rests on"))


def _name(asked: Asked, citation: Citation) -> str:
    day = citation.issued_on and asked.wording.day(citation.issued_on)
    return f"{citation.type} {citation.written}{asked.wording.say(f' ngày {day}', f' of {day}') if day else ''}"
