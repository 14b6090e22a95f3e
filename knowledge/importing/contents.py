"""What a document carries, named before it: the Quy chế of "ban hành Quy chế … tại Quyết định số …"."""

import re
from dataclasses import dataclass

from knowledge.facts import Role
from knowledge.grammar.document_types import is_type, type_pattern
from knowledge.importing.roles import last_role

_LINK = re.compile(
    r"\s\(?(?P<link>(?:ban hanh )?kem theo|tai|bang|theo|qua|trong)\s(?:cac\s|noi dung(?: cua)?\s|van ban\s)?$"
)
_ISSUED_VERB = r"ban hanh|phe duyet|thong qua|cong bo|phe chuan"
_PUT_VERB = r"de xuat|kien nghi|trinh|de nghi|bao cao|xin y kien|quy dinh|giao|neu|xac dinh|huong dan|chi dao|yeu cau"
_PASSIVE = re.compile(
    rf"^(?P<what>.{{8,}}?)\s(?:(?:duoc|do)\s(?:[^,]{{0,60}}?\s)?(?:ky\s)?"
    rf"(?P<verb>{_ISSUED_VERB}|{_PUT_VERB})(?:\s[^,;]{{1,40}})?|(?P<bare>{_ISSUED_VERB}|neu|quy dinh)),?$"
)
_ADVERB = re.compile(r"\s(?:đã|vừa|mới)$")
_ACTIVE = re.compile(rf"^.*\b(?P<verb>{_ISSUED_VERB}|kien toan|thanh lap|giao|quy dinh)\s(?P<what>.{{8,}})$")
_OBJECTLESS = re.compile(rf"^(?:[^,]{{0,60}}?\s)?(?:(?:da|vua|moi|duoc)\s)*(?:ky\s)?(?:{_ISSUED_VERB})$")
_TYPE = re.compile(rf"\b(?P<type>{type_pattern()}|danh muc)\s(?=\S)")
# A clause before these is of something else than the document after it.
_BOUNDARY = re.compile(r"[.;:](?:\s|$)|[()\n]\s?")
# Brackets that are a part of a title.
_OWN_BRACKETS = re.compile(r"\((?:sua doi|bo sung|dot|giai doan|lan|khoa|nhiem ky)\b[^()]*\)")
# By these a document is followed, not issued: "tổng kết Chương trình … theo Quyết định số …".
_FOLLOWED = frozenset({Role.IMPLEMENTED, Role.BASIS})


@dataclass(frozen=True, slots=True)
class Content:
    """The range [start, end) of a sentence's words that names what the document carries, and its role."""

    start: int
    end: int
    role: Role


def find_content(words: str, folded: str, floor: int, start: int) -> Content | None:
    """What the document at `start` carries, if that is named between `floor` and it; None otherwise."""
    link = _LINK.search(folded, floor, start) if start else None
    if not link or link.end() != start:
        return None
    unbroken = _OWN_BRACKETS.sub(lambda m: "¤" * len(m[0]), folded)
    begin = max([floor, *(m.end() for m in _BOUNDARY.finditer(unbroken, floor, link.start()))])
    clause = folded[begin : link.start()]
    return (
        _labelled(words, folded, floor, begin, clause)
        or _passive(words, folded, begin, clause, link["link"])
        or _active(begin, clause, link["link"])
        or _followed(words, folded, begin, clause, link["link"])
    )


def _labelled(words: str, folded: str, floor: int, begin: int, clause: str) -> Content | None:
    """ "Quy chế phối hợp …: UBND tỉnh đã ban hành tại Quyết định số": what was issued stands before the colon."""
    label = folded[:begin].rstrip()
    if not label.endswith(":") or not _OBJECTLESS.match(clause):
        return None
    end = len(label) - 1
    start = max([floor, *(m.end() for m in _BOUNDARY.finditer(folded, floor, end))])
    named = _typed(words, folded, start, end)
    return None if named is None else Content(named, end, Role.ISSUED)


def _passive(words: str, folded: str, begin: int, clause: str, link: str) -> Content | None:
    """ "Đề án … được UBND tỉnh phê duyệt bằng Quyết định số": issued, unless it is only carried out."""
    match = _PASSIVE.match(clause)
    if not match:
        return None
    what, end = begin + match.start("what"), begin + match.end("what")
    # With its tones: "đầu mối được" is not "mới được".
    if adverb := _ADVERB.search(words, what, end):
        end = adverb.start()
    named = _typed(words, folded, what, end)
    is_issued = match["verb"] and re.fullmatch(_ISSUED_VERB, match["verb"])
    if named is None:
        return None
    lead = last_role(folded[begin:named])
    return Content(named, end, lead or (Role.ISSUED if is_issued and link != "theo" else Role.BASIS))


def _active(begin: int, clause: str, link: str) -> Content | None:
    """ "ban hành Chương trình công tác tại Quyết định số": issued by that decision."""
    match = _ACTIVE.match(clause)
    if not match or link in {"theo", "trong", "qua"} or re.search(r"\bduoc\b[^,]*$", clause[: match.start("verb")]):
        return None
    at = match.start("what") if match["verb"] in {"ban hanh", "thong qua"} else match.start("verb")
    return Content(begin + at, begin + len(clause), Role.ISSUED)


def _followed(words: str, folded: str, begin: int, clause: str, link: str) -> Content | None:
    """ "Thực hiện Quy chế xin lỗi theo Quyết định số": the type's name with a capital after a verb of following."""
    end = begin + len(clause)
    named = _typed(words, folded, begin, end)
    if named is None or not words[named].isupper():
        return None
    role = last_role(folded[begin:named])
    if role in _FOLLOWED:
        return Content(named, end, role)
    if role is None and not folded[begin:named].strip(" -+*•"):
        return Content(named, end, Role.IMPLEMENTED if link == "ban hanh kem theo" else Role.BASIS)
    return None


def _typed(words: str, folded: str, start: int, end: int) -> int | None:
    """Where the first name of a type of document stands that at least two words follow; a capital comes first."""
    found = [
        m.start()
        for m in _TYPE.finditer(folded, start, end)
        if is_type(words[m.start("type") : m.end("type")]) and folded[m.end() : end].strip()
    ]
    return next((at for at in found if words[at].isupper()), found[0] if found else None)
