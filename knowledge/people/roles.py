"""What persons may do and which language they read."""

from collections.abc import Collection
from enum import StrEnum

# The code of a language that the bot's words are written in: "vi", "en".
Language = str


def language_for(chosen: str | None, messengers: str | None, spoken: Collection[str]) -> Language:
    """The language chosen, else the messenger's; of one that is not spoken English, of none Vietnamese."""
    for wanted in (chosen, (messengers or "").lower()):
        if wanted and (code := wanted.partition("-")[0]) in spoken:
            return code
    return "en" if messengers and "en" in spoken else "vi"


class PersonRole(StrEnum):
    """What a person may do; each includes what stands below it."""

    OWNER = "owner"
    EDITOR = "editor"
    VIEWER = "viewer"  # of statistics
    NONE = "none"

    def includes(self, other: "PersonRole") -> bool:
        """Whether whoever has this role may do all that the other may."""
        order = list(PersonRole)
        return order.index(self) <= order.index(other)
