"""Logging to stderr, as lines or as JSON, with every secret blacked out."""

import json
import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

# The first log request addresses at INFO, and those hold the token; the last logs messages at DEBUG.
_CHATTY = ("httpx", "httpcore", "aiohttp", "telegram", "alembic")

LogFormat = Literal["text", "json"]


class Redacting(logging.Formatter):
    """Writes `•••` for each secret, also within tracebacks."""

    def __init__(self, secrets: Iterable[str], log_format: LogFormat = "text") -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secret for secret in secrets if secret)
        self._is_json = log_format == "json"

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry without any secret."""
        line = self._as_json(record) if self._is_json else super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "•••")
        return line

    def _as_json(self, record: logging.LogRecord) -> str:
        """One line whatever it says: time in UTC, level, logger, message, and the traceback of an error."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def set_up_logs(level: str, *, secrets: Iterable[str], log_format: LogFormat = "text") -> None:
    """From now on everything of this process is logged to stderr, redacted."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(secrets, log_format))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
