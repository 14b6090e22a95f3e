"""Web addresses: what is one, and when two are the same page."""

import re

import httpx

from knowledge.fetching.errors import CannotFetch, FetchFault

# What portals and social networks add to count visits; the page is the same without.
_COUNTING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc|jsessionid|phpsessid|sessionid", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
# Longer addresses are none that a person typed or a portal made.
MOST_CHARACTERS = 2000


def is_address(name: str) -> bool:
    """Whether this is an address rather than a file; of another scheme than http and https it is never fetched."""
    return re.match(r"[a-z][a-z0-9+.-]+://", name, re.IGNORECASE) is not None


def canonical(address: str, *, base: str = "") -> str:
    """The address in its one proper form, relative ones against `base`; raises CannotFetch(BAD_ADDRESS).

    Without fragment, session and visit counters, the host in lower case, the default port left out.
    """
    try:
        url = httpx.URL(base).join(address.strip()) if base else httpx.URL(address.strip())
        is_proper = url.scheme in ("http", "https") and url.host and not url.userinfo and len(address) < MOST_CHARACTERS
    except (httpx.InvalidURL, TypeError, ValueError):
        raise CannotFetch(FetchFault.BAD_ADDRESS) from None
    if not is_proper:
        raise CannotFetch(FetchFault.BAD_ADDRESS)
    return str(_without_counters(url.copy_with(fragment=None)))


def same_page(address: str) -> str:
    """What all ways to write the address of one page share: http or https, with www or without."""
    url = httpx.URL(address)
    port = f":{url.port}" if url.port else ""
    path = url.raw_path.decode("ascii")
    return url.host.removeprefix("www.") + port + (path.rstrip("/") if "?" not in path else path)


def _without_counters(url: httpx.URL) -> httpx.URL:
    raw, _, query = url.raw_path.decode("ascii").partition("?")
    kept = "&".join(part for part in query.split("&") if part and not _COUNTING.fullmatch(part.partition("=")[0]))
    path = _SESSION.sub("", raw)
    return url.copy_with(raw_path=f"{path}?{kept}".encode("ascii") if kept else path.encode("ascii"))
