"""Everyday speech in the words that reports have: "nhiêu" is "bao nhiêu", "bữa nào" is "ngày nào"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from knowledge.asking.typing.syllables import tidy
from knowledge.asking.typing.words import Word
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.known_places import places_in
from knowledge.vocabulary.loading import load_data
from knowledge.worked_out import worked_out

# How far a word that changes what the letters say may stand behind them: "nhiều hồ sơ trễ hạn nhất".
_REACH = 6


@dataclass(frozen=True, slots=True)
class _Form:
    said: tuple[str, ...]  # with marks, as `Word.toned` has them
    folded: list[str]
    means: tuple[str, ...]  # folded
    not_after: frozenset[str]  # folded
    not_before: frozenset[str]  # folded
    doubtful_before: frozenset[str]  # folded
    needs_marks: bool


def standard_words(words: Sequence[Word], places: frozenset[str] = frozenset()) -> list[str]:
    """The folded words with everyday forms in the vocabulary's; a form may mean nothing and is left out.

    In the names of those places nothing is another word: "Ia Mơ" asks no "mô".
    """
    found: list[str] = []
    folded = [word.folded for word in words]
    named: set[int] | None = None
    at, known = 0, _forms()
    while at < len(words):
        forms = known.get(folded[at])
        form = next((f for f in forms if _is_said(f, words, folded, at)), None) if forms else None
        if form is not None:
            # Names are looked for where one may hold such a word, which hardly a question has.
            named = _in_names(folded, places) if named is None else named
            form = None if at in named else form
        found += form.means if form else (folded[at],)
        at += len(form.said) if form else 1
    return found


def _in_names(folded: Sequence[str], places: frozenset[str]) -> set[int]:
    """Which of the words stand in the name of a place of two words or more."""
    spans = list(places_in(" ".join(folded), places))
    if not spans:
        return set()
    ends = list(accumulate(len(word) + 1 for word in folded))
    several = [(bisect_right(ends, start), bisect_right(ends, end)) for start, end in spans]
    return {at for first, last in several if last > first for at in range(first, last + 1)}


def _is_said(form: _Form, words: Sequence[Word], folded: Sequence[str], at: int) -> bool:
    end = at + len(form.said)
    if folded[at:end] != form.folded:
        return False
    part = words[at:end]
    marked = [(w.toned, said) for w, said in zip(part, form.said, strict=True) if w.toned is not None]
    if form.needs_marks and not marked:
        return False
    if any(toned != said for toned, said in marked) or (at and folded[at - 1] in form.not_after):
        return False
    behind = folded[end : end + _REACH]
    if behind and behind[0] in form.not_before:
        return False
    # Marks say which word it is; without them what stands behind may make it another.
    return bool(marked) or form.doubtful_before.isdisjoint(behind)


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """The forms by their first word, longest first."""
    found: dict[str, list[_Form]] = {}
    for row in _rows():
        for said in row["said"]:
            toned = tuple(tidy(word) for word in compose(said).lower().split())
            form = _Form(
                toned,
                [*map(fold, toned)],
                tuple(fold(row["means"]).split()),
                frozenset(map(fold, row.get("not_after", ()))),
                frozenset(map(fold, row.get("not_before", ()))),
                frozenset(map(fold, row.get("doubtful_before", ()))),
                bool(row.get("needs_marks")),
            )
            found.setdefault(form.folded[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda f: -len(f.said))) for first, forms in found.items()}


@worked_out
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = load_data("spoken")["spoken"]
    return rows
