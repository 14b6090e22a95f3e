"""The ways in which one token, or it and the next ones, may be read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from knowledge.asking.typing import costs
from knowledge.asking.typing.abbreviations import Abbreviation
from knowledge.asking.typing.lattice import Option
from knowledge.asking.typing.lexicon import NUMBER, Lexicon
from knowledge.asking.typing.method import Method
from knowledge.asking.typing.repairs import Repairs
from knowledge.asking.typing.syllables import folded_syllables, tidy
from knowledge.asking.typing.tokens import Kind, Token
from knowledge.grammar.folding import compose, fold

_LONGEST_WORD = 24  # letters; longer runs are not words and are not looked into
_MOST_REMEMBERED = 20_000  # words as typed; about 10 MB


class _Alone(NamedTuple):
    """The short forms that a token may be and the token as typed; whether a slip is looked for in it."""

    options: tuple[Option, ...]
    may_be_slip: bool


class _Joint(NamedTuple):
    """Whether two words were seen side by side, and with just these marks."""

    is_seen: bool
    is_marked: bool


class _Beside(NamedTuple):
    """Whether no slip need be looked for; whether a neighbour knows the word with its marks; what speaks against it."""

    is_settled: bool
    is_at_home: bool
    strange: float


class Readings:
    """Reads tokens with one lexicon; what it found for a word it remembers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._repairs = Repairs(lexicon)
        # By what is typed, whether a phrase begins there, and how the question is typed.
        self._known: dict[tuple[str, bool, Method], _Alone] = {}
        self._version = lexicon.version

    def of(self, tokens: Sequence[Token], method: Method) -> list[list[Option]]:
        """All options that begin at each token; at least one is one token wide."""
        joints = self._joints(tokens, method)
        return [self._of(tokens, at, method, joints[max(at - 1, 0) : at + 1]) for at in range(len(tokens))]

    def _joints(self, tokens: Sequence[Token], method: Method) -> list[_Joint]:
        """How each token stands to the next one."""
        keys = [_key(token) for token in tokens]
        seen = [self._lexicon.has_pair(one, other) for one, other in pairwise(keys)]
        if not method.is_marked:
            return [_Joint(is_seen, False) for is_seen in seen]
        marked = [token.toned or key for token, key in zip(tokens, keys, strict=True)]
        has_marked = [self._lexicon.has_marked_pair(one, other) for one, other in pairwise(marked)]
        return [_Joint(*joint) for joint in zip(seen, has_marked, strict=True)]

    def _of(self, tokens: Sequence[Token], at: int, method: Method, joints: Sequence[_Joint]) -> list[Option]:
        """All options that begin at this token, which the joints bind to its neighbours."""
        token = tokens[at]
        if token.kind is Kind.FIXED:
            return [as_typed(token), *self._phrases(tokens, at)]
        if len(token.raw) > _LONGEST_WORD:
            return [as_typed(token)]
        phrases = self._phrases(tokens, at)
        alone = self._alone(token, method, has_phrase=bool(phrases))
        options = [*phrases, *alone.options]
        if alone.may_be_slip:
            beside = self._beside(token, method, joints)
            if beside.strange:
                options = [*phrases, *(o._replace(cost=o.cost + beside.strange) for o in alone.options)]
            if not beside.is_settled:
                repairs = self._repairs.of(token, method, _is_name(tokens, at), is_at_home=beside.is_at_home)
                options += [*repairs, *self._joined(tokens, at)]
            if token.toned and token.raw.isascii():
                options += self._repairs.cuts(token)
        return options if alone.options else [*options, as_typed(token)]

    def _alone(self, token: Token, method: Method, *, has_phrase: bool) -> "_Alone":
        """What the token may be whatever stands beside it; found once for each way in which it is typed."""
        if self._version != self._lexicon.version or len(self._known) > _MOST_REMEMBERED:
            self._known = {}
            self._version = self._lexicon.version
        key = (token.raw, has_phrase, method)
        known = self._known.get(key)
        if known is None:
            short = tuple(self._short_forms(token))
            may_be_slip = not (short or has_phrase) or token.folded in folded_syllables()
            kept = (self._kept(token, method, rival=bool(short) or has_phrase),) if may_be_slip else ()
            known = self._known[key] = _Alone((*short, *kept), may_be_slip)
        return known

    def _is_word(self, token: Token) -> bool:
        return token.folded in folded_syllables() or self._lexicon.knows(token.folded)

    def _beside(self, token: Token, method: Method, joints: Sequence[_Joint]) -> "_Beside":
        """How the token stands among its neighbours.

        Where marks were typed, one neighbour is enough for a word that is known with these marks beside it; a pair
        that is known with other marks only ("kỳ này" for "ký này") speaks against the word as typed.
        """
        knows, is_marked = self._lexicon.knows(token.folded), method.is_marked and not token.is_guess
        if not is_marked:
            return _Beside(knows and all(joint.is_seen for joint in joints), False, 0.0)
        strange = sum(joint.is_seen and not joint.is_marked for joint in joints)
        is_known = knows and self._lexicon.has_seen_toned(token.toned or token.folded)
        is_at_home = any(joint.is_marked for joint in joints) or not joints
        return _Beside(is_known and is_at_home, is_at_home, costs.OTHER_MARKS_BESIDE * strange)

    def _kept(self, token: Token, method: Method, *, rival: bool) -> Option:
        cost = costs.LEFT_AS_TYPED if rival and token.toned else 0.0
        if not self._is_word(token) and (token.toned or not self._lexicon.is_english(token.folded)):
            cost += costs.NO_SYLLABLE + costs.NO_ENGLISH * method.is_english
        elif method.is_marked:
            cost += self._marks_cost(token)
        if token.toned and token.raw.isascii() and not (method.is_telex_sure or method.is_vni):
            cost += costs.KEYS_ALONE
        return as_typed(token, cost)

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
        for parts, entry in self._lexicon.abbreviations.phrases(tokens[at].folded):
            if [token.folded for token in tokens[at : at + len(parts)]] == parts:
                found += _meanings((entry,), len(parts))
        return found

    def _joined(self, tokens: Sequence[Token], at: int) -> Iterator[Option]:
        """The token and the next as one word, where a space or a mark slipped in: "tru ng", "nà?o"."""
        if at + 1 >= len(tokens) or tokens[at + 1].kind is not Kind.WORD:
            return
        left, right = tokens[at], tokens[at + 1]
        whole = left.folded + right.folded
        has_fragment = not (self._is_word(left) and self._is_word(right)) or right.start == left.end + 1
        if has_fragment and len(whole) < _LONGEST_WORD and self._lexicon.knows(whole):
            toned = tidy((left.toned or left.folded) + (right.toned or right.folded))
            yield _option(whole, None if toned.isascii() else toned, costs.SPLIT, width=2, is_repaired=True)


def as_typed(token: Token, cost: float = 0.0) -> Option:
    """The token as it stands, looked into no further."""
    word = fold(token.raw) if token.is_guess else token.folded
    key = _key(token)
    return Option(1, (word,), (token.toned,), cost, (key, key))


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether capitals say so: not those of the first word, nor of a text all in capitals."""
    raw = tokens[at].raw
    return at > 0 and raw[0].isupper() and not raw.isupper()


def _key(token: Token) -> str:
    return NUMBER if token.kind is Kind.FIXED and token.folded != "%" else token.folded


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
