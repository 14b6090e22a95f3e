"""Reading a pdf."""

import pypdfium2 as pdfium

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits, too_long
from knowledge.importing.readers.pdf.grids import find_grids
from knowledge.importing.readers.pdf.layout import Sheet, lay_out
from knowledge.importing.readers.pdf.lines import lines_of
from knowledge.importing.readers.pdf.marks import look
from knowledge.importing.readers.text_tables import is_frame


def read_pdf(data: bytes, limits: Limits) -> Page:
    """The page of a pdf that has text; a scan without any is refused."""
    builder = PageBuilder("pdf", limits)
    document = _open(data)
    try:
        if len(document) > limits.pages:
            raise too_long(limits.pages, "trang", "pages")
        sheets = [_sheet(document, number) for number in range(len(document))]
    finally:
        document.close()
    if not any(sheet.lines or sheet.grids for sheet in sheets):
        raise UnreadableFile(Fault.NEEDS_OCR)
    lay_out(sheets, builder)
    return builder.page()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableFile(Fault.ENCRYPTED if is_locked else Fault.DAMAGED, format="pdf") from error


def _sheet(document: pdfium.PdfDocument, number: int) -> Sheet:
    try:
        page = document[number]
        marks = look(page)
        page.close()
    except pdfium.PdfiumError:
        return Sheet([])  # one broken page leaves the others readable
    grids, words = find_grids(marks)
    lines = [line for line in lines_of(words, number) if not is_frame(line.text)]
    return Sheet(lines, grids, marks.height)
