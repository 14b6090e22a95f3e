"""The sheet that every picture is drawn on: its ground, letters and colours, and text that keeps within its width.

The sheet brings its own white ground, so that a picture reads alike in a light and in a dark chat.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.lazily import lazily

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

# The library is loaded for the first picture.
_new_image: "Callable[..., Image]" = lazily("PIL.Image", "new")
_draw_on: "Callable[[Image], ImageDraw]" = lazily("PIL.ImageDraw", "Draw")
_truetype: "Callable[..., FreeTypeFont]" = lazily("PIL.ImageFont", "truetype")

WIDTH = 1080  # as wide as phones show it
MARGIN = 56
GROUND, INK, QUIET, RULE = "#ffffff", "#16202a", "#4c5a67", "#dfe6ec"
# Telegram shows a picture at about 40 %: 25 there is 10 on the screen, the least that is read without zooming.
TITLE, TEXT, SMALL = 40, 30, 25
# What is drawn is cut off where it ends; no picture is taller than this.
_TALLEST = 3000
_FAST_OCTREE = 2  # PIL.Image.Quantize.FASTOCTREE


class Paper:
    """A sheet of which the upper part is used; every y counts from the top."""

    def __init__(self) -> None:
        self._image: Image = _new_image("RGB", (WIDTH, _TALLEST), GROUND)
        self.pen: ImageDraw = _draw_on(self._image)

    def write(
        self,
        at: tuple[float, float],
        text: str,
        *,
        size: int = TEXT,
        is_bold: bool = False,
        fill: str = INK,
        room: float = WIDTH - 2 * MARGIN,
        most: int = 1,
    ) -> float:
        """Writes the text in at most so many lines, the last ended by "…" where there are more; where it ends."""
        x, y = at
        for line in wrapped(text, font(size, is_bold=is_bold), room, most=most):
            self.pen.text((x, y), line, fill=fill, font=font(size, is_bold=is_bold))
            y += line_height(size)
        return y

    def centre(
        self, at: tuple[float, float], text: str, *, size: int = TEXT, is_bold: bool = False, fill: str = INK
    ) -> None:
        """Writes one line around the middle x, below y."""
        self.pen.text(at, text, fill=fill, font=font(size, is_bold=is_bold), anchor="ma")

    def head(self, title: str, subtitle: str) -> float:
        """Writes what the picture shows and whose it is; where it ends."""
        y = self.write((MARGIN, MARGIN - 10), title, size=TITLE, is_bold=True, most=3)
        return self.write((MARGIN, y), subtitle, fill=QUIET, most=3) if subtitle else y

    def foot(self, y: float, source: str, *, most: int = 4) -> float:
        """Writes the source; where it ends."""
        return self.write((MARGIN, y), source, size=SMALL, fill=QUIET, most=most)

    def rule(self, y: float) -> None:
        """A line across the sheet."""
        self.pen.line((MARGIN, y, WIDTH - MARGIN, y), fill=RULE, width=2)

    def png(self, bottom: float) -> bytes:
        """The sheet down to there, as PNG."""
        height = min(int(bottom) + MARGIN - 20, _TALLEST)
        file = BytesIO()
        # Few colours are a third of the bytes; this way of choosing them takes a tenth of the time of the usual one.
        few = self._image.crop((0, 0, WIDTH, height)).quantize(64, _FAST_OCTREE)
        few.save(file, "PNG", compress_level=3)
        return file.getvalue()


@lru_cache
def font(size: int, *, is_bold: bool = False) -> "FreeTypeFont":
    """DejaVu Sans of that size, which has all Vietnamese letters."""
    return _truetype(BytesIO(font_file(is_bold=is_bold)), size)


def font_file(*, is_bold: bool) -> bytes:
    """The font itself, for whatever else embeds it."""
    name = "DejaVuSans-Bold.ttf" if is_bold else "DejaVuSans.ttf"
    return (files(__package__) / "fonts" / name).read_bytes()


def line_height(size: int) -> int:
    """From one line to the next."""
    return size + max(8, size // 4)


def wrapped(text: str, letters: "FreeTypeFont", room: float, *, most: int) -> list[str]:
    """The text in lines of that width, the last one ending with "…" where there are more; a long word is broken."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines += _broken(word, letters, room)
        if len(lines) > most:
            break
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and letters.getlength(last + "…") > room:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], last + "…"]


def _broken(word: str, letters: "FreeTypeFont", room: float) -> list[str]:
    """A word in pieces that fit; nearly always it is one."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and letters.getlength(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
