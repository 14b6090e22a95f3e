"""Other numbers, dates and document numbers for those of a text, the same one wherever it stands.

Counts and amounts grow by one factor, so that sums and differences stay true; shares and scores bend along
one curve that keeps their order; years shift; the digits of document numbers are exchanged, so that near
misses stay near.  What is no quantity (section numbers, `6 tháng`, `mức độ 4`) stays.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from random import Random

YEAR = r"(?:19|20)\d\d"
DOCUMENT = (
    "quyết định|công văn|kế hoạch|báo cáo|nghị quyết|nghị định|chỉ thị|tờ trình|thông báo|văn bản"
    "|quyet dinh|cong van|ke hoach|bao cao|nghi quyet|nghi dinh|chi thi|to trinh|thong bao|van ban"
    "|đề án|de an|decision|report|resolution|directive|document|dispatch|qđ|qd|cv|kh|bc|nq|nđ"
)
# What shows that a number before it is none of a document; "Quyết định 530 năm 2018" is one, "kế hoạch 5 năm 2016 - 2020" none.
COUNTED = rf"[.,/]?\d|t\b|\s*(?:th[áa]ng(?! \d{{1,2}}/)|qu[ýy]|%|n[ăa]m(?! {YEAR}(?!\s*[-–]))|ng[àa]y(?! (?:n[àa]o|m[ấa]y|bao|\d)))"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
TOKENS = {
    "kept_time": r"\d{1,2}:\d\d(?::\d\d)?",
    "date": rf"\d{{1,2}} tháng \d{{1,2}} năm {YEAR}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{YEAR}|{YEAR}-\d\d-\d\d"
    rf"|\d{{1,2}}/{YEAR}(?!/)|\d{{1,2}} (?:{MONTHS}) {YEAR}|(?:{MONTHS}) \d{{1,2}}, {YEAR}",
    "kept_day": r"\b(?:ngày|sáng|chiều|tối|hôm) \d{1,2}/\d{1,2}(?![\d/])",
    "symbol_year": rf"(?<=/){YEAR}(?=/[^\W\d_])",
    "number": rf"\d+[a-z]?(?=\s?/\s?(?:\d{{4}}/)?[^\W\d_])|\d+(?=-[^\W\d_]+/)|(?!{YEAR} )\d+(?= là (?:{DOCUMENT})\b)",
    "named": rf"\b(?:{DOCUMENT})(?: s[ốo])?\s*\d+(?!{COUNTED})|(?<!tổng )\bsố \d+(?!{COUNTED})",
    "kept_period": r"\b\d{1,2}T(?=/?20\d\d)",
    "kept_name": r"\b(?:tổng đài|chỉ số|tong dai|chi so) \d{3,4}(?![.,/]?\d)",
    "kept_section": r"^[ \t]*\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|^\d{1,3}(?=\t)",
    # "Quý I-2018" is a quarter of a year.
    "kept_code": rf"(?![IVX]{{1,3}}-{YEAR}\b)[^\W\d_]+-?\d+\w*|\d+[^\W\d_]\w*",
    "kept_duration": rf"(?!{YEAR})\d+ (?:tháng|thang|quý|quy|ngày|ngay|năm|nam|giờ|gio|cấp|cap|lĩnh vực|linh vuc|months?|days?)\b",
    "kept_level": r"\b(?:mức độ|muc do|thang|quy|khóa|đợt|tháng|quý|bảng|phụ lục|(?<!cung )cấp|điều|khoản) \d{1,2}(?![.,]?\d)"
    r"(?:(?:,| và) \d(?![.,]?\d))?",
    "amount": r"\d+(?:\.\d{3})*,\d+(?= (?:triệu|tỷ|nghìn|ngàn))",
    "share": r"\d+(?:\.\d{3})*,\d+|\d+, \d+(?=\s?%)|\d+(?=\s?%)",
    "year": rf"{YEAR}(?![.,]?\d)",
    "count": r"\d{1,3}(?:\.\d{3})+|\d+",
}
TOKEN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in TOKENS.items()), re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Rewriting:
    """One way to rewrite; `numbers` are the document numbers that the reports know."""

    factor: int
    bend: float
    years: int
    digits: str  # what each digit becomes
    numbers: frozenset[str]
    amounts: frozenset[str] = (
        frozenset()
    )  # numbers that stand before "tỷ" or "triệu" only: an answer may be expected without

    def text(self, text: str) -> str:
        """The text with every quantity, date and document number rewritten."""
        return TOKEN.sub(lambda found: self._ways[found.lastgroup or ""](found[0]), text)

    def number(self, written: str) -> str:
        """The document number with its digits exchanged; words beside it stay."""
        return written.translate(str.maketrans("0123456789", self.digits))

    @cached_property
    def _ways(self) -> dict[str, Callable[[str], str]]:
        kept = {name: str for name in TOKENS if name.startswith("kept")}
        return kept | {
            "date": self._date,
            "symbol_year": self._date,
            "year": self._date,
            "number": self.number,
            "kept_name": self._name,
            "named": self._named,
            "amount": self._amount,
            "share": self._share,
            "count": self._count,
        }

    def _date(self, written: str) -> str:
        return re.sub(rf"(?<!\d){YEAR}(?!\d)", lambda year: str(int(year[0]) + self.years), written)

    def _named(self, written: str) -> str:
        number = written.split()[-1]
        is_year = re.fullmatch(YEAR, number) and number not in self.numbers
        return self._date(written) if is_year else self.number(written)

    def _name(self, written: str) -> str:
        """ "Tổng đài 1022" is kept; "Bộ chỉ số 766" is called by the decision that issued it, where the reports have that."""
        return self.number(written) if written.split()[-1] in self.numbers else written

    def _amount(self, written: str) -> str:
        return f"{decimal(written) * self.factor}".replace(".", ",")

    def _share(self, written: str) -> str:
        if written in self.amounts:
            return self._amount(written)
        bent = f"{bend(decimal(written), self.bend):f}".replace(".", ",")
        return bent.replace(",", ", ") if " " in written else bent

    def _count(self, written: str) -> str:
        value = int(written.replace(".", "")) * self.factor
        is_plain = len(written) > 3 and "." not in written
        grown = str(value) if is_plain else f"{value:,}".replace(",", ".")
        return grown.zfill(2) if written.startswith("0") and len(written) == 2 else grown


def _document_number(found: re.Match[str]) -> str:
    """The number that a token gives a document; empty of any other and of a bare year."""
    if found.lastgroup == "number":
        return found[0]
    number = found[0].split()[-1] if found.lastgroup == "named" else ""
    return "" if re.fullmatch(YEAR, number) else number


def decimal(written: str) -> Decimal:
    """The value of a number written with a decimal comma."""
    return Decimal(written.replace(".", "").replace(" ", "").replace(",", "."))


def bend(share: Decimal, exponent: float) -> Decimal:
    """The share moved along a curve through 0 and 100, to two places; without closing zeros."""
    bent = Decimal(round(100 * float(share / 100) ** exponent, 2)).quantize(Decimal("0.01"))
    return bent.normalize() if bent != bent.to_integral_value() else bent.to_integral_value()


def choose(texts: Iterable[str], chance: Random) -> Rewriting:
    """A rewriting at random under which no two shares of the texts become one or change places."""
    found = [match for text in texts for match in TOKEN.finditer(text)]
    written = {group: {m[0] for m in found if m.lastgroup == group} for group in ("share", "amount")}
    shares = sorted({decimal(one) for one in written["share"]})
    return Rewriting(
        factor=chance.randint(2, 9),
        bend=next(exponent for exponent in exponents(chance) if is_rising(shares, exponent)),
        years=chance.choice((-4, 4, 8)),  # a leap day stays one
        digits="0" + "".join(chance.sample("123456789", 9)),
        numbers=frozenset(number for match in found if (number := _document_number(match))),
        amounts=frozenset(written["amount"] - {m[0] for m in found if m.lastgroup == "share" and _has_unit(m)}),
    )


def _has_unit(found: re.Match[str]) -> bool:
    """Whether something stands behind a number with a comma that it is told in: "8,02%", "8,02 điểm"."""
    return re.match(r"\s?(?:%|[^\W\d_])", found.string[found.end() :]) is not None


def exponents(chance: Random) -> Iterable[float]:
    """Exponents that bend visibly and keep shares apart, without end."""
    while True:
        yield chance.choice((chance.uniform(0.8, 0.95), chance.uniform(1.05, 1.25)))


def is_rising(shares: list[Decimal], exponent: float) -> bool:
    """Whether the curve keeps the order of the shares and lets none meet."""
    return all(bend(low, exponent) < bend(high, exponent) for low, high in pairwise(shares))
