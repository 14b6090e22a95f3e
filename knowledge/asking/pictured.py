"""What of an answer can be shown as a picture: what a count is made of, the life of a document."""

from collections.abc import Iterator

from knowledge.answers import Outcome, Step, StepKind
from knowledge.asking.asker import Asked
from knowledge.asking.library import Library
from knowledge.briefing.life import find_life
from knowledge.briefing.shares import find_shares


def pictured_steps(library: Library, asked: Asked) -> tuple[Step, ...]:
    """The pictures that there are of what the answer is about; asking the same again finds them."""
    return tuple(_pictured(library, asked))


def _pictured(library: Library, asked: Asked) -> Iterator[Step]:
    topic = asked.answer.topic
    if asked.answer.outcome is not Outcome.ANSWERED:
        return
    if topic.indicator and find_shares(library, topic.indicator) is not None:
        yield Step(StepKind.SHARES, asked.meant)
    if topic.document and find_life(library, topic.document) is not None:
        yield Step(StepKind.LIFE, asked.meant)
