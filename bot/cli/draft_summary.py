"""What the shell prints of a draft: its data, what was found in it, what is doubtful, what it changes."""

from handlers.layout.changes import lines, overview
from handlers.layout.doubts import quoted, sentence
from handlers.layout.html import plain
from handlers.layout.reports import card
from handlers.words import Words
from knowledge.facts import Reading
from knowledge.importing.importer import Difference
from knowledge.store.reports import ReportSummary

# A register of thousands of rows may have as many doubts; whoever wants them all asks for a page in the chat.
_MOST_SHOWN = 50


def describe(report: ReportSummary, reading: Reading, difference: Difference | None, words: Words) -> str:
    """Lines for a terminal, indented under the file's own line."""
    told = [*plain(card(report, words)).splitlines(), *_changes(difference, words), *_doubts(reading, words)]
    return "\n".join(f"    {line}" for line in told)


def _changes(difference: Difference | None, words: Words) -> list[str]:
    if difference is None:
        return []
    changes = [f"  - {plain(line)}" for line in lines(difference, words)]
    return [*plain(overview(difference, words)).splitlines(), *_shortened(changes, words)]


def _doubts(reading: Reading, words: Words) -> list[str]:
    if not reading.doubts:
        return [plain(words("doubts-none"))]
    told = [plain(words("doubts-title", count=len(reading.doubts)))]
    for number, doubt in enumerate(reading.doubts[:_MOST_SHOWN], 1):
        told.append(f"  {number}. {plain(sentence(doubt, words))}")
        told += [f"     > {' '.join(span.cut(reading.text).split())}" for span in quoted(doubt)]
    return [*told, *_rest(len(reading.doubts), words)]


def _shortened(told: list[str], words: Words) -> list[str]:
    return [*told[:_MOST_SHOWN], *_rest(len(told), words)]


def _rest(count: int, words: Words) -> list[str]:
    return [f"  {plain(words('answer-more-lines', count=count - _MOST_SHOWN))}"] if count > _MOST_SHOWN else []
