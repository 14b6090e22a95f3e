"""From the characters of a question to its words."""

from collections.abc import Iterator, Sequence
from itertools import islice

from knowledge.asking.typing.lattice import Option, cheapest
from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.looks import Acquaintance
from knowledge.asking.typing.method import count_slips, find_method, settle
from knowledge.asking.typing.readings import Readings, as_typed
from knowledge.asking.typing.syllables import folded_syllables
from knowledge.asking.typing.tokens import Token, cut
from knowledge.asking.typing.words import Typed, Word
from knowledge.grammar.folding import compose

_MOST_READ = 200  # tokens that are looked into, half a page; what follows stays as typed
_MOST_WARMED, _WARMED_AT_ONCE = 1_000, 25  # words; some megabytes, some milliseconds
_MOST_SLIPS_WARMED = 2  # as many as a question mostly has
# Among words without marks one that seems typed in Telex, as slips do, lets all of them be read as among marks.
_SEEMS_TELEX = "ddax"


class Typist:
    """Reads what was typed on a phone; one may serve many threads while nothing is learned."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._acquaintance = Acquaintance(lexicon)
        self._readings = Readings(lexicon, self._acquaintance)

    def warm(self) -> Iterator[None]:
        """Gets to know the commonest words before somebody types them, in small letters or as in names, some at each step."""
        yield from self._readings.warm()
        words = [word for word in self.lexicon.commonest(_MOST_WARMED) if word in folded_syllables()]
        around = self.lexicon.neighbours(words)
        for start in range(0, len(words), _WARMED_AT_ONCE):
            some = words[start : start + _WARMED_AT_ONCE]
            # What its neighbours were seen with marks only speaks against a word without.
            in_phrases = [near for word in some for near in around[word]]
            for written in (some, [*map(self.lexicon.usual_form, some)], [*in_phrases, _SEEMS_TELEX]):
                self._meet(" ".join(written))
                self._meet(" ".join(("", *map(str.capitalize, written))))
                yield

    def _meet(self, text: str) -> None:
        """Finds what each of its words may be, beside up to so many slips."""
        tokens = list(cut(text))
        self._acquaintance.renew()
        method = find_method(text, tokens, self._acquaintance)
        tokens = settle(tokens, method, self.lexicon)
        for slips in range(_MOST_SLIPS_WARMED + 1):
            self._readings.of(tokens, method, slips)

    def read(self, question: str) -> Typed:
        """The question's words as meant; any text gives some, or none where it holds no letter or digit."""
        text = compose(question)
        stream = cut(text, self.lexicon.abbreviations.joined)
        tokens = list(islice(stream, _MOST_READ))
        self._acquaintance.renew()
        method = find_method(text, tokens, self._acquaintance)
        tokens = settle(tokens, method, self.lexicon)
        options = self._readings.of(tokens, method, count_slips(tokens, self._acquaintance))
        run = cheapest(options, self.lexicon.costs_after)
        rest = list(stream)
        words = [*_place(run, tokens), *_place([as_typed(token) for token in rest], rest)]
        return Typed(text, tuple(words))


def _place(run: Sequence[Option], tokens: Sequence[Token]) -> Iterator[Word]:
    at = 0
    for width, words, marks, _, _, is_repaired in run:
        start, end = tokens[at].start, tokens[at + width - 1].end
        at += width
        if len(words) == 1:
            yield Word(words[0], marks[0], start, end, is_repaired)
            continue
        for word, toned in zip(words, marks, strict=True):
            yield Word(word, toned, start, end, is_repaired)
