"""The ways in which one token, or it and the next ones, may be read."""

from collections.abc import Iterator, Sequence

from knowledge.asking.typing import costs
from knowledge.asking.typing.abbreviations import Abbreviation
from knowledge.asking.typing.keystrokes import Decoded, decode_telex, decode_vni
from knowledge.asking.typing.lattice import Option
from knowledge.asking.typing.lexicon import NUMBER, Lexicon
from knowledge.asking.typing.method import Method
from knowledge.asking.typing.repairs import Repairs
from knowledge.asking.typing.syllables import folded_syllables, tidy
from knowledge.asking.typing.tokens import Kind, Token

_LONGEST_WORD = 24  # letters; longer runs are not words and are not looked into


class Readings:
    """Reads tokens with one lexicon; what it found for a word it remembers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._repairs = Repairs(lexicon)

    def of(self, tokens: Sequence[Token], at: int, method: Method) -> list[Option]:
        """All options that begin at this token; at least one is one token wide."""
        token = tokens[at]
        if token.kind is Kind.FIXED:
            key = token.folded if token.folded == "%" else NUMBER
            return [_option(token.folded, None, 0.0, key=key), *self._phrases(tokens, at)]
        if len(token.raw) > _LONGEST_WORD:
            return [as_typed(token)]
        options = [*self._phrases(tokens, at), *self._short_forms(token)]
        decoded = self._decode(token, method)
        if decoded:
            options.append(_option(decoded.folded, decoded.toned, 0.0))
            options += self._repairs.of(decoded.folded, decoded.toned or decoded.folded, method, token.raw)
        elif not options or self._is_word(token):
            options.append(self._kept(token, method, rival=bool(options)))
            if not self._is_settled(tokens, at):
                options += self._repairs.of(token.folded, token.raw.lower(), method, token.raw)
                options += self._joined(tokens, at)
        return options if any(option.width == 1 for option in options) else [*options, as_typed(token)]

    def _is_word(self, token: Token) -> bool:
        return token.folded in folded_syllables() or self._lexicon.knows(token.folded)

    def _is_settled(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the token and its neighbours are words known to stand so; then no slip is looked for."""
        word = tokens[at].folded
        if not self._lexicon.knows(word):
            return False
        before = _key(tokens[at - 1]) if at else None
        after = _key(tokens[at + 1]) if at + 1 < len(tokens) else None
        return (before is None or self._lexicon.has_pair(before, word)) and (
            after is None or self._lexicon.has_pair(word, after)
        )

    def _decode(self, token: Token, method: Method) -> Decoded | None:
        if token.kind is Kind.MIXED:
            return decode_vni(token.folded)
        if not token.raw.isascii() or token.folded in folded_syllables():
            return None
        if self._lexicon.abbreviations.of(token.raw) or method.is_english:
            return None
        if self._lexicon.is_english(token.folded) and not method.is_telex:
            return None
        return decode_telex(token.folded)

    def _kept(self, token: Token, method: Method, *, rival: bool) -> Option:
        raw = token.raw.lower()
        toned = None if raw.isascii() else tidy(raw)
        cost = costs.LEFT_AS_TYPED if rival else 0.0
        if not self._is_word(token) and not self._lexicon.is_english(token.folded):
            cost += costs.NO_SYLLABLE
        elif method.is_marked and not self._lexicon.is_toned_word(tidy(raw)):
            cost += costs.ODD_MARKS
        return _option(token.folded, toned, cost)

    def _short_forms(self, token: Token) -> Iterator[Option]:
        """The token's meanings; it is also left as typed where none is certain or it may be a word itself."""
        entries = self._lexicon.abbreviations.of(token.raw)
        yield from _meanings(entries, 1)
        if entries and not any(entry.is_certain for entry in entries):
            yield _option(token.folded, None, costs.LEFT_AS_TYPED)

    def _phrases(self, tokens: Sequence[Token], at: int) -> Iterator[Option]:
        """Short forms of several words: "1 cửa", "bao nh"."""
        for parts, entry in self._lexicon.abbreviations.phrases(tokens[at].folded):
            if [token.folded for token in tokens[at : at + len(parts)]] == parts:
                yield from _meanings((entry,), len(parts))

    def _joined(self, tokens: Sequence[Token], at: int) -> Iterator[Option]:
        """The token and the next as one word, where a space or a mark slipped in: "tru ng", "nà?o"."""
        if at + 1 >= len(tokens) or tokens[at + 1].kind is not Kind.WORD:
            return
        left, right = tokens[at], tokens[at + 1]
        whole = left.folded + right.folded
        has_fragment = not (self._is_word(left) and self._is_word(right)) or right.start == left.end + 1
        if has_fragment and len(whole) < _LONGEST_WORD and self._lexicon.knows(whole):
            toned = tidy((left.raw + right.raw).lower())
            yield _option(whole, None if toned.isascii() else toned, costs.SPLIT, width=2, is_repaired=True)


def as_typed(token: Token) -> Option:
    """The token as it stands, looked into no further."""
    raw = token.raw.lower()
    toned = None if raw.isascii() or token.kind is Kind.FIXED else tidy(raw)
    return _option(token.folded, toned, 0.0, key=_key(token))


def _key(token: Token) -> str:
    return NUMBER if token.kind is Kind.FIXED and token.folded != "%" else token.folded


def _option(
    word: str,
    toned: str | None,
    cost: float,
    *,
    width: int = 1,
    key: str | None = None,
    is_repaired: bool = False,
) -> Option:
    return Option(width, (word,), (toned,), cost, (key or word, key or word), is_repaired)


def _meanings(entries: Sequence[Abbreviation], width: int) -> Iterator[Option]:
    for entry in entries:
        for place, (words, toned) in enumerate(entry.readings):
            yield Option(width, words, toned, place * costs.OTHER_MEANING, (words[0], words[-1]))
