"""Numbers that a report rounds in one place and gives exactly in another: "hơn 46 nghìn tài khoản", "46.382 tài khoản"."""

from decimal import Decimal

from knowledge.asking.figures.matching import Match
from knowledge.grammar.folding import fold

# So much less may an exact one fit, whose sentence goes on from the one that names the thing.
_LESS = 0.25
# So far may the rounded number be from the exact one.
_MOST_OFF = Decimal("0.05")


def without_rounded(ranked: list[Match]) -> list[Match]:
    """Without the rounded ones of which the same report gives the exact number; it then fits as well as the rounded one did."""
    exact = {id(m): found for m in ranked if m.entry.figure.is_approximate and (found := _exact(m, ranked)) is not None}
    if not exact:
        return ranked
    kept = [m for m in ranked if id(m) not in exact]
    for match in ranked:
        if (found := exact.get(id(match))) is not None:
            kept = [
                Match(m.entry, max(m.score, match.score), min(m.distance, match.distance)) if m is found else m
                for m in kept
            ]
    return sorted(kept, key=lambda m: -round(m.score, 3))


def _exact(rounded: Match, ranked: list[Match]) -> Match | None:
    figure = rounded.entry.figure
    return next(
        (m for m in ranked if m.score >= rounded.score - _LESS and _is_exact_of(m, rounded) and figure.value), None
    )


def _is_exact_of(match: Match, rounded: Match) -> bool:
    """Whether it is the number that the other one rounds, of the same time in the same report."""
    one, other = match.entry.figure, rounded.entry.figure
    is_same = (one.measure, one.period, fold(one.unit)) == (other.measure, other.period, fold(other.unit))
    if one.is_approximate or not is_same or match.entry.report is not rounded.entry.report or not other.value:
        return False
    return abs(one.value - other.value) <= other.value * _MOST_OFF
