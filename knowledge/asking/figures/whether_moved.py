"""Whether something went up or down, by the change that a report tells: "hồ sơ tiếp nhận có tăng không", "tăng hay giảm"."""

from collections.abc import Callable
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.meant import find, groups_of
from knowledge.asking.figures.wanting import restriction
from knowledge.asking.figures.ways import DOWN, UP, way_told
from knowledge.asking.library import Library
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quotes, figure_words
from knowledge.facts import Measure
from knowledge.grammar.function_words import NOT
from knowledge.grammar.sought import Sought

_EITHER = Sought(r"\b(?:tang|len) hay (?:la )?(?:giam|xuong)\b|\b(?:giam|xuong) hay (?:la )?(?:tang|len)\b")
# "Nghị quyết miễn, giảm lệ phí ban hành chưa" asks whether it was issued.
_WHETHER = Sought(
    lambda: (
        rf"\b(?P<way>tang|giam)\b(?! (?:cuong|toc|dan))(?:(?!\b(?:ban hanh|phe duyet|thong qua|cong bo|trinh|ky)\b)[a-z ]){{0,30}}\b{NOT}{polite_end()}"
    )
)
_WAYS = {"tang": UP, "giam": DOWN}


def answer_whether_moved(
    library: Library, query: Query, wanted: Callable[[Query], FigureQuery], wording: Wording
) -> Answer | None:
    """Which way it went and by how much; None where that is not asked for or no single change is told."""
    whether = _WHETHER.search(query.folded)
    if query.claim is not None or not (whether or _EITHER.search(query.folded)):
        return None
    found = find(library, replace(wanted(query), measures=frozenset({Measure.CHANGE})), restriction(query))
    if found is None or len(groups_of(found)) > 1:
        return None
    entry = found.best
    if not (told := way_told(entry)):
        return None
    way = wording.say("tăng" if told == UP else "giảm", "up by" if told == UP else "down by")
    direct, context = f"{way} {figure_words(entry, wording)}", figure_context(entry, wording)
    if whether:
        holds = _WAYS[whether["way"]] == told
        direct = f"{wording.say('Có' if holds else 'Không', 'Yes' if holds else 'No')}, {direct}"
    direct = f"{direct[:1].upper()}{direct[1:]} – {context}"
    topic = replace(indicator_topic(entry), period=entry.figure.period)
    return answered(direct, figure_quotes(entry), context=context, topic=topic)
