"""Pages and errors as JSON, the only thing that passes from a reading process to the one that started it."""

import json
from dataclasses import asdict
from typing import Any

from knowledge.facts import Span
from knowledge.importing.page import Block, BlockKind, Page
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits


def pack_page(page: Page) -> bytes:
    """The page as JSON."""
    blocks = [
        [b.kind, b.span.start, b.span.end, b.level, [[c.start, c.end] for c in b.cells], b.table, b.is_header_row]
        for b in page.blocks
    ]
    head = {"title": page.title, "published": page.published, "source": page.source, "format": page.format}
    return json.dumps({"text": page.text, "blocks": blocks, "head": head}, ensure_ascii=False).encode()


def pack_error(error: UnreadableFile) -> bytes:
    """The error as JSON."""
    return json.dumps({"fault": error.code, "details": error.details}, ensure_ascii=False).encode()


def unpack(packed: bytes) -> Page:
    """The page that was packed; raises the error that was packed instead, and ValueError for anything else."""
    data: dict[str, Any] = json.loads(packed)
    if "fault" in data:
        raise UnreadableFile(Fault(data["fault"]), **data["details"])
    return Page(data["text"], tuple(_block(*row) for row in data["blocks"]), **data["head"])


def pack_limits(limits: Limits) -> str:
    """The limits as JSON."""
    return json.dumps(asdict(limits))


def unpack_limits(packed: str) -> Limits:
    """The limits that were packed."""
    return Limits(**json.loads(packed))


def _block(
    kind: str, start: int, end: int, level: int, cells: list[list[int]], table: int | None, is_header_row: bool
) -> Block:
    spans = tuple(Span(a, b) for a, b in cells)
    return Block(BlockKind(kind), Span(start, end), level, spans, table, is_header_row)
