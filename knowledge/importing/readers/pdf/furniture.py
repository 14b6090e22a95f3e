"""What repeats on every page: page numbers and running heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.grammar.folding import fold
from knowledge.importing.readers.pdf.lines import Line

_PAGE_NUMBER = re.compile(r"[-–—(\[]*\s*(?:(?:trang|page|tr\.?)\s*)?\d{1,4}(?:\s*(?:/|of|tren)\s*\d{1,4})?\s*[-–—)\]]*")
_EDGE = 0.12  # of the page's height: heads and feet stand in this margin
_NEAR = 2  # lines from the top or the end of a page


def without_furniture(pages: Sequence[tuple[list[Line], float]]) -> list[list[Line]]:
    """The lines of each page, given with its height, without page numbers and what most pages repeat."""
    heads = Counter(key for lines, height in pages for key in {_key(line) for line in _at_edges(lines, height)})
    often = {key for key, count in heads.items() if count >= max(3, len(pages) // 2)}
    return [[line for line in lines if not _is_furniture(line, lines, height, often)] for lines, height in pages]


def _is_furniture(line: Line, lines: list[Line], height: float, often: set[str]) -> bool:
    if not any(line is edge for edge in _at_edges(lines, height)):
        return False
    return _PAGE_NUMBER.fullmatch(fold(line.text).strip()) is not None or _key(line) in often


def _at_edges(lines: list[Line], height: float) -> list[Line]:
    top = [line for line in lines[:_NEAR] if line.box.bottom < _EDGE * height]
    return top + [line for line in lines[-_NEAR:] if line.box.top > (1 - _EDGE) * height]


def _key(line: Line) -> str:
    """The line with its numbers alike: "Trang 2" repeats "Trang 3"."""
    return re.sub(r"\d+", "#", fold(line.text)).strip()
