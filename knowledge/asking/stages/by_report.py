"""A report itself, what it says as a whole, and what is listed over reports."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers import Answer, Outcome
from knowledge.asking import about_documents, about_plans, about_replaced, about_tasks
from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.figures.counted import DOSSIERS
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.held import ASKS_MOST
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import not_found
from knowledge.asking.reports import about_register_heads, about_reports, signed_by, what_reports_hold, which_reports
from knowledge.asking.sentences import as_told, sections
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.postings import union
from knowledge.asking.stages.by_figure import by_figure, figure_in, sentence_in
from knowledge.asking.stages.kinds import counts_tasks, is_figure
from knowledge.asking.stages.listing import answer_list, answer_rows, asks_list
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.stages.tasks_of_period import (
    asks_plan_of_period,
    asks_tasks_of_period,
    charged_in_report,
    tasks_of_period,
)
from knowledge.grammar.function_words import TASK
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought


def by_section(at: Occasion, query: Query) -> Answer | None:
    """The section of the fitting reports that is asked for: limits, proposals."""
    section = sections.asked_section(query)
    if section is None:
        return None
    addressed = sections.addressees(query)
    own = replace(query, bodies=tuple(b for b in query.bodies if b not in addressed))
    fitting = which_reports.fitting_reports(at.library, own, at.today)
    reports = fitting.among(at.library.reports_telling(section.tells)) or fitting
    subject = sections.section_subject(query)
    return sections.answer_section(at.library, reports, section, subject, at.wording, addressed=addressed)


def by_report(at: Occasion, query: Query) -> Answer | None:
    """A report, its tasks, its summary, or what is listed over reports and registers."""
    library = at.library
    is_report = which_reports.is_about_report(query)
    if is_report and (titled := which_reports.titled_report(library, query)) is not None:
        return answer_of_reports(at, [titled], query)
    if (of_head := _by_signer_or_head(at, query)) is not None:
        return of_head
    if not is_report and (counted := _counted_work(at, query)) is not None:
        return counted
    if not is_report and (assigned := about_tasks.answer_assigned(library, query, at.today, at.wording)) is not None:
        return assigned
    if is_report and (charged := charged_in_report(at, query)) is not None:
        return charged
    if (rows := answer_rows(at, query)) is not None:
        return rows
    if asks_tasks_of_period(query):
        tasks = tasks_of_period(at, query, is_report=is_report)
        return tasks or (None if is_report else about_tasks.answer_duties(library, query, at.today, at.wording))
    if asks_plan_of_period(query) and (tasks := tasks_of_period(at, query, is_report=is_report)) is not None:
        return tasks
    if (planned := about_plans.answer_planned_documents(library, query, at.today, at.wording)) is not None:
        return planned
    if (replaced := about_replaced.answer_replaced(library, query, at.today, at.wording)) is not None:
        return replaced
    beyond = which_reports.subject_beyond(query)
    if _is_overview(query, beyond):
        is_narrowed = query.periods or query.bodies
        reports = _titled_so(_of_level(_meant(at, query, is_report=is_report), query), beyond)
        return what_reports_hold.answer_summary(reports, at.wording) if is_narrowed else None
    if (overview := _overview_of_title(at, query, beyond)) is not None:
        return overview
    if asks_list(query):
        listed = answer_list(at, query, _meant(at, query, is_report=is_report), is_report=is_report)
        if listed is not None:
            return listed
    if ASKS_MOST.search(query.folded):
        return None
    if not is_report or not (query.periods or query.bodies or query.asks("latest")):
        return _of_any_report(at, query) if is_report and not (beyond or query.terms.words) else None
    return _described_report(at, query, _meant(at, query, is_report=is_report), beyond)


def _by_signer_or_head(at: Occasion, query: Query) -> Answer | None:
    """The report that a named person signed, or what the head of a register says of it."""
    signed = signed_by.answer_signed_by(at.library, query, at.today, at.wording)
    return signed or about_register_heads.answer_of_head(at.library, query, at.today, at.wording)


def _of_any_report(at: Occasion, query: Query) -> Answer | None:
    """ "Báo cáo số mấy", with nothing said of which: the only one, one of a few, or that it is not clear."""
    is_of_itself = query.named_type in {None, "Báo cáo"} and query.asks("number", "signer", "published", "when", "who")
    if not (is_of_itself and _SAYS_REPORT.search(query.folded)):
        return None
    reports = _meant(at, query, is_report=True)
    if len(reports) <= _FEW:
        return about_reports.answer_report(reports, query, at.wording)
    words = (
        "Chưa rõ bạn hỏi báo cáo nào: hãy nêu số, kỳ hoặc cơ quan.",
        "Which report? Give its number, period or body.",
    )
    return not_found(at.wording.say(*words))


_SAYS_REPORT = pattern_of(r"\bbao cao\b")
_FEW = 6  # reports that can be offered as buttons


def _counted_work(at: Occasion, query: Query) -> Answer | None:
    """How many tasks a body was given in a period, where a sentence counts them: a register may list only some."""
    if not (query.periods and query.bodies and counts_tasks(query) and query.asks("count")):
        return None
    told = by_figure(at, query)
    return told if told is not None and told.outcome is Outcome.ANSWERED else None


def _meant(at: Occasion, query: Query, *, is_report: bool) -> Some[ReportEntry]:
    """The reports of the bodies and period that are named; of the period alone where such a report is none of theirs."""
    reports = which_reports.fitting_reports(at.library, query, at.today)
    # "Bài trên cổng Bộ Nội vụ": where a page stands is not always who is known to have written it.
    is_of_itself = not query.cues or (query.asks(*_OF_ITSELF) and not which_reports.names_page(query))
    if is_report and not reports and query.bodies and query.periods and not is_of_itself:
        reports = which_reports.fitting_reports(at.library, replace(query, bodies=()), at.today)
    reports = which_reports.without_entries(at.library, reports)
    # "Báo cáo quý III" is the report and not the plan of the same quarter.
    sort = "Báo cáo" if _OPENS_WITH_REPORT.match(query.folded) else query.named_type
    return reports.among(at.library.filed.of_type(sort).numbers) or reports


# "Báo cáo quý I của UBND tỉnh nhắc tới những quyết định nào": whatever it tells of, it is a report.
_OPENS_WITH_REPORT = pattern_of(r"(?:(?:trong|theo) )?bao cao\b")


# What is asked of a report itself, which no other body's report answers.
_OF_ITSELF = ("number", "signer", "when", "who", "about", "published", "summary", "window")


def _of_level(reports: Some[ReportEntry], query: Query) -> Sequence[ReportEntry]:
    """ "Của tỉnh": without the reports of its districts and communes, where any other is left."""
    if query.level != "province" or query.bodies:
        return reports
    return [r for r in reports if r.body.level not in BELOW_PROVINCE] or reports


def _latest(at: Occasion, query: Query, reports: Some[ReportEntry]) -> Some[ReportEntry]:
    """The newest of these; of a báo cáo, none whose number is that of a decision with a table."""
    filed = at.library.filed
    if query.named_type == "Báo cáo":
        called = union([one.numbers for one in (filed.of_type("Báo cáo"), filed.of_type(None), filed.unnumbered)])
        reports = reports.among(called) or reports
    return filed.newest(reports)


def answer_of_reports(at: Occasion, reports: Sequence[ReportEntry], query: Query) -> Answer | None:
    """What is asked of these reports: a summary, a section, what the one says, its own data."""
    if query.asks("summary"):
        return what_reports_hold.answer_summary(reports, at.wording)
    if (section := sections.asked_section(query)) is not None:
        subject = sections.section_subject(query)
        return sections.answer_section(at.library, reports, section, subject, at.wording)
    if query.asks("published") and query.named_type in {None, "Báo cáo"}:
        # "Báo cáo 338 đăng lên cổng ngày nào": its own day, and none of those that it tells of.
        return about_reports.answer_report(reports, query, at.wording)
    if len(reports) == 1 and not which_reports.asks_which(query):
        inside = about_tasks.answer_due_in(at.library, query, reports, at.today, at.wording) or inside_report(
            at, reports[0], query
        )
        if inside is not None:
            return inside
        if (of_it := as_told.asked_of_report(query, at.read)) is not None and of_it[1].naming.words:
            # "Theo báo cáo 97 thì trợ lý ảo bao giờ chạy?": its own day is no answer.
            return as_told.answer_as_told(at.library, query, at.today, at.read)
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
        charged = about_tasks.answer_assigned(at.library, query, at.today, at.wording, report) if query.bodies else None
        if charged is not None:
            return charged
        return about_tasks.answer_tasks([report], None, at.wording)
    beyond = which_reports.subject_beyond(query)
    if query.asks("list") and not (beyond - {"#legal_document"}):
        return what_reports_hold.answer_documents_of(report, query, at.wording)
    if query.asks("window"):
        told = figure_in(at, report, query)
        if told is None or (told.outcome is Outcome.CLARIFY and beyond <= DOSSIERS and report.facts.window):
            # "Số liệu hồ sơ của báo cáo chốt đến ngày nào": where its figures have several windows, that of the whole.
            return about_reports.answer_window(report, at.wording) or told
        return told
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
    by_index = {r.index: r for r in reports} if named else {}
    for document in named.told_in(by_index):
        if document.type == "Tờ trình" and query.named_type != document.type:
            continue  # what submits it is not it
        telling_reports = {m.report for m in document.mentions} & by_index.keys()
        if len(telling_reports) == 1:
            report = by_index[telling_reports.pop()]
            as_of = replace(query, periods=())
            return about_documents.answer_documents(
                at.library, [document], as_of, report.told_on, at.wording, scope=report
            )
    return None


def _is_overview(query: Query, beyond: frozenset[str]) -> bool:
    if query.asks("summary") or _asks_of_body(query, beyond):
        return True
    return (
        query.asks("overall")
        and "#reform" in query.terms.words
        and not beyond
        and not query.terms.dimensions
        and not query.asks("count")
    )


def _asks_of_body(query: Query, beyond: frozenset[str]) -> bool:
    """ "Tình hình 6 tháng đầu năm ở xã … sao rồi": all that its report of that time tells."""
    says_else = (
        beyond or query.terms.dimensions or query.references or query.claim or query.named_type not in {None, "Báo cáo"}
    )
    if says_else or query.cues.keys() - {"overall", "status"} or not query.asks("overall"):
        return False
    return bool(query.periods and query.bodies and _OPENS_OVERALL.match(query.folded))


_OPENS_OVERALL = pattern_of(r"(?:(?:cho|xin|hoi|biet|em|anh|chi|toi|ve) )*(?:ket qua|tinh hinh)\b")


def _titled_so(reports: Sequence[ReportEntry], beyond: frozenset[str]) -> Sequence[ReportEntry]:
    """Of several reports the one whose title says what is asked about: "công tác kiểm soát thủ tục hành chính năm 2020"; else all."""
    named = [report for report in reports if beyond <= report.terms.words] if beyond and len(reports) > 1 else []
    return named if len(named) == 1 else reports


def _overview_of_title(at: Occasion, query: Query, beyond: frozenset[str]) -> Answer | None:
    """ "Tình hình một cửa ở huyện … ra sao?": the summary of the one report whose title is about just that."""
    beyond -= {"hoat", "dong", "#operating"}  # "hoạt động thế nào"
    if not (query.asks("overall") and query.terms.words and query.bodies and query.periods):
        return None
    if query.asks(*_FIGURES) or query.terms.dimensions or query.references:
        return None
    reports = _meant(at, query, is_report=True)
    is_about_it = len(reports) == 1 and beyond <= reports[0].terms.words
    return what_reports_hold.answer_summary(reports, at.wording) if is_about_it else None


_FIGURES = ("count", "percent", "money", "rank", "score", "compare", "trend", "status", "when")


def _described_report(at: Occasion, query: Query, reports: Some[ReportEntry], beyond: frozenset[str]) -> Answer | None:
    """The reports that are described by period and body: their own data, or what the one says."""
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


_ASKS_OF_WORK = Sought(rf"\b{TASK} nao\b|\bcon so\b|\blam (?:gi|nhung gi)\b")
