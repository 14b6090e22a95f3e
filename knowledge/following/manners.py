"""How a chat wants to be told: without a sound, and not at night."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, exists, or_, update
from sqlmodel import Session, col

from knowledge.store.tables import ChatRow, NoticeRow


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the day, from the first until the last, between which nothing is sent: 22 to 6 is a night."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Manners:
    """What a chat chose."""

    is_silent: bool = False
    quiet: Quiet | None = None


def manners_of(session: Session, chat_id: int) -> Manners | None:
    """None of a chat that follows nothing."""
    chat = session.get(ChatRow, chat_id)
    if chat is None:
        return None
    has_quiet = chat.quiet_from is not None and chat.quiet_until is not None
    return Manners(chat.is_silent, Quiet(chat.quiet_from or 0, chat.quiet_until or 0) if has_quiet else None)


def set_manners(session: Session, chat_id: int, manners: Manners) -> None:
    """From now on, for what waits as well."""
    quiet = manners.quiet
    values = {"quiet_from": quiet.start if quiet else None, "quiet_until": quiet.end if quiet else None}
    chosen = update(ChatRow).where(col(ChatRow.id) == chat_id)
    session.connection().execute(chosen.values(is_silent=manners.is_silent, **values))


def is_disturbing(now: datetime, zone: ZoneInfo) -> ColumnElement[bool]:
    """That a notice's chat has its quiet hours at that moment."""
    hour = now.astimezone(zone).hour
    start, end = col(ChatRow.quiet_from), col(ChatRow.quiet_until)
    by_day = and_(start < end, start <= hour, end > hour)
    over_midnight = and_(start > end, or_(start <= hour, end > hour))
    return exists().where(col(ChatRow.id) == col(NoticeRow.chat_id), or_(by_day, over_midnight))
