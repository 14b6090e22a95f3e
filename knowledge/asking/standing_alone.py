"""A question that was asked in a conversation, in words that get the same answer without it: for a colleague, or a wall."""

from collections.abc import Iterator
from datetime import date

from knowledge.answers import Outcome
from knowledge.asking.asker import Asked
from knowledge.asking.reading.without_periods import without_periods
from knowledge.asking.service import Asking
from knowledge.grammar.year_parts import name_period


def standing_alone(asking: Asking, text: str, *, previous: str | None, today: date, language: str) -> str | None:
    """The shortest such words; None where none that can be thought of do."""
    asked = asking.ask(text, today=today, previous=previous, language=language)
    for words in _candidates(text, asked):
        alone = asking.ask(words, today=today, language=language).answer
        if alone.outcome is Outcome.ANSWERED and alone.direct == asked.answer.direct:
            return words
    return None


def _candidates(text: str, asked: Asked) -> Iterator[str]:
    """The question itself, with the document or the period that the answer is about, and with all that was asked before."""
    topic = asked.answer.topic
    yield text
    if topic.document is not None:
        yield f"{topic.document.partition('|')[0]} {text}"
    if topic.period is not None:
        yield f"{without_periods(asked.meant)} {name_period(topic.period)}"
    yield asked.meant
