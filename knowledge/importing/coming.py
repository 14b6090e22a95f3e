"""Headings that name nothing but a period after the report's own: what stands under them is still to be done."""

import re

from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods, with_years

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
