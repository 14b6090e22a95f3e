"""Ten everyday tasks of an official, in the demo: `python -m benchmarks.tasks [ROUNDS]`.

Prints what is typed, the taps (sending is one), the seconds from the last tap until the answer is there, the middle of
so many rounds, and the first line of what is shown. The demo keeps Telegram's limits away, as a benchmark must.
"""

import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot.demo import open_demo
from bot.sandbox.client import Person, SeenMessage

WAIT_SECONDS = 60.0
FIGURE = "quy 2/2019 tiep nhan bn hs"


@dataclass(frozen=True, slots=True)
class Done:
    """What a task came to."""

    taps: int
    seconds: float
    shown: str


Task = Callable[[Person], Awaitable[list[Done]]]


async def _said(person: Person, text: str, *, messages: int = 1) -> tuple[Done, SeenMessage]:
    began = time.perf_counter()
    await person.say(text)
    got = [await person.next_reply(timeout_seconds=WAIT_SECONDS) for _ in range(messages)][-1]
    return Done(1, time.perf_counter() - began, _first_line(got)), got


async def _pressed(person: Person, message: SeenMessage, words: str, *, messages: int = 1) -> Done:
    began = time.perf_counter()
    await person.press(message, words)
    got = [await person.next_reply(timeout_seconds=WAIT_SECONDS) for _ in range(messages)][-1]
    return Done(1, time.perf_counter() - began, _first_line(got))


def _first_line(message: SeenMessage) -> str:
    kind = "[picture] " if message.photo_id else f"[{message.document_name}] " if message.document_name else ""
    return kind + message.text.split("\n")[0]


def _asking(text: str, *buttons: str) -> Task:
    """Type this, then press each of these buttons under the answer."""

    async def task(person: Person) -> list[Done]:
        done, answer = await _said(person, text)
        return [done, *[await _pressed(person, answer, button) for button in buttons]]

    return task


async def _briefing(person: Person) -> list[Done]:
    done, page = await _said(person, "/giaoban")
    return [done, await _pressed(person, page, "PDF", messages=3)]


async def _quoting(person: Person) -> list[Done]:
    began = time.perf_counter()
    asked = await person.ask_inline("192")
    cards = await asked.results(timeout_seconds=WAIT_SECONDS)
    sent = await asked.choose(cards[0], person)
    return [Done(1, time.perf_counter() - began, _first_line(sent))]


TASKS: dict[str, Task] = {
    f"1. a figure: “{FIGURE}”": _asking(FIGURE),
    "2. the quarter before": _asking(FIGURE, "Kỳ trước"),
    "3. two periods compared": _asking(FIGURE, "So sánh"),
    "4. a chart": _asking(FIGURE, "Biểu đồ"),
    "5. where a document stands: “QĐ 192 tới đâu rồi?”, its life": _asking("QĐ 192 tới đâu rồi?", "Dòng thời gian"),
    "6. what is overdue: “có văn bản nào quá hạn không”": _asking("có văn bản nào quá hạn không"),
    "6. as a calendar: /lich": _asking("/lich"),
    "7. the page for the meeting: /giaoban, its files": _briefing,
    "8. to hear of what is new: under the answer": _asking(FIGURE, "Theo dõi"),
    "8. of every report: /dangky": _asking("/dangky", "mọi báo cáo mới"),
    "9. to quote it elsewhere: “@bot 192”": _quoting,
    "9. as a link and a code: /chiase": _asking("/chiase QĐ 192 tới đâu rồi?"),
    "10. not there: “quý IV/2019 tiếp nhận bao nhiêu hồ sơ?”": _asking("quý IV/2019 tiếp nhận bao nhiêu hồ sơ?"),
}


async def measure(rounds: int) -> None:
    """Prints a line for each step of each task."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_demo(Path(folder), port=0, stop=asyncio.Event(), say=print, has_limits=False) as demo:
            await demo.official.ask("/start", timeout_seconds=WAIT_SECONDS)  # what is loaded once
            for name, task in TASKS.items():
                _print(name, [await task(demo.official) for _ in range(rounds)])


def _print(name: str, done: list[list[Done]]) -> None:
    for n, steps in enumerate(zip(*done, strict=True)):
        print(f"{name if n == 0 else '   then':<62} {sum(one.taps for one in done[0][: n + 1])} tap(s)", end="  ")
        print(f"{median(step.seconds for step in steps):.2f} s  {steps[-1].shown}")


def main() -> None:
    """The rounds are the only argument."""
    logging.disable(logging.WARNING)
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5))


if __name__ == "__main__":
    main()
