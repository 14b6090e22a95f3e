"""What a question calls a document, word for word, held against a register's row, which gives the whole subject."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from knowledge.asking.library import Library
from knowledge.asking.reading.cues import all_cue_words
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.nearby import is_one_slip
from knowledge.grammar.concepts import Tagger
from knowledge.grammar.document_types import document_types
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise, words_as_written
from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_vocabulary

# One syllable may be another way to put it; two running are a word of Vietnamese, and name another document.
_FEWEST_LACKED = 2
_OF_ITS_ISSUE = ("when", "who", "signer", "about", "number", "effective")


def is_called_otherwise(library: Library, subject: str, query: Query) -> bool:
    """Whether the question calls its document by words running that a row of this subject lacks, and says in no other way.

    "Giao chỉ tiêu thi đua, khen thưởng" is not "Công bố danh mục thi đua, khen thưởng", though only asking words differ.
    """
    if not asks_of_issue(query):
        return False
    named = _behind_the_type(query)
    if set(named.split()) <= set(fold(subject).split()):
        return False
    own = frozenset(normalise(subject).split())
    for run in _lacked_runs(normalise(_less_what_asks(named)).split(), own, library.tagger):
        if sum(_syllables(word) for word in run if word not in _joining()) >= _FEWEST_LACKED:
            said = library.tagger.tag(" ".join(run)).words
            if not said or not said <= library.tagger.tag(fold(subject)).words:
                return True
    return False


def asks_of_issue(query: Query) -> bool:
    """Whether it asks when, by whom or about what a document was issued; what is only held up may be put in any words."""
    return query.asks(*_OF_ITS_ISSUE) and not query.asks("verify", "status", "overdue")


def is_of_other_type(types: frozenset[str], subject: str, asked: str) -> bool:
    """Whether a document of these types is of another than was asked for, and its subject names none of that, which it may issue."""
    has_symbol = any(t.codes for t in document_types() if t.name == asked)
    return bool(has_symbol and types and asked not in types) and fold(asked) not in fold(subject)


def _syllables(word: str) -> int:
    """Those that a normalised word tells of, as far as two matter: "motcua" and "cchc" stand for several."""
    return 1 if words_as_written(word) else _FEWEST_LACKED


@cache
def _joining() -> frozenset[str]:
    """What joins the parts of a name, says whose it is or what is done with it, and is left out or exchanged as one likes."""
    return frozenset(map(fold, load_vocabulary("framing")["joining"]["words"]))


def _behind_the_type(query: Query) -> str:
    """What stands behind the type's name, up to a period or a body; nothing where no type is named."""
    if query.named_type is None or (named := _types_named()[query.named_type].search(query.folded)) is None:
        return ""
    starts = [*(p.start for p in query.periods), *(b.start for b in query.bodies)]
    return query.folded[named.end() : min((s for s in starts if s >= named.end()), default=len(query.folded))]


@cache
def _types_named() -> dict[str, re.Pattern[str]]:
    """The name of each type, and what stands for any."""
    names = (*(t.name for t in document_types()), "Văn bản")
    return {name: pattern_of(rf"\b{fold(name)}\b ?") for name in names}


def _less_what_asks(words: str) -> str:
    """The words up to an asking phrase; what begins a name may be one as well: "Chỉ thị xếp hạng …"."""
    asking = all_cue_words().search(words, 1)
    return words[: asking.start()] if asking else words


def _lacked_runs(words: list[str], own: frozenset[str], tagger: Tagger) -> Iterator[list[str]]:
    run: list[str] = []
    # What the question has as well is no word that was mistyped.
    left = own - set(words)
    strange = [word not in own for word in words]
    lacked = [
        is_strange
        and (_is_of_term(words, strange, at, tagger) or not any(is_one_slip(words[at], held) for held in left))
        for at, is_strange in enumerate(strange)
    ]
    for at, word in enumerate(words):
        # The "nghiệp" of "doanh nghiệp nhỏ" is that of the row's "công nghiệp": what is lacked on both sides goes on over it.
        goes_on = word not in _joining() and any(lacked[at + 1 : at + 2])
        if lacked[at]:
            run.append(word)
        elif run and not goes_on:
            yield run
            run = []
    if run:
        yield run


def _is_of_term(words: Sequence[str], strange: Sequence[bool], at: int, tagger: Tagger) -> bool:
    """Whether it and a neighbour that the row has not either are one word: the "hạng" of "xếp hạng" is no "tháng" with a slip."""
    pairs = [words[first : first + 2] for first in (at - 1, at) if first >= 0 and all(strange[first : first + 2])]
    return any(len(pair) > 1 and tagger.tag(" ".join(pair)).words - set(pair) for pair in pairs)
