"""A portal on 127.0.0.1 whose pages a test sets."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from knowledge.fetching.settings import FetchSettings

# Tests reach 127.0.0.1 as an office reaches its own portal; every other private address stays forbidden.
LOCAL = FetchSettings(private_hosts=frozenset({"127.0.0.1"}))


@dataclass
class Answer:
    """What the portal says under a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: threading.Event | None = None  # answers only once this is set


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    path: str
    headers: dict[str, str]


class Site:
    """What is not set is 404; a page with an ETag is 304 to whoever knows it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []

    def url(self, path: str) -> str:
        return f"{self.address}{path}"

    def page(self, path: str, body: str | bytes, *, type: str = "text/html; charset=utf-8", **headers: str) -> str:
        """The address of that page from now on."""
        said = {"Content-Type": type, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.answers[path] = Answer(body.encode() if isinstance(body, str) else body, headers=said)
        return self.url(path)

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]


@contextmanager
def open_site() -> Iterator[Site]:
    """The portal, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.site = site = Site(f"http://127.0.0.1:{server.server_port}")  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        for answer in site.answers.values():
            if answer.wait:
                answer.wait.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
        answer = site.answers.get(self.path, Answer(status=404))
        if answer.wait:
            answer.wait.wait(30)
        etag = answer.headers.get("ETag")
        is_known = etag is not None and self.headers.get("If-None-Match") == etag
        self.send_response(304 if is_known else answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        body = b"" if is_known else answer.body
        if not is_known:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:  # whoever asked has enough
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""
