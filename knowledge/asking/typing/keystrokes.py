"""Telex and VNI keystrokes that reached the chat because the input method was off.

Marks may stand anywhere after the letter they belong to, as UniKey and the phones' keyboards allow.
"""

from dataclasses import dataclass
from functools import lru_cache

from knowledge.asking.typing.syllables import (
    VOWELS,
    is_syllable,
    put_tone,
)
from knowledge.grammar.folding import fold

_TELEX_TONES = dict(zip("sfrxj", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_TONES = dict(zip("12345", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"o": "ơ", "u": "ư"}
_LONGEST = 14  # the longest syllable, nghiêng, with each of its keys struck twice


@dataclass(frozen=True, slots=True)
class Decoded:
    """What keystrokes spell; `toned` is None where that is no syllable, though it may be a name: "Đắk"."""

    folded: str
    toned: str | None


class _Syllable:
    """A syllable while its keys are struck."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.tone = ""
        self.is_marked = False
        self.undone = ""  # the tone that a second strike took away

    def has_vowel(self) -> bool:
        return any(letter in VOWELS for letter in self.letters)

    def strike_tone(self, tone: str, key: str) -> None:
        """The same tone twice takes it away and writes the key itself."""
        if self.tone == tone:
            self.tone, self.undone = "", tone
            self.letters.append(key)
        else:
            self.tone = tone
            self.is_marked = True

    def put(self, marks: dict[str, str], letters: str) -> bool:
        """Mark the last of these letters; whether there was one."""
        for at in range(len(self.letters) - 1, -1, -1):
            if self.letters[at] in letters:
                self.letters[at] = marks[self.letters[at]]
                self.is_marked = True
                return True
        return False

    def put_horn(self) -> bool:
        """uo becomes ươ, else the last u or o gets its horn; of "ua" it is the u, except after q."""
        word = "".join(self.letters)
        at = max(word.find("uo"), word.find("ưo"))
        if at >= 0 and not word.startswith("quo"):
            self.letters[at : at + 2] = ["ư", "ơ"]
            self.is_marked = True
            return True
        return self.put(_HORN, "ou")

    def cross(self) -> bool:
        """The first d becomes đ."""
        if self.letters[:1] != ["d"]:
            return False
        self.letters[0] = "đ"
        self.is_marked = True
        return True

    def decoded(self) -> Decoded | None:
        """What was struck, or None where the keys held no mark or there is no vowel to bear it."""
        bare = "".join(self.letters).replace("ưo", "ươ")
        if bare.endswith(("uơc", "uơng", "uơi", "uơn", "uơm", "uơt", "uơp", "uơu")):
            bare = bare.replace("uơ", "ươ")
        if not self.is_marked or not self.has_vowel():
            return None
        if is_syllable(bare, self.tone):
            return Decoded(fold(bare), put_tone(bare, self.tone))
        if self.undone and is_syllable(bare[:-1], self.undone):
            return Decoded(fold(bare[:-1]), put_tone(bare[:-1], self.undone))  # the key only bounced
        return Decoded(fold(bare), None)


@lru_cache(maxsize=8192)
def decode_telex(keys: str) -> Decoded | None:
    """The syllable that lower-case Telex keys spell: `tieesp`, `tieeps` and `tiesep` are "tiếp"."""
    if len(keys) > _LONGEST or not keys.isascii() or not keys.isalpha():
        return None
    syllable = _Syllable()
    for key in keys:
        _strike_telex(syllable, key)
    return syllable.decoded()


def _strike_telex(syllable: _Syllable, key: str) -> None:
    if key in _TELEX_TONES and syllable.has_vowel():
        syllable.strike_tone(_TELEX_TONES[key], key)
    elif key == "z" and syllable.has_vowel():
        syllable.tone, syllable.is_marked = "", True
    elif key in _CIRCUMFLEX and syllable.put(_CIRCUMFLEX, key):
        return
    elif key == "w":
        _strike_w(syllable)
    elif key != "d" or not syllable.cross():
        syllable.letters.append(key)


def _strike_w(syllable: _Syllable) -> None:
    word = "".join(syllable.letters)
    is_ua = word.endswith("ua") and not word.startswith("qu")
    if not is_ua and any(letter in "aâ" for letter in word):
        syllable.put({"a": "ă", "â": "ă"}, "aâ")
    elif not syllable.put_horn():
        syllable.letters.append("ư")
        syllable.is_marked = True


@lru_cache(maxsize=8192)
def decode_vni(keys: str) -> Decoded | None:
    """The syllable that lower-case VNI keys spell: `tie6p1` is "tiếp", `d9i5nh` "định"."""
    if len(keys) > _LONGEST or not keys.isascii() or not keys[:1].isalpha():
        return None
    syllable = _Syllable()
    for key in keys:
        if not _strike_vni(syllable, key):
            return None
    return syllable.decoded()


def _strike_vni(syllable: _Syllable, key: str) -> bool:
    if not key.isdigit():
        syllable.letters.append(key)
        return True
    if key in _VNI_TONES and syllable.has_vowel():
        syllable.strike_tone(_VNI_TONES[key], key)
        return True
    if key == "0" and syllable.has_vowel():
        syllable.tone, syllable.is_marked = "", True
        return True
    if key == "6":
        return syllable.put(_CIRCUMFLEX, "aeo")
    if key == "7":
        return syllable.put_horn()
    if key == "8":
        return syllable.put({"a": "ă"}, "a")
    return key == "9" and syllable.cross()
