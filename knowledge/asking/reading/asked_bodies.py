"""The bodies, places and levels that a question names, and the words that only look like them."""

import re
from collections.abc import Iterable
from functools import cache

from knowledge.asking.library import Library
from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.function_words import COMMUNE, HOW_MANY
from knowledge.grammar.known_places import known_name, known_provinces, places_in
from knowledge.grammar.organisations import Organisation, OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.standing_before import stands_before
from knowledge.vocabulary.loading import load_lists, load_vocabulary

# "Mấy xã", "bao nhiêu huyện": those behind are counted, and none is named.
ASKS_COUNT_BEFORE = pattern_of(rf"\b{HOW_MANY} $")


def own_names(words: str, bodies: Iterable[OrganisationMention]) -> list[tuple[int, int]]:
    """Where the names of places and departments stand, which ask for nothing.

    "Điện Biên" has the letters of "diễn biến", "Sở Kế hoạch" those of "số kế hoạch".
    """
    departments = [
        (b.start, b.end) for b in bodies if b.organisation.body.startswith("so ") and b.end - b.start > len("so ")
    ]
    places = [(words.find(b.organisation.place, b.start, b.end), b.organisation.place) for b in bodies]
    return [*departments, *((start, start + len(place)) for start, place in places if place and start >= 0)]


# "Công chức một cửa", "Hội thi Công chức một cửa giỏi": who works there, and none of their desks.
_STAFF_OF_DESK = pattern_of(r"\b(?:cong chuc|vien chuc|can bo|nhan vien|nguoi)(?: lam viec)?(?: tai| o)? $")


def without_desk(bodies: list[OrganisationMention], words: str) -> list[OrganisationMention]:
    """ "Thành phố Bến Cau … bộ phận một cửa", "Bộ phận Một cửa Sở Y tế": beside a place or a department a desk is theirs, not another body."""
    has_place = any(b.organisation.place for b in bodies)
    return [
        b
        for b in bodies
        if not (b.organisation.body == "motcua" and not b.organisation.place)
        or not (
            stands_before(_REPORT_ON, words, b.start)
            or has_place
            or _is_desk_of_department(b, bodies, words)
            or stands_before(_STAFF_OF_DESK, words, b.start)
        )
    ]


# "Báo cáo một cửa của Văn phòng": what the report is on.
_REPORT_ON = pattern_of(r"\bbao cao(?: (?:ve|cong tac|tinh hinh|ket qua|chuyen de))* $")
_OF_DEPARTMENT = pattern_of(r" (?:(?:cua|tai|o|thuoc) )?")
_AT_DESK = pattern_of(r" (?:(?:[a-z]+ ){0,2}(?:tai|o|qua) )?")


def _is_desk_of_department(desk: OrganisationMention, bodies: list[OrganisationMention], words: str) -> bool:
    """Whether right behind or before a desk without a name a department is named."""
    departments = [b for b in bodies if b.organisation.body.startswith("so ")]
    return any(
        _OF_DEPARTMENT.fullmatch(words, desk.end, b.start)
        if b.start >= desk.end
        else _AT_DESK.fullmatch(words, b.end, desk.start)
        for b in departments
    )


@cache
def common_words() -> frozenset[str]:
    stop = {w for phrase in load_vocabulary("cues")["stop"]["words"] for w in fold(phrase).split()}
    cues = {w for phrases in load_vocabulary("cues")["ask"].values() for p in phrases for w in fold(p).split()}
    concepts = {
        w
        for values in load_vocabulary("concepts").values()
        for ps in values.values()
        for p in ps
        for w in fold(p).split()
    }
    return frozenset(stop | cues | concepts)


@cache
def _called() -> frozenset[str]:
    """The names of what is counted, which are no places where no level stands before them: "hài lòng" is not Hải Lộng."""
    return frozenset(fold(p) for values in load_vocabulary("concepts").values() for ps in values.values() for p in ps)


_CAPITALISED = pattern_of(rf"[{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*)+")


def _is_written_as_name(name: str, composed: str) -> bool:
    """Whether each of its words is written with a capital: "Hải Lộng" is a place, "hài lòng" is none."""
    return any(f" {name} " in f" {fold(written)} " for written in _CAPITALISED.findall(composed))


def lone_places(
    words: str, bodies: list[OrganisationMention], library: Library, composed: str = ""
) -> list[OrganisationMention]:
    """Known places of two or more words that stand alone ("An Lạc"), and provinces ("Huế")."""
    taken = {b.organisation.place for b in bodies}
    found: list[OrganisationMention] = []
    # Of names that begin in the same place the longest: "An Lạc Tây" is not An Lạc.
    for start, end in sorted(places_in(words, library.own_places), key=lambda place: (place[0], -place[1])):
        name = known_name(words[start:end])
        # "Khánh Sơn làm tới đâu" names no Sơn Lâm.
        is_part = any(start < one.end for one in found)
        is_called = name in _called() and not _is_written_as_name(name, composed)
        if is_part or name in taken or is_called or (" " not in name and name not in known_provinces()):
            continue
        taken.add(name)
        if not any(b.start <= start < b.end for b in bodies):
            found.append(OrganisationMention(start, end, name, Organisation("", "", name)))
    return found


def bare_level(words: str) -> str:
    """The level that a question names without a place's own name, or a ministry without its field."""
    if _BARE_MINISTRY.search(words):
        return "ministry"
    if re.search(
        # "Hồ sơ trực tuyến của tỉnh" is the province's, "tuyến tỉnh" and "máy tính" name none.
        r"\b(?:cua|toan|ca|thuoc) tinh\b(?! (?:nang|toan)\b)"
        r"|(?<!cap )(?<!tuyen )(?<!may )(?<!ngan sach )\b(?:tinh(?! (?:gian|gon|hinh|than|nang|toan|trang|giam|tu|den|toi)\b)|thanh pho|province|city)\b",
        words,
    ):
        return "province"
    if re.search(
        r"(?<!cap )(?<!cac )(?<!khoi )(?<!so, )(?<!nganh, )(?<!ngan sach )\bhuyen\b(?!,)|(?<!cap )(?<!cac )(?<!huyen )(?<!, )\bthi xa\b(?!,| nao\b)|\b(?:cua|tai|o|trong|toan|ca|thuoc) quan\b",
        words,
    ):
        # "Quan" has the letters of "cơ quan", "liên quan", "hải quan": a level only where something is of it.
        return "district"
    return "commune" if _BARE_COMMUNE.search(words) else ""


# "Bộ" alone, of whom something is said or who does something; "cán bộ", "công bố", "bãi bỏ", "mấy bộ" have its letters.
_BARE_MINISTRY = Sought(
    lambda: (
        r"\b(?:cua|tai|o|toan|thuoc|trong|va|the) bo\s*(?:$|[?,.\x00]|(?:co|da|la|duoc|nam|quy|giai|tiep|xep|dat|lay|tinh|chot)\b)"
        r"|(?:^|\x00 |\b(?:thi|ma|hien|nay|thu tuc hanh chinh|don vi|ho so|nhiem vu|van ban|thong tu) )bo (?!(?:chi so|chi tieu|tieu chi|cau hoi|phieu|so lieu|du lieu|tai lieu)\b)"
        rf"(?:da |dang |co |duoc |con |phai )*(?:{any_of(load_lists('organisations')['ministry_acts'])})\b"
        rf"|\b(?:cua|thuoc) bo\b(?! (?:{any_of(load_lists('organisations')['never_ministry'])})\b)"
        r"|\bministry\b(?! of)"
    )
)
# Without tones "xa" and "phuong" are words as well ("phương hướng", "phường"): a commune is spoken of as somebody's.
_BARE_COMMUNE = Sought(
    rf"^xa (?:tre|cham|qua han|tiep nhan|nhan|giai quyet)\b|\b(?:cua|tai|o) {COMMUNE}\s*(?:$|[?,.\x00]|(?:co|da|thi|nay|do|do|ay)\b)"
)
