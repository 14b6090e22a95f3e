"""What lies on the shelves and answers no more: reports that were replaced or withdrawn since they were laid out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.encoding import read
from knowledge.asking.shelves.layers import Gone
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


@dataclass(frozen=True, slots=True)
class Lying:
    """Where a report lies, by its number in the library."""

    number: int
    shelf: Shelf
    at: int  # its place on the shelf
    first: int  # the shelf's first statement
    statements: slice  # which of the library's are its own
    figures: slice


def also_gone(gone: GoneFrom, reports: Iterable[Lying], shelves: Sequence[Shelf]) -> GoneFrom:
    """What is gone with these reports gone too; `shelves` are all of the library, and what was gone before lay on the first."""
    counts, places, bodies = Counter(gone.counts), Counter(gone.places), Counter(gone.own_bodies)
    sizes = (sum(len(s.r_last) for s in shelves), sum(map(len, shelves)), sum(len(s.f_statement) for s in shelves))
    masks = [_mask(gone.reports, sizes[0]), _mask(gone.statements, sizes[1]), _mask(gone.figures, sizes[2])]
    for one in reports:
        masks[0][one.number] = masks[1][one.statements] = masks[2][one.figures] = True
        for place in range(one.statements.start, one.statements.stop):
            _, words, dimensions, _ = read(one.shelf.statements[place - one.first])[7:]
            counts.update([*words.split(), *dimensions.split()])
        *_, of_places, of_bodies = read(one.shelf.reports[one.at])
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
    """What is gone with these documents gone too; `count` is how many documents the library has."""
    mask = _mask(gone.documents, count)
    mask[list(documents)] = True
    return replace(gone, documents=_or_none(mask))


def newly_gone(before: Gone, now: Gone, count: int) -> NDArray[np.bool_]:
    """A mask, `count` long, of what is gone now and was not before."""
    return _mask(now, count) & ~_mask(before, count)


def _mask(before: Gone, length: int) -> NDArray[np.bool_]:
    mask = np.zeros(length, np.bool_)
    if before is not None:
        mask[: len(before)] = before
    return mask


def _or_none(mask: NDArray[np.bool_]) -> Gone:
    return mask if mask.any() else None
