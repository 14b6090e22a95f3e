"""Which entries stay ready."""

from itertools import count

import pytest

from knowledge.asking.shelves import kept
from knowledge.asking.shelves.kept import Entries


class Entry:
    """Something that can be held weakly."""


def test_what_is_asked_for_again_and_again_stays_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_READY", 3)
    made = count()

    def make(_: int) -> Entry:
        next(made)
        return Entry()

    entries = Entries(100, make, None)
    for number in range(1, 20):
        _ = entries[0], entries[number]
    assert next(made) == 20


def test_what_is_gone_through_once_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_READY", 3)
    alive: set[int] = set()

    class Counted:
        def __init__(self, number: int) -> None:
            self.number = number
            alive.add(number)

        def __del__(self) -> None:
            alive.discard(self.number)

    entries = Entries(100, Counted, None)
    for number in range(50):
        _ = entries[number]
    assert alive == {45, 46, 47, 48, 49}
