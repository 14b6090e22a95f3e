"""A page for a meeting in no file's own form: headed blocks of figures and lines, each with the number of its source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Exact:
    """What a row tells as numbers, for a workbook to reckon with; shares are parts of one."""

    value: Decimal
    unit: str
    share: Decimal | None = None
    before: Decimal | None = None
    difference: Decimal | None = None
    growth: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: what it counts, its value now and before, the change, and where it is told."""

    name: str
    now: str
    before: str
    change: str
    source: int
    quote: str
    is_main: bool = False  # one that no page leaves out
    exact: Exact | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; `lead` stands before it in bold."""

    text: str
    source: int
    quote: str
    lead: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one heading; `left_out` counts what there was no room for.

    A minor heading tells how much there is by itself, even where nothing is left under it.
    """

    heading: str
    rows: tuple[Row, ...] = ()
    lines: tuple[Line, ...] = ()
    is_major: bool = False  # an organisation, under which minor blocks follow
    is_of_all: bool = False  # of all organisations together: what is overdue and what is coming
    left_out: int = 0

    @property
    def entries(self) -> int:
        """Its rows and lines together."""
        return len(self.rows) + len(self.lines)

    @property
    def tells_left_out(self) -> bool:
        """Whether what was left out is said below it: not where a heading with its number is all that is there."""
        return bool(self.left_out) and (self.is_major or bool(self.entries))

    @property
    def cited(self) -> set[int]:
        """The numbers of its sources."""
        return {row.source for row in self.rows} | {line.source for line in self.lines}


@dataclass(frozen=True, slots=True)
class Source:
    """A report that the page rests on, by its number in brackets."""

    number: int
    words: str  # "297/BC-VPUBND, ngày 28/05/2019, Văn phòng UBND tỉnh Thanh Lâm"
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page: its head, the heads of the columns, the blocks in order, and the sources below."""

    title: str
    subtitle: str
    columns: tuple[str, str, str, str]
    blocks: tuple[Block, ...]
    sources_title: str
    sources: tuple[Source, ...]
    more: str  # "… và {count} mục nữa trong tệp Excel", with the count to be put in
    more_blocks: str  # "… và {blocks} phần nữa ({count} mục) trong tệp Excel"
    footer: str
    blocks_left_out: int = 0
    entries_left_out: int = 0  # of those blocks

    @property
    def left_out(self) -> str:
        """What is said of the blocks that there was no room for, not even for their headings."""
        if not self.blocks_left_out:
            return ""
        counts = (("{blocks}", self.blocks_left_out), ("{count}", self.entries_left_out))
        words = self.more_blocks
        for mark, count in counts:
            words = words.replace(mark, str(count))
        return words


@dataclass(frozen=True, slots=True)
class _Floor:
    """What each block keeps for as long as others have more than it."""

    lines: int
    late: int
    has_all_rows: bool


# What gives way first stands first: sentences, then figures that are parts of others.
_FLOORS = (_Floor(2, 5, True), _Floor(1, 3, True), _Floor(1, 3, False), _Floor(0, 1, False))


# What neither XML nor a spreadsheet may hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without characters that files cannot hold; reports read from odd files have such."""
    return _CONTROL.sub("", text)


def fitted(sheet: Sheet, *, lines: int, width: int, leads_apart: bool = False) -> Sheet:
    """The page in at most so many lines of so many characters; whatever gives way is counted where it stood.

    Sentences give way first, where there are most of them, then figures that are not main ones; then only headings
    are left of whole blocks, and last of all blocks go, but for those of all organisations together.  `leads_apart`
    is so where the lead of a line stands on lines of its own, and what is left out beside a heading that is short.
    """
    blocks, gone = [_cut(block, lines) for block in sheet.blocks], list[Block]()
    for floor in _FLOORS:
        while _height(sheet, blocks, width, leads_apart) > lines and _give_way(blocks, floor):
            pass
    while len(blocks) > 1 and _height(sheet, blocks, width, leads_apart) > lines:
        gone.append(blocks.pop(_least(blocks)))
    kept = tuple(blocks)
    cited = _cited(kept)
    return replace(
        sheet,
        blocks=kept,
        sources=tuple(s for s in sheet.sources if s.number in cited),
        blocks_left_out=len(gone),
        entries_left_out=sum(block.entries + block.left_out for block in gone),
    )


def _cut(block: Block, lines: int) -> Block:
    """No more of it than the whole page holds: a register may have thousands."""
    left = max(len(block.lines) - lines, 0)
    return replace(block, lines=block.lines[:lines], left_out=block.left_out + left) if left else block


def _give_way(blocks: list[Block], floor: _Floor) -> bool:
    """Takes one line or row from the block that has most to spare; False where none has any."""
    n = max(range(len(blocks)), key=lambda n: _to_spare(blocks[n], floor))
    if not any(_to_spare(blocks[n], floor)):
        return False
    block = blocks[n]
    if _to_spare(block, floor)[0]:
        shorter = replace(block, lines=block.lines[:-1])
    else:
        last = max(n for n, row in enumerate(block.rows) if not row.is_main)
        shorter = replace(block, rows=block.rows[:last] + block.rows[last + 1 :])
    blocks[n] = replace(shorter, left_out=block.left_out + 1)
    return True


def _to_spare(block: Block, floor: _Floor) -> tuple[int, int]:
    """How many lines and how many rows it has more than it keeps."""
    kept = floor.late if _is_late(block) else floor.lines
    rows = 0 if floor.has_all_rows else sum(not row.is_main for row in block.rows)
    return max(len(block.lines) - kept, 0), rows


def _is_late(block: Block) -> bool:
    return any(line.is_late for line in block.lines)


def _least(blocks: list[Block]) -> int:
    """The last block of one organisation."""
    own = [n for n, block in enumerate(blocks) if not block.is_of_all]
    return own[-1] if own else len(blocks) - 1


def _height(sheet: Sheet, blocks: list[Block], width: int, leads_apart: bool) -> int:
    cited = _cited(blocks)
    sources = sum(_lines(source.words, width) for source in sheet.sources if source.number in cited)
    return 4 + sources + sum(_block_height(block, width, leads_apart) for block in blocks)


def _cited(blocks: Sequence[Block]) -> set[int]:
    """The numbers of the sources that are cited."""
    return {number for block in blocks for number in block.cited}


def _block_height(block: Block, width: int, leads_apart: bool) -> int:
    table = 1 + sum(_row_height(row, width) for row in block.rows) if block.rows else 0
    text = sum(_line_height(line, width, leads_apart) for line in block.lines)
    is_beside = leads_apart and is_short_beside(block, width)
    return 2 + table + text + (block.tells_left_out and not is_beside)


def is_short_beside(block: Block, width: int) -> bool:
    """Whether what is left out of a block of lines may stand beside its heading, whose letters are larger."""
    return not block.is_major and len(block.heading) + _MORE_CHARACTERS <= width


# "… và 4 mục nữa trong tệp Excel", with the larger letters of a heading before it.
_MORE_CHARACTERS = 30


def _line_height(line: Line, width: int, leads_apart: bool) -> int:
    if leads_apart and line.lead:
        return _lines(line.lead, width) + (_lines(f"{line.text} [1]", width) if line.text else 0)
    return _lines(f"{line.lead} {line.text} [1]", width)


def _row_height(row: Row, width: int) -> int:
    """The name has about a third of the width, a value and the change a fifth each."""
    return max(_lines(f"{row.name} [1]", width // 3), _lines(row.now, width // 5), _lines(row.change, width // 5))


def _lines(text: str, width: int) -> int:
    return -(-len(text) // width)
