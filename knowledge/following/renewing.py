"""What there is to tell of a report as it stands now, and which version of it that is."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import Session, col

from knowledge.following.changes import Before, changed_documents, changed_figures, readings_before
from knowledge.following.news import News, news_of
from knowledge.following.rules import RuleKind
from knowledge.following.states import MERGING, PUBLICATIONS, NoticeState
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


def is_told_anew(session: Session, digest: NoticeRow, report_id: int, version: int) -> bool:
    """Whether the digest's chat has another notice that tells of that version or of one since this, which the digest names.

    By itself and as a whole, or in another digest or catch-up: those name what they tell, so that the notices which they
    were made of need not be looked at, and what was taken out of one counts no more.
    """
    versions = {version, *_versions_since(session, report_id)}
    is_whole = exists().where(
        col(EventTargetRow.event_id) == col(EventRow.id), col(EventTargetRow.kind) == RuleKind.ALL.value
    )
    by_itself = col(EventRow.report_id).in_(versions) & col(EventRow.kind).in_(PUBLICATIONS) & is_whole
    together = col(EventRow.kind).in_(MERGING) & names(col(EventRow.payload), versions)
    told = exists().where(
        col(NoticeRow.event_id) == col(EventRow.id),
        col(NoticeRow.chat_id) == digest.chat_id,
        col(NoticeRow.id) != digest.id,
        col(NoticeRow.state).not_in([NoticeState.MERGED, NoticeState.STOPPED]),
        # In one look: between two, what waits by itself may be put into a digest by somebody else, and be seen in neither.
        or_(by_itself, together),
    )
    return bool(session.connection().execute(select(told)).scalar())


def names(payload: ColumnElement[str] | Mapped[str], report_ids: Collection[int]) -> ColumnElement[bool]:
    """As a condition of a query: the news rest on one of these reports, wherever its number stands."""
    # As `write_news` writes it.
    return or_(*(payload.contains(f'"report_id":{number},') for number in report_ids))


def _versions_since(session: Session, report_id: int) -> list[int]:
    """Of the same report, whether they answer or not."""
    this, later = aliased(ReportRow), aliased(ReportRow)
    since = (col(later.lineage) == col(this.lineage)) & (col(later.id) > col(this.id))
    query = select(col(later.id)).join(this, since).where(col(this.id) == report_id)
    return [int(number or 0) for number in session.connection().execute(query).scalars()]
