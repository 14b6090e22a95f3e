"""A question: plain text in a private chat, or in a group where the bot is mentioned or replied to."""

import re

from handlers.addressing import addressed_text
from handlers.layout.answers import lay_out_answer
from handlers.layout.message import Message
from handlers.turn import Turn

# The longest question of officials that we know of has 240 characters; a pasted report is none.
MOST_CHARACTERS = 1000


async def answer(turn: Turn) -> None:
    """Answer the text of the message."""
    text = addressed_text(turn)
    if text is not None:
        await answer_text(turn, text)


async def answer_command(turn: Turn) -> None:
    """Answer what follows /hoi; alone it says how to ask."""
    if turn.arguments:
        await answer_text(turn, turn.arguments)
    else:
        await turn.say(turn.words("ask-how"))


async def answer_text(turn: Turn, text: str) -> None:
    """Answer this question in the chat."""
    message = await compose_answer(turn, text)
    sent = await turn.send(message)
    asked = turn.update.message
    if asked is not None:
        turn.desk.answers.note(turn.chat_id, asked.message_id, sent.message_id)


async def answer_again(turn: Turn) -> None:
    """The question was edited: its answer is, too. Edited commands do nothing again."""
    text, edited = addressed_text(turn), turn.update.edited_message
    if text is None or edited is None:
        return
    place = turn.desk.answers.find(turn.chat_id, edited.message_id)
    message = await compose_answer(turn, text)
    if place is not None and len(message.parts) == 1:
        await turn.edit(place, message)
        return
    sent = await turn.send(message)
    turn.desk.answers.note(turn.chat_id, edited.message_id, sent.message_id)


async def answer_choice(turn: Turn) -> None:
    """A button under an answer asks the question that it stands for."""
    number, _, choice = turn.pressed.partition(":")
    asked = await turn.know(turn.desk.knowledge.questions.get, int(number))
    is_ours = asked is not None and asked.chat_key.partition(":")[0] == str(turn.chat_id)
    if asked is None or not is_ours or int(choice) >= len(asked.options):
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    await turn.send(await compose_answer(turn, asked.options[int(choice)].question))


async def compose_answer(turn: Turn, text: str) -> Message:
    """The message that answers this text."""
    if not re.search(r"\w", text):
        return Message((turn.words("question-without-words"),))
    if len(text) > MOST_CHARACTERS:
        return Message((turn.words("question-too-long", most=MOST_CHARACTERS),))
    knowledge, key = turn.desk.knowledge, turn.conversation
    previous = await turn.know(knowledge.conversations.get, key)
    asked = knowledge.asking.ask(text, today=turn.desk.today(), previous=previous, language=turn.language)
    await turn.know(knowledge.conversations.put, key, asked.context, turn.desk.clock())
    question_id = await turn.know(knowledge.questions.record, key, turn.user_id, text, asked.answer)
    return lay_out_answer(asked.answer, turn.words, question_id=question_id)
