"""What the bot can do and how to ask: the words of /trogiup, which whoever asks for help in other words gets as well."""

from handlers.access import Access
from handlers.commands import FORGET, Command, commands_for
from handlers.guards import access
from handlers.layout.html import escape
from handlers.layout.message import Message, compose
from handlers.turn import Turn


async def help_words(turn: Turn) -> Message:
    """How to ask, and the commands that this person may use."""
    # What is kept of a person is forgotten where nobody else reads along.
    here = [command for command in commands_for(Access.EVERYBODY) if turn.is_private or command is not FORGET]
    everyone = [_line(turn, command) for command in here]
    blocks = [turn.words("help-ask"), turn.words("help-commands") + "\n" + "\n".join(everyone)]
    lines = [_line(turn, c) for c in commands_for(await access(turn)) if c.is_for_staff] if turn.is_private else []
    if lines:
        blocks.append(turn.words("help-admin-commands") + "\n" + "\n".join(lines))
    blocks.append(turn.words("help-honest"))
    return compose("\n\n".join(blocks))


def _line(turn: Turn, command: Command) -> str:
    return f"/{command.name(turn.language)}: {escape(turn.words.plain(command.about))}"
