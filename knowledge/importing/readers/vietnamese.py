"""How Vietnamese a text looks: what tells a right decoding from a wrong one."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"[^\W\d_]+(?:[^\w\s][^\W\d_]+)*")
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu?|r|s|th?|tr|v|x)?"
    r"(?:oa|oă|oe|oo|ua|uâ|uê|uô|uơ|uya|uyê|uy|iê|yê|ia|ươ|ưa|[aăâeêioôơuưy])"
    r"(?:ch|c|m|ng|nh|n|p|t|i|y|o|u)?"
)
# Symbols that no Vietnamese text has inside a word, but wrong decodings are full of.
_SCRAMBLED = re.compile("[¡-©«¬®-¶¸-¿×÷Þþßåæøïëî]")
_SAMPLE = 20_000  # characters: enough prose to tell encodings apart


def share_of_vietnamese(text: str) -> float:
    """The share, 0 to 1, of the words with other than ASCII letters that can be Vietnamese syllables.

    A text without any such word is 0.5: neither for nor against.  Only the beginning of a long text counts.
    """
    words = marked_words(text)
    scrambled = len(_SCRAMBLED.findall(text, 0, _SAMPLE))
    if not words and not scrambled:
        return 0.5
    return sum(is_syllable(w.lower()) for w in words) / (len(words) + scrambled)


def marked_words(text: str) -> list[str]:
    """The words with other than ASCII letters at the beginning of the text."""
    return [w for w in _WORD.findall(text, 0, _SAMPLE) if not w.isascii()]


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word in lower case can be one Vietnamese syllable with at most one tone."""
    decomposed = unicodedata.normalize("NFD", word)
    bare = "".join(c for c in decomposed if c not in _TONES)
    if len(decomposed) - len(bare) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
