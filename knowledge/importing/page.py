"""A file as a page of text: blocks in order, each with its place."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts import Span


class BlockKind(StrEnum):
    """What a block is in its file's own format."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELLS = "cells"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table row of a page."""

    kind: BlockKind
    span: Span
    level: int = 0
    cells: tuple[Span, ...] = ()
    table: int | None = None
    is_header_row: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file in NFC and its blocks."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: str | None = None
    source: str | None = None
    format: str = "txt"
