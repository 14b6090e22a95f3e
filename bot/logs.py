"""Logging to stderr, with every secret blacked out."""

import logging
from collections.abc import Iterable

# The first two log request addresses at INFO, and those hold the token; the third logs messages at DEBUG.
_CHATTY = ("httpx", "httpcore", "telegram")


class Redacting(logging.Formatter):
    """Writes `•••` for each secret, also within tracebacks."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry without any secret."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "•••")
        return line


def set_up_logs(level: str, *, secrets: Iterable[str]) -> None:
    """From now on everything of this process is logged to stderr, redacted."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
