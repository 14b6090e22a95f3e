"""The documents after a change, as if all reports were brought together anew, at the cost of what the change touches.

Mentions with a number are brought together number by number, so that only the numbers of the change are done again.
Mentions without one have their turns one after the other (`join_planned`); a turn is taken again where a document that
it may look at became another, and what comes of it is followed to the turns after it.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.documents import (
    Document,
    Mention,
    Turn,
    as_split,
    as_stated,
    joining_number,
    split_numbered,
    turn_of,
    without_tasks,
)
from knowledge.asking.giving_way import Rest, no_rest
from knowledge.asking.planned import home_among, is_alike, words_of_subject
from knowledge.asking.shelves.catalogue import place_of
from knowledge.asking.shelves.gathering import mentions_in
from knowledge.asking.shelves.laid_out import LaidOut
from knowledge.asking.shelves.layers import Layers
from knowledge.asking.shelves.of_numbers import OfNumbers
from knowledge.asking.shelves.postings import Numbers
from knowledge.grammar.concepts import Tagger

_BEFORE_ALL: Turn = (-(1 << 62), date.min, 0, 0)


@dataclass(frozen=True, slots=True)
class Rejoined:
    """The documents that became others: what they are now, and the numbers of what they were."""

    documents: list[Document]
    gone: list[int]


def rejoin(
    library: LaidOut, added: Iterable[int], lost: NDArray[np.bool_], tagger: Tagger, rest: Rest = no_rest
) -> Rejoined:
    """After these statements came and the masked ones went; the library's documents are those of before."""
    joining = _Joining(library, lost, tagger, rest)
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for number in added:
        for mention in mentions_in(library.statements[number]):
            if (group := joining_number(mention.citation)) is not None:
                groups[group].append(mention)
            elif mention.citation.subject:
                joining.queue(mention)
    for group in joining.take_out():
        groups.setdefault(group, [])
    joining.split_anew(groups)
    joining.take_turns()
    return joining.outcome()


@dataclass(slots=True, eq=False)
class _Home:
    """A document while it is brought together; `number` is that of the catalogue, None of a new one."""

    number: int | None = None
    numbered: list[Mention] = field(default_factory=list)  # in the order in which `split_numbered` brings them together
    planned: dict[int, Mention] = field(default_factory=dict)  # by place
    is_touched: bool = False

    def before(self, turn: Turn) -> list[Mention]:
        """Its mentions when that turn comes."""
        return [*self.numbered, *sorted((m for m in self.planned.values() if turn_of(m) < turn), key=turn_of)]

    def document(self) -> Document:
        """What it is in the end."""
        every = [*self.numbered, *sorted(self.planned.values(), key=turn_of)]
        return Document(sorted(without_tasks(every), key=lambda mention: mention.told_on))


class _Joining:
    def __init__(self, library: LaidOut, lost: NDArray[np.bool_], tagger: Tagger, rest: Rest) -> None:
        self._rest = rest
        self._library = library
        self._catalogue = library.catalogue
        self._lost = lost
        self._tagger = tagger
        self._homes: dict[int, _Home] = {}
        self._touched: list[_Home] = []
        self._turns: list[tuple[Turn, int]] = []
        self._queued: dict[int, Mention] = {}
        self._home_of: dict[int, _Home] = {}
        self._spread: dict[frozenset[str], Turn] = {}
        self._words: dict[str, frozenset[str]] = {}

    # --- what goes ------------------------------------------------------------------------

    def take_out(self) -> Iterator[tuple[str, str]]:
        """The lost mentions are taken out of their documents; the numbers that must be split anew."""
        rows = np.flatnonzero(self._lost[self._catalogue.m_statement])
        for number in sorted(set(self._documents_of(rows).tolist())):
            if self._is_gone(int(number)):
                continue
            home = self._home(int(number))
            gone = [m for m in home.planned.values() if self._lost[m.place]]
            if gone:
                self._touch(home)
                self._spread_from(home, min(map(turn_of, gone)))
                for mention in gone:
                    del home.planned[place_of(mention)]
            yield from {g for m in home.numbered if self._lost[m.place] and (g := joining_number(m.citation))}

    # --- those with a number --------------------------------------------------------------

    def split_anew(self, groups: Mapping[tuple[str, str], Sequence[Mention]]) -> None:
        """Each number with its new mentions, and without those that are lost."""
        if groups:
            known = OfNumbers(self._library, self._lost, groups)
            for group, added in groups.items():
                self._split(group, known, added)
                self._rest()

    def _first_joining(self, number: int) -> tuple[str, str] | None:
        """The number of a document, of which only as many mentions are read as it takes."""
        first, after = self._catalogue.d_mention[number : number + 2]
        return next((g for at in range(first, after) if (g := joining_number(self._mention(at).citation))), None)

    def _split(self, group: tuple[str, str], known: OfNumbers, added: Sequence[Mention]) -> None:
        """Brings the mentions of one number together anew; documents that stay as they were are left alone."""
        numbers = known.beside(group, added)
        homes = [self._home(number) for number in numbers if self._first_joining(number) == group]
        mentions = [m for home in homes for m in home.numbered if not self._lost[m.place]] + list(added)
        split = split_numbered(sorted(mentions, key=place_of)) if mentions else []
        before = {tuple(map(place_of, home.numbered)): home for home in homes}
        same = {id(before[key]) for d in split if (key := tuple(map(place_of, d.mentions))) in before}
        for home in homes:
            if id(home) not in same:
                self._touch(home)
                self._spread_from(home, _BEFORE_ALL)
                home.numbered = []
                for mention in home.planned.values():
                    self.queue(mention)
                home.planned = {}
        for document in split:
            if tuple(map(place_of, document.mentions)) not in before:
                made = _Home(numbered=document.mentions)
                self._touch(made)
                self._spread_from(made, _BEFORE_ALL)

    # --- those without one ----------------------------------------------------------------

    def queue(self, mention: Mention) -> None:
        """Its turn is to be taken."""
        place = place_of(mention)
        if place not in self._queued and not self._lost[mention.place]:
            self._queued[place] = mention
            heapq.heappush(self._turns, (turn_of(mention), place))

    def take_turns(self) -> None:
        """All that are queued, and those that these lead to."""
        while self._turns:
            self._rest()
            turn, place = heapq.heappop(self._turns)
            mention = self._queued.pop(place)
            now = self._current(mention)
            chosen = self._chosen(mention, turn)
            if chosen is None and (now is None or now.before(turn)):
                chosen = _Home()
            if chosen is None or chosen is now:
                continue
            if now is not None:
                self._touch(now)
                self._spread_from(now, turn)
                del now.planned[place]
            self._touch(chosen)
            chosen.planned[place] = mention
            self._home_of[place] = chosen
            self._spread_from(chosen, turn)

    def _current(self, mention: Mention) -> _Home | None:
        home = self._home_of.get(place_of(mention))
        return home if home is not None and place_of(mention) in home.planned else None

    def _chosen(self, mention: Mention, turn: Turn) -> _Home | None:
        own = self._words_of(mention)
        rows = np.concatenate([self._alike(own, words) for words in self._library.mention_words])
        numbers = {n for n in set(self._documents_of(rows).tolist()) if not self._is_gone(n)}
        near = [home for home in self._touched if home.number is None or home.number not in numbers]
        near += [self._home(n) for n in numbers if self._may_see(mention, n)]
        found: dict[int, _Home] = {}
        documents: list[Document] = []
        for home in near:
            document = Document(home.before(turn))
            if document.mentions and self._is_seen(document, mention, own):
                documents.append(document)
                found[id(document)] = home
        documents.sort(key=_as_came)
        chosen = home_among(documents, mention)
        return None if chosen is None else found[id(chosen)]

    def _may_see(self, mention: Mention, number: int) -> bool:
        home = self._homes.get(number)
        if home is not None and home.is_touched:
            return True
        province = self._catalogue.homes[self._catalogue.d_home[number]]
        return not mention.province or province in {mention.province, ""}

    def _is_seen(self, document: Document, mention: Mention, own: frozenset[str]) -> bool:
        province = document.mentions[0].province
        if mention.province and province not in {mention.province, ""}:
            return False
        return any(_are_alike(own, self._words_of(m)) for m in document.mentions if m.citation.subject)

    def _spread_from(self, home: _Home, turn: Turn) -> None:
        """Whoever may look at this document after that turn has a turn again."""
        subjects = {self._words_of(m) for m in (*home.numbered, *home.planned.values()) if m.citation.subject}
        for words in subjects:
            if turn >= self._spread.get(words, (1,)):
                continue
            self._spread[words] = turn
            for row in self._alike(words, self._library.mention_words[1]):
                number = self._catalogue.document_of(int(row))
                if not self._is_gone(number):
                    mention = self._home(number).planned.get(self._place_at(int(row)))
                    if mention is not None and turn_of(mention) > turn:
                        self.queue(mention)
        for other in self._touched:
            for mention in other.planned.values():
                if turn_of(mention) > turn and any(_are_alike(words, self._words_of(mention)) for words in subjects):
                    self.queue(mention)

    def _alike(self, own: frozenset[str], words: Layers) -> Numbers:
        """The mentions whose subjects are like these words."""
        runs = [words.of(word) for word in own]
        rows, common = np.unique(np.concatenate(runs) if runs else np.empty(0, np.int32), return_counts=True)
        alike: Numbers = rows[is_alike(common, self._catalogue.m_size[rows], len(own))]
        return alike

    # --- the catalogue --------------------------------------------------------------------

    def _home(self, number: int) -> _Home:
        if number not in self._homes:
            mentions = [as_stated(mention) for mention in self._library.documents[number].mentions]
            numbered = [m for m in mentions if joining_number(m.citation) is not None]
            planned = {place_of(m): m for m in mentions if joining_number(m.citation) is None}
            home = self._homes[number] = _Home(number, sorted(numbered, key=as_split), planned)
            self._home_of.update(dict.fromkeys(planned, home))
        return self._homes[number]

    def _touch(self, home: _Home) -> None:
        if not home.is_touched:
            home.is_touched = True
            self._touched.append(home)

    def _is_gone(self, number: int) -> bool:
        gone = self._library.gone.documents
        return gone is not None and bool(gone[number])

    def _documents_of(self, rows: NDArray[np.intp] | Numbers) -> NDArray[np.intp]:
        return np.searchsorted(self._catalogue.d_mention, rows, side="right") - 1

    def _place_at(self, row: int) -> int:
        return int(self._catalogue.m_statement[row]) << 16 | int(self._catalogue.m_position[row])

    def _mention(self, row: int) -> Mention:
        entry = self._library.statements[int(self._catalogue.m_statement[row])]
        return list(mentions_in(entry))[int(self._catalogue.m_position[row])]

    def _words_of(self, mention: Mention) -> frozenset[str]:
        subject = mention.citation.subject or ""
        if subject not in self._words:
            self._words[subject] = words_of_subject(subject, self._tagger)
        return self._words[subject]

    def outcome(self) -> Rejoined:
        """What became another."""
        homes = [home for home in self._touched if home.numbered or home.planned]
        return Rejoined([home.document() for home in homes], [h.number for h in self._touched if h.number is not None])


def _are_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(is_alike(np.array([len(a & b)]), np.array([len(a)]), len(b))[0])


def _as_came(document: Document) -> tuple[bool, tuple[int, int] | Turn]:
    """The order in which documents are looked through: those with a number, then plans by their first turn."""
    first = document.mentions[0]
    if joining_number(first.citation) is not None:
        return False, (first.place, first.position)
    return True, turn_of(first)
