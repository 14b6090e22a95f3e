"""Every command of admins as a conversation, in both languages, with slips and wrong steps; and a bot that dies in each step."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.server import Running
from handlers.commands import COMMANDS
from tests.clock import SetClock
from tests.scripts.reading import LANGUAGES, Script, read_scripts
from tests.scripts.stage import Played, Stage, copied, state_of

SCRIPTS = list(zip(*(read_scripts(language) for language in LANGUAGES), strict=True))


@pytest.mark.parametrize(("number", "scripts"), list(enumerate(SCRIPTS)), ids=[two[0].name for two in SCRIPTS])
async def test_a_conversation_ends_alike_in_both_languages_and_when_the_bot_dies_in_every_step(
    running: Running, prepared: Path, tmp_path: Path, portal: str, number: int, scripts: Sequence[Script]
):
    ends = []
    for place, script in enumerate(scripts):
        store = copied(prepared, tmp_path / f"{script.language}.db")
        async with Sandbox.join(running) as sandbox:
            # The bot dies in one of the two: in every other conversation in the English one.
            stage = Stage(sandbox, f"sqlite:///{store}", SetClock(), restarts=place == number % 2)
            played = await stage.play(script, portal)
        assert _unmet(script, played) == []
        ends.append((_shape(played), state_of(store)))
    assert ends[0] == ends[1]


def test_every_command_of_admins_has_a_conversation():
    for scripts in zip(*SCRIPTS, strict=True):
        names = {script.name.partition(",")[0] for script in scripts}
        assert names == {command.name(scripts[0].language) for command in COMMANDS if command.is_for_staff}


def _shape(played: Sequence[Played]) -> list[tuple[int, ...]]:
    """How many buttons each message had that the bot showed for a line."""
    return [tuple(message.count("\n[") for message in shown) for _, shown in played]


def _unmet(script: Script, played: Sequence[Played]) -> list[str]:
    """What should have been shown and was not, or the other way round, with what was."""
    unmet = []
    for line, (said, shown) in zip(script.lines, played, strict=True):
        everything = "\n".join(shown)
        wrong = [f"« {one}" for one in line.shown if one not in everything]
        wrong += [f"«! {one}" for one in line.hidden if one in everything]
        unmet += [f"{said}: {one}; shown: {everything!r}" for one in wrong]
    return unmet
