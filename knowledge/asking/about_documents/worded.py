"""Documents by the words of their subjects as they stand: all of them in the question, as typed or one slip away.

What a subject means is weighed in `finding`; here near-identical subjects are told apart, and slips found that no neighbour
word gives away ("an ton giao thông").
"""

from collections.abc import Callable
from functools import cache, lru_cache

import numpy as np

from knowledge.asking.documents import Document
from knowledge.asking.library import Library
from knowledge.asking.reading.cues import all_cue_words, stop_words
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.shelves.nearby import is_one_slip
from knowledge.asking.shelves.postings import Numbers
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import BODY_BEGINNING
from knowledge.grammar.patterns import pattern_of

# A subject of fewer words stands in too many questions to tell anything.
_FEWEST_WORDS = 4
# So much of what is asked a subject must hold, slips allowed for; the same as where they are not (`finding`).
_THRESHOLD = 0.8
# At most so many words of a subject may be slips, each with two others that are typed right.
_MOST_SLIPS, _RIGHT_FOR_SLIP = 2, 2
# So many of the best are looked at, and so many words of the question looked up.
_MOST_LOOKED_AT, _MOST_ASKED = 40, 30


def closest(near: Shortlist, query: Query) -> Shortlist:
    """Of several those whose subject stands whole in the question, the one of most words; all where none does.

    Where the question does not say whose it is, those of other bodies that are about the same are meant as well.
    """
    fullest = _fullest(near, query, most_slips=0) or _fullest(near, query, most_slips=_MOST_SLIPS)
    if not fullest or query.bodies or query.level:
        return fullest or near
    about = {_about(document, query) for document in fullest}
    return near.chosen(lambda document: _about(document, query) in about)


def misspelt(library: Library, query: Query, among: Numbers) -> Shortlist:
    """Those of the documents of the type and bodies asked for whose subject the question holds whole, but for slips."""
    asked = _content(query)
    if len(asked) < _FEWEST_WORDS:
        return library.all_documents().none()
    numbers, shares = library.documents_spelt(asked, _THRESHOLD, among)
    found = Shortlist(library, numbers[np.argsort(-shares, kind="stable")])
    found = found.of_types(lambda types: query.named_type in types).that_are_not(Is.REPLACED)
    found = found.of_bodies(b.organisation for b in query.bodies)
    return _fullest(Shortlist(library, found.numbers[:_MOST_LOOKED_AT]), query, most_slips=_MOST_SLIPS)


def _fullest(found: Shortlist, query: Query, *, most_slips: int) -> Shortlist:
    """Those of most words of which the question holds them all."""
    said = _said(query)
    # Documents that are nearly alike lack the same words.
    is_slip = cache(lambda word: any(is_one_slip(typed, word) for typed in said))
    sizes = [_words_held(_subject(document, query), said, is_slip, most_slips=most_slips) for document in found]
    most = max(sizes, default=0)
    return found.where(np.array(sizes) == most) if most else found.none()


def _said(query: Query) -> frozenset[str]:
    """All words of the question as read and as typed."""
    return frozenset(f"{normalise(query.folded)} {normalise(query.text)}".split())


def _content(query: Query) -> list[str]:
    """What is left of the words as read without what asks, the type, the periods and the bodies."""
    words = query.folded
    for start, end in (*((p.start, p.end) for p in query.periods), *((b.start, b.end) for b in query.bodies)):
        words = words[:start] + " " * (end - start) + words[end:]
    left = normalise(all_cue_words().sub(" ", words)).split()
    dropped = stop_words() | set(fold(query.named_type or "").split())
    return list(dict.fromkeys(w for w in left if w not in dropped and not w.isdigit()))[:_MOST_ASKED]


def _subject(document: Document, query: Query) -> str:
    """Its folded subject; "Ban hành Kế hoạch …" says no more than the plan's own."""
    return fold(document.subject or "").removeprefix("ban hanh ").removeprefix(f"{fold(query.named_type or '')} ")


def _about(document: Document, query: Query) -> frozenset[str]:
    """The words of its subject without whose it is."""
    return _words_about(_subject(document, query))


@lru_cache(maxsize=5_000)  # more than the shortest list of candidates by far
def _words_about(subject: str) -> frozenset[str]:
    return frozenset(normalise(WHOSE_OR_SINCE.sub("", subject)).split())


_PLACES = "tinh|thanh pho|huyen|quan|thi xa|phuong|xa|thi tran|dac khu|nganh"
# "… năm 2024 của Cục Sở hữu trí tuệ", "… sau hợp nhất": whose it is and since when, and no part of what it is about.
WHOSE_OR_SINCE = pattern_of(
    lambda: rf" (?:cua (?:{BODY_BEGINNING.pattern}|(?:{_PLACES})\b)|sau (?:khi )?(?:hop nhat|sap nhap|sap xep)\b).*$"
)


def _words_held(subject: str, said: frozenset[str], is_slip: Callable[[str], bool], *, most_slips: int) -> int:
    """How many words a subject has, if the question has them all; else 0."""
    words = set(normalise(subject).split())
    others = [word for word in words if word not in said]
    if len(words) < _FEWEST_WORDS or len(others) > min(most_slips, len(words) // (1 + _RIGHT_FOR_SLIP)):
        return 0
    return len(words) if all(map(is_slip, others)) else 0
