"""What there is to tell of a report as it stands now, and which version of it that is."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from knowledge.following.changes import Before, changed_documents, changed_figures, readings_before
from knowledge.following.news import News, news_of
from knowledge.following.rules import RuleKind
from knowledge.following.states import PUBLICATIONS, NoticeState
from knowledge.store.announcing import announcement_of
from knowledge.store.states import ReportState
from knowledge.store.tables import EventRow, EventTargetRow, NoticeRow, ReportRow


def present_news(session: Session, report_id: int, at: datetime) -> News:
    """What somebody who has heard nothing of that report is told of it, were it published at that moment."""
    announcement = announcement_of(session, report_id, at=at)
    return News(
        reports=(news_of(announcement, readings_before(session, report_id, announcement.reading)),),
        documents=changed_documents(session, report_id, Before()),
        figures=changed_figures(session, announcement, Before()),
    )


def answering_versions(session: Session, report_ids: Collection[int]) -> dict[int, int | None]:
    """Of each of these versions the one of the same report that answers now; None where none does."""
    now = aliased(ReportRow)
    query = (
        select(col(ReportRow.id), col(now.id))
        .outerjoin(now, (col(now.lineage) == col(ReportRow.lineage)) & (col(now.state) == ReportState.PUBLISHED))
        .where(col(ReportRow.id).in_(report_ids))
        .order_by(col(now.id))
    )
    return {int(number or 0): version for number, version in session.connection().execute(query)}


def is_told_anew(session: Session, chat_id: int, version: int | None) -> bool:
    """Whether that version was announced as a whole, and the chat has a notice of its own of it."""
    told = exists().where(
        col(EventRow.report_id) == version,
        col(EventRow.kind).in_(PUBLICATIONS),
        col(EventTargetRow.event_id) == col(EventRow.id),
        col(EventTargetRow.kind) == RuleKind.ALL.value,
        col(NoticeRow.event_id) == col(EventRow.id),
        col(NoticeRow.chat_id) == chat_id,
        col(NoticeRow.state).not_in([NoticeState.MERGED, NoticeState.STOPPED]),
    )
    return version is not None and bool(session.connection().execute(select(told)).scalar())
