"""How much of a file is read before it is refused."""

from dataclasses import dataclass

from knowledge.importing.readers.errors import Fault, UnreadableFile

# The system counts the processor's time; by the clock a busy machine takes longer for the same, and reading goes last.
_CLOCK = 6
# Until a process has loaded what it needs, also on a busy machine.
START_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may have; a file beyond one of them is refused whole, never cut.

    The defaults leave room for the largest documents that offices send (a yearbook of 300 pages, a register
    of 50,000 rows) and keep one reading under the seconds and memory given here.
    """

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 100_000_000  # all parts of a docx or xlsx together
    part_bytes: int = 30_000_000  # one XML part of a docx or xlsx
    unpacked_files: int = 2_000
    pages: int = 500
    characters: int = 10_000_000
    cells: int = 500_000
    blocks: int = 100_000  # paragraphs and rows of tables
    block_characters: int = 100_000  # one of them; a whole report on one line has fewer
    lines: int = 500_000  # of a file of text
    tags_open: int = 2_000  # tags of an html page within one another as written, before it is parsed
    depth: int = 200  # of nested tags
    elements: int = 500_000  # tags of an html page or of one part of a docx
    seconds: float = 5.0  # for reading and understanding: of processor time, and six times as long by the clock
    memory_bytes: int = 500_000_000  # of the process that does it

    @property
    def clock_seconds(self) -> float:
        """How long reading may take by the clock."""
        return _CLOCK * self.seconds

    def check_file_bytes(self, size: int) -> None:
        """Refuses a file of more bytes than allowed."""
        if size > self.file_bytes:
            raise UnreadableFile(Fault.TOO_LARGE, size=megabytes(size), limit=megabytes(self.file_bytes))

    def check_characters(self, count: int) -> None:
        """Refuses a text of more characters than allowed."""
        if count > self.characters:
            raise too_long(self.characters, "ký tự", "characters")

    def check_cells(self, count: int) -> None:
        """Refuses tables of more cells than allowed."""
        if count > self.cells:
            raise too_long(self.cells, "ô", "cells")

    def check_blocks(self, count: int, characters: int) -> None:
        """Refuses a text of more paragraphs and rows than allowed, or whose last one is longer."""
        if count > self.blocks:
            raise too_long(self.blocks, "đoạn và dòng", "paragraphs and rows")
        if characters > self.block_characters:
            raise too_long(self.block_characters, "ký tự trong một đoạn", "characters in one paragraph")

    def check_text(self, text: str) -> None:
        """Refuses a file of text that is longer than allowed, before anything is looked for in it."""
        self.check_characters(len(text))
        lines = text.splitlines()
        if len(lines) > self.lines:
            raise too_long(self.lines, "dòng", "lines")
        self.check_blocks(0, max(map(len, lines), default=0))


DEFAULT = Limits()


def too_long(limit: int, unit_vi: str, unit_en: str) -> UnreadableFile:
    """The error for a file with more than `limit` of something."""
    return UnreadableFile(Fault.TOO_LONG, limit=f"{limit:,}".replace(",", "."), unit_vi=unit_vi, unit_en=unit_en)


def megabytes(size: int) -> str:
    """A size in bytes as a person reads it: "12 MB"."""
    return f"{size / 1_000_000:.3g} MB"
