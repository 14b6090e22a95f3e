"""Reading a page: the report's own data and every statement with its documents, figures and tasks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from knowledge.facts import Citation, Figure, Measure, Period, Reading, ReportFacts, Role, Statement, Task, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.periods import PeriodMention, find_windows
from knowledge.grammar.symbols import find_symbols
from knowledge.importing.citations import find_citations
from knowledge.importing.cumulated import with_cumulated_periods
from knowledge.importing.figures import find_figures
from knowledge.importing.header import Given, read_header
from knowledge.importing.issued_tasks import issued_by_task
from knowledge.importing.issuers import Home
from knowledge.importing.occasions import is_compared, is_subject_year
from knowledge.importing.opening import Opening, opening_of
from knowledge.importing.page import Page
from knowledge.importing.plans import effective_date, expected_period
from knowledge.importing.progress import Progress, Step, nobody_waits
from knowledge.importing.registers import is_register_row, read_row
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.stated_windows import with_stated_windows
from knowledge.importing.structure import Unit, outline
from knowledge.importing.tasks import read_task, read_task_row, tasks_period

_FORMAL = re.compile(
    r"cong hoa xa hoi|doc lap - tu do|noi nhan|^so\s?:|\(da ky\)|^-+$|tren day la|^tb$|^(?:tm|kt|tl)\.|^luu:|^[-\s]*luu\s?:|publish date|view count|cap nhat\s?:|luot xem|trang chu"
)


# A sentence of a decree has 1,500 characters; what is more than twice as long is a list or no writing at all, and takes
# the patterns that look both ways far too long.
_LONGEST = 4_000
# Telling more often than this would take longer than the reading itself.
_TOLD_EVERY = 50


def read_report(
    page: Page,
    given: Given = Given(),  # noqa: B008 - a frozen value
    progress: Callable[[Progress], None] = nobody_waits,
) -> Reading:
    """Everything that the page says, each with its place in the page's text; it takes as long as it takes."""
    report = read_header(page, given)
    home = _home(report)
    units = [u for u in outline(page, report.period) if u.span.cut(page.text).strip()]
    statements: list[Statement] = []
    carried: str | None = None
    opening: Opening | None = None
    for done, unit in enumerate(units):
        if done % _TOLD_EVERY == 0:
            progress(Progress(Step.UNDERSTANDING, done, len(units)))
        carried = None if _is_wider(unit.span.cut(page.text)) else carried
        is_part = done and units[done - 1].table == unit.table and _PART_ROW.match(fold(unit.span.cut(page.text)))
        spoken_of = (_row_body(statements[-1]) if is_part else None) or carried
        setting = _setting(page.text, unit, report, spoken_of)
        opening = opening_of(page.text, unit, units[done - 1] if done else None, opening, setting)
        if opening is not None and opening.unit is not unit:
            setting = replace(setting, period=opening.period, window=opening.window)
        goes_on = bool(done) and units[done - 1].block == unit.block
        statement = _statement(page.text, unit, report, home, setting, goes_on=goes_on)
        if goes_on:
            statement = _with_plan(page.text, statement, statements[-1], home)
        if statements:
            statement = _with_anaphora(statement, statements[-1])
        if goes_on:
            statement = _with_ranking_year(page.text, statement, statements[-1], report)
        if not _ASIDE.match(fold(unit.span.cut(page.text))):
            carried = _carry(unit, statement, carried)
        statements.append(statement)
    statements = with_cumulated_periods(statements, page.text, report)
    statements = with_stated_windows(page.text, statements, report)
    windows = _window_by_period(statements)
    return Reading(report, page.text, tuple(_with_window(s, windows) for s in statements))


def _setting(text: str, unit: Unit, report: ReportFacts, spoken_of: str | None) -> Setting:
    """What holds where the unit says nothing of time and body itself."""
    window = _lead_window(text, unit) or _heading_window(unit) or report.window
    return Setting(_heading_period(unit, report), window, spoken_of, report.signed_on or report.published_on)


# "- Trong đó trực tuyến | 4.969": of the body that the row above it is of.
_PART_ROW = re.compile(r"\W*trong do\b")


def _row_body(row: Statement) -> str | None:
    return next((figure.organisation for figure in row.figures), None)


def _with_plan(text: str, statement: Statement, before: Statement, home: Home) -> Statement:
    """What a sentence says of the document of the sentence before: when it is planned for, or takes effect."""
    only_replaces = all(c.role in {Role.REPLACED, Role.AMENDED} for c in statement.citations)
    if only_replaces and (effective := effective_date(fold(statement.span.cut(text)))):
        of_type = [c for c in before.citations if _is_called(c, text, statement)]
        if not of_type:
            return statement
        return replace(statement, citations=(_in_effect(of_type[-1], statement, effective), *statement.citations))
    if statement.citations or not re.search(r"du kien|chua (?:trinh|ban hanh)", fold(statement.span.cut(text))):
        return statement
    open_plans = [c for c in before.citations if c.number is None]
    expected = expected_period(fold(statement.span.cut(text)), home)
    if not open_plans or expected is None:
        return statement
    plan = replace(open_plans[-1], span=statement.span, role=Role.PLANNED, expected=expected)
    return replace(statement, kind="document", citations=(plan,))


def _is_called(citation: Citation, text: str, statement: Statement) -> bool:
    """Whether the sentence begins with the type of the document or of what it issues ("Quy chế có hiệu lực …")."""
    opening = " ".join(fold(statement.span.cut(text)).split()[:2])
    named = fold(f"{citation.type or ''} {citation.subject or ''}")
    return opening in named


def _in_effect(citation: Citation, statement: Statement, day: date) -> Citation:
    return replace(citation, span=statement.span, role=Role.IMPLEMENTED, effective_on=day)


def _home(report: ReportFacts) -> Home:
    symbol = next(find_symbols(report.number or ""), None)
    body = re.split(r"[-/_]", symbol.symbol)[-1] if symbol and symbol.type == "Báo cáo" else None
    return Home(report.organisation, None if body == "UBND" else body, report.signed_on)


def _heading_period(unit: Unit, report: ReportFacts) -> Period | None:
    """The period of the nearest heading or lead that names one, else the report's; of tasks the one they are for."""
    if unit.is_task and (planned := tasks_period(unit, report)):
        return planned
    reference = report.signed_on or report.published_on or date(1, 1, 1)
    for words in (unit.label, *reversed(unit.headings)):
        if not unit.is_task and re.search(r"quy|nam 20|thang", fold(words)):
            folded = fold(words)
            found = [p for m, p in resolve_periods(folded, reference, report.period) if not _only_compared(folded, m)]
            # "Kế hoạch cải cách hành chính năm 2021: đến ngày 14/9/2021 …": the year is the plan's.
            own = [p for m, p in resolve_periods(folded, reference, report.period) if not is_subject_year(folded, m)]
            if found and (own or report.period is None):
                return found[0]
    return report.period


def _only_compared(folded: str, mention: PeriodMention) -> bool:
    """ "So với năm 2020: tỷ lệ … giảm 1,55 điểm phần trăm" is of the report's own time."""
    return is_compared(folded, mention) and folded.startswith(("so voi", "so cung ky"))


def _lead_window(text: str, unit: Unit) -> Window | None:
    """The days that the sentence which leads to a list gives: "2. Giải quyết TTHC (từ 15/12/2021 đến 31/5/2022):"."""
    if unit.lead is None or unit.cells:
        return None
    return next((window for _, _, window in find_windows(fold(unit.lead.cut(text)))), None)


def _heading_window(unit: Unit) -> Window | None:
    """The days that the nearest heading gives: "Riêng quý III (từ ngày 11/6/2018 đến ngày 10/9/2018)"."""
    return next((window for _, _, window in find_windows(fold(unit.headings[-1]))), None) if unit.headings else None


# What is said of a whole province, district or branch is no longer said of one desk in it.
_WIDER = re.compile(r"(?<!dau )(?<!nhat )(?<!trong )\b(?:toan|ca) (?:tinh|huyen|thanh pho|thi xa|quan|nganh)\b")


def _is_wider(words: str) -> bool:
    """Whether a sentence counts for a whole province or district and names no desk."""
    return bool(_WIDER.search(fold(words))) and not any(o.organisation.is_desk for o in find_organisations(words))


def _carry(unit: Unit, statement: Statement, carried: str | None) -> str | None:
    """The desk spoken of, kept for the statements that follow on dossiers without naming it again."""
    if unit.cells:
        # A row's body is that row's own.
        return carried
    if unit.is_heading:
        return _desk_above(unit.headings)
    counted = [
        f.organisation
        for f in statement.figures
        # Of a part only: "trong đó Bộ phận Một cửa huyện 3.256 hồ sơ" is not whom the report goes on with.
        if fold(f.unit) in {"ho so", "bo ho so", "bo"} and f.organisation and f.part_of is None
    ]
    desks = [c for c in counted if any(o.organisation.is_desk for o in find_organisations(c))]
    return desks[-1] if desks else carried


def _desk_above(headings: Sequence[str]) -> str | None:
    """The desk that the nearest heading names; one of nothing but a period goes on with that of the one above it."""
    for heading in reversed(headings):
        if named := [o for o in find_organisations(heading) if o.organisation.is_desk]:
            return named[-1].name
        if not _OF_PERIOD.fullmatch(fold(heading).strip()):
            return None
    return None


_OF_PERIOD = re.compile(
    r"(?:(?:rieng|trong|luy ke|cong don|tinh chung|ket qua|so lieu)\s?)*(?:ca )?(?:quy [ivx1-4]+|\d{1,2} thang(?: (?:dau|cuoi) nam)?|nam)(?:[ /]*(?:nam )?20\d\d)?\s?(?:\([^()]*\))?:?"
)


# "Riêng Bộ phận Một cửa huyện: 491 hồ sơ": said in passing; the report goes on with whom it spoke of before.
_ASIDE = re.compile(r"\W*(?:rieng|chi tinh rieng|tinh rieng)\b")
_RANKING = re.compile(r"\b(?:xep hang|chi so|cham diem)\b")


def _with_ranking_year(text: str, statement: Statement, before: Statement, report: ReportFacts) -> Statement:
    """ "… công bố xếp hạng năm 2019. Khối sở: …": the places and points that follow are of that year."""
    words = fold(before.span.cut(text))
    placed = [f for f in statement.figures if f.measure in {Measure.RANK, Measure.SCORE} and f.period == report.period]
    goes_on = any(f.measure in {Measure.RANK, Measure.SCORE} and f.period != report.period for f in before.figures)
    if not placed or not (goes_on or _RANKING.search(words)):
        return statement
    reference = report.signed_on or report.published_on or date(1, 1, 1)
    named = [p for m, p in resolve_periods(words, reference, report.period) if not m.is_same_period]
    # "Khối sở: …. Khối huyện: …": the list goes on.
    named = named or [f.period for f in before.figures if f.measure in {Measure.RANK, Measure.SCORE} and f.period]
    if len(set(named)) != 1:
        return statement
    return replace(
        statement, figures=tuple(replace(f, period=named[0]) if f in placed else f for f in statement.figures)
    )


_ANAPHOR = re.compile(r"(?:ty le|ti le|con so) nay")


def _with_anaphora(statement: Statement, before: Statement) -> Statement:
    """ "Tỷ lệ này …": what the share of the sentence before is of."""
    shares = [f for f in before.figures if f.measure is Measure.SHARE]
    if not shares or not any(_ANAPHOR.search(fold(f.label)) for f in statement.figures):
        return statement
    figures = tuple(
        replace(f, head=f"{shares[-1].label} {f.head}", period=shares[-1].period)
        if _ANAPHOR.search(fold(f.label))
        else f
        for f in statement.figures
    )
    return replace(statement, figures=figures)


def _statement(text: str, unit: Unit, report: ReportFacts, home: Home, setting: Setting, *, goes_on: bool) -> Statement:
    words = unit.span.cut(text)
    heading = " > ".join((*unit.headings, unit.label) if unit.label else unit.headings)
    if unit.is_heading:
        return Statement(unit.span, "heading", heading, unit.area)
    # First, for a subject may hold what else opens or closes a letter ("hiến pháp nước cộng hòa xã hội …").
    if is_register_row(text, unit) and (row := read_row(text, unit, home)):
        return Statement(unit.span, "document", heading, unit.area, (row,))
    if _FORMAL.search(fold(words.strip())):
        return Statement(unit.span, "heading", heading, unit.area)
    if len(words) > _LONGEST:
        return Statement(unit.span, "note", heading, unit.area)
    if is_register_row(text, unit):
        return Statement(unit.span, "note", heading, unit.area)
    task = _task(text, unit, report)
    planned = tasks_period(unit, report) if task and not unit.cells else None
    citations = _own_first(find_citations(text, unit, home, planned), report)
    if task and unit.cells:
        citations = issued_by_task(task.text, words, citations)
    lead_setting = _lead_setting(text, unit, setting, report)
    if goes_on and setting.organisation:
        # What the bullet itself spoke of holds on, whatever body led to the list.
        lead_setting = replace(lead_setting, organisation=setting.organisation)
    if task and not unit.cells:
        # The window of the report's figures ends before what is still to be done.
        lead_setting = replace(lead_setting, period=task.period or lead_setting.period, window=None)
    figures = find_figures(text, unit, citations, lead_setting)
    figures = tuple(_drop_carried(f, text, unit) for f in figures)
    kind = "task" if task else "document" if citations else "figure" if figures else "note"
    return Statement(unit.span, kind, heading, unit.area, citations, figures, task)


def _task(text: str, unit: Unit, report: ReportFacts) -> Task | None:
    if unit.cells:
        return read_task_row(text, unit, report)
    return read_task(unit, unit.span.cut(text), report) if unit.is_task else None


def _own_first(citations: tuple[Citation, ...], report: ReportFacts) -> tuple[Citation, ...]:
    """The mentions without that of the report itself, whose data stand in the report's facts."""
    return tuple(
        c for c in citations if not (c.written and report.number and c.written.replace(" ", "") == report.number)
    )


# "… đã bám sát chỉ đạo của UBND tỉnh, cụ thể:": whose orders are followed, and not whose figures these are.
_GIVES_ORDERS = re.compile(
    r"\b(?:chi dao|y kien|ke hoach|chuong trinh|nghi quyet|quyet dinh|cong van|yeu cau|quan tam|lanh dao|giao|huong dan)\b[^,;:.]{0,40} cua $"
)


def _lead_setting(text: str, unit: Unit, setting: Setting, report: ReportFacts) -> Setting:
    """The setting with what the lead sentence says: its period, window and body."""
    if unit.lead is None:
        return setting
    words = unit.lead.cut(text)
    folded = fold(words)
    reference = report.signed_on or report.published_on or date(1, 1, 1)
    periods = [
        p
        for m, p in resolve_periods(folded, reference, report.period)
        if not re.search(r"so voi[^,;]*$", folded[: m.start]) and not is_compared(folded, m)
    ]
    windows = [w for _, _, w in find_windows(folded)]
    bodies = [b for b in find_organisations(words) if not _GIVES_ORDERS.search(folded[: b.start])]
    desks = [b for b in bodies if b.organisation.is_desk] or bodies
    return replace(
        setting,
        period=periods[0] if periods else setting.period,
        window=windows[0] if windows else setting.window,
        organisation=desks[-1].name if desks else setting.organisation,
    )


def _drop_carried(figure: Figure, text: str, unit: Unit) -> Figure:
    """A carried desk holds for dossiers only."""
    named = any(o.name == figure.organisation for o in find_organisations(unit.span.cut(text)))
    in_lead = unit.lead is not None and (figure.organisation or "") in unit.lead.cut(text)
    return figure if named or in_lead or unit.cells or _is_of_dossiers(figure) else replace(figure, organisation=None)


def _is_of_dossiers(figure: Figure) -> bool:
    return "ho so" in fold(f"{figure.label} {figure.head} {figure.unit}")


def _window_by_period(statements: list[Statement]) -> dict[tuple[str | None, Period], Window]:
    """The window stated with a period holds for the report's other figures of the same body and period."""
    found: dict[tuple[str | None, Period], Window] = {}
    for statement in statements:
        for figure in statement.figures:
            if figure.window and figure.period:
                found.setdefault((figure.organisation, figure.period), figure.window)
    return found


def _with_window(statement: Statement, windows: dict[tuple[str | None, Period], Window]) -> Statement:
    if not any(f.window is None for f in statement.figures):
        return statement
    figures = tuple(
        replace(f, window=windows.get((f.organisation, f.period)))
        if f.window is None and f.period and _is_of_dossiers(f)
        else f
        for f in statement.figures
    )
    return replace(statement, figures=figures)
