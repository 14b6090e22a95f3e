"""The steps of a document's life, in their order."""

from knowledge.facts import Role

# Of two events on one day the later step of a document's life is the newer.
_STEPS = (
    Role.BASIS,
    Role.LISTED,
    Role.PLANNED,
    Role.DRAFTED,
    Role.SUBMITTED,
    Role.ISSUED,
    Role.IMPLEMENTED,
    Role.AMENDED,
    Role.ENDING,
    Role.REPLACED,
)
STEP = {role.value: step for step, role in enumerate(_STEPS)}
