"""Headings under which stands what is still to be done."""

import re
from dataclasses import dataclass

from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods, with_years

TASKS = re.compile(
    r"phuong huong|nhiem vu(?: trong tam| cong tac| chu yeu)?(?: thoi gian toi| quy| \d{1,2} thang| nam| thang| con lai| den (?:het|cuoi|khi|thoi diem|truoc)|$)"
    r"|\bse (?:lam|tap trung|trien khai|thuc hien)\b|viec (?:can|se|phai) lam|viec (?:trong )?(?:quy|thang|nam|6 thang) (?:toi|sau|tiep theo)"
    r"|^(?:[^a-z]{0,4}[a-z0-9]{1,4}[.)]\s)?viec (?:quy|thang|nam 20|6 thang)|dinh huong(?: thoi gian toi| quy| 6 thang| nam| thang|$)"
    r"|trong thoi gian toi|ke hoach cong tac quy|^ke hoach (?:cong tac )?(?:nam 20\d\d|quy [ivx1-4]+|6 thang)\b|nhiem vu, giai phap|giai phap trong tam"
)
_NOT_TASKS = re.compile(r"ket qua|tinh hinh thuc hien|thuc hien nhiem vu|trien khai nhiem vu")
# "Công tác cải cách hành chính quý II năm 2019; nhiệm vụ 6 tháng cuối năm": the title of a report that tells of both.
_OWN_TIME = re.compile(
    r"\b(?:quy (?:i{1,3}|iv|[1-4])|(?:6|9|sau|chin) thang|nam 20\d\d|thang \d{1,2})\b.*(?:[;,]|\bva)\s*$"
)


def opens_tasks(words: str) -> bool:
    """Whether a heading or label speaks of what is to be done, and not of what was done of it."""
    folded = fold(words)
    opening = TASKS.search(folded)
    is_of_done = _NOT_TASKS.search(folded) or folded.startswith("bao cao")
    return opening is not None and not is_of_done and not _OWN_TIME.search(folded, 0, opening.start())


def are_of_tasks(headings: tuple[str, ...], own: Period | None) -> bool:
    """Whether what stands under these headings, the outermost first, is still to be done."""
    for heading in reversed(headings):
        if re.match(r"ket qua|tinh hinh", fold(heading)):
            return False
        if opens_tasks(heading) or coming_period(heading, own):
            return True
    return False


def is_line_over_tasks(body: str) -> bool:
    """A line of its own that begins with the tasks to come and ends with a colon, before their list."""
    folded = fold(body)
    is_title = bool(
        re.match(r"(?:(?:mot so|cac) )?(?:phuong huong|nhiem vu|ke hoach cong tac|giai phap|viec|cong viec)\b", folded)
    )
    return is_title and body.endswith(":") and len(body) <= 110 and bool(TASKS.search(folded))


# "Phần C. Sáu tháng cuối năm", "VIII. CÔNG TÁC NĂM 2022", "Mục 5. Ba tháng cuối năm:"
_BEFORE = re.compile(
    r"\W*(?:(?:phan|muc|chuong)\s(?:thu\s)?\w+\s?[.:,-]?\s+|[a-z0-9]{1,4}\s?[./)]\s+)*"
    r"(?:(?:cac |nhung )?(?:viec(?: lam)?|cong viec|chuong trinh|chuong trinh cong tac|cong tac|trong tam|muc tieu)\s)?(?:cua |trong )?"
)
_BEHIND = re.compile(r"[\s.:]*")


def coming_period(words: str, own: Period | None) -> Period | None:
    """The period that is all a heading says, if it comes after that of the report; else None."""
    if own is None:
        return None
    folded = fold(words)
    mentions = with_years(list(find_periods(folded)))
    if len(mentions) != 1 or mentions[0].is_bare_year or mentions[0].is_same_period:
        return None
    mention = mentions[0]
    if not (_BEFORE.fullmatch(folded, 0, mention.start) and _BEHIND.fullmatch(folded, mention.end)):
        return None
    period = mention.in_year(own.last.year) if mention.is_open else mention.resolve(own.last)
    return period if period and period.first > own.last else None


# "Trong quý IV/2019, Văn phòng tập trung: …", "Giám đốc Sở cho biết: quý II/2023, Sở sẽ …"
_TOLD_BY = re.compile(r".{0,120}?\bcho biet:?,?\s")
_SETS_OUT = re.compile(r",?\s[^.:;\d]{0,80}?\b(?:se(?! co\b)|tap trung|uu tien|phan dau)\b(?P<list>[^.:;]{0,60}:)?")


@dataclass(frozen=True, slots=True)
class SetOut:
    """What a sentence sets out to do: for which period, its words, and whether the sentences behind it are the list."""

    period: Period
    words: str
    is_list: bool


def sets_out(sentence: str, own: Period | None) -> SetOut | None:
    """What a sentence sets out that begins with a period after the report's own; None of every other."""
    if own is None:
        return None
    folded = fold(sentence)
    told_by = _TOLD_BY.match(folded)
    start = told_by.end() if told_by else 0
    begins = _BEGINS.match(folded, start)
    start = begins.end() if begins else start
    mention = next((m for m in with_years(list(find_periods(folded))) if m.start >= start), None)
    if mention is None or mention.start > start or mention.is_same_period:
        return None
    period = mention.in_year(own.last.year) if mention.is_open else mention.resolve(own.last)
    told = _SETS_OUT.match(folded, mention.end)
    if told is None or period is None or period.first <= own.last:
        return None
    return SetOut(period, sentence[mention.start : mention.end], told["list"] is not None)


_BEGINS = re.compile(r"\W*(?:(?:trong|sang|buoc sang|vao|thoi gian toi,?)\s)*")
