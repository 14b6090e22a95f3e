"""The open set's reports: a page has the words that a person reads in the file, in their order."""

import re
import unicodedata
from pathlib import Path

import pytest

from knowledge.importing.readers import read_page
from tests.importing.readers.pages import open_reports

FOLDER = open_reports()
READ = {".txt", ".html", ".docx", ".pdf", ".xlsx"}
FILES = sorted(f for f in FOLDER.iterdir() if f.suffix in READ) if FOLDER else []
ENOUGH = 0.98  # of the lines of what a person reads
HEAD = 3  # lines of a pdf that stand in two columns, which one reader takes row by row and another column by column


def norm(text: str) -> str:
    """The words as they are compared: white space, the rules of tables and leading zeros do not count."""
    text = re.sub(r"[|;\s]+", " ", unicodedata.normalize("NFC", text).casefold()).strip()
    return re.sub(r"(?<![\d.,])0(\d)(?!\d)", r"\1", text)


def plain_lines(path: Path) -> list[str]:
    """The lines that a person reads in the file; of a web page those of its article."""
    beside = path.with_name(path.name + ".plain")
    lines = (beside if beside.exists() else path).read_text(encoding="utf-8").splitlines()
    if path.suffix == ".html":
        start = next(i for i, line in enumerate(lines) if line.startswith("Báo cáo"))
        end = next(i for i, line in enumerate(lines) if line.startswith("In trang"))
        lines = lines[start:end]
    return [norm(line) for line in lines if re.search(r"\w", line)]


@pytest.mark.skipif(not FILES, reason="needs the open question set beside the checkout")
@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_what_a_person_reads_is_in_the_page(path):
    text, at, found = norm(read_page(path).text), 0, 0
    lines = plain_lines(path)[HEAD if path.suffix == ".pdf" else 0 :]
    for line in lines:
        place = text.find(line, at)
        at, found = (place + len(line), found + 1) if place >= 0 else (at, found)
    assert found >= ENOUGH * len(lines)
