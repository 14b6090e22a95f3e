"""The sections of a report that are asked for as such, and which of its sentences may stand in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.asking.shelves.tells import Tells
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of section: the words of its headings, those that a sentence of it may begin with, and its names."""

    words: re.Pattern[str]
    opening: re.Pattern[str] | None
    name: str
    english: str
    tells: Tells


# After the report forms of Thông tư 01/2021/TT-VPCP and of the Ministry of Home Affairs: "Tồn tại, hạn chế, nguyên
# nhân", "Khó khăn, vướng mắc", "Kiến nghị, đề xuất".
SECTIONS = (
    Section(
        pattern_of(r"\bnguyen nhan\b"),
        pattern_of(r"\b(?:nguyen nhan|do|vi|boi)\b"),
        "Nguyên nhân",
        "Causes",
        Tells.CAUSE,
    ),
    Section(
        pattern_of(r"\b(?:kien nghi|de xuat|de nghi)\b(?! \d)"),
        pattern_of(r"\b(?:de nghi|kien nghi|de xuat)\b"),
        "Kiến nghị, đề xuất",
        "Recommendations",
        Tells.PROPOSAL,
    ),
    Section(
        pattern_of(r"\b(?:ton tai|han che|kho khan|vuong mac|bat cap|yeu kem)\b"),
        None,
        "Tồn tại, hạn chế",
        "Shortcomings",
        Tells.SHORTCOMING,
    ),
)
# Without such a heading: "Trung tâm kiến nghị Sở Nội vụ …" is a proposal all the same, by whom it is put to.
_PROPOSES = pattern_of(
    r"(?:[^.;]{0,60})?\b(?:de nghi|kien nghi|de xuat)\b\s(?:bo|so|van phong|ubnd|chinh phu|thu tuong|hdnd|tinh|cap|trung uong)\b"
)


def headings_of(heading: str) -> list[str]:
    """The folded headings above a sentence, the nearest last."""
    return [fold(one) for one in heading.split(" > ")]


def named_in(heading: str) -> list[Section]:
    """The sections that a folded heading names."""
    return [section for section in SECTIONS if section.words.search(heading)]


def headed_by(headings: Sequence[str]) -> Tells:
    """What is told under these folded headings."""
    found = Tells(0)
    for heading in headings:
        for section in named_in(heading):
            found |= section.tells
    return found


def proposes(words: str) -> bool:
    """Whether a folded sentence puts something to a body, whatever stands above it."""
    return _PROPOSES.match(words) is not None


def is_closing(words: str) -> bool:
    """Whether a folded sentence only ends the report."""
    words = words.strip()
    return words.startswith(("tren day la", "noi nhan")) or words.endswith("./.")
