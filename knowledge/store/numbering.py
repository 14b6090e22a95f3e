"""The next number of a table whose rows are counted, before there is a row that has it."""

from sqlalchemy import ColumnElement, Executable, column, exists, func, insert, literal, select, table, update

from knowledge.store.tables import Base

# SQLite's own, with the last number that each table gave; it may be written to (https://sqlite.org/autoinc.html).
_COUNTS = table("sqlite_sequence", column("name"), column("seq"))


def counting(dialect: str, rows: type[Base]) -> tuple[list[Executable], ColumnElement[int]]:
    """What is to be done first, and then the number, which no row of these will have but by being given it.

    One transaction after the other gets higher numbers; some are never used.
    """
    name = str(rows.__tablename__)
    if dialect == "postgresql":
        return [], func.nextval(func.pg_get_serial_sequence(name, "id"))
    is_its = _COUNTS.c.name == name
    begin = insert(_COUNTS).from_select(
        ["name", "seq"], select(literal(name), literal(0)).where(~exists().where(is_its))
    )
    count = update(_COUNTS).where(is_its).values(seq=_COUNTS.c.seq + 1)
    return [begin, count], select(_COUNTS.c.seq).where(is_its).scalar_subquery()
