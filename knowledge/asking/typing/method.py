"""Whether the asker's input method was off, seen from the whole question, and what the keys then spell."""

import re
from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from knowledge.asking.typing.keystrokes import Decoded, decode_telex, decode_vni
from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.looks import Acquaintance, Looks, is_spelled
from knowledge.asking.typing.syllables import folded_syllables
from knowledge.asking.typing.tokens import Kind, Token, split_mixed
from knowledge.grammar.folding import has_tones
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed

_WORD, _MIXED = Kind.WORD, Kind.MIXED
# Words that are counted: "quy1" alone is quý 1 and "phuong5" Phường 5, and no sign of VNI.
_COUNTED = pattern_of(lambda: listed("counting", "numbered"))
_SURE_VNI = pattern_of(r"[a-z]\d+[a-z]|[6-9][1-5]?$")  # a mark within, or one that is no tone

_MOST_SLIPS = 3  # more say no more of how carefully it was typed


class Method(NamedTuple):
    """How the question was typed."""

    is_marked: bool  # with Vietnamese marks, by whatever method
    is_telex: bool  # keystrokes that no English word explains
    is_telex_sure: bool  # in several words, or the only one
    is_vni: bool
    has_small: bool  # with small letters, so that capitals say something
    is_english: bool  # English words that no syllable explains, and more of them than of Vietnamese


def find_method(text: str, tokens: Sequence[Token], acquaintance: Acquaintance) -> Method:
    """What the tokens show together that one alone does not: "has" is "há" only among Telex."""
    looks = [acquaintance.looks(token) for token in tokens if token.kind is _WORD]
    telex, english, vietnamese = map(looks.count, (Looks.TELEX, Looks.ENGLISH, Looks.VIETNAMESE))
    is_vni = _is_vni(tokens)
    is_marked = telex > 0 or is_vni or has_tones(text)
    is_telex_sure = telex > 1 or telex == len(tokens)
    has_small = any(letter.islower() for letter in text)
    return Method(is_marked, telex > 0, is_telex_sure, is_vni, has_small, english > vietnamese + telex)


def _is_vni(tokens: Sequence[Token]) -> bool:
    mixed = [token.folded for token in tokens if token.kind is _MIXED]
    if not mixed:
        return False
    spelled = [keys for keys in mixed if is_spelled(decode_vni(keys))]
    inside = any(re.search(r"[a-z]\d+[a-z]", keys) for keys in spelled)
    sure = any(_SURE_VNI.search(keys) and not _COUNTED.fullmatch(keys.rstrip("0123456789")) for keys in spelled)
    # "Ban hanh2 ngay2 nao2": words that are not counted, each with a tone; "nhom1, nhom2" are numbered.
    plain = {base for keys in spelled if not _COUNTED.fullmatch(base := keys.rstrip("12345"))}
    is_all = len(mixed) > 1 and not any(token.kind is _WORD for token in tokens)  # "Ngay2 nao2?"
    has_plain = len(plain) > 1 or (is_all and len(plain) == 1)
    return inside or (len(spelled) > 1 and sure) or (has_plain and len(spelled) == len(mixed))


def settle(tokens: Sequence[Token], method: Method, lexicon: Lexicon) -> list[Token]:
    """The tokens with keystrokes decoded, and those of letters and digits read as VNI or cut in two."""
    settled: list[Token] = []
    syllables = folded_syllables()
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.kind is _MIXED and _is_short_form(token, following, lexicon):
            settled.append(token._replace(kind=_WORD))
        elif token.kind is _MIXED:
            is_spelled = method.is_vni or _is_quarter(token, following)
            decoded = decode_vni(token.folded) if is_spelled else None
            settled += [_as_word(token, decoded, lexicon)] if decoded else split_mixed(token)
        elif token.kind is _WORD and not (token.toned or method.is_english or token.folded in syllables):
            settled.append(_read_telex(token, method, lexicon))
        else:
            settled.append(token)
    return settled


def _is_short_form(token: Token, following: Token | None, lexicon: Lexicon) -> bool:
    """ "QD9 145": the short form QĐ as VNI keys spell it, before the number that it is of; "QD9" alone is a number 9."""
    is_numbered = following is not None and following.raw[:1].isdigit()
    return is_numbered and token.folded.endswith("d9") and bool(lexicon.abbreviations.of(token.raw))


def _is_quarter(token: Token, following: Token | None) -> bool:
    """ "Quy1 IV": "quý" as VNI keys spell it, before its number."""
    return token.folded == "quy1" and following is not None and following.folded in _QUARTERS


_QUARTERS = frozenset({"i", "ii", "iii", "iv"})


def count_slips(tokens: Sequence[Token], acquaintance: Acquaintance) -> int:
    """How many words are none as they stand, which names are not, and marks that no word has; at most three."""
    found = (token for token in tokens if token.kind is _WORD and acquaintance.is_slip(token))
    return sum(1 for _ in islice(found, _MOST_SLIPS))


def _read_telex(token: Token, method: Method, lexicon: Lexicon) -> Token:
    """The word that the keys spell where it is none as it stands, or the letters that are left of a slip."""
    if lexicon.abbreviations.of(token.raw):
        return token
    if method.has_small and token.raw.isupper() and len(token.raw) > 1 and lexicon.is_english(token.folded):
        return token  # "Điểm PAR INDEX": capitals among small letters are a name's and no keys
    decoded = decode_telex(token.folded)
    if decoded is None:
        return token
    if lexicon.knows(token.folded) and not method.is_telex_sure:
        return token  # a name of the reports: "Loong", "Krông" typed "Kroong" is one only among other keystrokes
    is_syllable = decoded.folded in folded_syllables()
    if lexicon.is_english(token.folded):
        return _as_word(token, decoded, lexicon) if method.is_telex and is_syllable and decoded.toned else token
    is_name = lexicon.knows(decoded.folded) and not lexicon.is_english(decoded.folded)
    return _as_word(token, decoded, lexicon) if is_syllable or is_name or method.is_telex else token


def _as_word(token: Token, decoded: Decoded, lexicon: Lexicon) -> Token:
    is_guess = decoded.folded not in folded_syllables() and not lexicon.knows(decoded.folded)
    return token._replace(kind=_WORD, folded=decoded.folded, toned=decoded.toned, is_guess=is_guess)
