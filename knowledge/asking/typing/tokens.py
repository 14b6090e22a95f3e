"""Cutting a composed question into what stands together: words, and numbers and symbols kept whole."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from knowledge.asking.typing.syllables import tidy
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

# Hyphens, slashes and "&" bind anything; points, commas and colons only digits: "4.984", "7:30".  Spaces beside a
# slash or dash do not part a number from the letters of a symbol: "608 /UBND - VX".
_SPACED = (
    r"(?:(?<=\d)[ ]{0,2}/[ ]{0,2}|(?<=[^\W\d_])[ ]{1,2}[-_–][ ]{0,2}|(?<=[^\W\d_])[-_–][ ]{1,2})"
    r"(?=(?:QĐ|QD|KH|NQ|CT|TB|BC|CV|TTr|CTr|UBND|HĐND|HDND|VPUBND)\b)"
)
_DRAFTING = r"(?<=UBND)[ ]?[-–][ ]?(?=[A-ZĐ]{1,5}\b)"  # the drafting unit's letters, in capitals lest they be a word
_CHUNK = pattern_of(rf"[^\W_]+(?:(?:[/\-‐‑‒–—−_&]|(?<=\d)[.,:](?=\d)|{_DRAFTING}|(?i:{_SPACED}))[^\W_]+)*|[%‰]")
# The same of a text in which nothing can bind, as that of most questions.
_PLAIN_CHUNK = pattern_of(r"[^\W_]+|[%‰]")
_MAY_BIND = pattern_of(r"[/\-‐‑‒–—−_&]|\d[.,:]\d")
_JOINT = pattern_of(r"[/\-‐‑‒–—−_&.,:]")
_LEAD = pattern_of(r"([^\W\d_]{2,})(\d.*)", re.DOTALL)  # QĐ192, quý1/2019
_TAIL = pattern_of(r"(\d+(?:[.,]\d+)*)([^\W\d_]{2,})")  # 4984hs, 192qd
_ROMAN_TAIL = pattern_of(r"(qu[yý])(i{1,3}|iv)((?:/\d+)?)", re.IGNORECASE)  # quýIV/2019
_ORDINALS = frozenset({"st", "nd", "rd", "th"})  # 1st, and "9th" for nine months, stay whole
# Letters of a symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III): a type first, "QĐ-UBND", or an issuer last.
_TYPES = pattern_of(r"qd|nq|kh|bc|ct|tb|tt|ttr|ttlt|nd|cv|hd|ctr|da|kl|qc|lct")
_ISSUERS = pattern_of(r"ubnd|hdnd|cp|ttg|tw|bnv|btp|bct|vpubnd|vpcp|tu|hu|snv")


class Kind(Enum):
    """What a token is made of."""

    WORD = "word"  # letters only
    MIXED = "mixed"  # letters and digits with nothing between: VNI keys, or Q1
    FIXED = "fixed"  # a number, a date, a symbol, a per cent sign: never repaired


_WORD, _FIXED = Kind.WORD, Kind.FIXED


class Token(NamedTuple):
    """A run of characters [start, end); `folded` of a symbol has QDD and QD9 as `qd`.

    `toned` is the word where marks were typed, tidied.  `is_guess`: `folded` are the letters that keystrokes
    leave, which are no word yet.
    """

    kind: Kind
    raw: str
    folded: str
    start: int
    end: int
    toned: str | None = None
    is_guess: bool = False

    @property
    def is_keys(self) -> bool:
        """Whether its marks were typed as letters."""
        return bool(self.toned) and self.raw.isascii()


def cut(text: str, whole: frozenset[str] = frozenset()) -> Iterator[Token]:
    """The tokens of a composed text; `whole` are folded short forms not to cut at their joint: `t/c`."""
    chunks = _CHUNK if _MAY_BIND.search(text) else _PLAIN_CHUNK
    for match in chunks.finditer(text):
        raw = match[0]
        if raw.isalpha():
            if raw[0] in "qQ":
                yield from _letters(raw, match.start())
            else:
                folded, toned = _letters_of(raw)
                yield Token(_WORD, raw, folded, match.start(), match.end(), toned)
        elif raw.isdigit() or raw in "%‰":
            yield Token(_FIXED, raw, raw, match.start(), match.end())
        else:
            yield from _compound(raw, match.start(), whole)


def _letters(raw: str, start: int) -> Iterator[Token]:
    if quarter := _ROMAN_TAIL.fullmatch(raw):
        yield _token(Kind.WORD, quarter[1], start)
        yield _token(Kind.WORD, quarter[2], start + len(quarter[1]))
    else:
        yield _token(Kind.WORD, raw, start)


def _compound(raw: str, start: int, whole: frozenset[str]) -> Iterator[Token]:
    folded = fold(raw)
    if not any(char.isdigit() for char in raw):
        yield from _joined_letters(raw, folded, start, whole)
    elif not _JOINT.search(raw):
        yield _token(Kind.MIXED, raw, start)
    elif lead := _ROMAN_TAIL.fullmatch(raw):
        yield _token(Kind.WORD, lead[1], start)
        yield _symbol(lead[2] + lead[3], start + len(lead[1]))
    elif lead := _LEAD.fullmatch(raw):
        yield _token(Kind.WORD, lead[1], start)
        yield _symbol(lead[2], start + len(lead[1]))
    elif _TAIL.fullmatch(raw):
        yield from split_mixed(_token(Kind.MIXED, raw, start))
    else:
        yield _symbol(raw, start)


def _joined_letters(raw: str, folded: str, start: int, whole: frozenset[str]) -> Iterator[Token]:
    parts = [part.replace("dd", "d") for part in _JOINT.split(folded)]
    if folded in whole:
        yield _token(Kind.WORD, raw, start)
    elif (_TYPES.fullmatch(parts[0]) and not _TYPES.fullmatch(parts[-1])) or (
        _ISSUERS.fullmatch(parts[-1]) and _TYPES.fullmatch(parts[0])
    ):
        yield _symbol(raw, start)
    else:
        for part in re.finditer(r"[^\W_]+", raw):
            yield _token(Kind.WORD, part[0], start + part.start())


def split_mixed(token: Token) -> Iterator[Token]:
    """`qd192` as `qd` and `192`, `4984hs` as `4984` and `hs`; `Q1`, `30c` and the rest as they are."""
    if lead := _LEAD.fullmatch(token.raw):
        yield _token(Kind.WORD, lead[1], token.start)
        rest = lead[2]
        yield Token(Kind.FIXED, rest, fold(rest), token.start + len(lead[1]), token.end)
    elif (tail := _TAIL.fullmatch(token.raw)) and fold(tail[2]) not in _ORDINALS:
        yield Token(Kind.FIXED, tail[1], tail[1], token.start, token.start + len(tail[1]))
        yield _token(Kind.WORD, tail[2], token.start + len(tail[1]))
    else:
        yield Token(Kind.FIXED, token.raw, token.folded, token.start, token.end)


def _token(kind: Kind, raw: str, start: int) -> Token:
    folded, toned = _letters_of(raw)
    return Token(kind, raw, folded, start, start + len(raw), toned if kind is Kind.WORD else None)


# So many words as typed are remembered with their letters.
@lru_cache(maxsize=16_384)
def _letters_of(raw: str) -> tuple[str, str | None]:
    """The word without its marks, and with them where it has any."""
    return fold(raw), None if raw.isascii() else tidy(raw.lower())


def _symbol(raw: str, start: int) -> Token:
    folded = re.sub(r"(?<=[a-z])d9", "d", fold(raw)).replace("dd", "d").replace(" ", "")
    return Token(Kind.FIXED, raw, folded, start, start + len(raw))
