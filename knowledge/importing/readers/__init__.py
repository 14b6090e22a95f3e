"""Readers: the bytes of a file of any format become a `Page`, or an `UnreadableFile` that says why not.

From outside use `read_page`, `UnreadableFile`, `Fault`, `Limits` and `DEFAULT`; a file that anybody may have sent is read by
`knowledge.importing.apart`.
"""

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, Limits
from knowledge.importing.readers.reading import read_page

__all__ = ["DEFAULT", "Fault", "Limits", "UnreadableFile", "read_page"]
