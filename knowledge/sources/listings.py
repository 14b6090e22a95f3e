"""Links to reports in a web page: by their words, their `title`, or the row of the table that they stand in."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.fetching.addresses import canonical
from knowledge.fetching.errors import CannotFetch
from knowledge.importing.readers.building import tidy
from knowledge.importing.readers.decoding import decode
from knowledge.importing.readers.html import metadata
from knowledge.importing.readers.html.tree import parse
from knowledge.importing.readers.limits import DEFAULT
from knowledge.sources.links import Link
from knowledge.sources.titles import MOST_CHARACTERS, is_report_title

_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|rtf|odt)(?:$|[?#])", re.IGNORECASE)


def open_page(content: bytes) -> LexborHTMLParser:
    """The page in whatever encoding; raises UnreadableFile of one with too many tags.

    Deeply nested tags take the parser minutes, so call it only in a process that can be ended.
    """
    html = decode(content, declared=metadata.find_charset(content))
    DEFAULT.check_characters(len(html))
    return parse(html, DEFAULT)


def links_to_reports(page: LexborHTMLParser, address: str) -> tuple[Link, ...]:
    """Each report that the page links to, once, in its order; those that only their row names stand last."""
    base = _base(page, address)
    found: dict[str, Link] = {}
    for node in page.css("a[href]"):
        title = next((words for words in _names(node) if is_report_title(words)), None)
        if title and (target := _target(node, base)) and target != address:
            found.setdefault(target, Link(target, title))
    for row in page.css("tr, li"):
        link = _link_of_row(row, base)
        if link and not any(_target(node, base) in found for node in row.css("a[href]")):
            found[link.address] = link
    return tuple(found.values())


def attached_files(page: LexborHTMLParser, address: str) -> tuple[str, ...]:
    """The addresses of the documents that the page offers for download, each once."""
    base = _base(page, address)
    nodes = [node for node in page.css("a[href]") if _FILE.search(node.attributes.get("href") or "")]
    return tuple(dict.fromkeys(target for node in nodes if (target := _target(node, base))))


def _names(node: LexborNode) -> Iterator[str]:
    """What the link is called: portals cut the words short and keep them whole in `title`."""
    yield tidy(node.attributes.get("title") or "")
    yield _text(node)
    for image in node.css("img[alt]"):
        yield tidy(image.attributes.get("alt") or "")


def _link_of_row(row: LexborNode, base: str) -> Link | None:
    """Of a row (a list's item) with the title in words and a link that only says "Tải về" or shows an icon."""
    if len(row.css("tr, li")) > 1:  # it counts itself; a row that holds rows is there for the layout
        return None
    cells = row.css("td, th") or [row]
    title = next((words for cell in cells if is_report_title(words := _text(cell))), None)
    if title is None:
        return None
    targets = [target for node in row.css("a[href]") if (target := _target(node, base))]
    files = [target for target in targets if _FILE.search(target)]
    best = next(iter(files or targets), None)
    return Link(best, title) if best else None


def _text(node: LexborNode) -> str:
    words = node.text(separator=" ") or ""
    # Tidying a whole page for each of its cells would take long; what is longer is no title.
    return tidy(words) if len(words) < 10 * MOST_CHARACTERS else ""


def _base(page: LexborHTMLParser, address: str) -> str:
    node = page.css_first("base[href]")
    try:
        return canonical((node.attributes.get("href") if node else None) or address, base=address)
    except CannotFetch:
        return address


def _target(node: LexborNode, base: str) -> str | None:
    """Where the link leads; None of what is no web address (mailto:, javascript:)."""
    try:
        return canonical(node.attributes.get("href") or "", base=base)
    except CannotFetch:
        return None
