"""People with a role, in words."""

from collections.abc import Mapping

from handlers.layout.html import escape
from handlers.words import Words
from knowledge.people.invitations import Invitation
from knowledge.people.people import Member
from knowledge.people.roles import PersonRole

ROLES = {
    PersonRole.OWNER: "person-owner",
    PersonRole.EDITOR: "person-editor",
    PersonRole.VIEWER: "person-viewer",
    PersonRole.NONE: "person-none",
}


def lay_out_people(members: list[Member], names: Mapping[int, str], words: Words) -> str:
    """The list of them, owners first."""
    lines = [f"• {person_line(member.user_id, member, names, words)}" for member in members]
    return "\n".join([words("admin-title"), *lines])


def person_line(user_id: int, member: Member | None, names: Mapping[int, str], words: Words) -> str:
    """ "Lan, 4711: biên tập (Sở Nội vụ)"."""
    name = names.get(user_id, "")
    known = f"{escape(name)}, " if name and name != str(user_id) else ""
    role = role_name(member, words) if member else words.plain(ROLES[PersonRole.NONE])
    return f"{known}<code>{user_id}</code>: {escape(role)}"


def role_name(member: Member, words: Words) -> str:
    """What the person may do, and for whom; without markup."""
    return _role(member.role, member.organisation, words)


def granted_name(invitation: Invitation, words: Words) -> str:
    """What an invitation gives; without markup."""
    return _role(invitation.role, invitation.organisation, words)


def _role(role: PersonRole, organisation: str | None, words: Words) -> str:
    return words.plain(ROLES[role]) + (f" ({organisation})" if organisation else "")
