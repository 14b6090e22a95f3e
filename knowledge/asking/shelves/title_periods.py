"""The periods that a report is of: its own, and others that its title names."""

from knowledge.facts import Period, ReportFacts
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods, with_years

_OUTLOOK = pattern_of(
    r"\b(?:phuong huong|nhiem vu|trong tam|muc tieu|dinh huong|giai phap|viec (?:phai|can|se) lam|ke hoach (?:quy|thang|6 thang|nam))\b"
)


def periods_of(facts: ReportFacts) -> frozenset[Period]:
    """ "… quý III và 9 tháng năm 2024, phương hướng nhiệm vụ quý IV": of both, not of what it only looks forward to."""
    told_on = facts.signed_on or facts.published_on or (facts.period.last if facts.period else None)
    year = told_on.year if told_on else 1
    named = {
        m.in_year(m.year or year)
        for m in with_years(list(find_periods(_OUTLOOK.split(fold(facts.title))[0])))
        # The year beside a run of years ("từ năm 2016 đến 2020") is not what it is of.
        if (not m.is_bare_year or facts.period is None)
        and m.year_offset is None
        and m.step is None
        and not m.is_same_period
    }
    return frozenset(named | ({facts.period} if facts.period else set()))
