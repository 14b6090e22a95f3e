"""Choosing among the ways to read each token by what the words next to them make likely (Viterbi)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_WIDEST = 8  # ways kept at each place; more changed no answer


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read `width` tokens: as these words, at this cost beside the neighbours'.

    `keys` are the first and last word as the lexicon knows them: `#` for a number.
    """

    width: int
    words: tuple[str, ...]
    toned: tuple[str | None, ...]
    cost: float
    keys: tuple[str, str]
    is_repaired: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    cost: float
    option: Option | None
    before: "_Step | None"


def cheapest(options: Sequence[Sequence[Option]], cost: Callable[[str, str], float]) -> list[Option]:
    """The options, one after the other over all tokens, that cost least in sum; `options[i]` begin at token i."""
    ends: list[dict[str, _Step]] = [{} for _ in range(len(options) + 1)]
    ends[0][""] = _Step(0.0, None, None)
    for at, here in enumerate(options):
        steps = sorted(ends[at].items(), key=lambda item: item[1].cost)[:_WIDEST]
        for option in here:
            first, last = option.keys
            step = min(
                (_Step(step.cost + cost(previous, first) + option.cost, option, step) for previous, step in steps),
                key=lambda step: step.cost,
                default=None,
            )
            known = ends[at + option.width].get(last)
            if step and (known is None or step.cost < known.cost):
                ends[at + option.width][last] = step
    return _run(min(ends[-1].values(), key=lambda step: step.cost))


def _run(step: _Step | None) -> list[Option]:
    run: list[Option] = []
    while step and step.option:
        run.append(step.option)
        step = step.before
    return run[::-1]
