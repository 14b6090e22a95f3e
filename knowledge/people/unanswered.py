"""Questions that nobody got an answer to, or that were thumbed down, those of the same words together."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from knowledge.answers import Outcome
from knowledge.people.corrections import CorrectionState
from knowledge.people.question_rows import read_question
from knowledge.store.tables import CorrectionRow, QuestionRow


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that nobody got an answer to, or that was thumbed down; never with who asked."""

    text: str  # as asked last
    times: int
    last_asked_at: datetime
    last_id: int
    is_thumbed_down: bool = False  # by anybody who asked it
    previous: str | None = None  # the conversation before it, with which it may mean more than its words


def is_settled() -> ColumnElement[bool]:
    """As a condition of a query: since the question was asked, an admin has dealt with one that reads alike and was reported."""
    reported = aliased(QuestionRow)
    return exists().where(
        col(reported.key) == col(QuestionRow.key),
        col(CorrectionRow.question_id) == col(reported.id),
        col(CorrectionRow.state) != CorrectionState.OPEN.value,
        col(CorrectionRow.settled_at) >= col(QuestionRow.asked_at),
    )


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
        select_columns(QuestionRow, groups.c.times, groups.c.thumb)
        .join(groups, groups.c.last == col(QuestionRow.id))
        .order_by(groups.c.times.desc(), groups.c.last.desc())
    )
    found = ((read_question(row), times, thumb) for row, times, thumb in session.execute(query))
    return [
        Unanswered(asked.text, times, asked.asked_at, asked.id, thumb == -1, asked.previous)
        for asked, times, thumb in found
    ]
