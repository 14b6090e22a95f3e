"""Whom a list of tasks charges beside the work: before a colon, or in the brackets that a task ends with."""

import re
from functools import cache

from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import BODY_BEGINNING
from knowledge.vocabulary.loading import load_lists

# "Phòng Hành chính tư pháp: mở rộng …"
_BEFORE_COLON = re.compile(r"\s*(?P<unit>[^\W\d_][^:;.()|\n]{2,80}?)\s*:\s*(?=\S)")
# "Bổ nhiệm Trưởng phòng (Phòng Nội vụ, trong tháng 10/2018)."
_AT_END = re.compile(r"\((?P<said>[^()\n]{3,160})\)\s*[.;,]?\s*$")
# What stands between the unit and what else the brackets say: "Phòng Nội vụ chủ trì, xong trước …", "Phòng Nội vụ - 30/10".
_BEHIND_UNIT = re.compile(
    r"\s*(?:[,;:]|\s-\s(?=\d|han\b|truoc\b|trong\b)|\b(?:chu tri|phoi hop|tham muu|thuc hien|phu trach|dau moi|lam|trinh|xong|hoan thanh|cung|truoc|trong)\b"
    r"|\b(?:quy|thang|han|nam)\s\d|\bquy [ivx]+\b|$)"
)
_NAMED_FIRST = re.compile(
    r"\s*(?:(?:co quan|don vi|phong|dau moi)\s(?:chu tri|thuc hien|phu trach)|giao|chu tri)\s*:?\s*"
)


def unit_beside(words: str) -> str | None:
    """The unit before the colon of a task, before its verb or at the head of its last brackets, as written; else None."""
    before = _BEFORE_COLON.match(words) or _before_verb().match(words)
    if before and _is_unit(before["unit"]):
        return before["unit"]
    at_end = _AT_END.search(words)
    return _first_unit(at_end["said"]) if at_end else None


@cache
def _before_verb() -> re.Pattern[str]:
    """ "Phòng Hành chính - Quản trị hoàn thiện đề án …": a room's own name, which no gazetteer has, then what it does."""
    verbs = "|".join(sorted(load_lists("work")["verbs"], key=len, reverse=True))
    return re.compile(
        rf"\s*(?P<unit>(?:Phòng|Ban|Tổ|Chi nhánh|Trung tâm|Chi cục) [{UPPER}][^.:;()|\n]{{2,80}}?)\s(?={verbs}\s)"
    )


def _first_unit(said: str) -> str | None:
    folded = fold(said)
    named = _NAMED_FIRST.match(folded)
    start = named.end() if named else 0
    if (behind := _BEHIND_UNIT.search(folded, start + 1)) is None:
        return None
    unit = said[start : behind.start()].strip()
    return unit if _is_unit(unit) else None


def _is_unit(written: str) -> bool:
    """Whether words are the name of a unit: as bodies' names begin, with a capital, and no list of several."""
    names = BODY_BEGINNING.match(normalise(written)) and not _NO_UNIT.fullmatch(fold(written))
    return bool(names) and written[:1].isupper() and len(written.split()) <= _MOST_WORDS


# "Phòng Kiểm tra văn bản quy phạm pháp luật và theo dõi thi hành pháp luật".
_MOST_WORDS = 15
# "Tổ chức", "Ban hành", "Hội nghị": what begins as a body's name could.
_NO_UNIT = re.compile(
    r"(?:to chuc|ban hanh|hoi (?:nghi|thi|thao)|bo (?:sung|tri|nhiem|thu tuc)|quy (?:che|dinh|trinh)|vu viec|truong hop|hat nhan)\b.*"
)
