"""What an address is, and which reports it names: decided from its content, in a process that can be ended."""

import json
import sys
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from knowledge.fetching.fetcher import Fetched
from knowledge.fetching.files import as_file
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.html import metadata
from knowledge.importing.readers.limits import DEFAULT, START_SECONDS
from knowledge.importing.readers.programs import run
from knowledge.importing.readers.sniffing import sniff
from knowledge.sources.feeds import is_feed, read_feed
from knowledge.sources.links import Findings, Link, SourceKind
from knowledge.sources.listings import attached_files, links_to_reports, open_page
from knowledge.sources.titles import is_report_title


def find_reports(fetched: Fetched, kind: SourceKind | None = None) -> Findings:
    """What is there: as `kind` where it is known what the address is, else as what it looks like.

    Raises UnreadableFile of what is neither page, feed nor document, or takes too long to tell.
    """
    with as_file(fetched) as path:
        given = [str(path), fetched.address, fetched.content_type, kind.value if kind else ""]
        command = [sys.executable, "-P", "-m", "knowledge.sources", *given]
        packed, _ = run(command, START_SECONDS + DEFAULT.clock_seconds)
    try:
        return _unpack(json.loads(packed))
    except (ValueError, TypeError, KeyError):  # the process was ended before it could say anything
        raise UnreadableFile(Fault.TOO_SLOW, limit=f"{DEFAULT.seconds:g}") from None


def find_in_file(path: Path, address: str, content_type: str, kind: SourceKind | None) -> Findings:
    """As `find_reports`, in this process."""
    content = path.read_bytes()
    if is_feed(content) and kind is not SourceKind.PAGE:
        title, links = read_feed(content, address)
        return Findings(SourceKind.FEED, title, links)
    if kind is SourceKind.FEED:
        raise UnreadableFile(Fault.DAMAGED, format="RSS, Atom")
    if sniff(content, "page.html" if "html" in content_type else path.name) != "html":
        return Findings(SourceKind.PAGE, path.name, (Link(address, path.name),))
    return _find_in_page(open_page(content), address, kind)


def pack(findings: Findings) -> bytes:
    """The findings as JSON."""
    links = [[link.address, link.title] for link in findings.links]
    found = {"kind": findings.kind, "title": findings.title, "links": links, "files": findings.files}
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")


def pack_error(error: UnreadableFile) -> bytes:
    """The error as JSON."""
    return json.dumps({"fault": error.code, "details": error.details}, ensure_ascii=False).encode()


def _find_in_page(page: LexborHTMLParser, address: str, kind: SourceKind | None) -> Findings:
    title = metadata.find_title(page)
    if kind is SourceKind.PAGE or (kind is None and _is_one_report(page, title)):
        link = Link(address, title or address)
        return Findings(SourceKind.PAGE, title, (link,), attached_files(page, address))
    return Findings(SourceKind.LISTING, title, links_to_reports(page, address))


def _is_one_report(page: LexborHTMLParser, title: str | None) -> bool:
    """A page that is a report says so in its title; lists are called after what they list, without a period."""
    headings = [node.text(separator=" ") or "" for node in page.css("h1")[:3]]
    return any(is_report_title(words) for words in (title or "", *headings))


def _unpack(data: dict[str, Any]) -> Findings:
    if "fault" in data:
        raise UnreadableFile(Fault(data["fault"]), **data["details"])
    links = tuple(Link(address, title) for address, title in data["links"])
    return Findings(SourceKind(data["kind"]), data["title"], links, tuple(data["files"]))
