"""Titles as portals give them: which one is a report on administrative reform for a period."""

import re
from datetime import date

from knowledge.facts import Period
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.year_parts import name_period

# Nghị định 30/2020/NĐ-CP asks for brief subjects; what is longer is a paragraph with a link in it.
MOST_CHARACTERS = 400

# What the report is about: the reform as a whole, or its control of procedures (Nghị định 63/2010/NĐ-CP).
_SUBJECT = re.compile(
    r"\bcchc\b|cai cach (?:thu tuc )?hanh chinh|\bcai cach tthc\b"
    r"|kiem soat (?:thu tuc hanh chinh|tthc)|giai quyet (?:thu tuc hanh chinh|tthc|ho so)"
)
# It calls itself a report, by name or by its symbol, or tells results as the title of a published report does.
_REPORT = re.compile(r"bao cao|/bc\b|^\W*(?:tinh hinh|ket qua)\b")
# Letters, plans and meetings about reports, and what is not final: these words stand before "báo cáo".
_OTHER = pattern_of(lambda: rf"\b(?:{listed('pages', 'no_report')})\b")


def is_report_title(title: str) -> bool:
    """Whether it is a report on administrative reform for a month, quarter, half, nine months or year."""
    folded = fold(_without_organisations(compose(" ".join(title.split()))))
    if not 0 < len(folded) <= MOST_CHARACTERS:
        return False
    report, subject = _REPORT.search(folded), _SUBJECT.search(folded)
    if report is None or subject is None or _OTHER.search(folded[: report.start()]):
        return False
    return any(True for _ in find_periods(folded))


def period_in_title(title: str) -> str | None:
    """The period that the title names with its year, in the words that `parse_period` reads."""
    period = _period(title)
    return name_period(period) if period else None


def _without_organisations(title: str) -> str:
    """Blanks for names, for "Sở Kế hoạch và Đầu tư" plans nothing by being named."""
    spelt = title.title() if title.isupper() else title
    if len(spelt) != len(title):
        return title
    for named in find_organisations(spelt):
        title = title[: named.start] + " " * (named.end - named.start) + title[named.end :]
    return title


def _period(title: str) -> Period | None:
    folded = fold(compose(" ".join(title.split())))
    return next((p for mention in find_periods(folded) if (p := mention.resolve(date.min))), None)
