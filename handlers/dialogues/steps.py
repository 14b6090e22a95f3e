"""One question of a dialogue."""

from dataclasses import dataclass
from datetime import date

from handlers.dialogues.typed import Read, Values


@dataclass(frozen=True, slots=True)
class Step:
    """One question: its message in the catalogue, how the reply is read, and whether it may be skipped."""

    name: str
    prompt: str
    read: Read
    is_optional: bool = False
    choices: tuple[tuple[str, str], ...] = ()  # (value, message of the catalogue) of its buttons
    is_words: bool = False  # any words will do, so a question looks like a reply


def read_nothing(_: str, __: date) -> Values | None:
    """Of a step that is answered by its buttons only."""
    return None
