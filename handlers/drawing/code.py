"""A link as a QR code, with the words that say what it asks, to be printed or held out to a colleague."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handlers.drawing.paper import INK, MARGIN, QUIET, WIDTH, Paper
from knowledge.lazily import lazily

_make_code: Callable[..., Any] = lazily("segno", "make")
# ISO/IEC 18004 wants four light modules around the code.
_BORDER = 4
_SIDE = 760


@dataclass(frozen=True, slots=True)
class Code:
    """What is drawn: what scanning it does, the link, and how the link reads."""

    title: str
    subtitle: str
    link: str
    written: str


def draw_code(code: Code) -> bytes:
    """The code as PNG."""
    paper = Paper()
    y = paper.head(code.title, code.subtitle) + 12
    # Level M: a fold or a stain of up to 15 % is read all the same.
    modules = [list(row) for row in _make_code(code.link, error="m", micro=False).matrix_iter(border=_BORDER)]
    size = _SIDE // len(modules)
    left = (WIDTH - size * len(modules)) // 2
    for n, row in enumerate(modules):
        for m, is_dark in enumerate(row):
            if is_dark:
                x = left + m * size
                paper.pen.rectangle((x, y + n * size, x + size - 1, y + (n + 1) * size - 1), fill=INK)
    y += size * len(modules)
    return paper.png(paper.write((MARGIN, y + 4), code.written, fill=QUIET, most=2))
