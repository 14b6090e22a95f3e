"""`cchc migrate`: the tables of the store, brought up to date, looked at, or taken back."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.explaining import Failed
from bot.seating import undisturbed
from bot.settings import load_settings
from knowledge.store.migrate import downgrade, migrate
from knowledge.store.store import Store
from knowledge.store.versions import Version, list_versions

FIRST = "base"


@click.group("migrate", invoke_without_command=True)
@click.pass_context
def migrate_command(context: click.Context) -> None:
    """Bring the store's tables up to date (`cchc run` does so itself); `status` looks, `down` goes back."""
    if context.invoked_subcommand is not None:
        return
    with _opened() as store:
        before = [version for version in list_versions(store) if version.is_applied]
        migrate(store)
        after = list_versions(store)
    for version in after[len(before) :]:
        click.echo(f"{version.revision}  {version.title}")
    click.echo(f"The store is up to date, at {after[-1].revision}.")


@migrate_command.command("status")
def status() -> None:
    """Which migrations the store has and which are to come; nothing is changed."""
    with _opened() as store:
        versions = list_versions(store)
    for version in versions:
        click.echo(f"{'has  ' if version.is_applied else 'lacks'} {version.revision}  {version.title}")
    missing = sum(not version.is_applied for version in versions)
    click.echo(f"{missing} to come; `cchc migrate` brings them." if missing else "The store is up to date.")


@migrate_command.command("down")
@click.argument("revision")
@click.option("--yes", is_flag=True, help="Do not ask.")
def down(revision: str, yes: bool) -> None:
    """Take the tables back to REVISION (a number that `status` shows, or "base": no tables at all).

    What only the newer tables hold is lost: stop the bot and make a backup first.
    """
    asyncio.run(_go_down(revision, is_sure=yes))


async def _go_down(revision: str, *, is_sure: bool) -> None:
    async with undisturbed(load_settings()):
        _take_back(revision, is_sure=is_sure)


def _take_back(revision: str, *, is_sure: bool) -> None:
    with _opened() as store:
        versions = list_versions(store)
        lost = _after(versions, revision)
        if not lost:
            click.echo("There is nothing to take back.")
            return
        for version in lost:
            click.echo(f"{version.revision}  {version.title}")
        if not is_sure:
            click.confirm("What only these hold will be lost. Take them back?", abort=True)
        downgrade(store, revision)
    click.echo(f"The store is at {revision}. A program of this version brings it up to date when it starts.")


def _after(versions: tuple[Version, ...], revision: str) -> list[Version]:
    """What the store has beyond that revision, the newest first; raises Failed of one that there is not."""
    known = [FIRST, *(version.revision for version in versions)]
    if revision not in known:
        raise Failed(f"there is no revision {revision}; `cchc migrate status` shows those that there are")
    return [version for version in reversed(versions[known.index(revision) :]) if version.is_applied]


@contextmanager
def _opened() -> Iterator[Store]:
    store = Store(load_settings().database_url.get_secret_value())
    try:
        yield store
    finally:
        store.close()
