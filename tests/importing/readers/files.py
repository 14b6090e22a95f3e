"""Small files of each format, made from words."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence

import openpyxl

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zip_of(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def docx_of(body: str, **parts: str) -> bytes:
    """A docx with this body; other parts by name: numbering="<w:abstractNum…>"."""
    named = {f"word/{name}.xml": f"<w:{name} {_W}>{content}</w:{name}>" for name, content in parts.items()}
    return zip_of({"word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>", **named})


def paragraph(words: str, properties: str = "") -> str:
    """A Word paragraph in one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def numbered(words: str, number: int = 1, level: int = 0) -> str:
    """A Word paragraph of a list."""
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def word_table(rows: Iterable[Iterable[str]]) -> str:
    """A Word table; a cell's words are a paragraph unless they are Word's tags already."""
    return "<w:tbl>" + "".join("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows) + "</w:tbl>"


def _cell(words: str) -> str:
    return f"<w:tc>{words if words.startswith('<w:') else paragraph(words)}</w:tc>"


def xlsx_of(
    rows: Sequence[Sequence[object]],
    merges: Sequence[str] = (),
    formats: dict[str, str] | None = None,
    far: str | None = None,
) -> bytes:
    """An xlsx of one sheet; `far` names a cell with a word in it, wherever it is."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    for cell, format in (formats or {}).items():
        sheet[cell].number_format = format
    for place in merges:
        sheet.merge_cells(place)
    if far:
        sheet[far] = "x"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


Placed = tuple[float, float, str]


def pdf_of(pages: Sequence[Sequence[Placed]], lines: Sequence[tuple[float, float, float, float]] = ()) -> bytes:
    """A pdf of words at points from the top left (12-point letters 6 points wide), and lines on the first page."""
    chars = sorted({c for page in pages for *_, words in page for c in words})
    codes = {char: code for code, char in enumerate(chars, 1)}
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{7 + 2 * i} 0 R' for i in range(len(pages)))}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 500/FontDescriptor 5 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        "<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -200 600 800]/ItalicAngle 0/Ascent 800/Descent -200"
        "/CapHeight 700/StemV 80>>",
        _stream(_to_unicode(codes)),
    ]
    for number, page in enumerate(pages):
        drawn = "".join(f"{a} {842 - b} m {c} {842 - d} l S " for a, b, c, d in lines) if number == 0 else ""
        shown = "".join(f"BT /F 12 Tf {x} {842 - y} Td <{_coded(words, codes)}> Tj ET " for x, y, words in page)
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {8 + 2 * number} 0 R>>"
        )
        objects.append(_stream(drawn + shown))
    return _file(objects)


def _coded(words: str, codes: dict[str, int]) -> str:
    return "".join(f"{codes[c]:04X}" for c in words)


def _to_unicode(codes: dict[str, int]) -> str:
    pairs = "\n".join(f"<{code:04X}> <{ord(char):04X}>" for char, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap end end"
    )


def _stream(content: str) -> str:
    packed = zlib.compress(content.encode()).decode("latin-1")
    return f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n{packed}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size, start = len(objects) + 1, len(written)
    return (
        written
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
        ).encode()
    )
