"""The documents that reports speak of, with what they are looked up by; numbers count within the catalogue."""

import re
import zlib
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import IntFlag
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.documents import Document, Mention, as_stated, first_joined, joining_number, work_assigned
from knowledge.asking.planned import words_of_subject
from knowledge.asking.shelves.owners import Owner, places_of
from knowledge.asking.shelves.postings import Numbers, Postings, PostingsBuilder, where_in
from knowledge.asking.shelves.terms import all_words
from knowledge.facts import TO_COME, Role
from knowledge.grammar.concepts import Tagger, Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.symbols import fold_symbol

# So many texts are remembered with what they say; many subjects are the same.
_MOST_REMEMBERED = 50_000
_TYPES: dict[str, type[np.generic]] = {"i": np.int32, "h": np.int16, "H": np.uint16, "q": np.int64}
_CODES = {
    "d_mention": "i", "d_first": "q", "d_join": "i", "d_home": "i", "m_size": "h",  "m_statement": "i", "m_position": "h", "m_owner": "i", "m_status": "i", "d_symbol": "i", "d_types": "i", "d_year": "h",
    "d_issued": "i", "d_is": "H", "d_status": "i", "d_due": "i", "d_told": "i", "d_expected": "i",
}  # fmt: skip
_YEAR = pattern_of(r"\b20\d\d\b")


class Is(IntFlag):
    """What is so of a document."""

    NUMBERED = 1
    LEGAL = 2  # the year stands in its number
    REPLACED = 4
    LISTED = 8  # a register gives its state
    ANNOUNCED = 16  # to come, and no register gives its state
    AWAITED = 32  # a day or a period is named by which something is to be done
    ISSUED = 64  # a report tells of its issue
    ASSIGNING = 128  # a register gives the state of work that it assigned
    ROW = 256  # a register has a row of it


@dataclass(slots=True, eq=False)
class Catalogue:
    """Columns have a value for each document (`d_`) or for each mention of one (`m_`)."""

    d_mention: Numbers  # its first mention; one more than there are documents
    d_first: NDArray[np.int64]  # where the reports first speak of it; documents ascend by it
    d_join: Numbers  # what all mentions of its number share, as a check sum; 0 of one without a number
    d_home: Numbers  # which of `homes` its first mention is of
    m_statement: Numbers  # the statement of the library that it stands in
    m_position: NDArray[np.int16]  # which citation of that statement
    m_owner: Numbers  # which of `owners`
    m_status: Numbers  # which of `statuses` it gives, or -1
    m_size: NDArray[np.int16]  # how many words its subject has, as subjects are compared
    d_symbol: Numbers  # which of `symbols`
    d_types: Numbers  # which of `types`
    d_year: NDArray[np.int16]  # 0 where no report says
    d_issued: Numbers  # an ordinal, 0 where no report says
    d_is: NDArray[np.uint16]
    d_status: Numbers  # which of `statuses` the newest register has, or -1
    d_due: Numbers  # with that status; an ordinal or 0
    d_told: Numbers  # when it was last told of, an ordinal
    d_expected: Numbers  # the last day by which one to come is expected, an ordinal or 0
    words: Postings  # what its types and subjects say
    type_words: Postings  # further words of its types' names
    numbers: Postings  # without leading noughts
    years: Postings  # that its subjects name, or of its number where they name none
    subject_words: Postings  # of its subjects as bodies are named
    charged_words: Postings  # of whoever a register charges, as bodies are named
    places: Postings  # that it can be said to be of
    alike: Postings  # mentions with a number by the words of their subjects, as subjects are compared
    planned_alike: Postings  # mentions without one
    homes: tuple[str, ...]  # folded provinces
    symbols: tuple[str, ...]  # folded
    types: tuple[frozenset[str], ...]
    statuses: tuple[str, ...]  # folded
    owners: tuple[Owner, ...]

    def __len__(self) -> int:
        return len(self.d_symbol)

    def document_of(self, mention: int) -> int:
        """The document that this mention is of."""
        return where_in(mention, self.d_mention, after=True) - 1


@dataclass(slots=True)
class CatalogueBuilder:
    """Takes documents in whatever order; built, they are in that in which reports first speak of them."""

    tagger: Tagger
    _columns: "dict[str, array[int]]" = field(
        default_factory=lambda: {name: array(code) for name, code in _CODES.items()}
    )
    _words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _type_words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _numbers: PostingsBuilder = field(default_factory=PostingsBuilder)
    _years: PostingsBuilder = field(default_factory=PostingsBuilder)
    _subject_words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _charged_words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _places: PostingsBuilder = field(default_factory=PostingsBuilder)
    _alike: PostingsBuilder = field(default_factory=PostingsBuilder)
    _planned_alike: PostingsBuilder = field(default_factory=PostingsBuilder)
    _tag: Callable[[str], Terms] = field(init=False)
    _subject_words_of: Callable[[str], frozenset[str]] = field(init=False)
    _homes: dict[str, int] = field(default_factory=dict)
    _symbols: dict[str, int] = field(default_factory=dict)
    _types: dict[frozenset[str], int] = field(default_factory=dict)
    _statuses: dict[str, int] = field(default_factory=dict)
    _owners: dict[Owner, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tag = lru_cache(maxsize=_MOST_REMEMBERED)(self.tagger.tag)
        self._subject_words_of = lru_cache(maxsize=_MOST_REMEMBERED)(
            lambda subject: words_of_subject(subject, self.tagger)
        )

    def __len__(self) -> int:
        return len(self._columns["d_symbol"])

    def extend(self, documents: Iterable[Document]) -> None:
        """The next documents."""
        for document in documents:
            self._add(document)

    def built(self) -> Catalogue:
        """All of them; nothing may be added after."""
        self._columns["d_mention"].append(len(self._columns["m_statement"]))
        columns: dict[str, Any] = {
            name: np.frombuffer(column, _TYPES[column.typecode]) if column else np.empty(0, _TYPES[column.typecode])
            for name, column in self._columns.items()
        }
        return in_order(
            Catalogue(
                **columns,
                words=self._words.built(),
                type_words=self._type_words.built(),
                numbers=self._numbers.built(),
                years=self._years.built(),
                subject_words=self._subject_words.built(),
                charged_words=self._charged_words.built(),
                places=self._places.built(),
                alike=self._alike.built(),
                planned_alike=self._planned_alike.built(),
                homes=tuple(self._homes),
                symbols=tuple(self._symbols),
                types=tuple(self._types),
                statuses=tuple(self._statuses),
                owners=tuple(self._owners),
            )
        )

    def _add(self, document: Document) -> None:
        """Writes the next document and its mentions into the columns."""
        number = len(self)
        put = {name: column.append for name, column in self._columns.items()}
        put["d_mention"](len(self._columns["m_statement"]))
        for mention in map(as_stated, document.mentions):
            subject = self._subject_words_of(mention.citation.subject) if mention.citation.subject else frozenset()
            is_numbered = joining_number(mention.citation) is not None
            (self._alike if is_numbered else self._planned_alike).add(len(self._columns["m_statement"]), subject)
            put["m_size"](len(subject))
            put["m_statement"](mention.place)
            put["m_position"](mention.position)
            put["m_owner"](_place_of(owner_of(mention), self._owners))
            put["m_status"](_place_of(fold(mention.citation.status), self._statuses) if mention.citation.status else -1)
        put["d_first"](min(place_of(mention) for mention in document.mentions))
        put["d_join"](join_code(document))
        put["d_home"](_place_of(first_joined(document).province, self._homes))
        best, types = document.best, document.types
        put["d_symbol"](_place_of(fold_symbol(best.symbol or ""), self._symbols))
        put["d_types"](_place_of(types, self._types))
        put["d_year"](document.year or 0)
        put["d_issued"](_ordinal(document.issued_on))
        put["d_is"](int(_is(document)))
        listed = next((m.citation for m in reversed(document.mentions) if fold(m.citation.status or "")), None)
        put["d_status"](_place_of(fold(listed.status or ""), self._statuses) if listed else -1)
        put["d_due"](_ordinal(listed.due) if listed else 0)
        put["d_told"](_ordinal(document.mentions[-1].told_on))
        expected = newest_mention(document).citation.expected
        put["d_expected"](_ordinal(expected.last) if expected else 0)
        if best.number:
            self._numbers.add(number, (best.number.lstrip("0"),))
        self._add_words(number, document)

    def _add_words(self, number: int, document: Document) -> None:
        every, words = document_words(document, self._tag)
        self._words.add(number, words)
        self._type_words.add(number, every - words)
        charged = {m.citation.responsible for m in document.mentions if m.citation.status and m.citation.responsible}
        self._charged_words.add(number, {w for name in charged for w in normalise(name).split()})
        subjects = {m.citation.subject for m in document.mentions if m.citation.subject}
        named_years = {year for subject in subjects for year in _YEAR.findall(subject)}
        self._years.add(number, named_years or {str(document.year or 0)})
        self._places.add(number, {place for m in document.mentions for place in places_of(owner_of(m))})
        self._subject_words.add(number, {w for subject in subjects for w in normalise(subject).split()})


def place_of(mention: Mention) -> int:
    """One number for the place of a mention in the library, by which mentions are ordered: later ones are greater."""
    return mention.place << 16 | mention.position


def join_code(document: Document) -> int:
    """The check sum of what all mentions of the document's number share; 0 where it has none."""
    return next((code_of(n) for m in document.mentions if (n := joining_number(m.citation)) is not None), 0)


def code_of(joining: tuple[str, str]) -> int:
    """A check sum that is never 0."""
    return zlib.crc32("/".join(joining).encode()) >> 1 or 1


def in_order(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with its documents in the order in which reports first speak of them."""
    order = np.argsort(catalogue.d_first, kind="stable").astype(np.int32)
    if np.array_equal(order, np.arange(len(order))):
        return catalogue
    lengths = np.diff(catalogue.d_mention)[order]
    ends = np.concatenate((np.zeros(1, np.int32), np.cumsum(lengths, dtype=np.int32)))
    mentions = np.repeat(catalogue.d_mention[:-1][order] - ends[:-1], lengths) + np.arange(ends[-1], dtype=np.int32)
    to, mentions_to = np.empty_like(order), np.empty_like(mentions)
    to[order], mentions_to[mentions] = np.arange(len(order)), np.arange(len(mentions))
    moved: dict[str, Any] = {"d_mention": ends}
    for one in fields(catalogue):
        value = getattr(catalogue, one.name)
        if isinstance(value, Postings):
            moved[one.name] = value.renumbered(mentions_to if one.name in {"alike", "planned_alike"} else to)
        elif isinstance(value, np.ndarray) and one.name not in moved:
            moved[one.name] = value[order if one.name.startswith("d_") else mentions]
    return replace(catalogue, **moved)


def document_words(document: Document, tag: Callable[[str], Terms]) -> tuple[frozenset[str], frozenset[str]]:
    """The words and values of a document's types and subjects, and these without what the types' names add."""
    named = {f"{m.citation.type or ''} {m.citation.subject or ''}" for m in document.mentions}
    words = frozenset().union(*(all_words(tag(fold(one))) for one in named))
    of_types = {w for t in document.types for w in (*fold(t).split(), *tag(fold(t)).words)}
    return words | of_types, words


def newest_mention(document: Document) -> Mention:
    """The mention that was told last."""
    return max(document.mentions, key=lambda m: m.told_on)


def owner_of(mention: Mention) -> Owner:
    """Whose document it is, as this mention says."""
    body = mention.body
    citation = mention.citation
    return citation.issuer or "", citation.responsible or "", body.body, body.level, body.place, mention.province


def _is(document: Document) -> Is:
    """All that is so of the document."""
    found = Is(0)
    if document.is_numbered:
        found |= Is.NUMBERED
    if re.search(r"/\s?(?:19|20)\d\d\s?/", document.written):
        found |= Is.LEGAL
    if any(m.citation.role is Role.REPLACED for m in document.mentions):
        found |= Is.REPLACED
    if any(m.citation.status for m in document.mentions):
        found |= Is.LISTED
    if any(m.citation.due or m.citation.expected for m in document.mentions):
        found |= Is.AWAITED
    if any(m.citation.role is Role.ISSUED for m in document.mentions):
        found |= Is.ISSUED
    if any(m.citation.role is Role.LISTED for m in document.mentions):
        found |= Is.ROW
    if work_assigned(document):
        found |= Is.ASSIGNING
    newest = newest_mention(document).citation
    if not found & (Is.NUMBERED | Is.LISTED) and (newest.role in TO_COME or newest.expected):
        found |= Is.ANNOUNCED
    return found


def _place_of(value: Any, known: dict[Any, int]) -> int:
    return int(known.setdefault(value, len(known)))


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
