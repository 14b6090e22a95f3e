"""Rows of tables as units, each with the table's caption, its columns and the row that it is a part of."""

import re
from dataclasses import replace

from knowledge.facts import Span
from knowledge.grammar.folding import fold
from knowledge.grammar.persons import is_full_name
from knowledge.grammar.units import class_of_unit
from knowledge.importing.page import Block, BlockKind, Page
from knowledge.importing.structure.markers import marker_of
from knowledge.importing.structure.passed import Passed
from knowledge.importing.structure.sentences import DIVIDES, ONLY_LEADS, split_sentences
from knowledge.importing.structure.unit import Unit


def row_unit(page: Page, index: int, block: Block, state: Passed) -> Unit:
    """A row of a table as a unit; its first row and those that the page calls so are headings."""
    table = block.table or 0
    cells = tuple(cell.cut(page.text).strip() for cell in block.cells)
    is_first = table not in state.columns
    if is_first:
        # One caption holds for all rows; a register has thousands.
        state.caption, state.rows = _caption(page, index), []
        state.counted_in = _counted_in(page, index)
    if block.is_header_row or is_first:
        state.columns[table] = _joined(state.columns.get(table), cells)
        return Unit(block.span, index, state.words, is_heading=True, cells=block.cells, table=table)
    return replace(
        state.unit(index),
        span=block.span,
        cells=block.cells,
        columns=state.columns[table],
        table=table,
        lead=state.caption,
        counted_in=state.counted_in,
        under=_under(cells, state),
    )


def _joined(above: tuple[str, ...] | None, cells: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of a table, each with what the rows of its head say of it one below the other, once."""
    rows = [cells] if above is None else [above, cells]
    return tuple(" ".join(" ".join(dict.fromkeys(column)).split()) for column in zip(*rows, strict=False))


# What a row begins with that is a part of the one above it.
_ROW_MARKS = ("-", "+")


def _under(cells: tuple[str, ...], state: Passed) -> str:
    """The name of the row that this one is a part of by the mark before its own: none over "-" over "+"."""
    name = next((c for c in cells if re.search(r"[^\W\d]", c)), "")
    mark = fold(name)[:1]
    depth = _ROW_MARKS.index(mark) + 1 if mark in _ROW_MARKS else 0
    state.rows = [row for row in state.rows if row[0] < depth]
    above = state.rows[-1][1] if state.rows else ""
    state.rows.append((depth, name.lstrip("-–—+ ")))
    return above


def _caption(page: Page, index: int) -> Span | None:
    """What a table is of, by its title: the last sentence before it, or what that sentence only leads on from."""
    at = _block_of_title(page, index)
    if at is None:
        return None
    block = page.blocks[at]
    # "2. Hồ sơ TTHC:" is a title of its own, and no sentence "2." with one behind it.
    marker, skip = marker_of(fold(block.span.cut(page.text)))
    sentences = list(split_sentences(page.text, Span(block.span.start + skip, block.span.end)))
    if not sentences:
        return None
    # "Cụ thể:" and "Chia theo quý:" say what the sentence before them counts.
    if len(sentences[-1].cut(page.text).split()) > _SHORT_WORDS:
        # "Năm 2019, toàn tỉnh tiếp nhận 411.329 hồ sơ. Theo cấp: tỉnh …, huyện …": its parts are no title.
        is_of_parts = len(sentences) > 1 and DIVIDES.match(fold(sentences[-1].cut(page.text))) is not None
        return sentences[-2] if is_of_parts else sentences[-1]
    if len(sentences) == 1:
        only_leads = ONLY_LEADS.fullmatch(fold(sentences[0].cut(page.text)).rstrip(": "))
        is_annex = _ANNEX.match(fold(sentences[0].cut(page.text))) is not None
        is_title = is_annex or (marker in {"arabic", "letter"} and not only_leads)
        return sentences[0] if is_title else _before(page, at, sentences[0])
    # Of a table that tells several things of each row not the last thing said is the title, but what all began with.
    return sentences[0] if len(page.blocks[index].cells) >= _SEVERAL_COLUMNS else sentences[-2]


# "Phụ lục số liệu" begins anew: what stood before it is no title of its table.
_ANNEX = re.compile(r"(?:phu luc|phu bieu|bieu mau|bieu so|bieu)\b")


def _block_of_title(page: Page, index: int) -> int | None:
    """Which paragraph has the title of the table that a row is of; None where another table stands before it."""
    table = page.blocks[index].table
    for at in range(index - 1, -1, -1):
        block = page.blocks[at]
        if block.kind is not BlockKind.CELLS:
            if not _is_note(block.span.cut(page.text), is_first=at == 0):
                return at
        elif block.table != table:
            return None
    return None


# "(Đơn vị tính: triệu đồng)", "ĐVT: hồ sơ".
_UNIT_OF_TABLE = re.compile(r"\b(?:Đơn vị(?: tính)?|ĐVT)\s*:\s*(?P<unit>[^\W\d][\w ]{0,30}|%)")


def _counted_in(page: Page, index: int) -> str:
    """The one known unit in which a note above the table or its title says that its numbers are; empty where none says so."""
    title = _block_of_title(page, index)
    blocks = page.blocks[title if title is not None else 0 : index]
    said = [m["unit"].strip() for b in blocks for m in _UNIT_OF_TABLE.finditer(b.span.cut(page.text))]
    return said[-1] if said and (said[-1] == "%" or class_of_unit(fold(said[-1])) is not None) else ""


def _is_note(written: str, *, is_first: bool) -> bool:
    """Whether a paragraph is a note on a table and no title: "(Công bố tại Quyết định số …)", "Đơn vị tính: …"."""
    is_in_brackets = re.fullmatch(r"\s*\(.*\)\s*", written, re.DOTALL) and not is_first
    return bool(
        is_in_brackets or re.match(r"\s*(?:Kèm theo|Ban hành kèm|Đơn vị tính|Đơn vị:|ĐVT)", written.lstrip("("))
    )


# More words than these say something of their own.
_SHORT_WORDS = 4
# A name and three things or more that are told of it.
_SEVERAL_COLUMNS = 4


def _before(page: Page, index: int, own: Span) -> Span:
    """The first sentence of the last paragraph before this block, or `own` where there is none."""
    earlier = (page.blocks[at] for at in range(index - 1, -1, -1))
    paragraph = next((b for b in earlier if b.kind is BlockKind.PARAGRAPH), None)
    if paragraph is None or is_full_name(paragraph.span.cut(page.text)):
        return own  # an annex, behind who signed the report
    return next(split_sentences(page.text, paragraph.span), own)
