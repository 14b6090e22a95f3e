"""Which documents of a number a change may make others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.documents import (
    Mention,
    is_central_symbol,
)
from knowledge.asking.shelves.catalogue import code_of
from knowledge.asking.shelves.laid_out import LaidOut
from knowledge.asking.shelves.postings import Numbers


class OfNumbers:
    """The documents of the numbers of a change, narrowed down to those that may become others."""

    def __init__(self, library: LaidOut, lost: NDArray[np.bool_], groups: Iterable[tuple[str, str]]) -> None:
        catalogue = self._catalogue = library.catalogue
        codes = np.array([code_of(group) for group in groups], np.int32)
        among = np.isin(catalogue.d_join, codes)
        if library.gone.documents is not None:
            among &= ~library.gone.documents
        self._by_code: dict[int, list[int]] = defaultdict(list)
        for number in np.flatnonzero(among):
            self._by_code[int(catalogue.d_join[number])].append(int(number))
        unsaid = np.array([owner[5] == "" for owner in catalogue.owners], np.bool_)
        # What is so of any of a document's mentions.
        self._is_unsaid = _of_any(unsaid[catalogue.m_owner], catalogue.d_mention)
        self._has_lost = _of_any(lost[catalogue.m_statement], catalogue.d_mention)

    def beside(self, group: tuple[str, str], added: Sequence[Mention]) -> list[int]:
        """Those that these new mentions may be of or that lost some; where any does not say its province, all of the number."""
        numbers = np.array(self._by_code.get(code_of(group), []), np.int32)
        provinces = {mention.province for mention in added}
        if not is_central_symbol(group[1]) and "" not in provinces and not self._is_unsaid[numbers].any():
            # Where every mention says its province, those of other provinces are other documents.
            homes = self._catalogue.d_home[numbers]
            codes = {code for code, home in enumerate(self._catalogue.homes) if home in provinces}
            numbers = numbers[np.isin(homes, [*codes, *homes[self._has_lost[numbers]]])]
        return list(map(int, numbers))


def _of_any(of_mentions: NDArray[np.bool_], starts: Numbers) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.logical_or.reduceat(of_mentions, starts[:-1]) if len(of_mentions) else of_mentions
    return found
