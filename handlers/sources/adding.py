"""Adding a source: look at the address first, show what is there, and ask how to add it."""

from handlers.layout.message import button, compose
from handlers.sources import screens
from handlers.sources.listing import say_gone, show, show_card
from handlers.turn import Turn
from knowledge.fetching.addresses import is_address
from knowledge.fetching.errors import CannotFetch
from knowledge.importing.readers import UnreadableFile
from knowledge.sources.source import SourceState, UnknownSource

# A name, not a paragraph.
MOST_ORGANISATION_CHARACTERS = 200


async def begin(turn: Turn) -> None:
    """The list; or, with an address behind the command, what would be found there and how to add it."""
    if not turn.arguments:
        await show(turn)
        return
    address, _, organisation = turn.arguments.partition(" ")
    if not is_address(address) or len(organisation) > MOST_ORGANISATION_CHARACTERS:
        await turn.say(turn.words("source-how"))
        return
    await _propose(turn, address, " ".join(organisation.split()) or None)


async def add(turn: Turn) -> None:
    """The proposed source is watched from now on."""
    number, _, which = turn.pressed.partition(":")
    sources = turn.desk.knowledge.sources
    try:
        source = await turn.know(sources.add, int(number), by=turn.user_id, is_new_only=which == "new")
    except UnknownSource:
        await say_gone(turn)
        return
    text = turn.words("source-added", name=screens.name_of(source))
    await turn.replace(
        compose(
            text,
            [button(turn.words.plain("button-source-open"), f"e:{source.id}")],
            [button(turn.words.plain("button-source-remove"), f"es:{source.id}:remove")],
        )
    )


async def _propose(turn: Turn, address: str, organisation: str | None) -> None:
    knowledge = turn.desk.knowledge
    progress = await turn.say(turn.words("source-looking", address=address))
    try:
        findings = await turn.know(knowledge.watcher.test, address)
        source = await turn.know(
            knowledge.sources.propose,
            address,
            findings.kind,
            findings.title,
            by=turn.user_id,
            organisation=organisation,
        )
    except (CannotFetch, UnreadableFile) as error:
        text = turn.words("source-cannot", address=address, reason=error.in_language(turn.language))
        await turn.edit(progress, compose(text))
        return
    if source.state is SourceState.PROPOSED:
        await turn.edit(progress, screens.proposal(source, findings, turn.words))
    else:
        await show_card(turn, source, before=turn.words("source-there"))
