"""Readers: the bytes of a file of any format become a `Page`, or an `UnreadableFile` that says why not.

From outside use `read_page`, `read_page_safely`, `UnreadableFile`, `Fault`, `Limits` and `DEFAULT`.
"""

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, Limits
from knowledge.importing.readers.reading import read_page
from knowledge.importing.readers.safely import read_page_safely

__all__ = ["DEFAULT", "Fault", "Limits", "UnreadableFile", "read_page", "read_page_safely"]
