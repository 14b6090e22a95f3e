"""The reading process: `python -m knowledge.importing.readers FILE LIMITS` writes the page, or why not, as JSON."""

import os
import sys
from pathlib import Path

from knowledge.importing.readers.confining import confine
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits, megabytes
from knowledge.importing.readers.passing import pack_error, pack_page, unpack_limits
from knowledge.importing.readers.reading import read_page


def main(path: str, limits: Limits) -> bytes:
    """The packed page or error of a file, read under the limits of memory and time."""
    confine(limits)
    try:
        return pack_page(read_page(Path(path), limits=limits))
    except UnreadableFile as error:
        return pack_error(error)
    except MemoryError:
        return pack_error(UnreadableFile(Fault.TOO_MUCH_MEMORY, limit=megabytes(limits.memory_bytes)))


if __name__ == "__main__":
    sys.stdout.buffer.write(main(sys.argv[1], unpack_limits(sys.argv[2])))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to tidy up, and a library's own tidying may stumble after an error
