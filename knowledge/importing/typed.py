"""Reading what was typed or is shipped as text, without a file and in this very process."""

from knowledge.facts import Reading
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.reading import read_data
from knowledge.importing.reading import read_report


def read_typed(text: bytes) -> Reading:
    """What a report of these words says."""
    return read_report(read_data(text, "typed.txt", DEFAULT))
