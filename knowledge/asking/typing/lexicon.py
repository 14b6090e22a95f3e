"""The words that questions and reports are made of, how often they come and what they come after."""

import itertools
import marshal
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import log
from typing import Any

from knowledge.asking.typing.abbreviations import Abbreviations
from knowledge.asking.typing.heard import NUMBER, heard
from knowledge.asking.typing.pairs import Pairs
from knowledge.asking.typing.shipped_words import english_phrases, english_words, expanded, lines_of
from knowledge.asking.typing.slips import SlipIndex
from knowledge.asking.typing.strangers import Pair, Strangers
from knowledge.asking.typing.syllables import folded_syllables, tidy
from knowledge.asking.typing.word_costs import SEEN_SHARE, Costs, CostsAfter
from knowledge.grammar.folding import compose, fold

_UNSEEN = 0.3  # a syllable that was never seen, as a share of one that was seen once
_MOST_MARKS = 3.0  # nats; more changed words of correct texts
_NAMED = 2  # as often as that a word of a place's name counts as seen, where no text has it twice
_BATCH = 10_000  # texts learned at once
_MOST_PAIRS = 400_000  # about 60 MB; a store's further pairs say little new
_MOST_MARKED_PAIRS = 200_000


class Lexicon:
    """Known folded words with their counts, pairs and toned forms; it grows by what reports say."""

    def __init__(self) -> None:
        self.abbreviations = Abbreviations(())
        self.english: set[str] = set()
        self.slips = SlipIndex()
        self.version = 0  # grows when anything is learned, for caches
        self._counts: dict[str, int] = {}
        self._pairs = Pairs(_MOST_PAIRS)
        self._marked_pairs = Pairs(_MOST_MARKED_PAIRS)
        self._toned: dict[str, dict[str, int]] = {}
        self._total = 0
        self._forget_costs()
        self._shipped: frozenset[str] = frozenset()  # words that need not come twice
        self._shipped_forms: frozenset[str] = frozenset()
        self._strangers = Strangers()
        self._names: frozenset[str] = frozenset()

    @classmethod
    def shipped(cls) -> "Lexicon":
        """What the vocabulary's files hold; the files are learned once, and each lexicon of them goes on by itself."""
        return cls.from_plain(marshal.loads(_shipped()))  # noqa: S302 - written by this very process

    @classmethod
    def _from_files(cls) -> "Lexicon":
        lexicon = cls()
        lexicon.abbreviations = Abbreviations.shipped()
        english = [*lines_of("english.txt"), *english_phrases()]
        lexicon.english = set(english_words())
        for name in ("phrases.txt", "everyday.txt"):
            lexicon._learn_shipped(itertools.chain.from_iterable(map(expanded, lines_of(name))))
        vietnamese = lexicon._total
        lexicon._learn_shipped(english, is_marked=False)
        lexicon._total = vietnamese  # how rare a Vietnamese word is does not hang on the English that is known
        lexicon._learn_shipped(lexicon.abbreviations.meanings)
        lexicon._add_toned(" ".join(lines_of("syllables.txt")).split())
        lexicon._shipped = frozenset(lexicon._counts)
        lexicon._shipped_forms = frozenset(form for forms in lexicon._toned.values() for form in forms)
        lexicon.slips.add(word for word in lexicon._counts if word != NUMBER)
        return lexicon

    @classmethod
    def from_plain(cls, plain: Any) -> "Lexicon":
        """The lexicon that `plain` was taken from."""
        lexicon = cls()
        lexicon.abbreviations = Abbreviations.shipped()
        lexicon.english = set(english_words())
        lexicon._counts, pairs, marked_pairs, lexicon._toned, lexicon._total, slips, *rest = plain
        lexicon._pairs = Pairs.from_plain(pairs, _MOST_PAIRS)
        lexicon._marked_pairs = Pairs.from_plain(marked_pairs, _MOST_MARKED_PAIRS)
        lexicon._shipped, lexicon._shipped_forms, lexicon._names, strangers = rest
        lexicon._strangers = Strangers.from_plain(strangers)
        lexicon.slips = SlipIndex.from_plain(slips)
        lexicon.version = 1
        return lexicon

    @property
    def plain(self) -> tuple[Any, ...]:
        """All that was learned, as plain values; nothing may be learned while they are used."""
        pairs = self._pairs.plain, self._marked_pairs.plain
        learned = self._counts, *pairs, self._toned, self._total, self.slips.plain
        return *learned, self._shipped, self._shipped_forms, self._names, self._strangers.plain

    def learn(self, texts: Iterable[str]) -> None:
        """Know the words of these texts too: names, indicators, whatever reports speak of.

        What is neither a syllable nor English must come twice, since reports have slips too.
        """
        self._change(texts, 1)

    def forget(self, texts: Iterable[str]) -> None:
        """As if these texts, which were learned, had never been."""
        self._change(texts, -1)

    def name(self, places: Iterable[str]) -> None:
        """Know the words of these places' folded names that are no syllables ("Bản Loong"), and of no others."""
        words = {word for name in places for word in name.split()}
        self._names = frozenset(word for word in words if word.isalpha() and word not in folded_syllables())
        self.slips.add(self._names)
        self._learned()

    def _learned(self) -> None:
        self._forget_costs()
        self.version += 1

    def _forget_costs(self) -> None:
        self._costs: dict[str, CostsAfter] = {}
        self._alone, self._unseen = Costs(self, 1.0), Costs(self, 1.0 - SEEN_SHARE)
        self.reckoned = 0  # how many costs are remembered

    def _change(self, texts: Iterable[str], sign: int) -> None:
        stream = iter(texts)
        while batch := list(itertools.islice(stream, _BATCH)):
            words, pairs = heard(batch)
            odd = {raw: count for raw, count in words.items() if self._is_stranger(raw)}
            beside = Counter({pair: count for pair, count in pairs.items() if pair[0] in odd or pair[1] in odd})
            # What odd words were counted for is counted anew, for they may become words now or be none any more.
            self._count_strangers(odd, beside, -1)
            self._strangers.change(odd, beside, sign)
            self._count_strangers(odd, beside, 1)
            for raw, count in words.items():
                if raw not in odd:
                    self._count(raw, sign * count)
            for (previous, raw), count in pairs.items():
                if previous not in odd and raw not in odd:
                    self._count_pair(previous, raw, sign * count)
        self._learned()

    def _count_strangers(self, words: Iterable[str], beside: Iterable[Pair], sign: int) -> None:
        for raw, count in self._strangers.sure(words):
            self._count(raw, sign * count)
        known = self._strangers.pairs_of(words)
        for pair in known.keys() | beside:
            if (count := known.get(pair, 0)) and all(map(self._is_word, pair)):
                self._count_pair(*pair, sign * count)

    def _is_stranger(self, raw: str) -> bool:
        if not raw.isalpha() or raw in self.english:
            return False
        folded = fold(raw)
        return folded not in self._shipped and folded not in folded_syllables()

    def _is_word(self, raw: str) -> bool:
        return not self._is_stranger(raw) or self._strangers.is_sure(raw)

    def _learn_shipped(self, texts: Iterable[str], *, is_marked: bool = True) -> None:
        """Where Vietnamese stands without its marks ("Can Tho") no syllable's letters are taken as they are."""
        words, pairs = heard(texts)
        sure = {raw for raw, count in words.items() if self._is_sure(raw, count)}
        for raw in (raw for raw in words if raw in sure):
            self._count(raw, words[raw], is_form=is_marked or raw not in folded_syllables())
        for (previous, raw), count in pairs.items():
            if previous in sure and raw in sure:
                self._count_pair(previous, raw, count)

    def _is_sure(self, raw: str, count: int) -> bool:
        folded = fold(raw)
        is_known = folded in self._counts or folded in folded_syllables() or raw in self.english
        return is_known or count > 1 or not raw.isalpha()

    def _count(self, raw: str, count: int, *, is_form: bool = True) -> None:
        """The word came so often more, or less; one that comes no more is unknown again."""
        folded = fold(raw)
        now = self._counts.get(folded, 0) + count
        self._total += count
        if now:
            self._counts[folded] = now
            self.slips.add((folded,) if folded != NUMBER else ())
        else:
            self._counts.pop(folded, None)
        if raw.isalpha() and is_form:
            self._count_form(folded, tidy(raw), count)

    def _count_form(self, folded: str, toned: str, count: int) -> None:
        forms = self._toned.setdefault(folded, {})
        now = forms.get(toned, 0) + count
        if now or toned in self._shipped_forms:
            forms[toned] = now
        else:
            forms.pop(toned, None)
            if not forms:
                del self._toned[folded]

    def _count_pair(self, previous: str, word: str, count: int) -> None:
        self._pairs.count(fold(previous), fold(word), count)
        if not (previous.isascii() and word.isascii()):
            self._marked_pairs.count(tidy(previous), tidy(word), count)

    def _add_toned(self, syllables: Iterable[str]) -> None:
        """Syllables that exist with these marks; seen nowhere, they are no repairs but real words."""
        for syllable in syllables:
            word = compose(syllable).lower()
            self._toned.setdefault(fold(word), {}).setdefault(tidy(word), 0)

    def knows(self, folded: str) -> bool:
        """Whether the word was seen in any phrase or text, or is of a place's name."""
        return folded in self._counts or folded in self._names

    def commonest(self, most: int) -> list[str]:
        """So many of the words that come most often."""
        counts = self._counts.copy()  # another thread may learn meanwhile
        return [word for word in nlargest(most, counts, counts.__getitem__) if word != NUMBER]

    def neighbours(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Each of the words between two that it was seen beside, as far as there are."""
        before: dict[str, str] = {}
        for word in words:
            for following in self._pairs.after(word):
                before.setdefault(following, word)
        return {
            word: tuple(filter(None, (before.get(word), word, next(iter(self._pairs.after(word)), None))))
            for word in words
        }

    def near(self, folded: str) -> list[tuple[str, float]]:
        """The known words one slip from what was typed, each with its slip's cost; never the word itself."""
        return [(word, cost) for word, cost in self.slips.near(folded) if self.knows(word)]

    def is_toned_word(self, toned: str) -> bool:
        """Whether the word is written with just these marks."""
        folded = fold(toned)
        forms = self._toned.get(folded)
        return folded == toned and folded in self._names if forms is None else toned in forms

    def has_seen_toned(self, toned: str) -> bool:
        """Whether a phrase or text wrote the word with just these marks."""
        folded = fold(toned)
        forms = self._toned.get(folded)
        return folded == toned and folded in self._names if forms is None else forms.get(toned, 0) > 0

    def marks_cost(self, folded: str, toned: str) -> float:
        """How unexpected just these marks are on the word, in nats, at most so many; nothing where none are known."""
        forms = self._toned.get(folded)
        if not forms:
            return 0.0
        return min(-log((forms.get(toned, 0) + _UNSEEN) / (sum(forms.values()) + _UNSEEN)), _MOST_MARKS)

    def toned_forms(self, folded: str) -> Mapping[str, int]:
        """How the word is written with its marks, and how often it was seen so."""
        if (forms := self._toned.get(folded)) is not None:
            return forms.copy()  # another thread may learn meanwhile
        return {folded: _NAMED} if folded in self._names else {}

    def usual_form(self, folded: str) -> str:
        """The word with the marks that it was most often seen with."""
        forms = self.toned_forms(folded)
        return max(forms, key=forms.__getitem__, default=folded)

    def is_english(self, folded: str) -> bool:
        """Whether it is an English word, its endings included."""
        if folded in self.english:
            return True
        stems = (folded.removesuffix(end) for end in ("s", "es", "ed", "d", "ing", "ly") if folded.endswith(end))
        return any(len(stem) > 2 and stem in self.english for stem in stems)

    def has_pair(self, previous: str, word: str) -> bool:
        """Whether the second word was seen right after the first."""
        return self._pairs.has(previous, word)

    def seen_pairs(self, words: Sequence[str]) -> list[bool]:
        """Of each of the words but the last whether the next one was seen right after it."""
        return self._pairs.seen(words)

    def seen_marked_pairs(self, words: Sequence[str]) -> list[bool]:
        """The same of words with just these marks."""
        return self._marked_pairs.seen(words)

    def costs_after(self, previous: str) -> "CostsAfter":
        """How unexpected any word is after that one ("" at the start), in nats."""
        known = self._costs.get(previous)
        if known is None:
            if self.reckoned > _MOST_PAIRS:
                self._forget_costs()
            times = self._counts.get(previous, 0)
            after = self._pairs.after(previous) if times else {}
            known = self._costs[previous] = CostsAfter(self, times, after, self._unseen if after else self._alone)
        return known

    def chance(self, word: str) -> float:
        """How likely the word is whatever stands before it."""
        count = self._counts.get(word, 0) or (_NAMED if word in self._names else _UNSEEN)
        return count / (self._total + 1)


@cache
def _shipped() -> bytes:
    return marshal.dumps(Lexicon._from_files().plain)
