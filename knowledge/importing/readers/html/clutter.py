"""What surrounds an article on any site: menus, crumbs, shares, related news, counters, footers.

Sites name these in English or in Vietnamese without marks; the words are those of pages.toml.
"""

import re

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.importing.readers.html.tree import Element

_TAGS = frozenset({"nav", "footer", "aside", "menu", "figcaption"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"})
_NAMES = pattern_of(lambda: rf"{_any('names', 'words')}|(?:{_any('names', 'begins')})\S*")
_PROTECTED = pattern_of(lambda: _any("names", "article"))
_MOST = 0.4  # of a page's prose: a block with more is the article's own, whatever it is called


def clear(top: Element) -> None:
    """Takes out of the tree what its tag, role or name says is not the article."""
    total = _prose(top) or 1
    stack = [top]
    while stack:
        element = stack.pop()
        kept = []
        for child in element.children:
            if isinstance(child, Element):
                if _is_clutter(child) and _prose(child) < _MOST * total and not _is_of_document(child):
                    continue
                stack.append(child)
            kept.append(child)
        element.children = kept


def _is_clutter(element: Element) -> bool:
    given = element.attributes
    if element.tag in _TAGS or given.get("role", "").lower() in _ROLES:
        return True
    if element.tag == "header":
        return not element.has("h1")
    if element.tag in {"body", "main", "article", "form", "tr", "td", "tbody", "h1", "p"}:
        return False
    names = _tokens(f"{given.get('class', '')} {given.get('id', '')}")
    if any(_PROTECTED.search(name) for name in names):
        return False
    return any(_NAMES.fullmatch(part) for name in names for part in (name, *re.split(r"[-_]+", name)))


# The head and the foot of an official document, which a page may call by these names as well.
_OF_DOCUMENT = pattern_of(r"\bnoi nhan ?:|\(da ky\)|\bdoc lap ?[-–] ?tu do\b")


def _is_of_document(element: Element) -> bool:
    return element.tag in {"table", "div"} and bool(
        _OF_DOCUMENT.search(fold(" ".join(w.text for w in element.words())))
    )


def _tokens(names: str) -> list[str]:
    """Class names and ids in lower case, camel case parted: "newsRelated" gives "news-related"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).lower().split()


def _prose(element: Element) -> int:
    """The characters below that are not links'."""
    return sum(len(w.text.strip()) for w in element.words() if not w.is_link)


_TAIL = pattern_of(lambda: rf"(?:(?:{_any('tail', 'things')}) (?:{_any('tail', 'others')})|{_any('tail', 'words')})\b")
_FOOT = pattern_of(lambda: rf"{_any('foot', 'words')}|hom nay\s*:\s*[\d.]+\s*\||^(?:{_any('foot', 'labels')})\s*:")
_SHORT = 60  # characters: a label such as "Tin liên quan" with a counter


def begins_tail(words: str) -> bool:
    """Whether a short block heads what follows an article: related news, comments, sharing."""
    return len(words) <= _SHORT and _TAIL.match(fold(words).lstrip(" -»>•|:+")) is not None


def is_foot(words: str) -> bool:
    """Whether a block is of a site's foot: licence, address, visitors."""
    return _FOOT.search(fold(words)) is not None


def _any(table: str, words: str) -> str:
    return listed("pages", table, words)
