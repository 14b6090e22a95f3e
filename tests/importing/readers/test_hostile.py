"""Files made to harm: refused within the limits, with a clear sentence, whatever they are."""

import io
import time
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.importing.page import Page
from knowledge.importing.readers import DEFAULT, Fault, UnreadableFile, read_page_safely
from knowledge.importing.readers.reading import read_data
from tests.importing.readers.files import docx_of, paragraph, pdf_of, word_table, xlsx_of, zip_of
from tests.importing.readers.pages import page_of

_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
_RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png"
TargetMode="External"/></Relationships>"""


def _locked_zip() -> bytes:
    """A docx whose parts say that they have a password."""
    data = bytearray(docx_of(paragraph("Một")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _many_files() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        for number in range(2_001):
            archive.writestr(f"{number}", "")
    return written.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HOSTILE = {
    "bomb.docx": (lambda: zip_of({"word/document.xml": b" " * 150_000_000}), Fault.UNPACKS_TOO_LARGE),
    "bomb.xlsx": (lambda: zip_of({"xl/workbook.xml": "", "xl/x.xml": b" " * 40_000_000}), Fault.UNPACKS_TOO_LARGE),
    "many.docx": (_many_files, Fault.TOO_LONG),
    "laughs.docx": (lambda: zip_of({"word/document.xml": f"{_LAUGHS}]><x>&i;</x>"}), Fault.UNSAFE_XML),
    "laughs.xlsx": (lambda: zip_of({"xl/workbook.xml": f"{_LAUGHS}]><x>&i;</x>"}), Fault.UNSAFE_XML),
    "locked.docx": (_locked_zip, Fault.ENCRYPTED),
    "locked.xlsx": (lambda: _OLE + "EncryptedPackage\0".encode("utf-16-le"), Fault.ENCRYPTED),
    "nested.html": (lambda: b"<html>" + b"<b><div>" * 500_000, Fault.TOO_LONG),
    "nested.docx": (lambda: docx_of("<w:tbl><w:tr><w:tc>" * 20_000), Fault.TOO_DEEP),
    "long.pdf": (lambda: pdf_of([[(80, 80, "Trang")]] * 2_000), Fault.TOO_LONG),
    "program.txt": (lambda: b"\x7fELF" + bytes(range(256)) * 20, Fault.UNKNOWN_FORMAT),
    "empty.pdf": (lambda: b"", Fault.EMPTY),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_ten_seconds_with_the_reason(name, tmp_path):
    make, fault = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    began = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        read_page_safely(tmp_path / name)
    assert refused.value.code is fault
    assert time.monotonic() - began < DEFAULT.seconds + 1  # a second for starting and ending the child


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableFile, match="200 MB"):
        read_page_safely(tmp_path / "large.txt")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadableFile) as refused:
        read_page_safely(tmp_path / "none.txt")
    assert refused.value.code is Fault.MISSING


def test_a_reading_that_takes_too_long_is_ended(tmp_path):
    (tmp_path / "a.txt").write_text("Một")
    with pytest.raises(UnreadableFile) as refused:
        read_page_safely(tmp_path / "a.txt", limits=replace(DEFAULT, seconds=0.001))
    assert refused.value.code is Fault.TOO_SLOW


def test_a_reading_that_takes_too_much_memory_is_ended(tmp_path):
    (tmp_path / "a.txt").write_text("Một hai ba. " * 800_000)
    with pytest.raises(UnreadableFile) as refused:
        read_page_safely(tmp_path / "a.txt", limits=replace(DEFAULT, memory_bytes=60_000_000))
    assert refused.value.code is Fault.TOO_MUCH_MEMORY


def test_what_a_document_points_to_is_not_fetched(tmp_path):
    parts = {"word/_rels/document.xml.rels": _RELATIONS}
    with zipfile.ZipFile(io.BytesIO(docx_of(paragraph("Một.")))) as archive:
        parts |= {"word/document.xml": archive.read("word/document.xml").decode()}
    (tmp_path / "a.docx").write_bytes(zip_of(parts))
    assert read_page_safely(tmp_path / "a.docx").text == "Một."


def test_the_child_gives_the_same_page(tmp_path):
    data = docx_of(paragraph("Bảng:") + word_table([["Tên", "Số"], ["Một", "1"]]))
    (tmp_path / "a.docx").write_bytes(data)
    assert read_page_safely(tmp_path / "a.docx") == page_of(data, "a.docx")


def _read(data: bytes, name: str) -> Page | None:
    """A page, or None where the file is refused; anything else fails the test."""
    try:
        return read_data(data, name, DEFAULT)
    except UnreadableFile:
        return None


_SEEDS = {
    "a.docx": docx_of(paragraph("Quý I") + word_table([["Tên", "Số"], ["Một", "1"]])),
    "a.xlsx": xlsx_of([["Tên", "Số"], ["Một", 1.5]], ["A1:B1"]),
    "a.pdf": pdf_of([[(80, 80, "Quyết định số 192"), (80, 100, "Hai")]], [(70, 70, 200, 70)]),
    "a.html": "<table><tr><th rowspan=2>Tên<td colspan=3>Số</table><p>Một<br>hai".encode(),
    "a.md": "# Một\n| a | b |\n|---|---|\n| 1 | 2 |".encode(),
    "a.csv": "Tên;Số\nMột;1".encode(),
    "a.mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Mot",
}
_FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_FUZZ
@given(st.binary(max_size=400), st.sampled_from(["a.txt", *_SEEDS]))
@example(b"PK\x03\x04", "a.docx")
@example(b"%PDF-1.7", "a.pdf")
@example(b"\xff\xfe\x00", "a.txt")
def test_any_bytes_give_a_page_or_a_reason(data, name):
    page = _read(data, name)
    assert page is None or all(0 <= b.span.start <= b.span.end <= len(page.text) for b in page.blocks)


@_FUZZ
@given(
    st.sampled_from(sorted(_SEEDS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8),
    st.floats(0, 1),
)
def test_a_damaged_file_gives_a_page_or_a_reason(name, changes, kept):
    data = bytearray(_SEEDS[name])
    for place, byte in changes:
        data[int(place * (len(data) - 1))] = byte
    _read(bytes(data[: int(len(data) * max(kept, 0.1))]), name)
    _read(bytes(data), name)


@_FUZZ
@given(st.sampled_from(["a.docx", "a.xlsx"]), st.data())
def test_a_damaged_part_gives_a_page_or_a_reason(name, data):
    with zipfile.ZipFile(io.BytesIO(_SEEDS[name])) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    chosen = data.draw(st.sampled_from(sorted(parts)))
    place = data.draw(st.integers(0, len(parts[chosen])))
    length = data.draw(st.integers(0, 40))
    parts[chosen] = parts[chosen][:place] + data.draw(st.binary(max_size=20)) + parts[chosen][place + length :]
    _read(zip_of(parts), name)


@_FUZZ
@given(
    st.text(alphabet=st.sampled_from(list("|\t -#*_[]()!`>+=~\n1a.;:đỆ<&/")), max_size=200),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.csv"]),
)
def test_any_marks_give_a_page_whose_blocks_are_its_text(text, name):
    page = _read(text.encode(), name)
    assert page is None or "\n".join(b.span.cut(page.text) for b in page.blocks) == page.text
