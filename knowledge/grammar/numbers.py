"""Numbers as Vietnamese reports write them: `4.984`, `32,93%`, `1,1 triệu`, `hơn 61,3 ngàn`, `9/63`, `03`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from knowledge.grammar.patterns import pattern_of

# A point groups thousands and a comma begins decimals (Thông tư 01/2011/TT-BNV, Phụ lục VI follows TCVN).
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\s\d{1,2}(?=\s?%)|\d+(?:[.,]\d+)?"
_SCALE = r"(?:nghin|ngan|trieu|ty|ti)\b"
_NUMBER = pattern_of(
    rf"(?=\d)(?<![\w.,/-])(?P<digits>{_DIGITS})(?!\d|g\b)"  # "phủ sóng 5G" is a name
    rf"(?:(?:\s?/\s?|\s(?:tren|trong) (?:tong )?so )(?P<whole>\d{{1,3}}(?:\.\d{{3}})+|\d+(?:,\d{{1,2}}(?=\sdiem\b))?)(?![\d/.]*\d))?"
    rf"(?:\s(?P<scale>{_SCALE})(?:\s(?P<rest>\d+)\s(?P<rest_scale>{_SCALE}))?)?"
    r"(?P<percent>\s?%)?"
)
# How many there are, as it is said in a word; "một" is left out where it would be an article.
SEVERAL_IN_WORDS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_SCALES = {"nghin": 3, "ngan": 3, "trieu": 6, "ty": 9, "ti": 9}
_APPROXIMATE = pattern_of(r"\b(?:hon|gan|khoang|tren|xap xi|uoc|uoc dat|chung)\s$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a folded text, [start, end) with its scale word and percent sign.

    `whole` is what stands after the slash of `9/63` or behind `9 trên tổng số 63`; `is_scaled` where a scale word was multiplied in.
    """

    start: int
    end: int
    value: Decimal
    whole: Decimal | None = None
    is_percent: bool = False
    is_scaled: bool = False
    is_approximate: bool = False


def parse_decimal(digits: str) -> Decimal:
    """The exact value of Vietnamese digits: `1.641` is 1641, `32,93` is 32.93, `8, 12` is 8.12."""
    bare = digits.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", bare):
        bare = bare.replace(".", "")
    return Decimal(bare.replace(",", "."))


def find_numbers(folded: str) -> Iterator[Number]:
    """Every number of a folded text, in order; dates and document symbols are the caller's to leave out."""
    for match in _NUMBER.finditer(folded):
        value = parse_decimal(match["digits"])
        whole = parse_decimal(match["whole"]) if match["whole"] else None
        if match["scale"]:
            value *= Decimal(10) ** _SCALES[match["scale"]]
            whole = whole and whole * Decimal(10) ** _SCALES[match["scale"]]
        if match["rest"]:
            value += Decimal(match["rest"]) * Decimal(10) ** _SCALES[match["rest_scale"]]
        yield Number(
            start=match.start(),
            end=match.end(),
            value=value,
            whole=whole,
            is_percent=bool(match["percent"]),
            is_scaled=bool(match["scale"]),
            is_approximate=bool(_APPROXIMATE.search(folded[max(0, match.start() - 12) : match.start()])),
        )


def format_decimal(value: Decimal, *, places: int | None = None, language: str = "vi") -> str:
    """The number in Vietnamese form: `4.984`, `32,93`, or in English: `4,984`, `32.93`; `places` fixes the decimals."""
    if places is not None:
        value = round(value, places)
    sign, _digits, _exponent = value.as_tuple()
    whole, _, fraction = f"{abs(value):f}".partition(".")
    if places is None:
        fraction = fraction.rstrip("0")
    group, point = (",", ".") if language == "en" else (".", ",")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", group, whole)
    return ("-" if sign else "") + grouped + (f"{point}{fraction}" if fraction else "")
