"""From a link to what its report says."""

from dataclasses import dataclass

from knowledge.facts import Reading
from knowledge.fetching.addresses import canonical
from knowledge.fetching.errors import CannotFetch
from knowledge.fetching.fetcher import MOST_BYTES, SECONDS, Fetched
from knowledge.fetching.files import as_file
from knowledge.fetching.manners import PoliteFetcher
from knowledge.importing.importer import Importing
from knowledge.importing.readers.errors import UnreadableFile
from knowledge.sources.finding import find_reports
from knowledge.sources.ledger import Item
from knowledge.sources.links import SourceKind
from knowledge.sources.source import Source
from knowledge.sources.titles import period_in_title
from knowledge.sources.trouble import NOTHING, Trouble, trouble_of


@dataclass(frozen=True, slots=True)
class Obtained:
    """What became of fetching and reading a report: either it was read, or there was trouble."""

    item: Item
    reading: Reading | None = None
    checksum: str = ""  # of the file
    trouble: Trouble | None = None


def obtain(
    item: Item, source: Source, fetcher: PoliteFetcher, importing: Importing, fetched: Fetched | None = None
) -> Obtained:
    """The report at the item's address; of a page that only hands out the report as a file, that file.

    `fetched` is the page if it was fetched already. Raises CannotFetch only if the fetcher was closed.
    """
    try:
        page = fetched or _get(fetcher, item.link.address)
        reading, checksum = _read(page, item, source, importing)
        if _says_nothing(reading) and (file := _attached(page, fetcher)) is not None:
            reading, checksum = _read(file, item, source, importing)
    except (CannotFetch, UnreadableFile) as error:
        return Obtained(item, trouble=trouble_of(error))
    return Obtained(item, trouble=NOTHING) if _says_nothing(reading) else Obtained(item, reading, checksum)


def _get(fetcher: PoliteFetcher, address: str) -> Fetched:
    return fetcher.get(address, most_bytes=MOST_BYTES, seconds=SECONDS)


def _read(fetched: Fetched, item: Item, source: Source, importing: Importing) -> tuple[Reading, str]:
    """What the text does not say comes from the title under which it was linked, then from the source."""
    with as_file(fetched) as path:
        return importing.read_checked(
            path,
            organisation=source.organisation,
            province=source.province,
            period=period_in_title(item.link.title) or source.period,
            source=item.link.address,
        )


def _attached(page: Fetched, fetcher: PoliteFetcher) -> Fetched | None:
    """The first document that the page offers for download."""
    if "html" not in page.content_type:
        return None
    files = find_reports(page, SourceKind.PAGE).files
    return _get(fetcher, canonical(files[0])) if files else None


def _says_nothing(reading: Reading) -> bool:
    return not any(said.figures or said.citations or said.task for said in reading.statements)
