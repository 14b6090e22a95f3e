"""A balancer that takes next to nothing of the processor: each call goes, as it is, to the replica whose turn it is."""

import asyncio
import itertools
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
# What goes wrong with a connection that the other side has given up.
_GONE = (OSError, asyncio.IncompleteReadError)


@asynccontextmanager
async def balancer(replicas: list[str]) -> AsyncIterator[str]:
    """Its address; a replica that cannot be reached is passed over, of one that ends in the middle the call is lost."""
    turns = itertools.cycle(range(len(replicas)))

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        here = _Caller(replicas)
        try:
            while True:
                writer.write(await here.answer(await _message(reader), next(turns)))
        except _GONE:
            pass
        finally:
            here.close()
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


class _Caller:
    """One connection that came in, and those to the replicas that its calls go on by."""

    def __init__(self, replicas: list[str]) -> None:
        self._addresses = [replica.partition(":")[::2] for replica in replicas]
        self._open: dict[int, tuple[asyncio.StreamReader, asyncio.StreamWriter]] = {}

    async def answer(self, call: bytes, first: int) -> bytes:
        """Of that replica, or of the next that is there."""
        for number in range(first, first + len(self._addresses)):
            replica = number % len(self._addresses)
            try:
                reader, writer = await self._connected(replica)
            except OSError:
                continue
            try:
                writer.write(call)
                return await _message(reader)
            except _GONE:
                self._open.pop(replica)[1].close()
                raise
        raise ConnectionError("no replica is there")

    def close(self) -> None:
        """All of them."""
        for _, writer in self._open.values():
            writer.close()

    async def _connected(self, replica: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        known = self._open.get(replica)
        if known is None or known[0].at_eof() or known[1].is_closing():
            host, port = self._addresses[replica]
            self._open[replica] = known = await asyncio.open_connection(host, int(port))
        return known


async def _message(reader: asyncio.StreamReader) -> bytes:
    """A whole request or response with a length, as it came."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    return head + (await reader.readexactly(int(length[1])) if length else b"")
