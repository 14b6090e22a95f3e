"""Settings: read from the environment, explained in `.env.example`, never shown where they are secret."""

from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
TOKEN = "123456:not-a-token-of-anyone"


def settings(**given: object) -> Settings:
    return load_settings(_env_file=None, **given)


def example_names() -> list[str]:
    lines = EXAMPLE.read_text().splitlines()
    return [line.partition("=")[0] for line in lines if "=" in line and not line.startswith("#")]


def test_the_example_holds_exactly_the_settings():
    assert sorted(example_names()) == sorted(name.upper() for name in Settings.model_fields)


def test_every_setting_of_the_example_is_explained_above_it():
    lines = EXAMPLE.read_text().splitlines()
    named = [n for n, line in enumerate(lines) if "=" in line and not line.startswith("#")]
    assert all(lines[n - 1].startswith("# ") for n in named)


def test_the_example_shows_the_defaults():
    shown = Settings(_env_file=EXAMPLE)
    assert shown == Settings(_env_file=None)


def test_owner_ids_are_separated_by_commas():
    assert settings(owner_ids="12, 34").owner_ids == frozenset({12, 34})


def test_secrets_stand_in_no_representation():
    made = settings(telegram_bot_token=TOKEN, database_url="postgresql://u:hunter2@h/d")
    assert TOKEN not in repr(made)
    assert "hunter2" not in repr(made)


def test_the_database_password_is_among_the_secrets():
    assert "hunter2" in settings(database_url="postgresql://u:hunter2@h/d").secrets


def test_a_missing_token_is_said_with_what_to_do():
    with pytest.raises(BadSettings, match="@BotFather"):
        _ = settings().token


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"owner_ids": "Lan"}, "OWNER_IDS"),
        ({"timezone": "Mars/Olympus"}, "TIMEZONE"),
        ({"telegram_api_url": "api.telegram.org"}, "TELEGRAM_API_URL"),
        ({"webhook_listen": "8080x"}, "WEBHOOK_LISTEN"),
        ({"status_listen": "127.0.0.1:65536"}, "STATUS_LISTEN"),
        ({"log_level": "LOUD"}, "LOG_LEVEL"),
    ],
)
def test_a_bad_setting_is_named(given: dict[str, str], word: str):
    with pytest.raises(BadSettings, match=word):
        settings(**given)


@pytest.mark.parametrize("secret", ["short", "with a space in it, though long", "x" * 257])
def test_a_short_webhook_secret_is_refused(secret: str):
    with pytest.raises(BadSettings, match="WEBHOOK_SECRET"):
        load_settings(_env_file=None, webhook_secret=secret)
