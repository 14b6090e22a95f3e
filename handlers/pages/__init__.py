"""The page for a meeting: a `Sheet` as a picture, a Word file, a PDF and a workbook.

The first three are one page; the workbook has everything, with the sentences word for word. Nothing here knows Telegram.
"""

from handlers.pages.pdf import write_pdf
from handlers.pages.picture import draw_sheet
from handlers.pages.sheet import Block, Line, Row, Sheet, Source
from handlers.pages.word import write_word
from handlers.pages.workbook import write_workbook

__all__ = ["Block", "Line", "Row", "Sheet", "Source", "draw_sheet", "write_pdf", "write_word", "write_workbook"]
