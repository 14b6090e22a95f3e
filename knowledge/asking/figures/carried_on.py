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
from knowledge.grammar.year_parts import next_period, previous_period

_ASKED = Sought(
    rf"^(?=.*\b(?:{HOW_MANY}|so|so luong) (?:bo )?ho so\b|.*\bho so\b.*\b{HOW_MANY}\b).*\bchuyen (?:tiep )?(?:{HOW_MANY} (?:bo )?ho so )?"
    # "Chuyển từ năm 2022 sang năm 2023"
    r"(?:tu (?:(?:quy|nam|thang) )?[\w/]{1,9}(?: nam \d{4}|/\d{4})? (?=sang|qua))?(?:sang |qua )?"
    r"(?P<to>ky sau|quy sau|nam sau|thang sau|(?=quy\b|nam\b|thang\b|20\d\d\b))"
)
# As reports say that they went on, and that they came from before: "năm 2019 chuyển sang".
_WENT_ON = pattern_of(r"\bchuyen (?:tiep )?(?:sang |qua )?(?:ky sau|quy|nam|thang)\b")
_CAME = pattern_of(
    r"\b(?:ky|quy|nam|thang)(?: (?:truoc|\d{4}|[ivx]+|\d{1,2})){1,2}(?:/\d{4}| nam \d{4})? (?:con )?(?:chuyen|ton)\b|\b(?:chuyen|ton) (?:tu )?(?:ky|quy|nam|thang) truoc\b"
)
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
            return _told(found, wording.say("chuyển sang kỳ sau", "carried over"), wording)
    # Where the report of the period before is not there, the next one tells with how many it began.
    came = wanted(query).with_period(next_period(period))
    terms = Terms(_SORTS[0], frozenset({"#dossier"}))
    found = find(library, replace(came, terms=terms, measures=frozenset({Measure.COUNT})), _CAME)
    return _told(found, wording.say("kỳ trước chuyển sang", "carried over from before"), wording) if found else None


def _told(found: Found, words: str, wording: Wording) -> Answer | None:
    if len(groups_of(found)) != 1:
        return None
    return told_figure(found.best, f"{wording.amount(found.best.figure.written)} {words}", wording)


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
