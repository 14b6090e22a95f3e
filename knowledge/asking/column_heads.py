"""The headings above a table's row, which say which column is what."""

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Statement


@once_each
def column_heads(entry: FigureEntry) -> Statement | None:
    """The nearest line of column headings above a figure's row; None of a sentence, and where no line has several."""
    text, end = entry.report.text, entry.statement.statement.span.start
    if "|" not in entry.statement.statement.span.cut(text):
        return None
    earlier = (s for s in entry.report.statements if s.kind == "heading" and s.span.end <= end)
    return max((s for s in earlier if " | " in s.span.cut(text)), key=lambda s: s.span.start, default=None)
