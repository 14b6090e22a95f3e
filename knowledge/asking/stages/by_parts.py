"""Two quantities or more in one question: "nhận nhiêu, trễ nhiêu"."""

from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Outcome
from knowledge.asking import asked_together
from knowledge.asking.conversation.merging import merge
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.stages.by_comparison import by_comparison
from knowledge.asking.stages.by_figure import by_figure, figure_in
from knowledge.asking.stages.kinds import FEWEST_PARTS, says_which
from knowledge.asking.stages.occasion import Occasion
from knowledge.grammar.patterns import pattern_of

# A question of two quantities has so many parts; those of the sets have no more, and each part is read anew.
_MOST_PARTS = 8


def by_parts(at: Occasion, query: Query) -> Answer | None:
    """ "Nhận nhiêu, trễ nhiêu": each part as a question that goes on from the first; all of them or none."""
    if query.counts == 1 and query.terms.dimensions.get("posts") == _BOTH_POSTS:
        return _posts_filled(at, query)  # "được giao và có mặt bao nhiêu"
    if query.counts < FEWEST_PARTS or query.references or query.asks("trend") or query.asks_before_and_after:
        return None
    if says_which(query) and (whole := at.sentence(query)) is not None:
        return whole
    meant = _parts(at, query)
    first = _compared_or_told(at, meant[0]) if meant else None
    filled = _posts_filled(at, meant[0]) if _ask_posts(meant) else None
    if filled is not None and (first is None or _told_on(at, first) < _told_on(at, filled)):
        return filled
    if first is None or first.outcome is not Outcome.ANSWERED:
        return None
    told_in = at.library.filed.with_id(first.topic.report_id)
    found = [first, *(_part_in(at, told_in, part) for part in meant[1:])]
    told = [a for a in found if a is not None and a.outcome is Outcome.ANSWERED]
    return asked_together.told_together(told) if len(told) == len(meant) else None


_BOTH_POSTS = frozenset({"assigned", "present"})


def _ask_posts(meant: list[Query]) -> bool:
    """ "Biên chế được giao bao nhiêu, có mặt bao nhiêu"."""
    posts = [part.terms.dimensions.get("posts", frozenset()) for part in meant]
    return len(posts) == FEWEST_PARTS and posts[0] == {"assigned"} and "present" in posts[1]


_SO_MANY_OF = pattern_of(r"\d[\d.]*/\d[\d.]* ")


def _posts_filled(at: Occasion, query: Query) -> Answer | None:
    """The posts and those that are filled, as one report tells them together ("84/88 người")."""
    terms = replace(query.terms, dimensions={**query.terms.dimensions, "posts": frozenset({"present"})})
    told = _compared_or_told(at, replace(query, terms=terms))
    is_both = told is not None and told.outcome is Outcome.ANSWERED and _SO_MANY_OF.match(told.direct) is not None
    return told if is_both else None


def _told_on(at: Occasion, answer: Answer) -> date:
    report = at.library.filed.with_id(answer.topic.report_id)
    return report.told_on if answer.outcome is Outcome.ANSWERED and report is not None else date.min


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
