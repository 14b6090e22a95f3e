"""Rows of work that name the document that assigned them: a number that several rows share is none of the rows' own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.facts import Citation, Role, Statement
from knowledge.grammar.document_types import WORK
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.symbols import fold_symbol
from knowledge.importing.registers import leading_type

# "Văn bản về việc …" and "làm việc" name no list of work.
_OF_WORK = pattern_of(r"\b(?:nhiem vu|cong viec|(?<!ve )(?<!lam )viec|phan cong)\b")
_Number = tuple[str | None, ...]


def with_rows_of_work(statements: Iterable[Statement], title: str) -> Iterator[Statement]:
    """The statements, each row whose number stands beside other work too as work of its own, which that document only assigns.

    Only in a list of work, by its title: a register of documents may repeat a number by mistake.
    """
    read = list(statements)
    if not _OF_WORK.search(fold(title)):
        yield from read
        return
    subjects: dict[_Number, set[str]] = defaultdict(set)
    for citation in (c for statement in read for c in statement.citations):
        if (number := _listed_number(citation)) is not None:
            subjects[number].add(fold(citation.subject or ""))
    shared = {number for number, said in subjects.items() if len(said) > 1}
    for statement in read:
        if shared.isdisjoint(map(_listed_number, statement.citations)):
            yield statement
        else:
            yield replace(statement, citations=tuple(_parted(statement.citations, shared)))


def _listed_number(citation: Citation) -> _Number | None:
    """What the rows of one document have in common; None of what is no row of work with a number."""
    is_work = citation.role is Role.LISTED and (citation.status or citation.due)
    if not is_work or not (citation.number and citation.symbol and citation.subject):
        return None
    return citation.number, fold_symbol(citation.symbol), str(citation.issued_on), citation.issuer


def _parted(citations: Iterable[Citation], shared: set[_Number]) -> Iterator[Citation]:
    """Each citation; in place of one whose number is shared the work, and the document that assigned it."""
    for citation in citations:
        if _listed_number(citation) not in shared:
            yield citation
            continue
        yield replace(
            citation,
            role=Role.BASIS,
            subject=None,
            due=None,
            effective_on=None,
            status=None,
            responsible=None,
            note=None,
        )
        yield replace(
            citation,
            type=leading_type(citation.subject) or WORK,
            number=None,
            symbol=None,
            written=None,
            issued_on=None,
            year=None,
            issuer=None,
        )
