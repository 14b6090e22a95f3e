"""Whoever was given a figure or a status in an answer is told when it is corrected, once, whatever they follow."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, insert, select
from sqlmodel import Session, col

from knowledge.answers import Outcome
from knowledge.following.news import News
from knowledge.following.rules import RuleKind
from knowledge.following.states import NoticeState
from knowledge.store.announcer import Announcement
from knowledge.store.tables import ChatRow, NoticeRow, QuestionRow, ReportRow


def tell_askers(session: Session, event_id: int, news: News, announcement: Announcement) -> int:
    """How many chats are told of what was corrected and do not hear of the event anyway."""
    asked = _asked(session, news, announcement)
    told = select(col(NoticeRow.chat_id)).where(col(NoticeRow.event_id) == event_id)
    already = set(session.connection().execute(told).scalars())
    unreachable = set(session.connection().execute(select(col(ChatRow.id)).where(_is_paused())).scalars())
    rows = [
        _notice(event_id, chat, keys, announcement.tell_at)
        for chat, keys in sorted(asked.items())
        if chat not in already and chat not in unreachable
    ]
    if rows:
        session.connection().execute(insert(NoticeRow), rows)
    return len(rows)


def _is_paused() -> ColumnElement[bool]:
    return col(ChatRow.paused_at).is_not(None)


def _notice(event_id: int, chat: int, keys: set[str], due_at: datetime) -> dict[str, object]:
    about = "\n".join(sorted(keys))
    waiting = NoticeState.WAITING.value
    return {"event_id": event_id, "chat_id": chat, "state": waiting, "due_at": due_at, "attempts": 0, "about": about}


def _asked(session: Session, news: News, announcement: Announcement) -> dict[int, set[str]]:
    """The chats that were given what is corrected, each with the keys of it."""
    found: dict[int, set[str]] = defaultdict(set)
    for query in _queries(news, announcement):
        for chat_key, about in session.connection().execute(query):
            # In a group the answer was given to all: "chat:user".
            found[int(chat_key.partition(":")[0])].add(str(about))
    return found


def _queries(news: News, announcement: Announcement) -> Iterator[Select[str, str | None]]:
    if announcement.replaced_id is None:
        return
    answers = select(col(QuestionRow.chat_key), col(QuestionRow.about)).where(
        col(QuestionRow.outcome) == Outcome.ANSWERED.value
    )
    by_hand = announcement.is_correction  # whatever such a version changes is a correction
    figures = [followed for figure in news.figures if by_hand or figure.corrected for followed in figure.keys]
    if figures:
        yield answers.where(
            col(QuestionRow.about_kind) == RuleKind.INDICATOR.value,
            col(QuestionRow.about).in_(figures),
            col(QuestionRow.report_id).in_(_versions(announcement.replaced_id)),
        )
    documents = [
        followed for document in news.documents if by_hand or document.is_correction for followed in document.keys
    ]
    if documents:
        began = select(func.min(col(ReportRow.published_at))).where(
            col(ReportRow.id).in_(_versions(announcement.replaced_id))
        )
        yield answers.where(
            col(QuestionRow.about_kind) == RuleKind.DOCUMENT.value,
            col(QuestionRow.about).in_(documents),
            col(QuestionRow.asked_at) >= began.scalar_subquery(),
        )


def _versions(report_id: int) -> Select[int | None]:
    """The report with all its versions: what an older one said is corrected as well."""
    lineage = select(col(ReportRow.lineage)).where(col(ReportRow.id) == report_id).scalar_subquery()
    return select(col(ReportRow.id)).where(col(ReportRow.lineage) == lineage)
