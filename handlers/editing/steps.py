"""What can be corrected of an item: how each field is asked for and how the reply is read."""

from handlers.adding.steps import step_of_field
from handlers.dialogues.steps import Step, read_nothing
from handlers.dialogues.typed import read_text
from knowledge.facts import Role

_ROLES = Step(
    "role",
    "add-role",
    read_nothing,
    choices=tuple(
        (role.value, f"role-{role.value}")
        for role in (
            Role.PLANNED,
            Role.DRAFTED,
            Role.SUBMITTED,
            Role.ISSUED,
            Role.IMPLEMENTED,
            Role.AMENDED,
            Role.ENDING,
            Role.REPLACED,
        )
    ),
)
# Why something was corrected is told to whoever hears of it.
WHY = Step("why", "edit-why", read_text("why"), is_optional=True, is_words=True)


def step_for(group: str) -> Step | None:
    """The step that asks for this field."""
    return {"role": _ROLES, "why": WHY}.get(group) or step_of_field(group)
