"""What is asked, in which order, for each kind of entry."""

from typing import Any

from handlers.dialogues.steps import Step, read_nothing
from handlers.dialogues.typed import read_date, read_period, read_quantity, read_symbol, read_text
from knowledge.facts import Role

KIND = Step(
    "kind",
    "add-kind",
    read_nothing,
    choices=(
        ("document", "add-kind-document"),
        ("figure", "add-kind-figure"),
        ("task", "add-kind-task"),
        ("note", "add-kind-note"),
    ),
)
_ROLE = Step(
    "role",
    "add-role",
    read_nothing,
    choices=(
        (Role.ISSUED.value, "role-issued"),
        (Role.PLANNED.value, "role-planned"),
        (Role.DRAFTED.value, "role-drafted"),
        (Role.SUBMITTED.value, "role-submitted"),
        (Role.IMPLEMENTED.value, "role-implemented"),
    ),
)
_NUMBER = Step("number", "add-number", read_symbol)
_SUBJECT = Step("subject", "add-subject", read_text("subject"), is_optional=True, is_words=True)
_PLANNED_SUBJECT = Step("subject", "add-subject", read_text("subject"), is_words=True)
_ISSUED_ON = Step("issued_on", "add-issued-on", read_date("issued_on"), is_optional=True)
_EXPECTED = Step("expected", "add-expected", read_period("expected"), is_optional=True)
_ISSUER = Step("issuer", "add-issuer", read_text("issuer"), is_optional=True, is_words=True)
_ORGANISATION = Step("organisation", "add-organisation", read_text("organisation"), is_optional=True, is_words=True)
_FIGURE = (
    Step("indicator", "add-indicator", read_text("indicator"), is_words=True),
    Step("value", "add-value", read_quantity),
    Step("period", "add-period", read_period("period"), is_optional=True),
    _ORGANISATION,
)
_TASK = (
    Step("task", "add-task", read_text("task"), is_words=True),
    Step("responsible", "add-responsible", read_text("responsible"), is_optional=True, is_words=True),
    Step("due", "add-due", read_date("due"), is_optional=True),
)
# A document has these only where the line behind the command says so, or the entry is corrected.
_FURTHER = (
    _TASK[2],
    Step("status", "edit-status", read_text("status"), is_optional=True, is_words=True),
    _TASK[1],
)
_NOTE = (Step("note", "add-note", read_text("note"), is_words=True), _ORGANISATION)
# These documents exist already, so they have a number; of the others the subject is what tells them apart.
_NUMBERED = frozenset({Role.ISSUED.value, Role.IMPLEMENTED.value})


def steps_of(data: dict[str, Any]) -> tuple[Step, ...]:
    """All steps of the entry as far as its kind is known, in order."""
    match data.get("kind"):
        case "document":
            further = (step for step in _FURTHER if step.name in data)
            return (KIND, _ROLE, *_document_steps(data.get("role")), *further)
        case "figure":
            return (KIND, *_FIGURE)
        case "task":
            return (KIND, *_TASK)
        case "note":
            return (KIND, *_NOTE)
    return (KIND,)


def _document_steps(role: str | None) -> tuple[Step, ...]:
    if role is None:
        return ()
    if role in _NUMBERED:
        return _NUMBER, _SUBJECT, _ISSUED_ON, _ISSUER
    return _PLANNED_SUBJECT, _EXPECTED, _ISSUER


def step_of_field(name: str) -> Step | None:
    """The step that asks for this field, of whatever kind of entry."""
    every = (_NUMBER, _SUBJECT, _ISSUED_ON, _EXPECTED, _ISSUER, *_FURTHER, *_FIGURE, *_TASK, *_NOTE)
    return next((step for step in every if step.name == name), None)


def find_step(data: dict[str, Any], name: str) -> Step | None:
    """The step of that name, if this entry has it."""
    return next((step for step in steps_of(data) if step.name == name), None)


def next_step(data: dict[str, Any]) -> Step | None:
    """The first step that was neither answered nor skipped; None when everything was asked."""
    return next((step for step in steps_of(data) if step.name not in data), None)
