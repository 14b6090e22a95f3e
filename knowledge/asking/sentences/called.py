"""What a question calls a document, word for word, held against a register's row, which gives the whole subject."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.asking.library import Library
from knowledge.asking.reading.cues import all_cue_words
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.nearby import is_one_slip
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.vocabulary.loading import load_vocabulary

# One syllable may be another way to put it; two running are a word of Vietnamese, and name another document.
_FEWEST_LACKED = 2
_OF_ITS_ISSUE = ("when", "who", "signer", "about", "number", "effective")


def is_called_otherwise(library: Library, subject: str, query: Query) -> bool:
    """Whether the question calls its document by words running that a row of this subject lacks, and says in no other way.

    "Giao chỉ tiêu thi đua, khen thưởng" is not "Công bố danh mục thi đua, khen thưởng", though only asking words differ.
    """
    if query.asks("verify", "status", "overdue") or not query.asks(*_OF_ITS_ISSUE):
        return False  # what is held up may be put in any words
    own = frozenset(normalise(subject).split())
    for run in _lacked_runs(_called(query), own):
        if sum(word not in _joining() for word in run) >= _FEWEST_LACKED:
            said = library.tagger.tag(" ".join(run)).words
            if not said or not said <= library.tagger.tag(fold(subject)).words:
                return True
    return False


@cache
def _joining() -> frozenset[str]:
    """What joins the parts of a name, says whose it is or what is done with it, and is left out or exchanged as one likes."""
    return frozenset(map(fold, load_vocabulary("framing")["joining"]["words"]))


def _called(query: Query) -> list[str]:
    """The words behind the type's name, up to a period, a body or what is asked; none where no type is named."""
    if query.named_type is None or (named := re.search(rf"\b{fold(query.named_type)}\b ?", query.folded)) is None:
        return []
    starts = [*(p.start for p in query.periods), *(b.start for b in query.bodies)]
    words = query.folded[named.end() : min((s for s in starts if s >= named.end()), default=len(query.folded))]
    # What begins the name may be an asking word as well: "Chỉ thị xếp hạng …".
    asking = all_cue_words().search(words, 1)
    return normalise(words[: asking.start()] if asking else words).split()


def _lacked_runs(words: list[str], own: frozenset[str]) -> Iterator[list[str]]:
    run: list[str] = []
    # What the question has as well is no word that was mistyped.
    left = own - set(words)
    for word in words:
        if word not in own and not any(is_one_slip(word, held) for held in left):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run
