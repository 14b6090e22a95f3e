"""The bar of long imports: seen only on a terminal, only after a while, and never in what is printed."""

from io import StringIO

import pytest

from bot.cli.progress import Bar
from knowledge.importing.progress import Progress, Step


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def bar(clock: Clock, *, is_seen: bool = True, files: int = 2) -> tuple[Bar, StringIO]:
    screen = StringIO()
    return Bar(files, screen, is_seen=is_seen, clock=clock), screen


def test_what_is_done_soon_draws_nothing():
    clock = Clock()
    shown, screen = bar(clock)
    shown.begin("a.txt")
    clock.now += 1
    shown.tell(Progress(Step.SAVING))
    assert screen.getvalue() == ""


def test_after_two_seconds_the_bar_tells_the_file_the_step_and_the_share():
    clock = Clock()
    shown, screen = bar(clock)
    shown.begin("a.txt")
    shown.begin("b.txt")
    clock.now += 3
    shown.tell(Progress(Step.UNDERSTANDING, 50, 100))
    assert screen.getvalue().strip() == f"[{'#' * 18}{'-' * 6}]  79% b.txt: understanding"


def test_lines_are_said_where_the_bar_was(capsys: pytest.CaptureFixture[str]):
    clock = Clock()
    shown, screen = bar(clock)
    shown.begin("a.txt")
    clock.now += 3
    shown.tell(Progress(Step.CHECKING))
    shown.say("done")
    assert (capsys.readouterr().out, screen.getvalue().endswith("\r")) == ("done\n", True)


def test_where_nobody_looks_nothing_is_drawn():
    clock = Clock()
    shown, screen = bar(clock, is_seen=False)
    shown.begin("a.txt")
    clock.now += 3
    shown.tell(Progress(Step.CHECKING))
    assert screen.getvalue() == ""


def test_the_share_never_falls():
    clock = Clock()
    shown, screen = bar(clock, files=1)
    shown.begin("a.txt")
    for step in Step:
        for done in range(0, 101, 25):
            clock.now += 3
            shown.tell(Progress(step, done, 100))
    shares = [int(part[:3]) for part in screen.getvalue().split("] ")[1:]]
    assert shares == sorted(shares)
