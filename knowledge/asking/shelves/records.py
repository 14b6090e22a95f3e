"""Byte strings by their number, one after the other."""

from array import array

import numpy as np
from numpy.typing import NDArray


class Records:
    """Reads a record without touching the others."""

    def __init__(self, kept: memoryview, ends: NDArray[np.int64]) -> None:
        self.kept = kept
        self.ends = ends

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> memoryview:
        start = int(self.ends[number - 1]) if number else 0
        return self.kept[start : int(self.ends[number])]


class RecordsBuilder:
    """Takes records in order."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._ends = array("q")

    def __len__(self) -> int:
        return len(self._ends)

    def add(self, record: bytes) -> None:
        """The next record."""
        self._kept += record
        self._ends.append(len(self._kept))

    def built(self) -> Records:
        """All of them; nothing may be added after."""
        return Records(memoryview(self._kept), np.frombuffer(self._ends, np.int64))
