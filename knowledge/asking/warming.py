"""What answers look into and is else built when it is first wanted: built before somebody wants it."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain

from knowledge.asking.library import Library
from knowledge.asking.remembering import Remembering
from knowledge.asking.shelves.catalogue import Is
from knowledge.grammar.patterns import compile_all
from knowledge.grammar.sought import prepare_all

# A store with fewer statements builds whatever it is asked for in some milliseconds.
FEWEST_STATEMENTS = 2_000
# One of each sort and language: their words, patterns and indexes are the ones that most questions need.
_QUESTIONS = (
    ("vi", "Quyết định 1/QĐ-UBND về việc gì?"),
    ("vi", "quý 1 tiếp nhận bao nhiêu hồ sơ"),
    ("vi", "văn bản nào quá hạn?"),
    ("vi", "báo cáo mới nhất là gì"),
    ("en", "How many dossiers were received in the first quarter?"),
)


def warm(remembering: Remembering, today: date, rest: Callable[[], None]) -> bool:
    """Builds it in steps of some milliseconds; `rest` is called after each, so that others are answered in between.

    Whether the store is so large that this was worth while.
    """
    is_large = len(remembering.asker.library.statements) >= FEWEST_STATEMENTS
    for _ in chain(_steps(remembering, today) if is_large else (), compile_all(), prepare_all()):
        rest()
    return is_large


def _steps(remembering: Remembering, today: date) -> Iterator[None]:
    yield from remembering.asker.warm()
    for language, question in _QUESTIONS:
        remembering.asker.ask(question, today=today, language=language)
        yield
    for question in _by_name(remembering.asker.library):
        remembering.asker.ask(question, today=today)
        yield
    for language in ("vi", "en"):
        for example in remembering.renew_examples(today=today, language=language):
            yield
            asked = remembering.ask(example.question, today=today, previous=None, language=language)
            yield
            remembering.next_steps(asked, today=today, language=language)
        yield
    remembering.holdings()


def _by_name(library: Library) -> Iterator[str]:
    """A document asked for by what it is called, for it is found in other ways than by its number."""
    for document in library.all_documents().that_are(Is.LISTED)[:1]:
        place, day = document.mentions[0].named_province, document.issued_on
        if document.subject and place and day:
            yield f"{document.type} {document.subject} năm {day.year} {place} ban hành ngày nào?"
