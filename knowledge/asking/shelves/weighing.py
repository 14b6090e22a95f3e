"""How much of a question's words each statement, figure or document has, counted without looking at all of them."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.layers import Layers
from knowledge.asking.shelves.postings import NONE, Numbers, union, within

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
    runs = {word: union([run for layer in layers if len(run := layer.of(word))]) for word in weights}
    needed = least * total - CLOSE
    if among is None:
        among = _able(runs, weights, needed)
    reached = np.zeros(len(among), np.float64)
    left = total
    # The rarer first: whoever cannot reach the share any more with the words that are left is not looked at again.
    for word in sorted(runs, key=lambda word: len(runs[word])):
        reached[within(among, runs[word])] += weights[word]
        left -= weights[word]
        may = reached + left >= needed - CLOSE * total
        if not may.all():
            among, reached = among[may], reached[may]
    shares = reached / total
    enough = shares >= least - CLOSE
    return among[enough], shares[enough]


def _able(runs: Mapping[str, Numbers], weights: Mapping[str, float], needed: float) -> Numbers:
    """Whoever may have words of that weight together: all that have one of the rarer words."""
    left = sum(weights.values())
    chosen: list[Numbers] = []
    for word in sorted(runs, key=lambda word: len(runs[word])):
        if left < needed:
            break
        chosen.append(runs[word])
        left -= weights[word]
    return union(chosen)
