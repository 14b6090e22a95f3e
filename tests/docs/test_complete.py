"""Whatever can be typed or set stands in the documentation, and what stands there can be."""

import re
from dataclasses import fields
from importlib import import_module

import click
import pytest

from bot.cli.program import COMMANDS as SHELL_COMMANDS
from bot.settings import Settings
from handlers.commands import COMMANDS, Command
from knowledge.asking.stages import ORDER
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.errors import _WORDS, Fault
from tests.docs.pages import ALL, ANSWERING, GUIDE, IMPORTING, OPERATIONS, README, REPOSITORY, code, table_after


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.vi)
def test_every_chat_command_stands_in_the_guide_under_both_names(command: Command):
    assert f"| `/{command.vi}` | `/{command.en}` |" in GUIDE


def test_the_documentation_names_no_chat_command_that_does_not_exist():
    """But for the one of @BotFather."""
    named = {match[1] for words in code(ALL) if (match := re.match(r"/([a-z]+)(?= |$)", words))}
    assert named - {"newbot"} <= {name for command in COMMANDS for name in command.names}


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_stands_in_the_table_and_in_the_example(setting: str):
    assert f"| `{setting.upper()}` |" in OPERATIONS
    assert f"\n{setting.upper()}=" in (REPOSITORY / ".env.example").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHELL_COMMANDS)
def test_every_shell_command_stands_in_the_table_with_each_of_its_options(name: str):
    [row] = [line for line in OPERATIONS.splitlines() if line.startswith(f"| `cchc {name}")]
    assert [option for option in options(name) if f"`{option}" not in row] == []


def test_the_documentation_names_no_shell_command_that_does_not_exist():
    called = {match[1] for words in code(ALL) if (match := re.search(r"\bcchc ([a-z]+)", words))}
    assert called <= SHELL_COMMANDS.keys()


def test_every_make_command_that_is_named_can_be_made():
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    named = {match[1] for words in code(ALL) if (match := re.match(r"make ([a-z]+)", words))}
    assert named <= set(re.findall(r"^([a-z]+):", makefile, re.M))


def test_a_newcomer_reads_how_to_try_test_and_install():
    assert {"make demo", "make test", "make install"} <= set(code(README))


@pytest.mark.parametrize("limit", fields(DEFAULT), ids=lambda limit: limit.name)
def test_every_limit_of_a_file_is_named_with_its_value(limit):
    assert f"| `{limit.name}` | {getattr(DEFAULT, limit.name):,.0f} |" in IMPORTING


@pytest.mark.parametrize("fault", [Fault.NEEDS_OFFICE, Fault.NEEDS_OCR])
def test_what_the_bot_tells_to_install_stands_in_the_documentation(fault: Fault):
    [command] = re.findall(r"\((apt install [^)]+)\)", _WORDS[fault][0])
    assert command in code(IMPORTING)


def options(name: str) -> list[str]:
    """The longest name of each option."""
    command = getattr(import_module(f"bot.cli.{SHELL_COMMANDS[name][0]}"), f"{name}_command")
    return [max(option.opts, key=len) for option in command.params if isinstance(option, click.Option)]


def test_the_stages_of_an_answer_stand_in_the_documentation_in_their_order():
    assert [code(name) for name, *_ in table_after(ANSWERING, "### The stages")] == [[name] for name in ORDER]


@pytest.mark.parametrize(
    ("page", "room"), [(ANSWERING, "asking"), (IMPORTING, "importing")], ids=["asking", "importing"]
)
def test_every_file_is_found_by_what_it_is_for(page: str, room: str):
    """Those of a room within as well, where the page names any of them."""
    rows = table_after(page, "## Where what stands")
    named = {name for row in rows for name in code(row[1])}
    opened = {match for row in rows for match in re.findall(r"`(\w+)/`:", row[1])}
    folders = (REPOSITORY / "knowledge" / room, *(REPOSITORY / "knowledge" / room / one for one in opened))
    there = [one for folder in folders for one in folder.iterdir() if not one.name.startswith(("__", "."))]
    assert named == {f"{one.name}/" if one.is_dir() else one.name for one in there}


def test_every_room_stands_in_the_architecture():
    named = set(code((REPOSITORY / "docs/architecture.md").read_text(encoding="utf-8")))
    within = ("bot/*", "handlers/*", "knowledge/*", "knowledge/asking/*", "knowledge/importing/*")
    there = (one.parent for pattern in within for one in REPOSITORY.glob(f"{pattern}/__init__.py"))
    assert {f"{one.relative_to(REPOSITORY)}/" for one in there} <= named


def test_a_contributor_finds_every_file_of_the_vocabulary():
    named = set(code((REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    files = {one.name for one in (REPOSITORY / "knowledge/vocabulary").iterdir() if one.suffix in {".toml", ".txt"}}
    assert files <= named


def test_every_name_of_the_code_that_is_told_of_stands_in_the_code():
    """Names with an underscore, as no other words have."""
    rooms = ("bot", "handlers", "knowledge", "tests", "benchmarks")
    sources = (one for room in rooms for suffix in ("py", "toml") for one in (REPOSITORY / room).rglob(f"*.{suffix}"))
    there = {name for one in sources for name in re.findall(r"\w+", one.read_text(encoding="utf-8"))}
    told = {
        match
        for words in code(ANSWERING)
        for match in re.findall(r"(?<![\w/.-])\w*[A-Za-z]_\w+|(?<![\w/.-])_\w+", words)
    }
    assert told - there == set()
