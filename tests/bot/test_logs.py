"""Logs hold no secret, wherever it comes from."""

import json
import logging

import pytest

from bot.logs import Redacting, set_up_logs


def line(message: str, error: Exception | None = None) -> str:
    record = logging.LogRecord("a", logging.INFO, "a.py", 1, message, (), None)
    if error is not None:
        record.exc_info = (type(error), error, None)
    return Redacting(["secret-word"]).format(record)


def test_a_secret_in_a_message_is_blacked_out():
    assert "secret-word" not in line("GET /botsecret-word/getMe")


def test_a_secret_in_a_traceback_is_blacked_out():
    assert "secret-word" not in line("failed", ValueError("secret-word"))


@pytest.mark.parametrize("name", ["httpx", "httpcore"])
def test_request_addresses_are_not_logged(name: str):
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    set_up_logs("INFO", secrets=[])
    root.handlers[:], root.level = before
    assert not logging.getLogger(name).isEnabledFor(logging.INFO)


def test_json_is_one_line_for_whatever_is_logged():
    record = logging.LogRecord("a", logging.ERROR, "a.py", 1, 'one\n"two" secret-word', (), None)
    record.exc_info = (ValueError, ValueError("secret-word"), None)
    [written] = Redacting(["secret-word"], "json").format(record).splitlines()
    entry = json.loads(written)
    assert (entry["level"], entry["message"], "•••" in entry["error"]) == ("ERROR", 'one\n"two" •••', True)
