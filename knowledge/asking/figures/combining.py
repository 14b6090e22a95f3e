"""Answers that rest on two figures of one thing: points and rank, before and after, a whole less a part."""

from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.figures.about_figures import answer_figure, is_answered
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.meant import find, groups_of
from knowledge.asking.figures.rounded_shares import is_share_of
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.held import Claim
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote
from knowledge.facts import Figure, Measure
from knowledge.grammar.amounts import write_amount, write_difference
from knowledge.grammar.patterns import pattern_of


def answer_rank_and_score(
    library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording
) -> Answer | None:
    """ "Được mấy điểm, đứng thứ mấy": both, where the reports give both."""
    both = []
    for topic, measures in (("#score", {Measure.SCORE, Measure.SHARE}), ("#ranking", {Measure.RANK})):
        words = (wanted.terms.words - {"#score", "#ranking"}) | {topic}
        each = replace(wanted, terms=replace(wanted.terms, words=words), measures=frozenset(measures), unit="")
        both.append(answer_figure(library, query, each, today, wording))
    score, rank = both
    if not is_answered(score) or not is_answered(rank) or score is None or rank is None:
        return None
    direct = f"{score.direct.split(' – ')[0]}; {wording.say('hạng', 'rank')} {rank.direct}"
    return answered(direct, (*score.quotes, *rank.quotes), context=rank.context, topic=rank.topic)


def answer_moments(
    library: Library, wanted: FigureQuery, wording: Wording, claim: Claim | None = None
) -> Answer | None:
    """ "Trước và sau sắp xếp": both values, where the reports give both; by how much it changed is held against a claim."""
    before = _at(library, wanted, "before")
    after = _at(library, wanted, "after") if before is not None else None
    if before is None or after is None:
        return None
    context = figure_context(after, wording)
    was, now = (wording.amount(one.figure.written) for one in (before, after))
    difference = after.figure.value - before.figure.value
    if "direction" in wanted.terms.dimensions and difference:
        word = wording.say("Tăng" if difference > 0 else "Giảm", "Up" if difference > 0 else "Down")
        direct = f"{word} {wording.amount(write_difference(abs(difference), after.figure.written))} ({was} → {now})"
        if claim is not None:
            is_way = ("down" in wanted.terms.dimensions["direction"]) == (difference < 0)
            holds = is_way and claim.comparator == "equal" and abs(difference) == claim.value
            direct = f"{wording.say('Đúng', 'Yes') if holds else wording.say('Không phải', 'No')}: {direct}"
    else:
        direct = wording.say(f"Trước: {was}; sau: {now}", f"Before: {was}; after: {now}")
    return answered(f"{direct} – {context}", (figure_quote(before), figure_quote(after)), context=context)


def _at(library: Library, wanted: FigureQuery, moment: str) -> FigureEntry | None:
    """The one number of that moment, before a change or after it; None where none or several are told."""
    terms = replace(wanted.terms, dimensions={**wanted.terms.dimensions, "moment": frozenset({moment})})
    found = find(library, replace(wanted, terms=terms, measures=frozenset({Measure.COUNT})))
    told = [m.entry for m in found.matches if moment in m.entry.own.dimensions.get("moment", ())] if found else []
    return told[0] if len({entry.figure.value for entry in told}) == 1 else None


def whole_of(library: Library, part: FigureEntry) -> FigureEntry | None:
    """The figure that the sentence itself makes this one a part of: no other total is sure to be its own."""
    if part.figure.part_of is None:
        return None
    whole = library.figure(part.statement, part.figure.part_of)
    share = share_behind(part)
    return whole if share is None or _proves(share, part, whole) else None


def _whole_beside(library: Library, part: FigureEntry, wanted: FigureQuery) -> FigureEntry | None:
    """What the report says was received in all, where the share that stands with the part proves that it is of it."""
    share = share_behind(part)
    if share is None:
        return None
    dimensions = {d: v for d, v in wanted.terms.dimensions.items() if d != "channel"} | {
        "stage": frozenset({"received"})
    }
    terms = replace(wanted.terms, dimensions=dimensions)
    every = find(library, replace(wanted, terms=terms, measures=frozenset({Measure.COUNT})))
    for match in every.matches if every else ():
        if _proves(share, part, match.entry) and match.entry.report is part.report:
            return match.entry
    return None


def share_behind(part: FigureEntry) -> Figure | None:
    """The share that stands with a figure."""
    behind = (f for f in part.statement.statement.figures if f.measure is Measure.SHARE)
    return next((f for f in behind if 0 <= f.span.start - part.figure.span.end <= _BEHIND), None)


def _proves(share: Figure, part: FigureEntry, whole: FigureEntry) -> bool:
    """Whether the one is so great a share of the other."""
    value = whole.figure.value
    return value > part.figure.value and is_share_of(part.figure.value, value, share.value)


# A share stands so near behind what it is of: "168.230 hồ sơ, đạt 72,80%".
_BEHIND = 30


def _whole_for(library: Library, part: FigureEntry, wanted: FigureQuery) -> FigureEntry | None:
    """What the part is sure to be a part of, by its sentence, its share or its row."""
    of_sentence = whole_of(library, part) or _whole_beside(library, part, wanted)
    return of_sentence or _whole_in_row(library, part) or _whole_above(library, part)


def _whole_in_row(library: Library, part: FigureEntry) -> FigureEntry | None:
    """What came in by its row, where the ways in which it did add up to just that: "Quý I | 900 | 500 | 100 | 300"."""
    if not part.statement.is_row or "channel" not in part.own.dimensions:
        return None
    told = [library.figure(part.statement, n) for n in range(len(part.statement.statement.figures))]
    counted = [entry for entry in told if entry.figure.measure is Measure.COUNT]
    ways = [entry.figure.value for entry in counted if "channel" in entry.own.dimensions]
    wholes = [e for e in counted if "channel" not in e.own.dimensions and e.figure.value == sum(ways)]
    return wholes[0] if len(ways) > 1 and len(wholes) == 1 else None


def _whole_above(library: Library, part: FigureEntry) -> FigureEntry | None:
    """What came in by the row above, where the row of the part says that it is a part: "Trong đó: trực tuyến | 900 | 1.400"."""
    row, number = part.statement, part.statement.number
    if not row.is_row or not number or _OF_WHICH.match(row.folded) is None:
        return None
    above, figures = library.statements[number - 1], row.statement.figures
    if above.report is not row.report or not above.is_row or len(above.statement.figures) != len(figures):
        return None
    whole = library.figure(above, next(at for at, one in enumerate(figures) if one is part.figure))
    is_alike = (whole.figure.period, whole.figure.unit) == (part.figure.period, part.figure.unit)
    is_of_all = (
        whole.own.dimensions.get("stage", frozenset()) == frozenset({"received"})
        and "channel" not in whole.own.dimensions
    )
    return whole if is_alike and is_of_all and whole.figure.value > part.figure.value else None


_OF_WHICH = pattern_of(r"\W*(?:\d+ \| ?)?(?:\W*)trong do\b")


def answer_negated(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """ "Không nộp trực tuyến": the total less that part, with both."""
    if not query.negated:
        return None
    part = find(library, wanted)
    if part is None or len(groups_of(part)) > 1:
        return None
    wholes = ((m.entry, _whole_for(library, m.entry, wanted)) for m in part.matches)
    b, a = next(((one, whole) for one, whole in wholes if whole is not None), (part.best, None))
    if a is None or (
        a.figure.measure is not Measure.COUNT
        or b.figure.measure is not Measure.COUNT
        or a.figure.period != b.figure.period
    ):
        return None
    value = a.figure.value - b.figure.value
    every, less = (wording.amount(one.figure.written) for one in (a, b))
    direct = wording.say(
        f"{wording.amount(write_amount(value, a.figure.unit))} (tính: {every} − {less})",
        f"{wording.amount(write_amount(value, a.figure.unit))} (computed: {every} − {less})",
    )
    context = figure_context(a, wording)
    return answered(f"{direct} – {context}", (figure_quote(a), figure_quote(b)), context=context)
