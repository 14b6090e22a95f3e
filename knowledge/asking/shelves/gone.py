"""What lies on the shelves and answers no more: reports that were replaced or withdrawn since they were laid out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.encoding import read
from knowledge.asking.shelves.layers import Gone

if TYPE_CHECKING:
    from knowledge.asking.library import Library
    from knowledge.asking.shelves.shelf import Shelf


@dataclass(frozen=True, slots=True)
class GoneFrom:
    """Masks by number in the library, None where all is there; and what the gone reports were counted for."""

    reports: Gone = None
    statements: Gone = None
    figures: Gone = None
    documents: Gone = None
    counts: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    own_bodies: Mapping[str, int] = field(default_factory=dict)


NOTHING_GONE = GoneFrom()


def also_gone(library: "Library", reports: Sequence[int], shelves: Sequence["Shelf"]) -> GoneFrom:
    """With those reports too, over these shelves, of which the library's are the first."""
    gone = library.gone
    counts, places, bodies = Counter(gone.counts), Counter(gone.places), Counter(gone.own_bodies)
    sizes = (sum(len(s.r_last) for s in shelves), sum(map(len, shelves)), sum(len(s.f_statement) for s in shelves))
    masks = [_mask(gone.reports, sizes[0]), _mask(gone.statements, sizes[1]), _mask(gone.figures, sizes[2])]
    for number in reports:
        shelf, at, first, statements, figures = library.place_of_report(number)
        masks[0][number] = masks[1][statements] = masks[2][figures] = True
        for place in range(statements.start, statements.stop):
            _, words, dimensions, _ = read(shelf.statements[place - first])[7:]
            counts.update([*words.split(), *dimensions.split()])
        *_, of_places, of_bodies = read(shelf.reports[at])
        places.update(of_places)
        bodies.update(of_bodies)
    return replace(
        gone,
        reports=_or_none(masks[0]),
        statements=_or_none(masks[1]),
        figures=_or_none(masks[2]),
        counts=counts,
        places=places,
        own_bodies=bodies,
    )


def documents_gone(gone: GoneFrom, documents: Sequence[int], count: int) -> GoneFrom:
    """With those documents too, of so many."""
    mask = _mask(gone.documents, count)
    mask[list(documents)] = True
    return replace(gone, documents=_or_none(mask))


def newly_gone(before: Gone, now: Gone, count: int) -> NDArray[np.bool_]:
    """What is gone now and was not before, of so many."""
    return _mask(now, count) & ~_mask(before, count)


def _mask(before: Gone, length: int) -> NDArray[np.bool_]:
    mask = np.zeros(length, np.bool_)
    if before is not None:
        mask[: len(before)] = before
    return mask


def _or_none(mask: NDArray[np.bool_]) -> Gone:
    return mask if mask.any() else None
