"""The days on which a sentence tells that the thing asked for came about, and none of another thing that it tells."""

import itertools
import re

from knowledge.asking.library import StatementEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import ASKS_LAST, is_own_day, year_of
from knowledge.asking.replies import Wording
from knowledge.asking.sentences.basis import without_basis
from knowledge.asking.sentences.matching_statements import said_numbers
from knowledge.asking.sentences.sentence_kinds import asks_of_document
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.patterns import pattern_of

_WORDS = pattern_of(r"[a-z]+")
_FEWEST_WORDS = 5
_Part = tuple[int, int]  # where it begins and ends in the sentence


def days_told(entry: StatementEntry, query: Query) -> list[DateMention]:
    """The days of the thing: of documents none, but where one is asked for or is what set the thing up."""
    every = days_where_asked(entry, query)
    own = [d for d in every if is_own_day(entry, d)]
    if own:
        return own
    return every if asks_of_document(query) else _days_set_up(entry, query, every)


_UP_TO = pattern_of(r"\b(?:den|toi|truoc)(?: het)?(?: ngay)? $")


def own_days(entry: StatementEntry) -> list[DateMention]:
    """Every day that it names, but for those of documents."""
    return [d for d in _every_day(entry) if is_own_day(entry, d)]


def say_day(words: str, entry: StatementEntry, day: DateMention, wording: Wording) -> str:
    """The day in the language of the answer; as it is written where it is the last of several: "28 và 29/5/2022"."""
    several = _LAST_OF_SEVERAL.search(entry.folded[: day.start])
    if several is None or len(words) != len(entry.folded):
        return wording.day(day.day)
    return " ".join(words[several.start() : day.end].split())


_LAST_OF_SEVERAL = pattern_of(r"(?<![\d/.])\d{1,2}(?:, \d{1,2})*(?:,| va| -|-) ?(?:ngay )?$")


def part_of_day(words: str, entry: StatementEntry, day: DateMention) -> str:
    """The part between semicolons in which the day stands, less what it rests on; the other parts tell other things."""
    if len(words) != len(entry.folded):
        return words
    start = words.rfind(";", 0, day.start) + 1
    end = words.find(";", day.end)
    part = words[start : end if end >= 0 else len(words)]
    told = without_basis(part, day.start - start, day.end - start).strip(" ()")
    return told if len(told.split()) >= _FEWEST_WORDS else words


def _every_day(entry: StatementEntry) -> list[DateMention]:
    return list(find_dates(entry.folded, default_year=year_of(entry)))


def days_where_asked(entry: StatementEntry, query: Query) -> list[DateMention]:
    """Its days, but for those of a part between semicolons, or of words beside another day, that speak of another thing."""
    days = [day for day, _ in _days_with_words(entry, query)]
    return [d for d in days if _UP_TO.search(entry.folded[: d.start])] if ASKS_LAST.search(query.folded) else days


def only_day(entry: StatementEntry, query: Query) -> tuple[DateMention, str] | None:
    """Of a sentence that gives several things each its day the one of what is asked for, with its words; None of others."""
    told = _days_with_words(entry, query)
    words = entry.statement.span.cut(entry.report.text)
    if len(told) != 1 or len(_every_day(entry)) == 1 or len(words) != len(entry.folded):
        return None
    ((day, (start, end)),) = told
    return day, words[start:end].strip(" ,;.")


def _days_with_words(entry: StatementEntry, query: Query) -> list[tuple[DateMention, _Part]]:
    asked = frozenset(_WORDS.findall(query.folded)) - _OF_TIME
    days = _every_day(entry)
    timed = _TIMED.search(entry.folded)
    if timed is not None and timed["act"] in query.folded:
        days = [day for day in days if day.start < timed.start()]
    ends = [m.start() for m in _PARTED.finditer(entry.folded)]
    every = list(itertools.pairwise([0, *ends, len(entry.folded)]))
    numbers = said_numbers(query)
    # "Lớp 326 học viên mở ngày nào": of the part that counts so many.
    counting = [
        (a, b)
        for a, b in every
        if numbers and all(re.search(rf"(?<![\d.,/])0*{n}(?![\d/])", entry.folded[a:b]) for n in numbers)
    ]
    parts = _about_it(entry.folded, counting or every, asked)
    return [told for part in parts for told in _beside_days(entry, part, days, asked)]


def _beside_days(
    entry: StatementEntry, part: _Part, days: list[DateMention], asked: frozenset[str]
) -> list[tuple[DateMention, _Part]]:
    """Of the days of a part those beside words that speak of what is asked for: "A ngày …, B ngày …"."""
    start, end = part
    within = [d for d in days if start <= d.start < end]
    # The day of a document that is named beside it parts nothing.
    parting = [d for d in within if is_own_day(entry, d)] or within
    if not parting:
        return []
    # The words of a day stand behind it where the part begins with one, else before it.
    leads = _LEADS.fullmatch(entry.folded[start : parting[0].start]) is not None
    bounds = [*(d.start for d in parting), end] if leads else [start, *(d.end for d in parting)]
    meant = _about_it(entry.folded, list(itertools.pairwise(bounds)), asked)
    return [(d, beside) for beside in meant for d in within if beside[0] <= d.start < beside[1]]


# "Tổ chức hồi tháng 5 … bổ nhiệm từ ngày 01/8": what has a time of its own is of no other day.
_TIMED = pattern_of(
    r"\b(?P<act>to chuc|dien ra|khai mac|khai truong|khanh thanh)(?: (?:vao|hoi|trong|dip))?(?: (?:dau|giua|cuoi))? (?:thang \d{1,2}|quy (?:i{1,3}|iv))\b"
)
# What a day is asked for with, and stands beside any.
_OF_TIME = frozenset({"ngay", "thang", "nam", "tu", "den", "nao", "khi", "bao", "gio", "hom", "may"})
_PARTED = pattern_of(r";")
_LEADS = pattern_of(r"\W*(?:(?:va|tu|vao|den|ke tu)\s)*(?:ngay\s)?")


def _about_it(folded: str, parts: list[_Part], asked: frozenset[str]) -> list[_Part]:
    """The parts none of which has only some of the asked words that another one has."""
    held = {part: asked & set(_WORDS.findall(folded[part[0] : part[1]])) for part in parts}
    return [part for part in parts if not any(held[part] < other for other in held.values())]


# A body is set up, merged or named anew on the day of the decision on it: "thành lập … theo Quyết định số … ngày …".
_SET_UP = pattern_of(r"\b(?:thanh lap|sap nhap|hop nhat|giai the|doi ten|kien toan|to chuc lai)\b")
_BY_DECISION = pattern_of(r"\b(?:theo|tai|bang) (?:quyet dinh|nghi quyet) (?:so )?\d[\w/.-]*,? (?:ky )?(?:ngay )?$")


def _days_set_up(entry: StatementEntry, query: Query, days: list[DateMention]) -> list[DateMention]:
    if not _SET_UP.search(query.folded):
        return []
    return [d for d in days if _BY_DECISION.search(entry.folded[: d.start])]
