"""Whether the asker's input method was off, seen from the whole question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.asking.typing.keystrokes import decode_telex, decode_vni
from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.syllables import folded_syllables
from knowledge.asking.typing.tokens import Kind, Token, split_mixed
from knowledge.grammar.folding import has_tones

# Words that are counted: "quy1" is quý 1 and "phuong5" Phường 5, whatever VNI makes of them.
_COUNTED = frozenset(
    [
        "quy",
        "thang",
        "nam",
        "tuan",
        "ngay",
        "ky",
        "dot",
        "lan",
        "muc",
        "cap",
        "so",
        "to",
        "doi",
        "khoa",
        "lop",
        "quan",
        "phuong",
        "phong",
        "dieu",
    ]
)
_ROMAN = frozenset({"i", "ii", "iii", "iv"})
_SURE_VNI = re.compile(r"[a-z]\d+[a-z]|[6-9][1-5]?$")  # a mark inside, or one of the vowel's own marks


@dataclass(frozen=True, slots=True)
class Method:
    """How the question was typed."""

    is_marked: bool  # with Vietnamese marks
    is_telex: bool  # keystrokes that no English word explains
    is_vni: bool
    is_english: bool  # English words that no syllable explains, and more of them than of Vietnamese


def find_method(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Method:
    """What the tokens show together that one alone does not: "has" is "há" only among Telex."""
    is_marked = has_tones(text)
    telex = english = vietnamese = 0
    for token in tokens:
        if token.kind is not Kind.WORD:
            continue
        if token.folded in folded_syllables() or not token.raw.isascii():
            vietnamese += token.folded not in lexicon.english
        elif lexicon.is_english(token.folded):
            english += 1
        elif not lexicon.abbreviations.of(token.raw) and decode_telex(token.folded):
            telex += 1
    return Method(is_marked, telex > 0, _is_vni(tokens), english > vietnamese + telex)


def _is_vni(tokens: Sequence[Token]) -> bool:
    mixed = [token.folded for token in tokens if token.kind is Kind.MIXED]
    if not mixed:
        return False
    spelled = [keys for keys in mixed if decode_vni(keys)]
    inside = any(re.search(r"[a-z]\d+[a-z]", keys) for keys in spelled)
    sure = any(_SURE_VNI.search(keys) and keys.rstrip("0123456789") not in _COUNTED for keys in spelled)
    return inside or (len(spelled) > 1 and sure)


def settle(tokens: Sequence[Token], method: Method) -> list[Token]:
    """The tokens with letters and digits mixed read as VNI words, or cut into word and number."""
    settled: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind is not Kind.MIXED or (
            method.is_vni and decode_vni(token.folded) and not _is_counted(token, tokens[at + 1 : at + 2])
        ):
            settled.append(token)
        else:
            settled.extend(split_mixed(token))
    return settled


def _is_counted(token: Token, following: Sequence[Token]) -> bool:
    """Among VNI words `quy1` still is quý 1, unless a number follows: `quy1 1`, `quy1 II/2019`."""
    bare = token.folded.rstrip("0123456789")
    has_number = any(t.raw[0].isdigit() or t.folded.split("/")[0] in _ROMAN for t in following)
    return bare in _COUNTED and len(token.folded) == len(bare) + 1 and not has_number
