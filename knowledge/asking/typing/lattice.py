"""Choosing among the ways to read each token by what the words next to them make likely (Viterbi)."""

from collections.abc import Callable, Sequence
from math import inf
from operator import itemgetter
from typing import NamedTuple

from knowledge.asking.typing.word_costs import CostsAfter

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


def costing(option: Option, cost: float) -> Option:
    """The same option at another cost."""
    width, words, toned, _, keys, is_repaired = option
    return Option(width, words, toned, cost, keys, is_repaired)


# What a run costs so far, its last word and option, and the step before; plain, for a question takes a hundred of them.
_Step = tuple[float, str, Option | None, "_Step | None"]
_COST = itemgetter(0)


def cheapest(options: Sequence[Sequence[Option]], costs_after: Callable[[str], CostsAfter]) -> list[Option]:
    """The run of options over all tokens that costs least in sum; `options[i]` begin at token i."""
    ends: list[dict[str, _Step]] = [{} for _ in range(len(options) + 1)]
    ends[0][""] = (0.0, "", None, None)
    reached = 0
    for at, here in enumerate(options):
        steps = list(ends[at].values())
        if reached <= at and len(steps) == 1 and len(here) == 1:
            # All runs come through here: there is nothing to choose, whatever it costs.
            option = here[0]
            reached = at + option.width
            last = option.keys[1]
            ends[reached][last] = (0.0, last, option, steps[0])
            continue
        if len(steps) > 1:
            steps = sorted(steps, key=_COST)[:_WIDEST]
        going_on = []
        for step in steps:
            costs = costs_after(step[1])
            going_on.append((step[0], costs.seen, costs, costs.others, step))
        for option in here:
            # Go on from the best of these steps, unless a better one already ends there with the same word.
            width, _, _, own_cost, (first, last), _ = option
            best, least = None, inf
            for so_far, seen, costs, others, step in going_on:
                if so_far >= least:
                    break  # the others cost more before they go on
                total = so_far + (costs[first] if first in seen else others[first])
                if total < least:
                    best, least = step, total
            least += own_cost
            until = at + width
            if until > reached:
                reached = until
            end = ends[until]
            if best is not None and (last not in end or least < end[last][0]):
                end[last] = (least, last, option, best)
    return _run(min(ends[-1].values(), key=_COST))


def _run(step: _Step | None) -> list[Option]:
    run: list[Option] = []
    while step is not None:
        _, _, option, step = step
        if option is not None:
            run.append(option)
    return run[::-1]
