"""A file as a page of text: blocks in order, each with its place."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts import Span

# Between the cells of a row.
CELL_RULE = " | "


class BlockKind(StrEnum):
    """What a block is in its file's own format."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"  # only where the format itself says so: h1 to h6, "# …", a heading style
    CELLS = "cells"  # one row of a table
    TITLE = "title"  # never in the text: it stands in `Page.title`


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table row of a page.

    `cells` holds one span for each column of the table: a cell that spans several columns or rows stands
    in the text once and its span is repeated, also in the rows below; an empty cell has an empty span.
    """

    kind: BlockKind
    span: Span  # the block's own words in `Page.text`
    level: int = 0  # of a heading: 1 is the highest; of a nested list item: its depth
    cells: tuple[Span, ...] = ()
    table: int | None = None  # which table of the page, counted from 0; its rows follow in order
    is_header_row: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file in NFC, its blocks joined by line breaks and the cells of a row by " | ".

    An empty cell leaves its place between two bars, but behind the last words of a row.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None  # what the format's metadata call the page
    published: str | None = None  # the day that the format's metadata name, as written there
    source: str | None = None  # the address that the page says it is at
    format: str = "txt"
    is_recognised: bool = False  # its letters were recognised in a picture, and are as good as that


def without_empty_cells(text: str) -> str:
    """The text with no places for empty cells, by which versions of a page are told apart."""
    return "\n".join(CELL_RULE.join(filter(None, line.split(CELL_RULE))) for line in text.split("\n"))
