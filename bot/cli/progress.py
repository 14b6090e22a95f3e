"""A bar for imports that take their time, drawn only where somebody can see it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

import click

from knowledge.importing.progress import Progress, Step

# What is done sooner needs no bar.
_AFTER_SECONDS = 2.0
# A terminal shows no more; drawing oftener only costs.
_EVERY_SECONDS = 0.1
_WIDTH = 24
# How much of one file's time each step takes at most, as measured on reports and registers.
_BEGINS = {Step.READING: 0.0, Step.UNDERSTANDING: 0.3, Step.CHECKING: 0.85, Step.SAVING: 0.95}
_STEPS = list(_BEGINS)


@dataclass
class Bar:
    """Draws on `screen` how far all files together have come; says lines without tearing the bar."""

    files: int
    screen: TextIO
    is_seen: bool
    clock: Callable[[], float] = time.monotonic
    _name: str = ""
    _file: int = -1
    _drawn: str = ""
    _drawn_at: float = 0.0
    _began_at: float = field(default=0.0)

    def __post_init__(self) -> None:
        self._began_at = self.clock()

    def begin(self, name: str) -> None:
        """The next file."""
        self._file += 1
        self._name = name
        self.tell(Progress(Step.READING))

    def tell(self, progress: Progress) -> None:
        """How far the file has come."""
        now = self.clock()
        if not self.is_seen or now - self._began_at < _AFTER_SECONDS or now - self._drawn_at < _EVERY_SECONDS:
            return
        self._drawn_at = now
        share = (self._file + _share(progress)) / self.files
        full = int(share * _WIDTH)
        name = self._name if len(self._name) <= 40 else f"…{self._name[-39:]}"
        self._draw(f"[{'#' * full}{'-' * (_WIDTH - full)}] {share:4.0%} {name}: {progress.step.value}")

    def say(self, line: str) -> None:
        """A line that stays, above the bar."""
        self.clear()
        click.echo(line)

    def fail(self, line: str) -> None:
        """A line for the errors."""
        self.clear()
        click.echo(line, err=True)

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self.screen.write("\r" + " " * len(self._drawn) + "\r")
            self.screen.flush()
            self._drawn = ""

    def _draw(self, line: str) -> None:
        self.screen.write("\r" + line.ljust(len(self._drawn)))
        self.screen.flush()
        self._drawn = line


@contextmanager
def shown_progress(files: int) -> Iterator[Bar]:
    """A bar on the error stream, so that what is printed can be piped; none where that is no terminal."""
    bar = Bar(files, sys.stderr, is_seen=sys.stderr.isatty())
    try:
        yield bar
    finally:
        bar.clear()


def _share(progress: Progress) -> float:
    """How much of a file is done, from 0 to 1."""
    begins = _BEGINS[progress.step]
    after = _STEPS[_STEPS.index(progress.step) + 1 :]
    ends = _BEGINS[after[0]] if after else 1.0
    return begins + (ends - begins) * (progress.done / progress.total if progress.total else 0.0)
