"""From a file to a draft in the store."""

from hashlib import sha256
from pathlib import Path

from knowledge.importing.files import read_file
from knowledge.store.reports import Reports, SavedDraft


class Importing:
    """Reads files and keeps them as drafts."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports

    def import_file(
        self,
        path: Path,
        *,
        by: int | None,
        organisation: str | None = None,
        province: str | None = None,
        period: str | None = None,
        source: str | None = None,
    ) -> SavedDraft:
        """The draft of this file; of the same file again, that draft or report.

        Raises UnreadableFile, UnknownPeriod, or UnstorableText, and then nothing was kept.
        """
        reading = read_file(path, organisation=organisation, province=province, period=period, source=source)
        return self._reports.save_draft(reading, checksum=sha256(path.read_bytes()).hexdigest(), by=by)
