"""Which documents come from the centre, so that their number means the same in every province."""

from functools import cache, lru_cache

from knowledge.grammar.folding import key
from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_lists

_NATIONAL_ASSEMBLY = pattern_of(r"qh\d{2}$")
_JOINT = pattern_of(r"[-/\s]+")


@cache
def _symbol_ends() -> frozenset[str]:
    return frozenset(map(key, load_lists("organisations")["central_symbols"]))


@cache
def _issuers() -> tuple[str, ...]:
    return tuple(map(key, load_lists("organisations")["central_issuers"]))


# The documents of a store have few symbols and issuers.
@lru_cache(maxsize=4_096)
def is_central(symbol: str | None, issuer: str | None) -> bool:
    """Whether a document's symbol or its issuer, as written, is one of the centre's."""
    folded = key(symbol)
    parts = _JOINT.split(folded)
    if any(part in _symbol_ends() for part in parts) or _NATIONAL_ASSEMBLY.search(folded):
        return True
    return key(issuer).startswith(_issuers())
