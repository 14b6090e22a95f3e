"""`cchc admin`: who may change what, from the shell."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import click

from bot.explaining import Failed
from bot.storing import opened_store
from handlers.nobody import NOBODY_IDS
from knowledge.people.people import LastOwner, PersonRole

_ROLES = [role.value for role in PersonRole if role is not PersonRole.NONE]


@click.group("admin")
def admin_command() -> None:
    """Who may change what: list, grant, revoke, invite."""


@admin_command.command("list")
def list_people() -> None:
    """Everybody with a role, and the invitations that nobody has taken up."""
    with opened_store() as (knowledge, settings):
        members = knowledge.people.members()
        if not members:
            click.echo("Nobody has a role yet: cchc admin grant ID owner, or OWNER_IDS in the settings.")
        for one in members:
            source = "by the settings" if knowledge.people.is_fixed(one.user_id) else f"by {one.granted_by or 'shell'}"
            click.echo(f"{one.user_id}  {_named(one.role, one.organisation)}  {source}")
        for invitation in knowledge.invitations.open_ones():
            until = invitation.expires_at.astimezone(ZoneInfo(settings.timezone))
            what = _named(invitation.role, invitation.organisation)
            click.echo(f"invitation {invitation.id}  {what}  until {until:%H:%M %d/%m/%Y}")


class _TelegramId(click.ParamType[int]):
    """A person's number; the name of an account is never taken, for somebody else may have it tomorrow."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; fails in words of what to do."""
        if isinstance(value, str) and value.isdecimal() and int(value) > 0:
            return int(value)
        return self.fail(f"{value!r} is no Telegram id: a number, which /start tells each person", param, ctx)


@admin_command.command("grant")
@click.argument("user_id", type=_TelegramId(), metavar="ID")
@click.argument("role", type=click.Choice(_ROLES))
@click.option("--organisation", help="An editor of this organisation only.")
def grant(user_id: int, role: str, organisation: str | None) -> None:
    """Give the person with that Telegram id a role (/start tells each person theirs)."""
    if user_id in NOBODY_IDS:
        raise Failed(f"{user_id} is not a person: Telegram uses it for everybody who hides")
    _check(role, organisation)
    _change(user_id, PersonRole(role), organisation)


@admin_command.command("revoke")
@click.argument("user_id", type=_TelegramId(), metavar="ID")
def revoke(user_id: int) -> None:
    """Take the person's role away."""
    _change(user_id, PersonRole.NONE, None)


@admin_command.command("invite")
@click.argument("role", type=click.Choice(_ROLES))
@click.option("--organisation", help="An editor of this organisation only.")
@click.option("--hours", type=click.IntRange(1, 24 * 30), default=48, show_default=True, help="How long it works.")
@click.option("--bot", "bot_name", metavar="NAME", help="The bot's username, for a whole link.")
def invite(role: str, organisation: str | None, hours: int, bot_name: str | None) -> None:
    """Make an invitation, which works once, and print what the person sends to the bot."""
    _check(role, organisation)
    with opened_store() as (knowledge, _):
        _, token = knowledge.invitations.invite(
            PersonRole(role), by=None, organisation=organisation, valid_for=timedelta(hours=hours)
        )
    name = (bot_name or "").removeprefix("@")
    click.echo(f"https://t.me/{name}?start=moi_{token}" if name else f"/start moi_{token}")


def _check(role: str, organisation: str | None) -> None:
    if organisation and role != PersonRole.EDITOR:
        raise Failed("only editors can be of one organisation")


def _change(user_id: int, role: PersonRole, organisation: str | None) -> None:
    with opened_store() as (knowledge, _):
        if knowledge.people.is_fixed(user_id):
            raise Failed(f"{user_id} is an owner by OWNER_IDS; change the settings")
        try:
            before = knowledge.people.grant(user_id, role, by=None, organisation=organisation)
        except LastOwner:
            raise Failed(f"{user_id} is the only owner") from None
    if before is role is PersonRole.NONE:
        click.echo(f"{user_id} had no role.")
    else:
        click.echo(f"{user_id}: {before.value} → {_named(role, organisation)}")


def _named(role: PersonRole, organisation: str | None) -> str:
    return role.value + (f" ({organisation})" if organisation else "")
