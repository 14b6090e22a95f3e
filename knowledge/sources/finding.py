"""What an address is, and which reports it names: decided from its content, in a process that can be ended."""

from knowledge.fetching.fetcher import Fetched
from knowledge.fetching.files import as_file
from knowledge.importing.apart import Task, ask_apart
from knowledge.sources.contents import unpack
from knowledge.sources.links import Findings, SourceKind


def find_reports(fetched: Fetched, kind: SourceKind | None = None) -> Findings:
    """What is there: as `kind` where it is known what the address is, else as what it looks like.

    Raises UnreadableFile of what is neither page, feed nor document, or takes too long to tell.
    """
    words = (fetched.address, fetched.content_type, kind.value if kind else "")
    with as_file(fetched) as path:
        return unpack(ask_apart(path, Task("knowledge.sources.contents", "find_in_file", words)))
