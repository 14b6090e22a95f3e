"""A balancer that takes next to nothing of the processor: each connection goes, as it is, to the next replica that takes it."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_CHUNK = 65_536


@asynccontextmanager
async def balancer(replicas: list[str]) -> AsyncIterator[str]:
    """Its address; a replica that ends takes its connections with it, and whoever connects again comes to another."""
    turns = itertools.count()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            first = next(turns)
            for number in range(len(replicas)):
                host, _, port = replicas[(first + number) % len(replicas)].partition(":")
                try:
                    from_replica, to_replica = await asyncio.open_connection(host, int(port))
                except OSError:
                    continue
                await asyncio.gather(_pass(reader, to_replica), _pass(from_replica, writer))
                return
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """All that comes, until one of the two ends."""
    try:
        while chunk := await reader.read(_CHUNK):
            writer.write(chunk)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()
