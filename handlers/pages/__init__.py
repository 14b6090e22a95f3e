"""The page for a meeting: a `Sheet` as a picture, a Word file, a PDF and a workbook; and tables as files.

The first three are one page; the workbook has everything, with the sentences word for word. Nothing here knows Telegram.
"""

from collections.abc import Callable, Iterable

from handlers.pages.sheet import Block, Exact, Line, Row, Sheet, Source
from knowledge.lazily import lazily
from knowledge.looking.exporting import ExportedTable

__all__ = [
    "Block",
    "Exact",
    "Line",
    "Row",
    "Sheet",
    "Source",
    "draw_sheet",
    "write_json",
    "write_pdf",
    "write_tables",
    "write_word",
    "write_workbook",
]

# The libraries that write these take longer to load than the bot takes to answer.
draw_sheet: Callable[[Sheet], bytes] = lazily("handlers.pages.picture", "draw_sheet")
write_pdf: Callable[[Sheet], bytes] = lazily("handlers.pages.pdf", "write_pdf")
write_word: Callable[[Sheet], bytes] = lazily("handlers.pages.word", "write_word")
write_workbook: Callable[..., bytes] = lazily("handlers.pages.workbook", "write_workbook")
write_tables: Callable[[Iterable[ExportedTable]], bytes] = lazily("handlers.pages.tables", "write_tables")
write_json: Callable[[Iterable[ExportedTable]], bytes] = lazily("handlers.pages.tables", "write_json")
