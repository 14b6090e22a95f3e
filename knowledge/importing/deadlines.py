"""By when and by whom something is to be done: deadlines, planned periods and the unit responsible."""

import re
from datetime import date

from knowledge.facts import Period
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_generic_bodies, find_organisations
from knowledge.grammar.periods import find_periods, with_years
from knowledge.importing.charged_units import unit_beside

_BY = re.compile(r"\b(?:truoc|cham nhat|muon nhat|den het|den|han(?: chot)?|thoi han|xong|trong)\s?:?\s?(?:ngay\s)?$")
_FROM = re.compile(r"(?<!dau )\btu\s(?:ngay\s)?\d[^,;]{0,20}$")
_PLANNED = re.compile(r"du kien|thoi gian (?:ban hanh|hoan thanh|thuc hien)")
# A period that says when something is to be done, not the year in a plan's own name.
_WITHIN = re.compile(
    r"\b(?:trong|vao|truoc|den|den het|cuoi|dau|giua|xong|hoan thanh(?: trong)?|du kien)\s(?:thoi gian\s)?$|\((?:[^()]*,\s)?$"
)
_LEADS = r"chu tri|chiu trach nhiem|tham muu|xay dung|soan thao|phu trach|la (?:co quan|don vi) (?:chu tri|soan thao|dau moi)"
_DOES = re.compile(rf"\s?,?\s(?:da\s|dang\s|se\s|tiep tuc\s|can\s|phai\s)?(?:{_LEADS})\b")
_GIVEN = re.compile(r"\b(?:giao(?: cho)?|phan cong|uy quyen cho|de nghi|yeu cau)\s$")
_LABELLED = re.compile(
    r"\b(?:co quan|don vi)\s(?:chu tri|thuc hien|soan thao|tham muu|dau moi|phu trach)(?: thuc hien)?\s?:?\s(?:la\s)?$"
)
_SEVERAL = re.compile(
    r"(?:cac|ubnd cac)\s(?:co quan|so|don vi|dia phuong|huyen|xa|phong|ban)\b[^.;:()]{0,60}?(?=\s(?:tiep tuc|thuc hien|day manh|ra soat|chu dong|khan truong|phai|can|bao cao|xay dung|hoan thanh|to chuc)\b)"
)


def find_due(folded: str) -> date | None:
    """The day before which or on which it is to be done ("trước ngày 30/9/2023", "hạn 30/9/2023"), or None."""
    for day in find_dates(folded):
        before = folded[max(0, day.start - 30) : day.start]
        if _BY.search(before) and not _FROM.search(before):
            return day.day
    return None


def planned_period(folded: str, reference: date, year: int | None) -> Period | None:
    """The period in which it is to be done ("dự kiến trong quý III", "trong tháng 9/2021"), or None."""
    mark = _PLANNED.search(folded)
    found: Period | None = None
    for mention in with_years(list(find_periods(folded))):
        is_said = (mark and mention.start > mark.start()) or _WITHIN.search(folded[: mention.start])
        if not is_said or mention.is_same_period:
            continue
        period = mention.in_year(year) if mention.is_open and year else mention.resolve(reference)
        found = period or found
    return found


# "… do Phòng Quy hoạch - Môi trường chủ trì", "giao Trung tâm Dịch vụ và Hỗ trợ doanh nghiệp": a whole name, known or not.
_NAMED = r"(?:Phòng|Văn phòng|Trung tâm|Thanh tra|Chi cục|Ban|Bộ phận|Tổ|Hạt|Trạm|Đội) [^;.:,()\d]{2,70}?"
_CHARGED_BY_NAME = re.compile(
    rf"\bdo (?P<who>{_NAMED}) (?:chủ trì|tham mưu|soạn thảo|thực hiện|phụ trách|đảm nhiệm|làm đầu mối)\b"
    rf"|\b[Gg]iao (?:cho )?(?P<given>{_NAMED})(?=\s*(?:[;.,(]|$)|\s(?:chủ trì|phối hợp|thực hiện|tham mưu|làm|xây dựng|hoàn thành|rà soát|trình|trước|trong|và (?:Phòng|Văn phòng|Trung tâm))\b)"
)


def find_responsible(words: str) -> str | None:
    """Who is to do it, as a sentence says of a document or a task: "Sở Nội vụ chủ trì", "giao Sở Nội vụ", or None."""
    if (named := _CHARGED_BY_NAME.search(words)) is not None:
        return " ".join((named["who"] or named["given"]).split())
    folded = fold(words)
    for body in _bodies(words):
        before, after = folded[: body.start], folded[body.end :]
        if _DOES.match(after) or _GIVEN.search(before) or _LABELLED.search(before):
            return body.name
    return None


def find_doer(words: str) -> str | None:
    """Who stands beside a task or begins it ("Sở Tài chính bố trí …"), else who is named as responsible in it, or None."""
    folded = fold(words)
    several = _SEVERAL.match(folded)
    if several:
        return words[: several.end()]
    if beside := unit_beside(words):
        return beside
    for body in _bodies(words):
        if body.start == 0 and (charged := _charged_by_first(words, folded, body.end)):
            return charged
        if body.start == 0 and re.match(r"[,:]?\s(?!(?:la|cua|va)\b)[a-z]", folded[body.end :]):
            return body.name
    return find_responsible(words)


_CHARGES = re.compile(r"\s(?:da |tiep tuc )?(?:giao|yeu cau|phan cong|de nghi|chi dao)(?: cho)? ")


def _charged_by_first(words: str, folded: str, end: int) -> str | None:
    """ "UBND tỉnh giao Sở Nội vụ hoàn thành …": the body right behind, and not the one that charges it."""
    charges = _CHARGES.match(folded, end)
    return next((b.name for b in _bodies(words) if charges and b.start == charges.end()), None)


def _bodies(words: str) -> list[OrganisationMention]:
    known = [o for o in find_organisations(words) if o.organisation.body]
    others = [o for o in find_generic_bodies(words) if not any(k.start <= o.start < k.end for k in known)]
    return sorted((*known, *others), key=lambda o: o.start)
