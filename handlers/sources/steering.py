"""What the buttons of a source do: look, pause, trust, remove, and take it back."""

from handlers.layout.message import button, compose
from handlers.layout.sources import lay_out_source_news
from handlers.sources import screens
from handlers.sources.listing import pressed_source, say_gone, show_card
from handlers.turn import Turn
from knowledge.fetching.errors import CannotFetch
from knowledge.importing.readers import UnreadableFile
from knowledge.sources.source import Source, UnknownSource
from knowledge.sources.watcher import SourceBusy


async def test(turn: Turn) -> None:
    """Show what is there now; nothing is imported."""
    source = await pressed_source(turn)
    if source is None:
        return
    progress = await turn.say(turn.words("source-looking", address=source.address))
    try:
        findings = await turn.know(turn.desk.knowledge.watcher.test, source.address)
    except (CannotFetch, UnreadableFile) as error:
        text: str = turn.words("source-cannot", address=source.address, reason=error.in_language(turn.language))
    else:
        text = screens.found(findings, turn.words, address=source.address) + "\n" + turn.words("source-tested")
    await turn.edit(progress, compose(text))


async def check(turn: Turn) -> None:
    """Look now; what is new comes as the message that all admins get."""
    source = await pressed_source(turn)
    if source is None:
        return
    progress = await turn.say(turn.words("source-looking", address=source.address))
    try:
        news = await turn.know(turn.desk.knowledge.watcher.look_at, source.id)
    except SourceBusy:
        await turn.edit(progress, compose(turn.words("source-busy")))
        return
    except UnknownSource:
        await say_gone(turn)
        return
    turn.desk.wake_sender()
    await turn.renew()
    if news.trouble:
        await turn.edit(progress, lay_out_source_news(news, turn.words))
        return
    key = "source-checked" if news.is_any else "source-nothing-new"
    await turn.edit(progress, compose(turn.words(key, count=len(news.reports))))


async def steer(turn: Turn) -> None:
    """Pause, resume, remove or restore it."""
    number, _, action = turn.pressed.partition(":")
    sources = turn.desk.knowledge.sources
    do = {"pause": sources.pause, "resume": sources.resume, "remove": sources.remove, "restore": sources.restore}
    try:
        source = await turn.know(do[action], int(number), by=turn.user_id)
    except UnknownSource:
        await say_gone(turn)
        return
    if action == "remove":
        await _say_removed(turn, source)
    else:
        await show_card(turn, source, in_place=True)


async def trust(turn: Turn) -> None:
    """Ask before trusting, and say what it means; no question for taking it back."""
    number, _, action = turn.pressed.partition(":")
    source = await pressed_source(turn)
    if source is None:
        return
    if action == "ask":
        await _ask_to_trust(turn, source)
        return
    sources = turn.desk.knowledge.sources
    try:
        source = await turn.know(sources.trust, int(number), by=turn.user_id, is_trusted=action == "trust")
    except UnknownSource:
        await say_gone(turn)
        return
    await show_card(turn, source, in_place=True)


async def _ask_to_trust(turn: Turn, source: Source) -> None:
    count = await turn.know(turn.desk.knowledge.subscribers.count)
    text = turn.words("source-trust-ask", name=screens.name_of(source), count=count)
    yes = button(turn.words.plain("button-source-trust-now"), f"eo:{source.id}:trust")
    no = button(turn.words.plain("button-cancel"), f"e:{source.id}")
    await turn.send(compose(text, [yes], [no]))


async def _say_removed(turn: Turn, source: Source) -> None:
    undo = button(turn.words.plain("button-source-restore"), f"es:{source.id}:restore")
    await turn.replace(compose(turn.words("source-removed", name=screens.name_of(source)), [undo]))
