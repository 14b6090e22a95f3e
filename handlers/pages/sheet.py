"""A page for a meeting in no file's own form: headed blocks of figures and lines, each with the number of its source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: what it counts, its value now and before, the change, and where it is told."""

    name: str
    now: str
    before: str
    change: str
    source: int
    quote: str


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
    """What stands under one heading; `left_out` counts what there was no room for."""

    heading: str
    rows: tuple[Row, ...] = ()
    lines: tuple[Line, ...] = ()
    is_major: bool = False  # an organisation, under which minor blocks follow
    left_out: int = 0

    @property
    def entries(self) -> int:
        """Its rows and lines together."""
        return len(self.rows) + len(self.lines)

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
    footer: str


# A block keeps so many of its lines, and so many of its figures, however little room there is.
_FEWEST_LINES, _FEWEST_LATE, _FEWEST_ROWS = 2, 5, 4


# What neither XML nor a spreadsheet may hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without characters that files cannot hold; reports read from odd files have such."""
    return _CONTROL.sub("", text)


def fitted(sheet: Sheet, *, lines: int, width: int) -> Sheet:
    """The page in at most so many lines of so many characters; whatever gives way is counted where it stood.

    Sentences give way first, where there are most of them, then figures, then whole blocks but for what is late.
    """
    blocks = list(sheet.blocks)
    while len(blocks) > 1 and _height(sheet, blocks, width) > lines:
        talking = max(range(len(blocks)), key=lambda n: _sentences_to_spare(blocks[n]))
        counting = max(range(len(blocks)), key=lambda n: len(blocks[n].rows))
        if len(blocks[talking].lines) > (_FEWEST_LATE if _is_late(blocks[talking]) else _FEWEST_LINES):
            block = blocks[talking]
            blocks[talking] = replace(block, lines=block.lines[:-1], left_out=block.left_out + 1)
        elif len(blocks[counting].rows) > _FEWEST_ROWS:
            block = blocks[counting]
            blocks[counting] = replace(block, rows=block.rows[:-1], left_out=block.left_out + 1)
        else:
            gone = blocks.pop(_least(blocks))
            blocks[-1] = replace(blocks[-1], left_out=blocks[-1].left_out + gone.entries + gone.left_out)
    kept = tuple(blocks)
    cited = _cited(kept)
    return replace(sheet, blocks=kept, sources=tuple(s for s in sheet.sources if s.number in cited))


def _sentences_to_spare(block: Block) -> tuple[bool, int]:
    """How many there are; what is late gives way after everything else."""
    return len(block.lines) > _FEWEST_LINES and not _is_late(block), len(block.lines)


def _is_late(block: Block) -> bool:
    return any(line.is_late for line in block.lines)


def _least(blocks: list[Block]) -> int:
    """The last block that is not about what is late."""
    plain = [n for n, block in enumerate(blocks) if not _is_late(block)]
    return plain[-1] if plain else len(blocks) - 1


def _height(sheet: Sheet, blocks: list[Block], width: int) -> int:
    cited = _cited(blocks)
    sources = sum(_lines(source.words, width) for source in sheet.sources if source.number in cited)
    return 4 + sources + sum(_block_height(block, width) for block in blocks)


def _cited(blocks: Sequence[Block]) -> set[int]:
    """The numbers of the sources that are cited."""
    return {number for block in blocks for number in block.cited}


def _block_height(block: Block, width: int) -> int:
    table = 1 + sum(_row_height(row, width) for row in block.rows) if block.rows else 0
    text = sum(_lines(f"{line.lead} {line.text} [1]", width) for line in block.lines)
    return 2 + table + text + bool(block.left_out)


def _row_height(row: Row, width: int) -> int:
    """The name has about a third of the width, a value and the change a fifth each."""
    return max(_lines(f"{row.name} [1]", width // 3), _lines(row.now, width // 5), _lines(row.change, width // 5))


def _lines(text: str, width: int) -> int:
    return -(-len(text) // width)
