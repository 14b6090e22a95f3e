"""The thing or undertaking that a question names, and the sentences and rows of lists that speak of the very one."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.reading.cues import stop_words
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import KEPT_TO, holds_up, is_intended, tells_time
from knowledge.asking.sentences.matching_statements import has_numbers, row_begins_with, said_numbers
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.terms import is_light
from knowledge.asking.sifting import sift_statements
from knowledge.asking.typing.syllables import folded_syllables
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# So much must be named for a sentence to be known as that of the very one: two seldom words, one and a body, or one
# that stands in the same run of words as it was asked for: "trụ sở dôi dư".
_FEWEST_NAMED, _OF_RAREST = 6.0, 0.95  # in few reports no word weighs much: then most of what the rarest does
_NUMBER_WEIGHT, _BODY_WEIGHT = 5.0, 4.0
# What each further word of such a run weighs, and a name that is no Vietnamese word ("LGSP").
_RUN_WEIGHT, _SHORTEST_RUN, _LONG_RUN, _NAME_WEIGHT = 1.0, 2, 4, 2.0
_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What a sentence must hold to speak of it: its words, numbers, bodies and levels, and words of what was done with it."""

    words: frozenset[str]
    written: tuple[str, ...]  # the words as they were typed, the bodies' left out
    numbers: tuple[str, ...]
    bodies: tuple[OrganisationMention, ...]
    said: tuple[re.Pattern[str], ...]
    levels: frozenset[str]  # "cấp xã"

    @property
    def different_bodies(self) -> Iterable[OrganisationMention]:
        """The bodies, one that is named again once."""
        return {mention.organisation: mention for mention in self.bodies}.values()


def telling_of(library: Library, wanted: Undertaking) -> list[StatementEntry]:
    """The sentences and rows that speak of just this undertaking; none where too little is named to know it by."""
    is_named = any(b.organisation.place for b in wanted.bodies)
    if not is_named and all(word.startswith("stage:") or word in _SAYS_NOTHING for word in wanted.words):
        return []  # "tiếp nhận" alone says what is done, and of nothing
    run_of: RunOf = cache(partial(_run, wanted.written))
    fewest = min(_FEWEST_NAMED, _OF_RAREST * library.rare)
    of_words = sum(library.weight(w) for w in wanted.words) + _NUMBER_WEIGHT * len(wanted.numbers)
    return [
        e
        for e in _having(library, wanted)
        if _is_of(library, e, wanted, run_of) and _named(e, wanted, run_of, of_words, fewest) >= fewest
    ]


# Where the longest run begins that the question and an entry both have, and how many words it is of.
RunOf = Callable[[StatementEntry], tuple[int, int]]


_SAYS_NOTHING = frozenset({"#reform", "hoach"})  # "kế hoạch cải cách hành chính"


def _having(library: Library, wanted: Undertaking) -> Some[StatementEntry]:
    """The statements that hold every word and are of every place; short words may stand for several, which only reading tells."""
    places = {b.organisation.place for b in wanted.bodies if b.organisation.place}
    there = library.statements_of_places(places)
    found = sift_statements(library, wanted.words, _LEAST, period=None, report=None, among_these=there)
    for place in places if there is None else ():
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
    # "Có xong trước hạn không" is asked of it and names nothing.
    folded = query.folded if not holds_up(query) else _mask(KEPT_TO, query.folded)
    asked = _asked(folded)
    light = frozenset().union(
        *(all_words(library.tagger.tag(words)) for words, _ in asked), *(w.split() for w, _ in asked)
    )
    words = frozenset(w for w in all_words(query.naming) if not is_light(w)) - light - _colouring()
    if holds_up(query):
        words -= all_words(library.tagger.tag(" ".join(m[0] for m in KEPT_TO.finditer(query.folded))))
    said = tuple({said.pattern: said for _, said in asked if said}.values())
    if said and words - {_OPERATING}:
        words -= {_OPERATING}  # what is said tells it
    if words - _UNSAID:
        words -= _UNSAID
    if not words and said:
        words = all_words(query.naming) & {_OPERATING} or frozenset({_OPERATING})
    levels = frozenset(s for s in query.terms.dimensions.get("scope", ()) if s.startswith("level_"))
    return Undertaking(words, _written(query), said_numbers(query), query.bodies, said, levels)


def _asked(folded: str) -> list[tuple[str, re.Pattern[str] | None]]:
    """What is asked of the thing, with what must be said of it: of words within others ("xây dựng") only the longer."""
    folded = _mask(_STOPPED, folded)
    found = [(m.span(), m[0], said) for pattern, said in _groups() for m in pattern.finditer(folded)]
    spans = [span for span, _, _ in found]
    return [
        (words, said)
        for (start, end), words, said in found
        if not any(a <= start and end <= b and b - a > end - start for a, b in spans)
    ]


# "Dừng nhận hồ sơ" has the letters of "dùng".
_STOPPED = Sought(r"\bdung(?= (?:nhan|tiep nhan|hoat dong|giai quyet|thuc hien|trien khai|lai)\b)")


def _written(query: Query) -> tuple[str, ...]:
    """The words of the question in their order, "|" for each body and for what is spoken of everywhere."""
    words = query.folded
    for body in query.bodies:
        words = f"{words[: body.start]}{'|' * (body.end - body.start)}{words[body.end :]}"
    return tuple(_WORDS.findall(_EVERYWHERE.sub("|", words)))


# What half of all sentences hold, and no name of one thing.
_EVERYWHERE = pattern_of(r"\b(?:cai cach hanh chinh|thu tuc hanh chinh|ho so)\b")
_WORDS = pattern_of(r"[\w/]+|\|+")


def _mask(pattern: Sought, words: str) -> str:
    return pattern.sub(lambda m: "," * len(m[0]), words)


_OPERATING = "#operating"
# What is received is dossiers, said or not.
_UNSAID = frozenset({"#dossier"})


def _is_of(library: Library, entry: StatementEntry, wanted: Undertaking, run_of: RunOf) -> bool:
    """Whether a sentence or row speaks of just the undertaking: it has all that the question names, and says what was done."""
    statement = entry.statement
    if statement.kind == "heading" or entry.report.is_amended(statement):
        return False
    if entry.is_row and statement.task is None and not statement.citations:
        return False
    if not entry.is_row and statement.task is not None and not (is_intended(entry) and tells_time(entry)):
        return False  # what is only to be done, by no day, tells nothing of how far it is
    return _says_all(entry, wanted) and _is_of_just_that(library, entry, wanted, run_of)


def _says_all(entry: StatementEntry, wanted: Undertaking) -> bool:
    """Whether it has every word, number, level and body that is named, and says what was done."""
    # Mostly its terms have every word, and no level is named.
    further = wanted.words - entry.words
    held = frozenset(entry.folded.split()) if further else further
    return (
        all(w in held or _is_short_for(w, entry.folded) for w in further)
        and has_numbers(entry, wanted.numbers)
        and (not wanted.levels or wanted.levels <= _scopes(entry))
        and all(_names(entry, body) for body in wanted.different_bodies)
        and all(said.search(entry.folded) for said in wanted.said)
    )


def _scopes(entry: StatementEntry) -> frozenset[str]:
    own, above = entry.terms.dimensions, entry.above.dimensions
    return own.get("scope", frozenset()) | above.get("scope", frozenset())


def _is_of_just_that(library: Library, entry: StatementEntry, wanted: Undertaking, run_of: RunOf) -> bool:
    """Whether a row begins with what is named or has a long run of it, and one word alone is all of a name."""
    if entry.is_row:
        bodies = {word for body in wanted.bodies for word in body.organisation.body.split()}
        if not row_begins_with(library, entry, wanted.words | bodies) and run_of(entry)[1] < _LONG_RUN:
            return False
    return len(wanted.words - {_OPERATING}) != 1 or _is_whole_name(wanted.written, entry, run_of)


_CONSONANTS = pattern_of(r"[bcdghklmnpqrstvx]{3,}")


def _is_short_for(word: str, folded: str) -> bool:
    """Whether the letters begin words that follow each other: "ĐKĐĐ" for "đăng ký đất đai"."""
    if not _CONSONANTS.fullmatch(word):
        return False
    return word in "".join(one[0] if one.isalpha() else " " for one in re.findall(r"\w+|\W", folded) if one != " ")


def _named(entry: StatementEntry, wanted: Undertaking, run_of: RunOf, of_words: float, fewest: float) -> float:
    """How much of what is wanted names the thing, in the weights of words; bodies that only are the report's own do not.

    `of_words` do its words and numbers; where these and the bodies are fewer than needed, what follows each other counts as well.
    """
    own = of_words + _BODY_WEIGHT * sum(_is_named(entry, body) for body in wanted.bodies)
    if own >= fewest or not wanted.words:
        return own
    is_name = any(w not in folded_syllables() and w.isalpha() for w in wanted.words)
    further = max(0, run_of(entry)[1] - _SHORTEST_RUN)
    return own + _RUN_WEIGHT * further + _NAME_WEIGHT * is_name


def _is_whole_name(written: Sequence[str], entry: StatementEntry, run_of: RunOf) -> bool:
    """Whether the run of words that both have is all of the name: "kho tài liệu giấy" is no "kho tài liệu điện tử"."""
    start, length = run_of(entry)
    behind = written[start + length] if start + length < len(written) else "|"
    is_asking = (behind in stop_words() and behind not in _OF_NAMES) or not behind.isalpha() or _asks_only(behind)
    return is_asking or behind in _words_alike(entry)[1]


@cache
def _asks_only(word: str) -> bool:
    return word in _WHICH_DAY or word in _colouring() or any(pattern.search(word) for pattern, _ in _groups())


_OF_NAMES = frozenset({"giay"})  # paper, which such letters rarely only ask with
_WHICH_DAY = frozenset({"hom", "bua", "khi", "luc", "bao"})


@once_each
def _words_alike(entry: StatementEntry) -> tuple[str, frozenset[str]]:
    """Its words made alike, in their order between spaces, and each once."""
    words = _WORDS.findall(normalise(entry.folded))
    return f" {' '.join(words)} ", frozenset(words)


def _run(written: Sequence[str], entry: StatementEntry) -> tuple[int, int]:
    """Where the most words begin that follow each other in both, and how many they are."""
    said, words = _words_alike(entry)
    at, longest = 0, 0
    for start, first in enumerate(written):
        if first not in words:
            continue
        while start + longest < len(written) and f" {' '.join(written[start : start + longest + 1])} " in said:
            at, longest = start, longest + 1
    return at, longest


def _names(entry: StatementEntry, body: OrganisationMention) -> bool:
    """Whether it is the body's own, or names it or its place."""
    return is_of_bodies(entry, (body,)) or _is_named(entry, body) or _is_own_centre(entry, body)


# "Trụ sở Trung tâm sửa chữa xong": in a commune's own report that is where it receives; "Trung tâm Y tế" is another.
_CENTRE_ALONE = re.compile(
    r"\bTrung tâm\b(?! (?i:y tế|văn hóa|phát triển|giáo dục|dịch vụ|học tập|khuyến))(?: (?P<next>\w))?"
)


def _is_own_centre(entry: StatementEntry, body: OrganisationMention) -> bool:
    """Whether it speaks of the centre of its report's own place without saying more of its name."""
    asked, own = body.organisation, entry.report.body
    is_place = bool(asked.place) and (asked.level, asked.place) == (own.level, own.place)
    if not (is_place and asked.is_desk and asked.body.startswith("trung tam ")):
        return False
    named = _CENTRE_ALONE.finditer(entry.statement.span.cut(entry.report.text))
    return any(not (one["next"] or "").isupper() for one in named)


def _is_named(entry: StatementEntry, body: OrganisationMention) -> bool:
    said = set(normalise(f"{entry.statement.heading} {entry.folded}").split())
    own, place = body.organisation.body, body.organisation.place
    is_there = not place or place in entry.folded or place in {entry.report.province, entry.report.body.place}
    return is_there and (set(own.split()) <= said if own else place in entry.folded)
