"""Joining what reports cite: the same number, symbol, year and issuer is one document, and so are a planned
document and its later issue.

Nothing is guessed: a year, a province or an issuer that is not said fits only where just one document does.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from knowledge.facts import Role
from knowledge.grammar.document_keys import CENTRE
from knowledge.grammar.document_types import carrying_types
from knowledge.grammar.folding import key
from knowledge.store.candidates import Candidates
from knowledge.store.lives import refresh
from knowledge.store.mentions import Mention, load_mentions
from knowledge.store.tables import DocumentEventRow, DocumentRow, ReportRow


def join_documents(session: Session, report: ReportRow) -> None:
    """Make each document that the report cites, or find it, and add what is said of it."""
    mentions = load_mentions(session, report)
    candidates = Candidates(session, mentions)
    documents = [_find(candidates, mention) or candidates.add(mention) for mention in mentions]
    session.flush()
    events = [_event(report, mention, document) for mention, document in zip(mentions, documents, strict=True)]
    if events:
        session.connection().execute(insert(DocumentEventRow), events)
    refresh(session, {event["document_id"] for event in events})


def _event(report: ReportRow, mention: Mention, document: DocumentRow) -> dict[str, Any]:
    return {
        "report_id": report.id,
        "statement": mention.statement,
        "position": mention.position,
        "document_id": document.id,
        "key": mention.key,
        "role": mention.role,
        "day": mention.day,
    }


def _find(candidates: Candidates, mention: Mention) -> DocumentRow | None:
    if mention.number_key is None:
        return _of_same_subject(candidates, mention)
    fitting = [d for d in candidates.numbered(mention.number_key) if _fits(d, mention)]
    certain = [d for d in fitting if (d.year, d.scope) == (mention.year, mention.scope)]
    if certain or len(fitting) == 1:
        return (certain or fitting)[0]
    return _planned_before(candidates, mention)


def _planned_before(candidates: Candidates, mention: Mention) -> DocumentRow | None:
    """The planned document that is now known by this number."""
    if not mention.subject or mention.role == Role.BASIS:
        return None
    for document in _alike(candidates.planned(mention.subject), mention):
        if mention.issued_on is None or document.day is None or mention.issued_on >= document.day:
            candidates.give_number(document, mention)
            return document
    return None


def _of_same_subject(candidates: Candidates, mention: Mention) -> DocumentRow | None:
    """The document that is planned already, or was issued after this report was written."""
    assert mention.subject is not None  # noqa: S101 (or it has a number)
    for document in _alike(candidates.planned(mention.subject), mention):
        return document
    for document in _alike(candidates.issued(mention.subject), mention):
        if document.issued_on is None or mention.said_on is None or document.issued_on >= mention.said_on:
            return document
    return None


def _alike(documents: Iterator[DocumentRow], mention: Mention) -> Iterator[DocumentRow]:
    return (d for d in documents if _may_be_one(key(d.type), key(mention.type)) and _fits(d, mention))


# What is planned as a "Quy chế", "Kế hoạch" or "Đề án" is issued by one of these (Nghị định 30/2020/NĐ-CP,
# Phụ lục III: "Quyết định ban hành, phê duyệt …").
_ISSUING = frozenset({"quyet dinh", "nghi quyet"})


@cache
def _carrying() -> frozenset[str]:
    """The types that only carry or ask for another document, which is not issued as that."""
    return frozenset(map(key, carrying_types()))


def _may_be_one(a: str, b: str) -> bool:
    """Whether two types can be those of one document, as it was planned and as it was issued."""
    return _agree(a, b) or (bool({a, b} & _ISSUING) and not {a, b} & _carrying())


def _fits(document: DocumentRow, mention: Mention) -> bool:
    """Scope, year and issuer do not speak against it."""
    if not _agree(document.scope, mention.scope) or not _agree(document.year, mention.year):
        return False
    if CENTRE in (document.scope, mention.scope):
        return document.scope == mention.scope
    if document.issuer and mention.issuer:
        return is_same_issuer(document.issuer, mention.issuer)
    if not document.home or not mention.home:
        # A register bears no organisation's name; what it lists is of its province.
        return document.scope == mention.scope
    return is_same_issuer(document.home, mention.home)


def is_same_issuer(a: str, b: str) -> bool:
    """Whether both name one issuer: "UBND tỉnh" is short for "Ủy ban nhân dân tỉnh Hưng Hòa"."""
    one, other = (key(name).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd") for name in (a, b))
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def _agree(a: object, b: object) -> bool:
    return not a or not b or a == b
