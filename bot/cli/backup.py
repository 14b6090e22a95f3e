"""`cchc backup` and `cchc restore`: the whole store as one file."""

from pathlib import Path

import click

from bot.backup import copy_store, put_back
from bot.settings import load_settings


@click.command("backup")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace TARGET if it exists.")
def backup_command(target: Path, force: bool) -> None:
    """Copy the store into TARGET, consistent also while the bot runs."""
    copy_store(load_settings(), target, replace=force)
    click.echo(f"The store was copied to {target}.")


@click.command("restore")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--force", is_flag=True, help="Replace the store that is there.")
def restore_command(source: Path, force: bool) -> None:
    """Put the backup SOURCE in the store's place; stop the bot first."""
    put_back(load_settings(), source, replace=force)
    click.echo(f"The store now holds what {source} held.")
