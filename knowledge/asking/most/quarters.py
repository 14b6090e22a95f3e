"""Which quarter was most or least: "quý nào tiếp nhận nhiều nhất", by the run over the quarters of the year."""

import re
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.figures.trends import answer_trend
from knowledge.asking.figures.wanting import figure_query
from knowledge.asking.library import Library
from knowledge.asking.most.asked import Asked
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered
from knowledge.facts import PeriodKind
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought

_END = Sought(r"\b(?:nhieu|cao|lon|it|thap|nho)(?= )|\bnhat\b|\bquy nao\b")
_ALL = 4


def answer_quarter(library: Library, query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    """The quarter at that end with the others beside it; None where not every quarter of the year that is over is told."""
    words = " ".join(_END.sub(" ", query.folded).split())
    asking = replace(query, folded=f"{words} cac quy", cues={**query.cues, "trend": (0, 0)}, periods=_years(query))
    run = answer_trend(library, asking, figure_query(asking, today), today, wording)
    if run is None or len({point.period for point in run.points}) < len(run.points):
        return None
    years = {match[0] for point in run.points if (match := re.search(r"\d{4}", point.period))}
    if len(years) != 1 or len(run.points) != _ALL:
        return None
    best = (max if asked.is_most else min)(point.value for point in run.points)
    ends = [point for point in run.points if point.value == best]
    if len(ends) == len(run.points):
        return None
    direct = "; ".join(f"{point.period}: {point.written}" for point in ends)
    return answered(f"{direct[:1].upper()}{direct[1:]} – {run.context}", run.quotes, lines=run.lines, topic=run.topic)


def _years(query: Query) -> tuple[PeriodMention, ...]:
    return tuple(m for m in query.periods if m.kind is PeriodKind.YEAR)
