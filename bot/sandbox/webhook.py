"""Where updates are sent to instead of being polled, and how that went.

core.telegram.org/bots/api#setwebhook and #getwebhookinfo.
"""

from dataclasses import dataclass

from bot.sandbox.errors import Json

DEFAULT_CONNECTIONS = 40


@dataclass(slots=True)
class Webhook:
    """The address asked for; empty while the bot polls."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    ip_address: str = ""
    last_error_at: int = 0
    last_error: str = ""

    def wire(self, *, pending: int, allowed: list[str] | None) -> Json:
        """The answer to getWebhookInfo."""
        told: Json = {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending}
        if allowed:
            told["allowed_updates"] = allowed
        if self.url:
            told["max_connections"] = self.max_connections
            told["ip_address"] = self.ip_address or "127.0.0.1"
        if self.last_error:
            told |= {"last_error_date": self.last_error_at, "last_error_message": self.last_error}
        return told
