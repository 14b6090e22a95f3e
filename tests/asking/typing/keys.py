"""How the keys of Telex and VNI are struck for a text, tones at the end of the word."""

import re
import unicodedata

_TONES = "\u0301\u0300\u0309\u0303\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"


def telex(text: str) -> str:
    """`tieesp`-like keys for every word with marks."""
    marks = {**dict(zip(_TONES, "sfrxj", strict=True)), _BREVE: "w", _HORN: "w"}
    return re.sub(r"[^\W\d_]+", lambda m: _strike(m[0], marks, "d"), unicodedata.normalize("NFC", text))


def vni(text: str) -> str:
    """`tie6p1`-like keys for every word with marks."""
    marks = {**dict(zip(_TONES, "12345", strict=True)), _CIRCUMFLEX: "6", _HORN: "7", _BREVE: "8"}
    return re.sub(r"[^\W\d_]+", lambda m: _strike(m[0], marks, "9"), unicodedata.normalize("NFC", text))


def _strike(word: str, marks: dict[str, str], cross: str) -> str:
    keys, tone = "", ""
    for letter in word:
        if letter in "đĐ":
            keys += ("d" if letter == "đ" else "D") + cross
            continue
        base, *above = unicodedata.normalize("NFD", letter)
        keys += base + "".join(marks.get(m, base) for m in above if m not in _TONES)
        tone += "".join(marks[m] for m in above if m in _TONES)
    return keys + tone
