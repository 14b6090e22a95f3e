"""HTTP POST over kept connections, as fast as the sandbox's own side of a webhook needs it.

httpx's pool takes several milliseconds a request when many are under way; capacity tests send thousands.
"""

import asyncio
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

_Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class PostError(Exception):
    """The request did not get an answer; the words say why."""


@dataclass(frozen=True, slots=True)
class PostAnswer:
    """What came back."""

    status: int
    reason: str
    body: bytes


class Poster:
    """Posts bodies, keeping idle connections for the next."""

    def __init__(self) -> None:
        self._idle: dict[tuple[str | None, int], list[_Connection]] = {}

    async def post(self, url: str, body: bytes, headers: dict[str, str], *, timeout_seconds: float) -> PostAnswer:
        """The answer; raises PostError where there is none in time."""
        address = urlsplit(url)
        try:
            async with asyncio.timeout(timeout_seconds):
                return await self._post(address, _request(address, body, headers))
        except ConnectionRefusedError:
            raise PostError("Connection refused") from None
        except TimeoutError:
            raise PostError("Read timeout expired") from None
        except (OSError, EOFError, ValueError) as error:
            raise PostError(f"Connection closed: {type(error).__name__}") from None

    async def _post(self, address: SplitResult, request: bytes) -> PostAnswer:
        place = (address.hostname, address.port or (443 if address.scheme == "https" else 80))
        idle = self._idle.setdefault(place, [])
        while idle:
            connection = idle.pop()
            if connection[0].at_eof() or connection[1].is_closing():
                connection[1].close()
                continue
            try:
                return await self._exchange(place, connection, request)
            except (ConnectionError, EOFError):
                break  # it had gone stale: once more on a new one; updates may come twice anyway
        tls = ssl.create_default_context() if address.scheme == "https" else None
        connection = await asyncio.open_connection(*place, ssl=tls)
        return await self._exchange(place, connection, request)

    async def _exchange(self, place: tuple[str | None, int], connection: _Connection, request: bytes) -> PostAnswer:
        reader, writer = connection
        is_done = False
        try:
            writer.write(request)
            await writer.drain()
            answer, is_kept = await _read_answer(reader)
            is_done = is_kept
        finally:
            if is_done:
                self._idle[place].append(connection)
            else:
                writer.close()
        return answer

    def close(self) -> None:
        """Closes the idle connections."""
        for connections in self._idle.values():
            for _, writer in connections:
                writer.close()
        self._idle.clear()


def _request(address: SplitResult, body: bytes, headers: dict[str, str]) -> bytes:
    path = (address.path or "/") + (f"?{address.query}" if address.query else "")
    lines = [f"POST {path} HTTP/1.1", f"Host: {address.netloc}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def _read_answer(reader: asyncio.StreamReader) -> tuple[PostAnswer, bool]:
    """The answer, and whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    status, _, reason = head[0].partition(" ")[2].partition(" ")
    fields = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
    is_kept = fields.get("connection") != "close"
    if fields.get("transfer-encoding") == "chunked":
        body = await _read_chunks(reader)
    elif "content-length" in fields:
        body = await reader.readexactly(int(fields["content-length"]))
    elif status == "204":
        body = b""
    else:
        body, is_kept = await reader.read(), False
    return PostAnswer(int(status), reason, body), is_kept


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readuntil(b"\r\n")
    return body
