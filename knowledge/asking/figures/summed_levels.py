"""What a district took in or settled in all, where its report counts its own desk and its communes apart."""

from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.matching import Match
from knowledge.asking.figures.meant import find
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote
from knowledge.facts import Measure
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.patterns import pattern_of

_COMMUNES = frozenset({"level_commune"})
_WHOLE = frozenset({"whole"})
_ALL_OF = pattern_of(r"\b(?:toan|ca) (?=huyen|thi xa|quan|thanh pho)")


def answer_summed_levels(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """The sum of the two of one report and time, with both; None where one of them is not told, or either in several ways."""
    scope = wanted.terms.dimensions.get("scope", frozenset())
    if query.claim is not None or not scope & _WHOLE or Measure.COUNT not in wanted.measures:
        return None
    communes = _told(library, wanted, is_of_communes=True)
    desks = _told(library, wanted, is_of_communes=False)
    pairs = [(a, b) for a in desks for b in communes if _are_of_one_whole(a, b)]
    if len({(a.figure.value, b.figure.value) for a, b in pairs}) != 1:
        return None
    desk, commune = pairs[0]
    unit = desk.figure.unit or commune.figure.unit
    told = wording.amount(write_amount(desk.figure.value + commune.figure.value, unit))
    name = desk.figure.organisation or ""
    own, theirs = (wording.number(one.figure.value) for one in (desk, commune))
    direct = wording.say(
        f"{told} (tính: {name} {own} + cấp xã {theirs})", f"{told} (computed: {name} {own} + communes {theirs})"
    )
    context = figure_context(commune, wording)
    topic = replace(indicator_topic(commune), period=commune.figure.period)
    return answered(f"{direct} – {context}", (figure_quote(desk), figure_quote(commune)), context=context, topic=topic)


def _told(library: Library, wanted: FigureQuery, *, is_of_communes: bool) -> list[FigureEntry]:
    """The numbers of the communes, or those of a district's desk."""
    others = {name: values for name, values in wanted.terms.dimensions.items() if name != "scope"}
    dimensions = {**others, "scope": _COMMUNES} if is_of_communes else others
    terms, said = replace(wanted.terms, dimensions=dimensions), _ALL_OF.sub("", wanted.said)
    just = replace(wanted, terms=terms, measures=frozenset({Measure.COUNT}), said=said)
    found = find(library, just)
    return [match.entry for match in found.matches if _is_of_desk(match) != is_of_communes] if found else []


def _is_of_desk(match: Match) -> bool:
    body = match.entry.body
    return body is not None and body.is_desk


def _are_of_one_whole(desk: FigureEntry, commune: FigureEntry) -> bool:
    """Whether one report of a district tells both of one time and stage."""
    stages = (one.own.dimensions.get("stage") for one in (desk, commune))
    same = (desk.figure.period, desk.figure.window) == (commune.figure.period, commune.figure.window)
    is_districts = desk.report is commune.report and desk.report.body.level in {"district", "city"}
    return is_districts and same and len(set(stages)) == 1
