"""A message ready to be sent, in no messenger's own types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from handlers.layout.html import plain, split, visible

# https://core.telegram.org/bots/api#inlinekeyboardbutton
MOST_CALLBACK_BYTES = 64
# Bot authors measured it; the Bot API says REPLY_MARKUP_TOO_LONG beyond.
MOST_BUTTONS = 100
# https://core.telegram.org/bots/api#answercallbackquery: "0-200 characters"
MOST_NOTE_CHARACTERS = 200
# https://core.telegram.org/bots/api#forcereply: "1-64 characters", which Telegram counts in UTF-16; no sign takes over two.
MOST_PLACEHOLDER_CHARACTERS = 32
# https://core.telegram.org/bots/api#inlinequery: "Text of the query (up to 256 characters)", in UTF-16
MOST_INLINE_CHARACTERS = 128
# Longer words say no more: phones show one line, and screen readers read on.
MOST_LABEL_CHARACTERS = 60
# What a phone 390 points wide shows of a button as wide as the chat, in its letters of 15 points.
SEEN_LABEL_CHARACTERS = 36


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: its words, and what it sends back; or what it asks inline in a chat to be chosen."""

    label: str
    data: str
    inline: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """HTML in parts that Telegram takes, with rows of buttons under the last one."""

    parts: tuple[str, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    asks_reply: str = ""  # what stands in the field where the reply is typed; instead of buttons


def compose(html: str, *rows: list[Button]) -> Message:
    """The message of this HTML, with those of these rows of buttons that hold any.

    Of more buttons than Telegram takes, the last row, which leads on or back, and as many as fit before it.
    """
    return Message(_parts(html), _fitting([tuple(row) for row in rows if row]))


def _fitting(rows: list[tuple[Button, ...]]) -> tuple[tuple[Button, ...], ...]:
    """As many of the rows as Telegram takes, the last always among them."""
    while len(rows) > 1 and sum(map(len, rows)) > MOST_BUTTONS:
        del rows[-2]
    return tuple(rows)


def prompt(html: str, placeholder: str) -> Message:
    """A message under which the person's client opens a reply at once."""
    return Message(_parts(html), asks_reply=shorten(placeholder, MOST_PLACEHOLDER_CHARACTERS))


def button(label: str, data: str) -> Button:
    """A button that sends `data` back; a long label is shortened at a word."""
    if len(data.encode()) > MOST_CALLBACK_BYTES:
        raise ValueError(f"callback data is longer than {MOST_CALLBACK_BYTES} bytes: {data}")
    return Button(_label(label), data)


def column(choices: Iterable[tuple[str, str]], *, is_numbered: bool = False) -> list[list[Button]]:
    """One button below the other for each label with its data; long ones are shortened so that they can be told apart.

    Numbered where the message lists them in full.
    """
    labels, data = zip(*choices, strict=True) if (choices := list(choices)) else ((), ())
    most = MOST_LABEL_CHARACTERS - len("1. ") * is_numbered
    told = [label[:1].upper() + label[1:] for label in _apart(labels, most)]
    told = [f"{n}. {label}" for n, label in enumerate(told, 1)] if is_numbered else told
    return [[button(label, sent)] for label, sent in zip(told, data, strict=True)]


def inline_button(label: str, question: str) -> Button:
    """A button that asks the question inline in a chat that the person chooses; a long question is shortened."""
    return Button(_label(label), "", shorten(question, MOST_INLINE_CHARACTERS))


def _apart(labels: Sequence[str], most: int) -> list[str]:
    """The labels; those that would be cut to the same words begin as late as it takes to tell them apart."""
    told = list(labels)
    for short in {_label(label, most) for label in labels}:
        alike = [n for n, label in enumerate(labels) if _label(label, most) == short]
        for n, later in zip(alike, _later([labels[n] for n in alike], most), strict=True):
            told[n] = later
    return told


def _later(labels: Sequence[str], most: int) -> Sequence[str]:
    """The labels without as few of their first words as it takes; as they are where nothing tells them apart."""
    for start in range(1, min(len(label.split()) for label in labels)):
        later = ["… " + " ".join(label.split()[start:]) for label in labels]
        if len({_label(label, most) for label in later}) == len(set(labels)) > 1:
            return later
    return labels


def _parts(html: str) -> tuple[str, ...]:
    """What of this can be seen, in parts; Telegram takes no message of which nothing can."""
    shown = visible(html)
    return split(shown) if plain(shown).strip() else ("…",)


@lru_cache(maxsize=2000)  # the same buttons stand under most answers
def _label(text: str, most: int = MOST_LABEL_CHARACTERS) -> str:
    return shorten(visible(text).strip() or "…", most)


def shorten(text: str, most: int) -> str:
    """The text, cut at a word and ended by "…" where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    head, space, _ = text[:most].rpartition(" ")
    return (head if space else text[: most - 1]) + "…"
