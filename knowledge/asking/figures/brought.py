"""To what something is to be brought, and from what it was: "nâng tỷ lệ … lên bao nhiêu %", "giảm từ bao nhiêu phòng"."""

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# What is to be raised or brought down, as tasks put it: "đã nâng" was, and "tỷ lệ … giảm xuống" is told of what is.
_ASKS_AIM = Sought(
    r"(?<!da )\b(?:nang|keo|keo giam|giam|ha|dua) (?:cac )?(?:ty le|ti le|muc do|so (?!voi\b))(?: [a-z/]+)*?"
    rf" (?:len|xuong|con)(?: (?:den|muc|tren|duoi|con|it nhat|toi thieu))* {HOW_MANY}\b"
    rf"|\b(?:duoi|it nhat|toi thieu|toi da|khong qua) {HOW_MANY} (?:%|phan tram|ho so|don vi|so|xa|phuong)(?! tuoi\b)"
)
# How many there were, where how many there are is not asked for as well.
_ASKS_FROM = Sought(rf"(?<!dau )\btu {HOW_MANY} (?!gio\b|nam\b|nguon\b)[a-z]+\b(?!.*\b{HOW_MANY}\b)")
_FROM = pattern_of(r"\btu $")
_ASKS_BEFORE = pattern_of(r"\b(?:truoc|cu|(?<!dau )tu(?= \d| bao| may)|ban dau|luc dau|before|earlier)\b")
_DOWN_TO = pattern_of(r"\b(?:xuong|con|len)\b[^;.\d]{0,20}\d")


def asks_aim(said: str) -> bool:
    """Whether a folded question asks to how much something is to be brought, and not how much it is."""
    return _ASKS_AIM.search(said) is not None


def asks_from(said: str) -> bool:
    """Whether a folded question asks only from how many it went."""
    return _ASKS_FROM.search(said) is not None


def asks_before(said: str) -> bool:
    """Whether a folded question may ask how much it was before."""
    return _ASKS_BEFORE.search(said) is not None


@once_each
def is_what_it_was(entry: FigureEntry) -> bool:
    """Whether it is so long or so many as something was before: "rút từ 15 ngày xuống 10 ngày", "từ 148 còn 134 phòng"."""
    if not is_from(entry):
        return False
    behind = fold(entry.report.text[entry.figure.span.end : entry.figure.span.end + 40])
    if fold(entry.figure.unit) in _LASTS:
        return _DOWN_TO.search(behind) is not None
    became = _BECAME.match(behind)
    # "Từ 4,12% của quý I xuống 3,05%": so much it was then.
    return became is not None and _TIME.search(became[0]) is None


_BECAME = pattern_of(
    r"[ %]*(?:[a-z]+,? ){0,5}?(?:xuong con|xuong|con lai|con|len|thanh)(?: (?:den|toi|muc|khoang|gan|hon))? \d"
)
_TIME = pattern_of(r"\b(?:nam|quy|thang|ky|truoc|dau|cuoi)\b")


@once_each
def is_at_start(entry: FigureEntry) -> bool:
    """Whether so many were there when its time began: "đầu năm 2021 là 612 đơn vị", "giảm 14 đơn vị so với đầu năm (612 đơn vị)"."""
    start = entry.figure.span.start
    return _AT_START.search(fold(entry.report.text[max(0, start - _START_LENGTH) : start])) is not None


_AT_START = pattern_of(
    r"(?<!thang )(?<!quy )(?<!nua )(?<!tu )(?<!tuan )(?<!nhung )\bdau (?:nam|ky|quy|nhiem ky|giai doan)(?: (?:nam )?\d{4})?"
    r"(?:,? (?:la|co|con|chi co))?[\s:(]*$"
)
_START_LENGTH = 40


_LASTS = frozenset({"ngay", "ngay lam viec", "gio", "gio lam viec", "phut", "thang", "tuan"})


@once_each
def is_from(entry: FigureEntry) -> bool:
    """Whether right before the number stands that it went from there: "giảm từ 10 phòng còn 7"."""
    start = entry.figure.span.start
    return _FROM.search(fold(entry.report.text[max(0, start - 6) : start])) is not None
