"""Random, mutated and hostile questions: each must get an outcome, never an exception, in little time.

    python -m benchmarks.fuzzing [COUNT]

Exits with 1 where one raises or takes more than 50 ms of the processor three times in a row.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import date

from bot.housekeeping import look_for_garbage_seldom
from knowledge.asking.aliases import Aliases
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing import files as importing
from tests.questions.sets import load_set, question_sets

SECONDS = 0.05
# What takes so much is asked again, for a first time also reads what is asked about, and the machine does other things as well.
AGAIN_SECONDS = SECONDS / 2
TODAY = date(2021, 9, 20)
_MARKS = (
    "\u200e",
    "\u200f",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u0301",
    "\x00",
    "\ud800",
    "😀",
    "👨‍👩‍👧‍👦",
    "🇻🇳",
)
_MARKUP = (
    "<b>",
    "</b>",
    "<script>alert(1)</script>",
    "&lt;",
    "[a](tg://user?id=1)",
    "`",
    "*",
    "_",
    "||",
    "'; DROP TABLE report; --",
    "{}",
    "%s",
    "\\",
)
_WORDS = (
    "quý",
    "năm",
    "QĐ",
    "/",
    "UBND",
    "số",
    "hồ sơ",
    "so với",
    "từ",
    "đến",
    "nào",
    "mấy",
    "tỉnh",
    "huyện",
    "ngày",
    "%",
    "không",
)


def questions(count: int, asked: list[str], chance: random.Random) -> Iterator[str]:
    """So many questions, a fourth each out of characters, words, mutations and runs without end."""
    makers = (_characters, _words, _mutated, _endless)
    for number in range(count):
        yield makers[number % len(makers)](asked, chance)


def _characters(_: list[str], chance: random.Random) -> str:
    top = chance.choice((0x80, 0x250, 0x1EFF, 0xFFFF, 0x10FFFF))
    return "".join(chr(chance.randrange(top)) for _ in range(chance.choice((1, 5, 40, 300, 2_000))))


def _words(asked: list[str], chance: random.Random) -> str:
    words = [w for q in chance.sample(asked, 3) for w in q.split()]
    pool = (*words, *_WORDS, *_MARKS, *_MARKUP, str(chance.randrange(10 ** chance.randrange(1, 30))))
    return " ".join(chance.choice(pool) for _ in range(chance.randrange(1, 60)))


def _mutated(asked: list[str], chance: random.Random) -> str:
    letters = list(chance.choice(asked))
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(letters) + 1)
        letters[at : at + chance.randrange(3)] = [
            chance.choice((*_MARKS, *_MARKUP, *"0123456789/-., ?dđư", chance.choice(asked)[:9]))
        ]
    return "".join(letters)


def _endless(asked: list[str], chance: random.Random) -> str:
    pieces = (
        *"a1/-. (|,;:",
        *_MARKS,
        *_MARKUP,
        *_WORDS,
        "1/",
        "1.",
        "quý 1 ",
        "192/QĐ-UBND ",
        "từ ngày 1/1/2019 đến ",
        chance.choice(asked),
    )
    piece = chance.choice(pieces) + chance.choice(("", " ", chance.choice(pieces)))
    return (piece * (10_000 // len(piece)))[: chance.choice((300, 700, 10_000))]


def asker_of_samples() -> tuple[Asker, list[str]]:
    """Who answers from all reports of the question sets, and their questions."""
    sets = [load_set(folder) for folder in question_sets()]
    reports = [path for one in sets for path in one.reports]
    asker = Asker.of([PublishedReport(n, importing.read_file(path)) for n, path in enumerate(reports, 1)])
    # As a bot's process is that has waited for some seconds.
    for _ in asker.warm():
        pass
    look_for_garbage_seldom()
    return asker, [case.question for one in sets for case in one.cases]


def seconds(asker: Asker, question: str, tries: int = 3) -> float:
    """What answering takes of the processor: the least of some tries where the first takes long."""
    least = float("inf")
    for _ in range(tries):
        asker = asker.with_aliases(Aliases())  # which remembers no question
        began = time.thread_time()
        asker.ask(question, today=TODAY)
        least = min(least, time.thread_time() - began)
        if least < AGAIN_SECONDS:
            break
    return least


def main(count: int) -> int:
    """The number of questions that raised or took too long."""
    asker, asked = asker_of_samples()
    chance = random.Random(2026)  # noqa: S311 - no secret
    took, bad = [], 0
    for question in questions(count, asked, chance):
        try:
            took.append(seconds(asker, question))
        except Exception as error:
            bad += 1
            print(f"! {error!r}: {question[:100]!r}", flush=True)
            continue
        if took[-1] > SECONDS:
            bad += 1
            print(f"! {took[-1] * 1000:.0f} ms: {len(question)} characters, {question[:100]!r}", flush=True)
    took.sort()
    places = {
        name: took[min(len(took) - 1, int(len(took) * share))] * 1000
        for name, share in (("p50", 0.5), ("p99", 0.99), ("slowest", 1))
    }
    print(f"{count:,} questions, {bad} bad; " + ", ".join(f"{name} {ms:.1f} ms" for name, ms in places.items()))
    return bad


if __name__ == "__main__":
    sys.exit(min(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000), 1))
