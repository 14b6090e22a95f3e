"""How officials type the same question: without tones, with slips, with the input method off.

`make` gives a form of a question; the same seed gives the same form.  Digits and document symbols
(`192/QĐ-UBND`) keep their digits in every form.
"""

import re
import unicodedata
from collections.abc import Callable
from random import Random

TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
VNI_TONES = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
VNI_MARKS = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

# Officials' abbreviations, longest phrase first.
SHORT = (
    ("trung tâm hành chính công", "TTHCC"),
    ("cải cách hành chính", "CCHC"),
    ("thủ tục hành chính", "TTHC"),
    ("công nghệ thông tin", "CNTT"),
    ("ủy ban nhân dân", "UBND"),
    ("nghị quyết", "NQ"),
    ("quyết định", "QĐ"),
    ("trực tuyến", "online"),
    ("bao nhiêu", "bn"),
    ("công văn", "CV"),
    ("kế hoạch", "KH"),
    ("báo cáo", "BC"),
    ("văn phòng", "VP"),
    ("hồ sơ", "hs"),
    ("không", "ko"),
    ("được", "dc"),
)
# Spelling that follows the ear: hỏi for ngã in the south, ch for tr and s for x in the north.
BY_EAR = (
    (re.compile("\u0303"), "\u0309"),
    (re.compile(r"\btr(?=[aeiouy])"), "ch"),
    (re.compile(r"\bx(?=[aeiouy])"), "s"),
    (re.compile(r"\bgi(?=[aeou])"), "d"),
)


def bare(text: str) -> str:
    """The text without any mark."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(str.maketrans("đĐ", "dD"))


def telex(text: str, chance: Random) -> str:
    """The Telex keys of the text; the tone comes after its vowel or at the end of the word."""
    typed = _by_word(text, lambda word: _keys(word, _telex_letter, TELEX_TONES, chance))
    # For ươ one w is enough.
    return typed.replace("uwow", "uow") if chance.random() < 0.5 else typed


def vni(text: str, chance: Random) -> str:
    """The VNI keys of the text: marks and tones are digits."""
    return _by_word(text, lambda word: _keys(word, _vni_letter, VNI_TONES, chance))


def _by_word(text: str, change: Callable[[str], str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: change(found[0]), unicodedata.normalize("NFC", text))


def _keys(word: str, letter: Callable[[str], str], tones: dict[str, str], chance: Random) -> str:
    is_tone_last = chance.random() < 0.7  # most people type the tone when the syllable is done
    typed, tone = "", ""
    for char in word:
        marks = unicodedata.normalize("NFD", char)
        here = "".join(tones[mark] for mark in marks if mark in tones)
        typed += letter("".join(mark for mark in marks if mark not in tones)) + ("" if is_tone_last else here)
        tone += here if is_tone_last else ""
    return typed + tone


def _telex_letter(letter: str) -> str:
    if letter in "đĐ":
        return "dd" if letter == "đ" else "DD"
    base, mark = letter[:1], letter[1:]
    return base + {"\u0302": base, "\u0306": "w", "\u031b": "w"}.get(mark, mark)


def _vni_letter(letter: str) -> str:
    if letter in "đĐ":
        return "d9" if letter == "đ" else "D9"
    return letter[:1] + "".join(VNI_MARKS.get(mark, mark) for mark in letter[1:])


def slips(text: str, chance: Random) -> str:
    """The text with a slip of the fingers in about half of its longer words; symbols stay whole."""
    return re.sub(r"(?<![\w/-])[^\W\d_]{4,}(?![\w/-])", lambda found: _slip(found[0], chance), text)


def _slip(word: str, chance: Random) -> str:
    if word.isupper() or chance.random() < 0.5:
        return word
    at = chance.randrange(1, len(word) - 1)
    before, char, after = word[:at], word[at], word[at + 1 :]
    return chance.choice(
        (
            before + after,
            before + char + char + after,
            before + after[0] + char + after[1:],
            before + _neighbour(char, chance) + after,
        )
    )


def _neighbour(char: str, chance: Random) -> str:
    key = bare(char).lower()
    row = next((row for row in KEYBOARD if key in row), key)
    at = row.index(key)
    return chance.choice([row[near] for near in (at - 1, at + 1) if 0 <= near < len(row)] or [char])


def shortened(text: str, _: Random) -> str:
    """The text with officials' abbreviations."""
    for phrase, short in SHORT:
        text = re.sub(re.escape(phrase), short, text, flags=re.IGNORECASE)
    return text


def by_ear(text: str, chance: Random) -> str:
    """The text as somebody spells it who writes what he says: one confusion, wherever it shows."""
    parts = unicodedata.normalize("NFD", text)
    heard = [pattern.sub(written, parts) for pattern, written in BY_EAR if pattern.search(parts)]
    return unicodedata.normalize("NFC", chance.choice(heard or [parts]))


def joined(text: str, chance: Random) -> str:
    """The text with about one space in six missing, never beside a digit or a symbol."""
    return re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda _: "" if chance.random() < 1 / 6 else " ", text)


FORMS: dict[str, Callable[[str, Random], str]] = {
    "exact": lambda text, _: text,
    "no_tone": lambda text, _: bare(text),
    "typo": slips,
    "telex": telex,
    "abbr": shortened,
    "upper": lambda text, _: text.upper(),
    "vni": vni,
    "by_ear": by_ear,
    "joined": joined,
}


def make(form: str, text: str, *, seed: str) -> str:
    """The question as typed in this form."""
    return FORMS[form](text, Random(f"{form} {seed}"))  # noqa: S311 - repeatable, nothing secret
