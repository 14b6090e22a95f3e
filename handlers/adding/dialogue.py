"""Leading through the steps: what was typed or pressed, and what comes next."""

from dataclasses import replace
from typing import Any

from handlers.adding import screens
from handlers.adding.one_line import Line, read_line
from handlers.adding.steps import KIND, find_step, next_step, steps_of
from handlers.dialogues.course import Course, without_typed
from handlers.dialogues.draft import digest, to_fields
from handlers.dialogues.keeping import clear, half_done, keep, under_way
from handlers.dialogues.leaving import ask_first
from handlers.dialogues.steps import Step
from handlers.dialogues.typed import MOST_CHARACTERS
from handlers.layout.message import compose
from handlers.turn import Turn
from knowledge.fields.entry_fields import EntryFields, IncompleteEntry
from knowledge.people.corrections import CorrectionState
from knowledge.people.dialogues import Dialogue

NAME = "add"
PREVIEW = "save"  # the step at which everything was asked
# Kept beside the fields: the question in vain that the entry is to answer.
_ANSWERS = "@question"


async def begin(turn: Turn) -> None:
    """Begin to add an entry, with what the line behind the command says, or go on with the one under way."""
    other = await half_done(turn)
    if other is not None and (other.name != NAME or (turn.arguments and other.data)):
        await ask_first(turn)
        return
    if turn.arguments:
        await _begin_with(turn, turn.arguments)
        return
    if other is not None:
        await resume(turn)
        return
    await keep(turn, NAME, KIND.name, {})
    await turn.send(screens.prompt(KIND, {}, turn.words))


async def begin_for(turn: Turn, question_id: int, question: str) -> None:
    """Begin to add an entry that answers this question; whoever asked it is answered once it is saved."""
    if await half_done(turn) is not None:
        await ask_first(turn)
        return
    data = {_ANSWERS: question_id}
    await keep(turn, NAME, KIND.name, data)
    await turn.send(screens.prompt(KIND, data, turn.words, before=turn.words("add-for", question=question)))


async def resume(turn: Turn) -> None:
    """Go on with the entry under way."""
    dialogue = await under_way(turn, NAME)
    if dialogue is not None:
        await _show(turn, dialogue.data, before=turn.words("add-resumed"))


async def _begin_with(turn: Turn, line: str) -> None:
    filled = await turn.know(read_line, line, turn.desk.today())
    data = await _with_own_organisation(turn, filled.data or {})
    coming = next_step(data)
    await keep(turn, NAME, coming.name if coming else PREVIEW, data)
    await _show(turn, data, before=_about_line(turn, line, filled))


def _about_line(turn: Turn, line: str, filled: Line) -> str:
    """What of the line was not understood; nothing where all of it was."""
    if len(line) > MOST_CHARACTERS:
        return turn.words("add-too-long", most=MOST_CHARACTERS)
    if filled.data is None:
        return turn.words("add-line-not-understood")
    return turn.words("add-left", parts="; ".join(filled.left)) if filled.left else ""


async def press(turn: Turn) -> None:
    """A button of the dialogue; one of an earlier step does nothing."""
    dialogue = await under_way(turn, NAME)
    name, _, action = turn.pressed.partition(":")
    if dialogue is None or (action != "fix" and name != dialogue.step):
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    step = find_step(dialogue.data, name)
    if action == "cancel":
        await clear(turn)
        await turn.replace(compose(turn.words("add-cancelled")))
    elif name == PREVIEW and action in (f"yes_{digest(dialogue.data)}", f"tell_{digest(dialogue.data)}"):
        await _save(turn, dialogue.data, notify=action.startswith("tell"))
    elif step is not None:
        await _press_step(turn, dialogue.data, step, action)
    else:
        await turn.note(turn.words.plain("button-too-old"), alert=True)


async def _press_step(turn: Turn, data: dict[str, Any], step: Step, action: str) -> None:
    kept = without_typed(data)
    if action == "back":
        await _go_back(turn, kept, step)
    elif action == "fix":
        await keep(turn, NAME, step.name, kept)
        await turn.send(screens.prompt(step, kept, turn.words))
    else:
        await COURSE.press(turn, data, step, action)


async def _advance(turn: Turn, filled: dict[str, Any]) -> None:
    data = await _with_own_organisation(turn, filled)
    coming = next_step(data)
    await keep(turn, NAME, coming.name if coming else PREVIEW, data)
    await _show(turn, data)


async def _go_back(turn: Turn, data: dict[str, Any], step: Step) -> None:
    steps = steps_of(data)
    before = steps[max(0, steps.index(step) - 1)]
    kept = {key: value for key, value in data.items() if key != before.name}
    await keep(turn, NAME, before.name, kept)
    await turn.send(screens.prompt(before, kept, turn.words))


async def _show(turn: Turn, data: dict[str, Any], *, before: str = "") -> None:
    coming = next_step(data)
    if coming is not None:
        await turn.send(screens.prompt(coming, data, turn.words, before=before))
        return
    entries, fields = turn.desk.knowledge.entries, to_fields(data)
    try:
        reading = await turn.know(entries.preview, fields)
    except IncompleteEntry as error:
        missing = find_step(data, error.field) or steps_of(data)[-1]
        await keep(turn, NAME, missing.name, data)
        await turn.send(screens.prompt(missing, data, turn.words, before=turn.words("add-needed")))
        return
    similar = await turn.know(entries.similar, fields)
    told = await turn.know(entries.rehearse, None, fields)
    await turn.send(screens.preview(reading, similar, told, data, turn.words, before=before))


async def _save(turn: Turn, data: dict[str, Any], *, notify: bool) -> None:
    knowledge, fields = turn.desk.knowledge, await _of_own_organisation(turn, to_fields(data))
    saved = await turn.know(knowledge.entries.save, fields, by=turn.user_id, notify=notify)
    await clear(turn)
    await turn.renew()
    if notify:
        turn.desk.wake_sender()
    reading = await turn.know(knowledge.entries.preview, fields)
    change = await turn.know(knowledge.items.last_change, saved)
    answered = await _answer_askers(turn, data, saved)
    told = await turn.know(knowledge.entries.told, saved) if notify else 0
    await turn.replace(screens.saved(reading.text.strip(), saved, change, answered, told, turn.words))


async def _answer_askers(turn: Turn, data: dict[str, Any], saved: int) -> screens.Told | None:
    """How many of those who asked in vain are answered now; None where the entry was not added for a question."""
    if _ANSWERS not in data:
        return None
    knowledge = turn.desk.knowledge
    gap = await turn.know(knowledge.gaps.find, int(data[_ANSWERS]))
    if gap is None:
        return screens.Told(0, 0)
    found = await turn.know(knowledge.replies.answer, gap.question_ids)
    # Whoever asked is told the entry also where its words are too far from the question to be found by it.
    sent = await turn.know(knowledge.replies.answer_with, gap.question_ids, saved)
    await turn.know(knowledge.corrections.settle_asked, gap.question_ids, CorrectionState.FIXED, by=turn.user_id)
    turn.desk.wake_sender()
    return screens.Told(found, sent)


async def _with_own_organisation(turn: Turn, data: dict[str, Any]) -> dict[str, Any]:
    """What was filled in; whoever edits for one organisation is shown that one, and is not asked for another."""
    if not any(step.name == "organisation" for step in steps_of(data)):
        return data
    own = (await _of_own_organisation(turn, EntryFields(kind="note"))).organisation
    return {**data, "organisation": own} if own else data


async def _of_own_organisation(turn: Turn, fields: EntryFields) -> EntryFields:
    """The fields; what an editor of one organisation adds is that one's, whatever was filled in."""
    member = await turn.know(turn.desk.knowledge.people.member, turn.user_id or 0)
    return replace(fields, organisation=member.organisation) if member and member.organisation else fields


async def _show_kept(turn: Turn, dialogue: Dialogue, *, before: str) -> None:
    await _show(turn, dialogue.data, before=before)


COURSE = Course(NAME, "a", "add-going-on", find_step, screens.prompt, _show_kept, _advance)
hear, remind = COURSE.hear, COURSE.remind
