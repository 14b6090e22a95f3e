"""Asking before something half done would be lost to something new."""

from handlers.layout.message import button, compose
from handlers.turn import Turn


async def ask_first(turn: Turn) -> None:
    """Say that something is half done, with buttons to go on with it or to drop it."""
    go_on = button(turn.words.plain("button-go-on-with-it"), "y:resume")
    drop = button(turn.words.plain("button-drop-it"), "y:drop")
    await turn.send(compose(turn.words("unfinished-first"), [go_on], [drop]))
