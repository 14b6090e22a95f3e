"""Whether a followed document's day comes near or has passed, by what the reports that answer say."""

from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from knowledge.following.news import DocumentNews, name_of, read_news, write_news
from knowledge.following.standing import standing_of, telling
from knowledge.following.states import EventKind
from knowledge.following.stopping import RETRACTED, stop_notices
from knowledge.store.documents import Document, lives_of
from knowledge.store.tables import DocumentEventRow, DocumentRow, EventRow, NoticeRow, id_of

_REMINDERS = (EventKind.DOCUMENT_NEAR, EventKind.DOCUMENT_OVERDUE)


def due_news(followed: str, document: Document, today: date) -> DocumentNews | None:
    """What there is to tell of the document's day, however far that is; None where it has none."""
    now, event = standing_of(document.events), telling(document.events)
    if now is None or event is None or now.deadline is None:
        return None
    days_left = (now.deadline - today).days
    return DocumentNews((followed,), name_of(document), now, now, event.quote, event.report_id, days_left=days_left)


def look_again(session: Session, report_id: int, at: datetime) -> None:
    """Reminders that rest on that version, which answers no more, are kept where the day is the same without it."""
    resting = (col(EventRow.report_id) == report_id) & col(EventRow.kind).in_(_REMINDERS)
    for event in session.exec(select_rows(EventRow).where(resting)).all():
        news = read_news(event.payload)
        told = news.documents[0]
        documents = [document for key in told.keys for document in documents_of(session, key)]
        now = due_news(told.keys[0], documents[0], at.date()) if documents else None
        if now is None or now.now.deadline != told.now.deadline:
            stop_notices(session, col(NoticeRow.event_id) == id_of(event), at=at, reason=RETRACTED)
            continue
        same = DocumentNews(told.keys, now.name, now.now, now.now, now.quote, now.report_id, days_left=told.days_left)
        event.report_id, event.payload = now.report_id, write_news(type(news)((), documents=(same,)))
    session.flush()


def documents_of(session: Session, followed: str) -> list[Document]:
    """The documents that are followed under that key, by the reports that answer."""
    of_key = select(col(DocumentEventRow.document_id)).where(col(DocumentEventRow.key) == followed)
    rows = session.exec(select_rows(DocumentRow).where(col(DocumentRow.id).in_(of_key))).all()
    return lives_of(session, rows)
