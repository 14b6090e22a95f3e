"""The walk-through of the guide, step by step, as a newcomer would do it: what to type and what to press."""

import re
from pathlib import Path

from stage import Stage

GUIDE = Path(__file__).parents[1] / "huong-dan.md"
_STEP = re.compile(r"^\d+\. (.+)$", re.MULTILINE)
_ACTION = re.compile(r"[Gg]õ `([^`]+)`|[Bb]ấm \*\*([^*]+)\*\*")


def steps() -> list[str]:
    """The numbered steps, as they are written."""
    section = GUIDE.read_text("utf-8").partition("### Lần đầu làm biên tập")[2].partition("\n### ")[0]
    return _STEP.findall(section)


async def walk(stage: Stage, until: int) -> None:
    """Do all the steps up to that one."""
    await stage.enter(stage.demo.admin, "/start")
    for step in steps()[:until]:
        for typed, pressed in _ACTION.findall(step):
            await (stage.say(typed) if typed else stage.press(pressed))
