"""Tasks: what is to be done, by whom and by when, under headings that plan for a period."""

import re
from datetime import date

from knowledge.facts import Period, ReportFacts, Span, Task
from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.periods import find_periods, make_period, period_index, with_years
from knowledge.importing.deadlines import find_doer, find_due, planned_period
from knowledge.importing.structure import TASKS, Unit

# A name under a news item is who wrote it.
_PERSON = re.compile(rf"(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+")
# "Ban Biên tập" under a page's last task is its signature.
_FEWEST_WORDS = 4
_CLOSING = re.compile(
    r"(?:tren day la|(?:van ban|thong bao|ke hoach|bao cao|quyet dinh|cong van) nay (?:thay the|co hieu luc)|nguon\s?:|theo\s?:)"
    r"|.*\b(?:thong bao|bao cao|kinh bao cao|gui|de nghi)\b.*(?:\bbiet\b.*|\btong hop\b.*|\bchi dao\b.*)?\./\.?$"
)


def tasks_period(unit: Unit, report: ReportFacts) -> Period | None:
    """The period that the tasks of the unit are for: the heading's above it, else the one in the report's title."""
    for words in (unit.label, *reversed(unit.headings), report.title):
        folded = fold(words)
        opening = TASKS.search(folded)
        if opening is None:
            continue
        # "Kết quả quý I, nhiệm vụ quý II" plans for the second; "Quý II sẽ làm" names no other.
        if period := _first_period(folded[opening.start() :], report) or _first_period(folded, report):
            return period
    return None


def _first_period(folded: str, report: ReportFacts) -> Period | None:
    mention = next((m for m in with_years(list(find_periods(folded))) if not m.is_same_period), None)
    if mention is None:
        return None
    told = report.signed_on or report.published_on or date(1, 1, 1)
    year = report.period.last.year if report.period else told.year
    if not mention.is_open:
        return mention.resolve(told)
    if year <= 1:
        return None
    planned = mention.in_year(year)
    # "Nhiệm vụ quý I" in a report of the fourth quarter is of the year after.
    is_past = report.period is not None and planned.last < report.period.first
    return make_period(planned.kind, period_index(planned), year + 1) if is_past else planned


def read_task(unit: Unit, words: str, report: ReportFacts) -> Task | None:
    """The task that the unit states, without its label; None for a name or a closing sentence."""
    start = _after_label(unit, words)
    text = words[start:].strip()
    folded = fold(text)
    if _PERSON.fullmatch(text) or _CLOSING.match(folded) or len(text.split()) < _FEWEST_WORDS:
        return None
    told = report.signed_on or report.published_on or date(1, 1, 1)
    due = find_due(folded)
    own = planned_period(folded, told, told.year if told.year > 1 else None)
    period = own or (None if due else tasks_period(unit, report))
    return Task(Span(unit.span.start + start, unit.span.end), text, find_doer(text), due, period)


def _after_label(unit: Unit, words: str) -> int:
    """Where the words begin that follow a label which opens the unit ("Nhiệm vụ quý III: …"); else 0."""
    colon = words.find(":") if unit.label and words.startswith(unit.label) else -1
    label = fold(unit.label)
    # "Sở Nội vụ: …" and "…, thời hạn: 15/11/2021" belong to the task.
    if colon <= 0 or not (TASKS.search(label) or label.startswith("ve ")):
        return 0
    after = words[colon + 1 :]
    return colon + 1 + len(after) - len(after.lstrip())
