"""Names in buttons: they are longer than a button's data may be, and a mark tells them apart, after a restart as well."""

from collections.abc import Iterable
from hashlib import sha256

from knowledge.grammar.folding import fold


def mark_of_name(name: str) -> str:
    """Sixteen characters that stand for the name."""
    return sha256(fold(name).encode()).hexdigest()[:16]


def find_marked(names: Iterable[str], mark: str) -> str | None:
    """The name that the mark stands for, if it is one of these."""
    return next((name for name in names if mark_of_name(name) == mark), None)
