"""Of which updates how many are handled at once: questions wait neither for files to be read nor for a crowd to be welcomed."""

import asyncio
import json
from enum import StrEnum

from telegram import Update

from bot.updates.keys import is_of_files
from knowledge.store.inbox import StoredUpdate

# Chats handled at the same time; each waits mostly for the network.
CHATS_AT_ONCE = 16
# Chats of which files are taken at the same time, beside those: few are read at once, and the others wait for that.
FILES_AT_ONCE = 16
# Welcomes, beside those; while many begin at once they wait for Telegram's 30 a second.
WELCOMES_AT_ONCE = 16
_BEGINNING = "/start"


class Lane(StrEnum):
    """What an update is, as far as others wait for it."""

    QUESTIONS = "questions"
    FILES = "files"
    WELCOMES = "welcomes"


def lane_of(stored: StoredUpdate, known: Update | None = None) -> Lane:
    """The lane of that update; `known` is the same, where it need not be read from its stored form."""
    if is_of_files(stored.chat_key):
        return Lane.FILES
    text = _text_of(stored.payload) if known is None else known.message and known.message.text
    return Lane.WELCOMES if _is_beginning(text) else Lane.QUESTIONS


class Lanes:
    """The places of each lane."""

    def __init__(self) -> None:
        self._places = {
            Lane.QUESTIONS: asyncio.Semaphore(CHATS_AT_ONCE),
            Lane.FILES: asyncio.Semaphore(FILES_AT_ONCE),
            Lane.WELCOMES: asyncio.Semaphore(WELCOMES_AT_ONCE),
        }

    def __getitem__(self, lane: Lane) -> asyncio.Semaphore:
        """Where those of that lane wait."""
        return self._places[lane]


def _text_of(payload: str) -> object:
    """Of a message; None of anything else, and of what nobody can read."""
    if _BEGINNING not in payload:
        return None
    try:
        return json.loads(payload)["message"]["text"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_beginning(text: object) -> bool:
    """Whether that asks for the welcome and nothing else: what a link says behind it is a question, or an invitation."""
    return isinstance(text, str) and text.partition("@")[0].strip() == _BEGINNING
