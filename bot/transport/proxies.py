"""Which proxy leads to an address: the one of the settings, or else the environment's."""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_of_environment(url: str) -> str | None:
    """What HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say about this address."""
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    return None if proxy is None or proxy_bypass(parts.netloc) else proxy
