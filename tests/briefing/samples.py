"""The samples of 2019 as a library, read once."""

from datetime import date
from functools import cache

from knowledge.asking.asker import Asker
from knowledge.asking.library import Library, PublishedReport
from knowledge.importing.files import read_file
from tests.house import ROOT

LONG_AFTER = date(2026, 11, 25)


@cache
def asker() -> Asker:
    """The samples, to be asked."""
    paths = sorted((ROOT / "samples").iterdir())
    return Asker.of(PublishedReport(n, read_file(path)) for n, path in enumerate(paths, 1))


def library() -> Library:
    """The samples, laid out for asking."""
    return asker().library
