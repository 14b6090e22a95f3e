"""Manners towards sites that are looked at regularly: what they forbid is left alone, and nothing comes in a rush."""

import threading
from collections.abc import Callable
from time import monotonic

import httpx
from protego import Protego

from knowledge.fetching.errors import CannotFetch, FetchFault
from knowledge.fetching.fetcher import Fetched, Fetcher
from knowledge.fetching.settings import PAUSE_SECONDS

# A site that wants longer pauses than this would hold up all others.
LONGEST_PAUSE_SECONDS = 20.0
# RFC 9309, 2.4, allows a day; rules are seldom changed, and an hour costs a site nothing.
RULES_KEPT_SECONDS = 3600.0
# RFC 9309, 2.5: at least 500 kibibytes must be read.
MOST_RULES_BYTES = 600_000
RULES_SECONDS = 20.0

# A 429 is a server in trouble.
_NO_RULES = frozenset(str(status) for status in range(400, 500) if status != 429)

Wait = Callable[[float], object]


class PoliteFetcher:
    """A fetcher that obeys robots.txt and leaves each host a pause; for any number of threads."""

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        wait: Wait,
        now: Callable[[], float] = monotonic,
        pause_seconds: float = PAUSE_SECONDS,
    ) -> None:
        self._fetcher = fetcher
        self._wait = wait
        self._now = now
        self._pause_seconds = pause_seconds
        self._rules: dict[str, tuple[float, Protego]] = {}
        self._free_at: dict[str, float] = {}
        self._lock = threading.Lock()

    def get(
        self,
        address: str,
        *,
        most_bytes: int,
        seconds: float,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> Fetched:
        """As `Fetcher.get`, when it is this host's turn; raises CannotFetch(ROBOTS) of what the site forbids."""
        rules = self._rules_for(httpx.URL(address))
        agent = self._fetcher.settings.user_agent
        if not rules.can_fetch(address, agent):
            raise CannotFetch(FetchFault.ROBOTS, host=httpx.URL(address).host)
        self._take_turn(httpx.URL(address).host, rules.crawl_delay(agent) or 0.0)
        return self._fetcher.get(
            address, etag=etag, last_modified=last_modified, most_bytes=most_bytes, seconds=seconds
        )

    def _take_turn(self, host: str, asked_seconds: float) -> None:
        pause = min(max(self._pause_seconds, asked_seconds), LONGEST_PAUSE_SECONDS)
        with self._lock:
            now = self._now()
            begin = max(now, self._free_at.get(host, now))
            self._free_at[host] = begin + pause
        if begin > now:
            self._wait(begin - now)

    def _rules_for(self, url: httpx.URL) -> Protego:
        site = str(url.copy_with(raw_path=b"/robots.txt"))
        known = self._rules.get(site)
        if known is None or self._now() - known[0] > RULES_KEPT_SECONDS:
            known = self._rules[site] = (self._now(), self._read_rules(site, url.host))
        return known[1]

    def _read_rules(self, site: str, host: str) -> Protego:
        """RFC 9309, 2.3.1: what is not there forbids nothing, a server in trouble everything for now."""
        self._take_turn(host, 0.0)
        try:
            said = self._fetcher.get(site, most_bytes=MOST_RULES_BYTES, seconds=RULES_SECONDS)
        except CannotFetch as error:
            if error.code not in (FetchFault.STATUS, FetchFault.TOO_LARGE):
                raise
            if error.details.get("status", "") in _NO_RULES:
                return Protego.parse("")
            raise CannotFetch(FetchFault.ROBOTS_AWAY, retry_after=error.retry_after, host=host) from None
        return Protego.parse(said.content.decode("utf-8", "replace"))
