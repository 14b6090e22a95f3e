"""`cchc backup` and `cchc restore`: the whole store as one file."""

import asyncio
from datetime import datetime
from pathlib import Path

import click

from bot.backup import back_up_now, copy_store, put_back, store_file
from bot.seating import undisturbed
from bot.settings import Settings, load_settings


@click.command("backup")
@click.argument("target", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace TARGET if it exists.")
def backup_command(target: Path | None, force: bool) -> None:
    """Copy the store into TARGET (without it into BACKUP_FOLDER), consistent also while the bot runs."""
    settings = load_settings()
    if target is None:
        target = back_up_now(settings, datetime.now(settings.zone))
    else:
        copy_store(settings, target, replace=force)
    click.echo(f"The store was copied to {target}.")


@click.command("restore")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--force", is_flag=True, help="Replace the store that is there.")
def restore_command(source: Path, force: bool) -> None:
    """Put the backup SOURCE in the store's place; stop the bot first."""
    settings = load_settings()
    store_file(settings)  # of another sort of store is said that first
    asyncio.run(_restore(settings, source, replace=force))
    click.echo(f"The store now holds what {source} held.")


async def _restore(settings: Settings, source: Path, *, replace: bool) -> None:
    async with undisturbed(settings):
        put_back(settings, source, replace=replace)
