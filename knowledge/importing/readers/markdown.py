"""Markdown: headings, lists, pipe tables and paragraphs, without their marks."""

import re
from itertools import groupby

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.columns import is_layout_table
from knowledge.importing.readers.decoding import decode
from knowledge.importing.readers.limits import Limits
from knowledge.importing.readers.lines import ITEM
from knowledge.importing.readers.text_tables import is_frame

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})\s*")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*\*|__|\*|_)(?=\S)([^*_\n]+?)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
# What Markdown takes from html to set a line: <p align="center">, <h1>, <u>.
_TAG = re.compile(r"</?(?:p|div|center|h[1-6]|b|i|u|em|strong|span|font|small|sup|sub)(?:\s[^<>\n]*)?>", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FRONT_FIELD = re.compile(r"^(title|date)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)


def read_markdown(data: bytes, limits: Limits) -> Page:
    """The page of a Markdown file; front matter gives its title and date."""
    builder = PageBuilder("md", limits)
    text = decode(data).replace("\r\n", "\n")
    limits.check_text(text)
    front = _FRONT_MATTER.match(text)
    fields = dict(_FRONT_FIELD.findall(front[1])) if front else {}
    lines = [_QUOTE.sub("", line) for line in text[front.end() if front else 0 :].splitlines()]
    for is_row, group in groupby(lines, key=_is_row):
        if is_row:
            _add_table(builder, list(group))
        else:
            _add_prose(builder, list(group))
    return builder.page(title=fields.get("title"), published=fields.get("date"))


def unmark(words: str) -> str:
    """The words without links, emphasis, code marks and escapes."""
    words = _TAG.sub("", _LINK.sub(r"\1", words))
    for _ in range(3):  # bold within italics within bold
        words = _EMPHASIS.sub(r"\2", words)
    return _ESCAPE.sub(r"\1", words.replace("`", ""))


def _is_row(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("|") and stripped.count("|") > 1


def _add_table(builder: PageBuilder, lines: list[str]) -> None:
    frame = next((i for i, line in enumerate(lines) if is_frame(line)), 0)
    rows = [_cells(line) for line in lines if not is_frame(line)]
    if is_layout_table(rows):
        for words in (words for row in rows for cell in row for words in cell.splitlines()):
            builder.paragraph(words)
    else:
        builder.table(rows, header_rows=frame or None)


def _cells(line: str) -> list[str]:
    stripped = line.strip().removeprefix("|")
    cells = re.split(r"(?<!\\)\|", stripped)
    return [_lines_within(cell) for cell in (cells[:-1] if stripped.endswith("|") else cells)]


def _lines_within(words: str) -> str:
    """The words with the breaks that Markdown takes from html: "ỦY BAN NHÂN DÂN<br>TỈNH AN LẠC" are two lines."""
    return "\n".join(unmark(line.strip()) for line in _BREAK.split(words))


def _add_prose(builder: PageBuilder, lines: list[str]) -> None:
    """Adds headings and paragraphs; a paragraph's lines are one until an empty line, a list item or a break."""
    paragraph: list[str] = []

    def flush() -> None:
        for line in _lines_within(" ".join(paragraph)).splitlines():
            builder.paragraph(line)
        paragraph.clear()

    for line in lines:
        if match := _HEADING.fullmatch(line):
            flush()
            builder.heading(unmark(match[2]), len(match[1]))
        elif paragraph and (match := _UNDERLINE.fullmatch(line)):
            builder.heading(unmark(" ".join(paragraph)), 1 if "=" in match[1] else 2)
            paragraph.clear()
        elif not line.strip() or is_frame(line) or _FENCE.match(line):
            flush()
        else:
            if ITEM.match(line):
                flush()
            paragraph.append(_without_star(line).strip())
            if line.endswith(("  ", "\\")):
                flush()
    flush()


def _without_star(line: str) -> str:
    """A list item with a dash for its star, as the other formats have it."""
    return re.sub(r"^(\s*)[*•](?=\s)", r"\1-", line)
