"""/quantri: the people with a role, what waits, and the buttons with which owners change it."""

from handlers.administration.inviting import invite_for
from handlers.administration.names import names_of
from handlers.guards import is_owner
from handlers.layout.message import Button, Message, button, compose
from handlers.layout.people import lay_out_people, role_name
from handlers.turn import Turn
from knowledge.people.people import Member

# Beyond these the shell lists everybody: `cchc admin list`.
MOST_PEOPLE = 30


async def show(turn: Turn) -> None:
    """The people with a role and what waits; an owner who names an organisation invites an editor for it."""
    if turn.arguments and await is_owner(turn):
        await invite_for(turn)
        return
    await turn.send(await _screen(turn))


async def show_here(turn: Turn) -> None:
    """The same in place of what a button led to."""
    await turn.replace(await _screen(turn))


async def set_rule(turn: Turn) -> None:
    """Switch the two-person rule on or off."""
    await turn.know(turn.desk.knowledge.office.set_two_persons, turn.pressed == "two", by=turn.user_id)
    await turn.replace(await _screen(turn))


async def _screen(turn: Turn) -> Message:
    knowledge, words = turn.desk.knowledge, turn.words
    members = await turn.know(knowledge.people.members)
    names = await names_of(turn, (member.user_id for member in members[:MOST_PEOPLE]))
    has_rule = await turn.know(knowledge.office.needs_two_persons)
    blocks = [
        lay_out_people(members[:MOST_PEOPLE], names, words),
        words(
            "admin-counts",
            drafts=len(await turn.know(knowledge.reports.drafts)),
            followers=await turn.know(knowledge.subscribers.count),
        ),
        words("admin-two-persons" if has_rule else "admin-one-person"),
    ]
    if len(members) > MOST_PEOPLE:
        blocks.insert(1, words("answer-more-lines", count=len(members) - MOST_PEOPLE))
    rows = await _buttons(turn, members[:MOST_PEOPLE], names, has_rule=has_rule) if await is_owner(turn) else []
    return compose("\n\n".join(blocks), *rows)


async def _buttons(turn: Turn, members: list[Member], names: dict[int, str], *, has_rule: bool) -> list[list[Button]]:
    words, knowledge = turn.words, turn.desk.knowledge
    rows = [
        [button(f"{names[one.user_id]}: {role_name(one, words)}", f"mp:{one.user_id}")]
        for one in members
        if not knowledge.people.is_fixed(one.user_id)
    ]
    rows.append([button(words.plain("button-invite"), "m:invite")])
    invited = len(await turn.know(knowledge.invitations.open_ones))
    if invited:
        rows.append([button(words.plain("button-invitations", count=invited), "m:open")])
    rule, data = ("button-one-person", "m:one") if has_rule else ("button-two-persons", "m:two")
    rows.append([button(words.plain(rule), data)])
    return rows
