"""How a dialogue hears: what was typed is the reply to its question or a question of its own, and what its buttons do."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from handlers.dialogues.draft import to_json
from handlers.dialogues.hearing import is_answerable, is_plainly_a_question, is_reply
from handlers.dialogues.keeping import keep, under_way
from handlers.dialogues.steps import Step
from handlers.dialogues.typed import MOST_CHARACTERS, Values
from handlers.layout.message import Message, button, compose
from handlers.question import answer_text
from handlers.turn import Turn
from handlers.words import Words
from knowledge.people.dialogues import Dialogue

Data = dict[str, Any]
# Kept beside the fields: what was typed while it is not clear whether it was a question.
_TYPED = "@typed"


class Prompt(Protocol):
    """The question of a step, after what has to be said first."""

    def __call__(self, step: Step, data: Data, words: Words, *, before: str = "") -> Message: ...


class Show(Protocol):
    """Says where the dialogue stands, after what has to be said first."""

    async def __call__(self, turn: Turn, dialogue: Dialogue, *, before: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Course:
    """What one dialogue has of its own: its name in the store, the letter of its buttons, its steps and what comes after a reply."""

    name: str
    letter: str
    going_on: str  # the message of the catalogue after a question in between
    find_step: Callable[[Data, str], Step | None]
    prompt: Prompt
    show: Show
    advance: Callable[[Turn, Data], Awaitable[None]]  # with the reply among the data

    async def hear(self, turn: Turn) -> bool:
        """Take a text as the reply to the question that was asked last; False if it is a question instead."""
        message = turn.update.message
        dialogue = await under_way(turn, self.name) if turn.is_private else None
        if dialogue is None or message is None or message.text is None:
            return False
        step, text = self.find_step(dialogue.data, dialogue.step), message.text
        if step is None or is_plainly_a_question(turn, text):
            return False
        values = step.read(text, turn.desk.today())
        if values is None:
            if await is_answerable(turn, text):
                return False
            is_too_long = len(text) > MOST_CHARACTERS
            why = turn.words("add-too-long", most=MOST_CHARACTERS) if is_too_long else turn.words("add-not-understood")
            await turn.send(self.prompt(step, dialogue.data, turn.words, before=why))
        elif step.is_words and not is_reply(turn) and await is_answerable(turn, text):
            await keep(turn, self.name, step.name, {**dialogue.data, _TYPED: text})
            await turn.send(self._is_it_a_question(step, turn.words))
        else:
            await self.take(turn, dialogue.data, step, values)
        return True

    async def take(self, turn: Turn, data: Data, step: Step, values: Values) -> None:
        """Go on with these values as the reply to the step."""
        await self.advance(turn, {**without_typed(data), step.name: None, **to_json(values)})

    async def remind(self, turn: Turn) -> None:
        """After a question in between: where the dialogue stands."""
        dialogue = await under_way(turn, self.name) if turn.is_private else None
        if dialogue is not None:
            await self.show(turn, dialogue, before=turn.words(self.going_on))

    async def press(self, turn: Turn, data: Data, step: Step, action: str) -> None:
        """A button of a step's question; one that it does not have does nothing."""
        typed, kept = str(data.get(_TYPED, "")), without_typed(data)
        chosen = action.removeprefix("=")
        if chosen in dict(step.choices):
            await self.take(turn, kept, step, {step.name: chosen})
        elif action == "skip" and step.is_optional:
            await self.take(turn, kept, step, {step.name: None})
        elif action == "use" and (values := step.read(typed, turn.desk.today())) is not None:
            await self.take(turn, kept, step, values)
        elif action == "ask" and typed:
            await keep(turn, self.name, step.name, kept)
            await answer_text(turn, typed)
            await turn.send(self.prompt(step, kept, turn.words, before=turn.words(self.going_on)))
        else:
            await turn.note(turn.words.plain("button-too-old"), alert=True)

    def _is_it_a_question(self, step: Step, words: Words) -> Message:
        return compose(
            words("add-which"),
            [button(words.plain("button-is-reply"), f"{self.letter}:{step.name}:use")],
            [button(words.plain("button-is-question"), f"{self.letter}:{step.name}:ask")],
        )


def without_typed(data: Data) -> Data:
    """What was filled in, without words of which it was not clear what they are."""
    return {key: value for key, value in data.items() if key != _TYPED}
