"""One person with a role: change it, revoke it, take the last change back."""

from collections.abc import Callable

from handlers.administration.names import names_of, tell
from handlers.layout.html import escape
from handlers.layout.message import Button, Message, button, compose
from handlers.layout.people import ROLES, person_line, role_name
from handlers.menu import set_menu
from handlers.turn import Turn
from knowledge.people.people import LastOwner, Member
from knowledge.people.roles import PersonRole


async def open_person(turn: Turn) -> None:
    """The person's role, since when and by whom, with buttons to change it."""
    await turn.replace(await _card(turn, int(turn.pressed)))


async def change(turn: Turn) -> None:
    """Give the person this role, and tell them."""
    number, _, role = turn.pressed.partition(":")
    await _change(turn, int(number), lambda: _give(turn, int(number), PersonRole(role)))


async def take_back(turn: Turn) -> None:
    """Undo the last change of the person's role."""
    user_id = int(turn.pressed)
    await _change(turn, user_id, lambda: turn.desk.knowledge.people.take_back(user_id, by=turn.user_id))


def _give(turn: Turn, user_id: int, role: PersonRole) -> None:
    turn.desk.knowledge.people.grant(user_id, role, by=turn.user_id)


async def _change(turn: Turn, user_id: int, do: Callable[[], object]) -> None:
    people = turn.desk.knowledge.people
    if await turn.know(people.role_of, user_id) is PersonRole.OWNER and user_id == turn.user_id:
        await turn.note(turn.words.plain("person-not-oneself"), alert=True)
        return
    try:
        await turn.know(do)
    except LastOwner:
        await turn.note(turn.words.plain("person-last-owner"), alert=True)
        return
    member = await turn.know(people.member, user_id)
    await set_menu(turn.bot, turn.desk, user_id)
    told = await _tell(turn, user_id, member)
    await turn.replace(await _card(turn, user_id, is_changed=True, is_told=told))


async def _tell(turn: Turn, user_id: int, member: Member | None) -> bool:
    if member is None:
        return await tell(turn, user_id, "person-told-none")
    words = turn.desk.catalogue.words(await turn.know(turn.desk.knowledge.people.language_of, user_id))
    return await tell(turn, user_id, "person-told", role=role_name(member, words))


async def _card(turn: Turn, user_id: int, *, is_changed: bool = False, is_told: bool = True) -> Message:
    words, people = turn.words, turn.desk.knowledge.people
    member = await turn.know(people.member, user_id)
    granted_by = member.granted_by if member else None
    names = await names_of(turn, [user_id, *([granted_by] if granted_by else [])])
    blocks = [person_line(user_id, member, names, words)]
    if member is not None and member.granted_at is not None:
        day = member.granted_at.astimezone(turn.desk.zone)
        by = names[granted_by] if granted_by else "?"
        blocks.append(words("person-since", date=f"{day:%d/%m/%Y}", by=escape(by)))
    if is_changed:
        blocks.append(words("person-changed" if is_told else "person-changed-untold"))
    return compose("\n".join(blocks), *_buttons(turn, user_id, member, is_changed=is_changed))


def _buttons(turn: Turn, user_id: int, member: Member | None, *, is_changed: bool) -> list[list[Button]]:
    words = turn.words
    now = member.role if member else PersonRole.NONE
    others = [role for role in PersonRole if role is not now and not (role is PersonRole.NONE and member is None)]
    rows = []
    for role in others:
        label = words.plain("button-revoke") if role is PersonRole.NONE else words.plain(ROLES[role])
        rows.append([button(label, f"mr:{user_id}:{role}")])
    if is_changed:
        rows.append([button(words.plain("button-undo"), f"mb:{user_id}")])
    rows.append([button(words.plain("button-to-list"), "m:show")])
    return rows
