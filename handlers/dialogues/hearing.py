"""Whether a text is the reply to a dialogue under way or a question: a question is never swallowed."""

from handlers.turn import Turn
from knowledge.answers import Outcome


def is_plainly_a_question(turn: Turn, text: str) -> bool:
    """Whether it ends as a question and is no reply to one of our messages."""
    return text.rstrip().endswith("?") and not is_reply(turn)


def is_reply(turn: Turn) -> bool:
    """Whether it was written as a reply to a message of ours, so that there is no doubt."""
    message = turn.update.message
    replied = message.reply_to_message if message else None
    return replied is not None and replied.from_user is not None and replied.from_user.id == turn.bot.id


async def is_answerable(turn: Turn, text: str) -> bool:
    """Whether the reports answer it, so that it may be a question."""
    ask = turn.desk.knowledge.asking.ask
    asked = await turn.know(ask, text, today=turn.desk.today(), language=turn.language)
    return asked.answer.outcome is Outcome.ANSWERED
