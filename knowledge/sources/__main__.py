"""The finding process: `python -m knowledge.sources FILE ADDRESS TYPE KIND` writes the findings, or why not, as JSON."""

import os
import sys
from pathlib import Path

from knowledge.importing.readers.confining import confine
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, megabytes
from knowledge.sources.finding import find_in_file, pack, pack_error
from knowledge.sources.links import SourceKind


def main(path: str, address: str, content_type: str, kind: str) -> bytes:
    """The packed findings or error, under the limits of memory and time."""
    confine(DEFAULT)
    try:
        return pack(find_in_file(Path(path), address, content_type, SourceKind(kind) if kind else None))
    except UnreadableFile as error:
        return pack_error(error)
    except MemoryError:
        return pack_error(UnreadableFile(Fault.TOO_MUCH_MEMORY, limit=megabytes(DEFAULT.memory_bytes)))


if __name__ == "__main__":
    sys.stdout.buffer.write(main(*sys.argv[1:5]))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to tidy up
