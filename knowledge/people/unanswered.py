"""Questions that nobody got an answer to, or that were thumbed down, those of the same words together."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from knowledge.answers import Outcome
from knowledge.store.tables import QuestionRow


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that nobody got an answer to, or that was thumbed down; never with who asked."""

    text: str  # as asked last
    times: int
    last_asked_at: datetime
    last_id: int
    is_thumbed_down: bool = False  # by anybody who asked it


def groups_of(session: Session, where: ColumnElement[bool], limit: int) -> list[Unanswered]:
    """Questions that got no answer or a thumb down, among those of which `where` holds: at most so many groups, the most asked first."""
    times, last, thumb = func.count(), func.max(col(QuestionRow.id)), func.min(col(QuestionRow.thumb))
    failed = (col(QuestionRow.outcome) == Outcome.NOT_FOUND) | (col(QuestionRow.thumb) == -1)
    groups = (
        select(times.label("times"), last.label("last"), thumb.label("thumb"))
        .where(failed, where)
        .group_by(col(QuestionRow.key))
        .order_by(times.desc(), last.desc())
        .limit(limit)
        .subquery()
    )
    query = (
        select_columns(
            col(QuestionRow.text), groups.c.times, col(QuestionRow.asked_at), col(QuestionRow.id), groups.c.thumb
        )
        .join(groups, groups.c.last == col(QuestionRow.id))
        .order_by(groups.c.times.desc(), groups.c.last.desc())
    )
    rows = session.connection().execute(query)
    return [Unanswered(text, times, at, int(number), thumb == -1) for text, times, at, number, thumb in rows]
