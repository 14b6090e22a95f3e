"""/start and /trogiup: what the bot can do, with real questions to try."""

from handlers.administration.inviting import LINK, take_up
from handlers.dialogues.keeping import is_half_done
from handlers.helping import help_words
from handlers.layout.message import button, compose
from handlers.layout.reports import short_name
from handlers.question import answer_alone
from handlers.turn import Turn
from handlers.words import Words
from knowledge.asking.links import from_link
from knowledge.grammar.dates import format_date
from knowledge.store.reports import ReportSummary

# A register is kept up to date all the time; how fresh the data is, the newest report says.
NEWEST_LOOKED_AT = 10


async def greet(turn: Turn) -> None:
    """Say what can be asked and how fresh the reports are, with questions to try; a link's question is answered, its invitation taken up."""
    if turn.arguments.startswith(LINK):
        await take_up(turn)
        return
    if turn.arguments:
        await answer_alone(turn, from_link(turn.arguments))
        return
    words, asking = turn.words, turn.desk.knowledge.asking
    listed = await turn.know(turn.desk.knowledge.reports.listing, 0, NEWEST_LOOKED_AT)
    newest = next((report for report in listed if report.kind != "register"), listed[0] if listed else None)
    examples = await turn.know(asking.examples, today=turn.desk.today(), language=turn.language)
    blocks: list[str] = [words("start-hello"), words("start-can"), words("start-cannot")]
    blocks.append(_freshness(newest, words))
    if turn.user_id is not None and turn.is_private:
        blocks.append(words("start-your-id", id=str(turn.user_id)))
    if examples:
        blocks.append(words("start-try"))
    rows = [[button(one.question, f"k:{one.link}")] for one in examples]
    reports = [[button(words.plain("button-browse"), "rp:0")]] if newest else []
    await turn.send(compose("\n\n".join(blocks), *rows, *reports, [button(words.plain("button-follow-all"), "s:all")]))
    await _remind(turn)


async def _remind(turn: Turn) -> None:
    """Where something half done stands: whatever is typed next would be taken as its reply."""
    if is_half_done(turn):
        from handlers import unfinished  # most who press Start have nothing half done

        await unfinished.remind(turn)


def _freshness(newest: ReportSummary | None, words: Words) -> str:
    if newest is None:
        return words("start-empty")
    signed = newest.signed_on or newest.published_on
    name = short_name(newest, words)
    return (
        words("start-newest", report=name, date=format_date(signed, language=words.language))
        if signed
        else words("start-newest-undated", report=name)
    )


async def explain(turn: Turn) -> None:
    """List the commands that this person may use, and how to ask."""
    await turn.send(await help_words(turn))
    await _remind(turn)


async def unknown_command(turn: Turn) -> None:
    """There is no such command."""
    if turn.is_private:
        await turn.say(turn.words("unknown-command"))


async def unknown_button(turn: Turn) -> None:
    """A button that this version does not know, or a forged one."""
    await turn.note(turn.words.plain("button-too-old"), alert=True)
