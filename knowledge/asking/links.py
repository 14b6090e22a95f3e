"""Questions within links and buttons: small letters, digits and dashes, which read the same as what was typed.

https://core.telegram.org/bots/features#deep-linking: A-Z, a-z, 0-9, _ and -, at most 64 characters.
"""

import re

from knowledge.grammar.folding import compose, fold

# Two less than a button's or a link's 64, for the mark that says what it is.
MOST_CHARACTERS = 62


def to_link(question: str) -> str | None:
    """The question as a link carries it ("qd-192-2019"); None if it is too long for one."""
    slug = _slug(question)
    return slug if 0 < len(slug) <= MOST_CHARACTERS else None


def can_be_linked(question: str) -> bool:
    """Whether it has letters or digits that a link carries; one that has may still be too long."""
    return bool(_slug(question))


def _slug(question: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(compose(question))).strip("-")


def from_link(slug: str) -> str:
    """The question that the link carries, without tones."""
    return " ".join(re.split(r"[-_\s]+", slug)).strip()
