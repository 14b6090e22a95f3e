"""A report that calls itself by its noun alone: "Kế hoạch số 33/KH-TTPVHCC của Trung tâm" is of that centre by name."""

from dataclasses import replace

from knowledge.facts import Figure, Statement
from knowledge.grammar.organisations import is_noun_of, parse_organisation


def with_own_name(statements: list[Statement], organisation: str | None) -> list[Statement]:
    """The statements with the issuer's whole name for documents that are said to be issued by its noun."""
    return [_named(statement, organisation) if organisation else statement for statement in statements]


def _named(statement: Statement, whole: str) -> Statement:
    has_own = any(is_noun_of(f.organisation, whole) for f in statement.figures)
    if not has_own and not any(is_noun_of(c.issuer, whole) for c in statement.citations):
        return statement
    named = (replace(c, issuer=whole) if is_noun_of(c.issuer, whole) else c for c in statement.citations)
    own = (_of_itself(f, whole) if is_noun_of(f.organisation, whole) else f for f in statement.figures)
    return replace(statement, citations=tuple(named), figures=tuple(own))


def _of_itself(figure: Figure, whole: str) -> Figure:
    """A figure of the office that reports is of no other body; where that is a one-stop desk it is kept that it is a desk's."""
    return figure if parse_organisation(whole).is_desk else replace(figure, organisation=None)
