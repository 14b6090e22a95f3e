"""A question: plain text in a private chat, or in a group where the bot is mentioned or replied to."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from telegram.error import BadRequest

from handlers.addressing import addressed_text
from handlers.helping import help_words
from handlers.layout.answers import Around, lay_out_answer
from handlers.layout.message import Message, button, compose
from handlers.replied import is_of_chat, spoken_of
from handlers.stages import Stage, Stages
from handlers.turn import Turn
from handlers.visit import stages_here
from knowledge.answers import Answer, Outcome, Step
from knowledge.asking.links import from_link
from knowledge.asking.reading.courtesies import Courtesy, courtesy_of
from knowledge.people.questions import AskedQuestion, Kept

# The longest question of officials that we know of has 240 characters; a pasted report is none.
MOST_CHARACTERS = 1000


@dataclass(frozen=True, slots=True)
class Composed:
    """What is sent for a question, and what is kept of it where it was one."""

    message: Message
    kept: Kept | None = None


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
    """Answer this question in the chat; edited later, its answer changes."""
    asked = turn.update.message
    await _send(turn, await _compose(turn, text, message_id=asked.message_id if asked else None))


async def answer_alone(turn: Turn, text: str) -> None:
    """Answer a question that says all itself, such as a link's, whatever was spoken of before."""
    await _send(turn, await _compose(turn, text, is_alone=True))


async def answer_again(turn: Turn) -> None:
    """The question was edited: its answer is, too. Edited commands but /hoi do nothing again."""
    text = addressed_text(turn)
    if text is not None:
        await _answer_again(turn, text)


async def answer_command_again(turn: Turn) -> None:
    """What follows /hoi was edited, or /hoi was put before it."""
    if turn.arguments:
        await _answer_again(turn, turn.arguments)


async def _answer_again(turn: Turn, text: str) -> None:
    edited = turn.update.edited_message
    if edited is None:
        return
    before = await turn.know(turn.desk.knowledge.questions.asked_in, turn.conversation, edited.message_id)
    composed = await _compose(turn, text, message_id=edited.message_id, before=before)
    if before is None or before.answer_message_id is None:
        await _send(turn, composed)
        return
    try:
        await turn.edit(before.answer_message_id, composed.message)
    except BadRequest:  # it was deleted, or is older than Telegram lets us change
        await _send(turn, composed)
    else:
        await _keep(turn, composed, before.answer_message_id)


async def answer_choice(turn: Turn) -> None:
    """A button under an answer asks the question that it stands for."""
    number, _, choice = turn.pressed.partition(":")
    asked = await find_asked(turn, int(number))
    if asked is None or int(choice) >= len(asked.options):
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    await answer_words(turn, asked.options[int(choice)].question)


async def answer_link(turn: Turn) -> None:
    """A button that carries its question itself."""
    await answer_alone(turn, from_link(turn.pressed))


async def answer_words(turn: Turn, text: str) -> None:
    """Answer a question that nobody typed."""
    await _send(turn, await _compose(turn, text))


async def try_words(turn: Turn, text: str) -> None:
    """Show what is answered to somebody else's question now; in vain it counts as nobody's question."""
    asking = turn.desk.knowledge.asking
    asked = await turn.know(asking.ask, text, today=turn.desk.today(), language=turn.language)
    if asked.answer.outcome is Outcome.NOT_FOUND:
        await turn.send(lay_out_answer(asked.answer, turn.words))
    else:
        await answer_words(turn, text)


async def find_asked(turn: Turn, question_id: int) -> AskedQuestion | None:
    """The question of a button, if it was asked in this chat; a forged button finds nothing."""
    asked = await turn.know(turn.desk.knowledge.questions.get, question_id)
    return asked if asked is not None and is_of_chat(asked, turn) else None


async def _send(turn: Turn, composed: Composed) -> None:
    """What was asked is kept even where the answer could not be brought."""
    sent: int | None = None
    try:
        sent = await turn.send(composed.message)
    finally:
        await _keep(turn, composed, sent)


async def _keep(turn: Turn, composed: Composed, answer_message_id: int | None) -> None:
    stages_here().passed(Stage.SENT)
    if composed.kept is not None:
        await turn.leave(partial(turn.desk.knowledge.questions.keep, composed.kept, answer_message_id))


async def _without_question(turn: Turn, text: str) -> Message | None:
    """What is said to a message that asks nothing, or too much at once; None of a question."""
    if not re.search(r"\w", text):
        return compose(turn.words("question-without-words"))
    if len(text) > MOST_CHARACTERS:
        return compose(turn.words("question-too-long", most=MOST_CHARACTERS))
    courtesy = courtesy_of(text)
    return await _polite(turn, courtesy) if courtesy is not None else None


async def _compose(
    turn: Turn, text: str, *, message_id: int | None = None, before: AskedQuestion | None = None, is_alone: bool = False
) -> Composed:
    """The message that answers this text; `before` is what the same message asked before it was edited.

    What is asked alone leans on nothing that was asked before.
    """
    if (unasked := await _without_question(turn, text)) is not None:
        return Composed(unasked)
    previous = None
    if not is_alone:
        previous = before.previous if before else await spoken_of(turn)
    number = before.id if before else turn.scene.question_id
    today, stages = turn.desk.today(), stages_here()

    def find() -> tuple[Answer, Around, Kept]:
        return _find(turn, text, today, number, previous, message_id, stages)

    stages.passed(Stage.READ)
    is_at_hand = turn.desk.knowledge.asking.has_told(text, today=today, previous=previous, language=turn.language)
    answer, around, kept = find() if is_at_hand else await turn.find(find)
    stages.passed(Stage.RESUMED)
    message = lay_out_answer(answer, turn.words, around)
    stages.passed(Stage.LAID_OUT)
    return Composed(message, kept)


def _find(
    turn: Turn, text: str, today: date, number: int, previous: str | None, message_id: int | None, stages: Stages
) -> tuple[Answer, Around, Kept]:
    """The answer, the ways on from it, and the question of that number with what is kept of it; blocks while it looks."""
    knowledge, language = turn.desk.knowledge, turn.language
    stages.passed(Stage.WAITED)
    found = knowledge.asking.ask(text, today=today, previous=previous, language=language)
    stages.passed(Stage.FOUND)
    turn.desk.answered(found.answer.outcome, stages.seconds[Stage.FOUND])
    steps = knowledge.asking.next_steps(found, today=today, language=language)
    kept = knowledge.questions.note(
        number,
        turn.conversation,
        turn.user_id,
        text,
        found.answer,
        steps=steps,
        previous=previous,
        context=found.context,
        message_id=message_id,
    )
    around = _around(turn, found.answer, number, steps)
    stages.passed(Stage.FOLLOWED)
    return found.answer, around, kept


def _around(turn: Turn, answer: Answer, number: int, steps: tuple[Step, ...]) -> Around:
    """The ways on; where nothing near was found, what can be asked instead."""
    if answer.outcome is not Outcome.NOT_FOUND or answer.suggestions or answer.near:
        return Around(number, steps)
    asking = turn.desk.knowledge.asking
    examples = asking.examples(today=turn.desk.today(), language=turn.language)
    return Around(number, examples=examples, holdings=asking.holdings())


async def _polite(turn: Turn, courtesy: Courtesy) -> Message:
    """A greeting is returned with questions to try, thanks with a word, a doubt with the way to report; help is given.

    None of them is a question that nobody answered.
    """
    if courtesy is Courtesy.HELP:
        return await help_words(turn)
    if courtesy is not Courtesy.GREETING:
        return compose(turn.words("courtesy-thanks" if courtesy is Courtesy.THANKS else "courtesy-doubt"))
    examples = await turn.know(turn.desk.knowledge.asking.examples, today=turn.desk.today(), language=turn.language)
    return compose(turn.words("courtesy-greeting"), *([button(one.question, f"k:{one.link}")] for one in examples))
