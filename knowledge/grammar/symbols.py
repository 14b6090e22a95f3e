"""Document numbers and symbols as reports write them and as people type them.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3: number, slash, type's letters, hyphen, issuer's letters;
a công văn has issuer and drafting unit instead; Party documents write `18-NQ/TW`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.grammar.document_types import type_of_symbol
from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.patterns import pattern_of

_PART = r"[a-z][a-z0-9&.]*[a-z0-9]|[a-z]"
_LETTERS = rf"(?:{_PART})(?:\s?[-_/]\s?(?:{_PART}))*"
_SYMBOL = pattern_of(
    r"(?<![\w/.,])(?P<number>\d{1,5}[a-e]?)\s?"
    rf"(?:/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<yletters>{_LETTERS})|/\s?(?P<letters>{_LETTERS})"
    rf"|-\s?(?P<party>(?:nq|qd|ct|kl|hd|tb|bc|kh|tt|cv|ctr|ttr|da|qdi|qc)/[a-z][a-z0-9.-]*))"
)
_LIST = pattern_of(r"(?:so\s)(?P<numbers>\d{1,5}[a-e]?(?:\s?,\s?\d{1,5}[a-e]?)*\s?(?:,|va)\s)$")


@dataclass(frozen=True, slots=True)
class SymbolMention:
    """A document's number and symbol in a text, [start, end); `symbol` as written after the slash."""

    start: int
    end: int
    number: str
    symbol: str
    written: str
    year: int | None = None  # written inside: 16/2021/QĐ-UBND

    @property
    def key(self) -> tuple[str, str]:
        """Number and folded symbol, alike for every way of writing the same."""
        return self.number, fold_symbol(self.symbol)

    @property
    def type(self) -> str:
        """The document type that the symbol says."""
        return type_of_symbol(self.symbol)


@lru_cache(maxsize=50_000)
def fold_symbol(symbol: str) -> str:
    """A symbol for matching: `QÐ-UBND`, `QD_UBND`, `qđ - ubnd`, `QDD-UBND` and `QĐ-UBNND` all become `qd-ubnd`."""
    bare = re.sub(r"[\s_/.]+", "-", fold(symbol).strip())
    parts = re.sub(r"-+", "-", bare.replace("dd", "d")).strip("-").split("-")
    return "-".join(_SLIPS.get(re.sub(r"(.)\1+", r"\1", part), part) for part in parts)


# The two commonest bodies with a letter doubled or two letters swapped: `QĐ-UBNND`, `QĐ-UBDN`.
_SLIPS = {"ubnd": "ubnd", "ubdn": "ubnd", "unbd": "ubnd", "hdnd": "hdnd", "hddn": "hdnd", "hndd": "hdnd"}


def find_symbols(text: str) -> Iterator[SymbolMention]:
    """Every document symbol of a composed text, in order; its letters must be capitals as rules demand."""
    folded = fold(text)
    for match in _SYMBOL.finditer(folded):
        group = "yletters" if match["yletters"] else "letters" if match["letters"] else "party"
        end = _trim(text, match.start(group), match.end(group))
        letters = text[match.start(group) : end]
        if sum(c.isupper() for c in letters) < 2:
            continue
        year = int(match["year"]) if match["year"] else None
        yield from _listed(folded, match.start(), letters)
        yield SymbolMention(match.start(), end, match["number"], letters, text[match.start() : end], year)


def _listed(folded: str, start: int, letters: str) -> Iterator[SymbolMention]:
    """The numbers that share the symbol after them: "các Quyết định số 12, 13 và 15/QĐ-UBND"."""
    before = _LIST.search(folded, max(0, start - 60), start)
    if not before:
        return
    for number in re.finditer(r"\d{1,5}[a-e]?", before["numbers"]):
        at = before.start("numbers") + number.start()
        yield SymbolMention(at, at + len(number[0]), number[0], letters, f"{number[0]}/{letters}")


# "214/BC-UBND — Buôn Tría, ngày …": behind a long dash, or one with gaps, a place or a sentence begins.
_PLACE_BEHIND = re.compile(
    rf"\s?(?:[–—―]\s?|(?<=\s)[-‐‑‒]\s(?=\w{{3}}|\w\w\s[{UPPER}][{LOWER}]+,))(?=[{UPPER}][{LOWER}]+\b)"
)


def _trim(text: str, start: int, end: int) -> int:
    """The end of a symbol whose last parts are not in capitals ("QĐ-UBND - về" ends before the dash)."""
    if (place := _PLACE_BEHIND.search(text, start)) and place.start() < end:
        end = place.start()
    parts = list(re.finditer(r"[^\s\-‐-―_/]+", text[start:end]))
    while len(parts) > 1 and not any(c.isupper() for c in parts[-1][0]):
        parts.pop()
    return start + parts[-1].end()
