"""What became of a notice: every way in which sending one can end, and what is done about it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.backing_off import back_off
from bot.transport import NotSent, may_have_arrived

# A server error can hit again; after so many attempts, about a day, the notice is set aside for a person to look at.
MOST_ATTEMPTS = 1440
# The n-th attempt waits 2**n seconds, but never longer than this: Telegram is back within minutes.
LONGEST_BACK_OFF_SECONDS = 60.0


class Fate(StrEnum):
    """What is done with a notice that did not go through."""

    RETRY = "retry"  # certainly not delivered
    RETRY_AFTER = "retry_after"  # the same, and the chat is held
    UNCERTAIN = "uncertain"  # may have been delivered
    BLOCKED = "blocked"  # the chat cannot be reached
    MIGRATED = "migrated"  # the chat has a new id
    FAILED = "failed"  # refused for good
    STOP = "stop"  # nothing can be sent at all


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fate with what it needs: seconds to wait, or the new chat id."""

    fate: Fate
    reason: str
    seconds: float = 0.0
    new_chat_id: int = 0


def judge(error: TelegramError, attempts: int, *, is_harmless_twice: bool = False) -> Outcome:
    """What to do about this error at that attempt; `BadRequest` and `TimedOut` are network errors as well."""
    reason = f"{type(error).__name__}: {error.message}"
    match error:
        case RetryAfter():
            return Outcome(Fate.RETRY_AFTER, reason, seconds=seconds_of(error))
        case ChatMigrated():
            return Outcome(Fate.MIGRATED, reason, new_chat_id=error.new_chat_id)
        case Forbidden():
            return Outcome(Fate.BLOCKED, reason)
        case InvalidToken():
            return Outcome(Fate.STOP, reason, seconds=LONGEST_BACK_OFF_SECONDS)
        case BadRequest():
            return Outcome(Fate.FAILED, reason)
    if may_have_arrived(error) and not is_harmless_twice:
        return Outcome(Fate.UNCERTAIN, reason)
    # Where no connection can be had nothing is the matter with the notice, however long it takes.
    if attempts >= MOST_ATTEMPTS and not isinstance(error, NotSent):
        return Outcome(Fate.FAILED, reason)
    return Outcome(Fate.RETRY, reason, seconds=back_off(attempts, LONGEST_BACK_OFF_SECONDS))


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait, whichever form the library gives it in."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
