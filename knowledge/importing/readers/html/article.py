"""Which blocks of a page are the article: from its title to where the site goes on."""

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.importing.head_lines import OWN_NUMBER, is_motto
from knowledge.importing.readers.html.blocks import Piece
from knowledge.importing.readers.html.clutter import begins_tail, is_foot

_NEARLY_ALL = 0.9  # of the page's prose: the innermost element with as much holds the article
_LONG = 100  # characters: no title, crumb or menu entry is as long
_SHORT = 60  # characters: a link alone on its line and shorter is a button
_NEAR = 3  # blocks between a dateline and the title below it
_HEAD = 6  # blocks between a report's number and its title, or of its head above the number
_DATELINE = re.compile(
    r"(?:cap nhat|dang|xuat ban|publish\w*|posted|updated)\b[^.;]{0,30}?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
)
_SYMBOL = re.compile(r"\d+/[A-ZĐ0-9]*[A-ZĐ]|\d+-[A-ZĐ]+/")


def article(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """The article's blocks: its title, all within the element that holds it, without the links of the site.

    Where nothing tells an article from its site, everything is kept.
    """
    first, last = _extent(pieces)
    start = _title(pieces, first, last, title)
    kept = list(pieces[first if start is None else min(start, first) : last + 1])
    if start is not None and start > first:
        kept = list(pieces[start : last + 1])
    return _without_links(kept[: _end(kept)], has_title=start is not None)


def _weight(piece: Piece) -> int:
    """The characters of prose; links and a site's foot weigh nothing."""
    return 0 if piece.is_links or is_foot(piece.words) else max(len(piece.words) - piece.linked, 0)


def _extent(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The first and last block of the innermost element with nearly all the prose."""
    mass: Counter[int] = Counter()
    for piece in pieces:
        weight = _weight(piece)
        for element in piece.path[:-1]:
            mass[element] += weight
    total = sum(_weight(piece) for piece in pieces)
    depth = {element: level for piece in pieces for level, element in enumerate(piece.path)}
    holding = [e for e, m in mass.items() if m >= _NEARLY_ALL * total]
    if not holding:
        return 0, len(pieces) - 1
    root = max(holding, key=lambda e: depth[e])
    inside = [i for i, piece in enumerate(pieces) if root in piece.path]
    return inside[0], inside[-1]


def _title(pieces: Sequence[Piece], first: int, last: int, title: str | None) -> int | None:
    """Where the article's title stands: before its first long paragraph, as the page's own title or an h1."""
    prose = (i for i in range(first, last + 1) if len(pieces[i].words) >= _LONG and not pieces[i].heading)
    before = range(next(prose, last) + 1)
    blocks = [i for i in before if not pieces[i].is_links and not _is_issuer(pieces[i].words)]
    same = [i for i in blocks if title and _names(pieces[i].words, title)]
    top = [i for i in blocks if pieces[i].heading == 1]
    chosen = same or top
    return _with_head(pieces, _with_dateline(pieces, chosen[-1])) if chosen else None


def _is_issuer(words: str) -> bool:
    """Whether a block is nothing but the name of a body or place ("TỈNH AN LẠC"), which a page's title may hold as well."""
    named = next(find_organisations(words), None)
    return named is not None and named.end - named.start >= len(words.strip())


def _with_head(pieces: Sequence[Piece], title: int) -> int:
    """A report that was saved as a page has its issuer and number above the title."""
    above = range(max(title - _HEAD, 0), title)
    number = next((i for i in above if OWN_NUMBER.match(fold(pieces[i].words))), None)
    if number is None:
        return title
    begins = number
    while begins > max(number - _HEAD, 0) and _is_of_head(pieces[begins - 1]):
        begins -= 1
    return begins


def _is_of_head(piece: Piece) -> bool:
    return not piece.is_links and (piece.words.isupper() or is_motto(piece.words))


def _with_dateline(pieces: Sequence[Piece], title: int) -> int:
    """Some sites say above the title when the article was published."""
    above = range(max(title - _NEAR, 0), title)
    return next((i for i in above if _DATELINE.search(fold(pieces[i].words)) and not pieces[i].is_links), title)


def _names(words: str, title: str) -> bool:
    """Whether a block is the page's title, which often has the site's name behind or before it."""
    short, long = fold(words).strip(), fold(title)
    return len(short) >= 12 and (short in long or long in short) and len(short) < 3 * len(long)


def _end(kept: Sequence[Piece]) -> int:
    """How many blocks belong to the article: up to related news, comments, or the site's foot."""
    total = sum(_weight(piece) for piece in kept)
    passed = 0
    for index, piece in enumerate(kept):
        rest = total - passed
        if passed * 2 >= total and begins_tail(piece.words) and rest < 0.35 * total:
            return index
        if passed * 2 >= total and is_foot(piece.words) and rest < 0.2 * total:
            return _without_name(kept, index)
        passed += _weight(piece)
    return len(kept)


def _without_name(kept: Sequence[Piece], foot: int) -> int:
    """A site's name in capitals above its foot belongs to the foot."""
    above = kept[foot - 1].words if foot else ""
    return foot - 1 if above.isupper() and "thong tin dien tu" in fold(above) else foot


def _without_links(kept: list[Piece], *, has_title: bool) -> list[Piece]:
    """The blocks without lists of links and lone buttons; a link to a document by its number stays."""
    links = [p.is_links and not _SYMBOL.search(p.words) for p in kept]
    if has_title and links:
        links[0] = False
    around = [False, *links, False]
    return [
        piece
        for i, piece in enumerate(kept)
        if not links[i] or not (around[i] or around[i + 2] or len(piece.words) < _SHORT)
    ]
