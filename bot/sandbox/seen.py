"""What a test sees in a chat."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.entities import Entity
from bot.sandbox.errors import Json
from bot.sandbox.writing import write_html


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message, or of the reply keyboard (then `data` and `url` are None)."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """A message at the moment it was looked at."""

    chat_id: int
    id: int
    text: str  # the caption where it is a photo or document
    html: str  # the same with its marks as HTML
    buttons: tuple[tuple[Button, ...], ...]
    is_from_bot: bool
    is_deleted: bool
    edits: int
    earlier_texts: tuple[str, ...]
    thread: int | None
    reply_to: int | None
    photo_id: str | None
    document_id: str | None
    document_name: str | None
    raw: Json

    def button(self, words: str) -> Button:
        """The first inline button with the words in its text; an AssertionError names those there."""
        for button in (button for row in self.buttons for button in row):
            if words in button.text:
                return button
        raise AssertionError(f"no button {words!r} among {self.button_texts} under {self.text!r}")

    @property
    def button_texts(self) -> list[str]:
        return [button.text for row in self.buttons for button in row]


def seen_message(view: Json) -> SeenMessage:
    """The message of a control API's view."""
    wire = view["message"]
    text = wire.get("text") or wire.get("caption") or ""
    marks = wire.get("entities") or wire.get("caption_entities") or []
    document = wire.get("document") or {}
    return SeenMessage(
        chat_id=wire["chat"]["id"],
        id=wire["message_id"],
        text=text,
        html=write_html(text, [_entity(mark) for mark in marks]),
        buttons=_buttons(wire.get("reply_markup", {}).get("inline_keyboard", [])),
        is_from_bot=view["is_from_bot"],
        is_deleted=view["is_deleted"],
        edits=len(view["edits"]),
        earlier_texts=tuple(edit.get("text") or edit.get("caption") or "" for edit in view["edits"]),
        thread=wire.get("message_thread_id"),
        reply_to=wire.get("reply_to_message", {}).get("message_id"),
        photo_id=wire["photo"][-1]["file_id"] if "photo" in wire else None,
        document_id=document.get("file_id"),
        document_name=document.get("file_name"),
        raw=wire,
    )


def _buttons(rows: list[list[Json]]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(Button(one["text"], one.get("callback_data"), one.get("url")) for one in row) for row in rows)


def _entity(mark: Json) -> Entity:
    known: dict[str, Any] = {name: mark.get(name) for name in ("url", "language", "custom_emoji_id") if name in mark}
    return Entity(mark["type"], mark["offset"], mark["length"], user_id=mark.get("user", {}).get("id"), **known)


@dataclass(frozen=True, slots=True)
class SeenCall:
    """A call of the Bot API as the log has it; `code` 0 means the connection closed without an answer."""

    number: int
    at: float
    seconds: float
    method: str
    given: dict[str, str]
    code: int
    description: str
    chat_id: str


@dataclass(frozen=True, slots=True)
class SeenAnswer:
    """What a pressed button showed: a toast, or an alert that has to be closed."""

    text: str
    is_alert: bool
    url: str


@dataclass(frozen=True, slots=True)
class SeenResult:
    """One of the answers to an inline query."""

    id: str
    title: str
    description: str
    text: str
    raw: Json
