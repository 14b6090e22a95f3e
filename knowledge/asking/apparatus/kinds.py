"""What bodies are made up of, as reports and questions count it: "phòng, đơn vị trực thuộc", "sở, ban, ngành", "xã"."""

import re

from knowledge.grammar.patterns import pattern_of

# Parts of bodies, and the units of the land that a committee governs (Luật Tổ chức chính quyền địa phương).
_PLACES = "xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thon|ap|ban|buon|khu pho|to dan pho|khoi pho"
_PARTS = (
    "phong chuyen mon|phong nghiep vu|phong thuoc so|phong|don vi su nghiep|don vi hanh chinh|don vi truc thuoc|don vi|trung tam"
    "|chi cuc|dau moi|co quan chuyen mon|co quan|so|ban|nganh|chi nhanh|co so|khoa|to|doi|vu|cuc|nhom"
)
_QUALIFIED = r"(?: (?:chuyen mon|nghiep vu|truc thuoc|cong lap|ben trong|cap xa|cap huyen|cap phong|tuong duong|thuoc so|moi)\b)*"
ONE_KIND = rf"(?:{_PARTS}|{_PLACES})\b{_QUALIFIED}"
KINDS = rf"(?:{ONE_KIND}(?:(?:,? (?:va )?|/){ONE_KIND}| va tuong duong)*)"

_ONE = pattern_of(ONE_KIND)
_QUALIFIER = pattern_of(r" (?:chuyen mon|nghiep vu|truc thuoc|cong lap|ben trong|cap phong|tuong duong|(?<!dau )moi)\b")
_LAND = frozenset(_PLACES.split("|")) - {"ban"}
_WHOLE = frozenset({"dau moi"})  # "đầu mối" is what all inner divisions and units together are called

Kinds = frozenset[str]
UNITS_OF_LAND: Kinds = frozenset({"don vi hanh chinh cap xa"})


def read_kinds(words: str) -> Kinds:
    """The kinds that folded words name, without what only describes them: "phòng chuyên môn" are "phòng"."""
    return frozenset(_QUALIFIER.sub("", m[0]) for m in _ONE.finditer(words))


# What only a province or a centrally run city has.
_AGENCIES = frozenset({"so", "ban", "nganh", "co quan chuyen mon"})


def are_agencies(kinds: Kinds) -> bool:
    """Whether agencies of a province are counted."""
    return "so" in kinds and kinds <= _AGENCIES


def is_land(kinds: Kinds) -> bool:
    """Whether communes and the like are counted, and no parts of a body."""
    return bool(kinds & _LAND) or any(kind.startswith("don vi hanh chinh") for kind in kinds)


def are_same(asked: Kinds, told: Kinds, *, is_total: bool) -> bool:
    """Whether what is told counts what is asked for; `is_total` where all parts together are told."""
    if asked == told:
        return True
    if is_land(asked) or is_land(told):
        return _are_same_land(asked, told)
    return is_total and (asked <= _WHOLE or told <= _WHOLE or (asked < told and "phong" in asked))


def _are_same_land(asked: Kinds, told: Kinds) -> bool:
    level = re.compile("huyen|quan|thi xa")
    is_district = [any(level.search(kind) for kind in kinds) for kinds in (asked, told)]
    units = [any(kind.startswith("don vi") for kind in kinds) for kinds in (asked, told)]
    # "Đơn vị hành chính cấp xã" are communes and wards together.
    are_both = is_land(asked) and is_land(told)
    return are_both and is_district[0] == is_district[1] and any(units) and (len(asked) > 1 or units[0])
