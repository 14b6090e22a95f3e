"""Files made to harm, each with the reason for which it is refused; None where it is read, and harms nobody."""

import io
import shutil
import zipfile
from collections.abc import Callable

from knowledge.importing.readers import Fault
from tests.importing.readers.files import docx_of, paragraph, pdf_of, xlsx_of, zip_of

_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
_RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png"
TargetMode="External"/><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/
attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>"""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def locked_zip() -> bytes:
    """A docx whose parts say that they have a password."""
    data = bytearray(docx_of(paragraph("Một")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def many_files() -> bytes:
    """A docx of more than 2,000 parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        for number in range(2_001):
            archive.writestr(f"{number}", "")
    return written.getvalue()


def lying_zip() -> bytes:
    """A docx that says of its 150 MB that they are ten bytes."""
    data = bytearray(zip_of({"word/document.xml": b" " * 150_000_000}))
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def locked_pdf() -> bytes:
    """A pdf whose words are enciphered with a password that nobody has (standard handler, 40 bits)."""
    lock = "<</Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>"
    ids = "/ID[<" + "43" * 16 + "><" + "43" * 16 + ">]"
    return pdf_of([[(80, 80, "Trang")]]).replace(b"/Root 1 0 R", f"/Root 1 0 R/Encrypt {lock}{ids}".encode())


def external_docx() -> bytes:
    """A docx with a picture and a template at another address."""
    with zipfile.ZipFile(io.BytesIO(docx_of(paragraph("Một.")))) as archive:
        document = archive.read("word/document.xml")
    return zip_of({"word/document.xml": document, "word/_rels/document.xml.rels": _RELATIONS})


def circular_xlsx() -> bytes:
    """A workbook of 20,000 formulas in a ring, with no values kept beside them."""
    rows = [[f"=A{number % 20_000 + 1}", "=B1"] for number in range(1, 20_001)]
    return xlsx_of([["Tên", "Số"], *rows])


def looping_pdf() -> bytes:
    """A pdf whose tree of pages holds itself."""
    return pdf_of([[(80, 80, "Trang")]]).replace(b"/Kids[7 0 R]", b"/Kids[2 0 R]")


def flat_text(words: str, size: int = 9_000_000) -> bytes:
    """The same words again and again on one line."""
    return (words * (size // len(words.encode()))).encode()


HOSTILE: dict[str, tuple[Callable[[], bytes], Fault | None]] = {
    "bomb.docx": (lambda: zip_of({"word/document.xml": b" " * 150_000_000}), Fault.UNPACKS_TOO_LARGE),
    "bomb.xlsx": (lambda: zip_of({"xl/workbook.xml": "", "xl/x.xml": b" " * 40_000_000}), Fault.UNPACKS_TOO_LARGE),
    "bomb.txt": (lambda: zip_of({"word/document.xml": b" " * 150_000_000}), Fault.UNPACKS_TOO_LARGE),
    "lying.docx": (lying_zip, Fault.DAMAGED),
    "many.docx": (many_files, Fault.TOO_LONG),
    "laughs.docx": (lambda: zip_of({"word/document.xml": f"{_LAUGHS}]><x>&i;</x>"}), Fault.UNSAFE_XML),
    "laughs.xlsx": (lambda: zip_of({"xl/workbook.xml": f"{_LAUGHS}]><x>&i;</x>"}), Fault.UNSAFE_XML),
    "laughs.html": (lambda: f"<?xml version='1.0'?>{_LAUGHS}]><html><p>&i; Một</p></html>".encode(), Fault.UNSAFE_XML),
    "locked.docx": (locked_zip, Fault.ENCRYPTED),
    "locked.xlsx": (lambda: _OLE + "EncryptedPackage\0".encode("utf-16-le"), Fault.ENCRYPTED),
    "locked.pdf": (locked_pdf, Fault.ENCRYPTED),
    "nested.html": (lambda: b"<html>" + b"<b><div>" * 500_000, Fault.TOO_LONG),
    "deep.html": (lambda: b"<html>" + b"<div>" * 100_000 + b"x", Fault.TOO_DEEP),
    "nested.docx": (lambda: docx_of("<w:tbl><w:tr><w:tc>" * 20_000), Fault.TOO_DEEP),
    "external.docx": (external_docx, Fault.TAKEN_FROM_OUTSIDE),
    "circular.xlsx": (circular_xlsx, Fault.CIRCULAR),
    "far.xlsx": (lambda: xlsx_of([["Tên"]], far="XFD1048576"), Fault.TOO_LONG),
    "wide.csv": (lambda: b"a," * 600_000, Fault.DAMAGED),
    "long.csv": (lambda: b"a;b\n" * 300_000, Fault.TOO_LONG),
    "open.csv": (lambda: b'a,"' + b"b" * 9_000_000, Fault.DAMAGED),
    "long.pdf": (lambda: pdf_of([[(80, 80, "Trang")]] * 2_000), Fault.TOO_LONG),
    # A pdf without text is a scan; where Tesseract is installed, it finds no page to read.
    "looping.pdf": (looping_pdf, Fault.NO_TEXT if shutil.which("tesseract") else Fault.NEEDS_OCR),
    "crowded.pdf": (lambda: pdf_of([[(80 + x % 400, 80 + x % 700, "a") for x in range(200_000)]]), None),
    "lines.txt": (lambda: b"a.\n\n" * 2_000_000, Fault.TOO_LONG),
    "letters.txt": (lambda: flat_text("a"), Fault.TOO_LONG),
    "spaces.txt": (lambda: flat_text(" ") + b"a", Fault.TOO_LONG),
    "tables.txt": (lambda: flat_text("a\tb\n"), Fault.TOO_LONG),
    "numbers.txt": (lambda: flat_text("12 345 "), Fault.TOO_LONG),
    "symbols.txt": (lambda: flat_text("192/QĐ-UBND, "), Fault.TOO_LONG),
    "sentences.txt": (
        lambda: flat_text("Sở Nội vụ ban hành Quyết định số 192/QĐ-UBND, tăng 5 hồ sơ so với 12 345. "),
        Fault.TOO_LONG,
    ),
    "paragraphs.txt": (lambda: flat_text("12 345 " * 800 + "\n"), Fault.TOO_SLOW),
    "citations.txt": (lambda: flat_text("192/QĐ-UBND, " * 400 + "\n"), Fault.TOO_SLOW),
    "marks.md": (lambda: flat_text("*_[(`"), Fault.TOO_LONG),
    "program.txt": (lambda: b"\x7fELF" + bytes(range(256)) * 20, Fault.UNKNOWN_FORMAT),
    "empty.pdf": (lambda: b"", Fault.EMPTY),
}
