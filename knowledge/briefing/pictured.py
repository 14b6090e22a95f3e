"""What of an answer can be shown as a picture: what a count is made of, the life of a document."""

from collections.abc import Iterator

from knowledge.answers import StepKind, Topic
from knowledge.asking.library import Library
from knowledge.briefing.life import find_life
from knowledge.briefing.shares import find_shares


def pictures_of(library: Library, topic: Topic) -> tuple[StepKind, ...]:
    """The pictures that there are of what an answer is about; asking the same question again finds them."""
    return tuple(_pictures(library, topic))


def _pictures(library: Library, topic: Topic) -> Iterator[StepKind]:
    if topic.indicator and find_shares(library, topic.indicator) is not None:
        yield StepKind.SHARES
    if topic.document and find_life(library, topic.document) is not None:
        yield StepKind.LIFE
