"""`cchc source`: watched sources from the shell."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from bot.explaining import Failed
from bot.settings import Settings
from bot.storing import opened_store
from knowledge.bootstrap import Knowledge
from knowledge.fetching.errors import CannotFetch
from knowledge.importing.files import UnknownPeriod
from knowledge.importing.readers import UnreadableFile
from knowledge.sources.links import Findings
from knowledge.sources.news import FoundReport, SourceNews
from knowledge.sources.source import ItemState, Source, UnknownSource
from knowledge.sources.watcher import SourceBusy

_KINDS = {"listing": "a page that lists reports", "feed": "a feed", "page": "one report"}


@click.group("source")
def source_command() -> None:
    """Watch portals for new reports: listing pages, RSS and Atom feeds, single pages."""


@source_command.command("add")
@click.argument("address", metavar="URL")
@click.option("--organisation", help="Whose reports they are, where they do not say.")
@click.option("--province", help="Of which province, where they do not say.")
@click.option("--period", help='Of which period, where they do not say: "quý I/2019".')
@click.option("--trusted", is_flag=True, help="Publish what is found without a look.")
@click.option("--only-new", is_flag=True, help="Leave alone what is there now; import what comes.")
def add(
    address: str, organisation: str | None, province: str | None, period: str | None, trusted: bool, only_new: bool
) -> None:
    """Watch this address from now on."""
    with _opened() as (knowledge, _):
        findings = knowledge.watcher.test(address)
        given = {"organisation": organisation, "province": province, "period": period}
        proposed = knowledge.sources.propose(address, findings.kind, findings.title, by=None, **given)
        if proposed.state != "proposed":
            raise Failed(f"{proposed.address} is on the list already, as number {proposed.id}")
        source = knowledge.sources.add(proposed.id, by=None, is_new_only=only_new)
        if trusted:
            knowledge.sources.trust(source.id, by=None)
        _show(findings)
        click.echo(
            f"Watched as number {source.id}. `cchc run` looks at it; `cchc source check {source.id}` does so now."
        )


@source_command.command("list")
def list_sources() -> None:
    """All sources with their state and last error."""
    with _opened() as (knowledge, settings):
        sources = knowledge.sources.listing()
        for source in sources:
            click.echo(_line(source, knowledge.sources.counts(source.id), settings.zone))
        if not sources:
            click.echo("No source is watched. Add one with `cchc source add URL`.")


@source_command.command("test")
@click.argument("address", metavar="URL")
def test(address: str) -> None:
    """Show what would be found there; imports nothing."""
    with _opened() as (knowledge, _):
        _show(knowledge.watcher.test(address))


@source_command.command("pause")
@click.argument("source", metavar="NUMBER|URL")
def pause(source: str) -> None:
    """Do not look at it until it is resumed."""
    _change(source, lambda knowledge, number: knowledge.sources.pause(number, by=None), "paused")


@source_command.command("resume")
@click.argument("source", metavar="NUMBER|URL")
def resume(source: str) -> None:
    """Look at it again."""
    _change(source, lambda knowledge, number: knowledge.sources.resume(number, by=None), "watched")


@source_command.command("trust")
@click.argument("source", metavar="NUMBER|URL")
@click.option("--no", is_flag=True, help="Keep what is found as drafts again.")
def trust(source: str, no: bool) -> None:
    """Publish what is found there from now on without a look."""
    words = "no longer trusted" if no else "trusted"
    _change(source, lambda knowledge, number: knowledge.sources.trust(number, by=None, is_trusted=not no), words)


@source_command.command("remove")
@click.argument("source", metavar="NUMBER|URL")
def remove(source: str) -> None:
    """Watch it no longer; the reports that came from it stay."""
    _change(source, lambda knowledge, number: knowledge.sources.remove(number, by=None), "removed")


@source_command.command("check")
@click.argument("source", metavar="[NUMBER|URL]", required=False)
def check(source: str | None) -> None:
    """Look now, at one source or at all that are watched; exits 1 if any could not be looked at."""
    with _opened() as (knowledge, _):
        listed = [s for s in knowledge.sources.listing() if s.state == "watched"]
        sources = [_find(knowledge, source)] if source else listed
        results = [_check(knowledge, one) for one in sources]
    if not all(results):
        sys.exit(1)


def _check(knowledge: Knowledge, source: Source) -> bool:
    try:
        news = knowledge.watcher.look_at(source.id)
    except SourceBusy:
        click.echo(f"{source.id} {source.name}: another process is looking at it just now", err=True)
        return False
    if news.trouble:
        click.echo(f"{source.id} {source.name}: {news.trouble.in_language('en')}", err=True)
        return False
    for line in _found(news):
        click.echo(f"{source.id} {source.name}: {line}")
    return True


def _found(news: SourceNews) -> Iterator[str]:
    for report in news.reports:
        yield f"{_what_became(report)}: {report.number or report.title} (report {report.report_id})"
    for missed in news.unreadable:
        yield f"cannot be read: {missed.address}: {missed.trouble.in_language('en')}"
    if not news.reports and not news.unreadable:
        yield "nothing new"


def _what_became(report: FoundReport) -> str:
    if report.is_published:
        return f"published, {report.told} to be told"
    return "saved as a newer version, a draft" if report.is_version else "saved as a draft"


def _show(findings: Findings) -> None:
    with_reports = "" if findings.kind == "page" else f" with {len(findings.links)} report(s)"
    click.echo(f"{findings.title or 'This'} is {_KINDS[findings.kind]}{with_reports}.")
    for link in findings.links:
        click.echo(f"  {link.title}\n    {link.address}")
    if not findings.links:
        click.echo('Reports are known by titles such as "Báo cáo cải cách hành chính quý I năm 2024".')


def _line(source: Source, counts: dict[ItemState, int], zone: ZoneInfo) -> str:
    flags = [source.kind.value, source.state.value, *(["trusted"] if source.is_trusted else [])]
    found = ", ".join(f"{count} {state.value}" for state, count in sorted(counts.items())) or "nothing found"
    looked = f"looked at {_time(source.last_looked_at, zone)}" if source.last_looked_at else "not looked at yet"
    lines = [f"{source.id}  {source.address}", f"   {source.name}: {', '.join(flags)}; {looked}; {found}"]
    if source.trouble:
        again = _time(source.next_look_at, zone)
        lines.append(f"   {source.trouble.in_language('en')} (failed {source.failures} times, next try {again})")
    return "\n".join(lines)


def _time(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d/%m/%Y %H:%M}"


def _change(words: str, change: Callable[[Knowledge, int], Source], outcome: str) -> None:
    with _opened() as (knowledge, _):
        source = change(knowledge, _find(knowledge, words).id)
        click.echo(f"{source.id} {source.name}: {outcome}")


def _find(knowledge: Knowledge, words: str) -> Source:
    try:
        return knowledge.sources.find(words)
    except UnknownSource:
        raise Failed(f"{words} is not on the list; `cchc source list` shows what is") from None


@contextmanager
def _opened() -> Iterator[tuple[Knowledge, Settings]]:
    try:
        with opened_store() as opened:
            yield opened
    except CannotFetch as error:
        raise Failed(str(error)) from None
    except UnreadableFile as error:
        raise Failed(error.in_language("en")) from None
    except UnknownPeriod as error:
        raise Failed(f'{error} is no period; write it as "quý I/2019", "6 tháng đầu năm 2019"') from None
