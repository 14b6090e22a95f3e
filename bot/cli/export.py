"""`cchc export`: everything that is kept, as a workbook or JSON."""

import os
from pathlib import Path

import click

from bot.backup import make_private
from bot.explaining import Failed
from bot.storing import opened_store
from handlers.pages import write_json, write_tables

_WRITERS = {".xlsx": write_tables, ".json": write_json}


@click.command("export")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace TARGET if it exists.")
def export_command(target: Path, force: bool) -> None:
    """Write everything but who asked and who follows into TARGET, an .xlsx or .json file."""
    write = _WRITERS.get(target.suffix.lower())
    if write is None:
        raise Failed(f"{target} must end with .xlsx or .json")
    if target.exists() and not force:
        raise Failed(f"{target} exists already; --force replaces it")
    with opened_store() as (knowledge, _):
        content = write(knowledge.exporting.tables())
    part = target.with_name(f"{target.name}.part")
    make_private(part)
    try:
        part.write_bytes(content)
        os.replace(part, target)
    except OSError as error:  # a full disk names no file
        part.unlink(missing_ok=True)
        raise Failed(f"{target} cannot be written: {error.strerror}") from None
    click.echo(f"Everything was written to {target} ({len(content):,} bytes).")
