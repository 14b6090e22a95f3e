"""The settings: from the environment, or from `.env` where the environment says nothing."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.logs import LogFormat
from knowledge.fetching.settings import USER_AGENT

# https://www.rfc-editor.org/rfc/rfc9293: a port has 16 bits.
MOST_PORT = 65_535


class BadSettings(ValueError):
    """A setting cannot be used as it is; the message names it and says what to do."""


class Settings(BaseSettings):
    """Everything that differs from one installation to the next; `.env.example` explains each."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_proxy_url: SecretStr | None = None  # may hold a password
    database_url: SecretStr = SecretStr("sqlite:///cchc.db")  # may hold a password
    owner_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8080"
    webhook_drain_seconds: float = Field(default=3.0, ge=0, le=60)
    status_listen: str | None = None
    fetch_user_agent: str = Field(default=USER_AGENT, pattern=r"^[!-~][ -~]{2,200}$")
    fetch_private_hosts: Annotated[frozenset[str], NoDecode] = frozenset()
    source_minutes: int = Field(default=60, ge=5, le=1440)
    timezone: str = "Asia/Ho_Chi_Minh"
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    log_format: LogFormat = "text"
    backup_folder: Path | None = None
    backups_kept: int = Field(default=14, ge=1, le=1000)
    sentry_dsn: SecretStr | None = None
    otlp_url: str | None = None

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return frozenset(int(part) for part in value.replace(";", ",").split(",") if part.strip())

    @field_validator("fetch_private_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return frozenset(part.strip().lower() for part in value.replace(";", ",").split(",") if part.strip())

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (OSError, ValueError, ZoneInfoNotFoundError):  # a folder of zones, a path, a name that none has
            raise ValueError('is not a time zone; use a name such as "Asia/Ho_Chi_Minh"') from None
        return value

    @field_validator("telegram_api_url", "webhook_url", "otlp_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("must begin with https:// (or http:// for a server of one's own)")
        return value.rstrip("/") if value else None

    @field_validator("webhook_secret")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        # What Telegram allows; shorter than 16 could be guessed.
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError("must be 16 to 256 of A-Z a-z 0-9 _ -; for example what `openssl rand -hex 24` prints")
        return value

    @field_validator("webhook_listen", "status_listen")
    @classmethod
    def _host_and_port(cls, value: str | None) -> str | None:
        port = (value or "").rpartition(":")[2]
        if value is not None and not (re.fullmatch(r"[0-9]{1,5}", port) and int(port) <= MOST_PORT):
            raise ValueError('must be host:port, such as "127.0.0.1:8080"')
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which days begin and end."""
        return ZoneInfo(self.timezone)

    @property
    def token(self) -> str:
        """The bot's token; raises BadSettings where it is missing."""
        if self.telegram_bot_token is None:
            raise BadSettings(
                "TELEGRAM_BOT_TOKEN is not set. Ask @BotFather for a token, and put it into .env "
                '(see .env.example), or try the bot without one: "cchc demo".'
            )
        return self.telegram_bot_token.get_secret_value()

    @property
    def webhook_address(self) -> str:
        """What Telegram calls: WEBHOOK_URL, and behind it a path that only who knows the secret can know."""
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        return f"{self.webhook_url}/{sha256(f'path {secret}'.encode()).hexdigest()[:32]}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed or logged."""
        named = (self.telegram_bot_token, self.webhook_secret, self.telegram_proxy_url, self.sentry_dsn)
        password = urlsplit(self.database_url.get_secret_value()).password
        path = self.webhook_address.rpartition("/")[2] if self.webhook_url and self.webhook_secret else None
        return tuple(secret.get_secret_value() for secret in named if secret) + tuple(filter(None, (password, path)))


def load_settings(**given: Any) -> Settings:
    """The settings in force, `given` ones first; raises BadSettings that names each setting that is wrong."""
    try:
        return Settings(**given)
    except ValidationError as error:
        raise BadSettings("; ".join(_explain(detail) for detail in error.errors())) from None


def _explain(detail: Any) -> str:
    name = str(detail["loc"][0]).upper() if detail["loc"] else "settings"
    return f"{name}: {detail['msg'].removeprefix('Value error, ')}"
