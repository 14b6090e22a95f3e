"""Choosing among the ways to read each token by what the words next to them make likely (Viterbi)."""

from collections.abc import Callable, Sequence
from math import inf
from typing import NamedTuple

_WIDEST = 5  # ways kept at each place; more changed no answer


class Option(NamedTuple):
    """One way to read `width` tokens: as these words, at this cost beside the neighbours'.

    `keys` are the first and last word as the lexicon knows them: `#` for a number.
    """

    width: int
    words: tuple[str, ...]
    toned: tuple[str | None, ...]
    cost: float
    keys: tuple[str, str]
    is_repaired: bool = False


class _Step(NamedTuple):
    cost: float
    option: Option | None
    before: "_Step | None"


def cheapest(options: Sequence[Sequence[Option]], cost: Callable[[str, str], float]) -> list[Option]:
    """The run of options over all tokens that costs least in sum; `options[i]` begin at token i."""
    ends: list[dict[str, _Step]] = [{} for _ in range(len(options) + 1)]
    ends[0][""] = _Step(0.0, None, None)
    reached = 0
    for at, here in enumerate(options):
        steps = list(ends[at].items())
        if reached <= at and len(steps) == 1 and len(here) == 1:
            # All runs come through here: there is nothing to choose, whatever it costs.
            option = here[0]
            reached = at + option.width
            ends[reached][option.keys[1]] = _Step(0.0, option, steps[0][1])
            continue
        if len(steps) > _WIDEST:
            steps = sorted(steps, key=lambda item: item[1].cost)[:_WIDEST]
        for option in here:
            # Go on from the best of these steps, unless a better one already ends there with the same word.
            first, last = option.keys
            best, least = None, inf
            for previous, step in steps:
                total = step.cost + cost(previous, first)
                if total < least:
                    best, least = step, total
            least += option.cost
            until = at + option.width
            reached = max(reached, until)
            end = ends[until]
            if best is not None and (last not in end or least < end[last].cost):
                end[last] = _Step(least, option, best)
    return _run(min(ends[-1].values(), key=lambda step: step.cost))


def _run(step: _Step | None) -> list[Option]:
    run: list[Option] = []
    while step and step.option:
        run.append(step.option)
        step = step.before
    return run[::-1]
