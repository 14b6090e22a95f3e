"""One unit of a page to a statement: a heading, a row of a register, or a sentence with its documents, figures and task."""

import re
from dataclasses import replace

from knowledge.facts import Citation, Figure, ReportFacts, Statement, Task
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.importing.citations import find_citations
from knowledge.importing.figures import find_figures
from knowledge.importing.issued_tasks import issued_by_task
from knowledge.importing.issuers import Home
from knowledge.importing.registers import is_register_row, read_row
from knowledge.importing.setting import Setting
from knowledge.importing.stated_windows import is_of_dossiers
from knowledge.importing.structure import Unit
from knowledge.importing.tasks import read_task, read_task_row, tasks_period
from knowledge.importing.unit_settings import lead_setting

_FORMAL = re.compile(
    r"cong hoa xa hoi|doc lap - tu do|noi nhan|^so\s?:|\(da ky\)|^-+$|tren day la|^tb$|^(?:tm|kt|tl)\.|^luu:|^[-\s]*luu\s?:|publish date|view count|cap nhat\s?:|luot xem|trang chu"
)


# A sentence of a decree has 1,500 characters; what is more than twice as long is a list or no writing at all, and takes
# the patterns that look both ways far too long.
_LONGEST = 4_000


def read_statement(
    text: str, unit: Unit, report: ReportFacts, home: Home, setting: Setting, *, goes_on: bool
) -> Statement:
    """What one unit says; `goes_on` where it stands in the same paragraph as the unit before it."""
    words = unit.span.cut(text)
    plain = Statement(
        unit.span, "note", " > ".join((*unit.headings, unit.label) if unit.label else unit.headings), unit.area
    )
    if unit.is_heading:
        return replace(plain, kind="heading")
    is_row = is_register_row(text, unit)
    # First, for a subject may hold what else opens or closes a letter ("hiến pháp nước cộng hòa xã hội …").
    if is_row and (row := read_row(text, unit, home)):
        return replace(plain, kind="document", citations=(row,))
    if _FORMAL.search(fold(words.strip())):
        return replace(plain, kind="heading")
    if is_row:
        work = read_task_row(text, unit, report)
        return plain if work is None else replace(plain, kind="task", task=work)
    if len(words) > _LONGEST:
        return plain
    task = _task(text, unit, report)
    citations = _citations(text, unit, home, report, task)
    figures = find_figures(
        text,
        unit,
        citations,
        _setting_of_figures(text, unit, report, setting, task, goes_on=goes_on),
        title=report.title,
    )
    figures = tuple(_drop_carried(f, text, unit) for f in figures)
    kind = "task" if task else "document" if citations else "figure" if figures else "note"
    return replace(plain, kind=kind, citations=citations, figures=figures, task=task)


def _citations(text: str, unit: Unit, home: Home, report: ReportFacts, task: Task | None) -> tuple[Citation, ...]:
    """The documents that the unit names, but the report itself."""
    planned = tasks_period(unit, report) if task and not unit.cells else None
    citations = _without_own(find_citations(text, unit, home, planned), report)
    return issued_by_task(task.text, unit.span.cut(text), citations) if task and unit.cells else citations


def _setting_of_figures(
    text: str, unit: Unit, report: ReportFacts, setting: Setting, task: Task | None, *, goes_on: bool
) -> Setting:
    """What holds for the unit's figures where they say nothing of time and body themselves."""
    of_lead = lead_setting(text, unit, setting, report)
    if goes_on and setting.organisation:
        # What the bullet itself spoke of holds on, whatever body led to the list.
        of_lead = replace(of_lead, organisation=setting.organisation)
    if task and not unit.cells:
        # The window of the report's figures ends before what is still to be done.
        of_lead = replace(of_lead, period=task.period or of_lead.period, window=None)
    return of_lead


def _task(text: str, unit: Unit, report: ReportFacts) -> Task | None:
    if unit.cells:
        return read_task_row(text, unit, report)
    return read_task(unit, unit.span.cut(text), report) if unit.is_task else None


def _without_own(citations: tuple[Citation, ...], report: ReportFacts) -> tuple[Citation, ...]:
    """The mentions without that of the report itself, whose data stand in the report's facts."""
    return tuple(
        c for c in citations if not (c.written and report.number and c.written.replace(" ", "") == report.number)
    )


def _drop_carried(figure: Figure, text: str, unit: Unit) -> Figure:
    """The figure, without a carried desk where it is of something else than dossiers."""
    named = any(o.name == figure.organisation for o in find_organisations(unit.span.cut(text)))
    in_lead = unit.lead is not None and (figure.organisation or "") in unit.lead.cut(text)
    is_its = is_of_dossiers(figure) or _is_share_of_dossiers(figure)
    return figure if named or in_lead or unit.cells or is_its else replace(figure, organisation=None)


def _is_share_of_dossiers(figure: Figure) -> bool:
    """Whether it is a share by which dossiers are told without naming them: "Tỷ lệ trực tuyến quý II đạt 41,3%"."""
    return figure.measure == "share" and _SHARE_OF_DOSSIERS.fullmatch(fold(figure.label).strip()) is not None


_SHARE_OF_DOSSIERS = re.compile(
    r"(?:ty le (?:giai quyet )?)?(?:truc tuyen|dung han|som han|truoc han|tre han|qua han|truoc han va dung han)\b(?: (?:quy [iv1-4]+|thang \d+|nam \d+|la|dat|ca|chung|cua|trung tam|bo phan mot cua))*"
)
