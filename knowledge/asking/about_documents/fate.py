"""Whether a document was replaced or amended, and by what; and what it replaces itself."""

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import (
    Asked,
    answer_missing,
    quote_of,
    topic,
)
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, quote
from knowledge.facts import Role
from knowledge.grammar.sought import Sought

_REPLACING = Sought(r"\b(?:thay|thay the|bai bo|het hieu luc|con hieu luc|replaced?|repealed)\b")
# "Nó thay cho thông báo nào": what the document itself replaces.
_REPLACES = Sought(
    r"\bthay(?: the)?(?: cho)? (?:van ban|quyet dinh|thong bao|ke hoach|quy che|quy dinh|cai) (?:nao|gi)\b"
)
_AMENDING = Sought(r"\b(?:sua doi|sua|dieu chinh|bo sung|amended)\b")


def answer_fate(asked: Asked, query: Query) -> Answer | None:
    """Whether the document was replaced or amended, and by which; or what it replaces itself."""
    if _REPLACES.search(query.folded):
        return _answer_replaces(asked)
    wanted = (
        {Role.REPLACED}
        if _REPLACING.search(query.folded)
        else {Role.AMENDED}
        if _AMENDING.search(query.folded)
        else set()
    )
    changed = next((m for m in asked.mentions if m.citation.role in wanted), None)
    if changed is None:
        return answer_missing(asked, _by_what(asked)) if _BY_WHAT.search(query.folded) else None
    by = next((c for c in changed.statement.citations if c.number and c.written != changed.citation.written), None)
    say = asked.wording.say
    verb = (
        say("bị thay thế", "replaced")
        if changed.citation.role is Role.REPLACED
        else say("được sửa đổi, bổ sung", "amended")
    )
    day = say(" ngày ", " of ") + asked.wording.day(by.issued_on) if by and by.issued_on else ""
    agent = say(f" bởi {by.type} {by.written}{day}", f" by {by.type} {by.written}{day}") if by else ""
    return answered(
        say(f"Đã {verb}{agent}: {asked.document.name}", f"{asked.document.name} was {verb}{agent}"),
        (quote_of(asked, changed),),
        topic=topic(asked.document),
    )


# "Văn bản nào thay thế 312": without a word of it there is no such document to name.
_BY_WHAT = Sought(r"\bnao (?:da )?(?:thay the|thay|sua doi|bai bo)\b|\b(?:boi|bang) (?:van ban|quyet dinh) nao\b")


def _by_what(asked: Asked) -> str:
    return asked.wording.say("văn bản thay thế, sửa đổi", "what replaced or amended it")


def _answer_replaces(asked: Asked) -> Answer | None:
    """The documents that this one replaces: named beside it, or by its own text ("Thông báo này thay thế …")."""
    own = asked.library.filed.written(asked.document.written)
    statements = [(asked.library.reports[m.report], m.statement) for m in asked.mentions]
    statements += [(report, s) for report in own for s in report.statements]
    for report, statement in statements:
        replaced = [c for c in statement.citations if c.role is Role.REPLACED and c.written != asked.document.written]
        if replaced:
            names = ", ".join(f"{c.type} {c.written}" for c in replaced)
            direct = asked.wording.say(f"Thay thế {names}", f"It replaces {names}")
            return answered(
                f"{direct}: {asked.document.name}", (quote(report, statement.span),), topic=topic(asked.document)
            )
    return None
