"""The stages that a question goes through once it is understood, in the order of certainty.

What is named exactly comes first (documents, reports), then what is asked of them, then figures, then sentences.
The first that finds something of the kind that was asked for answers.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from knowledge.answers import Answer, Outcome
from knowledge.asking import about_plan_progress, about_targets
from knowledge.asking.apparatus import answer_makeup
from knowledge.asking.figures import about_values, carried_on, whether_moved
from knowledge.asking.fulfilling import fulfils
from knowledge.asking.most import answer_each, answer_most
from knowledge.asking.reading.months_together import months_as_one
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import IN_REPORT
from knowledge.asking.reports.which_reports import fitting_reports, is_by, referenced_reports
from knowledge.asking.sentences import (
    all_done,
    all_of_them,
    as_told,
    belongs,
    classed,
    corrected,
    counted_in_words,
    done_since,
    enumerating,
    existence,
    happened,
    in_force_until,
    lacking,
    left_over,
    mergers,
    not_among,
    placing,
    posts,
    reasons,
    reorganising,
    set_up,
    some_not,
    standing,
)
from knowledge.asking.stages.as_it_stood import by_newest_sentence, by_report_as_it_stood
from knowledge.asking.stages.by_called import by_called
from knowledge.asking.stages.by_comparison import by_comparison, compares
from knowledge.asking.stages.by_figure import by_figure, nothing
from knowledge.asking.stages.by_name import by_name, by_row, by_task, by_task_to_come
from knowledge.asking.stages.by_number import by_reference
from knowledge.asking.stages.by_parts import by_parts
from knowledge.asking.stages.by_report import by_section
from knowledge.asking.stages.kinds import leaves_out_most
from knowledge.asking.stages.listing import answer_counted
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.tables import answer_marked_row, answer_of_table, answer_which_rows
from knowledge.grammar.sought import Sought

Stage = Callable[[Occasion, Query], Answer | None]


ORDER: Mapping[str, Stage] = {
    "reason": lambda at, query: reasons.answer_why(at.library, query, at.today, at.wording),
    "plan progress": lambda at, query: about_plan_progress.answer_plan_progress(
        at.library, query, at.today, at.wording
    ),
    "all of them": lambda at, query: done_since.or_done_since(
        at.library,
        query,
        all_of_them.answer_all(at.library, query, at.wanted, at.wording)
        or all_done.answer_all_done(at.library, query, at.wanted, at.wording),
        at.wording,
    ),
    "correction": lambda at, query: corrected.answer_correction(at.library, query, at.wording),
    "marked row": lambda at, query: answer_marked_row(at.library, query, at.today, at.wording),
    "reference": by_reference,
    "section": by_section,
    "change": lambda at, query: (
        mergers.answer_merger(at.library, query, at.wording)
        or reorganising.answer_change(at.library, query, at.today, at.wording)
    ),
    "post": lambda at, query: posts.answer_post(at.library, query, at.today, at.wording),
    "placing": lambda at, query: placing.answer_placed(at.library, query, at.today, at.wording),
    "class": lambda at, query: classed.answer_class(at.library, query, at.today, at.wording),
    "most": lambda at, query: (
        answer_most(at.library, query, at.today, at.wording) or answer_each(at.library, query, at.today, at.wording)
    ),
    "enumeration": lambda at, query: (
        left_over.answer_left(at.library, query, at.today)
        or enumerating.answer_which(at.library, query, at.today)
        or set_up.answer_set_up(at.library, query, at.today)
        or lacking.answer_lacking(at.library, query, at.today)
    ),
    "row": by_row,
    "value": lambda at, query: about_values.answer_value(at.library, query, at.today, at.wording),
    "makeup": lambda at, query: answer_makeup(at.library, query, at.today, at.wording),
    "carried on": lambda at, query: carried_on.answer_carried_on(at.library, query, at.wanted, at.today, at.wording),
    "report": by_report_as_it_stood,
    "parts": by_parts,
    "comparison": by_comparison,
    "whether moved": lambda at, query: (
        None if compares(query) else whether_moved.answer_whether_moved(at.library, query, at.wanted, at.wording)
    ),
    "target": lambda at, query: about_targets.answer_targets(at.library, query, at.today, at.wording),
    "belonging": lambda at, query: belongs.answer_belongs(at.library, query),
    "standing": lambda at, query: (
        standing.answer_standing(at.library, query, at.today, at.wording)
        or in_force_until.answer_until(at.library, query, at.today, at.wording)
    ),
    "name": by_name,
    "task": by_task,
    "rows of tables": lambda at, query: answer_which_rows(at.library, query, at.today, at.wording),
    "existence": lambda at, query: (
        some_not.answer_some_not(at.library, query, at.wanted(query), at.wording)
        or existence.answer_existence(at.library, query, at.today, at.wording)
        or not_among.answer_not_among(at.library, query, at.today, at.wording)
    ),
    "figure": by_figure,
    "as told": lambda at, query: as_told.answer_as_told(at.library, query, at.today, at.read),
    "sentence": by_newest_sentence,
    "task to come": by_task_to_come,
    "named thing": by_called,
    "happened": lambda at, query: happened.answer_happened(at.library, query, at.today, at.wording),
    "counted rows": answer_counted,
    "table": lambda at, query: answer_of_table(at.library, query, at.today, at.wording),
    "counted in words": lambda at, query: counted_in_words.answer_counted_in_words(at.library, query, at.wanted(query)),
}


# What these find is one sentence as it stands.
_ONE_SENTENCE = frozenset({"enumeration", "as told", "sentence", "happened"})


def _is_of_named_report(at: Occasion, query: Query, answer: Answer) -> bool:
    """ "Theo báo cáo 139 thì …", "theo báo cáo của đặc khu Vân Sa thì …": whether it is told in that report, where it is known."""
    if answer.outcome is not Outcome.ANSWERED or not answer.quotes or not IN_REPORT.search(query.folded):
        return True
    named = {one.id for reference in query.references for one in referenced_reports(at.library, reference)}
    if not query.references and (whose := _OF_REPORT_BY.search(query.folded)):
        reporting = replace(query, bodies=tuple(b for b in query.bodies if b.start in range(*whose.span())))
        told = [report for quote in answer.quotes if (report := at.library.filed.with_id(quote.report_id))]
        return not reporting.bodies or any(is_by(report, reporting) for report in told)
    called = tuple(m for m in query.periods if _OF_REPORT_FOR.search(query.folded[: m.start]))
    if not query.references and called:
        fitting = fitting_reports(at.library, replace(query, periods=called), at.today)
        named = {report.id for report in fitting} if len(fitting) <= _MOST_NAMED else set()
    return not named or any(quote.report_id in named for quote in answer.quotes)


# Whose report it is said to be by, up to what is asked of it.
_OF_REPORT_BY = Sought(r"\b(?:theo|trong) (?:ban )?bao cao [a-z0-9/ ]{0,40}?cua .{3,60}?(?= thi\b|,)")


# "Theo báo cáo tháng 9/2025, …": the report is called by its time.
_OF_REPORT_FOR = Sought(
    r"\b(?:theo|trong|tai) (?:ban )?bao cao (?:cong tac |ket qua |so ket |cai cach hanh chinh |cua )*$"
)
_MOST_NAMED = 20


def answer_alone(at: Occasion, query: Query, stages: Mapping[str, Stage] = ORDER) -> Answer:
    """The answer to a question that needs no other to mean something."""
    return find_answer(at, query, stages) or _of_months_as_one(at, query, stages) or nothing(at, query)


def _of_months_as_one(at: Occasion, query: Query, stages: Mapping[str, Stage]) -> Answer | None:
    """What is told from the first to the last of the months that are named, where nothing is told of each."""
    as_one = (
        months_as_one(query.text) if len(query.periods) >= _SEVERAL_MONTHS or _AND_YEAR.search(query.folded) else None
    )
    found = find_answer(at, at.read(as_one), stages) if as_one else None
    return found if found is not None and found.outcome is Outcome.ANSWERED else None


_SEVERAL_MONTHS = 2
_AND_YEAR = Sought(r"\band [a-z]+ 20\d\d\b")


def find_answer(at: Occasion, query: Query, stages: Mapping[str, Stage] = ORDER, *, last: str = "") -> Answer | None:
    """What the stages find, none of them after the one that is called `last`; None where that is nothing."""
    for name, stage in stages.items():
        answer = stage(at, query)
        if answer is not None and answer.outcome is Outcome.NOT_FOUND:
            # What one stage knows that no document or figure tells may stand in a table.
            answer = answer_of_table(at.library, query, at.today, at.wording) or answer
        if answer is not None and name in _ONE_SENTENCE and leaves_out_most(query, answer):
            answer = None
        if answer is not None and fulfils(query, answer):
            if _is_of_named_report(at, query, answer):
                return corrected.as_corrected(at.library, query, answer, at.wording)
            answer = None
        if name == last or (answer is not None and query.references):
            return None
    return None
