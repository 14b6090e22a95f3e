"""The words of a Word paragraph as it is printed: insertions in, deletions, field codes and hidden text out."""

from collections.abc import Iterator

from knowledge.importing.readers.legacy import restore_by_font
from knowledge.importing.readers.packages import Element, is_on, value
from knowledge.importing.readers.vietnamese import share_of_vietnamese

_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "Fallback", "drawing", "pict", "object"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def words_of(paragraph: Element, font: str) -> str:
    """The paragraph's words, tabs and line breaks; legacy fonts are put into Unicode."""
    runs = list(_runs(paragraph, font))
    written = "".join(text for text, _ in runs)
    if written.isascii() or not any(is_legacy(name) for _, name in runs):
        return written
    restored = "".join(restore_by_font(text, name) for text, name in runs)
    return restored if share_of_vietnamese(restored) > share_of_vietnamese(written) else written


def is_legacy(font: str) -> bool:
    """Whether a font shows TCVN3 or VNI codes as Vietnamese letters."""
    return font.startswith(".Vn") or font.upper().startswith("VNI-")


def boxes_of(paragraph: Element) -> Iterator[Element]:
    """The contents of the text boxes that hang on a paragraph, each once."""
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == "txbxContent":
            yield element
        elif element.tag != "Fallback":
            stack.extend(reversed(element))


def _runs(paragraph: Element, font: str) -> Iterator[tuple[str, str]]:
    """Each stretch of text with its font."""
    stack: list[tuple[Element, str]] = [(child, font) for child in reversed(paragraph)]
    while stack:
        element, name = stack.pop()
        tag = element.tag
        if tag == "t":
            yield element.text or "", name
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag], name
        elif tag not in _SKIPPED:
            if tag == "r":
                properties = element.find("rPr")
                if is_on(properties, "vanish"):
                    continue
                name = value(properties, "rFonts", "ascii") or font
            stack.extend((child, name) for child in reversed(element))
