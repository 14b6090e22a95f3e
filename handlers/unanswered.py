"""/chuatraloi: reported answers and questions without an answer, and what admins do about them."""

import logging
from dataclasses import replace
from datetime import timedelta

from telegram.error import TelegramError

from handlers.adding import dialogue
from handlers.layout.corrections import (
    lay_out_correction,
    lay_out_group,
    lay_out_settled,
    lay_out_unanswered,
)
from handlers.layout.message import Message, button, compose
from handlers.question import answer_words
from handlers.turn import Turn
from knowledge.answers import Outcome
from knowledge.people.corrections import Correction, CorrectionState
from knowledge.people.questions import Unanswered

log = logging.getLogger(__name__)

# The questions of a month say what is missing now.
COUNTED = timedelta(days=30)
# So many groups are looked through for those that are answered by now.
LOOKED_THROUGH = 40
SETTLED = {"fixed": CorrectionState.FIXED, "kept": CorrectionState.KEPT}


async def show(turn: Turn) -> None:
    """Everything that waits for an admin."""
    await turn.send(await _list(turn))


async def press_correction(turn: Turn) -> None:
    """Open a correction, or settle it and tell the person."""
    number, _, action = turn.pressed.partition(":")
    corrections = turn.desk.knowledge.corrections
    if action == "show":
        found = await turn.know(corrections.get, int(number))
    else:
        found = await turn.know(corrections.settle, int(number), SETTLED[action], by=turn.user_id)
    if found is None:
        await turn.note(turn.words.plain("correction-gone"), alert=True)
        return
    if found.state is not CorrectionState.OPEN and not found.is_told:
        found = await _tell(turn, found)
    await turn.replace(lay_out_correction(found, turn.words))


async def press_group(turn: Turn) -> None:
    """Open a question that was not answered, or do something about it."""
    number, _, action = turn.pressed.partition(":")
    if action == "list":
        await turn.replace(await _list(turn))
        return
    group = await turn.know(turn.desk.knowledge.questions.group_of, int(number))
    if group is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif action == "show":
        await turn.replace(lay_out_group(group, turn.words))
    elif action == "add":
        await dialogue.begin(turn)
    elif action == "try":
        await answer_words(turn, group.text)
    else:
        await _set_aside(turn, group, is_back=action == "back")


async def _set_aside(turn: Turn, group: Unanswered, *, is_back: bool) -> None:
    questions = turn.desk.knowledge.questions
    if is_back:
        await turn.know(questions.bring_back, group.last_id, by=turn.user_id)
        await turn.replace(lay_out_group(group, turn.words))
        return
    await turn.know(questions.set_aside, group.last_id, by=turn.user_id)
    words = turn.words
    undo = button(words.plain("button-undo"), f"g:{group.last_id}:back")
    to_list = button(words.plain("button-to-list"), "g:0:list")
    await turn.replace(compose(words("unanswered-aside", question=group.text), [undo], [to_list]))


async def _list(turn: Turn) -> Message:
    knowledge = turn.desk.knowledge
    corrections = await turn.know(knowledge.corrections.waiting)
    reported = {correction.reported.question for correction in corrections}
    groups = [group for group in await turn.know(_still_unanswered, turn) if group.text not in reported]
    tally = await turn.know(knowledge.questions.tally, turn.desk.clock() - COUNTED)
    return lay_out_unanswered(corrections, groups, tally, turn.words)


def _still_unanswered(turn: Turn) -> list[Unanswered]:
    """The groups that would get no answer now either; a thumb down stays until it is looked at."""
    knowledge, today = turn.desk.knowledge, turn.desk.today()
    found = []
    for group in knowledge.questions.unanswered(LOOKED_THROUGH):
        asked = None if group.is_thumbed_down else knowledge.asking.ask(group.text, today=today)
        if asked is None or asked.answer.outcome is Outcome.NOT_FOUND:
            found.append(group)
    return found


async def _tell(turn: Turn, correction: Correction) -> Correction:
    """The correction, after the person who reported it heard of it; who has blocked the bot does not."""
    reported, people = correction.reported, turn.desk.knowledge.people
    language = await turn.know(people.language_of, reported.user_id) if reported.user_id is not None else "vi"
    message = lay_out_settled(correction, turn.desk.catalogue.words(language))
    try:
        await turn.tell(reported.chat_id, message, thread_id=reported.thread_id)
    except TelegramError as error:
        log.info("nobody could be told of correction %d: %s", correction.id, error.message)
        return correction
    await turn.know(turn.desk.knowledge.corrections.told, correction.id)
    return replace(correction, is_told=True)
