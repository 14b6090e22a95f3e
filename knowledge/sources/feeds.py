"""Reports in an RSS or Atom feed."""

import io
import re
from typing import Any

from knowledge.fetching.addresses import canonical
from knowledge.fetching.errors import CannotFetch
from knowledge.grammar.folding import compose
from knowledge.importing.readers.building import tidy
from knowledge.lazily import lazily
from knowledge.sources.links import Link
from knowledge.sources.titles import is_report_title

_parse = lazily("feedparser", "parse")  # most sources are pages
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def is_feed(content: bytes) -> bool:
    """Whether it begins as a feed does, whatever type the server gives it."""
    return _FEED.search(content[:4096].replace(b"\0", b"")) is not None


def read_feed(content: bytes, address: str) -> tuple[str | None, tuple[Link, ...]]:
    """What the feed calls itself, and each report that it names, once; of what is no feed, nothing.

    feedparser reads no external entities and drops what a document type declares of others.
    """
    # Given bytes it would take them for an address or a file's name if they looked like one.
    feed = _parse(io.BytesIO(content), sanitize_html=True, resolve_relative_uris=False)
    found: dict[str, Link] = {}
    for entry in feed.entries:
        target, title = _target(entry, address), _plain(entry.get("title"))
        if target and is_report_title(title):
            found.setdefault(target, Link(target, title))
    return _plain(feed.feed.get("title")) or None, tuple(found.values())


def _plain(words: Any) -> str:
    return tidy(_TAG.sub(" ", compose(str(words or ""))))


def _target(entry: Any, base: str) -> str | None:
    """The entry's page, else the file that it encloses."""
    links = [entry.get("link"), *(enclosed.get("href") for enclosed in entry.get("enclosures", []))]
    for link in filter(None, links):
        try:
            return canonical(str(link), base=base)
        except CannotFetch:
            continue
    return None
