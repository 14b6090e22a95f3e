"""A group that became a supergroup has another id; what was the old one's is the new one's."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete
from sqlmodel import select as select_rows

from knowledge.following.manners import manners_of, set_manners
from knowledge.following.pausing import restore_chat
from knowledge.following.stopping import stop_notices
from knowledge.store.generations import wait_for_publishing
from knowledge.store.tables import ChatRow, NoticeRow, SubscriptionRow
from knowledge.store.upserting import insert_if_absent


def move_chat(session: Session, old: int, new: int, *, at: datetime) -> None:
    """The old chat's rules and notices become the new one's; what that has already is not doubled."""
    wait_for_publishing(session)
    if old == new or session.get(ChatRow, old) is None:
        return
    manners, digest_at = manners_of(session, old), _digest_at(session, old)
    if insert_if_absent(session, ChatRow, ["id"], id=new) and manners is not None:
        set_manners(session, new, manners, digest_at)
    _move_notices(session, old, new, at)
    _move_subscriptions(session, old, new)
    session.exec(delete(ChatRow).where(col(ChatRow.id) == old))
    # Whoever tells of the move can be reached, whatever was the matter with either chat before.
    restore_chat(session, new, at=at)


def _digest_at(session: Session, chat_id: int) -> datetime | None:
    chat = session.get(ChatRow, chat_id)
    return chat.digest_at if chat else None


def _move_notices(session: Session, old: int, new: int, at: datetime) -> None:
    told = aliased(NoticeRow)
    of_new = select(col(told.event_id)).where(col(told.chat_id) == new)
    doubled = col(NoticeRow.event_id).in_(of_new)
    of_old = col(NoticeRow.chat_id) == old
    stop_notices(session, of_old, doubled, at=at, reason="the new chat is told")
    session.connection().execute(update(NoticeRow).where(of_old, ~doubled).values(chat_id=new))


def _move_subscriptions(session: Session, old: int, new: int) -> None:
    has_already = {(row.kind, row.key): row for row in _subscriptions(session, new)}
    for row in _subscriptions(session, old):
        same = has_already.get((row.kind, row.key))
        if same is None:
            row.chat_id = new
            continue
        of_old = update(NoticeRow).where(col(NoticeRow.subscription_id) == row.id)
        session.connection().execute(of_old.values(subscription_id=same.id))
        session.delete(row)
    session.flush()


def _subscriptions(session: Session, chat_id: int) -> list[SubscriptionRow]:
    query = select_rows(SubscriptionRow).where(SubscriptionRow.chat_id == chat_id)
    return list(session.exec(query.with_for_update()))
