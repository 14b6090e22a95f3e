"""Capitals of heads and titles as a text writes them."""

import re
from functools import cache

from knowledge.grammar.folding import LOWER, UPPER, fold, lower_first
from knowledge.grammar.organisations import BODY_BEGINNING, may_begin_name, may_go_on, never_names
from knowledge.vocabulary.loading import load_lists

_JOINED = re.compile(r"[&/]")
_KEPT = {"UBND", "HĐND", "PTNT", "VP", "HCC", "TP"}
_LEVEL_WORDS = {"tỉnh", "huyện", "xã", "phường", "quận"}
# The Party's committees: "HUYỆN ỦY BÀU SEN".
_PARTY = {"ủy", "uỷ"}
_OF_PARTY = {"tỉnh", "thành", "huyện", "quận", "thị", "đảng"}
_LEVELS_OF_TWO = {("thị", "xã"), ("thị", "trấn"), ("thành", "phố"), ("đặc", "khu")}


@cache
def _acts() -> frozenset[str]:
    """What a body does, which looks like a place's name in a line of capitals: "DO UBND TỈNH GIAO NĂM 2017"."""
    return frozenset(load_lists("organisations")["acts"])


@cache
def _beginnings_of_acts() -> frozenset[str]:
    return frozenset(act.split()[0] for act in _acts())


def is_place(words: list[str]) -> bool:
    """Whether the words in capitals behind a level are a place's name: no verb alone, nor one with its second half."""
    first = words[0].lower() if words else ""
    following = words[1] if len(words) > 1 else ""
    return bool(first) and may_begin_name(first, following) and not _is_act(words)


def place_alone(words: list[str]) -> list[str]:
    """The words of a place's name without what its body does: "TÂN GIANG" of "TÂN GIANG GIAO VỀ …"."""
    for at in range(_SHORTEST, len(words)):
        low, behind = words[at].lower(), words[at + 1 :]
        if low in never_names() or _is_act([low, *behind]):
            return words[:at]
    return words


# Of so many words a place's name is at least, where a verb may follow it.
_SHORTEST = 2


def _is_act(words: list[str]) -> bool:
    """Whether the words begin with what a body does: a verb of its own, or one with its second half."""
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    # "UBND TỈNH GIAO SỞ TƯ PHÁP": to whom it is done.
    is_done_to = first in _acts() and BODY_BEGINNING.match(fold(" ".join(words[1:]))) is not None
    is_alone = not second or second in never_names() or is_done_to
    return first in _beginnings_of_acts() and (is_alone or f"{first} {second}" in _acts())


# Bodies whose names begin with a capital, by their first two words.
_BODY_STARTS = {"chính phủ", "văn phòng", "ủy ban", "uỷ ban", "trung tâm", "hội đồng", "thanh tra", "công an"}


def titlecase(words: str) -> str:
    """Capitals of a head as a text writes them: "VĂN PHÒNG UBND TỈNH HƯNG HÒA" to "Văn phòng UBND tỉnh Hưng Hòa"."""
    out: list[str] = []
    written = words.split()
    in_place = False
    for position, word in enumerate(written):
        low = word.lower()
        following = written[position + 1].lower() if position + 1 < len(written) else ""
        if word in {"TP", "TP."} and written[position + 1 :]:
            in_place = is_place(written[position + 1 :])
            out.append(word)
        elif set(_JOINED.split(word)) <= _KEPT or not word.isupper() or _is_no_word(word, out, in_place=in_place):
            in_place = in_place and word[:1].isupper() and word not in _KEPT
            out.append(word)
        elif (low, following) == ("xã", "hội") and out and out[-1] in {"và", "hiểm", "-", "–"}:
            in_place = False  # "Lao động - Thương binh và Xã hội", "Văn hóa - Xã hội", and no commune
            out.append(low if out[-1] == "hiểm" else low.capitalize())
        elif low in _OF_PARTY and following in _PARTY:
            out.append(low if position else low.capitalize())
        elif low in _PARTY and out and out[-1].lower() in _OF_PARTY:
            in_place = True
            out.append(low)
        elif low in _LEVEL_WORDS or (low, following) in _LEVELS_OF_TWO:
            in_place = is_place(written[position + (1 if low in _LEVEL_WORDS else 2) :])
            out.append(low)
        elif out and (out[-1], low) in _LEVELS_OF_TWO:
            out.append(low)
        elif in_place and (_is_behind_name(low, following, out) or _ends_place(low, following, out)):
            in_place = False
            out.append(low)
        elif _ZONE.search(" ".join(out)) and low not in _BEHIND_ZONE and is_place(written[position:]):
            in_place = True
            out.append(low.capitalize())
        elif _has_capital(low, following, position, in_place, out):
            out.append(low.capitalize())
        else:
            out.append(low)
    return " ".join(out)


# "KHU KINH TẾ CỬA VÀNG": what stands behind is its name, but "và các khu công nghiệp".
_ZONE = re.compile(r"(?i)(?:^| )khu (?:kinh tế|công nghiệp|công nghệ cao|du lịch)$")
_BEHIND_ZONE = {"và", "các", "trên", "tỉnh", "thành", "của"}


def _is_no_word(word: str, out: list[str], *, in_place: bool) -> bool:
    """Whether it is a Roman number or an abbreviation, which no Vietnamese syllable is: "QUÝ III", "CCHC", "PAR INDEX"."""
    bare = word.strip("().,;:-–")
    if _ROMAN.fullmatch(bare) and (len(bare) > 1 or out[-1:] == ["quý"]):
        return True
    return (
        len(bare) > 1 and bare.isascii() and bare.isalpha() and not in_place and not _SYLLABLE.fullmatch(bare.lower())
    )


_ROMAN = re.compile(r"[IVX]+(?:/\d{4})?")  # "QUÝ III/2024"
_SYLLABLE = re.compile(r"[bcdghklmnpqrstvx]{0,3}[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")


def _is_behind_name(low: str, following: str, out: list[str]) -> bool:
    """Whether the word is none of a place's name: "tỉnh Tân Giang năm 2019", but "huyện Năm Căn"."""
    is_first = bool(out) and out[-1] in _LEVEL_WORDS | {second for _, second in _LEVELS_OF_TWO}
    goes_on = may_begin_name(low, following) if is_first else may_go_on(low.upper(), following, following)
    return low in never_names() and not goes_on


def _ends_place(low: str, following: str, out: list[str]) -> bool:
    """Whether a verb stands behind a name that is whole: "tỉnh Tân Giang giao về …"."""
    is_named = len(out) > _SHORTEST and all(word[:1].isupper() for word in out[-_SHORTEST:])
    return is_named and _is_act([low, following])


def _has_capital(low: str, following: str, position: int, in_place: bool, out: list[str]) -> bool:
    before = out[-1] if out else ""
    # "Sở Văn hóa, Thể thao và Du lịch", "Chi cục Văn thư - Lưu trữ": each of what a body is for.
    in_sector = before in {"và", "-", "–"} or before.endswith(",")
    in_sector = in_sector and bool(_SECTORAL & set(out[-7:])) and low not in never_names()
    after_body = in_sector or (before in {"Sở", "Bộ", "Phòng", "Ban", "Cục", "Vụ", "Viện", "Trường"} and low != "phận")
    after_body = after_body or tuple(out[-2:]) in _BODIES_OF_TWO
    return in_place or position == 0 or after_body or f"{low} {following}" in _BODY_STARTS or low == "sở"


_SECTORAL = {"Sở", "Bộ", "Phòng", "Cục", "cục"}
_BODIES_OF_TWO = {("Trung", "tâm"), ("Chi", "cục"), ("Tổng", "cục"), ("Bộ", "phận")}


def quiet(title: str) -> str:
    """A title in capitals as a text writes it: it stands in every source line."""
    shouted = sum(c.isupper() for c in title) > 0.6 * sum(c.isalpha() for c in title)
    if shouted:
        return titlecase(title)
    type_ = _SHOUTED_TYPE.match(title)
    return f"{type_[0].capitalize()}{lower_first(title[type_.end() :])}" if type_ else title


# "BÁO CÁO TỔNG KẾT công tác …": the type alone in capitals.
_SHOUTED_TYPE = re.compile(rf"BÁO CÁO(?: [{UPPER}]{{2,}}){{0,2}} (?=[{UPPER}]?[{LOWER}])")
