"""What the correction of an item shows: the question for a field, what will be different, and what came of it."""

from typing import Any
from zoneinfo import ZoneInfo

from handlers.dialogues.draft import to_fields
from handlers.dialogues.steps import Step
from handlers.editing.cards import heading, label, moment, quote, undo_button, write_ref
from handlers.editing.steps import WHY
from handlers.layout.mended import change_line, field_name, field_value
from handlers.layout.message import Button, Message, button, compose
from handlers.words import Words
from knowledge.amending.amending import Corrected
from knowledge.amending.items import Item, ItemChanged
from knowledge.fields.describing import GROUPS, differences, shown
from knowledge.fields.entry_fields import EntryFields


def prompt(step: Step, data: dict[str, Any], words: Words, *, before: str = "") -> Message:
    """The question for this field, with what stands in it now."""
    now = shown(step.name, to_fields(data)) if step.name in GROUPS else str(data.get(step.name) or "")
    asked: list[str] = [part for part in (before, words(step.prompt)) if part]
    if now:
        asked.append(words("edit-now", value=field_value(step.name, now, words)))
    rows = [[button(words.plain(name), f"b:{step.name}:={value}")] for value, name in step.choices]
    last = [button(words.plain("button-cancel"), f"b:{step.name}:cancel")]
    if step.is_optional:
        last.insert(0, button(words.plain("button-empty" if now else "button-skip"), f"b:{step.name}:skip"))
    return compose("\n\n".join(asked), *rows, last)


def preview(
    item: Item,
    seen: EntryFields,
    after: EntryFields,
    why: str,
    told: int,
    digest: str,
    words: Words,
    *,
    before: str = "",
) -> Message:
    """What will be different, who was told the old, and the buttons that decide."""
    changes = [f"• {change_line(changed, words)}" for changed in differences(seen, after)]
    blocks = [part for part in (before, words("edit-preview"), heading(item, words), quote(item)) if part]
    blocks += changes or [words("edit-nothing")]
    if why:
        blocks.append(words("answer-mended-why", why=why))
    if changes and told:
        blocks.append(words("edit-told", count=told))
    saving = _saving(told, digest, words) if changes else []
    fixes = [
        button(words.plain("button-fix", field=field_name(group, words)), f"b:save:{group}") for group in item.groups
    ]
    return compose(
        "\n".join(blocks),
        *saving,
        *[fixes[n : n + 2] for n in range(0, len(fixes), 2)],
        [] if item.is_entry else [button(words.plain("button-why"), f"b:save:{WHY.name}")],
        [button(words.plain("button-cancel"), "b:save:cancel")],
    )


def _saving(told: int, digest: str, words: Words) -> list[list[Button]]:
    if not told:
        return [[button(words.plain("button-save"), f"b:save:quiet_{digest}")]]
    return [
        [button(words.plain("button-save-and-tell", count=told), f"b:save:tell_{digest}")],
        [button(words.plain("button-save-quietly"), f"b:save:quiet_{digest}")],
    ]


def incomplete(item: Item, field: str, words: Words) -> Message:
    """A field that may not be empty is; its question again."""
    group = next((name for name, fields in GROUPS.items() if field in fields), item.groups[0])
    fix = button(words.plain("button-fix", field=field_name(group, words)), f"b:save:{group}")
    return compose(words("add-needed"), [fix], [button(words.plain("button-cancel"), "b:save:cancel")])


def saved(
    item: Item, seen: EntryFields, after: EntryFields, corrected: Corrected, *, notify: bool, words: Words
) -> Message:
    """That it answers so from now on, and the ways back."""
    blocks: list[str] = [words("edit-saved", item=label(item, words))]
    blocks += [f"• {change_line(changed, words)}" for changed in differences(seen, after)]
    if notify and corrected.recipients:
        blocks.append(words("edit-will-be-told", count=corrected.recipients))
    undo = [undo_button(corrected.change_id, words)] if corrected.change_id is not None else []
    again = button(words.plain("button-look-again"), f"i:{write_ref(item.ref)}:show")
    return compose("\n".join(blocks), undo, [again])


def removed(item: Item, corrected: Corrected, words: Words) -> Message:
    """That it answers no more, and the way back."""
    undo = [undo_button(corrected.change_id, words)] if corrected.change_id is not None else []
    blocks: list[str] = [words("deleted", item=label(item, words))]
    if corrected.recipients:
        blocks.append(words("edit-will-be-told", count=corrected.recipients))
    return compose("\n".join(blocks), undo)


def changed_meanwhile(
    seen: EntryFields, mine: EntryFields, error: ItemChanged, who: str, digest: str, zone: ZoneInfo, words: Words
) -> Message:
    """What somebody else did to the item since this correction began, beside one's own, and the choice."""
    given = {"at": moment(error.at, zone), "who": who}
    keep = [button(words.plain("button-keep-theirs"), "b:save:cancel")]
    if error.now is None:
        return compose(words("edit-deleted-meanwhile", **given), keep)
    theirs = [f"• {change_line(changed, words)}" for changed in differences(seen, error.now.fields)]
    own = [f"• {change_line(changed, words)}" for changed in differences(seen, mine)]
    blocks = [words("edit-changed-meanwhile", **given), *theirs, words("edit-yours"), *own]
    mine_anyway = button(words.plain("button-keep-mine"), f"b:save:mine_{digest}")
    return compose("\n".join(blocks), [mine_anyway], keep)
