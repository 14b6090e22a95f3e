"""Whether how many is answered by the number that was asked for, and by as many numbers."""

import re

from knowledge.answers import Answer
from knowledge.asking.figures.counted import are_other_things
from knowledge.asking.fulfilling.told import NUMBER
from knowledge.asking.reading.question import Query
from knowledge.asking.sentences.matching_statements import said_numbers
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.units import unit_pattern

# "Sáp nhập 12 khu dân cư thành mấy khu?": the 12 is known.
_LEADING = pattern_of(r"0*(?P<number>\d+)(?![\d.,/%])")


def says_only_what_was_said(query: Query, answer: Answer) -> bool:
    """Whether how many is answered by the number that the question gives."""
    if query.claim is not None or query.counts != 1 or not query.asks("count"):
        return False
    told = _LEADING.match(answer.direct)
    return told is not None and told["number"] in said_numbers(query)


# A number first, or what it rose or fell by.
_NUMBER_FIRST = pattern_of(
    r"(?:(?:tang|giam|hon|gan|khoang|cao|thap|co|khong|dung|du|tu|truoc|bang|up|down|about|from|yes|no)[,:]? )*\d[\d.,/]* ?"
)
# "Đường dây nóng tiếp nhận 327 cuộc gọi": what comes in there is no dossiers.
_CALLS = pattern_of(r"\b(?:cuoc goi|luot goi|cuoc dien thoai)\b")
_ASKS_CALLS = pattern_of(r"\b(?:goi|dien thoai|duong day|tong dai|hotline|calls?)\b")
_DOSSIERS = pattern_of(r"\b(?:ho so|thu tuc|tthc|hs)\b")


def tells_no_calls(query: Query, answer: Answer) -> bool:
    """Whether what came in is told by more than calls, where the question names none."""
    if "received" not in query.terms.dimensions.get("stage", ()) or _ASKS_CALLS.search(query.folded):
        return True
    told = [fold(quote.text) for quote in answer.quotes]
    return not any(_CALLS.search(words) for words in told) or any(_DOSSIERS.search(words) for words in told)


_PLACES = frozenset({"bac", "hang", "thu hang"})
_BESIDES = ("percent", "money", "compare", "trend", "window", "when", "list", "number", "signer", "tasks")


def counts_what_was_asked(query: Query, answer: Answer) -> bool:
    """Whether how many of something is answered by a number that leads or that stands with it, and places gained by places.

    "Hồ sơ đất đai trễ hạn là bao nhiêu hồ sơ" is not answered by the document that is to mend it.
    """
    if query.counts != 1 or query.claim is not None or not query.asks("count"):
        return True
    words = fold(answer.direct)
    if not _changed_in_what_was_asked(query, words):
        return False
    if not query.unit:
        return True
    if query.unit in _PLACES:
        return re.search(r"\b(?:bac|hang|thu|rank|places?)\b", words) is not None
    if unit_pattern().fullmatch(query.unit) is None or query.asks(*_BESIDES) or answer.lines:
        return True
    first = query.unit.split()[0]
    if _NUMBER_FIRST.match(words):
        return True
    return bool(re.search(rf"\d[\d.,/]*[,)]? (?:[a-z]+,? ){{0,2}}{re.escape(first)}\b", words))


_RISE = pattern_of(r"(?:tang|giam|up|down) \d[\d.,/]* ?")
_SHARES = ("%", "phan tram", "percent", "diem", "point")


def _changed_in_what_was_asked(query: Query, words: str) -> bool:
    """Whether what rose or fell is what was asked about: "cắt giảm bao nhiêu thủ tục" is not answered by dossiers that rose."""
    if (rise := _RISE.match(words)) is None:
        return True
    if query.asks("percent"):
        return any(sign in words for sign in _SHARES)
    if not words.startswith(("tang", "giam")):
        return True  # in English things have other names
    told = unit_pattern().match(words, rise.end())
    if not query.unit or told is None or told[1] in query.folded:
        return True
    return not are_other_things(query.unit, told[1])


# What is asked twice ("bao nhiêu thôn thành bao nhiêu") is told by two numbers; those of periods and days are none.
_SEVERAL = 2
_OF_TIME = pattern_of(r"\b(?:quy (?:[ivx]+|\d)|\d thang|nam|thang|ngay)\b(?:[ /]*[\d/]+)?|\b\d+ thang\b")


def tells_as_many_numbers(query: Query, answer: Answer) -> bool:
    """Whether what is asked twice is told by several numbers."""
    if query.counts < _SEVERAL or query.claim is not None or query.asks("compare", "trend", "window", "when"):
        return True
    told = _OF_TIME.sub(" ", fold(" ".join((answer.direct, *answer.lines))))
    return len(NUMBER.findall(told)) >= _SEVERAL
