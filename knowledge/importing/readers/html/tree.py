"""A page's tags as a small tree: blocks and words, with formatting left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits, too_long

_UNSEEN = re.compile(
    r"script|style|noscript|template|iframe|svg|canvas|object|embed|audio|video|map|head|input|button|select"
    r"|option|textarea|datalist|meter|progress|dialog|math|source|track|-comment|-undef"
)
# Tags that only dress the words, whose nesting says nothing.
_DRESS = re.compile(
    r"[abiusq]|em|strong|font|span|big|small|tt|code|kbd|samp|var|cite|mark|ins|abbr|acronym|dfn|time|data|bdi|bdo"
    r"|label|sub|sup|nobr|wbr|strike|blink|picture|(?:o|st1|w|v):.*"
)
_KEPT_ATTRIBUTES = ("class", "id", "role", "itemprop", "colspan", "rowspan", "style")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text and whether it is a link's."""

    text: str
    is_link: bool = False


@dataclass(slots=True)
class Element:
    """A block of the page with what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | Words"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """This element and every one below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(c for c in reversed(element.children) if isinstance(c, Element))

    def words(self) -> Iterator[Words]:
        """Every stretch of text below, in order."""
        stack: list[Element | Words] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, Words):
                yield item
            else:
                stack.extend(reversed(item.children))

    def text(self) -> str:
        """All the words below, one space between blocks."""
        return " ".join("".join(_spaced(self)).split())

    def has(self, *tags: str) -> bool:
        """Whether one of these tags is somewhere below."""
        return any(e.tag in tags for e in self.walk() if e is not self)


def _spaced(element: Element) -> Iterator[str]:
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        parts: list[Element | str] = [c if isinstance(c, Element) else c.text for c in item.children]
        stack.extend([" ", *reversed(parts), " "])


def parse(html: str, limits: Limits) -> LexborHTMLParser:
    """The parsed page; one with more tags than allowed is refused before it is parsed."""
    if html.count("<") > 2 * limits.elements:
        raise too_long(limits.elements, "thẻ", "tags")
    if _is_deeper(html, limits.tags_open):
        raise UnreadableFile(Fault.TOO_DEEP, limit=str(limits.tags_open))
    return LexborHTMLParser(html)


# Tags that hold others until they are closed; the time of the parser grows with the square of how many are open.
_HOLDING = re.compile(
    r"<(/?)(?:div|table|ul|ol|dl|section|article|main|aside|nav|header|footer|blockquote|center|form|fieldset"
    r"|span|font|b|i|u|s|em|strong|small|big|sub|sup|svg|g|a|button|select|object|details|figure|pre|tt|code)\b",
    re.IGNORECASE,
)


def _is_deeper(html: str, most: int) -> bool:
    open_tags = 0
    for match in _HOLDING.finditer(html):
        open_tags = open_tags + 1 if not match[1] else max(open_tags - 1, 0)
        if open_tags > most:
            return True
    return False


def grow(root: LexborNode, limits: Limits) -> Element:
    """The small tree of everything that a reader could see below a node."""
    top = Element("body")
    stack: list[tuple[LexborNode, Element, int, bool]] = [(root, top, 0, False)]
    while stack:
        node, parent, depth, in_link = stack.pop()
        children = _grow_one(node, parent, in_link) if node is not root else (top, False)
        if children is None:
            continue
        below, is_link = children
        level = depth + (below is not parent)
        if level > limits.depth:
            raise UnreadableFile(Fault.TOO_DEEP, limit=str(limits.depth))
        stack.extend((child, below, level, is_link) for child in reversed(list(_children(node))))
    return top


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _grow_one(node: LexborNode, parent: Element, in_link: bool) -> tuple[Element, bool] | None:
    """Adds a node to its parent and tells where what is below it goes; None where that is not to be seen."""
    tag = node.tag or ""
    if tag == "-text":
        parent.children.append(Words(node.text_content or "", in_link))
        return None
    if _UNSEEN.fullmatch(tag):
        return None
    given = node.attributes
    if _is_hidden(given):
        return None
    if _DRESS.fullmatch(tag):
        return parent, in_link or (tag == "a" and "href" in given)
    element = Element(tag, {k: v for k in _KEPT_ATTRIBUTES if (v := given.get(k))})
    parent.children.append(element)
    return element, in_link


def _is_hidden(given: dict[str, str | None]) -> bool:
    style = given.get("style") or ""
    return "hidden" in given or bool(re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style, re.IGNORECASE))
