"""The marks that items and headings begin with, "II.", "2.1.", "a)", "-", and how deep each stands."""

import re

from knowledge.grammar.folding import fold

_ROMAN = re.compile(
    r"(?:(?:phan\s)?[ivx]+\s?[./)]|phan\s(?:[a-e]|\d{1,2}|thu\s(?:nhat|hai|ba|tu|bon|nam|sau|bay))\s?[./):])\s"
)
# "2.2. 23 xã …": behind a dot or a bracket a number may follow; "6 tháng đầu năm" is no item.
_ARABIC = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?:\s?[./)]?\s(?!thang\b)(?=\D)|[.)]\s(?=\d))")
# "A1. Chỉ đạo" stands under "Phần A".
_LETTER = re.compile(r"(?:[a-z]|[a-h]\d)\s?[.)]\s")
_BULLET = re.compile(r"[-+*•●○▪–—]\s?")
_MARKERS = (("roman", _ROMAN), ("arabic", _ARABIC), ("letter", _LETTER), ("bullet", _BULLET))
_LEVEL = {"roman": 10, "arabic": 20, "letter": 30, "bullet": 40}
STARRED_LEVEL = 35


def marker_of(folded: str) -> tuple[str, int]:
    """What sort of mark a folded paragraph begins with, and its length; of one without a mark "" and 0."""
    for name, pattern in _MARKERS:
        if match := pattern.match(folded):
            return name, match.end()
    return "", 0


def level_of(marker: str, mark: str) -> int:
    """How deep an item stands: "2.1." below "2."."""
    return _LEVEL.get(marker, 0) + (len(re.findall(r"\d+", mark)) - 1 if marker == "arabic" else 0)


def follows(before: str, mark: str) -> bool:
    """Whether a number or letter is the next one after another: "2." and "3.", "a)" and "b)"."""
    one, other = re.findall(r"\d+|[a-z]", fold(before)), re.findall(r"\d+|[a-z]", fold(mark))
    if not one or len(one) != len(other) or one[:-1] != other[:-1]:
        return False
    if one[-1].isdigit() and other[-1].isdigit():
        return int(other[-1]) == int(one[-1]) + 1
    return len(one) == 1 and ord(other[-1][0]) == ord(one[-1][0]) + 1
