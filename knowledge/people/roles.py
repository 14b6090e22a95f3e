"""What persons may do and which language they read."""

from enum import StrEnum
from typing import Literal

Language = Literal["vi", "en"]


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
