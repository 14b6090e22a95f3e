"""Whether a row or a body is one of the things that a question speaks of: a district, a department, a field."""

import re

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.words.kinds_of_bodies import LOCAL
from knowledge.grammar.function_words import COMMUNE
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.patterns import pattern_of

_FIELDS = pattern_of(r"\b(?:linh vuc|nhom thu tuc|mang|loai|noi dung|ten thu tuc|thu tuc)\b")
_UNITS = pattern_of(r"\b(?:don vi(?! tinh)|co quan|chi nhanh|phong|dia phuong|bo phan|so|huyen|xa|phuong|ten)\b")


def is_thing(noun: str, name: str, body: Organisation | None, heading: str) -> bool:
    """Whether the row so named, in a table with such headings, is one of those."""
    if noun in {"linh vuc", "mang", "nhom"}:
        return body is None and bool(_FIELDS.search(heading))
    if noun in {"quy", "thang"}:
        return bool(re.match(rf"{noun} ", name))
    if noun in {"don vi", "co quan", "bo phan"}:
        # A ministry's table of provinces is none of units.
        is_province = body is not None and body.level == "province" and not body.body
        return not is_province and (body is not None or bool(_UNITS.search(heading)))
    if noun in {"chi nhanh", "phong"}:
        return name.startswith(f"{noun} ") or bool(re.search(rf"\b{noun}\b", heading))
    if body is None:
        return False
    if noun == "so":
        return body.body.startswith("so ")
    if noun.startswith("so"):
        return bool(body.body) and body.level not in BELOW_PROVINCE and body.body != "ubnd"
    if noun in {"bo", "tinh"}:
        return body.body.startswith("bo ") if noun == "bo" else body.level in {"province", "city"}
    if "xa" in noun.replace("thi xa", "") or "phuong" in noun.replace("dia phuong", "") or noun == "thi tran":
        return body.level == "commune" and _is_of_sort(noun, name)
    return body.level in LOCAL and body.body in {"", "ubnd"}


def _is_of_sort(noun: str, name: str) -> bool:
    """ "Xã nào", where a table has wards besides: only communes; "xã, phường" are all of them."""
    if "," in noun or " " in noun:
        return True
    return name.removeprefix("ubnd ").startswith(f"{noun} ") or not re.match(rf"(?:ubnd )?{COMMUNE} ", name)
