"""What the sentence of the last answer counts besides: "trong đó nữ?", "nghị quyết thì sao?", "vốn bao nhiêu?"."""

from collections.abc import Callable
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking.figures.about_figures import told_figure
from knowledge.asking.figures.agreeing import agreement
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import EVERYWHERE, GENERIC
from knowledge.asking.library import FigureEntry, Library, ReportEntry, StatementEntry
from knowledge.asking.replies import Wording, figure_words, quote


def answer_beside(
    library: Library, report: ReportEntry, wanted: FigureQuery, is_quoted: Callable[[str], bool], wording: Wording
) -> Answer | None:
    """The one figure of the sentence that was quoted whose own words are the asked ones; None where it has none or several."""
    words = wanted.terms.words - EVERYWHERE
    if not words - GENERIC:
        return None
    agrees = agreement(replace(wanted, report=report, unit=""), library)
    found = [
        entry
        for statement in _statements_with(library, report, words)
        if is_quoted(quote(report, statement.statement.span).text)
        for entry in _figures(library, statement)
        if words <= entry.own_words and agrees(entry) is not None
    ]
    if len({entry.figure.span for entry in found}) != 1:
        return None
    return told_figure(found[0], figure_words(found[0], wording), wording)


def _statements_with(library: Library, report: ReportEntry, words: frozenset[str]) -> list[StatementEntry]:
    """The sentences of the report, and no rows, that have all the words."""
    within = library.lying(report.index).statements
    found = library.statements_with(words)
    return [
        entry
        for entry in found.where((within.start <= found.numbers) & (found.numbers < within.stop))
        if not entry.is_row and words <= entry.words
    ]


def _figures(library: Library, statement: StatementEntry) -> list[FigureEntry]:
    return [library.figure(statement, at) for at in range(len(statement.statement.figures))]
