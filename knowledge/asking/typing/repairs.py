"""A word with its slip undone, with what that costs where it stands."""

from bisect import insort
from operator import itemgetter

from rapidfuzz.distance import OSA

from knowledge.asking.typing import costs
from knowledge.asking.typing.lattice import Option
from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.method import Method
from knowledge.asking.typing.slips import SHORTEST
from knowledge.asking.typing.syllables import folded_syllables
from knowledge.asking.typing.tokens import Token
from knowledge.grammar.folding import fold

_MOST = 4  # the likeliest readings of one word; more changed no answer
_MOST_REMEMBERED = 20_000  # words; about 20 MB


class Repairs:
    """Finds repairs in a lexicon and remembers them until it learns more."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[str, bool], list[Option]] = {}
        self._version = lexicon.version

    def of(self, token: Token, method: Method, is_name: bool, *, is_at_home: bool = True) -> list[Option]:
        """The repairs of a word, each an option; dearer for a name, and for a Vietnamese word among English.

        A word that no neighbour knows with its marks may be a slip although it exists.
        """
        if len(token.folded) < SHORTEST:
            return []
        if self._version != self._lexicon.version or len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
            self._version = self._lexicon.version
        is_marked = method.is_marked and not token.is_guess
        key = (token.toned or token.folded, is_marked)
        if key not in self._known:
            self._known[key] = self._find(token.folded, key[0], is_marked)
        abroad = costs.ABROAD if is_marked and not is_at_home and self._lexicon.has_seen_toned(key[0]) else 0.0
        if not (method.is_english or is_name or abroad):
            return self._known[key]
        return [o._replace(cost=o.cost + self._extra(o, method, is_name) - abroad) for o in self._known[key]]

    def _extra(self, option: Option, method: Method, is_name: bool) -> float:
        """English has capitals in the names of offices too ("the Ministry"), not only of places."""
        if method.is_english and all(map(self._lexicon.is_english, option.words)):
            return 0.0
        return costs.ENGLISH * method.is_english + costs.CAPITAL * is_name

    def cuts(self, token: Token) -> list[Option]:
        """What seemed keystrokes read as two words instead: "hoso"."""
        letters = fold(token.raw)
        return [option for _, option in self._cuts(letters, letters)]

    def _find(self, folded: str, written: str, is_marked: bool) -> list[Option]:
        found = self._slips(folded, written, is_marked)
        found += self._cuts(folded, written)
        return [option for _, option in sorted(found, key=lambda pair: pair[0])[:_MOST]]

    def _slips(self, folded: str, written: str, is_marked: bool) -> list[tuple[float, Option]]:
        """The options that may be among the likeliest, each behind a rank that also asks how common the word is."""
        near = self._lexicon.near(folded)
        as_typed = self._as_typed(folded, written, is_marked) if near else 0.0
        costing = [(word, cost + costs.SLIP + as_typed) for word, cost in near]
        ranked = sorted(
            ((cost + self._lexicon.cost("", word) / 2, word, cost) for word, cost in costing), key=itemgetter(0)
        )
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
        if written.isascii() and self._lexicon.is_english(folded) and folded not in folded_syllables():
            return costs.REAL_ENGLISH_WORD
        if not is_marked:
            return costs.REAL_WORD if self._lexicon.knows(folded) else 0.0
        if self._lexicon.has_seen_toned(written):
            return costs.REAL_TONED_WORD
        return costs.EXISTING_WORD if self._lexicon.is_toned_word(written) else 0.0

    def _nearest_form(self, word: str, written: str) -> tuple[str | None, int]:
        forms = self._lexicon.toned_forms(word)
        ranked = ((OSA.distance(written, form), -count, form) for form, count in forms.items())
        distance, _, form = min(ranked, default=(1, 0, word))
        return (None if form.isascii() else form), max(distance, 1)

    def _cuts(self, folded: str, written: str) -> list[tuple[float, Option]]:
        """Two words that stand together elsewhere, written here as one: "hoso"."""
        found: list[tuple[float, Option]] = []
        if folded in folded_syllables():
            return found
        for at in range(1, len(folded)):
            left, right = folded[:at], folded[at:]
            if self._lexicon.has_pair(left, right):
                cost = costs.JOINED + self._lexicon.cost(left, right)
                toned = (_marked(written[:at]), _marked(written[at:]))
                option = Option(1, (left, right), toned, cost, (left, right), is_repaired=True)
                found.append((cost, option))
        return found


def _marked(word: str) -> str | None:
    return None if word.isascii() else word
