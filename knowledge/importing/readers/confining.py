"""What the operating system enforces of a reading process's limits."""

import resource
from math import ceil

from knowledge.importing.readers.limits import Limits

_FILES = 64  # open at once: a reader needs its library's files and the one it reads


def confine(limits: Limits) -> None:
    """This process's memory and processor time are limited from now on; no file written, no core dumped."""
    seconds = ceil(limits.seconds)
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
