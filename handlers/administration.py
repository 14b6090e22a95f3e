"""/quantri: who may change what, and how much there is."""

from handlers.layout.html import escape
from handlers.turn import Turn
from handlers.words import Words
from knowledge.people.people import Member, PersonRole

_ROLES = {
    PersonRole.OWNER: "person-owner",
    PersonRole.EDITOR: "person-editor",
    PersonRole.VIEWER: "person-viewer",
    PersonRole.NONE: "person-none",
}


async def show(turn: Turn) -> None:
    """The people with a role, the drafts that wait, and how many follow."""
    knowledge = turn.desk.knowledge
    members = await turn.know(knowledge.people.members)
    drafts = await turn.know(knowledge.reports.drafts)
    followers = await turn.know(knowledge.subscribers.count)
    lines = [_line(member, turn.words) for member in members]
    await turn.say(
        "\n\n".join(
            [
                turn.words("admin-title"),
                "\n".join(lines),
                turn.words("admin-counts", drafts=len(drafts), followers=followers),
            ]
        )
    )


def _line(member: Member, words: Words) -> str:
    where = f" ({escape(member.organisation)})" if member.organisation else ""
    return f"• <code>{member.user_id}</code>: {words(_ROLES[member.role])}{where}"
