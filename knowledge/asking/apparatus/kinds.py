"""What bodies are made up of, as reports and questions count it: "phòng, đơn vị trực thuộc", "sở, ban, ngành", "xã"."""

import re
from functools import lru_cache

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.vocabulary.loading import load_vocabulary


def _any(name: str) -> str:
    return listed("apparatus", name)


_DESCRIBING = rf"{_any('describing')}|(?<!dau )moi"  # "đầu mối" is no new head
_QUALIFIED = rf"(?: (?:{_DESCRIBING}|cap xa|cap huyen|thuoc so)\b)*"
ONE_KIND = rf"(?:{_any('parts')}|{_any('land')})\b{_QUALIFIED}"
KINDS = rf"(?:{ONE_KIND}(?:(?:,? (?:va )?|/){ONE_KIND}| va tuong duong)*)"

_ONE = pattern_of(ONE_KIND)
_QUALIFIER = pattern_of(rf" (?:{_DESCRIBING})\b")
_LAND = frozenset(fold(word) for word in load_vocabulary("apparatus")["land"]["words"]) - {"ban"}
_WHOLE = frozenset({"dau moi"})  # "đầu mối" is what all inner divisions and units together are called

Kinds = frozenset[str]
UNITS_OF_LAND: Kinds = frozenset({"don vi hanh chinh cap xa"})


def read_kinds(words: str) -> Kinds:
    """The kinds that folded words name, without what only describes them: "phòng chuyên môn" are "phòng"."""
    found = (_QUALIFIER.sub("", m[0]) for m in _ONE.finditer(_NUMBER_OF.sub("", words)))
    return frozenset(_whole_name(kind) for kind in found)


def _whole_name(kind: str) -> str:
    """The kind as it is called in full: "đơn vị cấp xã" are administrative units; "… thuộc sở" only says whose they are."""
    if kind == "phong thuoc so":
        return kind
    return re.sub(r"^don vi cap", "don vi hanh chinh cap", kind.removesuffix(" thuoc so"))


def spelled(kinds: Kinds) -> str:
    """The kind that says most, as it is written: "phòng" of "phong"."""
    words = [word for name in ("parts", "land") for word in load_vocabulary("apparatus")[name]["words"]]
    return next((word for kind in sorted(kinds, key=len) for word in words if fold(word) == kind), min(kinds, key=len))


# "Số đơn vị sự nghiệp": no department ("sở"), which has the same letters.
_NUMBER_OF = pattern_of(rf"\bso (?!ban\b|nganh\b)(?={ONE_KIND})")


# What only a province or a centrally run city has.
_AGENCIES = frozenset({"so", "ban", "nganh", "co quan chuyen mon"})


def are_agencies(kinds: Kinds) -> bool:
    """Whether agencies of a province are counted."""
    return ("so" in kinds and kinds <= _AGENCIES) or kinds == _THEIR_DIVISIONS


_THEIR_DIVISIONS: Kinds = frozenset({"phong thuoc so"})
# "Các sở của tỉnh giảm được mấy phòng": of all of them together.
_ALL_AGENCIES = pattern_of(r"\bcac so(?:,? (?:ban|nganh))*\b[^;.]{0,60}\bphong\b")


def are_of_all_agencies(kinds: Kinds, words: str) -> bool:
    """Whether folded words ask for the divisions of all a province's agencies, which reports call "phòng thuộc sở" as well."""
    return kinds == {"phong"} and _ALL_AGENCIES.search(words) is not None


def divisions_of_agencies() -> Kinds:
    """The kind that "phòng thuộc sở" is."""
    return _THEIR_DIVISIONS


_OF_AGENCIES = pattern_of(
    r"\bphong\b[^;.\d]{0,20} (?:thuoc|cua|tai|o) (?:cac so\b|so(?=\s*(?:[,|(;]|ban\b|nganh\b|cap tinh\b|giam\b|la\b|con\b|xuong\b|tu\b|sau\b|$)))"
)


def of_agencies(kinds: Kinds, words: str) -> Kinds:
    """The kinds, but the divisions of all a province's agencies where the folded words say "phòng thuộc các sở" and not of one body."""
    return _THEIR_DIVISIONS if kinds == {"phong"} and _OF_AGENCIES.search(words) else kinds


_EQUALS = r" va (?:co quan )?tuong duong"
_AGENCIES_HAVE = pattern_of(
    rf"(?:\bcac so(?:{_EQUALS}|,? (?:va )?(?:ban|nganh|co quan chuyen mon))*|(?:\b\d+|^)\s?so{_EQUALS})\b[^,;.\d]{{0,60}}$"
)
_SOME_AGENCIES_HAVE = pattern_of(r"(?<![\d/.-])\d{1,2} so\b[^,;.\d]{0,60}$")
_DIVISIONS_OF_SOME: Kinds = frozenset({"phong cua mot so so"})


def had_by_agencies(kinds: Kinds, before: str) -> Kinds:
    """The kinds, but those divisions where the folded words before their number say that all agencies or some have them."""
    if kinds != {"phong"}:
        return kinds
    if _AGENCIES_HAVE.search(before):
        return _THEIR_DIVISIONS
    return _DIVISIONS_OF_SOME if _SOME_AGENCIES_HAVE.search(before) else kinds


def tells_of_agencies(words: str) -> bool:
    """Whether folded words speak of the divisions of all agencies: "phòng thuộc sở", "19 sở, ngành với 128 phòng"."""
    return _OF_AGENCIES.search(words) is not None or _AGENCIES_WITH.search(words) is not None


_AGENCIES_WITH = pattern_of(r"\bso(?:, ban)?, nganh (?:voi|co|gom) (?:tong so |tong cong )?\d[\d.]* phong\b")


_UNIT_OF_LAND = pattern_of(r"don vi (?:hanh chinh|cap (?:xa|huyen))")


# Few kinds are told of, and each is held against what is asked for.
@lru_cache(maxsize=4_096)
def is_land(kinds: Kinds) -> bool:
    """Whether communes and the like are counted, and no parts of a body."""
    return bool(kinds & _LAND) or any(_UNIT_OF_LAND.match(kind) for kind in kinds)


def are_same(asked: Kinds, told: Kinds, *, is_total: bool) -> bool:
    """Whether a count of the told kinds answers a question for the asked ones; `is_total` where the count is of all parts together."""
    if asked == told:
        return True
    if is_land(asked) or is_land(told):
        return _are_same_land(asked, told)
    # "15 sở và cơ quan tương đương": they are asked for as departments.
    is_with_others = asked < told and ("phong" in asked or (asked == _DEPARTMENTS and told <= _WITH_EQUALS))
    return is_total and (asked <= _WHOLE or told <= _WHOLE or is_with_others)


_DEPARTMENTS, _WITH_EQUALS = frozenset({"so"}), frozenset({"so", "co quan"})


def _are_same_land(asked: Kinds, told: Kinds) -> bool:
    is_district = [any(_DISTRICTS.search(kind) for kind in kinds) for kinds in (asked, told)]
    is_village = [not _VILLAGES.isdisjoint(kinds) for kinds in (asked, told)]
    units = [any(kind.startswith("don vi") for kind in kinds) for kinds in (asked, told)]
    # "Đơn vị hành chính cấp xã" are communes and wards together.
    are_both = is_land(asked) and is_land(told)
    is_one_level = is_district[0] == is_district[1] and is_village[0] == is_village[1]
    return are_both and is_one_level and any(units) and (len(asked) > 1 or units[0])


_DISTRICTS = pattern_of("huyen|quan|thi xa")
# What communes and wards are parted into; "bản" has the letters of "ban".
_VILLAGES = frozenset({"thon", "ap", "buon", "khu pho", "to dan pho", "khoi pho"})
