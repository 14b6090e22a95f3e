"""Every error of sending has its own fate."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.outbox.outcome import LONGEST_BACK_OFF_SECONDS, MOST_ATTEMPTS, Fate, judge
from bot.transport import NotSent, ServerFailed


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (NotSent("no connection"), Fate.RETRY),
        (ServerFailed(500), Fate.RETRY),
        (ServerFailed(502), Fate.RETRY),
        (ServerFailed(504), Fate.UNCERTAIN),
        (TimedOut(), Fate.UNCERTAIN),
        (NetworkError("httpx.RemoteProtocolError"), Fate.UNCERTAIN),
        (Forbidden("bot was blocked by the user"), Fate.BLOCKED),
        (BadRequest("chat not found"), Fate.FAILED),
        (ChatMigrated(-1001), Fate.MIGRATED),
        (InvalidToken(), Fate.STOP),
    ],
)
def test_what_becomes_of_a_notice(error: TelegramError, fate: Fate):
    assert judge(error, attempts=1).fate is fate


def test_a_refusal_for_some_seconds_is_obeyed_to_the_second():
    outcome = judge(RetryAfter(35), attempts=1)
    assert (outcome.fate, outcome.seconds) == (Fate.RETRY_AFTER, 35)


def test_a_server_that_keeps_failing_fails_the_notice_at_last():
    assert judge(ServerFailed(500), attempts=MOST_ATTEMPTS).fate is Fate.FAILED


def test_a_notice_waits_for_a_connection_however_long_none_can_be_had():
    outcome = judge(NotSent("no connection"), attempts=5 * MOST_ATTEMPTS)
    assert (outcome.fate, outcome.seconds) == (Fate.RETRY, LONGEST_BACK_OFF_SECONDS)
