"""Questions of documents among very many, ours beside other ways to find an item, in one run on the same items.

    python -m benchmarks.answering FOLDER COUNT [--without rapidfuzz,fts5,postgresql,tantivy]

FOLDER keeps generated stores.  Half of the questions have no tones, a fourth say "năm ngoái", numbers and provinces are written in
several ways, and slips fall on the words that tell near-identical subjects apart but never make another word of any subject.  The
others are given the question folded, without its asking words and with the year for "năm ngoái", and only have to name an item;
ours reads what was typed, answers and quotes, warmed as a bot's process is.  Times are the processor's; of PostgreSQL, whose work is
another process's, the clock's.
"""

import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from benchmarks import generated, made_stores, peers
from benchmarks.generated import Absent, Item
from benchmarks.servers import debian_postgresql, pgserver
from bot.housekeeping import look_for_garbage_seldom
from bot.large_pages import put_into_large_pages
from knowledge.answers import Answer, Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.remembering import Remembering
from knowledge.asking.warming import warm
from knowledge.briefing.pictured import pictures_of
from knowledge.grammar.folding import fold

TODAY = date(2024, 2, 1)
ASKED = 200
# The slow ones are asked less: a scan of a million texts takes seconds.
ASKED_OF_SLOW = {"RapidFuzz": 1_000_000, "SQLite": 5_000_000, "PostgreSQL": 2_000_000}
_ASKING = (" ve viec gi?", " ban hanh ngay nao?", " cua ")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the item that is right and its place among the texts."""

    question: str
    item: Item
    place: int

    @property
    def today(self) -> date:
        """The day of asking."""
        return generated.asked_on(self.item)


def questions(rows: Sequence[Item]) -> dict[str, list[Asked]]:
    """Questions with a number, and without one and with two slips."""
    chance = random.Random(3)  # noqa: S311 - no secret
    chosen = generated.chosen(rows, ASKED)
    wanted = {(one.type, one.day.year, one.province) for one in chosen}
    places: dict[str, int] = {}
    siblings: dict[tuple[str, int, str], list[Item]] = {register: [] for register in wanted}
    for place, row in enumerate(rows):
        if (register := (row.type, row.day.year, row.province)) in siblings:
            places[row.text] = place
            siblings[register].append(row)
    return {
        "with a number": [Asked(generated.with_number(i, chance), i, places[i.text]) for i in chosen],
        "without, two slips": [
            Asked(generated.without_number(i, siblings[i.type, i.day.year, i.province], chance), i, places[i.text])
            for i in chosen
        ],
    }


def in_vain(rows: Sequence[Item]) -> list[Absent]:
    """Questions of documents that are nearly those of a register and are not there."""
    chance = random.Random(5)  # noqa: S311 - no secret
    registers: dict[tuple[str, int, str], list[Item]] = defaultdict(list)
    for row in rows:
        registers[row.type, row.day.year, row.province].append(row)
    chosen = chance.sample(sorted(registers), min(ASKED, len(registers)))
    return [made for one in chosen if (made := generated.absent(registers[one], chance)) is not None]


def told_in_vain(asker: Asker, absent: Sequence[Absent]) -> str:
    """What is told instead: documents that go on where the question ended, others with a word of that, others without."""
    shortened = different = asserted = 0
    for one in absent:
        answer = asker.ask(one.question, today=one.day).answer
        if answer.outcome is not Outcome.ANSWERED:
            continue
        number, _, subject, *_ = answer.quotes[0].text.split(" | ")
        if one.is_shortened(generated.type_of(number.partition("/")[2]), subject):
            shortened += 1
        elif answer.context:
            different += 1
        else:
            asserted += 1
    return (
        f"(asked for {len(absent)} documents that are not there but nearly, it names {shortened} that are called so and more, "
        f"{different} others and says that none is called so, and {asserted} others as if they were asked for)"
    )


def measure(name: str, kind: str, asked: Sequence[Asked], is_right: Callable[[Asked], bool], *, by_clock: bool) -> None:
    """Asks them all and prints a line."""
    now = time.perf_counter if by_clock else time.process_time
    took, right = [], 0
    for one in asked[:3]:
        is_right(one)
    for one in asked:
        began = now()
        right += is_right(one)
        took.append((now() - began) * 1000)
    took.sort()
    print(
        f"{name:<46}{kind:<20}{len(asked):>5}{took[len(took) // 2]:>10.2f}{took[len(took) * 95 // 100]:>10.2f}{right / len(asked):>8.3f}",
        flush=True,
    )


def is_of(answer: Answer, item: Item) -> bool:
    """Whether the first quote is the item's own row."""
    row = f"{item.number}/{item.symbol} | {item.day:%d/%m/%Y} | {item.subject}"
    return bool(answer.quotes) and row in answer.quotes[0].text and item.province in answer.quotes[0].organisation


def content(asked: Asked) -> str:
    """What an index is asked for: the folded question without its asking words, and with the year for "năm ngoái"."""
    words = fold(asked.question).replace(fold(generated.LAST_YEAR), f"nam {asked.item.day.year}")
    for asking in _ASKING:
        words = words.replace(asking, " ")
    return words.strip()


def main(folder: Path, count: int, left_out: set[str]) -> None:
    """Prints the table."""
    folder.mkdir(parents=True, exist_ok=True)
    made_stores.make(folder, count)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    asker = made_stores.load(folder, count)
    asker.ask("192", today=TODAY)
    print(f"{count:,} items; to the first answer {time.process_time() - began:.2f} s of the processor beside imports")
    _rest(asker)
    rows, texts = made_stores.read_items(folder, count)
    asked, vain = questions(rows), in_vain(rows)
    del rows
    print(f"{'':<46}{'question':<20}{'n':>5}{'p50 ms':>10}{'p95 ms':>10}{'top-1':>8}")
    for kind, ones in asked.items():
        measure(
            "Hỏi CCHC, read, answered and quoted",
            kind,
            ones,
            lambda o: is_of(asker.ask(o.question, today=o.today).answer, o.item),
            by_clock=False,
        )
    print(told_in_vain(asker, vain))
    print(
        f"(at most {(getrusage(RUSAGE_SELF).ru_maxrss) / 1024:.0f} MB so far, {before / 1024:.0f} before it was loaded, with the questions' own lists)"
    )
    folded = [fold(text) for text in texts]
    del texts
    _peers(folded, asked, left_out)


def _rest(asker: Asker) -> None:
    """Leaves the process as that of a bot is which has waited for some seconds.

    Garbage is looked for as there, it is warmed, and what it holds lies in large pages.
    """
    began = time.process_time()
    look_for_garbage_seldom()
    warm(Remembering(asker, pictures=pictures_of), TODAY, lambda: None)
    print(f"warmed in {time.process_time() - began:.2f} s")
    began = time.process_time()
    large_bytes = put_into_large_pages()
    print(f"{large_bytes / 2**20:.0f} MB put into large pages in {time.process_time() - began:.2f} s")


def _peers(texts: Sequence[str], asked: dict[str, list[Asked]], left_out: set[str]) -> None:
    made: list[tuple[str, Callable[[], peers.Ask]]] = [
        ("tantivy BM25", lambda: peers.tantivy_bm25(texts)),
        ("SQLite FTS5 BM25", lambda: peers.sqlite_fts5(texts)),
        ("RapidFuzz token_set_ratio", lambda: peers.rapidfuzz_scan(texts)),
    ]
    for name, make in made:
        if not any(one in name.lower() for one in left_out):
            _peer(name, make(), texts, asked, by_clock=False)
    if "postgresql" not in left_out:
        with debian_postgresql() or pgserver() as address:
            name, ask = peers.postgresql(texts, address)
            _peer(name, ask, texts, asked, by_clock=True)


def _peer(name: str, ask: peers.Ask, texts: Sequence[str], asked: dict[str, list[Asked]], *, by_clock: bool) -> None:
    most = next((budget // len(texts) for slow, budget in ASKED_OF_SLOW.items() if name.startswith(slow)), ASKED)
    for kind, ones in asked.items():
        few = ones[: min(len(ones), max(4, most))]
        measure(name, kind, few, lambda o: ask(content(o)) == o.place, by_clock=by_clock)


if __name__ == "__main__":
    without = sys.argv[sys.argv.index("--without") + 1].split(",") if "--without" in sys.argv else []
    main(Path(sys.argv[1]), int(sys.argv[2]), set(without))
