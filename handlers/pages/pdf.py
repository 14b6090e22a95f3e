"""The page as a PDF: one sheet of A4 with its letters embedded, so that it prints alike everywhere."""

from functools import cache
from html import escape
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from handlers.drawing.paper import font_file
from handlers.pages.sheet import Block, Line, Row, Sheet, fitted

# What fits on a page of A4 at 9 points of these wide letters; should it not, fewer are tried.
LINES, CHARACTERS = 56, 92
_FEWER = 4
_LATE = "#b3261e"
_MARGIN = 15 * mm
_WIDTHS = (0.3, 0.26, 0.2, 0.24)


def write_pdf(sheet: Sheet) -> bytes:
    """The PDF, surely of one page; what there is no room for is counted."""
    for lines in range(LINES, 0, -_FEWER):
        content, pages = _written(fitted(sheet, lines=lines, width=CHARACTERS))
        if pages == 1:
            return content
    return content


def _written(sheet: Sheet) -> tuple[bytes, int]:
    file = BytesIO()
    template = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=sheet.title,
        lang="vi",
        invariant=True,  # the same page is the same file, whenever it is made
    )
    template.build(_story(sheet, template.width))
    return file.getvalue(), template.page


def _story(sheet: Sheet, width: float) -> list[Flowable]:
    story: list[Flowable] = [Paragraph(escape(sheet.title), _style("title"))]
    if sheet.subtitle:
        story.append(Paragraph(escape(sheet.subtitle), _style("subtitle")))
    for block in sheet.blocks:
        story += _block(sheet, block, width)
    if sheet.left_out:
        story.append(Paragraph(escape(sheet.left_out), _style("minor")))
    story.append(Paragraph(escape(sheet.sources_title), _style("source_head")))
    story += [
        Paragraph(_source(source.number, source.words, source.address), _style("source")) for source in sheet.sources
    ]
    story.append(Paragraph(f"{escape(sheet.footer)}", _style("source")))
    return story


def _source(number: int, words: str, address: str | None) -> str:
    text = f"[{number}] {escape(words)}"
    return f'<link href="{escape(address)}">{text}</link>' if address else text


def _block(sheet: Sheet, block: Block, width: float) -> list[Flowable]:
    heading = escape(block.heading)
    if any(line.is_late for line in block.lines):
        heading = f'<font color="{_LATE}">{heading}</font>'
    parts: list[Flowable] = [Paragraph(heading, _style("major" if block.is_major else "minor"))]
    if block.rows:
        parts.append(_table(sheet.columns, block.rows, width))
    parts += [Paragraph(_words(line), _style("line"), bulletText="•") for line in block.lines]
    if block.tells_left_out:
        parts.append(Paragraph(escape(sheet.more.replace("{count}", str(block.left_out))), _style("line")))
    return parts


def _words(line: Line) -> str:
    lead = f"<b>{escape(line.lead)}</b> " if line.lead else ""
    if line.is_late:
        lead = f'<font color="{_LATE}">{lead}</font>'
    return f"{lead}{escape(line.text)} [{line.source}]"


def _table(columns: tuple[str, str, str, str], rows: tuple[Row, ...], width: float) -> Table:
    head = [
        Paragraph(f"<b>{escape(name)}</b>", _style("cell" if not n else "number")) for n, name in enumerate(columns)
    ]
    body = [
        [
            Paragraph(f"{escape(row.name)} [{row.source}]", _style("cell")),
            Paragraph(f"<b>{escape(row.now)}</b>", _style("number")),
            Paragraph(escape(row.before), _style("number")),
            Paragraph(escape(row.change), _style("number")),
        ]
        for row in rows
    ]
    ruled = TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.HexColor("#b9c6d2")),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
        ]
    )
    return Table([head, *body], colWidths=[width * share for share in _WIDTHS], style=ruled, hAlign="LEFT")


@cache
def _style(name: str) -> ParagraphStyle:
    _embed()
    plain = ParagraphStyle("plain", fontName="Sheet", fontSize=9, leading=11.2)
    styles = {
        "title": {"fontName": "Sheet-Bold", "fontSize": 14, "leading": 18, "alignment": TA_CENTER},
        "subtitle": {"fontSize": 10, "leading": 13, "alignment": TA_CENTER},
        "major": {"fontName": "Sheet-Bold", "fontSize": 10.5, "leading": 14, "spaceBefore": 5, "keepWithNext": True},
        "minor": {"fontName": "Sheet-Bold", "leading": 12, "spaceBefore": 4, "keepWithNext": True},
        "line": {"leftIndent": 10, "bulletFontName": "Sheet"},
        "cell": {"fontSize": 8.5, "leading": 10.5},
        "number": {"fontSize": 8.5, "leading": 10.5, "alignment": TA_RIGHT},
        "source_head": {"fontName": "Sheet-Bold", "fontSize": 7.5, "leading": 10, "spaceBefore": 6},
        "source": {"fontSize": 7.5, "leading": 9.5, "textColor": colors.HexColor("#4c5a67")},
    }
    return ParagraphStyle(name, parent=plain, **styles[name])


@cache
def _embed() -> None:
    for name, is_bold in (("Sheet", False), ("Sheet-Bold", True)):
        pdfmetrics.registerFont(TTFont(name, BytesIO(font_file(is_bold=is_bold))))
    pdfmetrics.registerFontFamily("Sheet", normal="Sheet", bold="Sheet-Bold", italic="Sheet", boldItalic="Sheet-Bold")
