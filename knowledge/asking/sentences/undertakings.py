"""The thing or undertaking that a question names, and the sentences and rows of lists that speak of the very one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import is_intended, tells_time
from knowledge.asking.sentences.matching_statements import has_numbers, row_begins_with, said_numbers
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.terms import is_light
from knowledge.asking.sifting import sift_statements
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

# So much must be named for a sentence to be known as that of the very one: two seldom words, or one and a body.
_FEWEST_NAMED = 6.0
_NUMBER_WEIGHT, _BODY_WEIGHT = 5.0, 4.0
_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What a sentence must hold to speak of it: its words, numbers, bodies and levels, and words of what was done with it."""

    words: frozenset[str]
    numbers: tuple[str, ...]
    bodies: tuple[OrganisationMention, ...]
    said: tuple[re.Pattern[str], ...]
    levels: frozenset[str]  # "cấp xã"


def telling_of(library: Library, wanted: Undertaking) -> list[StatementEntry]:
    """The sentences and rows that speak of just this undertaking; none where too little is named to know it by."""
    is_named = any(b.organisation.place for b in wanted.bodies)
    if not is_named and all(word.startswith("stage:") for word in wanted.words):
        return []  # "tiếp nhận" alone says what is done, and of nothing
    return [
        e
        for e in _having(library, wanted)
        if _is_of(library, e, wanted) and _named(library, e, wanted) >= _FEWEST_NAMED
    ]


def _having(library: Library, wanted: Undertaking) -> Some[StatementEntry]:
    """The statements that hold every word and are of every place; short words may stand for several, which only reading tells."""
    found = sift_statements(library, wanted.words, _LEAST, period=None, report=None)
    for place in {b.organisation.place for b in wanted.bodies if b.organisation.place}:
        found = found.where(library.are_statements_of_place(found.numbers, place))
    for word in wanted.words:
        if not _CONSONANTS.fullmatch(word):
            found = found.where(library.say(found.numbers, word))
    return found


@cache
def _groups() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    """What is asked of a thing and what then must be said of it, each as a pattern."""
    return tuple(
        (_any(group["asked"]), _any(group["said"]) if "said" in group else None)
        for group in load_vocabulary("happenings").values()
        if "asked" in group
    )


@cache
def _colouring() -> frozenset[str]:
    """Words that colour such a question and name nothing."""
    return frozenset(fold(word) for word in load_vocabulary("happenings")["colouring"]["words"])


def _any(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(phrases)})\b")


def read_undertaking(library: Library, query: Query) -> Undertaking:
    """The undertaking that a question names; without words where it names none."""
    asked = [(m[0], said) for pattern, said in _groups() for m in pattern.finditer(query.folded)]
    light = frozenset().union(
        *(all_words(library.tagger.tag(words)) for words, _ in asked), *(w.split() for w, _ in asked)
    )
    words = frozenset(w for w in all_words(query.naming) if not is_light(w)) - light - _colouring()
    said = tuple({said.pattern: said for _, said in asked if said}.values())
    if not words and said:
        words = all_words(query.naming) & {_OPERATING} or frozenset({_OPERATING})
    levels = frozenset(s for s in query.terms.dimensions.get("scope", ()) if s.startswith("level_"))
    return Undertaking(words, said_numbers(query), query.bodies, said, levels)


_OPERATING = "#operating"


def _is_of(library: Library, entry: StatementEntry, wanted: Undertaking) -> bool:
    """Whether a sentence or row speaks of just the undertaking: it has all that the question names, and says what was done."""
    statement = entry.statement
    if statement.kind == "heading" or entry.report.is_amended(statement):
        return False
    if entry.is_row and statement.task is None and not statement.citations:
        return False
    if not entry.is_row and statement.task is not None and not (is_intended(entry) and tells_time(entry)):
        return False  # what is only to be done, by no day, tells nothing of how far it is
    held = frozenset(entry.folded.split())
    scopes = entry.terms.dimensions.get("scope", frozenset()) | entry.above.dimensions.get("scope", frozenset())
    bodies = {word for body in wanted.bodies for word in body.organisation.body.split()}
    if entry.is_row and not row_begins_with(library, entry, wanted.words | bodies):
        return False
    return (
        all(w in entry.words or w in held or _is_short_for(w, entry.folded) for w in wanted.words)
        and has_numbers(entry, wanted.numbers)
        and all(scope in scopes for scope in wanted.levels)
        and all(_names(entry, body) for body in wanted.bodies)
        and all(said.search(entry.folded) for said in wanted.said)
    )


_CONSONANTS = pattern_of(r"[bcdghklmnpqrstvx]{3,}")


def _is_short_for(word: str, folded: str) -> bool:
    """Whether the letters begin words that follow each other: "ĐKĐĐ" for "đăng ký đất đai"."""
    if not _CONSONANTS.fullmatch(word):
        return False
    return word in "".join(one[0] if one.isalpha() else " " for one in re.findall(r"\w+|\W", folded) if one != " ")


def _named(library: Library, entry: StatementEntry, wanted: Undertaking) -> float:
    """How much of what is wanted names the thing, in the weights of words; bodies that only are the report's own do not."""
    bodies = sum(_is_named(entry, body) for body in wanted.bodies)
    return sum(library.weight(w) for w in wanted.words) + _NUMBER_WEIGHT * len(wanted.numbers) + _BODY_WEIGHT * bodies


def _names(entry: StatementEntry, body: OrganisationMention) -> bool:
    """Whether it is the body's own, or names it or its place."""
    return is_of_bodies(entry, (body,)) or _is_named(entry, body)


def _is_named(entry: StatementEntry, body: OrganisationMention) -> bool:
    said = set(normalise(f"{entry.statement.heading} {entry.folded}").split())
    own, place = body.organisation.body, body.organisation.place
    is_there = not place or place in entry.folded or place in {entry.report.province, entry.report.body.place}
    return is_there and (set(own.split()) <= said if own else place in entry.folded)
