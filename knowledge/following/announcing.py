"""Writing the notices of what is published: one for each chat that follows any of what it is about."""

from datetime import datetime

from sqlmodel import Session

from knowledge.following.answered import tell_askers
from knowledge.following.broadcasts import watch_again
from knowledge.following.changes import (
    Before,
    changed_documents,
    changed_figures,
    keep_followers,
    look_before,
    readings_before,
)
from knowledge.following.due import look_again
from knowledge.following.news import News, news_of, write_news
from knowledge.following.recipients import write_notices
from knowledge.following.renewing import answering_versions
from knowledge.following.states import EventKind
from knowledge.following.superseding import hand_back, revive, supersede
from knowledge.following.targets import targets_of, targets_of_report, write_targets
from knowledge.following.unheard import Unheard, tell_unheard
from knowledge.following.withdrawing import restore, withdraw
from knowledge.store.announcer import Announcement
from knowledge.store.announcing import announcement_of
from knowledge.store.tables import EventRow, id_of


class Announcements:
    """The `Announcer` of whoever follows reports."""

    def look(self, session: Session, replaced_id: int | None) -> Before:
        """What the older version says of all that somebody follows or was told of."""
        return look_before(session, replaced_id)

    def announce(
        self, session: Session, announcement: Announcement, before: Before, *, notify: bool
    ) -> tuple[int, int]:
        """The event, and how many chats will be told."""
        keep_followers(session, announcement.report_id, before)
        earlier = readings_before(session, announcement.report_id, announcement.reading)
        news = News(
            reports=(news_of(announcement, earlier, replaced=before.reading),),
            documents=changed_documents(session, announcement.report_id, before, by_hand=announcement.is_correction),
            figures=changed_figures(session, announcement, before),
            why=announcement.why,
        )
        replaced_id = announcement.replaced_id
        is_retold = notify and not announcement.is_correction
        unheard = tell_unheard(session, announcement, replaced_id, news) if replaced_id and is_retold else None
        event_id = _write_event(session, announcement, news)
        told = self._tell(session, announcement, event_id, news, unheard) if notify else 0
        if replaced_id is not None:
            supersede(session, announcement, replaced_id, event_id, all_are_told=is_retold)
            look_again(session, replaced_id, announcement.at)
        return event_id, told

    def withdraw(self, session: Session, report_id: int, *, why: str, at: datetime) -> None:
        """Nobody else is told of the report; whoever was, hears that it no longer holds, and why.

        Where an older version answers in its place, they hear what that says.
        """
        instead = answering_versions(session, [report_id])[report_id]
        if instead is not None:
            hand_back(session, report_id, announcement_of(session, instead, at=at))
        withdraw(session, report_id, why=why, at=at)
        look_again(session, report_id, at)

    def restore(self, session: Session, announcement: Announcement) -> None:
        """Whoever heard that the report was withdrawn hears that it holds; whoever had yet to hear of it does."""
        restore(session, announcement)
        revive(session, announcement.report_id, announcement.at)
        watch_again(session, announcement.report_id, announcement.at)

    def _tell(
        self, session: Session, announcement: Announcement, event_id: int, news: News, unheard: Unheard | None
    ) -> int:
        others = [~unheard.is_told()] if unheard is not None else []
        told = write_notices(session, event_id, news, announcement.tell_at, *others)
        told += unheard.chats if unheard is not None else 0
        return told + tell_askers(session, event_id, news, announcement)


def _write_event(session: Session, announcement: Announcement, news: News) -> int:
    event = EventRow(
        kind=EventKind.REPORT_PUBLISHED if announcement.replaced_id is None else EventKind.REPORT_REVISED,
        report_id=announcement.report_id,
        payload=write_news(news),
        created_at=announcement.at,
    )
    session.add(event)
    session.flush()
    of_report = () if announcement.is_correction else targets_of_report(announcement)
    write_targets(session, id_of(event), {*of_report, *targets_of(news)})
    return id_of(event)
