"""One number that every publication and withdrawal makes greater, and at which they queue."""

from functools import cache

from sqlalchemy import update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from knowledge.store.hearing import tell_processes
from knowledge.store.tables import GenerationRow


def next_generation(session: Session) -> int:
    """The number of this change; whoever else publishes waits, so that changes are seen in their order."""
    query = update(GenerationRow).values(value=GenerationRow.value + 1).returning(col(GenerationRow.value))
    generation: int = session.connection().execute(query).scalar_one()
    tell_processes(session)
    return generation


def wait_for_publishing(session: Session) -> None:
    """Nobody publishes until this transaction ends, so that no notice is written past it."""
    session.exec(select(GenerationRow).with_for_update()).one()


def hold_off_publishing(session: Session) -> None:
    """The same for many at once, of whom none waits for another; call it before any notice is changed.

    What is being published at this moment is waited for, so that all that is looked at afterwards has it.
    """
    session.connection().execute(_holding_off()).all()


@cache
def _holding_off() -> SelectOfScalar[int]:
    """Built once, for it is asked with every notice."""
    return select(col(GenerationRow.value)).with_for_update(read=True)
