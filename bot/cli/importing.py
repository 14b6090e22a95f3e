"""`cchc import`: reports from files or addresses, as drafts or published at once."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from bot.beginning import stand_back
from bot.cli.draft_summary import describe
from bot.cli.progress import Bar, shown_progress
from bot.explaining import Failed
from bot.storing import opened_store
from handlers.words import LANGUAGES, Catalogue, Words
from knowledge.bootstrap import Knowledge
from knowledge.fetching.addresses import is_address
from knowledge.fetching.errors import CannotFetch
from knowledge.fetching.files import fetched_file
from knowledge.importing.files import UnknownPeriod, parse_period
from knowledge.importing.readers import UnreadableFile
from knowledge.store.reports import ReportState, SavedDraft, UnstorableText

_OUTCOMES = {
    "new": "saved as a draft",
    "same": "is here already",
    "version": "saved as a newer version of a report that is here",
}


@click.command("import")
@click.argument("sources", metavar="FILE|URL...", nargs=-1, required=True)
@click.option("--publish", is_flag=True, help="Publish each at once; whoever follows it is told.")
@click.option("--silent", is_flag=True, help="With --publish: tell nobody.")
@click.option("--organisation", help="Whose report it is, where the text does not say.")
@click.option("--province", help="Of which province, where the text does not say.")
@click.option("--period", help='Of which period, where the text does not say: "quý I/2019".')
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Of the summaries.")
def import_command(
    sources: tuple[str, ...],
    publish: bool,
    silent: bool,
    organisation: str | None,
    province: str | None,
    period: str | None,
    language: str,
) -> None:
    """Import reports (txt, md, html, ...) as drafts, or with --publish for everybody.

    What cannot be read is named and left out; then the exit code is 1.
    """
    given = Given(organisation, province, _checked(period))
    stand_back()
    with opened_store() as (knowledge, _), shown_progress(len(sources)) as bar:
        words = Catalogue().words(language)
        job = Job(knowledge, given, publish=publish, notify=not silent, say=bar.say, words=words, bar=bar)
        failed = [source for n, source in enumerate(sources, 1) if not job.run(source, f"[{n}/{len(sources)}]")]
    if failed:
        click.echo(f"cchc: {len(failed)} of {len(sources)} could not be imported", err=True)
        sys.exit(1)


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of the reports beside what they say themselves."""

    organisation: str | None = None
    province: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Imports one source after the other and says what became of each."""

    knowledge: Knowledge
    given: Given
    publish: bool
    notify: bool
    say: Callable[[str], object]
    words: Words
    bar: Bar

    def run(self, source: str, progress: str) -> bool:
        """Whether it was imported."""
        self.bar.begin(source)
        try:
            with self._file(source) as path:
                saved = self._save(path, source)
        except (UnreadableFile, UnstorableText, CannotFetch) as error:
            reason = error.in_language("en") if isinstance(error, UnreadableFile) else str(error)
            self.bar.fail(f"{progress} {source}: {reason}")
            return False
        self.say(f"{progress} {source}: {self._settle(saved)}")
        return True

    def _file(self, source: str) -> AbstractContextManager[Path]:
        return fetched_file(self.knowledge.fetcher, source) if is_address(source) else nullcontext(Path(source))

    def _save(self, path: Path, source: str) -> SavedDraft:
        return self.knowledge.importing.import_file(
            path,
            by=None,
            organisation=self.given.organisation,
            province=self.given.province,
            period=self.given.period,
            source=source if is_address(source) else path.name,
            progress=self.bar.tell,
        )

    def _settle(self, saved: SavedDraft) -> str:
        """What became of it, and under it what was found; an older draft is checked anew, for more may be published by now."""
        reports, importing = self.knowledge.reports, self.knowledge.importing
        report = reports.summary(saved.report_id)
        if report.state is not ReportState.DRAFT:
            return f"{_OUTCOMES['same']} ({report.number or report.title})"
        if saved.outcome == "same":
            importing.check_again(report.id)
        difference = importing.difference(report.id)
        summary = describe(report, reports.reading(report.id), difference, self.words)
        if not self.publish:
            return f"{_OUTCOMES[saved.outcome]}\n{summary}"
        publication = reports.publish(report.id, by=None, notify=self.notify)
        return f"published, {publication.recipients} to be told\n{summary}"


def _checked(period: str | None) -> str | None:
    try:
        if period:
            parse_period(period)
    except UnknownPeriod:
        raise Failed(f'{period!r} is no period; write it as "quý I/2019", "6 tháng đầu năm 2019"') from None
    return period
