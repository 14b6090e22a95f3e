"""From a file to a checked draft in the store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from knowledge.facts import Doubt, Reading, ReportFacts
from knowledge.fields.amendments import carry
from knowledge.importing.checks import Kind, Known, find_doubts
from knowledge.importing.differences import Difference, compare
from knowledge.importing.files import parse_period, read_file
from knowledge.importing.header import Given
from knowledge.importing.known_reports import KnownReports
from knowledge.importing.lost_amendments import lost_doubts
from knowledge.importing.progress import Progress, Step, nobody_waits
from knowledge.importing.readers import DEFAULT, UnreadableFile
from knowledge.importing.readers.errors import Fault
from knowledge.importing.readers.reading import read_bytes
from knowledge.store.neighbours import Neighbours
from knowledge.store.reports import Reports, ReportState, ReportSummary, SavedDraft, UnknownReport

__all__ = ["Difference", "ForeignReport", "Importing", "Progress", "Step"]


class ForeignReport(ValueError):
    """The report is an organisation's that whoever sent it may not speak for; nothing was kept."""

    def __init__(self, organisation: str | None) -> None:
        super().__init__(organisation)
        self.organisation = organisation


def anybodys(_: str | None) -> bool:
    """Whoever has the machine may import for every organisation."""
    return True


class Importing:
    """Reads files, checks what they say, and keeps them as drafts."""

    def __init__(self, reports: Reports, neighbours: Neighbours, today: Callable[[], date]) -> None:
        self._reports = reports
        self._neighbours = neighbours
        self._known = KnownReports(neighbours)
        self._today = today

    def import_file(
        self,
        path: Path,
        *,
        by: int | None,
        organisation: str | None = None,
        province: str | None = None,
        period: str | None = None,
        source: str | None = None,
        may_keep: Callable[[str | None], bool] = anybodys,
        progress: Callable[[Progress], None] = nobody_waits,
    ) -> SavedDraft:
        """The draft of this file; of the same file again, that draft or report.

        A newer version keeps the organisation, province and period that were given for the one before, where its
        text says none.  Raises UnreadableFile, UnknownPeriod, UnstorableText, or, where the organisation is none that
        `may_keep` lets, ForeignReport, and then nothing was kept.
        """
        progress(Progress(Step.READING))
        given = Given(organisation, province, parse_period(period) if period else None, source)
        checksum = _checksum(path, given)
        if (same := self._reports.of_same_file(checksum)) is not None:
            _refuse_foreign(self._reports.summary(same).organisation, may_keep)
            return SavedDraft(same, "same")
        reading, before = self._read(path, given, progress)
        if not _is_report(reading, given):
            raise UnreadableFile(Fault.NO_REPORT)
        _refuse_foreign(reading.report.organisation, may_keep)
        if before and self._says_the_same(before, reading):
            return SavedDraft(before.id, "same")
        progress(Progress(Step.CHECKING))
        doubts = self._doubts(reading)
        progress(Progress(Step.SAVING))
        return self._reports.save_draft(replace(reading, doubts=doubts), checksum=checksum, by=by)

    def read_checked(
        self,
        path: Path,
        *,
        organisation: str | None = None,
        province: str | None = None,
        period: str | None = None,
        source: str | None = None,
    ) -> tuple[Reading, str]:
        """What the file says with the doubts about it, and its checksum; nothing is kept. Raises as `import_file`."""
        given = Given(organisation, province, parse_period(period) if period else None, source)
        reading, _ = self._read(path, given, nobody_waits)
        return replace(reading, doubts=self._doubts(reading)), _checksum(path, given)

    def check_again(self, report_id: int) -> None:
        """Bring the draft's doubts in line with what was published since; anything but a draft stays as it is."""
        reading = self._reports.reading(report_id)
        doubts = self._doubts(reading)
        if doubts != reading.doubts:
            try:
                self._reports.set_doubts(report_id, doubts)
            except UnknownReport:
                return

    def difference(self, report_id: int) -> Difference | None:
        """What this draft would change of the published version; None where it replaces none."""
        replaced = self._reports.replaced_by(report_id)
        if replaced is None:
            return None
        return compare(self._reports.reading(replaced), self._reports.reading(report_id))

    def _read(
        self, path: Path, given: Given, progress: Callable[[Progress], None]
    ) -> tuple[Reading, ReportSummary | None]:
        """What the file says, and the version before it, whose given data it keeps."""
        reading = read_file(path, given, progress)
        before = self._reports.previous(reading)
        if before and (with_kept := _with_kept(given, reading.report, before)) != given:
            reading = read_file(path, with_kept, progress)
        older = self._amended(reading)
        return (carry(older, reading).reading if older else reading), before

    def _amended(self, reading: Reading) -> Reading | None:
        """The version that answers (or else was the newest) of this report, if something was corrected in it by hand."""
        before = self._reports.previous(reading)
        if before is None:
            return None
        answering = None if before.state is ReportState.PUBLISHED else self._reports.replaced_by(before.id)
        older = self._reports.reading(answering or before.id)
        return older if older.amendments else None

    def _doubts(self, reading: Reading) -> tuple[Doubt, ...]:
        documents = tuple(self._neighbours.dated(reading))
        return (
            *(
                doubt for doubt in reading.doubts if doubt.code == Kind.RECOGNISED
            ),  # which the text itself does not tell
            *self._lost_amendments(reading),
            *find_doubts(reading, Known(self._known.beside(reading), documents), self._today()),
        )

    def _lost_amendments(self, reading: Reading) -> tuple[Doubt, ...]:
        """What was corrected by hand before and this version does not let stand."""
        older = self._amended(reading)
        return tuple(lost_doubts(carry(older, reading), reading)) if older and older != reading else ()

    def _says_the_same(self, before: ReportSummary, reading: Reading) -> bool:
        """Another file that comes out as what waits or answers already, such as the same text saved anew."""
        is_here = before.state in (ReportState.DRAFT, ReportState.PUBLISHED)
        return is_here and replace(self._reports.reading(before.id), doubts=()) == replace(reading, doubts=())


def _refuse_foreign(organisation: str | None, may_keep: Callable[[str | None], bool]) -> None:
    if not may_keep(organisation):
        raise ForeignReport(organisation)


def _is_report(reading: Reading, given: Given) -> bool:
    """Whether anything was read in it: its own number, body or period, or one fact. Letters alone are no report."""
    said = reading.report
    has_facts = any(s.citations or s.figures or s.task for s in reading.statements)
    return bool(has_facts or said.number or said.period or (said.organisation and not given.organisation))


def _with_kept(given: Given, report: ReportFacts, before: ReportSummary) -> Given:
    """The given data and, where neither they nor the text say it, what the version before was given."""
    return replace(
        given,
        organisation=given.organisation or (before.organisation if not report.organisation else None),
        province=given.province or (before.province if not report.province else None),
        period=given.period or (before.period if not report.period else None),
    )


def _checksum(path: Path, given: Given) -> str:
    """Of the file and of what was said beside it: with another organisation it reads differently.

    Raises UnreadableFile where there is none, or one too large to be read.
    """
    said = "".join(f"|{part}" for part in (given.organisation, given.province, given.period) if part)
    return sha256(read_bytes(path, DEFAULT) + said.encode()).hexdigest()
