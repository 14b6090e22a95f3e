"""What an importer should look at before a report answers: `find_doubts` is the way in.

Each check is a file; it says nothing where values are not certainly of the same thing, for a false alarm teaches
clerks to pass over the true ones.
"""

from collections.abc import Callable

from knowledge.facts import Doubt
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.published import NOTHING_KNOWN, Known, KnownReport
from knowledge.lazily import lazily

__all__ = ["NOTHING_KNOWN", "Kind", "Known", "KnownReport", "find_doubts"]

# Loaded when a file is imported; a bot that only answers never does.
find_doubts: Callable[..., tuple[Doubt, ...]] = lazily("knowledge.importing.checks.checking", "find_doubts")
