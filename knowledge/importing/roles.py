"""What a sentence says of a document by the words around it: issued, carried out, amended, only a basis …"""

import re

from knowledge.facts import Role
from knowledge.grammar.document_types import type_pattern

_ROLES = (
    # "Thay Quyết định số 903": right before the document alone, for machines, people and signs are put in others' place as well.
    (
        Role.REPLACED,
        rf"thay the(?: cho)?|thay(?: cho)?(?= (?:cac )?(?:(?:{type_pattern()}) )?(?:so )?$)|bai bo|het hieu luc|huy bo",
    ),
    (Role.AMENDED, r"sua doi,? bo sung|sua doi|dieu chinh, bo sung"),
    (Role.PLANNED, r"du kien (?:ban hanh|trinh)"),
    (Role.ISSUED, r"ban hanh(?: kem theo)?|ky ban hanh|ky|phat hanh|phe duyet (?=quyet dinh)|cong bo (?=quyet dinh)"),
    (Role.SUBMITTED, r"trinh"),
    (
        Role.IMPLEMENTED,
        r"thuc hien(?: nghiem)?|trien khai(?: thuc hien)?|noi dung cua|tong ket(?: viec thuc hien)?|so ket|hoan thanh"
        r"|quan triet",
    ),
    (Role.BASIS, r"can cu(?: vao)?|(?<!kem )theo|tai|cu the hoa|dua tren|quy dinh tai"),
)
_VERBS = tuple((role, re.compile(rf"\b(?:{pattern})\b")) for role, pattern in _ROLES)
# "UBND tỉnh có Công văn số …", "đã ra Chỉ thị số …": the verb stands right before the document.
_HAS = re.compile(r"\b(?:co|ra|gui)\s$")
_SAID_ISSUED = re.compile(r"[\s,)]*(?:da|da duoc|duoc)\s(?:[^.,;:()]{0,40}\s)?(?:ky )?ban hanh\b")
_SAID_DONE = re.compile(
    r"[\s,)]*(?:(?:da|dang|tiep tuc|co ban|duoc|tung buoc)\s){1,3}(?:hoan thanh|thuc hien|trien khai|dat|di vao)\b"
)
_SAID_REPLACED = re.compile(
    r"[\s,)]*(?:(?:da|se)\s)?(?:(?:duoc|bi)\s(?:thay the|thay(?= (?:boi|bang))|bai bo|huy bo)|het hieu luc)\b"
)
_SAID_AMENDED = re.compile(r"[\s,)]*(?:(?:da|se)\s)?(?:duoc|bi)\s(?:sua doi|dieu chinh)\b")
# "Quyết định số 402 về danh mục … được thay thế bởi Quyết định số 977": its title stands between.
_SAID_BEHIND_TITLE = re.compile(
    r"[^.;:()]{4,220}?\s(?:(?:da|se)\s)?(?:duoc|bi)\s(?P<verb>thay the|bai bo|huy bo|sua doi|dieu chinh)(?:, bo sung)?\s(?:boi|bang)\s(?:cac\s)?[a-z ]{0,30}\bso\s\d"
)
_OTHER_NUMBER = re.compile(r"\bso\s\d")
_BY = re.compile(
    r"\b(?:duoc|bi)\s(?:thay(?: the)?|bai bo|sua doi|dieu chinh)(?:, bo sung)?\s(?:boi|bang|tai|theo)\s(?:cac\s)?$"
)
_REACH = 70  # characters before a document in which its verb is looked for
_REACH_IN_BRACKETS = 160  # in brackets a document is the one that was named before them


def last_role(folded: str) -> Role | None:
    """The role that the last verb of some folded words gives, or None without one."""
    found = [(match.end(), role) for role, verb in _VERBS for match in verb.finditer(folded)]
    # Of verbs that end at one place the one named first in the list counts.
    return max(found, key=lambda f: f[0])[1] if found else None


# "Trình dự thảo Quy định … thay thế Quyết định số 19": as long as nothing is issued, nothing is replaced.
_STILL_TO_COME = re.compile(
    r"\b(?:du thao|du kien|(?<!chia )se|chuan bi|trinh(?! do\b)|dang (?:hoan thien|hoan chinh|lay y kien|tham muu|nghien cuu|xay dung|soan thao)|de xuat|kien nghi)\b"
)


def role_of(folded: str, start: int, floor: int, end: int, lead: str) -> Role | None:
    """What the sentence says of the document at [start, end); words before `floor` are of another; None if nothing."""
    role = _said_role(folded, start, floor, end, lead)
    is_first = not floor and role is Role.REPLACED
    return Role.ENDING if is_first and _STILL_TO_COME.search(folded[:start]) else role


def _said_role(folded: str, start: int, floor: int, end: int, lead: str) -> Role | None:
    if after := _said_after(folded[end:]):
        return after
    reach = _REACH_IN_BRACKETS if folded[:start].rstrip().endswith("(") else _REACH
    before = folded[max(floor, start - reach) : start]
    if _BY.search(before) or _HAS.search(before):
        return Role.ISSUED
    role = last_role(before)
    if role in {Role.BASIS, Role.ISSUED} and re.search(r"\b(?:tai|cua|theo)\s$|kem theo\s$", before):
        # "… sửa đổi, bổ sung một số điều tại Quyết định số …": what is amended is named last.
        changed = re.search(r"\b(?P<verb>sua doi|bo sung|thay the|bai bo)\b", folded[floor:start])
        if changed and floor:
            return Role.REPLACED if changed["verb"] in {"thay the", "bai bo"} else Role.AMENDED
    if role is Role.ISSUED and re.search(r"ban hanh kem theo\s$", before):
        return Role.IMPLEMENTED
    return role or _said_otherwise(folded, start, end, lead)


def _said_after(after: str) -> Role | None:
    """What became of the document in words after it, whatever stands before it."""
    if _SAID_REPLACED.match(after):
        return Role.REPLACED
    behind = _SAID_BEHIND_TITLE.match(after)
    if behind is not None and not _OTHER_NUMBER.search(after[: behind.start("verb")]):
        return Role.REPLACED if behind["verb"] in {"thay the", "bai bo", "huy bo"} else Role.AMENDED
    return Role.AMENDED if _SAID_AMENDED.match(after) else None


def _said_otherwise(folded: str, start: int, end: int, lead: str) -> Role | None:
    """What a sentence without a verb before the document says: in its lead, or after the document."""
    if not folded[:start].strip(" -+*•") and re.search(r"\bban hanh\b[^.]*:?\s*$", lead):
        # A list that goes on from "… đã tham mưu ban hành:".
        return Role.ISSUED
    if _SAID_ISSUED.match(folded[end:]):
        return Role.ISSUED
    return Role.IMPLEMENTED if _SAID_DONE.match(folded[end:]) else None
