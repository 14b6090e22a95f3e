"""Of which parts a question asks how many there are, were, or are fewer: "còn mấy phòng, mấy đơn vị sự nghiệp"."""

import re
from dataclasses import replace
from functools import cache

from knowledge.asking.apparatus.kinds import KINDS, Kinds, of_agencies, read_kinds
from knowledge.asking.reading.asked_bodies import bare_level
from knowledge.asking.reading.asked_subject import FROM_TO
from knowledge.asking.reading.question import Query
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# "Tăng bao nhiêu so với cùng kỳ": no "sở".
_ASKED = Sought(rf"\b(?<!bo )(?:bao nhieu|may|how many)(?! so (?:voi|cung)\b)(?: (?P<kinds>{KINDS}))?(?![a-z])")
# "Số phòng của các sở … còn bao nhiêu": the parts are named first.
_NAMED_FIRST = pattern_of(
    rf"(?:so (?:luong )?|cac )?(?P<kinds>{KINDS})(?: (?:cua|thuoc|truc thuoc|tai|o|trong)\b[a-z, ]{{2,60}}?)?(?: [a-z]+){{0,6}}? (?:con|la|co|tu|xuong|giam|bot) {HOW_MANY}\b"
)
# "Từ 251 đơn vị cấp xã nay còn bao nhiêu": how many there were is known.
_FROM_SO_MANY = Sought(rf"\btu \d+ (?P<kinds>{KINDS})\b.*\b(?:con|xuong|thanh|la) {HOW_MANY}\b")


@cache
def _frame() -> frozenset[str]:
    return frozenset(word for phrase in load_vocabulary("apparatus")["frame"]["words"] for word in fold(phrase).split())


# "Đã sáp nhập mấy xã": how many were merged, and not how many there are.
ASKS_HOW_MANY_MERGED = Sought(
    rf"\b(?<!sau )(?<!khi )(?:sap nhap|hop nhat|giai the|chia tach)(?: duoc)? {HOW_MANY} {KINDS}\b"
)
ASKS_HOW_MANY_FEWER = Sought(rf"\b(?:giam|bot)(?: duoc| di)? {HOW_MANY}(?: {KINDS})?(?![a-z])")
_BOTH = Sought(
    rf"{FROM_TO}|\btruoc\b.*\b{HOW_MANY}\b.*\b(?:sau|nay|gio|con)\b.*\b{HOW_MANY}\b|\b{HOW_MANY}\b.*\btruoc\b.*\b{HOW_MANY}\b|\b{HOW_MANY}\b.*\b(?:xuong|thanh)(?: con)? {HOW_MANY}\b"
)
BEFORE = Sought(
    rf"\btruoc (?:khi|sap xep|sap nhap|hop nhat|day|kia|do)\b|(?<!dau )\btu {HOW_MANY} {KINDS}\b(?!.*\b{HOW_MANY}\b)"
)
# "Sau sắp xếp còn bao nhiêu": only a sentence that speaks of the change tells.
AFTERWARDS = Sought(
    r"\b(?:sau|khi|tu khi) (?:sap xep|sap nhap|hop nhat|nhap|kien toan)\b|\bafter\b|\bmoi\b(?! (?:loai|thu)\b)|\bxong\b"
)


# "Sau khi nhập xã Cốc Mận vào xã Mường Lạp, huyện còn mấy xã": what was merged is none of what is counted.
_AFTER_MERGING = Sought(r"\bsau khi (?:sap nhap|hop nhat|nhap) ")
_JOINED = pattern_of(r",? (?:vao|voi|va|cung)? ?$")


def apart_from_merged(query: Query) -> tuple[Query, tuple[str, ...]]:
    """The question without the places after whose merger it asks, and their names; as it is where it names none."""
    merging = _AFTER_MERGING.search(query.folded)
    end = merging.end() if merging else 0
    merged: list[OrganisationMention] = []
    for body in sorted(query.bodies, key=lambda b: b.start):
        if merging and (body.start == end or (merged and _JOINED.fullmatch(query.folded[end : body.start]))):
            merged.append(body)
            end = body.end
    if merging is None or not merged or not all(b.organisation.place and not b.organisation.body for b in merged):
        return query, ()
    folded = query.folded[: merging.end()] + " " * (end - merging.end()) + query.folded[end:]
    left = tuple(b for b in query.bodies if b not in merged)
    level = query.level or ("" if left else bare_level(folded))
    return replace(query, folded=folded, bodies=left, level=level), tuple(b.organisation.place for b in merged)


def asked_parts(query: Query) -> tuple[Kinds, ...]:
    """The kinds whose numbers are asked for; one that is not named is the one named before."""
    first = _NAMED_FIRST.match(query.folded)
    is_body = first is not None and any(b.start <= first.start("kinds") < b.end for b in query.bodies)
    found = [of_agencies(read_kinds(first["kinds"]), query.folded)] if first and not is_body else []
    if not found and (turned := _FROM_SO_MANY.search(query.folded)):
        found = [of_agencies(read_kinds(turned["kinds"]), query.folded)]
    for match in _ASKED.finditer(query.folded):
        kinds = read_kinds(match["kinds"]) if match["kinds"] else (found[-1] if found else frozenset())
        if not kinds:
            return ()
        if kinds not in found:
            found.append(kinds)
    if len(found) == 1 and _OF_EACH_SORT.search(query.folded):
        return tuple(frozenset({kind}) for kind in sorted(found[0], key=len))
    return tuple(found)


# "Bao nhiêu xã, phường, mỗi loại bao nhiêu": each kind of those is asked for, and not only all together.
_OF_EACH_SORT = Sought(rf"\bmoi (?:loai|thu) (?:la |co |gom )?{HOW_MANY}\b")


def asks_both_numbers(query: Query) -> bool:
    """Whether it asks how many there were as well as how many there are."""
    return bool(_BOTH.search(query.folded))


def says_no_more(query: Query) -> bool:
    """Whether it names nothing but parts, bodies and periods, so that a count of the parts answers it."""
    rest = query.folded
    for match in reversed([*_ASKED.finditer(rest)]):
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    for body in query.bodies:
        rest = rest.replace(body.name, " ").replace(body.organisation.place or "\x00", " ")
    for mention in sorted(query.periods, key=lambda m: -m.start):
        rest = rest.replace(query.folded[mention.start : mention.end], " ")
    return all(word in _frame() for word in re.findall(r"[a-z]+", re.sub(rf"\b{KINDS}", " ", rest)))
