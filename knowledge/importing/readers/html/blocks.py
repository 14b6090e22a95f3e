"""The blocks of a page in reading order, each knowing where it stands and how much of it is links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.importing.readers.building import Cell, tidy
from knowledge.importing.readers.html.tables import cells_of, grid_of, is_data, rows_of
from knowledge.importing.readers.html.tree import Element, Words
from knowledge.importing.readers.lines import join_wrapped

_HEADING = re.compile(r"h([1-6])")
_LISTS = frozenset({"ul", "ol", "dl"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading or table; `path` are the ids of the elements around it, outermost first."""

    words: str
    path: tuple[int, ...]
    heading: int = 0
    depth: int = 0  # of a list item
    linked: int = 0  # characters that are links'
    rows: tuple[tuple[Cell, ...], ...] = ()
    header_rows: int | None = None

    @property
    def is_links(self) -> bool:
        """Whether nearly all of its words are links."""
        return not self.rows and self.linked >= 0.8 * len(
            re.sub(r"\(?\d{1,2}/\d{1,2}/\d{4}\)?|[\s|»>/-]", "", self.words)
        )


@dataclass
class _Line:
    """Words gathered until a block or a line break ends them."""

    lines: list[str] = field(default_factory=lambda: [""])
    linked: int = 0

    def add(self, words: Words) -> None:
        self.lines[-1] += words.text
        self.linked += len(re.sub(r"\s", "", words.text)) if words.is_link else 0


def pieces(top: Element) -> Iterator[Piece]:
    """Every block below an element; columns of a layout are read row by row from the left."""
    yield from _below(top, (), 0)


def _below(element: Element, path: tuple[int, ...], depth: int) -> Iterator[Piece]:
    here = (*path, id(element))
    line = _Line()
    for child in element.children:
        if isinstance(child, Words):
            line.add(child)
        elif child.tag == "br":
            line.lines.append("")
        else:
            yield from _flush(line, element, here, depth)
            line = _Line()
            yield from _child(child, here, depth)
    yield from _flush(line, element, here, depth)


def _child(child: Element, path: tuple[int, ...], depth: int) -> Iterator[Piece]:
    if child.tag == "table" and is_data(child):
        yield from _table(child, (*path, id(child)))
    elif child.tag == "pre":
        for line in "".join(w.text for w in child.words()).splitlines():
            yield from _flush(_Line([line]), child, (*path, id(child)), depth)
    else:
        yield from _below(child, path, depth + (child.tag in _LISTS))


def _flush(line: _Line, element: Element, path: tuple[int, ...], depth: int) -> Iterator[Piece]:
    written = [tidied for words in line.lines if (tidied := tidy(words))]
    heading = _HEADING.fullmatch(element.tag)
    level = int(heading[1]) if heading else 0
    joined = [" ".join(written)] if heading and written else join_wrapped(written, None)
    total = sum(len(words) for words in joined) or 1
    for words in joined:
        yield Piece(words, path, level, depth, line.linked * len(words) // total)


def _table(table: Element, path: tuple[int, ...]) -> Iterator[Piece]:
    for caption in (e for e in table.children if isinstance(e, Element) and e.tag == "caption"):
        if words := caption.text():
            yield Piece(words, path)
    grid, header_rows = grid_of(table)
    words = " ".join(cell.text() for row in rows_of(table) for cell in cells_of(row))
    linked = sum(len(w.text.strip()) for w in table.words() if w.is_link)
    yield Piece(words, path, 0, 0, linked, tuple(tuple(row) for row in grid), header_rows)
