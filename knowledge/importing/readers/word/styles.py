"""What a Word paragraph has by its style: heading level, numbering and font."""

import re
from dataclasses import dataclass

from knowledge.importing.readers.packages import Element, value

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_DEEPEST = 20  # styles based on styles; Word stops at 10


@dataclass(frozen=True, slots=True)
class Style:
    """The properties of a paragraph style, inherited ones included."""

    heading: int = 0
    is_contents: bool = False  # a line of a table of contents
    number: str | None = None  # numId
    level: int = 0
    font: str = ""


def read_styles(root: Element | None) -> dict[str, Style]:
    """The paragraph styles by id; the default one also as "" for paragraphs without a style."""
    if root is None:
        return {"": Style()}
    found = {e.get("styleId") or "": e for e in root.iter("style") if e.get("type", "paragraph") == "paragraph"}
    base = value(root, "docDefaults/rPrDefault/rPr/rFonts", "ascii") or ""
    styles = {name: _style(name, found, base) for name in found}
    default = next((name for name, e in found.items() if e.get("default") in {"1", "true"}), None)
    styles[""] = styles[default] if default is not None else Style(font=base)
    return styles


def _style(name: str, found: dict[str, Element], base_font: str) -> Style:
    heading, contents, number, level, font = 0, False, None, 0, ""
    current: str | None = name
    for _ in range(_DEEPEST):
        element = found.get(current or "")
        if element is None:
            break
        heading = heading or _heading(element)
        contents = contents or (value(element, "name") or "").lower().startswith("toc ")
        if number is None and (number := value(element, "pPr/numPr/numId")) is not None:
            level = as_int(value(element, "pPr/numPr/ilvl"))
        font = font or value(element, "rPr/rFonts", "ascii") or ""
        current = value(element, "basedOn")
    return Style(heading, contents, number, level, font or base_font)


def _heading(element: Element) -> int:
    name = value(element, "name") or ""
    if match := _HEADING.fullmatch(name.strip()):
        return min(int(match[1]), 6) or 1
    return 1 if name.strip().lower() == "title" else 0


def as_int(text: str | None, otherwise: int = 0) -> int:
    """The whole number that an attribute holds, else another; no file needs more than five digits."""
    return int(text) if text and re.fullmatch(r"-?\d{1,5}", text) else otherwise
