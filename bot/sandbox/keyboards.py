"""Reply markup: what Telegram takes, and what it says of the rest.

core.telegram.org/bots/api#inlinekeyboardmarkup, #replykeyboardmarkup, #replykeyboardremove, #forcereply.
"""

from typing import Any

from bot.sandbox.errors import Json, bad_request

MAX_CALLBACK_DATA_BYTES = 64  # core.telegram.org/bots/api#inlinekeyboardbutton: "callback_data … 1-64 bytes"
MAX_INLINE_BUTTONS = 100  # measured by bot authors; the answer is REPLY_MARKUP_TOO_LONG
MAX_KEYBOARD_BUTTONS = 300  # core.telegram.org/method/messages.sendMessage: "reply markup is too long"
_KINDS_OF_BUTTON = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


def check_markup(markup: Json | None) -> Json | None:
    """The markup with the fields that Telegram keeps, or None; raises what Telegram would say."""
    if not markup:
        return None
    if keyboard := markup.get("keyboard"):
        return {**markup, "keyboard": _rows(keyboard, "keyboard", _key, MAX_KEYBOARD_BUTTONS)}
    if inline := markup.get("inline_keyboard"):
        return {"inline_keyboard": _rows(inline, "inline_keyboard", _inline_button, MAX_INLINE_BUTTONS)}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return dict(markup)
    return None


def check_inline_markup(markup: Json | None) -> Json | None:
    """The same, for a message that is edited: only inline keyboards fit there."""
    checked = check_markup(markup)
    if checked is not None and "inline_keyboard" not in checked:
        raise bad_request("Inline keyboard expected")
    return checked


def _rows(rows: Any, name: str, check: Any, most: int) -> list[list[Json]]:
    where = f'Field "{name}"' + (" of the InlineKeyboardMarkup" if name == "inline_keyboard" else "")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"{where} must be an Array of Arrays")
    checked = [[check(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > most:
        raise bad_request("reply markup is too long")
    return checked


def _key(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("Can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not str(button.get("text", "")).strip():
        raise bad_request("Keyboard button text must be non-empty")
    return button


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("Can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("Can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad_request("Inline keyboard button text must be non-empty")
    kind = next((kind for kind in _KINDS_OF_BUTTON if kind in button and button[kind] is not None), None)
    if kind is None or (kind in ("url", "callback_data") and not button[kind]):
        raise bad_request("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if kind == "callback_data" and len(str(button[kind]).encode()) > MAX_CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if kind == "url":
        _check_address(button["url"])
    return button


def _check_address(address: str) -> None:
    has_scheme = address.startswith(("http://", "https://", "tg://", "ton://"))
    if " " in address.strip() or not (has_scheme or "." in address) or address.endswith("://"):
        raise bad_request(f"Inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
