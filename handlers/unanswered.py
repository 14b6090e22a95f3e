"""/chuatraloi: reported answers and questions without an answer, and what admins do about them."""

import logging
from dataclasses import replace
from datetime import timedelta

from telegram.error import TelegramError

from handlers import aliases
from handlers.adding import dialogue
from handlers.layout.aliases import lay_out_added, lay_out_refused
from handlers.layout.corrections import (
    lay_out_correction,
    lay_out_gap,
    lay_out_settled,
    lay_out_unanswered,
    named,
)
from handlers.layout.message import Message, button, compose
from handlers.question import try_words
from handlers.turn import Turn
from knowledge.asking.aliases import Alias
from knowledge.people.corrections import Correction, CorrectionState
from knowledge.people.gaps import Gap

log = logging.getLogger(__name__)

# The questions of a month say what is missing now.
COUNTED = timedelta(days=30)
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
    gap = await turn.know(turn.desk.knowledge.gaps.find, int(number))
    if gap is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif action == "show":
        await turn.replace(await _card(turn, gap))
    elif action == "add":
        await dialogue.begin_for(turn, gap.id, named(gap))
    elif action == "alias":
        await turn.say(turn.words("unanswered-alias-how", question=gap.text))
    elif action == "try":
        await try_words(turn, gap.text)
    elif action.isdigit():
        await _is_same_as(turn, gap, int(action))
    else:
        await _set_aside(turn, gap, is_back=action == "back")


async def _card(turn: Turn, gap: Gap) -> Message:
    return lay_out_gap(gap, await turn.know(turn.desk.knowledge.gaps.offered, gap), turn.words)


async def _is_same_as(turn: Turn, gap: Gap, place: int) -> None:
    """The question is another way to ask that one: each of its wordings becomes an alias, and the askers are answered."""
    offered = await turn.know(turn.desk.knowledge.gaps.offered, gap)
    if place >= len(offered):
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    meaning = offered[place]
    for wording in gap.wordings:
        alias = Alias(wording.text.strip(" ?.!"), meaning)
        trial = await aliases.add(turn, alias)
        if not trial.is_good:
            await turn.replace(lay_out_refused(alias, trial, turn.words))
            return
    told = await turn.know(turn.desk.knowledge.replies.answer, gap.question_ids)
    await _settle(turn, gap, CorrectionState.FIXED)
    turn.desk.wake_sender()
    message = lay_out_added(Alias(gap.text.strip(" ?.!"), meaning), turn.words)
    await turn.replace(
        compose("\n".join([*message.parts, turn.words("unanswered-told", count=told)]), *map(list, message.rows))
    )


async def _settle(turn: Turn, gap: Gap, state: CorrectionState) -> None:
    """What was sent to the admins by itself is dealt with, too."""
    await turn.know(turn.desk.knowledge.corrections.settle_asked, gap.question_ids, state, by=turn.user_id)


async def _set_aside(turn: Turn, gap: Gap, *, is_back: bool) -> None:
    questions, replies, words = turn.desk.knowledge.questions, turn.desk.knowledge.replies, turn.words
    change = questions.bring_back if is_back else questions.set_aside
    for question_id in gap.question_ids:
        await turn.know(change, question_id, by=turn.user_id)
    if is_back:
        await turn.know(turn.desk.knowledge.corrections.reopen_asked, gap.question_ids)
        await turn.replace(await _card(turn, gap))
        return
    told = await turn.know(replies.set_aside, gap.question_ids)
    await _settle(turn, gap, CorrectionState.KEPT)
    turn.desk.wake_sender()
    undo = button(words.plain("button-undo"), f"g:{gap.id}:back")
    to_list = button(words.plain("button-to-list"), "g:0:list")
    aside = [words("unanswered-aside", question=gap.text), words("unanswered-told", count=told)]
    await turn.replace(compose("\n".join(aside), [undo], [to_list]))


async def _list(turn: Turn) -> Message:
    knowledge = turn.desk.knowledge
    corrections = await turn.know(knowledge.corrections.waiting)
    reported = {correction.reported.question for correction in corrections}
    gaps = [gap for gap in await turn.know(knowledge.gaps.listing) if gap.text not in reported]
    tally = await turn.know(knowledge.questions.tally, turn.desk.clock() - COUNTED)
    return lay_out_unanswered(corrections, gaps, tally, turn.words)


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
