"""Organisations and places as administration names them, in reports and in questions.

A name is a body ("sở Nội vụ", "UBND", a one-stop desk), a level (tỉnh, huyện, xã) and a place's own name;
any of the three may be missing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.known_places import known_provinces
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.persons import is_person
from knowledge.grammar.phrase_tree import phrase_tree
from knowledge.vocabulary.loading import load_lists

_LEVELS = {
    "tinh": "province", "huyen": "district", "huyen dao": "district", "xa dao": "commune", "thi xa": "district", "quan": "district", "xa": "commune",
    "phuong": "commune", "thi tran": "commune", "dac khu": "commune", "thanh pho": "city", "tp": "city", "tx": "district",
    "province": "province", "district": "district", "commune": "commune",
}  # fmt: skip
_TONED_LEVELS = {
    "tỉnh",
    "huyện",
    "huyện đảo",
    "xã đảo",
    "thị xã",
    "quận",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thành phố",
    "tp",
    "tx",
}
# In capitals beside any name, as they stand for two words.
_SHORT_LEVELS = {"tp", "tx"}
_LEVEL = (
    r"(?P<level>" + "|".join(sorted(_LEVELS, key=len, reverse=True)) + r")\b(?!(?<=dao)\stao\b)(?:(?<=\btp|\btx)\.)?"
)
# "Sở Nội vụ tính đến …", "Môi trường tinh giản …": in a question without tones no province.
_NO_LEVEL = r"(?!(?<=\btinh)\s(?:gian|den|tu|theo|ra|ca(?!\smau\b)|luy)\b)"


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(fold(n)).replace(r"\ ", r"\s") for n in sorted(names, key=len, reverse=True))


_JOINING = re.compile(r"\\s(?:va|\\-)\\s")
# Departments as people call them in short; "số lao động được đào tạo" has the letters of one.
_SHORT = (
    r"so\s(?:lao dong|tai nguyen|giao duc|khoa hoc|giao thong|van hoa)"
    r"(?!\s(?:va|-|thuong|duoc|tham gia|nghi|mat|co viec|bi|dang|lam|nu|nong thon|tre|da)\b|,)"
)


@cache
def names_pattern(*, is_question: bool = False) -> re.Pattern[str]:
    """Every name of the gazetteer in a folded text, and every level; those of a question may be shortened."""
    level = _LEVEL + _NO_LEVEL if is_question else _LEVEL
    words = load_lists("organisations")
    sector = _any(words["sectors"])
    if is_question:
        sector = _JOINING.sub(r"\\s(?:(?:va|-)\\s)?", sector)  # "Sở Kế hoạch Đầu tư" is "Sở Kế hoạch và Đầu tư"
    sectors = rf"(?:so|bo|phong|ban)\s(?:{sector})"
    bodies = (
        "|".join(_any(words[k]) for k in ("others", "central", "offices", "desks"))
        + rf"|{sectors}|{_any(words['councils'])}"
    )
    if is_question:
        bodies += rf"|{_SHORT}"
    kinds = ("others", "central", "offices", "desks", "councils")
    begins = {"so", "bo", "phong", "ban", *_LEVELS, *(fold(name) for kind in kinds for name in words[kind])}
    # Hardly a word is the first of a name: the others are passed over at once.
    first = phrase_tree({name.split()[0] for name in begins}, lambda _: "")
    return pattern_of(
        rf"(?<![\w/-])(?={first})(?:(?P<body>{bodies})\b(?:\s{level.replace('<level>', '<blevel>')})?|{level})(?![\w-])"
    )


# "Phần mềm một cửa", "cơ chế một cửa liên thông": a way of working, not the desk.
_WAY_OF_WORKING = pattern_of(r"\b(?:phan mem|he thong|co che|mo hinh|quy trinh|cong|diem|cham diem)\s$")
_WAY_LENGTH = 16  # more than the longest of them has; a look at all that stands before makes a long text slow


def is_way_of_working(folded: str, match: re.Match[str]) -> bool:
    """Whether what a match names is a way of working ("cơ chế một cửa") and no body."""
    before = folded[max(0, match.start() - _WAY_LENGTH) : match.start()]
    return match["body"] in {"mot cua", "trung tam"} and bool(_WAY_OF_WORKING.search(before))


@cache
def _desks() -> frozenset[str]:
    return frozenset(normalise(d) for d in load_lists("organisations")["desks"])


@cache
def desk_names() -> dict[str, str]:
    """What a text may call a one-stop desk by, folded, and the body that is meant."""
    names = {fold(name): normalise(name) for name in load_lists("organisations")["desks"]}
    return {**names, **{body: body for body in _desks()}, "mot cua": "mot cua"}


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name for matching: normalised body, level and folded place name; each may be missing."""

    body: str = ""
    level: str = ""
    place: str = ""

    @property
    def is_desk(self) -> bool:
        """Whether it is a one-stop desk, which receives dossiers for a body."""
        return self.body in _desks()

    @property
    def words(self) -> frozenset[str]:
        """All its words."""
        return frozenset(f"{self.body} {self.place}".split())


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """A body or place as a text names it, [start, end); `is_unknown` where a question names a place not known."""

    start: int
    end: int
    name: str
    organisation: Organisation
    is_unknown: bool = False


# "Chi nhánh Phan Hòa": a branch of an office beyond the province's seat, by the place where it is.
_BRANCH = "chi nhanh "


# "Ban Quản lý Khu kinh tế Cửa Vàng tỉnh Hưng Hòa": called so without its province.
_OF_PROVINCE = pattern_of(r"(?<=\w) (?:tinh|thanh pho) [a-z ]+$")


# What the folded name of a body begins with.
BODY_BEGINNING = pattern_of(lambda: rf"(?:{_any(load_lists('organisations')['beginnings'])})\b")


# "Bộ trưởng Bộ …", "Cục trưởng Cục …": the body that the person heads.
_HEAD_OF = pattern_of(lambda: rf"^(?:{_any(load_lists('organisations')['heads'])}) (?={BODY_BEGINNING.pattern})")


def is_body(words: str) -> bool:
    """Whether normalised words begin as a body's name does and are no longer than one."""
    return bool(BODY_BEGINNING.match(words)) and len(words.split()) <= 8


# The bodies of a store's figures are held against every question that names none.
@lru_cache(maxsize=10_000)
def parse_organisation(name: str) -> Organisation:
    """The organisation that a whole name is: of the gazetteer, else a body by its first word, else a place."""
    known = next(find_organisations(name), None)
    words = _HEAD_OF.sub("", normalise(name))
    # "Bộ Kinh tế biển" is more than the "Bộ Kinh tế" that the gazetteer knows.
    is_longer = (
        known is not None and known.start == 0 and name[known.end :].strip(" .,") and not known.organisation.level
    )
    if is_longer:
        words = _OF_PROVINCE.sub("", words)
    if words.startswith(_BRANCH) and (is_longer or known is None):
        return Organisation(_BRANCH.strip(), "", words.removeprefix(_BRANCH))
    if known is not None and not (is_longer and is_body(words)):
        return known.organisation
    if BODY_BEGINNING.match(words):
        return Organisation(words)
    return Organisation(place=fold(" ".join(name.split())))


def find_organisations(text: str) -> Iterator[OrganisationMention]:
    """Every body or named place of a composed text in ordinary capitals, in order."""
    folded = fold(text)
    position = 0
    while match := names_pattern().search(folded, position):
        end, place = _capitalised(text, match.end()) if match["blevel"] or match["level"] else (match.end(), "")
        if place and fold(place) not in known_provinces() and is_person(text, folded, match.start(), place):
            end, place = match.end(), ""
        position = max(end, match.start() + 1)
        if is_way_of_working(folded, match):
            continue
        if match["level"] and not (place and _is_level(text[match.start() : match.end()], place)):
            position = match.end()
            continue
        if match["body"] and not _is_name(text, match):
            position = match.start() + 1 if not match["body"] else match.start("body") + len(match["body"].split()[0])
            continue
        if match["body"] and not match["blevel"]:
            end, place = match.end(), ""
        yield OrganisationMention(match.start(), end, text[match.start() : end], named_organisation(match, place))


def is_body_alone(line: str) -> bool:
    """Whether a line is the name of a body and nothing else: "Sở Nội vụ"."""
    named = next(find_organisations(line), None)
    return named is not None and named.start == 0 and named.end == len(line) and bool(named.organisation.body)


# A body outside the gazetteer: its word, then two syllables of which the first has a capital ("Bộ Lâm nghiệp").
_GENERIC = pattern_of(
    rf"\b(?P<body>(?:Bộ|Sở|Ban|Cục|Tổng cục|Chi cục|Viện|Liên minh|Hội) [{UPPER}][{LOWER}]+ [{LOWER}{UPPER}][{LOWER}]*)"
)


# Nouns that many bodies begin with, and that alone stand for the one that reports.
NOUN_ALONE = pattern_of(r"trung tam|so|cuc|chi cuc|tong cuc|van phong|bo|ban|phong|vien")


def is_noun(name: str) -> bool:
    """Whether it is only the noun that many bodies begin with: "Sở"."""
    return bool(NOUN_ALONE.fullmatch(fold(name)))


def is_noun_of(name: str | None, whole: str) -> bool:
    """Whether it is only the noun that the name of a body begins with: "Trung tâm" of "Trung tâm Hành chính công tỉnh"."""
    noun = fold(name or "")
    return is_noun(noun) and fold(whole).startswith(f"{noun} ")


def find_generic_bodies(text: str) -> Iterator[OrganisationMention]:
    """Bodies by their form alone, where no gazetteer knows them."""
    for match in _GENERIC.finditer(text):
        yield OrganisationMention(match.start(), match.end(), match[0], Organisation(normalise(match[0])))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a body's words stand as a name: with a capital, or a desk or council, which often have none."""
    written = text[match.start() : match.end()]
    return any(c.isupper() for c in written) or fold(match["body"]) in {
        "bo phan mot cua",
        "bo phan tiep nhan va tra ket qua",
    }


def _is_level(written: str, place: str) -> bool:
    """Whether a level word is one by its tones (phường, not phương) and stands in the same capitals."""
    word = written.rstrip(".").lower()
    same_capitals = word in _SHORT_LEVELS or written.isupper() == place.isupper()
    is_association = f"{fold(place)} ".startswith("hoi ") and fold(place) not in _places_like_bodies()
    return word in _TONED_LEVELS and same_capitals and not is_association


@cache
def _places_like_bodies() -> frozenset[str]:
    return frozenset(fold(name) for name in load_lists("organisations")["places_like_bodies"])


def named_organisation(match: re.Match[str], place: str) -> Organisation:
    """What a match of `names_pattern` names, with the place behind it."""
    level = match["blevel"] or match["level"] or ""
    body = normalise(match["body"] or "").replace(" quan ly cac khu ", " quan ly khu ")  # said with "các" or without
    level_key = _LEVELS.get(" ".join(level.rstrip(".").split()), "")
    for word, key in (("tinh", "province"), ("huyen", "district"), ("thanh pho", "city")):
        if not level_key and body.endswith(f" {word}"):
            body, level_key = body.removesuffix(f" {word}"), key
    return Organisation(body, level_key, fold(place))


@cache
def never_names() -> frozenset[str]:
    """Words of titles in capitals that follow a place and are no part of its name."""
    return frozenset(load_lists("organisations")["never_names"])


@cache
def _behind_year() -> frozenset[str]:
    return frozenset(load_lists("organisations")["behind_year"])


_ROMAN = pattern_of(r"[IVX]+")


# "Thị xã Ngã Năm", "phường Cách Mạng Tháng Tám", "xã Đá Bạc Trong": words of time and place that names go on with.
_MAY_GO_ON = {"năm", "quý", "tháng", "trong"}


def may_begin_name(word: str, following: str) -> bool:
    """Whether a place's name can begin with these words: "Năm Căn", "Quý Lộc", but no "năm 2019", "quý này" or "của"."""
    low = word.lower()
    if low not in never_names():
        return True
    names_time = not following[:1].isalpha() or _ROMAN.fullmatch(following) or following.lower() in _behind_year()
    return low in {"năm", "quý"} and not names_time


def may_go_on(word: str, following: str, behind: str) -> bool:
    """Whether a place's name can go on with these words: "Ngã Năm", but no "Cửa Sa Năm 2019"."""
    low = word.lower()
    if low not in never_names():
        return True
    if low not in _MAY_GO_ON or _ROMAN.fullmatch(following):
        return False
    if word.isupper():
        return low == "năm" and following.lower() not in _behind_year() and (following[:1].isalpha() or not behind)
    return not (low == "năm" and re.match(r"(?:19|20)\d\d", following)) and not (
        low in {"quý", "tháng"} and not following[:1].isupper()
    )


_NAME_GOING_ON = pattern_of(r" (?:- )?(\w+)(?= ?(\w*))")


def _capitalised(text: str, start: int) -> tuple[int, str]:
    """The capitalised words that follow: a place's own name, at most five (Bà Rịa - Vũng Tàu)."""
    end, words = start, 0
    before = text[max(0, start - 3) : start].lstrip()
    is_short = before.rstrip(".").lower() in _SHORT_LEVELS
    for match in _NAME_GOING_ON.finditer(text[start : start + 60]):
        is_shouted = match[1].isupper() if is_short else before[-2:].isupper()
        behind = text[start + match.end() :].strip()
        if not (may_go_on(match[1], match[2], behind) if words else may_begin_name(match[1], match[2])):
            break
        if match.start() != end - start or not match[1][0].isupper() or words == 5 or is_shouted != match[1].isupper():
            break
        following = text[end + 1 : end + _LONGEST_BODY]
        if words and (is_shouted or following[:1] == "-") and _begins_next(following.removeprefix("- ")):
            break
        end, words = start + match.end(), words + 1
    return end, text[start:end].strip()


# "UBND TỈNH AN LẠC SỞ NỘI VỤ": a report's head that came out on one line; more than the longest name of a body has.
_LONGEST_BODY = 60
_MOTTO = "cong hoa xa hoi"
# What stands for a body's own office without saying whose: "UBND TỈNH AN LẠC - VĂN PHÒNG".
_ITS_OFFICE = ("van phong", "thanh tra")


def _begins_next(shouted: str) -> bool:
    """Whether a body's name or the nation's begins there, which no name of a place goes on with."""
    folded = fold(shouted)
    body = names_pattern().match(folded)
    return folded.startswith((_MOTTO, *_ITS_OFFICE)) or (body is not None and body["body"] is not None)
