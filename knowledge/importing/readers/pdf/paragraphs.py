"""Lines of a printed page to the paragraphs that they were before they were broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.importing.readers.lines import ITEM, SENTENCE_END
from knowledge.importing.readers.pdf.lines import Line, between

_INDENT = 0.8  # of a line's height: a first line stands at least so far in
_APART = 1.35  # of the usual distance of lines: more is a space between paragraphs


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges of a page's text and the usual distance between its lines."""

    left: float
    right: float
    pitch: float


def margins_of(lines: Sequence[Line]) -> Margins:
    """The edges that most lines of a page keep to."""
    if not lines:
        return Margins(0, 0, 0)
    rights = sorted(line.box.right for line in lines)
    pitches = sorted(b.base - a.base for a, b in pairwise(lines) if b.base > a.base)
    usual = pitches[len(pitches) // 4] if pitches else 0.0  # spaces between paragraphs are the longer ones
    return Margins(min(line.box.left for line in lines), rights[int(0.95 * (len(rights) - 1))], usual)


def join(lines: Sequence[Line], margins: dict[int, Margins]) -> list[str]:
    """The paragraphs of lines in order, across pages too."""
    paragraphs: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _continues(before, line, margins):
            paragraphs[-1] += [between(before.text, line.text), line.text]
        else:
            paragraphs.append([line.text])
        before = line
    return ["".join(parts) for parts in paragraphs]


def _continues(before: Line, line: Line, margins: dict[int, Margins]) -> bool:
    if ITEM.match(line.text):
        return False
    ends = SENTENCE_END.search(before.text) is not None
    is_lower = line.text[:1].islower()
    if before.page == line.page and line.base - before.base > _APART * margins[line.page].pitch + 1:
        return not ends and is_lower  # a title may stand wide; over a space only what is unfinished goes on
    if not _is_full(before, line, margins[before.page]):
        return not ends and is_lower
    if before.text.isupper() and not line.text.isupper():
        return False  # a heading in capitals goes on only in capitals
    indent = line.box.left - margins[line.page].left > _INDENT * line.box.height
    if ends or line.text[:1].isupper():
        return not indent or (before.box.left >= line.box.left - 1 and not ends)
    return True


def _is_full(line: Line, following: Line, margins: Margins) -> bool:
    """Whether the first word of the following line had no room left on the line."""
    letter = (following.box.right - following.box.left) / max(len(following.text), 1)
    first = len(following.text.split(" ", 1)[0])
    return line.box.right + (first + 1) * letter > margins.right - letter
