"""Correcting an item: one field after the other, looked at as a whole, and saved; of two admins the second sees the difference."""

from dataclasses import replace
from typing import Any

from handlers.administration.names import names_of
from handlers.broken_off import is_of_this
from handlers.dialogues.course import Course
from handlers.dialogues.draft import digest, to_fields, to_json
from handlers.dialogues.keeping import clear, half_done, keep, under_way
from handlers.dialogues.leaving import ask_first
from handlers.dialogues.steps import Step
from handlers.editing import cards, screens
from handlers.editing.steps import WHY, step_for
from handlers.guards import refuse_foreign
from handlers.layout.message import Message, compose
from handlers.turn import Turn
from knowledge.amending.amending import Corrected
from knowledge.amending.items import Item, ItemChanged, ItemRef
from knowledge.entries.entries import IncompleteEntry
from knowledge.fields.describing import GROUPS, read_fields, write_fields
from knowledge.fields.entry_fields import EntryFields
from knowledge.people.dialogues import Dialogue

NAME = "edit"
PREVIEW = "save"  # the step at which the correction is looked at
# Beside the fields: which item, as it was seen.
_REF, _SEEN = "@item", "@seen"
_DROPPING = ("drop", "drop_and_tell")


async def press_card(turn: Turn) -> None:
    """A button of an item's card: correct a field, look at its history, delete it."""
    text, _, action = turn.pressed.partition(":")
    item = await turn.know(turn.desk.knowledge.items.get, cards.read_ref(text))
    if item is None:
        await _say_taken_out(turn, cards.read_ref(text), is_dropping=action in _DROPPING)
    elif await refuse_foreign(turn, item.report.organisation):
        return
    elif action == "show":
        await turn.replace(cards.card(item, turn.words))
    elif action == "with":
        await begin_with(turn, item, turn.shown_code)
    elif action == "delete":
        await turn.replace(await card_to_delete(turn, item))
    elif action == "history":
        changes = await turn.know(turn.desk.knowledge.items.history, item)
        names = await names_of(turn, (change.by for change in changes))
        await turn.replace(cards.history(item, changes, names, turn.desk.zone, turn.words))
    elif action in _DROPPING:
        await _drop(turn, item, cards.read_ref(text), notify=action == "drop_and_tell")
    elif action in item.groups and (step := step_for(action)) is not None:
        await _begin(turn, item, step)


async def card_to_delete(turn: Turn, item: Item) -> Message:
    """The item with the buttons that delete it, and how many would be told."""
    told = await turn.know(turn.desk.knowledge.items.rehearse_removal, item)
    return cards.card_to_delete(item, told, turn.words)


async def begin_with(turn: Turn, item: Item, typed: str) -> None:
    """Correct the item with what was typed behind the command or stood with the choice: its value, date or words; else show its card."""
    if await refuse_foreign(turn, item.report.organisation):
        return
    for group in ("value", "issued_on", "task", "note"):
        step = step_for(group) if group in item.groups else None
        values = step.read(typed, turn.desk.today()) if step else None
        if step is not None and values is not None and await _is_free(turn, item):
            await COURSE.take(turn, _data(item), step, values)
            return
    await turn.send(cards.card(item, turn.words))


async def is_under_way(turn: Turn) -> bool:
    """Whether the person is in the middle of a correction."""
    return await under_way(turn, NAME) is not None


async def resume(turn: Turn) -> None:
    """Go on where the correction was left."""
    dialogue = await under_way(turn, NAME)
    if dialogue is not None:
        await _show(turn, dialogue, before=turn.words("edit-resumed"))


async def press(turn: Turn) -> None:
    """A button of the correction; one of another step or of another correction does nothing."""
    dialogue = await under_way(turn, NAME)
    name, _, action = turn.pressed.partition(":")
    if dialogue is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif action == "cancel":
        await clear(turn)
        await turn.replace(compose(turn.words("edit-cancelled")))
    elif name == PREVIEW:
        await _press_preview(turn, dialogue, action)
    elif name != dialogue.step or (step := step_for(name)) is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    else:
        await COURSE.press(turn, dialogue.data, step, action)


async def _press_preview(turn: Turn, dialogue: Dialogue, action: str) -> None:
    verb, _, given = action.partition("_")
    if given != digest(dialogue.data) and verb in ("tell", "quiet", "mine"):
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif verb in ("tell", "quiet"):
        await _save(turn, dialogue.data, notify=verb == "tell")
    elif verb == "mine":
        await _rebase(turn, dialogue.data)
    elif (step := step_for(action)) is not None and action in (*GROUPS, WHY.name):
        await keep(turn, NAME, step.name, dialogue.data)
        await turn.send(screens.prompt(step, dialogue.data, turn.words))
    else:
        await turn.note(turn.words.plain("button-too-old"), alert=True)


async def _begin(turn: Turn, item: Item, step: Step) -> None:
    dialogue = await under_way(turn, NAME)
    if dialogue is not None and _ref(dialogue.data) == item.ref:
        data = dialogue.data
    elif not await _is_free(turn, item):
        return
    else:
        data = _data(item)
    await keep(turn, NAME, step.name, data)
    await turn.send(screens.prompt(step, data, turn.words))


async def _is_free(turn: Turn, item: Item) -> bool:
    """Whether nothing else is half done; otherwise the person decides about that first."""
    other = await half_done(turn)
    if other is None or (other.name == NAME and (_ref(other.data) == item.ref or not _changed(other.data))):
        return True
    await ask_first(turn)
    return False


async def _advance(turn: Turn, data: dict[str, Any]) -> None:
    await keep(turn, NAME, PREVIEW, data)
    await _preview(turn, data)


async def _show(turn: Turn, dialogue: Dialogue, *, before: str) -> None:
    step = step_for(dialogue.step)
    if step is not None:
        await turn.send(screens.prompt(step, dialogue.data, turn.words, before=before))
    else:
        await _preview(turn, dialogue.data, before=before)


async def _preview(turn: Turn, data: dict[str, Any], *, before: str = "") -> None:
    """What will be different and who would be told; or what somebody else did meanwhile."""
    item = await turn.know(turn.desk.knowledge.items.get, _ref(data))
    if item is None:
        await _say_gone(turn)
        return
    seen, after, why = _as_seen(item, data), to_fields(data), str(data.get("why") or "")
    try:
        told = await turn.know(turn.desk.knowledge.items.rehearse, seen, after, why)
    except ItemChanged as error:
        await _say_changed(turn, seen, after, error, data)
        return
    except IncompleteEntry as error:
        await turn.send(screens.incomplete(item, error.field, turn.words))
        return
    await turn.send(screens.preview(item, seen.fields, after, why, told, digest(data), turn.words, before=before))


async def _save(turn: Turn, data: dict[str, Any], *, notify: bool) -> None:
    items = turn.desk.knowledge.items
    item = await turn.know(items.get, _ref(data))
    if item is None:
        await _say_gone(turn)
        return
    if await refuse_foreign(turn, item.report.organisation):  # the role may be another by now
        return
    seen, after, why = _as_seen(item, data), to_fields(data), str(data.get("why") or "")
    try:
        saved = await turn.know(items.save, seen, after, by=turn.user_id, why=why, notify=notify)
    except ItemChanged as error:
        await _say_changed(turn, seen, after, error, data)
        return
    await clear(turn)
    await turn.renew()
    turn.desk.wake_sender()
    now = await turn.know(items.get, ItemRef(saved.report_id, item.ref.place)) or item
    if turn.is_again and saved.change_id is None:  # it was saved before, and the way back is still to be shown
        saved = replace(saved, change_id=await turn.know(items.own_change, now, turn.user_id))
    await turn.replace(screens.saved(now, seen.fields, after, saved, notify=notify, words=turn.words))


async def _rebase(turn: Turn, data: dict[str, Any]) -> None:
    """Keep the correction, now of what somebody else made of the item."""
    item = await turn.know(turn.desk.knowledge.items.get, _ref(data))
    if item is None:
        await _say_gone(turn)
        return
    changed = {**data, **_identity(item)}
    await keep(turn, NAME, PREVIEW, changed)
    await _preview(turn, changed)


async def _drop(turn: Turn, item: Item, seen: ItemRef, *, notify: bool) -> None:
    """Delete it, unless somebody changed it since the button was shown."""
    if item.ref != seen:
        await turn.note(turn.words.plain("edit-changed-look"), alert=True)
        await turn.replace(await card_to_delete(turn, item))
        return
    try:
        removed = await turn.know(turn.desk.knowledge.items.remove, item, by=turn.user_id, notify=notify)
    except ItemChanged:
        await turn.note(turn.words.plain("edit-changed-look"), alert=True)
        return
    await turn.renew()
    await turn.replace(screens.removed(item, removed, turn.words))


async def _say_taken_out(turn: Turn, seen: ItemRef, *, is_dropping: bool) -> None:
    """It answers no more; whose deleting it was broken off is told so with the way back."""
    may_be_own = turn.is_again and is_dropping
    done = await turn.know(turn.desk.knowledge.items.taken_out, seen, turn.user_id) if may_be_own else None
    if done is None or not await is_of_this(turn, done[1].at):
        await turn.note(turn.words.plain("edit-gone"), alert=True)
        return
    item, change = done
    await turn.renew()
    await turn.replace(screens.removed(item, Corrected(seen.report_id, change_id=change.id), turn.words))


async def _say_changed(turn: Turn, seen: Item, after: EntryFields, error: ItemChanged, data: dict[str, Any]) -> None:
    who = turn.words.plain("change-by-program") if error.by is None else (await names_of(turn, [error.by]))[error.by]
    await turn.send(screens.changed_meanwhile(seen.fields, after, error, who, digest(data), turn.desk.zone, turn.words))


async def _say_gone(turn: Turn) -> None:
    await clear(turn)
    await turn.say(turn.words("edit-gone"))


def _data(item: Item) -> dict[str, Any]:
    return {**_plain(item.fields), **_identity(item)}


def _identity(item: Item) -> dict[str, Any]:
    return {_REF: cards.write_ref(item.ref), _SEEN: write_fields(item.fields)}


def _plain(fields: EntryFields) -> dict[str, Any]:
    return to_json({name: getattr(fields, name) for name in fields.__dataclass_fields__})


def _ref(data: dict[str, Any]) -> ItemRef:
    return cards.read_ref(str(data[_REF]))


def _as_seen(item: Item, data: dict[str, Any]) -> Item:
    """The item as it was when the correction began."""
    return replace(item, ref=_ref(data), fields=read_fields(str(data[_SEEN])))


def _changed(data: dict[str, Any]) -> bool:
    return to_fields(data) != read_fields(str(data[_SEEN]))


def _find_step(_: dict[str, Any], name: str) -> Step | None:
    return step_for(name)


COURSE = Course(NAME, "b", "edit-going-on", _find_step, screens.prompt, _show, _advance)
hear, remind = COURSE.hear, COURSE.remind
