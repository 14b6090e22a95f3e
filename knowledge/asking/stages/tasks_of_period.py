"""What is to be done in a period, as its reports say: "nhiệm vụ quý III/2019 là gì"."""

from dataclasses import replace
from datetime import date
from functools import partial

from knowledge.answers import Answer, Outcome
from knowledge.asking import about_plan_progress, about_tasks
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.striking import strike
from knowledge.asking.replies import Wording
from knowledge.asking.reports import which_reports
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.postings import Numbers, coded
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.stages.kinds import counts_tasks
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.words.framing import framing
from knowledge.facts import Period, PeriodKind
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import make_period


def asks_tasks_of_period(query: Query) -> bool:
    """Whether the tasks of a period or body are asked for: which are to be, and not how many or whether they were done."""
    if (
        not (query.asks("tasks") or _does_what(query))
        or query.asks("number", "signer")
        or _WHETHER_OF_TASKS.search(query.folded)
    ):
        return False
    if query.claim is not None or (query.asks("verify") and query.values):
        return False  # "Làm xong hết 52 nhiệm vụ phải không", "làm đủ 48 nhiệm vụ không"
    if not (query.periods or query.bodies or _TILL_YEAR_END.search(query.folded)):
        return False
    if query.asks("window") or (query.asks("status") and "done" in query.terms.dimensions.get("polarity", ())):
        return False  # "Bảng theo dõi nhiệm vụ chốt đến ngày nào", "đã hoàn thành hết nhiệm vụ chưa"
    if _ALREADY_DONE.search(query.folded):
        return False  # "Các nhiệm vụ đã hoàn thành tính đến 31/5": none that are to come
    if query.asks("count") and query.unit and not _COUNTS_WORK.search(query.unit):
        return False  # "Bao nhiêu người phải làm việc từ xa"
    return not counts_tasks(query) and not about_plan_progress.asks_whether_all_is_done(query)


def _does_what(query: Query) -> bool:
    """ "Phường Bến Tràm quý II/2026 làm gì?": what a body does in a period, and nothing else named."""
    is_all = bool(query.bodies and query.periods) and not (query.naming.words or query.references)
    return is_all and bool(_DOES_WHAT.search(query.folded))


_DOES_WHAT = Sought(lambda: rf"\blam (?:nhung |cac )?(?:viec |cai )?gi{polite_end()}")
# What is done or late is none of what is to come.
_ALREADY_DONE = Sought(
    r"\b(?:da (?:hoan thanh|lam xong|thuc hien xong|xong)|hoan thanh roi|dang (?:bi )?(?:qua han|tre han|cham))\b"
)
_COUNTS_WORK = pattern_of(r"\b(?:viec|nhiem vu|cong tac|dau viec|task)")


def asks_plan_of_period(query: Query) -> bool:
    """Whether what is planned for a period is asked for, and perhaps a plan that is so called."""
    return bool(_PLAN_OF_PERIOD.match(query.folded))


# "Có hoàn thành hết 34 nhiệm vụ không", "có nhiệm vụ nào quá hạn không", "nhiệm vụ … chưa xong là những nhiệm vụ nào": what became of
# tasks, and none of those that are still to come.
_WHETHER_OF_TASKS = Sought(
    lambda: (
        rf"\bco (?:(?:hoan thanh|lam|xong|thuc hien)\b|(?:nhiem vu|viec|dau viec)(?: [a-z]+){{0,3}}? nao\b).*\b{NOT}{polite_end()}"
        r"|\b(?:nhiem vu|viec|dau viec)\b.*\bchua (?:xong|hoan thanh|lam xong|thuc hien|lam duoc)\b"
    )
)
# "Từ nay tới cuối năm": the tasks that reports set for the end of the year.
_TILL_YEAR_END = Sought(r"\btu (?:nay|gio|bay gio) (?:den|toi) (?:het |cuoi )+nam\b")
_TILL_END = Sought(r"\b(?:den|toi) (?:het |cuoi )+nam\b")
# "Kế hoạch 6 tháng cuối năm của Sở … gồm những gì": a section of a report, unless a plan is so called.
_PLAN_OF_PERIOD = pattern_of(
    r"(?:the |cho hoi )?ke hoach (?:cong tac )?(?:quy|6 thang|sau thang|3 thang|thang|nam)\b.*\b(?:gom|co|la|lam|dat ra) (?:nhung )?(?:viec )?gi\b"
)


def tasks_of_period(at: Occasion, query: Query, *, is_report: bool) -> Answer | None:
    """What is to be done in the period, as the fitting reports say; None where they say nothing of what else is asked."""
    found = _find_tasks(at, query, is_report=is_report)
    if found is None or found.outcome is not Outcome.ANSWERED:
        return found
    told = fold(" ".join((found.direct, *(quote.text for quote in found.quotes))))
    beyond = which_reports.subject_beyond(query) - at.library.tagger.tag(told).words - framing("tasks_of_period")
    # A single plain word may be a slip.
    is_of_another = len(beyond) > 1 or any(word[0] == "#" or "_" in word for word in beyond)
    return None if is_of_another else found


def _find_tasks(at: Occasion, query: Query, *, is_report: bool) -> Answer | None:
    library, wording = at.library, at.wording
    answer = partial(about_tasks.answer_tasks, of_province=which_reports.is_of_province(query))
    have_tasks = library.reports_telling(Tells.ASSIGNED)
    place = query.bodies[0].organisation.place if query.bodies else ""
    if place and not _has_any_of(library, have_tasks, place):
        return None  # whichever of its reports would fit
    own = _own_report_period(query) if is_report and len(query.periods) > 1 else None
    # "Phương hướng năm 2024 trong báo cáo năm 2023": the report is that of the period it is called by.
    called = query if own is None else replace(query, periods=(own,))
    reports = which_reports.fitting_reports(library, called, at.today)
    wanted = next((p for m in query.periods if (p := m.resolve(at.today))), None)
    by_body = which_reports.fitting_reports(library, query, at.today, by_period=False)
    told_in = by_body.among(have_tasks)
    if own is None and wanted is not None and _TASKS_FOR.search(query.folded[: query.periods[0].start]):
        # "Phương hướng năm 2022 trong báo cáo của Sở": the year is that of the tasks.
        for_period = answer(told_in, wanted, wording)
        if for_period is not None:
            return for_period
    if wanted is None and query.periods and _are_for_period(query):
        # "Nhiệm vụ quý 3": of the quarter that is named, as with its year, and not what its report sets for the next.
        for period in _coming(query, at.today):
            if (found := answer(told_in, period, wording)) is not None:
                return found
        if (for_period := _of_only_year(query, told_in, wording)) is not None:
            return for_period
    is_any = is_report or bool(_TILL_END.search(query.folded))
    in_period = answer([r for r in reports.among(have_tasks) if is_any or _is_just_of(r, wanted)], None, wording)
    if is_report and reports:
        return in_period
    for period in [wanted] if wanted else _coming(query, at.today) or _rest_of_year(query, at.today):
        if (found := answer(told_in, period, wording)) is not None:
            return found
    return in_period or (_of_only_year(query, told_in, wording) if wanted is None else None)


def _are_for_period(query: Query) -> bool:
    """Whether it is the tasks for the first period that are asked for, whosever they are: "nhiệm vụ của Sở quý 3"."""
    before = strike(query.folded, [(b.start, b.end) for b in query.bodies])[: query.periods[0].start]
    says = " ".join(before.replace("\x00", " ").split())
    return bool(_TASKS_FOR.search(f"{says} ") or _MUST.search(query.folded))


_MUST = Sought(r"\b(?:phai|can|se) lam\b")


def _has_any_of(library: Library, reports: Numbers, place: str) -> bool:
    """Whether any of the reports is of that place or province, as those of its bodies are."""
    return bool(coded(library.r_issuer[reports], library.filed.issuers_of(place), len(library.issuers)).any())


def _is_just_of(report: ReportEntry, wanted: Period | None) -> bool:
    """Whether the report tells of just that period: what one of a quarter sets out is not what the year is to bring."""
    return wanted is None or report.facts.period is None or report.facts.period == wanted


_TASKS_FOR = pattern_of(
    r"\b(?:phuong huong|nhiem vu|dau viec|cong viec|viec)(?: (?:trong tam|cong tac|chu yeu|cua|trong|nhiem vu|cho))* $"
)


def _own_report_period(query: Query) -> PeriodMention | None:
    """The period that a report is called by: "báo cáo năm 2023", "báo cáo tổng kết quý IV"."""
    return next((m for m in query.periods if _CALLED_REPORT.search(query.folded[: m.start])), None)


_CALLED_REPORT = pattern_of(r"\bbao cao(?: (?:tong ket|so ket|cong tac|cai cach hanh chinh|cchc|ket qua))* $")


# "Báo cáo năm 2023 giao Sở Tài chính làm gì": whose report it is stands before, who is charged behind.
_REPORT_CHARGES = Sought(r"\bbao cao\b.{2,80}?\b(?:giao|phan cong|yeu cau)(?: nhiem vu)?(?: cho)?\s")


def charged_in_report(at: Occasion, query: Query) -> Answer | None:
    """What the report of a period charges a body with; None where it charges nobody or several such reports do."""
    charges, own = _REPORT_CHARGES.search(query.folded), _own_report_period(query)
    if charges is None or own is None or query.references:
        return None
    charged = replace(
        query,
        bodies=tuple(b for b in query.bodies if b.start >= charges.end()),
        periods=tuple(m for m in query.periods if m is not own),
    )
    called = replace(query, periods=(own,), bodies=tuple(b for b in query.bodies if b.end < charges.end()))
    reports = which_reports.fitting_reports(at.library, called, at.today)
    told = [about_tasks.answer_assigned(at.library, charged, at.today, at.wording, report) for report in reports]
    found = [answer for answer in told if answer is not None]
    return found[0] if len(found) == 1 else None


def _of_only_year(query: Query, told_in: Some[ReportEntry], wording: Wording) -> Answer | None:
    """ "Nhiệm vụ 6 tháng cuối năm của Sở …": of the one year for which there are such tasks."""
    mention = next((m for m in query.periods if m.is_open), None)
    if mention is None:
        return None
    years = {year for report in told_in for year in (report.told_on.year, report.told_on.year + 1)}
    found = [about_tasks.answer_tasks(told_in, mention.in_year(year), wording) for year in sorted(years)]
    told = [answer for answer in found if answer is not None]
    return told[0] if len(told) == 1 else None


def _coming(query: Query, today: date) -> list[Period]:
    """ "Quý II phải làm gì?": the one that is not over yet, else the last one."""
    mention = next((m for m in query.periods if m.is_open), None)
    if mention is None:
        return []
    years = [mention.in_year(year) for year in (today.year - 1, today.year, today.year + 1)]
    coming = [period for period in years if period.last >= today]
    return [coming[0], *(period for period in reversed(years) if period.last < today)]


# A report on five months sets the tasks of the second half, one on three quarters those of the last.
_JUNE, _OCTOBER = 6, 10


def _rest_of_year(query: Query, today: date) -> list[Period]:
    """The periods that reports set tasks for and that end with the year, the shortest that is under way or next first."""
    if query.periods or not _TILL_YEAR_END.search(query.folded):
        return []
    coming = [make_period(PeriodKind.QUARTER, 4, today.year)] if today.month >= _OCTOBER else []
    coming += [make_period(PeriodKind.HALF, 2, today.year)] if today.month >= _JUNE else []
    return [*coming, make_period(PeriodKind.YEAR, 0, today.year)]
