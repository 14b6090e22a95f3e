"""What an admin changed by hand, in words: under a quotation, in the history of an item, between two admins."""

from typing import TYPE_CHECKING

from handlers.words import Words
from knowledge.answers import Mended
from knowledge.facts import Role
from knowledge.grammar.dates import format_date

if TYPE_CHECKING:
    from knowledge.fields.describing import Changed

_FIELDS = {
    "role": "add-role-field",
    "number": "add-number-field",
    "subject": "add-subject-field",
    "issued_on": "add-issued-on-field",
    "expected": "add-expected-field",
    "issuer": "add-issuer-field",
    "status": "edit-status-field",
    "indicator": "add-indicator-field",
    "value": "add-value-field",
    "period": "add-period-field",
    "organisation": "add-organisation-field",
    "task": "add-task-field",
    "responsible": "add-responsible-field",
    "due": "add-due-field",
    "note": "add-note-field",
}
_ROLES = {
    Role.PLANNED: "role-planned",
    Role.DRAFTED: "role-drafted",
    Role.SUBMITTED: "role-submitted",
    Role.ISSUED: "role-issued",
    Role.IMPLEMENTED: "role-implemented",
    Role.AMENDED: "role-amended",
    Role.REPLACED: "role-replaced",
    Role.ENDING: "role-ending",
    Role.BASIS: "role-basis",
    Role.LISTED: "role-listed",
}


def field_name(field: str, words: Words) -> str:
    """The field as its buttons call it."""
    return words.plain(_FIELDS[field])


def field_value(field: str, value: str, words: Words) -> str:
    """What stands in the field, a role by its name, nothing as a dash."""
    if field == "role" and value in list(Role):
        return words.plain(_ROLES[Role(value)])
    return value or "—"


def change_line(changed: "Changed", words: Words) -> str:
    """ "giá trị: 4.984 hồ sơ → 5.000 hồ sơ"."""
    before, after = (field_value(changed.field, value, words) for value in (changed.before, changed.after))
    return words("mended-change", field=field_name(changed.field, words), before=before, after=after)


def mended_line(mended: Mended, words: Words) -> str:
    """That and when an admin corrected the sentence above, and why where it is said."""
    before, after = (field_value(mended.field, value, words) for value in (mended.before, mended.after))
    given = {
        "date": format_date(mended.on, language=words.language),
        "field": field_name(mended.field, words),
        "before": before,
        "after": after,
    }
    parts = [words("answer-mended", **given)]
    if mended.why:
        parts.append(words("answer-mended-why", why=mended.why))
    return " ".join(parts)
