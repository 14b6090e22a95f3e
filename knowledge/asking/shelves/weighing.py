"""How much of a question's words each statement, figure or document has, counted without looking at all of them."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.layers import Layers
from knowledge.asking.shelves.postings import NONE, Numbers, are_all, union, within

# Weights are added up in another order than where the share is reckoned to be told; both agree to this.
CLOSE = 1e-9
_NO_SHARES: NDArray[np.float64] = np.empty(0, np.float64)


def covering(
    layers: tuple[Layers, ...], weights: Mapping[str, float], least: float, among: Numbers | None = None
) -> tuple[Numbers, NDArray[np.float64]]:
    """Those that have at least that share of the words by weight, ascending, with their shares.

    A word is had where any of the layers has it.  Whoever has none of the rarer words cannot reach the share, so
    that only their runs are gone through; `among` says who is looked at instead.
    """
    total = sum(weights.values())
    if not total:
        return NONE, _NO_SHARES
    runs = {word: [run for layer in layers if len(run := layer.of(word))] for word in weights}
    # The rarer first: whoever cannot reach the share any more with the words that are left is not looked at again.
    rarer_first = sorted(runs, key=lambda word: sum(map(len, runs[word])))
    needed = least * total - CLOSE
    if among is None:
        among = _able([(runs[word], weights[word]) for word in rarer_first], total, needed)
    reached = np.zeros(len(among), np.float64)
    left = total
    for word in rarer_first:
        if runs[word]:
            reached += _in_any(among, runs[word]) * weights[word]
        left -= weights[word]
        if left >= needed:
            continue  # whoever has none of the words so far may still reach it
        if not len(among):
            break
        may = reached + left >= needed - CLOSE * total
        if not are_all(may):
            among, reached = among[may], reached[may]
    shares = reached / total
    enough = shares >= least - CLOSE
    return among[enough], shares[enough]


def _able(rarer_first: Sequence[tuple[list[Numbers], float]], total: float, needed: float) -> Numbers:
    """Whoever may have words of that weight together.

    A word without which the others do not weigh enough must be there; where no word must, one of the rarer ones.
    """
    required = [runs for runs, weight in rarer_first if total - weight < needed - CLOSE * total]
    if required:
        able = union(required[0])
        for runs in required[1:]:
            able = able[_in_any(able, runs)]
        return able
    left = total
    chosen: list[Numbers] = []
    for runs, weight in rarer_first:
        if left < needed:
            break
        chosen += runs
        left -= weight
    return union(chosen)


def _in_any(numbers: Numbers, runs: Sequence[Numbers]) -> NDArray[np.bool_]:
    """Which of the ascending numbers are in one of the runs."""
    if not runs:
        return np.zeros(len(numbers), np.bool_)
    found = within(numbers, runs[0])
    for run in runs[1:]:
        found |= within(numbers, run)
    return found
