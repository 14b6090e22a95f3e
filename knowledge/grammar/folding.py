"""Folding: Vietnamese text as somebody types it without tones, character for character."""

import unicodedata
from functools import lru_cache


def _fold_table() -> dict[int, str]:
    """Every precomposed character to its bare lower-case letter; one character to one character."""
    table = {}
    for code in range(0x80, 0x2000):
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0].lower()
        if len(base) == 1 and base != char:
            table[code] = base
    # đ does not decompose, and Ð (eth) is often typed for Đ.
    table |= {ord(c): "d" for c in "đĐÐð"}
    table |= {ord(c): "-" for c in "‐‑‒–—―−"}
    table |= {ord(c): " " for c in "\u00a0\u2002\u2003\u2009\u202f"}
    table |= {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    return table


_TABLE = _fold_table()


def compose(text: str) -> str:
    """The text in NFC, as every text of the store is kept and every question is read."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The text in lower case without tones, đ as d, all dashes alike.

    Of composed text (`compose`) each character folds to one character, so places stay the same.
    """
    if text.isascii():
        return text.lower()
    return text.translate(_TABLE) if len(text) > _LONGEST_REMEMBERED else _folded_short(text)


# A question, its words, the labels and units of figures are folded by several who look at them; so long are most.
_LONGEST_REMEMBERED = 300


@lru_cache(maxsize=4_096)
def _folded_short(text: str) -> str:
    return text.translate(_TABLE)


def key(words: str | None) -> str:
    """The words as they are compared with others: without tones, case and double spaces; of None, no words."""
    return " ".join(fold(compose(words)).split()) if words else ""


def has_tones(text: str) -> bool:
    """Whether the writer typed any Vietnamese mark at all."""
    return not text.isascii() and any(ord(c) > 0x7F and c.isalpha() for c in text)


def lower_first(words: str) -> str:
    """The words as they go on behind others; abbreviations keep their capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _letters(*, upper: bool) -> str:
    codes = [*range(0x41, 0x7B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]
    return "".join(c for c in map(chr, codes) if (c.isupper() if upper else c.islower()))


# Letters of Vietnamese for character classes: ranges such as À-Ỹ mix capitals and small letters.
UPPER = _letters(upper=True)
LOWER = _letters(upper=False)
