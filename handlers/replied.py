"""What is spoken of where a question was written: the answer or question that it replies to, whoever asked that, or else one's own last."""

import re

from telegram import Message

from handlers.turn import Turn, conversation_in_group
from knowledge.people.questions import AskedQuestion

# The buttons of an answer name its question: a choice, a way on, a verdict, a report of it.
_NAMING_BUTTON = re.compile(r"[qntc]:(\d+)(?::|$)")


async def spoken_of(turn: Turn) -> str | None:
    """The conversation that the message goes on with; None where there is none."""
    asked = await _replied_to(turn)
    if asked is None:
        return turn.scene.previous
    ask = turn.desk.knowledge.asking.ask
    again = await turn.know(ask, asked.text, today=turn.desk.today(), previous=asked.previous, language=turn.language)
    return again.context


def is_of_chat(asked: AskedQuestion, turn: Turn) -> bool:
    """Whether the question was asked in this chat, by whomever."""
    return asked.chat_key.partition(":")[0] == str(turn.chat_id)


async def _replied_to(turn: Turn) -> AskedQuestion | None:
    message = turn.update.message
    replied = message.reply_to_message if message else None
    if replied is None:
        return None
    questions = turn.desk.knowledge.questions
    if turn.is_reply_to_us:
        number = _question_of(replied)
        asked = await turn.know(questions.get, number) if number is not None else None
    else:
        author = replied.from_user.id if replied.from_user else None
        key = turn.conversation if turn.is_private else conversation_in_group(turn.chat_id, author)
        asked = await turn.know(questions.asked_in, key, replied.message_id)
    return asked if asked is not None and is_of_chat(asked, turn) else None


def _question_of(answer: Message) -> int | None:
    markup = answer.reply_markup
    named = (one.callback_data for row in (markup.inline_keyboard if markup else ()) for one in row)
    found = (_NAMING_BUTTON.match(data) for data in named if isinstance(data, str))
    return next((int(one[1]) for one in found if one), None)
