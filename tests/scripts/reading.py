"""Reading the scripts: one file a language, one section a conversation.

A line is what somebody does, and `«` lines below it are words that the bot then shows (`«!`: that it does not show):

    Minh: /them                 a text
    Minh: [Văn bản]             the newest button that begins so
    Minh: [[Văn bản]]           the same on the phone of somebody who has not seen yet that the message changed
    Minh: reply: /sua 5.000     in reply to the bot's last message
    Minh: edit: /sua 6.000      the person's own last message, changed
    Minh: forward Lan: …        a message of Lan's, passed on
    Minh: file: 02-quy-2-2019.txt
    Minh: open                  the link that the bot showed last to anybody
    later: 25 hours
"""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Line:
    """What somebody does, and the words that must and must not be seen then."""

    who: str
    does: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class Script:
    """One conversation."""

    name: str
    language: str
    lines: tuple[Line, ...]


def read_scripts(language: str) -> list[Script]:
    """All conversations in that language, in the order of the file."""
    sections = (HERE / f"{language}.txt").read_text("utf-8").split("\n## ")[1:]
    return [_script(section, language) for section in sections]


def _script(section: str, language: str) -> Script:
    name, *rest = section.splitlines()
    lines: list[Line] = []
    for written in (one.strip() for one in rest):
        if written.startswith("«!"):
            lines[-1] = _with(lines[-1], hidden=written[2:].strip())
        elif written.startswith("«"):
            lines[-1] = _with(lines[-1], shown=written[1:].strip())
        elif written:
            who, _, does = written.partition(": ")
            lines.append(Line(who, does, (), ()))
    return Script(name.strip(), language, tuple(lines))


def _with(line: Line, *, shown: str = "", hidden: str = "") -> Line:
    more = ((shown,) if shown else ()), ((hidden,) if hidden else ())
    return Line(line.who, line.does, line.shown + more[0], line.hidden + more[1])
