"""A word with its slip undone, with what that costs where it stands."""

from bisect import insort
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import OSA

from knowledge.asking.typing import costs
from knowledge.asking.typing.lattice import Option, costing
from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.looks import Acquaintance
from knowledge.asking.typing.method import Method
from knowledge.asking.typing.slips import SHORTEST
from knowledge.asking.typing.spelled import heard_alike
from knowledge.asking.typing.syllables import folded_syllables, tidy
from knowledge.asking.typing.tokens import Token
from knowledge.grammar.folding import fold

_MOST = 4  # the likeliest readings of one word; more changed no answer
_SHORTEST_HEARD = 2  # letters; marks must tell what such a word is
_LONGEST_SYLLABLE = 7  # nghiêng
_LONGEST_ENGLISH = 14  # administration
_MOST_CUTS = 4  # words that ran together; more of them were not seen
_TOO_DEAR = 100.0
_MOST_REMEMBERED = 20_000  # words; about 20 MB
_MOST_WARMED, _WARMED_AT_ONCE = 1_000, 40  # words; 3 MB, some milliseconds


class Repairs:
    """Finds repairs in a lexicon and remembers them until it learns more."""

    def __init__(self, lexicon: Lexicon, acquaintance: Acquaintance) -> None:
        self._lexicon = lexicon
        self._acquaintance = acquaintance
        self._known: dict[tuple[str, bool], list[Option]] = {}
        self._version = lexicon.version

    def less_among(self, token: Token, slips: int) -> float:
        """How much less any slip of the word costs among so many words that plainly are none.

        The word's own slip says nothing of how carefully the others were typed.
        """
        return costs.CARELESS[slips - self._acquaintance.is_slip(token)] if slips else 0.0

    def of(
        self, token: Token, method: Method, careless: float, is_name: bool, *, is_at_home: bool = True
    ) -> list[Option]:
        """The repairs of a word, each an option; dearer for a name, and for a Vietnamese word among English, and `careless` less.

        A word that no neighbour knows with its marks may be a slip although it exists.
        """
        if len(token.folded) < SHORTEST and (len(token.folded) < _SHORTEST_HEARD or not method.is_marked):
            return []
        is_marked = method.is_marked and not token.is_guess
        written = token.toned or token.folded
        known = self._once(token.folded, written, is_marked)
        if not known:
            return known
        abroad = costs.ABROAD if is_marked and not is_at_home and self._lexicon.has_seen_toned(written) else 0.0
        # Slips of others say nothing of a known name; among words with marks a name is known as it is written: "Tung tâm" is none of "Tùng".
        has_marks = is_marked and (method.is_telex_sure or not method.is_telex)
        if is_name and (self._lexicon.has_seen_toned(written) if has_marks else self._lexicon.knows(token.folded)):
            careless = 0.0
        if not (method.is_english or is_name or abroad or careless):
            return known
        less = abroad + careless
        return [costing(o, o.cost + self._extra(o, method, is_name) - less) for o in known]

    def warm(self) -> Iterator[None]:
        """Finds those of the commonest words, typed with marks or without, before somebody types them; some at each step."""
        for at, word in enumerate(self._lexicon.commonest(_MOST_WARMED)):
            self._once(word, word, is_marked=False)
            for written in {word, *self._lexicon.toned_forms(word)}:
                self._once(word, written, is_marked=True)
            if at % _WARMED_AT_ONCE == 0:
                yield

    def _once(self, folded: str, written: str, is_marked: bool) -> list[Option]:
        """The repairs of a word at their own costs, found once until the lexicon learns more."""
        if self._version != self._lexicon.version or len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
            self._version = self._lexicon.version
        known = self._known.get((written, is_marked))
        if known is None:
            known = self._known[written, is_marked] = self._find(folded, written, is_marked)
        return known

    def _extra(self, option: Option, method: Method, is_name: bool) -> float:
        """English has capitals in the names of offices too ("the Ministry"), not only of places."""
        if method.is_english and all(map(self._lexicon.is_english, option.words)):
            return 0.0
        return costs.ENGLISH * method.is_english + costs.CAPITAL * is_name

    def cuts(self, token: Token) -> list[Option]:
        """What seemed keystrokes read as two words instead: "hoso"."""
        letters = fold(token.raw)
        return [option for _, option in self._cuts(letters, letters, is_marked=False)]

    def _find(self, folded: str, written: str, is_marked: bool) -> list[Option]:
        found = self._slips(folded, written, is_marked) if len(folded) >= SHORTEST else []
        found += self._cuts(folded, written, is_marked=is_marked)
        if not self._is_plain_english(folded, written):
            found += self._heard(folded, written, is_marked)
        return [option for _, option in sorted(found, key=lambda pair: pair[0])[:_MOST]]

    def _slips(self, folded: str, written: str, is_marked: bool) -> list[tuple[float, Option]]:
        """The options that may be among the likeliest, each behind a rank that also asks how common the word is."""
        near = self._lexicon.near(folded)
        as_typed = self._as_typed(folded, written, is_marked) if near else 0.0
        alone = self._lexicon.costs_after("")
        slips = [(word, cost + costs.SLIP + as_typed) for word, cost in near]
        ranked = sorted(((cost + alone[word] / 2, word, cost) for word, cost in slips), key=_likelier)
        found: list[tuple[float, Option]] = []
        ranks: list[float] = []
        for least, word, cost in ranked:
            # Marks that differ only make it dearer: behind so many that are cheaper it is none of the likeliest.
            if len(ranks) >= _MOST and least > ranks[_MOST - 1]:
                break
            toned, marks = self._nearest_form(word, written) if is_marked else (None, 1)
            wrong = costs.WRONG_MARKS * (marks - 1)
            found.append((least + wrong, Option(1, (word,), (toned,), cost + wrong, (word, word), is_repaired=True)))
            insort(ranks, least + wrong)
        return found

    def _as_typed(self, folded: str, written: str, is_marked: bool) -> float:
        """What speaks against any slip: that the word exists as typed."""
        if self._is_plain_english(folded, written):
            return costs.REAL_ENGLISH_WORD
        if not is_marked:
            return costs.REAL_WORD if self._lexicon.knows(folded) else 0.0
        if self._lexicon.has_seen_toned(written):
            return costs.REAL_TONED_WORD
        return costs.EXISTING_WORD if self._lexicon.is_toned_word(written) else 0.0

    def _is_plain_english(self, folded: str, written: str) -> bool:
        """Whether it is an English word whose letters are no Vietnamese syllable's: it is not spelled by ear."""
        return written.isascii() and self._lexicon.is_english(folded) and folded not in folded_syllables()

    def _nearest_form(self, word: str, written: str) -> tuple[str | None, int]:
        forms = self._lexicon.toned_forms(word)
        ranked = ((OSA.distance(written, form), -count, form) for form, count in forms.items())
        distance, _, form = min(ranked, default=(1, 0, word))
        return (None if form.isascii() else form), max(distance, 1)

    def _heard(self, folded: str, written: str, is_marked: bool) -> list[tuple[float, Option]]:
        """Words of reports that sound alike: "chong" is "trong", "dảm" is "giảm"."""
        found: list[tuple[float, Option]] = []
        for form in map(tidy, heard_alike(written)):
            word = fold(form)
            if not self._lexicon.knows(word) or (is_marked and not self._lexicon.has_seen_toned(form)):
                continue
            cost = (costs.HEARD if is_marked else costs.HEARD_WITHOUT_MARKS) + self._as_typed(
                folded, written, is_marked
            )
            toned = _marked(form) if is_marked else None
            option = Option(1, (word,), (toned,), cost, (word, word), is_repaired=True)
            found.append((cost + self._lexicon.costs_after("")[word] / 2, option))
        return found

    def _cuts(self, folded: str, written: str, *, is_marked: bool) -> list[tuple[float, Option]]:
        """Words that were written as one: "hoso", "tríchyếuvăn"."""
        if folded in folded_syllables():
            return []
        is_marked = is_marked and not written.isascii()
        longest = _LONGEST_SYLLABLE if is_marked else _LONGEST_ENGLISH
        knows = self._lexicon.knows
        # The best ways to read the letters up to each place, by the last word of each.
        ways: list[dict[int, tuple[float, tuple[int, ...]]]] = [{} for _ in range(len(folded) + 1)]
        for end in range(1, len(folded) + 1):
            for start in range(max(0, end - longest), end):
                # Each piece is a word, with just these marks where marks are typed.
                if (start and not ways[start]) or not knows(folded[start:end]):
                    continue
                if is_marked and not self._lexicon.has_seen_toned(tidy(written[start:end])):
                    continue
                if start == 0:
                    ways[end][0] = (0.0, ())
                    continue
                reached = [
                    (cost + self._joint_cost(folded[before:start], folded[start:end], is_marked), (*places, start))
                    for before, (cost, places) in ways[start].items()
                    if len(places) < _MOST_CUTS
                ]
                if reached and min(reached)[0] < _TOO_DEAR:
                    ways[end][start] = min(reached)
        return [
            self._cut(folded, written, places, cost, is_marked)
            for start, (cost, places) in ways[len(folded)].items()
            if start
        ]

    def _cut(
        self, folded: str, written: str, places: tuple[int, ...], cost: float, is_marked: bool
    ) -> tuple[float, Option]:
        spans = list(pairwise((0, *places, len(folded))))
        words = tuple(folded[start:end] for start, end in spans)
        toned = tuple(_marked(tidy(written[start:end])) for start, end in spans)
        cost += costs.JOINED_MARKED if is_marked else costs.JOINED
        cost += costs.JOINED_MORE * (len(places) - 1)
        return cost, Option(1, words, toned, cost, (words[0], words[-1]), is_repaired=True)

    def _joint_cost(self, left: str, right: str, is_marked: bool) -> float:
        """Without marks to tell them by, only words that stand together elsewhere are taken apart."""
        if not is_marked and not self._lexicon.has_pair(left, right):
            return _TOO_DEAR
        return self._lexicon.costs_after(left)[right]


def _marked(word: str) -> str | None:
    return None if word.isascii() else word


def _likelier(slip: tuple[float, str, float]) -> tuple[float, bool, str]:
    """By rank; of equals a Vietnamese word first, and never as a set happens to have them."""
    return slip[0], slip[1] not in folded_syllables(), slip[1]
