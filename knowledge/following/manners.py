"""How a chat wants to be told: without a sound, and not at night."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, exists, or_, update
from sqlmodel import Session, col

from knowledge.following.states import NoticeState
from knowledge.store.tables import ChatRow, NoticeRow


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the day, from the first until the last, between which nothing is sent: 22 to 6 is a night."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Digest:
    """One message at this hour of each day, or of one day of the week (0 is Monday), instead of one at once for each."""

    hour: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Manners:
    """What a chat chose."""

    is_silent: bool = False
    quiet: Quiet | None = None
    digest: Digest | None = None


def next_digest(digest: Digest, now: datetime, zone: ZoneInfo) -> datetime:
    """The first moment after now at which the digest goes out."""
    here = now.astimezone(zone)
    days = 0 if digest.day is None else (digest.day - here.weekday()) % 7
    moment = datetime.combine(here.date() + timedelta(days=days), time(digest.hour), zone)
    if moment <= now:
        moment = datetime.combine(
            moment.date() + timedelta(days=1 if digest.day is None else 7), time(digest.hour), zone
        )
    return moment.astimezone(UTC)


def manners_of(session: Session, chat_id: int) -> Manners | None:
    """How a chat wants to be told; None of a chat that follows nothing."""
    chat = session.get(ChatRow, chat_id)
    if chat is None:
        return None
    has_quiet = chat.quiet_from is not None and chat.quiet_until is not None
    quiet = Quiet(chat.quiet_from or 0, chat.quiet_until or 0) if has_quiet else None
    digest = Digest(chat.digest_hour, chat.digest_day) if chat.digest_hour is not None else None
    return Manners(chat.is_silent, quiet, digest)


def set_manners(session: Session, chat_id: int, manners: Manners, digest_at: datetime | None) -> None:
    """From now on the chat is told so, of what waits as well; `digest_at` is when its next digest goes out, if any."""
    quiet, digest = manners.quiet, manners.digest
    values = {
        "quiet_from": quiet.start if quiet else None,
        "quiet_until": quiet.end if quiet else None,
        "digest_hour": digest.hour if digest else None,
        "digest_day": digest.day if digest else None,
        "digest_at": digest_at if digest else None,
    }
    chosen = update(ChatRow).where(col(ChatRow.id) == chat_id)
    session.connection().execute(chosen.values(is_silent=manners.is_silent, **values))
    held = (col(NoticeRow.chat_id) == chat_id) & (col(NoticeRow.state) == NoticeState.HELD)
    if digest_at is not None:
        session.connection().execute(update(NoticeRow).where(held).values(due_at=digest_at))


def is_disturbing(now: datetime, zone: ZoneInfo) -> ColumnElement[bool]:
    """As a condition of a query: a notice's chat has its quiet hours at that moment."""
    hour = now.astimezone(zone).hour
    start, end = col(ChatRow.quiet_from), col(ChatRow.quiet_until)
    by_day = and_(start < end, start <= hour, end > hour)
    over_midnight = and_(start > end, or_(start <= hour, end > hour))
    return exists().where(col(ChatRow.id) == col(NoticeRow.chat_id), or_(by_day, over_midnight))
