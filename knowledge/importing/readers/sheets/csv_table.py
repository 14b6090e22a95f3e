"""Reading tables in text files: comma, semicolon, tab or pipe between values, in any encoding."""

import csv

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.decoding import decode
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits
from knowledge.importing.readers.sheets.grid import Sheet, add_sheet

_DELIMITERS = ",;\t|"
_SAMPLE = 50  # rows: enough to tell which delimiter parts them evenly


def read_csv(data: bytes, limits: Limits) -> Page:
    """The page of a csv or tsv file."""
    text = decode(data)
    limits.check_characters(len(text))
    rows = _rows(text, sniff_delimiter(text))
    # Each row that says something becomes a block at least: too many are refused before they are looked at one by one.
    limits.check_blocks(sum(map(any, rows)), 0)
    builder = PageBuilder("csv", limits)
    add_sheet(builder, Sheet(_padded(rows)))
    return builder.page()


def sniff_delimiter(text: str) -> str:
    """The delimiter that gives the most rows of the same width, wide rows before narrow."""
    first = text.splitlines()[: _SAMPLE * 2]
    if first and first[0].lower().startswith("sep=") and len(first[0]) == 5:
        return first[0][4]

    def evenness(delimiter: str) -> tuple[int, int, int]:
        rows = list(_rows("\n".join(first), delimiter))[:_SAMPLE]
        widths = [len(row) for row in rows]
        usual = max(set(widths), key=widths.count, default=1)
        torn = sum(words.count('"') for row in rows for words in row)  # quotation marks in the middle of values
        return (widths.count(usual) * (usual > 1), -torn, usual)

    return max(_DELIMITERS, key=evenness)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    lines = text.removeprefix(f"sep={delimiter}").replace("\x00", "").splitlines(keepends=True)
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:  # a field longer than any cell: an open quotation mark
        raise UnreadableFile(Fault.DAMAGED, format="csv") from error


def _padded(rows: list[list[str]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]
