"""Tasks: what is to be done, by whom and by when, under headings that plan for a period."""

import re
from datetime import date

from knowledge.facts import Period, ReportFacts, Span, Task
from knowledge.grammar.dates import find_dates
from knowledge.grammar.document_types import type_pattern
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods, with_years
from knowledge.grammar.persons import is_full_name
from knowledge.grammar.register_columns import by_column, is_work_list
from knowledge.grammar.year_parts import make_period, period_index
from knowledge.importing.deadlines import find_doer, find_due, planned_period
from knowledge.importing.structure import Unit
from knowledge.importing.task_headings import TASKS, coming_period

# "Ban Biên tập" under a page's last task is its signature.
_FEWEST_WORDS = 4
_CLOSING = re.compile(
    r"(?:tren day la|kien nghi\b|(?:van ban|thong bao|ke hoach|bao cao|quyet dinh|cong van) nay (?:thay the|co hieu luc)|(?:nguon|theo|dinh chinh|noi nhan)\s?:)"
    r"|.*\b(?:thong bao|kinh bao cao|gui|de nghi)\b.*\b(?:biet|tong hop|chi dao|xem xet|phoi hop)\b.*\./\.?$"
    r"|.*\b(?:kinh bao cao|tran trong bao cao|xin bao cao|bao cao (?:uy ban|ubnd|bo|so|thuong truc|van phong|chinh phu|thu tuong))\b.*\./\.?$"
)

# "GIÁM ĐỐC - Trần Hữu Phước" on the last line.
_SIGNATURE = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\. ?\S.*|(?:pho )?(?:giam doc|chu tich|chanh van phong|truong phong|cuc truong))\s?(?:[-–:]|$)"
)


def tasks_period(unit: Unit, report: ReportFacts) -> Period | None:
    """The period that the tasks of the unit are for: the heading's above it, else the one in the report's title."""
    for words in (unit.label, *reversed(unit.headings), report.title):
        folded = fold(words)
        opening = TASKS.search(folded)
        if opening is None:
            if period := coming_period(words, report.period):
                return period
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
    # A name under a news item is who wrote it.
    if is_full_name(text) or _SIGNATURE.match(folded) or _CLOSING.match(folded) or len(text.split()) < _FEWEST_WORDS:
        return None
    told = report.signed_on or report.published_on or date(1, 1, 1)
    due = find_due(folded)
    own = planned_period(folded, told, told.year if told.year > 1 else None)
    period = own or (None if due else tasks_period(unit, report))
    return Task(Span(unit.span.start + start, unit.span.end), text, find_doer(text) or unit.doer or None, due, period)


def read_task_row(text: str, unit: Unit, report: ReportFacts) -> Task | None:
    """The task that a row of a plan's table states (what, who, by when); None for other rows.

    A register's rows are no such tasks, they are of documents that charge somebody: only work that stands in one without a
    document is ("Tổ chức hội thi …").
    """
    cells = [cell.cut(text).strip() for cell in unit.cells]
    if not cells or not is_work_list(unit.columns):
        return None
    places = by_column(unit.columns, cells)
    if "subject" not in places or not cells[places["subject"]]:
        return None
    if "symbol" in places and (cells[places["symbol"]] or _DOCUMENT.match(fold(cells[places["subject"]]))):
        return None
    told = report.signed_on or report.published_on or date(1, 1, 1)
    due_words = fold(cells[places["due"]]) if "due" in places else ""
    days = [found.day for found in find_dates(due_words)]
    period = None if days else _period_in(due_words, told)
    doer = " ".join(cells[places["responsible"]].split()) if "responsible" in places else ""
    if not (days or period or doer):
        return None
    subject = unit.cells[places["subject"]]
    words = " ".join(subject.cut(text).split())
    return Task(subject, words, doer or None, days[-1] if days else None, period)


# A register may name a document that has no number yet.
_DOCUMENT = re.compile(rf"(?:du thao |xay dung |ban hanh |tham muu |trinh )*(?:{type_pattern()})\b")


def _period_in(folded: str, told: date) -> Period | None:
    """The period that a cell names: "Quý III/2024", "Tháng 9"."""
    mention = next((m for m in with_years(list(find_periods(folded))) if not m.is_same_period), None)
    if mention is None:
        return None
    if not mention.is_open:
        return mention.resolve(told)
    return mention.in_year(told.year) if told.year > 1 else None


def _after_label(unit: Unit, words: str) -> int:
    """Where the words begin that follow a label which opens the unit ("Nhiệm vụ quý III: …"); else 0."""
    colon = words.find(":") if unit.label and words.startswith(unit.label) else -1
    label = fold(unit.label)
    # "Sở Nội vụ: …" and "…, thời hạn: 15/11/2021" belong to the task.
    if colon <= 0 or not (TASKS.search(label) or label.startswith("ve ")):
        return 0
    after = words[colon + 1 :]
    return colon + 1 + len(after) - len(after.lstrip())
