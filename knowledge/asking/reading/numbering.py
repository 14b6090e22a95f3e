"""Documents named by nothing but a number with its year: "3456 2019 tới đâu", "văn bản 3456/2019", "251-BCĐ".

A year or a month may look the same, so where that can be, only a number that a document of that year bears is one.
"""

import re
from functools import cache

from knowledge.asking.library import Library
from knowledge.grammar.document_types import type_by_code, type_by_name
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.symbols import fold_symbol
from knowledge.vocabulary.loading import load_vocabulary

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w/.,]*\d)"
_NUMBER = r"(?<![\w.,/-])(?P<number>\d{1,5}[a-e]?)"
TYPE_WORDS = "|".join(sorted((re.escape(n).replace(r"\ ", r"\s") for n in type_by_name()), key=len, reverse=True))
CODES = "|".join(sorted((re.escape(c) for c in type_by_code() if len(c) >= 2), key=len, reverse=True))
# "văn bản 3456/2019", "quyết định số 12-2019": a noun before tells that it is no month.
_NAMED = pattern_of(rf"\b(?P<type>{TYPE_WORDS}|van ban|{CODES})\s(?:so\s)?{_NUMBER}\s?[/-]\s?{_YEAR}")
# "3456 2019", "số 3456 năm 2019": alone, with nothing but asking words around.
_ALONE = pattern_of(rf"(?:so\s)?{_NUMBER}(?P<joint>\s?[/,-]\s?|\s)(?:(?:cua\s)?nam\s)?{_YEAR}")
# What it holds from its last digit on: seldom there, and seen soonest.
_MAY_BE_ALONE = pattern_of(r"\d[a-e]?(?:\s?[/,-]\s?|\s)(?:(?:cua\s)?nam\s)?(?:19|20)\d\d")
_PERIOD = pattern_of(r"\b(?:thang|quy|nam|ngay|ky|tuan|month|quarter|year)\s$")
_DASHED = pattern_of(rf"{_NUMBER}-(?P<symbol>[a-z][a-z0-9]+(?:[-/][a-z0-9]+)*)")
_MONTHS = 12
_YEARS = range(1945, 2101)  # of the State that issues; a bare number in it may be a year itself


def find_by_year(words: str, library: Library) -> re.Match[str] | None:
    """The number and year that the folded question names, as groups `number`, `year` and perhaps `type`."""
    if ("/" in words or "-" in words) and (named := _NAMED.search(words)):
        return named if _is_plain(named) or _is_known(named, library) else None
    alone = _ALONE.search(words) if _MAY_BE_ALONE.search(words) else None
    if alone is None or not _only_asks(words[: alone.start()], words[alone.end() :]):
        return None
    if _PERIOD.search(words[: alone.start()]):
        return None
    return alone if _is_plain(alone) or (alone["joint"] == " " and _is_known(alone, library)) else None


def find_dashed(words: str, library: Library) -> re.Match[str] | None:
    """A number that a dash parts from its letters ("251-BCĐ"), where a document is known by both."""
    for match in _DASHED.finditer(words) if "-" in words else ():
        symbol = fold_symbol(match["symbol"])
        documents = library.by_number.get(match["number"].lstrip("0"), ())
        if any(fold_symbol(d.best.symbol or "").split("-")[0] == symbol.split("-")[0] for d in documents):
            return match
    return None


_NO_DIGIT = pattern_of(r"\D")


def _is_plain(match: re.Match[str]) -> bool:
    """Whether the number can be neither a month nor a year."""
    number = int(_NO_DIGIT.sub("", match["number"]))
    return number > _MONTHS and number not in _YEARS


def _is_known(match: re.Match[str], library: Library) -> bool:
    documents = library.by_number.get(match["number"].lstrip("0"), ())
    return any(d.year == int(match["year"]) for d in documents)


def _only_asks(*around: str) -> bool:
    """Whether these words ask of a document and say nothing else."""
    asking, stop = _asking()
    return all(word in stop for words in around for word in re.findall(r"[a-z0-9]+", asking.sub(" ", words)))


@cache
def _asking() -> tuple[re.Pattern[str], frozenset[str]]:
    cues = load_vocabulary("cues")
    kinds = ("status", "about", "when", "who", "number", "summary", "effective", "responsible", "overall", "signer")
    asking = any_of(phrase for kind in kinds for phrase in cues["ask"][kind])
    stop = {word for phrase in cues["stop"]["words"] for word in fold(phrase).split()}
    follow = {word for phrase in cues["follow"]["words"] for word in fold(phrase).split()}
    return re.compile(rf"\b(?:{asking})\b"), frozenset(stop | follow)
