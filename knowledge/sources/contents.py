"""What is in a file that an address gave, and which reports it names; called only in a process that can be ended."""

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.html import metadata
from knowledge.importing.readers.sniffing import sniff
from knowledge.sources.feeds import is_feed, read_feed
from knowledge.sources.links import Findings, Link, SourceKind
from knowledge.sources.listings import attached_files, links_to_reports, open_page
from knowledge.sources.titles import is_report_title


def find_in_file(path: Path, address: str, content_type: str, kind: str) -> str:
    """The findings as JSON: as `kind` where it is known what the address is, else as what it looks like; raises UnreadableFile."""
    return _pack(_find(path, address, content_type, SourceKind(kind) if kind else None))


def unpack(packed: str) -> Findings:
    """The findings that were packed."""
    data = json.loads(packed)
    links = tuple(Link(address, title) for address, title in data["links"])
    return Findings(SourceKind(data["kind"]), data["title"], links, tuple(data["files"]))


def _find(path: Path, address: str, content_type: str, kind: SourceKind | None) -> Findings:
    content = path.read_bytes()
    if is_feed(content) and kind is not SourceKind.PAGE:
        title, links = read_feed(content, address)
        return Findings(SourceKind.FEED, title, links)
    if kind is SourceKind.FEED:
        raise UnreadableFile(Fault.DAMAGED, format="RSS, Atom")
    if sniff(content, "page.html" if "html" in content_type else path.name) != "html":
        return Findings(SourceKind.PAGE, path.name, (Link(address, path.name),))
    return _find_in_page(open_page(content), address, kind)


def _pack(findings: Findings) -> str:
    links = [[link.address, link.title] for link in findings.links]
    found = {"kind": findings.kind, "title": findings.title, "links": links, "files": findings.files}
    # A page may hold halves of letters, which cannot be sent on.
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace").decode()


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
