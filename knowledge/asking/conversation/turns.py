"""What a question of a chat came to mean, as the next one sees it."""

from dataclasses import dataclass
from hashlib import blake2s

from knowledge.asking.reading.question import Query


@dataclass(frozen=True, slots=True)
class Turn:
    """What an earlier question came to mean."""

    query: Query
    document: str | None
    outcome: str
    report: int | None
    body: str | None = None  # whom the answer named as first or last
    said: str = ""  # by what the sentence that it rests on is
    follows: bool = False  # whether it rests on the one before it
    passes_over: int = 0  # how many it passes over, whose parts it puts another in the place of


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question came to mean, and whether that rests on the one before it."""

    query: Query
    follows: bool
    passes_over: int = 0  # how many before it, whose parts it puts another in the place of


def digest(direct: str) -> str:
    """A short sum of a sentence, by which it is known again without being kept."""
    return blake2s(direct.encode(), digest_size=6).hexdigest()
