"""The documents of the published reports, found by number, year, place and the words of their subjects."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.documents import Document, Mention
from knowledge.asking.shelves.catalogue import Is, document_words
from knowledge.asking.shelves.entries import StatementEntry
from knowledge.asking.shelves.laid_out import LaidOut
from knowledge.asking.shelves.layers import Layers
from knowledge.asking.shelves.nearby import one_slip_away
from knowledge.asking.shelves.postings import (
    Numbers,
    among,
    are_all,
    common,
    spread,
    union,
    where_in,
    within,
)
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.asking.shelves.terms import all_words
from knowledge.asking.shelves.weighing import CLOSE, covering
from knowledge.grammar.folding import fold


class KnownDocuments(LaidOut):
    """What is laid out, with the ways to its documents."""

    def documents_named(
        self, words: Iterable[str], least: float, among: Numbers | None
    ) -> tuple[Numbers, NDArray[np.float64]]:
        """The documents whose types and subjects have at least that share of the words, with their shares."""
        numbers, shares = covering((self.document_words, self.document_types), self.weights(words), least, among)
        return (numbers, shares) if len(self.catalogues) == 1 else self._both_in_order(numbers, shares)

    def best_share(self, words: Set[str], least: float) -> float:
        """The largest share of the words that types and subjects of any document have; 0 where it is less than `least`."""
        for enough in (1.0, least):  # whoever has all is found sooner than whoever has most
            if len(shares := self.documents_named(words, enough, None)[1]):
                return float(shares.max())
        return 0.0

    def documents_spelt(
        self, words: Sequence[str], least: float, among: Numbers
    ) -> tuple[Numbers, NDArray[np.float64]]:
        """Those whose subjects have that share of the words, as typed or one slip away, with their shares."""
        reached = np.zeros(len(among), np.float64)
        for word in words:
            has = np.zeros(len(among), np.bool_)
            for spelling in {word, *self._document_subjects.near(word)}:
                has |= within(among, self._document_subjects.of(spelling))
            reached += has
        shares = reached / len(words)
        enough = shares >= least - CLOSE
        return among[enough], shares[enough]

    def lacking(self, numbers: Numbers, words: Iterable[str]) -> NDArray[np.int32]:
        """How many of the words each of the documents has not, in whatever order; nor one of which it may be a slip."""
        lacked = np.zeros(len(numbers), np.int32)
        layers = (self.document_words, self.document_types)
        for word in words:
            has = self._having(numbers, (word,), layers)
            if not are_all(has):
                for layer in layers:
                    has |= self._having(numbers, layer.near(word), (layer,))
            lacked += ~has
        return lacked

    def _having(self, numbers: Numbers, words: Iterable[str], layers: Sequence[Layers]) -> NDArray[np.bool_]:
        """Which of the documents have one of the words in one of the layers."""
        has = np.zeros(len(numbers), np.bool_)
        for word in words:
            for layer in layers:
                has |= among(numbers, layer.of(word))
        return has

    def all_documents(self) -> Shortlist:
        """Every document."""
        return Shortlist(self, self.in_order(self.documents.numbers()))

    def documents_numbered(self, number: str) -> Shortlist:
        """The documents of that number, which has no leading noughts."""
        return Shortlist(self, self.in_order(self._document_numbers.of(number)))

    def documents_numbered_like(self, number: str) -> Iterator[Shortlist]:
        """The documents of each number of two characters or more that is one slip away, as the numbers came."""
        near = [self.documents_numbered(one) for one in one_slip_away(number) if len(one) >= 2]
        found = [numbered for numbered in near if numbered]
        yield from sorted(found, key=lambda numbered: int(self.catalogue.d_first[numbered.numbers[0]]))

    def document_numbers(self) -> list[str]:
        """Every number that a document has or had, without leading noughts."""
        return self._document_numbers.words()

    def documents_of_years(self, years: Iterable[int]) -> Numbers:
        """The documents that are about one of the years or, where they do not say, of it."""
        return union([self._document_years.of(str(year)) for year in years])

    def documents_of_place(self, place: str, among: Numbers | None = None) -> Numbers:
        """The documents that can be said to be of that place, where others are given of these."""
        given = [] if among is None else [among]
        about = [self._document_subjects.of(word) for word in place.split()]
        return union([common([self._document_places.of(place), *given]), common([*about, *given] if about else [])])

    def are_of_place(self, numbers: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the documents, in whatever order, can be said to be of that place."""
        return self.are_about(numbers, place) | among(numbers, self._document_places.of(place))

    def are_told_in(self, numbers: Numbers, reports: Numbers) -> NDArray[np.bool_]:
        """Of which of the documents, in whatever order, one of the ascending reports tells."""
        catalogue = self.catalogue
        mentions, whose = spread(catalogue.d_mention[numbers], catalogue.d_mention[numbers + 1])
        found = np.zeros(len(numbers), np.bool_)
        found[whose[among(self.s_report[catalogue.m_statement[mentions]], reports)]] = True
        return found

    def are_about(self, numbers: Numbers, words: str) -> NDArray[np.bool_]:
        """Which of the documents, in whatever order, have all the words in their subjects, as bodies are named."""
        is_about: NDArray[np.bool_] | None = None
        for word in words.split():
            has = among(numbers, self._document_subjects.of(word))
            is_about = has if is_about is None else is_about & has
        return np.ones(len(numbers), np.bool_) if is_about is None else is_about

    def documents_about(self, words: str) -> Numbers:
        """The documents whose subjects have all the words, as bodies are named."""
        return common([self._document_subjects.of(word) for word in words.split()])

    def documents_in(self, entry: StatementEntry) -> Iterator[tuple[Document, Mention]]:
        """The documents that a statement mentions, each with that mention."""
        statements, order = self._mentions_by_statement
        start, end = (where_in(number, statements) for number in (entry.number, entry.number + 1))
        for at in sorted(order[start:end], key=lambda at: int(self.catalogue.m_position[at])):
            number = self.catalogue.document_of(int(at))
            position = int(self.catalogue.m_position[at])
            for mention in self.documents[number].mentions:
                if mention.place == entry.number and mention.position == position:
                    yield self.documents[number], mention

    def mention_of_place(self, statements: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the statements mention a document that can be said to be of that place."""
        mentioning, order = self._mentions_by_statement
        places, whose = spread(mentioning.searchsorted(statements), mentioning.searchsorted(statements, "right"))
        first = self.catalogue.d_mention
        documents = first.searchsorted(order[places].astype(first.dtype), "right") - 1
        found = np.zeros(len(statements), np.bool_)
        found[whose[self.are_of_place(documents.astype(np.int32), place)]] = True
        return found

    def documents_listed(self, words: Iterable[str], said: Iterable[str], least: float) -> Shortlist:
        """The documents in registers that say one of the `said` and, with who is charged, have that share of the words."""
        weights = dict.fromkeys(words, 1.0)
        numbers, _ = covering((self._document_subjects, self._document_charged), weights, least)
        return Shortlist(self, self.in_order(common([numbers, self._saying(said)]))).that_are(Is.LISTED)

    def words_of(self, document: Document) -> frozenset[str]:
        """What a document can be named by: the words and values of its types and subjects."""
        if document.named_by is None:
            document.named_by = document_words(document, self.tagger.tag)[0]
        return document.named_by

    def documents_saying(self, words: Iterable[str]) -> Shortlist:
        """Every document whose type or subject has one of the words."""
        return Shortlist(self, self.in_order(self._saying(words)))

    def _saying(self, words: Iterable[str]) -> Numbers:
        layers = (self.document_words, self.document_types)
        return union([layer.of(word) for word in words for layer in layers])

    def in_order(self, documents: Numbers) -> Numbers:
        """Those documents in the order in which the reports first speak of them."""
        if len(self.catalogues) == 1:
            return documents  # which is how a catalogue is laid out
        return documents[np.argsort(self.catalogue.d_first[documents], kind="stable")]

    def _both_in_order(self, documents: Numbers, shares: NDArray[np.float64]) -> tuple[Numbers, NDArray[np.float64]]:
        order = np.argsort(self.catalogue.d_first[documents], kind="stable")
        return documents[order], shares[order]

    def document_keyed(self, key: str) -> Document | None:
        """The document that is followed by that key."""
        written, _, rest = key.partition("|")
        number = re.match(r"0*(\d+[a-z]?)", written)
        if number is not None:
            found = self.documents_numbered(number[1])
        else:
            words = all_words(self.tagger.tag(fold(rest.replace("|", " "))))
            found = self.documents_saying(words)
        return next((document for document in found if document.key == key), None)

    @property
    def by_number(self) -> Mapping[str, Sequence[Document]]:
        """The documents of each number, without leading noughts."""
        return ByNumber(self)

    @cached_property
    def _mentions_by_statement(self) -> tuple[Numbers, NDArray[np.int64]]:
        order = np.argsort(self.catalogue.m_statement, kind="stable")
        if self.gone.documents is not None:
            order = order[~np.repeat(self.gone.documents, np.diff(self.catalogue.d_mention))[order]]
        return self.catalogue.m_statement[order], order


class ByNumber(Mapping[str, Sequence[Document]]):
    """The documents of each number, made when they are looked at."""

    def __init__(self, library: KnownDocuments) -> None:
        self._library = library

    def __getitem__(self, number: str) -> Sequence[Document]:
        found = self._library.documents_numbered(number)
        if not len(found):
            raise KeyError(number)
        return found

    def __iter__(self) -> Iterator[str]:
        return (number for number in self._library.document_numbers() if self.get(number))

    def __len__(self) -> int:
        return sum(1 for _ in self)
