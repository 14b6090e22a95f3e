"""The words that questions and reports are made of, how often they come and what they come after."""

import itertools
import marshal
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from math import log
from typing import Any

from knowledge.asking.typing.abbreviations import Abbreviations
from knowledge.asking.typing.slips import SlipIndex
from knowledge.asking.typing.syllables import folded_syllables, tidy
from knowledge.grammar.folding import compose, fold

NUMBER = "#"  # stands for every number and symbol
_WORDS = re.compile(r"[^\W\d_]+|[\d#][\w/.,-]*|%|[.;:!?()\n]")
_BREAKS = frozenset(".;:!?()\n")
_GROUP = re.compile(r"\{([^}]*)\}")
_SEEN_SHARE = 0.75  # how far a seen pair is trusted against the word alone
_UNSEEN = 0.3  # a syllable that was never seen, as a share of one that was seen once
_BATCH = 10_000  # texts learned at once
_MOST_PAIRS = 400_000  # about 60 MB; a store's further pairs say little new


class Lexicon:
    """Known folded words with their counts, pairs and toned forms; it grows by what reports say."""

    def __init__(self) -> None:
        self.abbreviations = Abbreviations(())
        self.english: set[str] = set()
        self.slips = SlipIndex()
        self.version = 0  # grows when anything is learned, for caches
        self._counts: dict[str, int] = {}
        self._pairs: dict[str, dict[str, int]] = {}
        self._pair_count = 0
        self._toned: dict[str, dict[str, int]] = {}
        self._total = 0
        self._known_costs: dict[tuple[str, str], float] = {}

    @classmethod
    def shipped(cls) -> "Lexicon":
        """What the vocabulary's files hold; the files are learned once, and each lexicon of them goes on by itself."""
        return cls.from_plain(marshal.loads(_shipped()))  # noqa: S302 - written by this very process

    @classmethod
    def _from_files(cls) -> "Lexicon":
        lexicon = cls()
        lexicon.abbreviations = Abbreviations.shipped()
        english = list(_lines("english.txt"))
        lexicon.english = set(_english_words())
        for name in ("phrases.txt", "everyday.txt"):
            lexicon.learn(itertools.chain.from_iterable(map(_expand, _lines(name))))
        lexicon.learn(english)
        lexicon.learn(lexicon.abbreviations.meanings)
        lexicon._add_toned(" ".join(_lines("syllables.txt")).split())
        return lexicon

    @classmethod
    def from_plain(cls, plain: Any) -> "Lexicon":
        """The lexicon that `plain` was taken from."""
        lexicon = cls()
        lexicon.abbreviations = Abbreviations.shipped()
        lexicon.english = set(_english_words())
        lexicon._counts, lexicon._pairs, lexicon._pair_count, lexicon._toned, lexicon._total, slips = plain
        lexicon.slips = SlipIndex.from_plain(slips)
        lexicon.version = 1
        return lexicon

    @property
    def plain(self) -> tuple[Any, ...]:
        """All that was learned, as plain values; nothing may be learned while they are used."""
        return self._counts, self._pairs, self._pair_count, self._toned, self._total, self.slips.plain

    def learn(self, texts: Iterable[str]) -> None:
        """Know the words of these texts too: names, indicators, whatever reports speak of.

        What is neither a syllable nor English must come twice, since reports have slips too.
        """
        stream = iter(texts)
        while batch := list(itertools.islice(stream, _BATCH)):
            self._learn_batch(batch)
        self.slips.add(word for word in self._counts if word != NUMBER)
        self._known_costs.clear()
        self.version += 1

    def learn_names(self, folded: Iterable[str]) -> None:
        """Know the words of places' names that are no syllables ("Bản Loong"), also where they came only once."""
        for word in {word for name in folded for word in name.split()}:
            if word.isalpha() and word not in folded_syllables() and word not in self._counts:
                self._count(word, word, 2)
                self.slips.add([word])
        self._known_costs.clear()
        self.version += 1

    def _learn_batch(self, texts: Iterable[str]) -> None:
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            heard = [NUMBER if raw[0].isdigit() else raw for raw in _WORDS.findall(compose(text).lower())]
            words.update(heard)
            pairs.update(itertools.pairwise(heard))
        sure = {raw: fold(raw) for raw, count in words.items() if raw not in _BREAKS and self._is_sure(raw, count)}
        for raw, folded in sure.items():
            self._count(raw, folded, words[raw])
        for (previous, raw), count in pairs.items():
            if previous in sure and raw in sure:
                self._count_pair(sure[previous], sure[raw], count)

    def _is_sure(self, raw: str, count: int) -> bool:
        folded = fold(raw)
        is_known = folded in self._counts or folded in folded_syllables() or raw in self.english
        return is_known or count > 1 or not raw.isalpha()

    def _count(self, raw: str, folded: str, count: int) -> None:
        self._counts[folded] = self._counts.get(folded, 0) + count
        self._total += count
        if raw.isalpha():
            forms = self._toned.setdefault(folded, {})
            forms[tidy(raw)] = forms.get(tidy(raw), 0) + count

    def _count_pair(self, previous: str, word: str, count: int) -> None:
        after = self._pairs.setdefault(previous, {})
        if word not in after:
            if self._pair_count >= _MOST_PAIRS:
                return
            self._pair_count += 1
        after[word] = after.get(word, 0) + count

    def _add_toned(self, syllables: Iterable[str]) -> None:
        """Syllables that exist with these marks; seen nowhere, they are no repairs but real words."""
        for syllable in syllables:
            word = compose(syllable).lower()
            self._toned.setdefault(fold(word), {}).setdefault(tidy(word), 0)

    def knows(self, folded: str) -> bool:
        """Whether the word was seen in any phrase or text."""
        return folded in self._counts

    def is_toned_word(self, toned: str) -> bool:
        """Whether the word is written with just these marks."""
        return toned in self._toned.get(fold(toned), ())

    def has_seen_toned(self, toned: str) -> bool:
        """Whether a phrase or text wrote the word with just these marks."""
        return self._toned.get(fold(toned), {}).get(toned, 0) > 0

    def toned_forms(self, folded: str) -> Iterable[str]:
        """How the word is written with its marks, in the order learned."""
        return self._toned.get(folded, {}).keys()

    def is_english(self, folded: str) -> bool:
        """Whether it is an English word, its endings included."""
        if folded in self.english:
            return True
        stems = (folded.removesuffix(end) for end in ("s", "es", "ed", "d", "ing", "ly") if folded.endswith(end))
        return any(len(stem) > 2 and stem in self.english for stem in stems)

    def has_pair(self, previous: str, word: str) -> bool:
        """Whether the second word was seen right after the first."""
        return word in self._pairs.get(previous, ())

    def cost(self, previous: str, word: str) -> float:
        """How unexpected the word is after the previous one ("" at the start), in nats."""
        known = self._known_costs.get((previous, word))
        if known is None:
            if len(self._known_costs) > _MOST_PAIRS:
                self._known_costs.clear()
            known = self._known_costs[previous, word] = -log(self._chance(previous, word))
        return known

    def _chance(self, previous: str, word: str) -> float:
        alone = (self._counts.get(word, 0) or _UNSEEN) / (self._total + 1)
        after = self._pairs.get(previous)
        if not after:
            return alone
        share = after.get(word, 0) / self._counts[previous]
        return _SEEN_SHARE * share + (1 - _SEEN_SHARE) * alone


@cache
def _shipped() -> bytes:
    return marshal.dumps(Lexicon._from_files().plain)


@cache
def _english_words() -> frozenset[str]:
    return frozenset(word for line in _lines("english.txt") for word in line.split() if word.isalpha())


def _lines(name: str) -> Iterator[str]:
    """The lines of a vocabulary file without comments."""
    text = (files("knowledge.vocabulary") / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("//"))


def _expand(line: str) -> Iterator[str]:
    """`{đúng|quá} hạn` is both "đúng hạn" and "quá hạn"."""
    parts = _GROUP.split(line)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return map("".join, itertools.product(*choices))
