"""What a sentence says of a body's make-up: "từ 08 phòng, đơn vị còn 06, gồm 05 phòng và 01 đơn vị sự nghiệp"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.asking.apparatus.kinds import (
    KINDS,
    UNITS_OF_LAND,
    Kinds,
    had_by_agencies,
    is_land,
    of_agencies,
    read_kinds,
)
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed

_MANY = r"\d{1,4}"
_NO_MORE = r"(?![\d.,/]\d| ?%)"  # the number is none of a share, a day or a larger one
# "Số phòng thuộc sở đã giảm từ …", "168 đơn vị … được sắp xếp …": the parts are named before both numbers.
_NAMED = (
    rf"\b(?<!cap )(?<!chuyen )(?<!thay )(?<!trao )(?<!sua )(?:so (?=[a-z]))?(?P<named>{KINDS})(?: (?:thuoc|truc thuoc|cua|cap tinh|trong)\b[^;.,\d]{{0,40}}?)?"
    r",? (?:da |duoc )?(?:giam|sap xep) (?:tu )?"
)
_WAS = rf"(?<![\d.,/:-])(?P<before>{_MANY})(?: (?P<was>{KINDS}))?"
_TO = r"(?:xuong(?: chi)? con|con lai|con|xuong|thanh|len)(?: (?:lai|chi|duoc|co))*"
_IS = rf"(?P<after>{_MANY}){_NO_MORE}(?: (?P<now>{KINDS}))?"
# "Từ 28 sở và tương đương còn 14 sở", "số phòng … giảm từ 12 xuống còn 9", "168 đơn vị … được sắp xếp còn 57".
_FROM_TO = pattern_of(rf"(?:{_NAMED})?{_WAS}(?P<between>[^;.:\d]{{0,60}}?)\b(?P<to>{_TO}) {_IS}")
# What is between them speaks of the change and of nothing else.
_CHANGING = pattern_of(rf"(?:{listed('apparatus', 'changing')}|[,()\s])*")
# "Còn 07 phòng, ban, đơn vị", "có 96 đơn vị (78 xã, 18 phường)"; "có 05 xã chưa đạt" goes on and counts others.
_HAS = (
    r"(?:con|co|duy tri|on dinh|giu nguyen|co cau|mo hinh|gom|la|con lai|to chuc thanh|sap xep thanh|voi(?= [^.;()]{0,60}\())"
    r"(?: (?:tong so|tong cong|tat ca|co cau|lai|chi|ca|voi|o))*"
)
_ENDS = r"\s*(?:[(,;.:]|gom\b|bao gom\b|trong do\b|voi\b|va \d|giam\b|theo\b|truc thuoc\b|thuoc\b|$)"
_NOW = pattern_of(rf"\b{_HAS} (?P<after>{_MANY}) (?P<now>{KINDS})(?={_ENDS})")
# "Trong 74 đơn vị hành chính cấp xã mới có 68 xã và 06 phường": all of them, and their parts behind.
_AMONG = pattern_of(
    rf"\btrong (?:so |tong so )?(?P<after>{_MANY}) (?P<now>{KINDS})(?= (?:cap xa|cap huyen|moi|hien nay|[a-z]{{2,10}} )*(?:co|gom) \d)"
)
# "Số phòng thuộc sở là 119".
_NUMBER_OF = pattern_of(
    rf"\bso (?:luong )?(?P<now>{KINDS})(?: (?:hien|nay|hien nay))? (?:la|con|con lai) (?P<after>{_MANY})\b(?![\d.,/%]\d| ?%)"
)
# "… dân số 13.247 người; 31 thôn, trong đó …": units of land in a list that tells how many live in a place.
_IN_LIST = pattern_of(
    rf";\s(?P<after>{_MANY}) (?P<now>{listed('apparatus', 'land')})(?=\s*(?:[;.]|, (?:trong do|gom)\b|$))"
)
_TELLS_PEOPLE = pattern_of(r"\bdan so\b|\bdien tich\b|; \d[\d.]* (?:nguoi|nhan khau)\s*(?:[;.]|$)")
# "(trước đây 10)", "so với trước (10 phòng)", "so với 27 trước đây", "trước đó là 8".
_EARLIER = pattern_of(
    rf"\b(?:truoc (?:day|do|kia|khi sap xep)?|so voi)(?: (?:la|co|truoc|luc truoc))*[ (]*\(?(?P<before>{_MANY}){_NO_MORE}"
)
_PART = pattern_of(rf"(?<![\d.,/])(?P<many>{_MANY}) (?P<kinds>{KINDS})")
_LESS = pattern_of(
    rf"\b(?P<verb>giam|bot|tang)(?: duoc)? (?P<many>{_MANY})(?: (?P<kinds>{KINDS})|(?=\s*(?:[),;]|\.|so voi\b|$))){_NO_MORE}"
)
_LOOKED_AT = 140  # letters behind a total in which its parts and what was before stand
_ONLY_CHANGES = pattern_of(r"\b(?:giam|bot|tang|so voi|truoc (?:day|do)(?: la| co)?|them) \(?$")


@dataclass(frozen=True, slots=True)
class Count:
    """So many of some kinds now, and before where that is said; it stands at [start, end), the number of now at `now`."""

    kinds: Kinds
    after: int
    before: int | None
    start: int
    now: int
    end: int
    is_total: bool = True  # and not one of the parts of a total


# The same sentences are read for many questions.
@lru_cache(maxsize=10_000)
def read_makeup(folded: str) -> tuple[Count, ...]:
    """Every count of a folded sentence that says how many parts there are; those of one total stand behind it."""
    found: list[Count] = []
    for match in _FROM_TO.finditer(folded):
        kinds = read_kinds(match["now"] or match["was"] or match["named"] or "")
        if kinds == _UNITS and match["named"]:
            kinds = read_kinds(match["named"])
        kinds = of_agencies(kinds, folded[: match.end()])
        kinds = UNITS_OF_LAND if kinds == _UNITS and is_land(read_kinds(match["was"] or "")) else kinds
        if kinds and _CHANGING.fullmatch(match["between"]) and _follows(folded, match):
            span = (match.start("before"), match.start("after"), match.end())
            found += _with_parts(folded, Count(kinds, int(match["after"]), int(match["before"]), *span))
    if found:
        return tuple(found)
    for pattern in (_AMONG, _NOW, _NUMBER_OF, *([_IN_LIST] if _TELLS_PEOPLE.search(folded) else [])):
        for match in pattern.finditer(folded):
            is_told = any(c.start <= match.start("after") < c.end for c in found)
            is_some = "thanh" in match[0].split() and _WHOLE_BEHIND.search(folded, match.end())
            if is_told or is_some or _ONLY_CHANGES.search(folded[: match.start("after")]):
                continue
            before = _earlier(folded, match.end())
            span = (match.start("after"), match.start("after"), match.end())
            kinds = had_by_agencies(read_kinds(match["now"]), folded[: match.start("after")])
            found += _with_parts(folded, Count(kinds, int(match["after"]), before, *span))
    return tuple(found)


def _follows(folded: str, match: re.Match[str]) -> bool:
    """Whether "từ" or what was done stands before or between the two numbers, so that they are of one thing and all of it.

    "Sáp nhập 21 thôn thành 10 thôn mới" says nothing of the others.
    """
    opens = _OPENS.search(folded[: match.start("before")])
    if match["to"] == "thanh" and ((opens and opens["verb"] in _JOINING) or _WHOLE_BEHIND.search(folded, match.end())):
        return False
    return bool(opens or match["named"] or _DONE.search(match["between"]))


# "07 xã được sắp xếp thành 03 xã; sau sắp xếp còn 20 xã": some of them became fewer, and the whole is told behind.
_WHOLE_BEHIND = pattern_of(rf"\b(?:sau|toan (?:tinh|huyen|thanh pho))\b[^.]{{0,60}}?\bcon {_MANY} ")
_JOINING = frozenset({"sap nhap", "hop nhat", "nhap"})
_OPENS = pattern_of(
    r"\b(?P<verb>tu|sap xep|sap nhap|hop nhat|nhap|kien toan|to chuc lai|giam)(?: (?:tu|tong so|lai))* $"
)
_DONE = pattern_of(r"\b(?:sap xep|sap nhap|hop nhat|giam|kien toan|to chuc lai)\b")


def _earlier(folded: str, end: int) -> int | None:
    match = _EARLIER.search(folded, end, end + _LOOKED_AT)
    return int(match["before"]) if match else None


_UNITS = frozenset({"don vi"})


def _with_parts(folded: str, total: Count) -> list[Count]:
    """A total and its parts; units that are communes and wards are such units themselves."""
    parts = _parts(folded, total.end, total.after)
    is_of_land = total.kinds == _UNITS and any(is_land(part.kinds) for part in parts)
    return [replace(total, kinds=UNITS_OF_LAND) if is_of_land else total, *parts]


def _parts(folded: str, end: int, total: int) -> list[Count]:
    """The parts that are counted behind a total, none of them more than it is."""
    found = []
    clause = folded.find(";", end, end + _LOOKED_AT)
    for match in _PART.finditer(folded, end, clause if clause >= 0 else min(len(folded), end + _LOOKED_AT)):
        if not _ONLY_CHANGES.search(folded[: match.start()]) and int(match["many"]) <= total:
            kinds, behind = match["kinds"], _ZONE_NAMED.match(folded, match.end())
            last = behind.end() if behind and _AND_ZONE.search(kinds) else match.end()
            kinds = _AND_ZONE.sub("", kinds) if last > match.end() else kinds
            span = (match.start(), match.start(), last)
            found.append(Count(read_kinds(kinds), int(match["many"]), None, *span, is_total=False))
    return found


# "61 xã, 20 phường và đặc khu Hòn Mê": the zone that is named is none of the wards.
_AND_ZONE = pattern_of(r" va dac khu$")
_ZONE_NAMED = pattern_of(
    r" (?!(?:moi|thuoc|truc thuoc|cua|tren|o|tai|da|duoc|co|deu|sau|truoc|trong)\b)[a-z]+(?: [a-z]+){0,2}"
)


def read_reduction(folded: str, kinds: Kinds) -> int | None:
    """By how many of these kinds a folded sentence says that they became fewer."""
    found = {
        int(m["many"])
        for m in _LESS.finditer(folded)
        if m["verb"] != "tang" and (not m["kinds"] or read_kinds(m["kinds"]) == kinds or read_kinds(m["kinds"]) < kinds)
    }
    return found.pop() if len(found) == 1 else None
