"""Inviting somebody: a link for one person, or that person named by a forwarded message or a contact."""

import hmac
import logging
from base64 import urlsafe_b64encode

from telegram import MessageOriginHiddenUser, MessageOriginUser

from handlers.administration.names import names_of, tell
from handlers.guards import is_owner
from handlers.layout.message import Message, button, compose, shorten
from handlers.layout.people import granted_name
from handlers.marks import mark_of_name
from handlers.menu import set_menu
from handlers.turn import Turn
from knowledge.people.invitations import Invitation, Taken, Taking
from knowledge.people.roles import PersonRole

log = logging.getLogger(__name__)

# What stands before the token in a link; questions in links have no underscore.
LINK = "moi_"
# 144 random bits, and no sign that fills them up.
TOKEN_BYTES = 18
# The longest name of an organisation that we know of has 120 characters.
MOST_NAME = 200
# More are typed behind the command.
ORGANISATIONS_SHOWN = 20
# The others show once these have ended, which they do by themselves within days.
INVITATIONS_SHOWN = 40


async def choose_role(turn: Turn) -> None:
    """Ask for which role somebody is invited."""
    words = turn.words
    rows = [
        [button(words.plain("invite-editor"), "mi:editor")],
        [button(words.plain("invite-editor-of-one"), "m:one-of")],
        [button(words.plain("invite-viewer"), "mi:viewer")],
        [button(words.plain("invite-owner"), "mi:owner")],
        [button(words.plain("button-to-list"), "m:show")],
    ]
    await turn.replace(compose(words("invite-which"), *rows))


async def choose_organisation(turn: Turn) -> None:
    """Ask for whose reports somebody is invited."""
    organisations = await turn.know(turn.desk.knowledge.reports.organisations)
    rows = [[button(one.name, f"mi:{mark_of_name(one.name)}")] for one in organisations[:ORGANISATIONS_SHOWN]]
    await turn.replace(
        compose(turn.words("invite-whose"), *rows, [button(turn.words.plain("button-to-list"), "m:invite")])
    )


async def invite(turn: Turn) -> None:
    """Make the invitation that the button stands for."""
    if turn.pressed in set(PersonRole):
        await turn.send(await _invited(turn, PersonRole(turn.pressed), None))
        return
    organisations = await turn.know(turn.desk.knowledge.reports.organisations)
    name = next((one.name for one in organisations if mark_of_name(one.name) == turn.pressed), None)
    if name is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    await turn.send(await _invited(turn, PersonRole.EDITOR, name))


async def invite_for(turn: Turn) -> None:
    """Make an invitation for the editor of the organisation that is named behind the command."""
    await turn.send(await _invited(turn, PersonRole.EDITOR, shorten(turn.arguments, MOST_NAME)))


async def list_open(turn: Turn) -> None:
    """The invitations that nobody has taken up, each with the button that ends it."""
    invitations = await turn.know(turn.desk.knowledge.invitations.open_ones)
    rows = [[button(_ending(turn, one), f"mx:{one.id}")] for one in invitations[:INVITATIONS_SHOWN]]
    key = "invitations-open" if invitations else "invitations-none"
    await turn.replace(compose(turn.words(key), *rows, [button(turn.words.plain("button-to-list"), "m:show")]))


async def revoke(turn: Turn) -> None:
    """End the invitation."""
    ended = await turn.know(turn.desk.knowledge.invitations.revoke, int(turn.pressed), by=turn.user_id)
    await turn.note(turn.words.plain("invitation-revoked" if ended else "invitation-ended"), alert=True)
    await list_open(turn)


async def hear(turn: Turn) -> bool:
    """Whether the message names the person whom its sender is inviting just now."""
    message = turn.update.message
    origin = message.forward_origin if message else None
    if origin is None or not turn.is_private or not await is_owner(turn):
        return False
    invitation = await _naming(turn)
    if invitation is None:
        return False
    if isinstance(origin, MessageOriginUser) and not origin.sender_user.is_bot:
        await _ask(turn, invitation, origin.sender_user.id, origin.sender_user.full_name)
        return True
    if isinstance(origin, MessageOriginHiddenUser):
        await turn.say(turn.words("invite-hidden"))
        return True
    return False


async def take_contact(turn: Turn) -> None:
    """A contact was sent: the person whom its sender is inviting, or nothing that the bot can read."""
    contact = turn.update.message.contact if turn.update.message else None
    if contact is None or not turn.is_private:
        return
    invitation = await _naming(turn) if await is_owner(turn) else None
    if invitation is None:
        await turn.say(turn.words("only-text"))
    elif contact.user_id is None:
        await turn.say(turn.words("invite-no-telegram"))
    else:
        name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
        await _ask(turn, invitation, contact.user_id, name)


async def name_person(turn: Turn) -> None:
    """The named person gets the role."""
    invitation_id, _, user_id = turn.pressed.partition(":")
    if turn.user_id is None:
        return
    taken = await turn.know(turn.desk.knowledge.invitations.name, int(invitation_id), int(user_id), by=turn.user_id)
    if taken.outcome is not Taking.TAKEN or taken.invitation is None:
        await turn.note(turn.words.plain(_REFUSALS[taken.outcome]), alert=True)
        return
    told = await _welcome(turn, taken.invitation, int(user_id))
    name = (await names_of(turn, [int(user_id)]))[int(user_id)]
    key = "invite-done" if told else "invite-done-untold"
    await turn.replace(
        compose(
            turn.words(key, name=name, role=granted_name(taken.invitation, turn.words)),
            [button(turn.words.plain("button-undo"), f"mb:{user_id}")],
        )
    )


async def take_up(turn: Turn) -> None:
    """A link was opened: the role is this person's, unless the invitation has ended."""
    if not turn.is_private or turn.user_id is None:
        await turn.say(turn.words("private-only"))
        return
    token = turn.arguments.removeprefix(LINK)
    taken: Taken = await turn.know(turn.desk.knowledge.invitations.take_up, token, turn.user_id)
    if taken.outcome is not Taking.TAKEN or taken.invitation is None:
        log.warning("user %d opened an invitation: %s", turn.user_id, taken.outcome)
        await turn.say(turn.words(_REFUSALS[taken.outcome]))
        return
    await _welcome(turn, taken.invitation, turn.user_id)
    if taken.invitation.created_by is not None:
        name = (await names_of(turn, [turn.user_id]))[turn.user_id]
        role = granted_name(taken.invitation, turn.words)
        rows = [button(turn.words.plain("button-open-person"), f"mp:{turn.user_id}")]
        await tell(turn, taken.invitation.created_by, "invite-taken", rows, name=name, role=role)


_REFUSALS = {
    Taking.ENDED: "invitation-ended",
    Taking.UNKNOWN: "invitation-ended",
    Taking.NEEDLESS: "invitation-needless",
}


async def _welcome(turn: Turn, invitation: Invitation, user_id: int) -> bool:
    await set_menu(turn.bot, turn.desk, user_id)
    words = turn.desk.catalogue.words(await turn.know(turn.desk.knowledge.people.language_of, user_id))
    return await tell(turn, user_id, "person-told", role=granted_name(invitation, words))


async def _naming(turn: Turn) -> Invitation | None:
    return await turn.know(turn.desk.knowledge.invitations.naming, turn.user_id) if turn.user_id is not None else None


async def _ask(turn: Turn, invitation: Invitation, user_id: int, name: str) -> None:
    words = turn.words
    yes = button(words.plain("button-grant"), f"mn:{invitation.id}:{user_id}")
    no = button(words.plain("button-cancel"), "m:show")
    text = words("invite-confirm", name=name, id=str(user_id), role=granted_name(invitation, words))
    await turn.send(compose(text, [yes], [no]))


async def _invited(turn: Turn, role: PersonRole, organisation: str | None) -> Message:
    invitation, token = await turn.know(
        turn.desk.knowledge.invitations.invite,
        role,
        by=turn.user_id,
        organisation=organisation,
        token=_token(turn),
    )
    link = f"https://t.me/{turn.bot.username}?start={LINK}{token}"
    until = f"{invitation.expires_at.astimezone(turn.desk.zone):%H:%M %d/%m/%Y}"
    text = turn.words("invite-made", role=granted_name(invitation, turn.words), link=link, until=until)
    return compose(text, [button(turn.words.plain("button-uninvite"), f"mx:{invitation.id}")])


def _token(turn: Turn) -> str:
    """The same for the same update, so that one that was broken off invites nobody twice; only the bot can work it out."""
    made = hmac.digest(turn.bot.token.encode(), f"invitation {turn.update.update_id}".encode(), "sha256")
    return urlsafe_b64encode(made[:TOKEN_BYTES]).decode()


def _ending(turn: Turn, one: Invitation) -> str:
    until = f"{one.expires_at.astimezone(turn.desk.zone):%H:%M %d/%m}"
    return turn.words.plain("button-uninvite-one", role=granted_name(one, turn.words), until=until)
