"""What each person may do, from nothing but asking up to everything; each step includes those below it."""

from enum import IntEnum
from typing import TYPE_CHECKING

from knowledge.people.roles import PersonRole

if TYPE_CHECKING:
    from knowledge.people.people import Member


class Access(IntEnum):
    """What a command or button asks of whoever uses it."""

    EVERYBODY = 0
    STATISTICS = 1  # viewers
    EDITING = 2  # editors, also those of one organisation; what they touch must be that organisation's
    EDITING_ALL = 3  # editors of everything
    OWNING = 4


def access_of(member: "Member | None") -> Access:
    """The most that this person may do."""
    if member is None:
        return Access.EVERYBODY
    if member.role is PersonRole.EDITOR:
        return Access.EDITING if member.organisation else Access.EDITING_ALL
    return _OF_ROLE[member.role]


_OF_ROLE = {
    PersonRole.OWNER: Access.OWNING,
    PersonRole.VIEWER: Access.STATISTICS,
    PersonRole.NONE: Access.EVERYBODY,
}
