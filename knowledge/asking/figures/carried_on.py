"""How many dossiers went on into the next period: "còn bao nhiêu hồ sơ chuyển sang năm 2021", "chuyển kỳ sau mấy hồ sơ".

They are told by the report of the period before, whichever of the two the question names.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.figures.about_figures import told_figure
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.meant import Found, find, groups_of
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.facts import Measure, Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import previous_period

_ASKED = Sought(
    rf"\b{HOW_MANY} (?:bo )?ho so\b.*\bchuyen (?:tiep )?(?:sang |qua )?(?P<to>ky sau|quy sau|nam sau|thang sau|(?=quy\b|nam\b|thang\b))"
)
# As reports say that they went on; "năm 2019 chuyển sang" came from before.
_WENT_ON = pattern_of(r"\bchuyen (?:tiep )?(?:sang |qua )?(?:ky sau|quy|nam|thang)\b")
_SORTS: tuple[dict[str, frozenset[str]], ...] = (
    {"stage": frozenset({"carried"})},
    {},
    {"timeliness": frozenset({"not_due"})},
)


def answer_carried_on(
    library: Library, query: Query, wanted: Callable[[Query], FigureQuery], today: date, wording: Wording
) -> Answer | None:
    """How many went on, where the reports of that period tell one number; None of any other question."""
    asked = _ASKED.search(query.folded)
    if asked is None or query.claim is not None or query.terms.topics - {"#dossier"}:
        return None
    period = _period_before(query, asked.end(), today)
    if period is None:
        return None
    for dimensions in _SORTS:
        terms = Terms(dimensions, frozenset({"#dossier"}))
        measures = frozenset({Measure.COUNT})
        found = find(library, replace(wanted(query).with_period(period), terms=terms, measures=measures), _WENT_ON)
        if found is not None:
            return _told(found, wording)
    return None


def _told(found: Found, wording: Wording) -> Answer | None:
    if len(groups_of(found)) != 1:
        return None
    many = wording.amount(found.best.figure.written)
    return told_figure(found.best, f"{many} {wording.say('chuyển sang kỳ sau', 'carried over')}", wording)


def _period_before(query: Query, onward: int, today: date) -> Period | None:
    """The period at whose end they were left: the one that is named besides, else the one before that into which they went."""
    into = [m for m in query.periods if m.start >= onward]
    others = [m for m in query.periods if m.start < onward]
    if others:
        return _resolve(others[0], into, today)
    return previous_period(period) if into and (period := into[0].resolve(today)) is not None else None


def _resolve(mention: PeriodMention, into: list[PeriodMention], today: date) -> Period | None:
    """The period with its year, which the one behind it may give: "quý I chuyển sang quý II/2023"."""
    if (period := mention.resolve(today)) is not None:
        return period
    years = [m.year for m in into if m.year is not None]
    return mention.in_year(years[0]) if years and mention.is_open else None
