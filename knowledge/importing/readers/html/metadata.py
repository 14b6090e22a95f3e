"""What a page's metadata say: its title, when it was published, and its address."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from knowledge.importing.readers.building import tidy

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "date",
    "og:article:published_time",
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_UNSET = re.compile(r"^0*1[/-]0*1[/-]0*1\b|^0001-01-01|^1970-01-01")


def find_title(page: LexborHTMLParser) -> str | None:
    """The page's title as it gives it to others (og:title), else its window title."""
    named = _meta(page, ("og:title", "twitter:title"))
    window = page.css_first("head > title") or page.css_first("title")
    return named or (tidy(window.text()) if window else "") or None


def find_published(page: LexborHTMLParser) -> str | None:
    """The publication date that the metadata name, as written; a placeholder such as 1/1/0001 is none."""
    candidates = [_meta(page, _PUBLISHED), *_linked_data(page), *_marked_times(page)]
    return next((c for c in candidates if c and re.search(r"\d", c) and not _UNSET.match(c)), None)


def find_source(page: LexborHTMLParser, html: str) -> str | None:
    """The address that the page was saved from, or says it is at."""
    if saved := _SAVED_FROM.search(html[:4000]):
        return saved[1]
    link = page.css_first('link[rel="canonical"]')
    address = (link.attributes.get("href") if link else None) or _meta(page, ("og:url",))
    return address if address and address.startswith(("http://", "https://")) else None


def find_charset(head: bytes) -> str | None:
    """The encoding that the page's first bytes declare."""
    match = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", head[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else None


def _meta(page: LexborHTMLParser, names: tuple[str, ...]) -> str | None:
    found: dict[str, str] = {}
    for node in page.css("meta"):
        given = node.attributes
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if content := tidy(given.get("content") or ""):
            found.setdefault(name.lower(), content)
    return next((found[name] for name in names if name in found), None)


def _linked_data(page: LexborHTMLParser) -> Iterator[str]:
    """`datePublished` of JSON-LD."""
    for node in page.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text() or "")
        except (ValueError, RecursionError):
            continue
        for entry in _entries(data):
            if isinstance(date := entry.get("datePublished"), str):
                yield tidy(date)


def _entries(data: Any) -> Iterator[dict[str, Any]]:
    listed = data if isinstance(data, list) else [data]
    for entry in listed:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            yield from (e for e in graph if isinstance(e, dict)) if isinstance(graph, list) else ()


def _marked_times(page: LexborHTMLParser) -> Iterator[str]:
    """`<time datetime>` and what is marked as datePublished."""
    for node in page.css("[itemprop=datePublished], article time, time.published, time.entry-date, time[pubdate]"):
        yield tidy(node.attributes.get("datetime") or node.attributes.get("content") or node.text())
