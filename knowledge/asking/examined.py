"""Those who passed an examination, and not those who took part: "bao nhiêu thí sinh đạt", "mấy người đậu"."""

import re
from functools import cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# Behind the number, so near that it is said of those whom it counts.
_NEAR = 24


def asks_passed(said: str) -> bool:
    """Whether a folded question asks how many passed an examination."""
    return _asks_passed().search(said) is not None


@once_each
def tells_passed(entry: FigureEntry) -> bool:
    """Whether it counts those who passed, by the words right behind it or its own."""
    after = entry.report.text[entry.figure.span.end : entry.figure.span.end + _NEAR]
    return bool(_passed_behind().match(after) or _passed().search(entry.figure.label))


@cache
def _asks_passed() -> Sought:
    """Without tones "đất đai" and "đầu mối" have the same letters, so that an examination, a time or the end must follow."""
    words = load_vocabulary("counting")["examinations"]
    return Sought(
        rf"\b(?:bao nhieu|may) (?:{any_of(words['takers'])})(?: [a-z]+)? (?:{any_of([*words['passed'], *words['behind']])})"
        r"(?=\W*$| (?:ky|dot|thi|sat hach|nang ngach|xet|tuyen|trong|nam|quy|vay|a|roi)\b)"
    )


@cache
def _passed_behind() -> re.Pattern[str]:
    """Reports write the tones."""
    words = load_vocabulary("counting")["examinations"]
    return pattern_of(rf"(?i)\W*(?:đã |được )?(?:{'|'.join([*words['passed'], *words['behind']])})\b(?! chuẩn)")


@cache
def _passed() -> re.Pattern[str]:
    return pattern_of(rf"(?i)\b(?:{'|'.join(load_vocabulary('counting')['examinations']['passed'])})\b")
