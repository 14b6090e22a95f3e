"""An item as an admin sees it: its sentence, its fields, what was changed by hand, and what can be done."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.dialogues.typed import MOST_CHARACTERS
from handlers.layout.html import capital, escape
from handlers.layout.items import field_lines
from handlers.layout.mended import change_line, field_name
from handlers.layout.message import Button, Message, button, column, compose, shorten
from handlers.layout.reports import data_line
from handlers.words import Words
from knowledge.amending.items import Change, Item, ItemRef
from knowledge.fields.amendments import Place
from knowledge.fields.describing import shown

# A sentence or row of a table is known by its beginning.
MOST_QUOTE_CHARACTERS = 600
MOST_LABEL_CHARACTERS = 56
_KINDS = {
    "document": "add-kind-document",
    "figure": "add-kind-figure",
    "task": "add-kind-task",
    "note": "add-kind-note",
}
_ACTIONS = {
    "entry.add": "change-added",
    "entry.edit": "change-edited",
    "entry.delete": "change-deleted",
    "entry.undo": "change-undone",
    "fact.edit": "change-edited",
    "fact.drop": "change-deleted",
    "fact.undo": "change-undone",
}


def write_ref(ref: ItemRef) -> str:
    """The item in a button's data: "12.3d0"."""
    return f"{ref.report_id}.{ref.place.statement}{ref.place.kind[0]}{ref.place.index}"


def read_ref(text: str) -> ItemRef:
    """What `write_ref` wrote; a button's pattern has made sure that it is such."""
    report_id, _, place = text.partition(".")
    letter = next(c for c in place if c.isalpha())
    statement, _, index = place.partition(letter)
    match letter:
        case "f":
            return ItemRef(int(report_id), Place(int(statement), "figure", int(index)))
        case "t":
            return ItemRef(int(report_id), Place(int(statement), "task", int(index)))
    return ItemRef(int(report_id), Place(int(statement), "document", int(index)))


def card(item: Item, words: Words) -> Message:
    """The item, and the buttons that correct it."""
    blocks, ref = _blocks(item, words), write_ref(item.ref)
    blocks.append(words("edit-press"))
    fixes = [
        button(words.plain("button-fix", field=field_name(group, words)), f"i:{ref}:{group}") for group in item.groups
    ]
    return compose(
        "\n".join(blocks),
        *[fixes[n : n + 2] for n in range(0, len(fixes), 2)],
        [
            button(words.plain("button-history"), f"i:{ref}:history"),
            button(words.plain("button-delete"), f"i:{ref}:delete"),
        ],
    )


def card_to_delete(item: Item, told: int, words: Words) -> Message:
    """The item, and the buttons that delete it; with the choice to tell the `told` chats that were given it or follow it."""
    blocks, ref = _blocks(item, words), write_ref(item.ref)
    blocks.append(words("delete-sure" if item.is_entry else "delete-sure-fact"))
    sure = [[button(words.plain("button-delete-sure"), f"i:{ref}:drop")]]
    if told:
        blocks.append(words("edit-told", count=told))
        sure = [
            [button(words.plain("button-delete-and-tell", count=told), f"i:{ref}:drop_and_tell")],
            [button(words.plain("button-delete-quietly"), f"i:{ref}:drop")],
        ]
    return compose("\n".join(blocks), *sure, [button(words.plain("button-back"), f"i:{ref}:show")])


def _blocks(item: Item, words: Words) -> list[str]:
    blocks = [heading(item, words), quote(item), *field_lines(item.fields, _shown(item), words)]
    if item.mended:
        blocks.append(words("edit-mended"))
        blocks += [f"• {change_line(changed, words)}" for changed in item.mended]
    return blocks


def _shown(item: Item) -> tuple[str, ...]:
    """What can be corrected; of a report's figure before that what it counts, for its sentence may hold several."""
    is_read_figure = item.fields.kind == "figure" and not item.is_entry
    return ("indicator", *item.groups) if is_read_figure else item.groups


def heading(item: Item, words: Words) -> str:
    """Which entry it is, or in which report it stands."""
    kind = words.plain(_KINDS[item.fields.kind])
    if item.entry_number is not None:
        return words("edit-entry", kind=kind, number=str(item.entry_number))
    report = item.report
    data = data_line(
        words,
        number=report.number,
        signed_on=report.signed_on,
        period=report.period,
        organisation=report.organisation,
    )
    source = data if report.number else ", ".join(part for part in (escape(shorten(report.title, 80)), data) if part)
    return "\n".join([words("edit-fact", kind=kind), f"<i>{capital(source)}</i>"])


def quote(item: Item) -> str:
    """Its sentence, word for word."""
    return f"<blockquote>{escape(shorten(item.quote, MOST_QUOTE_CHARACTERS))}</blockquote>"


def choices(items: list[Item], words: Words, *, to_delete: bool = False, typed: str = "") -> Message:
    """Several things that may be meant, each with its button; what was `typed` for the one that is meant stands below, as code."""
    action = "delete" if to_delete else "with" if typed else "show"
    # Several that are called alike are told apart by the line of that number.
    rows = column(((label(item, words), f"i:{write_ref(item.ref)}:{action}") for item in items), is_numbered=True)
    lines = [f"{n}. {escape(shorten(item.quote, 160))}" for n, item in enumerate(items, 1)]
    value = [words("edit-which-value", value=shorten(typed, MOST_CHARACTERS))] if typed else []
    return compose("\n".join([words("edit-which"), *lines, *value]), *rows)


def label(item: Item, words: Words) -> str:
    """The item on a button: what it is, in short."""
    fields = item.fields
    told = {
        "document": shown("number", fields) or fields.subject or "",
        "figure": f"{shown('value', fields)} · {fields.indicator or ''}",
        "task": fields.task or "",
        "note": fields.note or "",
    }[fields.kind]
    number = f"#{item.entry_number} " if item.entry_number is not None else ""
    return shorten(f"{number}{told}" or words.plain(_KINDS[fields.kind]), MOST_LABEL_CHARACTERS)


def history(item: Item, changes: list[Change], names: Mapping[int, str], zone: ZoneInfo, words: Words) -> Message:
    """Every change of the item, the newest first; `names` say who the people are that made them."""
    blocks = [heading(item, words), words("history-title" if changes else "history-none")]
    blocks += [line for change in changes for line in change_lines(change, names, zone, words)]
    ref = write_ref(item.ref)
    return compose("\n".join(blocks), [button(words.plain("button-back"), f"i:{ref}:show")])


def change_lines(change: Change, names: Mapping[int, str], zone: ZoneInfo, words: Words) -> list[str]:
    """When, by whom and what."""
    who = names[change.by] if change.by is not None else words.plain("change-by-program")
    lines: list[str] = [words(_ACTIONS[change.action], at=moment(change.at, zone), who=who)]
    lines += [f"• {change_line(changed, words)}" for changed in change.changed]
    if change.why:
        lines.append("• " + words("answer-mended-why", why=change.why))
    return lines


def moment(at: datetime, zone: ZoneInfo) -> str:
    """ "14:05 ngày 25/11/2026" is written by the catalogue; this is its hour and day."""
    return at.astimezone(zone).strftime("%H:%M %d/%m/%Y")


def undo_button(change_id: int, words: Words) -> Button:
    """Takes that change back."""
    return button(words.plain("button-undo"), f"v:{change_id}")
