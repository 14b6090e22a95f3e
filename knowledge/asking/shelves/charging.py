"""Whom a statement charges with what, and by when; by this those that charge a body are found among very many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from knowledge.facts import Period, Statement
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import find_organisations


@dataclass(frozen=True, slots=True)
class Charge:
    """A task or a row of a register, with who is charged with it and until when."""

    text: str
    responsible: str  # as read
    due: date | None
    period: Period | None
    status: str = ""

    @property
    def unit(self) -> str:
        """Who does it: as read, or the body that the sentence begins with."""
        return self.responsible or _first_body(self.text)


def charges_in(statement: Statement) -> Iterator[Charge]:
    """Everything that a statement charges someone with."""
    task = statement.task
    if task is not None:
        yield Charge(task.text, task.unit or "", task.due, task.period)
        return
    for citation in statement.citations:
        if citation.responsible and citation.status:
            text = f"{citation.type or ''} {citation.written or ''}: {citation.subject or ''}".strip(": ")
            yield Charge(text, citation.responsible, citation.due, None, citation.status)


def keys_of_charges(statement: Statement) -> frozenset[str]:
    """By what a statement that charges somebody is found: the words of whoever is charged, the months by which."""
    charges = list(charges_in(statement))
    words = frozenset[str]().union(*(words_of_unit(one.unit) for one in charges))
    return words | {due_in(one.due.year, one.due.month) for one in charges if one.due is not None}


def due_in(year: int, month: int) -> str:
    """Under what is found what is due in that month."""
    return f"due {year}-{month}"


# The same tasks are gone through for many questions.
@lru_cache(maxsize=10_000)
def _first_body(text: str) -> str:
    """The body that a sentence begins with."""
    first = next(find_organisations(text), None)
    return first.name if first and _BEFORE_CHARGED.fullmatch(text, 0, first.start) else ""


_BEFORE_CHARGED = re.compile(r"\W*(?:Giao|giao)?(?: cho)?\s*")


# The same units are charged with many tasks.
@lru_cache(maxsize=10_000)
def words_of_unit(unit: str) -> frozenset[str]:
    """The words by which a unit is known."""
    return frozenset(normalise(unit).split())


def is_called(unit: str, body: str) -> bool:
    """Whether a unit's name has the words of the body in its order: "Phòng Kiểm tra văn bản" has those of "văn phòng" and is none."""
    words = iter(normalise(unit).split())
    return words_of_unit(unit).issuperset(body.split()) and all(word in words for word in body.split())
