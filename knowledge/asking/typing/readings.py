"""The ways in which one token, or it and the next ones, may be read."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from knowledge.asking.typing import costs
from knowledge.asking.typing.abbreviations import Abbreviation
from knowledge.asking.typing.heard import NUMBER
from knowledge.asking.typing.lattice import Option, costing
from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.looks import Acquaintance
from knowledge.asking.typing.method import Method
from knowledge.asking.typing.repairs import Repairs
from knowledge.asking.typing.syllables import folded_syllables, tidy
from knowledge.asking.typing.tokens import Kind, Token
from knowledge.grammar.folding import compose, fold
from knowledge.vocabulary.loading import load_vocabulary

_LONGEST_WORD = 24  # letters; longer runs are not words and are not looked into
_MOST_REMEMBERED = 20_000  # words as typed; about 10 MB
_FIXED = Kind.FIXED


class _Place(NamedTuple):
    """What decides, where a token stands, what it may be."""

    strange: float  # what speaks against the word as typed
    is_open: bool  # whether a slip is looked for
    is_last: bool
    is_name: bool
    is_at_home: bool
    careless: float  # less for a slip among others


class _Alone(NamedTuple):
    """The short forms that a token may be and the token as typed; whether a slip is looked for in it.

    And whether the word is known, and known with its marks, which spares looking for one where its neighbours know it.
    """

    options: tuple[Option, ...]
    may_be_slip: bool
    is_known: bool
    is_known_with_marks: bool
    there: dict[_Place, tuple[Option, ...]]  # with slips undone, by where it stood


class _Joints(NamedTuple):
    """Of each token but the last whether the next one was seen beside it, and with just these marks."""

    is_seen: Sequence[bool]
    is_marked: Sequence[bool]


class Readings:
    """Reads tokens with one lexicon; what it found for a word it remembers."""

    def __init__(self, lexicon: Lexicon, acquaintance: Acquaintance) -> None:
        self._lexicon = lexicon
        self._repairs = Repairs(lexicon, acquaintance)
        # How a question is typed, and whether a phrase begins there; then by what is typed.
        self._known: dict[tuple[Method, bool], dict[str, _Alone]] = {}
        self._version = lexicon.version

    def warm(self) -> Iterator[None]:
        """Builds what is else found when a word is typed for the first time."""
        yield from self._repairs.warm()

    def of(self, tokens: Sequence[Token], method: Method, slips: int) -> list[Sequence[Option]]:
        """All options that begin at each token, at least one of them one token wide; so many words are plainly none."""
        joints = self._joints(tokens, method)
        if self._version != self._lexicon.version or sum(map(len, self._known.values())) > _MOST_REMEMBERED:
            self._known = {}
            self._version = self._lexicon.version
        known = self._known.setdefault((method, False), {}), self._known.setdefault((method, True), {})
        return [self._of(tokens, at, method, slips, joints, known) for at in range(len(tokens))]

    def _joints(self, tokens: Sequence[Token], method: Method) -> _Joints:
        """How each token stands to the next one."""
        keys = [_key(token) for token in tokens]
        seen = self._lexicon.seen_pairs(keys)
        if not method.is_marked:
            return _Joints(seen, seen)
        marked = [token.toned or key for token, key in zip(tokens, keys, strict=True)]
        return _Joints(seen, self._lexicon.seen_marked_pairs(marked))

    def _of(
        self,
        tokens: Sequence[Token],
        at: int,
        method: Method,
        slips: int,
        joints: _Joints,
        known: tuple[dict[str, _Alone], dict[str, _Alone]],
    ) -> Sequence[Option]:
        """All options that begin at this token, which the joints bind to its neighbours."""
        token = tokens[at]
        phrases = self._phrases(tokens, at)
        if token.kind is _FIXED:
            return [as_typed(token), *phrases]
        if len(token.raw) > _LONGEST_WORD:
            return [as_typed(token)]
        alone = known[bool(phrases)].get(token.raw)
        if alone is None:
            alone = known[bool(phrases)][token.raw] = self._alone(token, method, has_phrase=bool(phrases))
        options: Sequence[Option] = alone.options
        if alone.may_be_slip:
            is_settled, is_at_home, strange = _beside(token, alone, method, joints, at)
            is_last = at == len(tokens) - 1 and at > 0 and token.folded not in _last_words()
            is_open = is_last or not is_settled
            if is_open:
                careless = self._repairs.less_among(token, slips)
                place = _Place(strange, True, is_last, _is_name(tokens, at), is_at_home, careless)
                there = alone.there.get(place) or self._there(token, method, alone, place)
                options = [*there, *self._joined(tokens, at)]
            elif strange or token.is_keys:
                place = _Place(strange, False, False, False, False, 0.0)
                options = alone.there.get(place) or self._there(token, method, alone, place)
        options = [*phrases, *options] if phrases else options
        return options if alone.options else [*options, as_typed(token)]

    def _there(self, token: Token, method: Method, alone: _Alone, place: _Place) -> tuple[Option, ...]:
        """What the token may be where it stands, the next one not looked at; remembered."""
        options = [costing(o, o.cost + place.strange) for o in alone.options] if place.strange else [*alone.options]
        if place.is_open:
            repairs = self._repairs.of(token, method, place.careless, place.is_name, is_at_home=place.is_at_home)
            options += map(_as_ending, repairs) if place.is_last else repairs
        if token.is_keys:
            options += self._repairs.cuts(token)
        found = alone.there[place] = tuple(options)
        return found

    def _alone(self, token: Token, method: Method, *, has_phrase: bool) -> "_Alone":
        """What the token may be whatever stands beside it."""
        short = tuple(self._short_forms(token))
        may_be_slip = not (short or has_phrase) or token.folded in folded_syllables()
        kept = (self._kept(token, method, rival=bool(short) or has_phrase),) if may_be_slip else ()
        knows = self._lexicon.knows(token.folded)
        with_marks = knows and self._lexicon.has_seen_toned(token.toned or token.folded)
        return _Alone((*short, *kept), may_be_slip, knows, with_marks, {})

    def _is_word(self, token: Token) -> bool:
        return token.folded in folded_syllables() or self._lexicon.knows(token.folded)

    def _kept(self, token: Token, method: Method, *, rival: bool) -> Option:
        cost = costs.LEFT_AS_TYPED if rival and token.toned else 0.0
        if not self._is_word(token) and (token.toned or not self._lexicon.is_english(token.folded)):
            may_be_name = token.toned is None or token.raw.isascii() or token.raw[0].isupper()
            cost += (
                costs.NO_SYLLABLE if may_be_name else costs.NO_MARKED_SYLLABLE
            ) + costs.NO_ENGLISH * method.is_english
        elif method.is_marked and not self._is_plain_english(token):
            cost += self._marks_cost(token)
        if token.is_keys and not (method.is_telex_sure or method.is_vni):
            cost += costs.KEYS_ALONE
        return as_typed(token, cost)

    def _is_plain_english(self, token: Token) -> bool:
        """An English word has no marks to miss beside names that have theirs: "rate of Cửa Triều ward"."""
        return not token.toned and token.folded not in folded_syllables() and self._lexicon.is_english(token.folded)

    def _marks_cost(self, token: Token) -> float:
        """What speaks against the word having just these marks; one typed without any may have been left so."""
        written = token.toned or token.folded
        if self._lexicon.has_seen_toned(written):
            return self._lexicon.marks_cost(token.folded, written) if token.toned else 0.0
        strange = costs.RARE_MARKS if self._lexicon.is_toned_word(written) else costs.ODD_MARKS
        return max(strange, self._lexicon.marks_cost(token.folded, written) if token.toned else 0.0)

    def _short_forms(self, token: Token) -> Iterator[Option]:
        """The token's meanings; it is also left as typed where none is certain or it may be a word itself."""
        entries = self._lexicon.abbreviations.of(token.raw)
        yield from _meanings(entries, 1)
        if entries and not any(entry.is_certain for entry in entries):
            yield _option(token.folded, None, costs.LEFT_AS_TYPED)

    def _phrases(self, tokens: Sequence[Token], at: int) -> list[Option]:
        """Short forms of several words: "1 cửa", "bao nh"."""
        found: list[Option] = []
        if not (begun := self._lexicon.abbreviations.phrases(tokens[at].folded)):
            return found
        for parts, entry in begun:
            typed = tokens[at : at + len(parts)]
            if [token.folded for token in typed] == parts and _may_be_short(
                typed, entry, tokens[at - 1] if at else None
            ):
                found += _meanings((entry,), len(parts))
        return found

    def _joined(self, tokens: Sequence[Token], at: int) -> Iterator[Option]:
        """The token and the next as one word, where a space or a mark slipped in: "tru ng", "nà?o"."""
        if at + 1 >= len(tokens) or tokens[at + 1].kind is not Kind.WORD:
            return
        left, right = tokens[at], tokens[at + 1]
        whole = left.folded + right.folded
        if len(whole) >= _LONGEST_WORD or not self._lexicon.knows(whole):
            return
        if _is_whole(left) and len(right.folded) > 1 and right.raw.isascii() and self._is_word(right):
            return  # "dị em" is no "điểm"
        has_fragment = not (self._is_word(left) and self._is_word(right)) or right.start == left.end + 1
        if has_fragment:
            toned = tidy((left.toned or left.folded) + (right.toned or right.folded))
            yield _option(whole, None if toned.isascii() else toned, costs.SPLIT, width=2, is_repaired=True)


def _may_be_short(typed: Sequence[Token], entry: Abbreviation, before: Token | None) -> bool:
    """Whether the words, as far as they have marks, are those of the short form: the "sơ" of "hồ sơ TP" is no department."""
    if before is not None and (before.folded, typed[0].folded) == ("ho", "so"):
        return False
    written = compose(entry.short).lower().split()
    return all(token.toned in {None, word} for token, word in zip(typed, written, strict=True))


def _beside(token: Token, alone: _Alone, method: Method, joints: _Joints, at: int) -> tuple[bool, bool, float]:
    """Whether no slip need be looked for; whether a neighbour knows the word with its marks; what speaks against it.

    Where marks were typed, one neighbour is enough for a word that is known with these marks beside it; a pair
    that is known with other marks only ("kỳ này" for "ký này") speaks against the word as typed.
    """
    before = at - 1 if at else 0
    seen = joints.is_seen[before : at + 1]
    if not method.is_marked or token.is_guess:
        return alone.is_known and False not in seen, False, 0.0
    marked = joints.is_marked[before : at + 1]
    is_at_home = True in marked or not marked
    strange = 0.0
    if False in marked:
        strange = sum(is_seen and not is_marked for is_seen, is_marked in zip(seen, marked, strict=True))
    return alone.is_known_with_marks and is_at_home, is_at_home, costs.OTHER_MARKS_BESIDE * strange


def as_typed(token: Token, cost: float = 0.0) -> Option:
    """The token as it stands, looked into no further."""
    word = fold(token.raw) if token.is_guess else token.folded
    key = _key(token)
    return Option(1, (word,), (token.toned,), cost, (key, key))


def _is_whole(token: Token) -> bool:
    """Whether a syllable was typed to its end, as its marks show."""
    return bool(token.toned) and not token.raw.isascii() and token.folded in folded_syllables()


@cache
def _endings() -> frozenset[str]:
    """What questions end with: the last word of "đã ban hành cha?" is a slip of one of these, and no father."""
    return frozenset(map(fold, load_vocabulary("framing")["endings"]["words"]))


@cache
def _last_words() -> frozenset[str]:
    """All that may be the last word of a question as it stands."""
    return _endings() | frozenset(map(fold, load_vocabulary("framing")["last_words"]["words"]))


def _as_ending(option: Option) -> Option:
    return costing(option, option.cost - costs.ENDING) if option.words[-1] in _endings() else option


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether capitals say so: not those of the first word, nor of a text all in capitals."""
    raw = tokens[at].raw
    return at > 0 and raw[0].isupper() and not raw.isupper()


def _key(token: Token) -> str:
    return NUMBER if token.kind is _FIXED and token.folded != "%" else token.folded


def _option(word: str, toned: str | None, cost: float, *, width: int = 1, is_repaired: bool = False) -> Option:
    return Option(width, (word,), (toned,), cost, (word, word), is_repaired)


@lru_cache(maxsize=2048)
def _meanings(entries: tuple[Abbreviation, ...], width: int) -> tuple[Option, ...]:
    return tuple(option for entry in entries for option in _meanings_of(entry, width))


def _meanings_of(entry: Abbreviation, width: int) -> Iterator[Option]:
    """One option for each meaning; those that differ by their marks only are one, without marks."""
    toned = [tuple(tidy(word) for word in compose(meaning).lower().split()) for meaning in entry.meanings]
    folded = [tuple(map(fold, words)) for words in toned]
    for place, words in enumerate(folded):
        if words not in folded[:place]:
            marks: tuple[str | None, ...] = toned[place] if folded.count(words) == 1 else (None,) * len(words)
            yield Option(width, words, marks, place * costs.OTHER_MEANING, (words[0], words[-1]))
