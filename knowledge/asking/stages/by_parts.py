"""Two quantities or more in one question: "nhận nhiêu, trễ nhiêu"."""

from knowledge.answers import Answer, Outcome
from knowledge.asking import asked_together
from knowledge.asking.conversation.merging import merge
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.stages.by_comparison import by_comparison
from knowledge.asking.stages.by_figure import by_figure, figure_in
from knowledge.asking.stages.kinds import FEWEST_PARTS, says_which
from knowledge.asking.stages.occasion import Occasion

# A question of two quantities has so many parts; those of the sets have no more, and each part is read anew.
_MOST_PARTS = 8


def by_parts(at: Occasion, query: Query) -> Answer | None:
    """ "Nhận nhiêu, trễ nhiêu": each part as a question that goes on from the first; all of them or none."""
    if query.counts < FEWEST_PARTS or query.references or query.asks("trend") or query.asks_before_and_after:
        return None
    if says_which(query) and (whole := at.sentence(query)) is not None:
        return whole
    meant = _parts(at, query)
    first = _compared_or_told(at, meant[0]) if meant else None
    if first is None or first.outcome is not Outcome.ANSWERED:
        return None
    told_in = at.library.filed.with_id(first.topic.report_id)
    found = [first, *(_part_in(at, told_in, part) for part in meant[1:])]
    told = [a for a in found if a is not None and a.outcome is Outcome.ANSWERED]
    return asked_together.told_together(told) if len(told) == len(meant) else None


def _parts(at: Occasion, query: Query) -> list[Query]:
    """The parts that it asks for, each read with what was said before it; none where they are not told apart."""
    texts = asked_together.split_question(query.text)
    if not FEWEST_PARTS <= len(texts) <= _MOST_PARTS:
        return []
    parts = [at.read(text) for text in texts]
    if not (parts[0].terms.words or parts[0].terms.dimensions):
        return []
    meant = [parts[0], *(merge(parts[0], part) for part in parts[1:])]
    things = {(frozenset(p.terms.dimensions.items()), p.terms.words) for p in meant}
    is_told_apart = len(things) == len(meant) or any(p.asks("money", "percent", "rank", "score") for p in meant)
    return meant if is_told_apart else []


def _part_in(at: Occasion, told_in: ReportEntry | None, part: Query) -> Answer | None:
    """A part as the report tells it that tells the first, which is of the same body and period; else as any does."""
    inside = figure_in(at, told_in, part) if told_in else None
    return inside if inside is not None and inside.outcome is Outcome.ANSWERED else _compared_or_told(at, part)


def _compared_or_told(at: Occasion, query: Query) -> Answer | None:
    return by_comparison(at, query) or by_figure(at, query)
