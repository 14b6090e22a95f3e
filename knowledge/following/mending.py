"""Corrections that some have yet to hear of when the report is corrected again: they tell what holds now, or nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from knowledge.asking.figures.indicators import find_value, read_indicator
from knowledge.facts import Reading
from knowledge.following.due import documents_of
from knowledge.following.news import DocumentNews, FigureNews, read_news, write_news
from knowledge.following.standing import standing_of
from knowledge.following.states import UNBEGUN
from knowledge.following.stopping import stop_notices
from knowledge.following.targets import targets_of, write_targets
from knowledge.store.announcer import Announcement
from knowledge.store.tables import EventRow, EventTargetRow, NoticeRow

UNDONE = "undone"


def mend_corrections(session: Session, events: list[int], announcement: Announcement) -> None:
    """These events, each of a correction by hand, go on with this version of the report."""
    for event_id in events:
        event = session.get_one(EventRow, event_id)
        news = read_news(event.payload)
        news = replace(
            news,
            documents=tuple(item for told in news.documents for item in _document(session, told)),
            figures=tuple(item for told in news.figures for item in _figure(told, announcement.reading)),
        )
        event.payload, event.report_id = write_news(news), announcement.report_id
        session.flush()
        targets = set(targets_of(news))
        session.connection().execute(delete(EventTargetRow).where(col(EventTargetRow.event_id) == event_id))
        write_targets(session, event_id, targets)
        _stop_untold(session, event_id, {key for _, key in targets}, announcement.at)


def _figure(told: FigureNews, now: Reading) -> Iterator[FigureNews]:
    """What is to be told of a figure that was one thing, is another and was said to be a third."""
    indicator = read_indicator(told.keys[0])
    found = find_value(now, indicator) if indicator else None
    was = told.corrected or (told.written if told.is_gone else None)
    if found is None:
        yield replace(told, written=was or told.written, corrected=None, is_gone=True)
    elif found[1].written != was:
        statement, figure = found
        quote = statement.span.cut(now.text)
        yield replace(told, value=figure.value, written=figure.written, quote=quote, corrected=was, is_gone=False)


def _document(session: Session, told: DocumentNews) -> Iterator[DocumentNews]:
    lives = documents_of(session, told.keys[0])
    now = standing_of(lives[0].events) if lives else None
    if now is None:
        yield replace(told, now=told.before or told.now, is_gone=True)
    elif now != (told.now if told.is_gone else told.before):
        yield replace(told, now=now, is_gone=False)


def _stop_untold(session: Session, event_id: int, keys: set[str], at: datetime) -> None:
    """Whoever was to hear only of what is as it was hears nothing; the others' messages are laid out anew."""
    unbegun = (col(NoticeRow.event_id) == event_id) & col(NoticeRow.state).in_(UNBEGUN)
    for notice in session.exec(select_rows(NoticeRow).where(unbegun, col(NoticeRow.about).is_not(None))).all():
        if not keys & set((notice.about or "").splitlines()):
            stop_notices(session, col(NoticeRow.id) == notice.id, at=at, reason=UNDONE)
    session.connection().execute(update(NoticeRow).where(unbegun).values(sender=None))
