"""Photos and scans through Tesseract with Vietnamese, where it is installed."""

import csv
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits
from knowledge.importing.readers.pdf.layout import Sheet, lay_out
from knowledge.importing.readers.pdf.lines import lines_of
from knowledge.importing.readers.pdf.marks import Box, Word
from knowledge.importing.readers.programs import find_tesseract, run

_SECONDS = 120  # for all pages; Tesseract takes two or three a page


def read_scan(path: Path, directory: Path, *, is_pdf: bool, limits: Limits) -> Page:
    """The page of a photo or scanned pdf; its words are as good as the picture."""
    program = find_tesseract()
    if program is None:
        raise UnreadableFile(Fault.NEEDS_OCR)
    until = time.monotonic() + _SECONDS
    if is_pdf:
        _call([sys.executable, "-P", "-m", "knowledge.importing.readers.rendering", str(path), str(directory)], until)
    pictures = sorted(directory.glob("*.pgm")) if is_pdf else [path]
    sheets = []
    for number, picture in enumerate(pictures):
        table = _call([program, str(picture), "-", "-l", "vie", "--dpi", "300", "tsv"], until)
        sheets.append(_sheet(table, number))
    builder = PageBuilder("pdf" if is_pdf else "image", limits)
    lay_out(sheets, builder)
    return replace(builder.page(), is_recognised=True)


def _call(command: Sequence[str], until: float) -> str:
    """What a program writes before the time for all of them is over."""
    written, status = run(command, max(until - time.monotonic(), 1))
    if status != 0:
        raise UnreadableFile(Fault.NO_TEXT)
    return written.decode("utf-8", "replace")


def _sheet(table: str, number: int) -> Sheet:
    """A sheet out of Tesseract's table of words."""
    rows = list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    height = max((int(row["height"]) for row in rows if row["level"] == "1"), default=0)
    return Sheet(lines_of(_words(rows), number), height=float(height))


def _words(rows: Sequence[dict[str, str]]) -> Iterator[Word]:
    """The words; those of one line stand on one base, that of the line's lowest letters without tails."""
    lines: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in rows:
        if row["level"] == "5" and (row["text"] or "").strip():
            lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    for line in lines.values():
        bottoms = sorted(int(row["top"]) + int(row["height"]) for row in line)
        tallest = max(int(row["height"]) for row in line)
        base = float(bottoms[len(bottoms) // 2])
        for row in line:
            left, width = float(row["left"]), float(row["width"])
            yield Word(row["text"].strip(), Box(left, base - tallest, left + width, base), base)
