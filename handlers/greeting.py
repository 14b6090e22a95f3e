"""/start and /trogiup: what the bot can do, with real questions to try."""

from handlers.commands import Command, commands_for
from handlers.guards import is_admin
from handlers.layout.html import escape
from handlers.layout.message import button, compose
from handlers.layout.reports import short_name
from handlers.turn import Turn

# The newest reports, so that one sees how fresh the data is.
REPORTS_SHOWN = 3


async def greet(turn: Turn) -> None:
    """Say what can be asked and how fresh the reports are, with buttons to begin."""
    reports = await turn.know(turn.desk.knowledge.reports.listing, 0, REPORTS_SHOWN)
    words = turn.words
    blocks = [words("start-hello"), words("start-how")]
    blocks.append(words("start-newest", report=short_name(reports[0], words)) if reports else words("start-empty"))
    if turn.user_id is not None and turn.is_private:
        blocks.append(words("start-your-id", id=str(turn.user_id)))
    rows = [[button(short_name(report, words), f"r:{report.id}")] for report in reports]
    subscribe = [button(words.plain("button-follow-all"), "s:all")]
    await turn.send(compose("\n\n".join(blocks), *rows, subscribe))


async def explain(turn: Turn) -> None:
    """List the commands that this person may use, and how to ask."""
    admin = turn.is_private and await is_admin(turn)
    everyone = [_line(turn, command) for command in commands_for(is_admin=False)]
    blocks = [turn.words("help-ask"), turn.words("help-commands") + "\n" + "\n".join(everyone)]
    if admin:
        lines = [_line(turn, command) for command in commands_for(is_admin=True) if command.for_admins]
        blocks.append(turn.words("help-admin-commands") + "\n" + "\n".join(lines))
    blocks.append(turn.words("help-honest"))
    await turn.say("\n\n".join(blocks))


async def unknown_command(turn: Turn) -> None:
    """There is no such command."""
    if turn.is_private:
        await turn.say(turn.words("unknown-command"))


async def unknown_button(turn: Turn) -> None:
    """A button that this version does not know, or a forged one."""
    await turn.note(turn.words.plain("button-too-old"), alert=True)


def _line(turn: Turn, command: Command) -> str:
    return f"/{command.name(turn.language)}: {escape(turn.words.plain(command.about))}"
