"""The questions of one message: those that end each with a question mark or a line, and those that a comma parts."""

from collections.abc import Iterable

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

_SEVERAL = 2
_MOST_QUESTIONS = 5
_FEWEST_LETTERS = 8
_FEWEST_OF_CLAUSE = 6  # "giao ai"


def questions_in(text: str) -> list[str]:
    """The questions of a message, each once: "QĐ 192 tới đâu rồi? Quý II nhận mấy hồ sơ?"; none where it has but one."""
    if not _MAY_GO_ON.search(text):
        return []
    parts = [part.strip() for part in _ENDS.split(text) if len(part.strip()) >= _FEWEST_LETTERS]
    is_each = all(_asks(part, _FEWEST_LETTERS) for part in parts)
    return _once(parts) if _SEVERAL <= len(parts) <= _MOST_QUESTIONS and is_each else []


# A full stop behind a word, and no abbreviation's or number's: "… nhận bn hs. QĐ 192 tới đâu"; "Office No. 2" is one.
_MAY_GO_ON = pattern_of(r"[.!?\n].")
_ENDS = pattern_of(r"(?<=[^\W\d_][^\W\d_])(?<!\bNo)(?<!\bno)(?<!\bNO)[.!]\s+(?=\S)|(?<=\?)\s*(?=\S)|\n+")
_COMMA = pattern_of(r"[,;\n]\s+")


def clauses_in(text: str) -> list[str]:
    """What a comma parts, where each part asks: "trễ hạn bao nhiêu, lĩnh vực nào nhiều nhất?"."""
    parts = [part.strip() for part in _COMMA.split(text) if part.strip(" ?.")]
    is_each = all(_asks(part, _FEWEST_OF_CLAUSE) for part in parts)
    return _once(parts) if _SEVERAL <= len(parts) <= _MOST_QUESTIONS and is_each else []


def _asks(part: str, fewest: int) -> bool:
    return bool(_ASKS.search(fold(part))) and len(part) >= fewest


_ASKS = pattern_of(
    r"\?\s*$|\b(?:bao nhieu|bn|may|nhieu|nao|gi|ai|dau|sao|the nao|bao (?:gio|h)|chua|how|what|which|who|when|where)\b|%\W*$"
)


def _once(parts: Iterable[str]) -> list[str]:
    """Each question once, however it is marked off."""
    return list({" ".join(fold(part).strip(" ?.!").split()): part for part in reversed(list(parts))}.values())[::-1]
