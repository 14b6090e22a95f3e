"""What is listed over reports and registers: the rows of a register, documents, the reports themselves."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking import about_documents, about_work_lists
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.asked_cues import WHICH_LATE
from knowledge.asking.reading.cues import ENDS_WITH_YET
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.references import named_types, types_beside_any
from knowledge.asking.reading.striking import strike
from knowledge.asking.reports import about_registers, rows_of_registers, what_reports_hold, which_reports
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.words.framing import framing
from knowledge.grammar.function_words import SEVERAL
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import words_of_states
from knowledge.grammar.sought import Sought


def answer_rows(at: Occasion, query: Query) -> Answer | None:
    """The rows of a list of work or of a register that are asked for as such; None of any other question."""
    of_register = rows_of_registers.answer_rows_of_register(at.library, query, at.wording, at.today)
    if of_register is not None:
        return of_register
    for look in (about_work_lists.answer_coded, about_work_lists.answer_in_state):
        if (row := look(at.library, query, at.today, at.wording)) is not None:
            return row
    if not (_IN_REGISTER.search(query.folded) or WHICH_LATE.search(query.folded)):
        return None
    if not _WHICH_ROWS.search(query.folded) and about_documents.state_of(at.library, query) is None:
        return None
    return about_documents.answer_list(at.library, query, at.today, at.wording)


def answer_counted(at: Occasion, query: Query) -> Answer | None:
    """ "Có mấy văn bản quá hạn?", where no report says how many: those that the registers list."""
    if query.periods or query.asks("percent", "trend", "compare") or not _COUNTED_ROWS.search(query.folded):
        return None
    return about_documents.answer_list(at.library, query, at.today, at.wording)


_COUNTED_ROWS = Sought(
    lambda: (
        r"\b(?:bao nhieu|may|how many) (?:van ban|cong van|quyet dinh|ke hoach|nhiem vu|dau viec|viec|documents?|tasks?)\b"
        rf".*\b(?:{words_of_states('late', 'under_way', 'done_by_now')})\b"
    )
)
# "Những phản ánh nào", beside a state the only way in which rows are asked for.
_WHICH_ROWS = Sought(rf"\b{SEVERAL} (?:phan anh|kien nghi) (?:nao|gi)\b")
# "Những nhiệm vụ nào chưa thực hiện trong sổ theo dõi": rows of a register, and no report's list of tasks.
_IN_REGISTER = Sought(r"\b(?:so|bang) theo doi\b|\b(?:trong|theo) (?:so|danh muc|bang)\b|^danh muc\b")


def asks_list(query: Query) -> bool:
    """Whether several things are to be named, or which of them are overdue."""
    if query.asks("list") and not query.asks("percent", "trend"):
        return True
    if query.periods and not query.naming.words and _WHICH_OF_TIME.search(query.folded):
        return True
    return query.asks("overdue") and not _is_of_one(query)


# "Quyết định nào ban hành trong quý II": by its time alone no one document is meant.
_WHICH_OF_TIME = Sought(r"\b(?:quyet dinh|ke hoach|cong van|chi thi|nghi quyet|thong bao) nao\b")


def _is_of_one(query: Query) -> bool:
    """ "Việc kết nối phần mềm … đã quá hạn chưa?" asks of the one, and of no list."""
    if query.asks("list"):
        return False
    names_matter = bool(query.naming.words and _ONE_MATTER.match(query.folded))
    names_matter = names_matter or bool(
        query.naming.words - {"#reform"} and _ONE_TASK.match(query.folded) and ENDS_WITH_YET.search(query.folded)
    )
    counts = query.asks("count") and bool(query.periods)
    return len(query.naming.words) >= _FEWEST_WORDS_OF_ONE or names_matter or counts


_ONE_MATTER = pattern_of(r"(?:cai )?(?:viec|vu|chuyen)\b(?! nao\b)")
_ONE_TASK = pattern_of(r"(?:nhiem vu|cong viec|de an|du an)\b(?! (?:nao|gi)\b)")
# So many words tell one task from the others.
_FEWEST_WORDS_OF_ONE = 3


def answer_list(at: Occasion, query: Query, reports: Sequence[ReportEntry], *, is_report: bool) -> Answer | None:
    """What is listed: reports, documents in a state or of the one report of these, rows of registers."""
    if is_report and not query.asks("trend") and not _NAMES_DOCUMENTS.search(query.folded):
        by_body = which_reports.fitting_reports(at.library, query, at.today, by_period=False)
        by_body = which_reports.without_entries(at.library, by_body)
        return what_reports_hold.answer_report_list(which_reports.within(by_body, query, at.today), at.wording)
    # "Theo sổ theo dõi, Sở Nội vụ phải thực hiện những văn bản nào": whom they charge, whosever the register is.
    charges = bool(query.bodies) and bool(_HAS_TO.search(query.folded))
    if not is_report and not charges and (documents := _documents(at, query, reports)) is not None:
        return documents
    counts_dossiers = "#dossier" in query.terms.words and "van ban" not in query.folded
    if (charges or not (is_report and query.periods)) and not counts_dossiers:
        register = about_registers.answer_register(at.library, query, at.wording)
        if register is not None:
            return register
    is_of_documents = not about_registers.lists_bodies(query)
    if (
        len(reports) == 1
        and is_of_documents
        and query.asks("list")
        and not (which_reports.subject_beyond(query) - framing("directing") - {"#legal_document"})
    ):
        types = [t for t in _document_types(query) if t != "Báo cáo"]
        of_type = replace(query, named_type=types[0] if types else None)
        return what_reports_hold.answer_documents_of(reports[0], of_type, at.wording)
    return None


_HAS_TO = Sought(
    r"\b(?:phai|duoc giao|chiu trach nhiem|co trach nhiem) (?:chu tri |phoi hop )?(?:thuc hien|trien khai|lam|xu ly|tham muu)\b"
)
_NAMES_DOCUMENTS = Sought(
    r"van ban|quyet dinh|ke hoach|cong van|nghi dinh|nghi quyet|chi thi|thong tu|to trinh",
)


def _documents(at: Occasion, query: Query, reports: Sequence[ReportEntry]) -> Answer | None:
    """The documents of the one report of the period, where no state is named; else those that fit of all."""
    is_of_report = len(reports) == 1 and bool(query.periods) and "van ban" in query.folded
    if is_of_report and about_documents.state_of(at.library, query) is None:
        told = what_reports_hold.answer_documents_of(reports[0], query, at.wording)
        if told is not None:
            return told
    return about_documents.answer_list(at.library, query, at.today, at.wording)


def _document_types(query: Query) -> list[str]:
    """The types of document that it names, beside the names of bodies; none where any other is asked for as well."""
    bodies = [(body.start, body.end) for body in query.bodies]
    return named_types(strike(query.folded, [*bodies, *types_beside_any(query.folded)]))
