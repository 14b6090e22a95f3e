"""👍 and 👎 under an answer, and sending what is wrong or missing to the admins."""

import logging

from telegram.error import TelegramError

from handlers.layout.answers import thumbs
from handlers.layout.corrections import lay_out_correction
from handlers.layout.message import Button, button, prompt
from handlers.menu import admins
from handlers.question import find_asked
from handlers.turn import Turn
from knowledge.people.corrections import Correction, CorrectionKind, Reported

log = logging.getLogger(__name__)

VERDICTS = {"up": 1, "down": -1}


async def judge(turn: Turn) -> None:
    """Note the asker's verdict; the same thumb again takes it back. After 👎 the answer can be reported."""
    number, _, name = turn.pressed.partition(":")
    asked = await find_asked(turn, int(number))
    if asked is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    # What was broken off before it was shown is not taken back by being done again.
    verdict = 0 if asked.thumb == VERDICTS[name] and not turn.is_again else VERDICTS[name]
    if not await turn.know(turn.desk.knowledge.questions.thumb, asked.id, turn.user_id or 0, verdict):
        await turn.note(turn.words.plain("feedback-askers-only"), alert=True)
        return
    await turn.change_buttons(_with_verdict(turn, asked.id, verdict))
    await turn.note(turn.words.plain({1: "feedback-up", -1: "feedback-down", 0: "feedback-back"}[verdict]))


def _with_verdict(turn: Turn, question_id: int, verdict: int) -> list[list[Button]]:
    """The buttons as they were, the thumbs as they are now, and below them what 👎 makes possible."""
    report = f"c:{question_id}:wrong"
    given = {one.data: one for one in thumbs(question_id, verdict or None, turn.words)}
    rows = [[given.get(one.data, one) for one in row if one.data != report] for row in turn.shown_rows]
    if verdict == -1:
        rows.append([button(turn.words.plain("button-report-wrong"), report)])
    return rows


async def report(turn: Turn) -> None:
    """Send an answer that is wrong, or a question that was not answered, to the admins."""
    number, _, name = turn.pressed.partition(":")
    asked = await find_asked(turn, int(number))
    if asked is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    reported = Reported(
        question_id=asked.id,
        kind=CorrectionKind(name),
        question=asked.text,
        answer=turn.shown or asked.text,
        chat_id=turn.chat_id,
        thread_id=turn.thread_id,
        user_id=turn.user_id,
    )
    correction, is_new = await turn.know(turn.desk.knowledge.corrections.open, reported)
    if not is_new and not turn.is_again:  # then the admins may not have been told
        await turn.note(turn.words.plain("correction-before", number=str(correction.id)), alert=True)
        return
    await turn.change_buttons([[one for one in row if one.data != f"c:{turn.pressed}"] for row in turn.shown_rows])
    await _tell_admins(turn, correction)
    key = "correction-sent" if reported.kind is CorrectionKind.WRONG else "correction-sent-missing"
    placeholder = turn.words.plain("correction-placeholder")
    sent = await turn.send(prompt(turn.words(key, number=str(correction.id)), placeholder))
    await turn.know(turn.desk.knowledge.corrections.place, correction.id, sent)


async def hear(turn: Turn) -> bool:
    """Take a reply to "what is wrong there?" as the person's words; False if it is something else."""
    message = turn.update.message
    replied = message.reply_to_message if message else None
    if message is None or message.text is None or replied is None or not turn.is_reply_to_us:
        return False
    corrections = turn.desk.knowledge.corrections
    correction = await turn.know(corrections.explain, turn.chat_id, replied.message_id, message.text, by=turn.user_id)
    if correction is None:
        return False
    await _tell_admins(turn, correction)
    await turn.say(turn.words("correction-explained"))
    return True


async def _tell_admins(turn: Turn, correction: Correction) -> None:
    """Each admin gets the card; whoever cannot be reached finds it in /chuatraloi."""
    for admin in await turn.know(admins, turn.desk):
        language = await turn.know(turn.desk.knowledge.people.language_of, admin)
        card = lay_out_correction(correction, turn.desk.catalogue.words(language))
        try:
            await turn.tell(admin, card)
        except TelegramError as error:
            log.info("admin %d was not told of correction %d: %s", admin, correction.id, error.message)
