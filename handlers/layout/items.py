"""The fields of an entry or a fact, as an admin looks them over."""

from handlers.layout.mended import field_name, field_value
from handlers.layout.message import shorten
from handlers.words import Words
from knowledge.fields.describing import shown
from knowledge.fields.entry_fields import EntryFields

# Of a long subject the beginning tells whether it was understood.
MOST_FIELD_CHARACTERS = 300


def field_lines(fields: EntryFields, groups: tuple[str, ...], words: Words) -> list[str]:
    """Each field with what stands in it."""
    told = [(group, shown(group, fields)) for group in groups]
    return [
        words(
            "edit-field",
            field=field_name(group, words),
            value=shorten(field_value(group, value, words), MOST_FIELD_CHARACTERS),
        )
        for group, value in told
    ]
