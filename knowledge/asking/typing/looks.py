"""What a word as typed looks like by itself, whatever stands beside it; it is asked several times, and remembered."""

from enum import Enum

from knowledge.asking.typing.keystrokes import Decoded, decode_telex
from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.slips import SHORTEST
from knowledge.asking.typing.syllables import folded_syllables
from knowledge.asking.typing.tokens import Token
from knowledge.grammar.patterns import pattern_of

_ROMAN = pattern_of(r"[ivx]{2,}")  # "quý III": a number, and a word of no language
_LONG_ENOUGH = 5  # letters of a word that is taken for English with a slip in it
_MOST_REMEMBERED = 20_000  # words as typed; about 5 MB


class Looks(Enum):
    """What a word speaks for as the way in which a question was typed."""

    VIETNAMESE = "vietnamese"
    ENGLISH = "english"
    TELEX = "telex"  # keystrokes that no English word explains
    NEITHER = "neither"


class Acquaintance:
    """Looks at single words with one lexicon, anew when that has learned more."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._version = lexicon.version
        self._looks: dict[str, Looks] = {}
        self._slips: dict[tuple[str, str, str | None], bool] = {}
        self._syllables = folded_syllables()

    def looks(self, token: Token) -> Looks:
        """What the word speaks for, before any keystrokes are decoded."""
        known = self._looks.get(token.raw)
        if known is None:
            known = self._looks[token.raw] = self._look_at(token)
        return known

    def is_slip(self, token: Token) -> bool:
        """Whether it is plainly no word as it stands, whatever was meant."""
        if token.toned is None and token.folded in self._syllables:
            return False  # as nearly all are
        key = (token.raw, token.folded, token.toned)
        known = self._slips.get(key)
        if known is None:
            known = self._slips[key] = self._is_slip(token)
        return known

    def renew(self) -> None:
        """Forgets what it saw if the lexicon has learned since; before each question."""
        if self._version != self._lexicon.version or len(self._looks) + len(self._slips) > _MOST_REMEMBERED:
            self._version, self._looks, self._slips = self._lexicon.version, {}, {}

    def _look_at(self, token: Token) -> Looks:
        lexicon, folded = self._lexicon, token.folded
        if folded[0] in "ivx" and _ROMAN.fullmatch(folded):
            return Looks.NEITHER
        if token.toned or folded in folded_syllables():
            return Looks.NEITHER if folded in lexicon.english else Looks.VIETNAMESE
        if lexicon.is_english(folded):
            return Looks.ENGLISH
        if not lexicon.abbreviations.of(token.raw) and is_spelled(decode_telex(folded)):
            return Looks.TELEX
        return Looks.ENGLISH if self._is_nearly_english(folded) else Looks.NEITHER

    def _is_nearly_english(self, folded: str) -> bool:
        """Whether it is an English word but for a slip; short ones are near Vietnamese words as well."""
        near = self._lexicon.near(folded) if len(folded) >= _LONG_ENOUGH else ()
        return any(self._lexicon.is_english(word) for word, _ in near)

    def _is_slip(self, token: Token) -> bool:
        lexicon, folded = self._lexicon, token.folded
        if len(folded) < SHORTEST or token.raw[0].isupper() or lexicon.abbreviations.of(token.raw):
            return False
        if folded in folded_syllables() or lexicon.knows(folded):
            return token.toned is not None and not lexicon.is_toned_word(token.toned)
        return not lexicon.is_english(folded)


def is_spelled(decoded: Decoded | None) -> bool:
    """Whether the keys spell a syllable."""
    return decoded is not None and decoded.folded in folded_syllables()
