"""The list of sources, and the card of one."""

from handlers.guards import is_owner
from handlers.layout.message import compose
from handlers.sources import screens
from handlers.turn import Turn
from knowledge.sources.source import Source, SourceState, UnknownSource


async def show(turn: Turn) -> None:
    """All sources."""
    sources = await turn.know(turn.desk.knowledge.sources.listing)
    await turn.send(screens.listing(sources, turn.words))


async def press(turn: Turn) -> None:
    """The list again, how to add a source, or no source after all."""
    if turn.pressed == "how":
        await turn.say(turn.words("source-how"))
    elif turn.pressed == "cancel":
        await turn.replace(compose(turn.words("source-cancelled")))
    else:
        sources = await turn.know(turn.desk.knowledge.sources.listing)
        await turn.replace(screens.listing(sources, turn.words))


async def open_source(turn: Turn) -> None:
    """The card of the source that the button stands for."""
    source = await pressed_source(turn)
    if source is not None:
        await show_card(turn, source)


async def show_card(turn: Turn, source: Source, *, before: str = "", in_place: bool = False) -> None:
    """The card, as a message of its own or in place of the one whose button was pressed."""
    counts = await turn.know(turn.desk.knowledge.sources.counts, source.id)
    owner = await is_owner(turn)
    card = screens.card(source, counts, turn.words, turn.desk.zone, is_owner=owner, before=before)
    await (turn.replace(card) if in_place else turn.send(card))


async def pressed_source(turn: Turn) -> Source | None:
    """The listed source that the button is about; None after saying that it is gone."""
    number = int(turn.pressed.partition(":")[0])
    try:
        source = await turn.know(turn.desk.knowledge.sources.get, number)
    except UnknownSource:
        source = None
    if source is None or source.state not in (SourceState.WATCHED, SourceState.PAUSED):
        await say_gone(turn)
        return None
    return source


async def say_gone(turn: Turn) -> None:
    """The source is no longer on the list, or was changed meanwhile."""
    await turn.note(turn.words.plain("source-gone"), alert=True)
