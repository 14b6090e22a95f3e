"""What is said of a report beside its file: "cơ quan: Sở Nội vụ; kỳ: quý I/2019"."""

import re
from dataclasses import dataclass

from knowledge.grammar.folding import compose, fold

_NAMES = {
    "organisation": ("co quan", "don vi", "organisation"),
    "province": ("tinh", "thanh pho", "province"),
    "period": ("ky", "ky bao cao", "period"),
}
_PART = re.compile(r"^\s*(?P<name>[^:]{2,20}?)\s*:\s*(?P<value>.+?)\s*$")


@dataclass(frozen=True, slots=True)
class Caption:
    """The data that a caption gives; None for what it does not name."""

    organisation: str | None = None
    province: str | None = None
    period: str | None = None


def read_caption(words: str) -> Caption:
    """The named parts of a caption, one a line or between semicolons; all else in it is ignored."""
    found: dict[str, str] = {}
    for part in re.split(r"[;\n]", compose(words)):
        if match := _PART.match(part):
            told = fold(match["name"])
            found |= {field: match["value"] for field, names in _NAMES.items() if told in names}
    return Caption(**found)
