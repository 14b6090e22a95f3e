"""What a newer version of a report changes: figures, documents, tasks and the report's own data."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from knowledge.facts import Citation, Figure, Reading, Role, Span, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.symbols import fold_symbol

_NUMBER = re.compile(r"\d[\d.,/]*")
# Below this a sentence is another one; measured on sentences with one word changed.
_SAME_SENTENCE = 80
_OWN_DATA = ("title", "number", "organisation", "province", "period", "signed_on", "published_on")


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure with another value in the same sentence; either is None where it came or went with its sentence."""

    before: Figure | None
    after: Figure | None
    sentence: str  # of the new version; of the old one for what is gone


@dataclass(frozen=True, slots=True)
class Difference:
    """From the published version to the draft; empty in every part where both say the same."""

    figures: tuple[ChangedFigure, ...] = ()
    documents_added: tuple[str, ...] = ()  # as written, or the subject of what has no number
    documents_removed: tuple[str, ...] = ()
    tasks_added: tuple[str, ...] = ()
    tasks_removed: tuple[str, ...] = ()
    data: tuple[tuple[str, object, object], ...] = ()  # name, before, after

    @property
    def is_empty(self) -> bool:
        """Whether nothing that answers rest on is different."""
        return not any(getattr(self, field.name) for field in fields(self))


def compare(before: Reading, after: Reading) -> Difference:
    """What the second says differently, in the order of the reports."""
    documents = _came_and_went(_documents(before), _documents(after))
    tasks = _came_and_went(_tasks(before), _tasks(after))
    own = [(name, getattr(before.report, name), getattr(after.report, name)) for name in _OWN_DATA]
    return Difference(
        figures=tuple(_figures(before, after)),
        documents_added=documents[0],
        documents_removed=documents[1],
        tasks_added=tasks[0],
        tasks_removed=tasks[1],
        data=tuple((name, old, new) for name, old, new in own if old != new),
    )


def _figures(before: Reading, after: Reading) -> Iterable[ChangedFigure]:
    for old, new in _paired(before, after):
        gone, come = list(old.figures if old else ()), list(new.figures if new else ())
        if old and new and len(gone) == len(come):
            pairs: list[tuple[Figure | None, Figure | None]] = list(zip(gone, come, strict=True))
        else:
            pairs = _matched(gone, come)
        words = _words(after, new.span) if new else _words(before, old.span) if old else ""
        yield from (ChangedFigure(a, b, words) for a, b in pairs if not _is_same(a, b))


def _is_same(before: Figure | None, after: Figure | None) -> bool:
    """A figure may stand elsewhere in the text; what it says is its value, of what period and whose."""
    if before is None or after is None:
        return before is after
    return _said(before) == _said(after)


def _said(figure: Figure) -> Hashable:
    return (figure.value, figure.whole, fold(figure.unit), figure.measure, figure.period, figure.organisation)


def _matched(gone: list[Figure], come: list[Figure]) -> list[tuple[Figure | None, Figure | None]]:
    """Equal ones together, the rest as gone and come."""
    rest = list(come)
    pairs: list[tuple[Figure | None, Figure | None]] = []
    for figure in gone:
        same = next((other for other in rest if _is_same(figure, other)), None)
        if same is not None:
            rest.remove(same)
        pairs.append((figure, same))
    return [*pairs, *((None, figure) for figure in rest)]


def _paired(before: Reading, after: Reading) -> Iterable[tuple[Statement | None, Statement | None]]:
    """Sentences of both versions side by side, those with figures only; numbers do not tell them apart."""
    old = [s for s in before.statements if s.figures]
    new = [s for s in after.statements if s.figures]
    old_keys = [_masked(_words(before, s.span)) for s in old]
    new_keys = [_masked(_words(after, s.span)) for s in new]
    left_old, left_new = dict(enumerate(old)), dict(enumerate(new))
    for match in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_matching_blocks():
        for offset in range(match.size):
            yield left_old.pop(match.a + offset), left_new.pop(match.b + offset)
    # Of what is left some moved and some was reworded.
    words = {place: new_keys[place] for place in left_new}
    for place, statement in left_old.items():
        found = process.extractOne(old_keys[place], words, scorer=fuzz.ratio, score_cutoff=_SAME_SENTENCE)
        if found is not None:
            del words[found[2]]
        yield statement, left_new.pop(found[2]) if found else None
    yield from ((None, statement) for statement in left_new.values())


def _documents(reading: Reading) -> dict[Hashable, str]:
    return {
        _document_key(citation): citation.written or citation.subject or ""
        for statement in reading.statements
        for citation in statement.citations
        if citation.role is not Role.BASIS and (citation.written or citation.subject)
    }


def _document_key(citation: Citation) -> Hashable:
    if citation.number:
        return citation.number.lstrip("0"), fold_symbol(citation.symbol or ""), citation.year
    return fold(citation.subject or "")


def _tasks(reading: Reading) -> dict[Hashable, str]:
    return {
        " ".join(fold(statement.task.text).split()): statement.task.text
        for statement in reading.statements
        if statement.task
    }


def _came_and_went(before: dict[Hashable, str], after: dict[Hashable, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    came = tuple(name for key, name in after.items() if key not in before)
    return came, tuple(name for key, name in before.items() if key not in after)


def _masked(words: str) -> str:
    return " ".join(_NUMBER.sub("0", fold(words)).split())


def _words(reading: Reading, span: Span) -> str:
    return " ".join(span.cut(reading.text).split())
