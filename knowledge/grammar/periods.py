"""Periods as reports and people name them: `quý I/2019`, `Q1`, `6 tháng đầu năm`, `cùng kỳ`, `quý này`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from knowledge.facts import Period, PeriodKind
from knowledge.grammar.dates import MONTH_NAME, find_dates, month_number
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import make_period

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3}
_WORD = {"mot": 1, "nhat": 1, "dau": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "cuoi": 4}
_MONTHS_SAID = ("gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai")
_MONTH_WORD = {word: number for number, word in enumerate(_MONTHS_SAID, 1)} | {"mot": 1, "chap": 12}
_ENGLISH_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_N = r"(?P<{0}>[1-4]|0[1-4]|iv|i{{1,3}}|l{{1,3}})"
# "9t2019" has nothing between.
_YEAR = r"(?:\s?[/.\-,]\s?(?:nam\s)?|\s(?:cua\s)?nam\s|\s|(?<=\dt))(?P<{0}>(?:19|20)\d\d)\b(?!\s?/)"
# The year said by distance: "năm nay", "năm ngoái", "năm trước".
_REL = r"\s(?:cua\s)?(?P<{0}>nam\snay|nam\sngoai|nam\struoc(?!\sdo)|nam\skia|nam\sroi|this\syear|last\syear)"
_Y = {"nam nay": 0, "this year": 0, "nam ngoai": -1, "nam roi": -1, "nam truoc": -1, "last year": -1, "nam kia": -2}


def _with_year(body: str, tag: str) -> str:
    return rf"(?:{body})(?:{_YEAR.format(tag + 'y')}|{_REL.format(tag + 'r')})?"


# "6T đầu năm", "9T/2019" on a phone; "6t" alone may be six of anything.
_T = r"\s?t(?=\s?/?\s?(?:dau\b|cuoi\b|nam\b|20\d\d\b))"
_SIX = rf"(?:(?:0?6|sau)\sthang|0?6{_T})"
# "6 tháng" alone is the first half, unless it is told how long something lasts or takes.
_BARE_BEFORE = r"(?<!sau )(?<!vong )(?<!nhat )(?<!moi )(?<!thoi han )(?<!ky han )(?<!trong han )(?<!co han )"
_BARE_AFTER = r"(?!\s(?:toi|sau|tiep(?!\s(?:nhan|tuc|can|dan)\b)|lien(?!\sthong\b)|ke|mot|lam|tro)\b)"
_NINE = rf"(?:(?:0?9|chin)\sthang|0?9{_T})"
# "Thành phố Quy Hải" has the letters of "quý hai".
_LEVELS = ["thanh pho", "tp", "thi xa", "tx", "huyen", "quan", "phuong", "xa", "thi tran", "dac khu", "tinh"]
_NO_PLACE = "".join(rf"(?<!\b{level}\s)" for level in _LEVELS)
# "Hết quý rồi": the quarter is over; "quý rồi" alone is the last one.
_NOT_OVER = "".join(rf"(?<!\b{word}\s)" for word in ("het", "qua", "sang", "toi", "den", "may", "dau", "cuoi", "giua"))
# In "6 tháng đầu năm ngoái" the word "năm" belongs to the year told by distance.
_NAM = r"nam\b(?!\s(?:nay|ngoai|truoc|kia)\b)"
# What is so at the middle of the year stands in the reports of its first half; "giữa năm 2020 và năm 2021" is between two.
_MIDDLE = rf"giua(?=\snam\b)(?!\snam\s(?:20\d\d|nay|ngoai|truoc)\s(?:va|voi)\s(?!giua\b))(?:\s{_NAM})?"
# "Trong quý 1.850 hồ sơ", "mỗi tháng 3,5 tỷ": how many, and no quarter or month.
_NO_NUMBER = r"(?!\.\d{3}\b)(?!,\d+\s?(?:%|ty\b|trieu\b))"
# What any of them begins with: hardly a word does, and the others are passed over at once.
_BEGINS = (
    rf"(?=\d|q|giua\s|{'|'.join(_ENGLISH_ORDINAL)}|ba\s|sau\s|chin\s|nua\s|the\s|h[12]|thang\s|t\d|{MONTH_NAME}\s|ca\s|trong\s|nam\s"
    r"|year\s|cung\s|same\s|this\s|last\s|next\s|previous\s)"
)
_PERIOD = pattern_of(
    rf"(?<![\w/]){_BEGINS}(?:"
    + "|".join(
        (
            _with_year(rf"(?:quy|qui)\s?{_N.format('q')}\b{_NO_NUMBER}", "q"),
            _with_year(rf"q\s?(?P<e>[1-4])\b|(?P<eo>{'|'.join(_ENGLISH_ORDINAL)})\squarter(?:\sof)?", "e"),
            _with_year(rf"{_NO_PLACE}(?:quy|qui)\s(?P<w>mot|nhat|dau|hai|nhi|ba|tu|bon|cuoi)\b(?!\stien)", "w"),
            _with_year(rf"(?:0?3|ba)\sthang\s(?P<u>dau|cuoi)(?=\snam\b|\s20\d\d)(?:\s{_NAM})?", "u"),
            _with_year(
                rf"(?P<h>{_SIX}\s(?:dau\s{_NAM}|cuoi\s{_NAM}|dau|cuoi)|nua\s(?:dau|cuoi)(?:\s{_NAM})?|{_MIDDLE}"
                rf"|{_BARE_BEFORE}{_SIX}{_BARE_AFTER}|(?<=nhat ){_SIX}(?=\s?[/,]?\s?(?:nam\s)?20\d\d\b)"
                r"|(?:the\s)?(?:(?:first|second)\shalf|(?:first|last)\s(?:six|6)\smonths)(?:\sof)?|h[12]\b)",
                "h",
            ),
            _with_year(
                rf"(?P<n>{_NINE}(?:\sdau)?(?:\s{_NAM}(?!\s20))?|(?:the\s)?first\s(?:nine|9)\smonths(?:\sof)?)(?:\b|(?<=\dt))",
                "n",
            ),
            _with_year(
                rf"(?P<k>(?:0?[1-9]|1[0-2]))\sthang\sdau(?=\snam\b)(?:\s{_NAM})?|(?P<k2>1[01]|[78]|0[78])\sthang(?=\snam\s20)"
                r"|first\s(?P<k3>[1-9]|1[0-2])\smonths(?:\sof)?",
                "k",
            ),
            r"(?:thang\s|t(?=\d\d?/))(?P<m>0?[1-9]|1[0-2])(?:\s?[/-]\s?|\snam\s|\s(?!\d+\s(?:ho\sso|nguoi|luot)\b))(?P<my>20\d\d)\b",
            rf"thang\s(?P<mw>{'|'.join(sorted(_MONTH_WORD, key=len, reverse=True))})(?:\s?/\s?|\snam\s)(?P<mwy>20\d\d)\b",
            r"(?<!ngay\s)(?<!\d\s)thang\s(?P<t>0?[1-9]|1[0-2])\b"
            + _NO_NUMBER
            + r"(?!\s?[/-]\s?\d|\sthang\s(?:dau|cuoi|nam|20))(?:"
            + _REL.format("tr")
            + ")?",
            # "May" alone may be "mấy" or "máy".
            rf"(?P<en>(?!may\s(?<!\b(?:in|of)\smay\s)){MONTH_NAME})\s(?P<eny>20\d\d)\b",
            r"(?:ca\snam|trong\snam|nam|year)\s(?P<y>(?:19|20)\d\d)\b(?!\s?/)",
            r"(?P<whole>ca\snam|the\swhole\syear)\b(?!\s(?:20\d\d|nay|ngoai|truoc))",
            r"(?P<same>cung\sky|same\speriod)(?:\s(?:cua\s)?(?:nam\s(?P<sy>20\d\d)\b|nam\s(?:truoc|ngoai)|(?P<sy2>20\d\d)\b|last\syear))?",
            rf"(?P<rel>{_NOT_OVER}(?:quy|qui|thang)\sroi|(?:quy|qui|thang)\s(?:nay|truoc(?!\sdo)|vua\sroi|vua\squa|hien\stai|toi|sau)|(?:this|last|next|previous)\s(?:quarter|month|half))\b",
            r"(?<!may )(?<!nhung )(?<!cac )(?P<ry>ca\snam\snay|nam\snay|nam\sngoai|nam\struoc(?!\sdo)|nam\skia|(?<!\d\s)(?<!may\s)(?<!nhieu\s)(?<!trong\s)nam\sroi|nam\ssau|this\syear|last\syear)\b",
            r"(?<!\d:)(?P<bare>(?:19[4-9]|20\d)\d)(?![\d.,/]*\d)(?!\s?[%])(?!\s?/\s?[a-z])\b",
        )
    )
    + r")"
)


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period in a folded text, as far as it says: the year may be open or told by distance.

    `index` is the quarter (1-4), half (1-2), month (1-12), or the number of months from January of a RANGE.
    """

    start: int
    end: int
    kind: PeriodKind
    index: int = 0
    year: int | None = None
    year_offset: int | None = None  # from the year of asking: "năm ngoái" is -1
    step: int | None = None  # from the current quarter or month: "quý trước" is -1
    is_same_period: bool = False  # "cùng kỳ": the period spoken of, a year (or `year`) earlier
    is_bare_year: bool = False  # "2019" without the word "năm"
    is_until: bool = False  # "tính đến cuối tháng 5/2023": all up to it
    is_of_name: bool = False  # "Kế hoạch … giai đoạn 2021 - 2025": a part of what it is called
    opens_aside: bool = (
        False  # "(năm 2017: 24.320 hồ sơ)", "… so với năm 2017": what stands before is of another period
    )

    @property
    def is_open(self) -> bool:
        """Whether the year is not said in any way."""
        return self.year is None and self.year_offset is None and self.step is None and not self.is_same_period

    def in_year(self, year: int) -> Period:
        """The period itself when it lies in that year."""
        return make_period(self.kind, self.index, year)

    def resolve(self, today: date) -> Period | None:
        """The period as meant on that day; None where the year is open or it is a "cùng kỳ"."""
        if self.is_same_period:
            return None
        if self.step is not None:
            return _stepped(self.kind, self.step, today)
        if self.year is not None:
            return self.in_year(self.year)
        return self.in_year(today.year + self.year_offset) if self.year_offset is not None else None


def _stepped(kind: PeriodKind, step: int, today: date) -> Period:
    per_year = {PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12, PeriodKind.HALF: 2}[kind]
    position = today.year * per_year + (today.month - 1) * per_year // 12 + step
    return make_period(kind, position % per_year + 1, position // per_year)


def _half_index(words: str) -> int:
    return 2 if re.search(r"cuoi|second|last|h2", words) else 1


def find_periods(folded: str) -> Iterator[PeriodMention]:
    """Every period of a folded text, in order; full dates are passed over."""
    same: PeriodMention | None = None
    for mention in _each(folded):
        # "Cùng kỳ quý I/2022": that quarter is named, and not what was the same a year before it.
        if same is not None and not _is_named_by(same, mention):
            yield same
        same = mention if mention.is_same_period and mention.year is None else None
        if same is None:
            yield mention
    if same is not None:
        yield same


def _is_named_by(same: PeriodMention, following: PeriodMention) -> bool:
    return following.start == same.end + 1 and following.year is not None and following.kind is not PeriodKind.YEAR


def _each(folded: str) -> Iterator[PeriodMention]:
    taken = [(d.start, d.end) for d in find_dates(folded)]
    for match in _PERIOD.finditer(folded):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            mention = _mention(match)
            before = folded[: mention.start]
            is_until = mention.kind is PeriodKind.MONTH and bool(_BY_THEN.search(before))
            is_of_name = mention.kind is PeriodKind.YEAR and bool(_OF_NAME.search(before))
            opens = before.endswith("(") or (mention.kind is PeriodKind.YEAR and bool(_CHANGED_FROM.search(before)))
            is_more = is_until or is_of_name or opens
            yield replace(mention, is_until=is_until, is_of_name=is_of_name, opens_aside=opens) if is_more else mention


_OF_NAME = Sought(r"\b(?:giai doan|nhiem ky)(?: nam)? (?:(?:19|20)\d\d\s?(?:-|–|den|toi)?\s?(?:nam )?)?$")
# "… trong 6 tháng cuối, tăng 9.120 hồ sơ (8,4%) so với năm 2024": the year from which something changed is no half year's.
_CHANGED_FROM = Sought(r"\d%?(?: [a-z]+){0,5}(?: \([^()]*\))? so voi $")
_BY_THEN = Sought(r"\b(?:den|toi)(?: het| cuoi| giua| dau)? $|\b(?:vao |thoi diem )?cuoi $")


_YEARS_SAID = frozenset({"qy", "ey", "wy", "uy", "hy", "ny", "ky", "my", "mwy", "eny", "y", "sy", "sy2", "bare"})
_YEARS_BY_DISTANCE = frozenset({"qr", "er", "wr", "ur", "hr", "nr", "kr", "tr"})


def _mention(match: re.Match[str]) -> PeriodMention:
    """The period that a match of `_PERIOD` names; its groups tell in which way it does."""
    g = {key: value for key, value in match.groupdict().items() if value}
    # Of all ways to name a period one was taken, and it says the year at most once.
    year = next((int(said) for name, said in g.items() if name in _YEARS_SAID), None)
    offset = next((_Y[" ".join(said.split())] for name, said in g.items() if name in _YEARS_BY_DISTANCE), None)
    mentioned = partial(PeriodMention, match.start(), match.end(), year=year, year_offset=offset)
    if "q" in g:
        digits = g["q"].lstrip("0")
        return mentioned(PeriodKind.QUARTER, index=_ROMAN.get(digits) or int(digits))
    if "e" in g or "eo" in g:
        return mentioned(PeriodKind.QUARTER, index=int(g["e"]) if "e" in g else _ENGLISH_ORDINAL[g["eo"]])
    if "w" in g or "u" in g:
        return mentioned(PeriodKind.QUARTER, index=_WORD[g.get("w") or g["u"]])
    if "h" in g:
        return mentioned(PeriodKind.HALF, index=_half_index(g["h"]))
    if "n" in g:
        return mentioned(PeriodKind.NINE_MONTHS)
    if months := next((g[k] for k in ("k", "k2", "k3") if k in g), None):
        return _months_from_january(mentioned, int(months))
    if "en" in g:
        return mentioned(PeriodKind.MONTH, index=month_number(g["en"]))
    if "mw" in g:
        return mentioned(PeriodKind.MONTH, index=_MONTH_WORD[g["mw"]])
    if "m" in g or "t" in g:
        return mentioned(PeriodKind.MONTH, index=int(g.get("m") or g["t"]))
    if "same" in g:
        return mentioned(PeriodKind.YEAR, is_same_period=True)
    if "rel" in g:
        return _relative(mentioned, g["rel"])
    if "ry" in g:
        words = " ".join(g["ry"].split()).removeprefix("ca ")
        return mentioned(PeriodKind.YEAR, year_offset=1 if words == "nam sau" else _Y[words])
    return mentioned(PeriodKind.YEAR, is_bare_year="bare" in g)


def _months_from_january(mentioned: Callable[..., PeriodMention], months: int) -> PeriodMention:
    if months in (3, 6, 9, 12):
        kind, index = {
            3: (PeriodKind.QUARTER, 1),
            6: (PeriodKind.HALF, 1),
            9: (PeriodKind.NINE_MONTHS, 0),
            12: (PeriodKind.YEAR, 0),
        }[months]
        return mentioned(kind, index=index)
    return mentioned(PeriodKind.RANGE, index=months)


def _relative(mentioned: Callable[..., PeriodMention], words: str) -> PeriodMention:
    kind = PeriodKind.MONTH if re.search(r"thang|month", words) else PeriodKind.QUARTER
    if "half" in words:
        kind = PeriodKind.HALF
    step = -1 if re.search(r"truoc|vua|roi|last|previous", words) else 1 if re.search(r"toi|sau|next", words) else 0
    return mentioned(kind, step=step)


def with_years(mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The mentions with open years filled from the next one that has a year: "quý II và 6 tháng đầu năm 2019"."""
    filled: list[PeriodMention] = []
    following: PeriodMention | None = None
    for mention in reversed(mentions):
        year = following.year if following and _lends_year(following, mention) else None
        following = replace(mention, year=year) if mention.is_open and year else mention
        filled.append(following)
    return _with_year_before(filled[::-1])


def _lends_year(following: PeriodMention, mention: PeriodMention) -> bool:
    """ "Quý II (năm 2019)" says the quarter's year; "quý II 58 hồ sơ (năm 2017: 24 hồ sơ)" and "cả năm … năm 2017" do not."""
    gap = following.start - mention.end
    if following.is_same_period or (following.opens_aside and gap > len(" (")):
        return False  # "6 tháng: 9.284 hồ sơ, tăng … so với cùng kỳ năm 2018": of another year
    return gap <= _NEAR and not mention.kind is following.kind is PeriodKind.YEAR


def _with_year_before(mentions: list[PeriodMention]) -> list[PeriodMention]:
    """ "Cả năm 2021 nhích hơn 6 tháng đầu năm": the open one lies in the year just named, if it is over by then."""
    filled: list[PeriodMention] = []
    for mention in mentions:
        before = filled[-1] if filled else None
        if mention.is_open and before and before.year and mention.start - before.end <= _NEAR:
            is_over = mention.in_year(before.year).last <= before.in_year(before.year).last
            mention = replace(mention, year=before.year) if is_over else mention
        filled.append(mention)
    return filled


# "quý III, phương hướng nhiệm vụ quý IV năm 2019": as far as a title's second period may stand.
_NEAR = 40
