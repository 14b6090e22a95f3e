"""The shell program `cchc`: one file a command, each loaded only when it is called.

`main` is the program; `commands` lists its commands.
"""

from bot.cli.program import main

__all__ = ["main"]
