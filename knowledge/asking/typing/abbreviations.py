"""Officials' and phones' short forms, read from `knowledge/vocabulary/abbreviations.toml`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.grammar.folding import compose, fold
from knowledge.vocabulary.loading import load_data
from knowledge.worked_out import worked_out


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it may stand for, the usual meaning first.

    Where `is_certain`, the first meaning is taken when the neighbours say nothing; else it stays as typed.
    """

    short: str
    meanings: tuple[str, ...]
    is_certain: bool = True


class Abbreviations:
    """Short forms by how they are typed: those with đ also with d, those with other marks only so."""

    def __init__(self, entries: Iterable[Abbreviation]) -> None:
        # `joined`: the folded ones that hold a slash, a hyphen or "&" and must not be cut there.
        self._exact: dict[str, tuple[Abbreviation, ...]] = {}
        self._folded: dict[str, tuple[Abbreviation, ...]] = {}
        self._phrases: dict[str, list[tuple[list[str], Abbreviation]]] = {}
        self.joined: frozenset[str] = frozenset()
        for entry in entries:
            self.add(entry)

    @classmethod
    def shipped(cls) -> "Abbreviations":
        """Those of the vocabulary's file."""
        return cls(_shipped())

    def add(self, entry: Abbreviation) -> None:
        """Another short form; its meanings stand beside those it already has."""
        key = compose(entry.short).lower()
        parts = fold(key).split()
        if len(parts) > 1:
            self._phrases.setdefault(parts[0], []).append((parts, entry))
            return
        if not key.isalnum():
            self.joined |= {fold(key)}
        self._exact[key] = (*self._exact.get(key, ()), entry)
        if key.replace("đ", "d") == fold(key):
            self._folded[fold(key)] = (*self._folded.get(fold(key), ()), entry)

    def of(self, raw: str) -> tuple[Abbreviation, ...]:
        """What a word as typed may be short for; `ddv` and `d9v` are đv, and Ð is Đ."""
        key = raw.lower()
        if not key.isascii():
            return self._exact.get(key.replace("ð", "đ"), ())
        if "dd" in key or "d9" in key:
            return self._exact.get(key.replace("dd", "đ").replace("d9", "đ"), ())
        return self._folded.get(key, ())

    def phrases(self, first: str) -> list[tuple[list[str], Abbreviation]]:
        """Those of several words that begin with this folded one, each with its folded words."""
        return self._phrases.get(first, [])

    @property
    def meanings(self) -> frozenset[str]:
        """All meanings, for a lexicon to know their words."""
        return frozenset(m for entries in self._exact.values() for entry in entries for m in entry.meanings)


@cache
def _shipped() -> tuple[Abbreviation, ...]:
    return tuple(
        Abbreviation(short, tuple(row["meanings"]), row.get("certain", True))
        for row in _rows()
        for short in row["short"]
    )


@worked_out
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = load_data("abbreviations")["abbreviation"]
    return rows
