"""What the documentation promises is there, and what is there is documented."""

import pytest

from bot.cli.program import COMMANDS as SHELL_COMMANDS
from bot.settings import Settings
from handlers.commands import COMMANDS
from tests.house import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
TEXT = "\n".join(page.read_text("utf-8") for page in PAGES)


@pytest.mark.parametrize("name", [name for command in COMMANDS for name in command.names])
def test_every_chat_command_is_documented(name: str):
    assert f"/{name}" in TEXT


@pytest.mark.parametrize("name", SHELL_COMMANDS)
def test_every_shell_command_is_documented(name: str):
    assert f"cchc {name}" in TEXT


@pytest.mark.parametrize("name", [name.upper() for name in Settings.model_fields])
def test_every_setting_is_documented(name: str):
    assert f"`{name}`" in TEXT
