"""A report itself, what it says as a whole, and what is listed over reports."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking import (
    about_documents,
    about_plan_progress,
    about_plans,
    about_registers,
    about_reports,
    about_tasks,
    about_work_lists,
    sections,
    which_reports,
)
from knowledge.asking.asked_cues import WHICH_LATE
from knowledge.asking.library import ReportEntry
from knowledge.asking.question import Query, named_types
from knowledge.asking.replies import Wording, not_found
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.postings import union
from knowledge.asking.shelves.telling import Tells
from knowledge.asking.stages.by_figure import figure_in, sentence_in
from knowledge.asking.stages.kinds import ASKS_MOST, counts_tasks, is_figure
from knowledge.asking.stages.occasion import Occasion
from knowledge.facts import Period, PeriodKind
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention, make_period
from knowledge.grammar.sought import Sought


def by_section(at: Occasion, query: Query) -> Answer | None:
    """The section of the fitting reports that is asked for: limits, proposals."""
    section = sections.asked_section(query)
    if section is None:
        return None
    addressed = sections.addressees(query)
    own = replace(query, bodies=tuple(b for b in query.bodies if b not in addressed))
    reports = which_reports.fitting_reports(at.library, own, at.today)
    subject = sections.section_subject(query)
    return sections.answer_section(at.library, reports, section, subject, at.wording, addressed=addressed)


def by_report(at: Occasion, query: Query) -> Answer | None:
    """A report, its tasks, its summary, or what is listed over reports and registers."""
    library = at.library
    is_report = which_reports.is_about_report(query)
    if is_report and (titled := which_reports.titled_report(library, query)) is not None:
        return answer_of_reports(at, [titled], query)
    if not is_report and (assigned := about_tasks.answer_assigned(library, query, at.wording)) is not None:
        return assigned
    for look in (about_work_lists.answer_coded, about_work_lists.answer_in_state):
        if (row := look(library, query, at.today, at.wording)) is not None:
            return row
    in_register = _IN_REGISTER.search(query.folded) or WHICH_LATE.search(query.folded)
    if in_register and (_WHICH_ROWS.search(query.folded) or about_documents.state_of(library, query) is not None):
        listed = about_documents.answer_list(library, query, at.today, at.wording)
        if listed is not None:
            return listed
    # "Làm xong hết 52 nhiệm vụ phải không": whether so many were done, and not which are to be.
    holds_up = query.asks("verify") and (query.claim is not None or bool(query.values))
    asks_whether = bool(_WHETHER_OF_TASKS.search(query.folded))
    asks_tasks = query.asks("tasks") and not query.asks("number", "signer") and not holds_up and not asks_whether
    has_time = query.periods or _TILL_YEAR_END.search(query.folded)
    asks_which = not counts_tasks(query) and not about_plan_progress.asks_whether_all_is_done(query)
    if asks_tasks and (has_time or query.bodies) and asks_which:
        return _tasks(at, query, is_report=is_report)
    if _PLAN_OF_PERIOD.match(query.folded) and (tasks := _tasks(at, query, is_report=is_report)) is not None:
        return tasks
    if (planned := about_plans.answer_planned_documents(library, query, at.today, at.wording)) is not None:
        return planned
    beyond = which_reports.subject_beyond(query)
    if _is_overview(query, beyond):
        is_narrowed = query.periods or query.bodies
        reports = _of_level(_meant(at, query, is_report=is_report), query)
        return about_reports.answer_summary(reports, at.wording) if is_narrowed else None
    if (overview := _overview_of_title(at, query, beyond)) is not None:
        return overview
    # "Việc kết nối phần mềm … đã quá hạn chưa?" asks of the one, and of no list.
    is_of_one = not query.asks("list") and (
        len(query.naming.words) >= _FEWEST_WORDS_OF_ONE
        or bool(query.naming.words and _ONE_MATTER.match(query.folded))
        or (query.asks("count") and bool(query.periods))
    )
    if (query.asks("list") and not query.asks("percent", "trend")) or (query.asks("overdue") and not is_of_one):
        listed = _lists(at, query, _meant(at, query, is_report=is_report), is_report=is_report)
        if listed is not None:
            return listed
    if ASKS_MOST.search(query.folded):
        return None
    if not is_report or (not query.periods and not query.bodies and not query.asks("latest")):
        return None
    return _described_report(at, query, _meant(at, query, is_report=is_report), beyond)


def _tasks(at: Occasion, query: Query, *, is_report: bool) -> Answer | None:
    """What is to be done in the period, as the fitting reports say."""
    library, wording = at.library, at.wording
    have_tasks = library.reports_telling(Tells.ASSIGNED)
    own = _own_report_period(query) if is_report and len(query.periods) > 1 else None
    # "Phương hướng năm 2024 trong báo cáo năm 2023": the report is that of the period it is called by.
    called = query if own is None else replace(query, periods=(own,))
    reports = which_reports.fitting_reports(library, called, at.today)
    wanted = next((p for m in query.periods if (p := m.resolve(at.today))), None)
    by_body = which_reports.fitting_reports(library, query, at.today, by_period=False)
    told_in = by_body.among(have_tasks)
    if own is None and wanted is not None and _TASKS_FOR.search(query.folded[: query.periods[0].start]):
        # "Phương hướng năm 2022 trong báo cáo của Sở": the year is that of the tasks.
        for_period = about_tasks.answer_tasks(told_in, wanted, wording)
        if for_period is not None:
            return for_period
    in_period = about_tasks.answer_tasks(reports.among(have_tasks), None, wording)
    if is_report and reports:
        return in_period
    for period in [wanted] if wanted else _coming(query, at.today) or _rest_of_year(query, at.today):
        if (found := about_tasks.answer_tasks(told_in, period, wording)) is not None:
            return found
    return in_period or (_of_only_year(query, told_in, wording) if wanted is None else None)


def _of_only_year(query: Query, told_in: Some[ReportEntry], wording: Wording) -> Answer | None:
    """ "Nhiệm vụ 6 tháng cuối năm của Sở …": of the one year for which there are such tasks."""
    mention = next((m for m in query.periods if m.is_open), None)
    if mention is None:
        return None
    years = {year for report in told_in for year in (report.told_on.year, report.told_on.year + 1)}
    found = [about_tasks.answer_tasks(told_in, mention.in_year(year), wording) for year in sorted(years)]
    told = [answer for answer in found if answer is not None]
    return told[0] if len(told) == 1 else None


_TASKS_FOR = pattern_of(
    r"\b(?:phuong huong|nhiem vu|dau viec|cong viec|viec)(?: (?:trong tam|cong tac|chu yeu|cua|trong|nhiem vu|cho))* $"
)


def _coming(query: Query, today: date) -> list[Period]:
    """ "Quý II phải làm gì?": the one that is not over yet, else the last one."""
    mention = next((m for m in query.periods if m.is_open), None)
    if mention is None:
        return []
    years = [mention.in_year(year) for year in (today.year - 1, today.year, today.year + 1)]
    coming = [period for period in years if period.last >= today]
    return [coming[0], *(period for period in reversed(years) if period.last < today)]


# "Từ nay tới cuối năm": the tasks that reports set for the end of the year.
_TILL_YEAR_END = Sought(r"\btu (?:nay|gio|bay gio) (?:den|toi) (?:het |cuoi )+nam\b")
_JUNE, _OCTOBER = 6, 10


def _rest_of_year(query: Query, today: date) -> list[Period]:
    """The periods that reports set tasks for and that end with the year, the shortest that is under way or next first."""
    if query.periods or not _TILL_YEAR_END.search(query.folded):
        return []
    coming = [make_period(PeriodKind.QUARTER, 4, today.year)] if today.month >= _OCTOBER else []
    coming += [make_period(PeriodKind.HALF, 2, today.year)] if today.month >= _JUNE else []
    return [*coming, make_period(PeriodKind.YEAR, 0, today.year)]


def _meant(at: Occasion, query: Query, *, is_report: bool) -> Some[ReportEntry]:
    """The reports of the bodies and period that are named; of the period alone where such a report is none of theirs."""
    reports = which_reports.fitting_reports(at.library, query, at.today)
    if is_report and not reports and query.bodies and query.periods and not query.asks("number", "signer", "when"):
        reports = which_reports.fitting_reports(at.library, replace(query, bodies=()), at.today)
    # "Báo cáo quý III" is the report and not the plan of the same quarter.
    return reports.among(at.library.filed.of_type(query.named_type).numbers) or reports


def _of_level(reports: Some[ReportEntry], query: Query) -> Sequence[ReportEntry]:
    """ "Của tỉnh": without the reports of its districts and communes, where any other is left."""
    if query.level != "province" or query.bodies:
        return reports
    return [r for r in reports if r.body.level not in {"district", "commune"}] or reports


def _latest(at: Occasion, query: Query, reports: Some[ReportEntry]) -> Some[ReportEntry]:
    """The newest of these; of a báo cáo, none whose number is that of a decision with a table."""
    filed = at.library.filed
    if query.named_type == "Báo cáo":
        called = union([one.numbers for one in (filed.of_type("Báo cáo"), filed.of_type(None), filed.unnumbered)])
        reports = reports.among(called) or reports
    return filed.newest(reports)


# "Kế hoạch 6 tháng cuối năm của Sở … gồm những gì": a section of a report, unless a plan is so called.
_PLAN_OF_PERIOD = pattern_of(
    r"(?:the |cho hoi )?ke hoach (?:cong tac )?(?:quy|6 thang|sau thang|3 thang|thang|nam)\b.*\b(?:gom|co|la|lam|dat ra) (?:nhung )?(?:viec )?gi\b"
)
# "Có hoàn thành hết 34 nhiệm vụ không", "có nhiệm vụ nào quá hạn không", "nhiệm vụ … chưa xong là những nhiệm vụ nào": what became of
# tasks, and none of those that are still to come.
_WHETHER_OF_TASKS = Sought(
    r"\bco (?:(?:hoan thanh|lam|xong|thuc hien)\b|(?:nhiem vu|viec|dau viec)(?: [a-z]+){0,3}? nao\b).*\b(?:khong|chua)\W*$"
    r"|\b(?:nhiem vu|viec|dau viec)\b.*\bchua (?:xong|hoan thanh|lam xong|thuc hien|lam duoc)\b"
)
# So many words tell one task from the others.
_ONE_MATTER = pattern_of(r"(?:cai )?(?:viec|vu|chuyen)\b(?! nao\b)")
_FEWEST_WORDS_OF_ONE = 3
# "Những nhiệm vụ nào chưa thực hiện trong sổ theo dõi": rows of a register, and no report's list of tasks.
_WHICH_ROWS = Sought(r"\b(?:nhung|cac) (?:phan anh|kien nghi) (?:nao|gi)\b")
_IN_REGISTER = Sought(r"\b(?:so|bang) theo doi\b|\b(?:trong|theo) (?:so|danh muc|bang)\b")


def _own_report_period(query: Query) -> PeriodMention | None:
    """The period that a report is called by: "báo cáo năm 2023", "báo cáo tổng kết quý IV"."""
    return next((m for m in query.periods if _CALLED_REPORT.search(query.folded[: m.start])), None)


_CALLED_REPORT = pattern_of(r"\bbao cao(?: (?:tong ket|so ket|cong tac|cai cach hanh chinh|cchc|ket qua))* $")


def answer_of_reports(at: Occasion, reports: Sequence[ReportEntry], query: Query) -> Answer | None:
    """What is asked of these reports: a summary, a section, what the one says, its own data."""
    if query.asks("summary"):
        return about_reports.answer_summary(reports, at.wording)
    if (section := sections.asked_section(query)) is not None:
        subject = sections.section_subject(query)
        return sections.answer_section(at.library, reports, section, subject, at.wording)
    if query.asks("published") and query.named_type in {None, "Báo cáo"}:
        # "Báo cáo 338 đăng lên cổng ngày nào": its own day, and none of those that it tells of.
        return about_reports.answer_report(reports, query, at.wording)
    if len(reports) == 1:
        inside = about_tasks.answer_due_in(at.library, query, reports, at.today, at.wording) or inside_report(
            at, reports[0], query
        )
        if inside is not None:
            return inside
        if _ASKS_OF_WORK.search(query.folded) or _asks_of_what_it_tells(query):
            # Its number and day are no answer to what it says is to be done.
            return None
    return about_reports.answer_report(reports, query, at.wording)


def inside_report(at: Occasion, report: ReportEntry, query: Query) -> Answer | None:
    """What is asked within one report: its tasks, documents, window, a figure, a document as it told of it."""
    if report.facts.kind == "register" and about_documents.state_of(at.library, query) is not None:
        # "Những nhiệm vụ nào đang thực hiện theo bảng theo dõi kèm Công văn 3245": its rows in that state.
        rows = about_documents.answer_list(at.library, query, at.today, at.wording)
        if rows is not None:
            return rows
    if query.asks("tasks") and not query.asks("number", "signer", "published", "trend"):
        if query.bodies and (charged := about_tasks.answer_assigned(at.library, query, at.wording, within=report)):
            return charged
        return about_tasks.answer_tasks([report], None, at.wording)
    beyond = which_reports.subject_beyond(query)
    if query.asks("list") and not (beyond - {"#legal_document"}):
        return about_reports.answer_documents_of(report, query, at.wording)
    if query.asks("window"):
        return figure_in(at, report, query) or about_reports.answer_window(report, at.wording)
    if not beyond and not query.terms.dimensions:
        return None
    as_told = document_as_told(at, [report], query)
    if as_told is not None:
        return as_told
    return figure_in(at, report, query) or sentence_in(at, report, query)


def document_as_told(at: Occasion, reports: Sequence[ReportEntry], query: Query) -> Answer | None:
    """ "Theo báo cáo 134 thì Quy chế … ?": the document as the one report that tells of it saw it."""
    if query.named_type in {None, "Báo cáo"} or not query.asks("status", "when"):
        return None
    named = about_documents.find_named(at.library, replace(query, periods=(), bodies=()))
    for document in named:
        if document.type == "Tờ trình" and query.named_type != document.type:
            continue  # what submits it is not it
        telling_reports = [r for r in reports if any(m.report == r.index for m in document.mentions)]
        if len(telling_reports) == 1:
            report = telling_reports[0]
            as_of = replace(query, periods=())
            return about_documents.answer_documents(
                at.library, [document], as_of, report.told_on, at.wording, scope=report
            )
    return None


def _is_overview(query: Query, beyond: frozenset[str]) -> bool:
    if query.asks("summary"):
        return True
    return (
        query.asks("overall")
        and "#reform" in query.terms.words
        and not beyond
        and not query.terms.dimensions
        and not query.asks("count")
    )


def _overview_of_title(at: Occasion, query: Query, beyond: frozenset[str]) -> Answer | None:
    """ "Tình hình một cửa ở huyện … ra sao?": the summary of the one report whose title is about just that."""
    beyond -= {"hoat", "dong", "#operating"}  # "hoạt động thế nào"
    if not (query.asks("overall") and query.terms.words and query.bodies and query.periods):
        return None
    if query.asks(*_FIGURES) or query.terms.dimensions or query.references:
        return None
    reports = _meant(at, query, is_report=True)
    is_about_it = len(reports) == 1 and beyond <= reports[0].terms.words
    return about_reports.answer_summary(reports, at.wording) if is_about_it else None


_FIGURES = ("count", "percent", "money", "rank", "score", "compare", "trend", "status", "when")


def _lists(at: Occasion, query: Query, reports: Sequence[ReportEntry], *, is_report: bool) -> Answer | None:
    if (
        is_report
        and not query.asks("trend")
        and not re.search(
            r"van ban|quyet dinh|ke hoach|cong van|nghi dinh|nghi quyet|chi thi|thong tu|to trinh", query.folded
        )
    ):
        by_body = which_reports.fitting_reports(at.library, query, at.today, by_period=False)
        return about_reports.answer_report_list(which_reports.within(by_body, query, at.today), at.wording)
    in_state = about_documents.state_of(at.library, query) is not None
    if in_state and not is_report:
        found = about_documents.answer_list(at.library, query, at.today, at.wording)
        if found is not None:
            return found
    if len(reports) == 1 and query.periods and not is_report and "van ban" in query.folded and not in_state:
        told = about_reports.answer_documents_of(reports[0], query, at.wording)
        if told is not None:
            return told
    if not is_report and not in_state:
        found = about_documents.answer_list(at.library, query, at.today, at.wording)
        if found is not None:
            return found
    counts_dossiers = "#dossier" in query.terms.words and "van ban" not in query.folded
    register = (
        about_registers.answer_register(at.library, query, at.wording)
        if not (is_report and query.periods) and not counts_dossiers
        else None
    )
    if register is not None:
        return register
    is_of_documents = not about_registers.lists_bodies(query)
    if len(reports) == 1 and is_of_documents and not (which_reports.subject_beyond(query) - {"#legal_document"}):
        types = [t for t in _document_types(query) if t != "Báo cáo"]
        return about_reports.answer_documents_of(
            reports[0], replace(query, named_type=types[0] if types else None), at.wording
        )
    return None


def _described_report(at: Occasion, query: Query, reports: Some[ReportEntry], beyond: frozenset[str]) -> Answer | None:
    if not reports:
        words = at.wording.say("Chưa có báo cáo này.", "There is no such report.")
        return (
            not_found(words) if query.asks("number", "when", "signer", "window", "published") and not beyond else None
        )
    if query.asks("window") and len(reports) == 1:
        return inside_report(at, reports[0], query)
    if query.asks("latest"):
        return about_reports.answer_report(_latest(at, query, reports), query, at.wording)
    if query.asks("number", "signer", "published") or (query.asks("when", "who", "about") and not beyond):
        return about_reports.answer_report(reports, query, at.wording)
    if not beyond and not query.terms.dimensions and not query.cues:
        # "Tìm giúp tôi báo cáo quý I của Sở Nội vụ": the report itself.
        return about_reports.answer_report(reports, query, at.wording)
    if len(reports) == 1:
        return inside_report(at, reports[0], query)
    return document_as_told(at, reports, query)


def _asks_of_what_it_tells(query: Query) -> bool:
    """Whether a figure or a document of the report is asked for: where it has none, its own day is no answer."""
    is_of_document = query.named_type not in {None, "Báo cáo"} and query.asks("when", "status")
    is_by_report = all(r.type in {None, "Báo cáo"} for r in query.references)
    if is_figure(query) and not query.asks("number", "window", "signer", "published"):
        return True
    is_of_body = bool(query.bodies) and query.asks("when") and "#operating" in query.terms.words
    return is_of_body or (bool(which_reports.subject_beyond(query)) and is_of_document and is_by_report)


_ASKS_OF_WORK = Sought(r"\b(?:viec|dau viec|cong viec|nhiem vu) nao\b|\bcon so\b|\blam (?:gi|nhung gi)\b")


def _document_types(query: Query) -> list[str]:
    words = query.folded
    for body in query.bodies:
        words = words[: body.start] + " " * (body.end - body.start) + words[body.end :]
    return named_types(words)
