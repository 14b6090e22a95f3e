"""`cchc move`: a store from SQLite into PostgreSQL (or between any two databases), verified."""

import click

from knowledge.store.moving import MovedTable, move_store
from knowledge.store.store import Store


@click.command("move")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def move_command(source: str, target: str) -> None:
    """Copy the store at the address FROM into the empty database TO: all of it, compared, or nothing.

    For example: cchc move sqlite:///cchc.db postgresql://cchc:…@localhost/cchc
    """
    old, new = Store(source), Store(target)
    try:
        moved = move_store(old, new, _tell)
    finally:
        old.close()
        new.close()
    rows = sum(table.rows for table in moved)
    click.echo(f"{rows} rows in {len(moved)} tables are there, each table with the same checksum as in the source.")
    click.echo(
        "Now set DATABASE_URL to the new address and start the bot again. The old store is unchanged; "
        "what is still written to it is not in the new one."
    )


def _tell(table: MovedTable) -> None:
    click.echo(f"{table.name:20} {table.rows:10} rows  {table.checksum[:12]}")
