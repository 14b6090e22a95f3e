"""What the dialogue shows: the question of a step, and the entry as it was understood."""

from dataclasses import dataclass
from typing import Any

from handlers.adding.steps import steps_of
from handlers.dialogues.draft import digest, to_fields
from handlers.dialogues.steps import Step
from handlers.layout.html import escape
from handlers.layout.items import field_lines
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.words import Words
from knowledge.entries.entries import Similar
from knowledge.facts import Reading

# Of sentences that may say the same, so many are enough to decide.
MOST_SIMILAR = 3


def prompt(step: Step, data: dict[str, Any], words: Words, *, before: str = "") -> Message:
    """The question of this step, after what has to be said first."""
    rows = [[button(words.plain(label), f"a:{step.name}:={value}")] for value, label in step.choices]
    row = []
    if step.is_optional:
        row.append(button(words.plain("button-skip"), f"a:{step.name}:skip"))
    if step is not steps_of(data)[0]:
        row.append(button(words.plain("button-back"), f"a:{step.name}:back"))
    row.append(button(words.plain("button-cancel"), f"a:{step.name}:cancel"))
    return compose("\n\n".join(part for part in (before, words(step.prompt)) if part), *rows, row)


def preview(
    reading: Reading, similar: list[Similar], told: int, data: dict[str, Any], words: Words, *, before: str = ""
) -> Message:
    """The entry as it will answer, what may say the same already, and the buttons to correct or save it."""
    blocks = [before, ""] if before else []
    blocks += [
        words("add-preview"),
        f"<blockquote>{escape(reading.text.strip())}</blockquote>",
        words("add-understood"),
    ]
    groups = tuple(step.name for step in steps_of(data)[1:])
    blocks += field_lines(to_fields(data), groups, words)
    if similar:
        blocks.append(words("add-similar"))
        quotes = [shorten(item.quote, 300) for item in similar[:MOST_SIMILAR]]
        blocks += [f"<blockquote>{escape(quote)}</blockquote>" for quote in quotes]
    fixes = [
        button(words.plain("button-fix", field=words.plain(f"{step.prompt}-field")), f"a:{step.name}:fix")
        for step in steps_of(data)[1:]
    ]
    return compose(
        "\n".join(blocks),
        *_saving(told, digest(data), words),
        *[fixes[n : n + 2] for n in range(0, len(fixes), 2)],
        [button(words.plain("button-cancel"), "a:save:cancel")],
    )


def _saving(told: int, digest: str, words: Words) -> list[list[Button]]:
    """Saving quietly comes first: most entries are small, and whoever asks gets them anyway."""
    quiet = [button(words.plain("button-save" if not told else "button-save-quietly"), f"a:save:yes_{digest}")]
    if not told:
        return [quiet]
    return [quiet, [button(words.plain("button-save-and-tell", count=told), f"a:save:tell_{digest}")]]


@dataclass(frozen=True, slots=True)
class Told:
    """Of those who asked in vain, how many are answered because the bot finds the entry, and how many are sent it."""

    found: int
    sent: int


def saved(
    sentence: str, report_id: int, change_id: int | None, answered: Told | None, told: int, words: Words
) -> Message:
    """That it answers from now on, under which number, who of those who asked in vain and who else is told, and the ways back."""
    blocks: list[str] = [words("add-saved", sentence=sentence, number=str(report_id))]
    if answered is not None and (answered.found or not answered.sent):
        blocks.append(words("unanswered-told", count=answered.found))
    if answered is not None and answered.sent:
        blocks.append(words("unanswered-still", count=answered.sent))
    if told:
        blocks.append(words("edit-will-be-told", count=told))
    undo = [button(words.plain("button-undo"), f"v:{change_id}")] if change_id is not None else []
    again = button(words.plain("button-look-again"), f"i:{report_id}.0d0:show")
    return compose("\n".join(blocks), undo, [again])
