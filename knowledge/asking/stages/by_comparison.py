"""Quantities held against each other: a run over periods, two periods or bodies, each of several."""

from knowledge.answers import Answer
from knowledge.asking.figures import comparing, several, trends
from knowledge.asking.reading.question import Query
from knowledge.asking.stages.kinds import WHICH_WORK, is_terse, names_several_periods, of_received, with_default_terms
from knowledge.asking.stages.occasion import Occasion
from knowledge.facts import PeriodKind

_BOTH = 2


def by_comparison(at: Occasion, query: Query) -> Answer | None:
    """A run over periods, two periods or bodies held against each other, or each of several."""
    if (run := by_run(at, query)) is not None:
        return run
    tells_each = query.claim is None and (
        query.asks("count", "percent", "money", "rank", "score")
        or (is_terse(query) and not WHICH_WORK.search(query.folded))
    )
    if compares(query) and len(query.periods) > _BOTH and query.asks("overall", "trend"):
        return None  # "giảm so với năm 2017 … thế nào từ quý III đến quý I": the one against the base is half of it
    if compares(query):
        wanted = at.wanted(query)
        open_ones, received = with_default_terms(wanted), of_received(wanted)
        for meant in (open_ones,) if received == open_ones else (open_ones, received):
            told = comparing.answer_comparison(at.library, query, meant, at.today, at.wording)
            if told is not None:
                return told
        return None
    if not (tells_each or several.asks_sum(query)):
        return None
    wanted = at.wanted(query)
    # "Quý I và quý II tổng cộng bao nhiêu hồ sơ": of those received, where nothing else is said of them.
    wanted = of_received(wanted) if several.asks_sum(query) else wanted
    return several.answer_several(at.library, query, wanted, at.today, at.wording)


def by_run(at: Occasion, query: Query) -> Answer | None:
    """A run over periods, or two years held against each other where it is asked how they went."""
    if query.asks("trend") and compares(query) and (_are_two_years(query) or _is_against_same_time(query)):
        # "Năm 2021 so với năm 2020 tăng hay giảm", "tăng thế nào so với cùng kỳ": two times, and no run of their quarters.
        meant = with_default_terms(at.wanted(query))
        both = comparing.answer_comparison(at.library, query, meant, at.today, at.wording)
        if both is not None or _is_against_same_time(query):
            return both
    # "Hồ sơ tiếp nhận 2016 -> 2018": no asking word at all.
    is_told_as_run = several.is_run(query) and not query.cues and query.named_type is None and query.claim is None
    if not (query.asks("trend") or is_told_as_run or (names_several_periods(query) and query.asks("overall"))):
        return None
    return trends.answer_trend(at.library, query, at.wanted(query), at.today, at.wording)


def compares(query: Query) -> bool:
    """Whether two times, or two bodies, are to be held against each other."""
    if query.claim is not None:
        return False
    # "Từ quý III sang quý IV bớt được mấy hồ sơ": of two times of one kind the difference is asked for.
    is_of_both = "direction" in query.terms.dimensions and are_two_times(query)
    return query.asks("compare") or is_of_both or _is_against_same_time(query)


def are_two_times(query: Query) -> bool:
    """Whether it names two different periods of one kind."""
    kinds = {m.kind for m in query.periods}
    return len(query.periods) == _BOTH and len(kinds) == 1 and len({m.index for m in query.periods}) > 1


def _are_two_years(query: Query) -> bool:
    return len(query.periods) == _BOTH and all(
        m.kind is PeriodKind.YEAR and not m.is_same_period for m in query.periods
    )


def _is_against_same_time(query: Query) -> bool:
    return any(m.is_same_period for m in query.periods)
