"""Old Word files and scans need programs beside: read where those are, and a clear word where they are not."""

import shutil
import struct
import zlib

import pytest

from knowledge.importing.apart import read_page_apart
from knowledge.importing.readers import Fault, UnreadableFile
from knowledge.importing.readers.rendering import render
from tests.importing.readers.files import pdf_of
from tests.importing.readers.pages import open_reports

RTF = rb"{\rtf1\ansi\ansicpg1252 Qu\u253?\'fd I: 4.984 h\u7891? s\u417?\par Hai.}"
REPORTS = open_reports()


@pytest.mark.parametrize(
    ("name", "data", "fault", "program"),
    [
        ("a.doc", RTF, Fault.NEEDS_OFFICE, "libreoffice-writer"),
        ("a.pdf", pdf_of([[]]), Fault.NEEDS_OCR, "tesseract-ocr-vie"),
        ("a.jpg", b"\xff\xd8\xff\xe0", Fault.NEEDS_OCR, "tesseract-ocr-vie"),
    ],
)
def test_without_the_program_the_reason_says_how_to_install_it(name, data, fault, program, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile, match=program) as refused:
        read_page_apart(tmp_path / name)
    assert refused.value.code is fault


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_an_old_word_file_is_read_through_libreoffice(tmp_path):
    (tmp_path / "Báo cáo; quý I.doc").write_bytes(RTF)
    assert "4.984 hồ sơ\nHai." in read_page_apart(tmp_path / "Báo cáo; quý I.doc").text


@pytest.mark.skipif(not REPORTS or shutil.which("tesseract") is None, reason="needs Tesseract and the open set")
def test_a_photo_of_a_page_is_read_through_tesseract(tmp_path):
    render(REPORTS / "2019-q2-huyen-b.pdf", tmp_path)
    (tmp_path / "a.png").write_bytes(_png((tmp_path / "0001.pgm").read_bytes()))
    page = read_page_apart(tmp_path / "a.png")
    assert page.is_recognised
    assert "4. Bố trí thêm 02 máy lấy số tự động và 01 máy tra cứu" in page.text


def _png(grey: bytes) -> bytes:
    """A grey picture (pgm) as a PNG."""
    head, pixels = grey.split(b"\n", 1)
    width, height = (int(number) for number in head.split()[1:3])
    rows = b"".join(b"\0" + pixels[y * width : (y + 1) * width] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
