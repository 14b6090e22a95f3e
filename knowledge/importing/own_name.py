"""A report that calls itself by its noun alone: "Trung tâm tiếp nhận …" of the centre that reports is that centre by name."""

from dataclasses import replace

from knowledge.facts import Citation, Figure, Statement
from knowledge.grammar.folding import fold

# A noun that many bodies begin with, and that alone stands for the one that reports.
_NOUNS = frozenset({"trung tam", "so", "cuc", "chi cuc", "tong cuc", "van phong", "bo", "ban", "phong", "don vi"})


def with_own_name(statements: list[Statement], organisation: str | None) -> list[Statement]:
    """The statements with the issuer's whole name where they call it by its noun."""
    noun = next((n for n in _NOUNS if fold(organisation or "").startswith(f"{n} ")), None)
    if noun is None or organisation is None:
        return statements
    return [_named(statement, noun, organisation) for statement in statements]


def _named(statement: Statement, noun: str, whole: str) -> Statement:
    figures = tuple(_of_figure(f, noun) for f in statement.figures)
    citations = tuple(_of_citation(c, noun, whole) for c in statement.citations)
    if figures == statement.figures and citations == statement.citations:
        return statement
    return replace(statement, figures=figures, citations=citations)


def _of_figure(figure: Figure, noun: str) -> Figure:
    """A figure of the one that reports is of no other body."""
    return replace(figure, organisation=None) if fold(figure.organisation or "") == noun else figure


def _of_citation(citation: Citation, noun: str, whole: str) -> Citation:
    return replace(citation, issuer=whole) if fold(citation.issuer or "") == noun else citation
