"""A server for one test that does with each request what the test says, down to the socket."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

ANSWER = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"B","username":"b"}}'


@dataclass
class Peer:
    """The other end of one connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def request(self) -> bytes:
        """The head of the next request; empty when the connection has ended."""
        try:
            head = await self.reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return b""
        lengths = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        await self.reader.readexactly(int(lengths[0]) if lengths else 0)
        return head

    async def answer(self, status: str = "200 OK", body: bytes = ANSWER) -> None:
        """Send it."""
        self.writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        await self.writer.drain()


@dataclass
class Wire:
    """The server's address and the heads of the requests that came."""

    address: str
    heads: list[bytes] = field(default_factory=list)
    connections: int = 0


@asynccontextmanager
async def serve(behave: Callable[[Peer], Awaitable[None]]) -> AsyncIterator[Wire]:
    """Each connection's requests go to `behave`, one at a time; whoever returns closes the connection."""
    wire = Wire("")
    writers: list[asyncio.StreamWriter] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        wire.connections += 1
        writers.append(writer)
        peer = Peer(reader, writer)
        try:
            while head := await peer.request():
                wire.heads.append(head)
                await behave(peer)
        finally:
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    wire.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield wire
    finally:
        for writer in writers:
            writer.transport.abort()
        server.close()
        await server.wait_closed()
