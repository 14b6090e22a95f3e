"""Documents whose day comes near or has passed: told once to whoever follows them, however often it is looked."""

from datetime import date

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from knowledge.following.due import due_news
from knowledge.following.news import DocumentNews, News, write_news
from knowledge.following.recipients import write_notices
from knowledge.following.rules import RuleKind
from knowledge.following.states import EventKind
from knowledge.following.targets import targets_of, write_targets
from knowledge.store.clock import Clock
from knowledge.store.documents import Document, lives_of
from knowledge.store.generations import wait_for_publishing
from knowledge.store.store import Store
from knowledge.store.tables import DocumentEventRow, DocumentRow, EventRow, SubscriptionRow
from knowledge.store.upserting import insert_if_absent

# "Sắp đến hạn": two weeks and a day, enough to still do something about it.
NEAR_DAYS = 15
# What has been overdue for longer is no news, also for those who only now follow it.
OVERDUE_DAYS = 30


class Reminders:
    """Several processes may look at once; each day of a document is told by one of them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def write(self, today: date) -> int:
        """How many documents there is something to tell of that was not told before."""
        with self._store.write() as session:
            wait_for_publishing(session)
            due = [news for followed, d in _followed(session) if (news := _due(followed, d, today))]
            return sum(1 for news in due if self._tell(session, news))

    def _tell(self, session: Session, news: DocumentNews) -> bool:
        now, is_near = self._clock(), (news.days_left or 0) >= 0
        kind = EventKind.DOCUMENT_NEAR if is_near else EventKind.DOCUMENT_OVERDUE
        once = f"{kind}|{news.keys[0]}|{news.now.deadline}"
        told = News((), documents=(news,))
        payload = write_news(told)
        values = {"kind": kind.value, "report_id": news.report_id, "payload": payload, "created_at": now}
        if not insert_if_absent(session, EventRow, ["once"], once=once, **values):
            return False
        event_id = session.exec(select(EventRow.id).where(EventRow.once == once)).one() or 0
        write_targets(session, event_id, set(targets_of(told)))
        write_notices(session, event_id, told, now)
        return True


def _followed(session: Session) -> list[tuple[str, Document]]:
    """Each key under which a document is followed, with the document."""
    query = (
        select_columns(col(DocumentEventRow.key), col(DocumentEventRow.document_id))
        .join(SubscriptionRow, col(SubscriptionRow.key) == col(DocumentEventRow.key))
        .where(col(SubscriptionRow.kind) == RuleKind.DOCUMENT.value)
        .distinct()
    )
    keys = {str(followed): int(number) for followed, number in session.connection().execute(query)}
    rows = session.exec(select(DocumentRow).where(col(DocumentRow.id).in_(set(keys.values())))).all()
    lives = {document.id: document for document in lives_of(session, rows)}
    return [(followed, lives[number]) for followed, number in sorted(keys.items())]


def _due(followed: str, document: Document, today: date) -> DocumentNews | None:
    news = due_news(followed, document, today)
    is_time = news is not None and news.days_left is not None and -OVERDUE_DAYS <= news.days_left <= NEAR_DAYS
    return news if is_time else None
