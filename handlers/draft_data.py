"""A draft's own data, put right from its card: number, date, title, period and organisation, with undo."""

from datetime import date
from typing import Any

from handlers.dialogues.course import Course
from handlers.dialogues.draft import from_json, to_json
from handlers.dialogues.keeping import clear, half_done, keep, under_way
from handlers.dialogues.leaving import ask_first
from handlers.dialogues.steps import Step
from handlers.dialogues.typed import Values, read_date, read_period, read_text
from handlers.drafts import draft_card, find_draft
from handlers.guards import refuse_foreign
from handlers.layout.changes import data_change, data_name, data_value
from handlers.layout.message import Message, button, compose
from handlers.turn import Turn
from handlers.words import Words
from knowledge.grammar.folding import compose as composed
from knowledge.grammar.symbols import find_symbols
from knowledge.people.dialogues import Dialogue
from knowledge.releasing.draft_data import FIELDS, DataChanged, Restated, Value
from knowledge.store.reports import ReportSummary, UnknownReport

NAME = "report"
_DRAFT, _FIELD, _SEEN = "@draft", "@field", "@seen"


def _read_number(text: str, _: date) -> Values | None:
    """ "134/bc-vpubnd" is 134/BC-VPUBND."""
    found = next(find_symbols(composed(text).upper()), None)
    return {"number": f"{found.number.lower()}/{found.symbol}"} if found else None


_STEPS = {
    step.name: step
    for step in (
        Step("number", "draft-data-number", _read_number, is_optional=True),
        Step("signed_on", "draft-data-signed", read_date("signed_on"), is_optional=True),
        Step("title", "draft-data-title", read_text("title"), is_words=True),
        Step("period", "draft-data-period", read_period("period"), is_optional=True),
        Step("organisation", "draft-data-organisation", read_text("organisation"), is_optional=True, is_words=True),
    )
}


async def show(turn: Turn) -> None:
    """The data as they were read, each with the button that puts it right."""
    draft = await find_draft(turn, int(turn.pressed))
    if draft is not None:
        await turn.replace(_page(draft, turn.words))


async def begin(turn: Turn) -> None:
    """Ask what this field is in truth."""
    number, _, name = turn.pressed.partition(":")
    draft = await find_draft(turn, int(number))
    if draft is None or name not in _STEPS:
        return
    other = await half_done(turn)
    if other is not None and other.name != NAME:
        await ask_first(turn)
        return
    data = {_DRAFT: draft.id, _FIELD: name, _SEEN: to_json({name: getattr(draft, name)})[name]}
    await keep(turn, NAME, name, data)
    await turn.send(_prompt(_STEPS[name], data, turn.words))


async def resume(turn: Turn) -> None:
    """Go on where it was left."""
    dialogue = await under_way(turn, NAME)
    if dialogue is not None:
        await _show(turn, dialogue, before=turn.words("draft-data-going-on"))


async def press(turn: Turn) -> None:
    """A button of the question for a field; one of another question does nothing."""
    dialogue = await under_way(turn, NAME)
    name, _, action = turn.pressed.partition(":")
    if dialogue is None or dialogue.step != name:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif action == "cancel":
        await clear(turn)
        await turn.replace(compose(turn.words("edit-cancelled")))
    else:
        await COURSE.press(turn, dialogue.data, _STEPS[name], action)


async def undo(turn: Turn) -> None:
    """The field is as it was before that change."""
    try:
        undone = await turn.know(turn.desk.knowledge.draft_data.undo, int(turn.pressed), by=turn.user_id)
    except (DataChanged, UnknownReport):
        undone = None
    if undone is None or undone.change_id is None:
        await turn.note(turn.words.plain("undo-too-late"), alert=True)
        return
    await turn.replace(await _restated_card(turn, undone))


async def _advance(turn: Turn, data: dict[str, Any]) -> None:
    """Put the field right, and show the draft as it is now."""
    name, draft_id = str(data[_FIELD]), int(data[_DRAFT])
    draft = await find_draft(turn, draft_id)
    value: Value = from_json(name, data[name]) if data[name] is not None else None
    if draft is None:
        await clear(turn)
        await turn.say(turn.words("draft-decided"))
        return
    if name == "organisation" and await refuse_foreign(turn, value if isinstance(value, str) else None):
        return
    seen: Value = from_json(name, data[_SEEN]) if data[_SEEN] is not None else None
    correct = turn.desk.knowledge.draft_data.correct
    try:
        restated = await turn.know(correct, draft_id, name, value, seen=seen, by=turn.user_id)
    except DataChanged as error:
        now = {_DRAFT: draft_id, _FIELD: name, _SEEN: to_json({name: error.now})[name]}
        await keep(turn, NAME, name, now)
        await turn.send(_prompt(_STEPS[name], now, turn.words, before=turn.words("draft-data-meanwhile")))
        return
    await clear(turn)
    await turn.send(await _restated_card(turn, restated))


async def _restated_card(turn: Turn, restated: Restated) -> Message:
    draft = await turn.know(turn.desk.knowledge.reports.summary, restated.report_id)
    done = turn.words("draft-data-done", change=data_change(restated.name, restated.before, restated.after, turn.words))
    undoing = (
        [] if restated.change_id is None else [button(turn.words.plain("button-undo"), f"dz:{restated.change_id}")]
    )
    return await draft_card(turn, draft, before=done, more=undoing)


async def _show(turn: Turn, dialogue: Dialogue, *, before: str) -> None:
    await turn.send(_prompt(_STEPS[dialogue.step], dialogue.data, turn.words, before=before))


def _page(draft: ReportSummary, words: Words) -> Message:
    lines = [
        words("edit-field", field=data_name(one, words), value=data_value(getattr(draft, one), words)) for one in FIELDS
    ]
    fixes = [button(words.plain("button-fix", field=data_name(one, words)), f"df:{draft.id}:{one}") for one in FIELDS]
    rows = [fixes[n : n + 2] for n in range(0, len(fixes), 2)]
    back = [button(words.plain("button-draft"), f"pb:{draft.id}")]
    return compose("\n".join([words("draft-data-which"), *lines]), *rows, back)


def _prompt(step: Step, data: dict[str, Any], words: Words, *, before: str = "") -> Message:
    seen = data[_SEEN]
    now = words("edit-now", value=data_value(from_json(step.name, seen), words)) if seen is not None else ""
    last = [button(words.plain("button-cancel"), f"dn:{step.name}:cancel")]
    if step.is_optional and seen is not None:
        last.insert(0, button(words.plain("button-empty"), f"dn:{step.name}:skip"))
    return compose("\n\n".join(part for part in (before, words(step.prompt), now) if part), last)


def _find_step(_: dict[str, Any], name: str) -> Step | None:
    return _STEPS.get(name)


COURSE = Course(NAME, "dn", "draft-data-going-on", _find_step, _prompt, _show, _advance)
hear, remind = COURSE.hear, COURSE.remind
