"""One quantity, or the sentence that tells what no figure does."""

from dataclasses import replace
from functools import cache

from knowledge.answers import Answer, Outcome
from knowledge.asking import asked_together
from knowledge.asking.bodies import body_distance
from knowledge.asking.conversation.follows import asks_only_type
from knowledge.asking.figures import (
    about_figures,
    combining,
    computed_shares,
    left_undone,
    not_late,
    several,
    sorts_of_people,
    staff_there,
    summed_levels,
)
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import ReportEntry
from knowledge.asking.most.columns import total_of
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.held import ASKS_MOST, Claim
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import nothing_found, shorten
from knowledge.asking.reports import about_reports, which_reports
from knowledge.asking.sentences import existence, telling, turned
from knowledge.asking.stages.by_comparison import are_two_times, compares
from knowledge.asking.stages.kinds import (
    FEWEST_PARTS,
    WHICH_WORK,
    is_bare,
    is_figure,
    is_terse,
    says_which,
    with_default_terms,
)
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.words.things import sorts_asked
from knowledge.facts import Measure, PeriodKind
from knowledge.grammar.function_words import NOT
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import make_period
from knowledge.vocabulary.loading import load_vocabulary

# "Có đạt mục tiêu … không": the target alone is no answer.
_ASKS_WHETHER_MET = Sought(
    lambda: (
        rf"\bco (?:dat|vuot|hoan thanh)\b.*\bkhong\b|\b(?:dat|vuot|hoan thanh)(?: duoc| qua)? (?:chi tieu|muc tieu|ke hoach)\b.*\b{NOT}{polite_end()}"
    )
)


def by_figure(at: Occasion, query: Query) -> Answer | None:
    """The one figure that agrees with all that was said."""
    answer = _figure(at, query)
    if answer is None or answer.outcome is not Outcome.ANSWERED or not _asks_which_besides(query):
        return answer
    # "Giải thể phòng nào, còn lại mấy phòng": the number alone is half an answer, its sentence may be the whole.
    said = answer.quotes[0].text if answer.quotes else "|"
    return None if "|" in said else replace(answer, direct=shorten(said), context="")


_ASKS_WHICH_THING = Sought(lambda: rf"\b(?:{sorts_asked()})(?: [a-z]+){{0,3}}? nao\b")


def _asks_which_besides(query: Query) -> bool:
    return query.counts == 1 and query.asks("count") and bool(_ASKS_WHICH_BESIDES.search(query.folded))


_ASKS_WHICH_BESIDES = Sought(r"\b(?<!the )nao\b(?! (?:do|khac)\b)")


_OF_YEAR_BEFORE = Sought(r"^(?!.*\b(?:so|tang|giam|hon|kem|voi)\b).*\bcung ky\b")


def _how_long(at: Occasion, query: Query) -> Answer | None:
    """From which day to which something lasted, by the sentence that says so; in the year that is named."""
    told = at.sentence(query) or at.sentence(query, at.wanted(query).with_period(None))
    years = {str(mention.year) for mention in query.periods if mention.year}
    return told if told is not None and all(year in told.direct for year in years) else None


@cache
def _lasting() -> frozenset[str]:
    """What itself lasts from one day to another; of other things such days are those of the report's data."""
    return frozenset(load_vocabulary("happenings")["lasting"]["words"])


def _figure(at: Occasion, query: Query) -> Answer | None:
    """The one figure, or those that are only told together."""
    if not _asks_figure(query):
        return None
    wanted = at.wanted(query)
    if len(query.terms.dimensions.get("posts", ())) > 1:
        return _both_posts(at, query, wanted)
    if query.claim is None and (
        query.asks("verify") or _asks_change_only(query, wanted) or (compares(query) and are_two_times(query))
    ):
        # One value is no comparison, and no "đúng không" is answered by a figure that nobody held up.
        return None
    if several.names_several_times(query) and not query.asks("window", "compare", "trend") and query.claim is None:
        return None  # "Quý I và quý II tổng cộng bao nhiêu": the figure of the first is half an answer
    if _OF_YEAR_BEFORE.search(query.folded) and not any(m.resolve(at.today) for m in query.periods):
        return None  # "Cùng kỳ trực tuyến bao nhiêu %": of which time is not said, and no figure of now is it
    if query.asks("window") and query.terms.topics & _lasting():
        return _how_long(at, query)
    if query.asks("window"):
        if (own := _window_of_own(at, query)) is not None:
            return own
        wanted = with_default_terms(wanted)
    if query.asks_before_and_after:
        both = combining.answer_moments(at.library, wanted, at.wording)
        # One of the two, or by how many it changed, is half an answer.
        return both or turned.answer_turned(at.library, query, at.today, at.wording)
    if query.asks("rank") and query.asks("score"):
        both = combining.answer_rank_and_score(at.library, query, wanted, at.today, at.wording)
        if both is not None:
            return both
    if query.counts >= FEWEST_PARTS and says_which(query) and (told := at.sentence(query, wanted)) is not None:
        return told
    if query.negated:
        # Never the figure of what is negated: it would say the opposite of what was asked.
        return combining.answer_negated(at.library, query, wanted, at.wording)
    return _told_or_worked_out(at, query, wanted)


def _told_or_worked_out(at: Occasion, query: Query, wanted: FigureQuery) -> Answer | None:
    """What a report states, else what follows from the numbers that one sentence holds together."""
    answer = sorts_of_people.answer_people(at.library, query, wanted, at.wording)
    answer = answer or about_figures.answer_figure(at.library, query, wanted, at.today, at.wording)
    answer = answer or left_undone.answer_left_undone(at.library, query, wanted, at.wording)
    answer = answer or summed_levels.answer_summed_levels(at.library, query, wanted, at.wording)
    answer = answer or _of_plan(at, query, wanted)
    if query.asks("window") and query.periods and (answer is None or answer.outcome is not Outcome.ANSWERED):
        return _window(at, query, is_told=answer is not None and answer.outcome is Outcome.NOT_FOUND) or answer
    answer = answer or not_late.answer_not_late(at.library, query, wanted, at.wording)
    answer = answer or computed_shares.answer_computed_share(at.library, query, wanted, at.wording, total_of)
    answer = answer or _told_by_change(at, query, wanted)
    answer = answer or staff_there.answer_staff_there(at.library, query, wanted, at.today, at.wording)
    return answer or existence.answer_none_late(at.library, query, wanted, at.wording)


def _asks_figure(query: Query) -> bool:
    """Whether one figure can answer."""
    if not (is_figure(query) or is_terse(query) or is_bare(query)):
        return False
    if not is_figure(query) and _asks_which(query):
        return False  # "đơn vị nào bị giải thể": no number of them is one of them
    return not ASKS_MOST.search(query.folded) and (
        query.claim is not None or not _ASKS_WHETHER_MET.search(query.folded)
    )


def _asks_which(query: Query) -> bool:
    """ "Đơn vị nào", "việc nào quan trọng nhất": one of several, which no number of them is."""
    return bool(_ASKS_WHICH_THING.search(query.folded) or WHICH_WORK.search(query.folded))


def _asks_change_only(query: Query, wanted: FigureQuery) -> bool:
    return query.asks("compare", "trend") and Measure.CHANGE not in wanted.measures


def _window(at: Occasion, query: Query, *, is_told: bool) -> Answer | None:
    """The days of the one report on the period, where a figure is told without its own or none is asked for."""
    reports = which_reports.without_entries(at.library, which_reports.fitting_reports(at.library, query, at.today))
    is_of_report = is_told or not query.terms.words - {"#dossier", "#reform"}
    return about_reports.answer_window(reports[0], at.wording) if is_of_report and len(reports) == 1 else None


def _window_of_own(at: Occasion, query: Query) -> Answer | None:
    """The days of the body's own report on the period, where no figure of it is named: "Số liệu quý III của phường …"."""
    if len(query.bodies) != 1 or not query.periods or query.terms.words or query.terms.dimensions:
        return None
    reports = which_reports.without_entries(at.library, which_reports.fitting_reports(at.library, query, at.today))
    asked = query.periods[0].resolve(at.today)
    if len(reports) != 1 or asked is None or not which_reports.is_of_period(reports[0], asked):
        return None
    if body_distance(reports[0], None, query.bodies, is_row=False) != 0:
        return None
    return about_reports.answer_window(reports[0], at.wording)


def _told_by_change(at: Occasion, query: Query, wanted: FigureQuery) -> Answer | None:
    """What changed where no figure says by how much: from how many to how many, or how many there are."""
    if query.claim is not None:
        if not (_is_change(query.claim) and "direction" in query.terms.dimensions):
            return None
        # "Giảm 1 phòng đúng không", where the report says from how many to how many.
        return combining.answer_moments(at.library, wanted, at.wording, query.claim)
    if Measure.CHANGE not in wanted.measures or query.asks("compare"):
        return None
    if (difference := combining.answer_moments(at.library, wanted, at.wording)) is not None:
        return difference
    # Where money was asked for, no number of people or things answers.
    sorts = {Measure.MONEY} if query.asks("money") else {Measure.COUNT, Measure.RATIO, Measure.MONEY}
    levels = replace(wanted, measures=frozenset(sorts))
    return about_figures.answer_figure(at.library, query, levels, at.today, at.wording)


def _is_change(claim: Claim) -> bool:
    return claim.comparator == "equal" and not (claim.is_percent or claim.is_money or claim.is_rank)


def _both_posts(at: Occasion, query: Query, wanted: FigureQuery) -> Answer | None:
    """ "Được giao bao nhiêu biên chế, có mặt mấy người?": both or neither."""
    found = []
    for post in ("assigned", "present"):
        terms = replace(
            query.terms,
            dimensions={**query.terms.dimensions, "posts": frozenset({post})},
            words=query.terms.words - {"nguoi"},
        )
        one = replace(wanted, terms=terms, unit="")
        answer = about_figures.answer_figure(at.library, query, one, at.today, at.wording)
        if answer is None and post == "assigned" and wanted.period is not None:
            # Posts are assigned for a year.
            whole_year = make_period(PeriodKind.YEAR, 0, wanted.period.first.year)
            answer = about_figures.answer_figure(at.library, query, one.with_period(whole_year), at.today, at.wording)
        if answer is None or answer.outcome is not Outcome.ANSWERED:
            return None
        found.append(answer)
    return asked_together.told_together(found)


# "Kế hoạch cải cách hành chính năm 2023 có bao nhiêu nhiệm vụ?": the year is the plan's, and no period of the figure.
_YEAR_OF_PLAN = Sought(r"\b(?:ke hoach|chuong trinh)\b(?: \w+){0,6}? nam 20\d\d\b")


def _of_plan(at: Occasion, query: Query, wanted: FigureQuery) -> Answer | None:
    """The one figure that a report of the year of a plan tells of it."""
    says_what = bool(query.unit) or query.asks("percent", "money")
    if not says_what or wanted.period is None or not _YEAR_OF_PLAN.search(query.folded):
        return None
    answer = about_figures.answer_figure(at.library, query, wanted.with_period(None), at.today, at.wording)
    if answer is None or answer.outcome is not Outcome.ANSWERED:
        return None
    told_in = at.library.filed.with_id(answer.topic.report_id)
    return answer if told_in is not None and told_in.told_on.year == wanted.period.first.year else None


# So large a number is one of dossiers or the like, and none of a day, a quarter or a plan.
_COUNTED = 100


def by_sentence(at: Occasion, query: Query) -> Answer | None:
    """A day, a state or a fact in the report's own words."""
    if query.asks("tasks") and not is_figure(query):
        return None  # one sentence is one of the tasks
    if asks_only_type(query) and not (query.bodies or query.periods or query.dates or query.is_follow_up):
        return None  # any sentence on any such document would do
    if query.asks("window") and any(v >= _COUNTED and not at.library.figures_of_value(v) for v in query.values):
        return None  # the days of a number that no report tells are those of no other
    return at.sentence(query)


def nothing(at: Occasion, query: Query) -> Answer:
    """That nothing was found, with what there is of the figure in other periods."""
    wanted = at.wanted(query)
    near = about_figures.answer_absent(at.library, wanted, query, at.wording) if is_figure(query) else None
    return near or nothing_found(at.wording)


def figure_in(at: Occasion, report: ReportEntry, query: Query) -> Answer | None:
    """The figure as the one report tells it."""
    wanted = replace(at.wanted(query), report=report)
    if report.facts.period in {p.resolve(at.today) for p in query.periods} | {None}:
        wanted = replace(wanted, period=report.facts.period, kind_index=None)
    return about_figures.answer_figure(at.library, query, wanted, at.today, at.wording) if is_figure(query) else None


def sentence_in(at: Occasion, report: ReportEntry, query: Query) -> Answer | None:
    """The sentence of the one report that tells it."""
    wanted = replace(at.wanted(query), report=report, period=None, kind_index=None, bodies=query.bodies)
    return telling.answer_statement(at.library, query, wanted, at.wording)
