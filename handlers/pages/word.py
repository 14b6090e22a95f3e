"""The page as a Word file: one sheet of A4 in the letters and margins of an office (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from handlers.pages.sheet import Block, Line, Row, Sheet, fitted, printable

# What fits on a page of A4 at 11 points beside the margins.
LINES, CHARACTERS = 58, 92
_FONT, _POINTS = "Times New Roman", 11
_LATE = RGBColor(0xB3, 0x26, 0x1E)


def write_word(sheet: Sheet) -> bytes:
    """The DOCX; what there is no room for on its page is counted."""
    shown, document = fitted(sheet, lines=LINES, width=CHARACTERS), Document()
    _set_page(document)
    _paragraph(document, shown.title.upper(), is_bold=True, size=_POINTS + 3).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if shown.subtitle:
        _paragraph(document, shown.subtitle, is_bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for block in shown.blocks:
        _block(document, shown, block)
    if shown.left_out:
        _paragraph(document, shown.left_out, is_bold=True)
    _paragraph(document, shown.sources_title, is_bold=True, size=_POINTS - 2)
    for source in shown.sources:
        _paragraph(document, f"[{source.number}] {source.words}", size=_POINTS - 2)
    _paragraph(document, shown.footer, size=_POINTS - 2).runs[0].italic = True
    document.core_properties.title = printable(shown.title)
    document.core_properties.author = ""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(15)
    page.left_margin, page.right_margin = Mm(25), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_POINTS)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _paragraph(document: WordDocument, text: str, *, is_bold: bool = False, size: int = _POINTS) -> Paragraph:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(printable(text))
    run.bold, run.font.size = is_bold, Pt(size)
    return paragraph


def _block(document: WordDocument, sheet: Sheet, block: Block) -> None:
    heading = _paragraph(document, block.heading, is_bold=True, size=_POINTS + block.is_major)
    heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(5), True
    if any(line.is_late for line in block.lines):
        heading.runs[0].font.color.rgb = _LATE
    if block.rows:
        _table(document, sheet.columns, block.rows)
    for line in block.lines:
        _line(document, line)
    if block.tells_left_out:
        _paragraph(document, sheet.more.replace("{count}", str(block.left_out)), size=_POINTS - 1)


def _table(document: WordDocument, columns: tuple[str, str, str, str], rows: tuple[Row, ...]) -> None:
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    _fill(table.rows[0].cells, columns, is_bold=True)
    for row in rows:
        _fill(table.add_row().cells, (f"{row.name} [{row.source}]", row.now, row.before, row.change))


def _fill(cells: tuple[_Cell, ...], values: tuple[str, ...], *, is_bold: bool = False) -> None:
    for n, (cell, value) in enumerate(zip(cells, values, strict=True)):
        run = cell.paragraphs[0].add_run(printable(value))
        run.font.size, run.bold = Pt(_POINTS - 1), is_bold or n == 1
        if n:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _line(document: WordDocument, line: Line) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(5), Mm(-5)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.add_run("- ")
    if line.lead:
        lead = paragraph.add_run(printable(f"{line.lead} "))
        lead.bold = True
        if line.is_late:
            lead.font.color.rgb = _LATE
    paragraph.add_run(printable(f"{line.text} [{line.source}]".strip()))
