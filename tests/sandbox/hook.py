"""A bot's side of a webhook, as bare as HTTP allows."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Hook:
    """Takes updates and answers with the statuses it was given, then with 200 and `answer`."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    answer: dict[str, Any] | None = None
    taken: "asyncio.Queue[tuple[dict[str, str], dict[str, Any]]]" = field(default_factory=asyncio.Queue)

    async def next(self) -> tuple[dict[str, str], dict[str, Any]]:
        """The headers and the update of the next request."""
        return await asyncio.wait_for(self.taken.get(), 10)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, one answer, the connection closed."""
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:-2]
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        body = await reader.readexactly(int(headers["content-length"]))
        status = self.statuses.pop(0) if self.statuses else 200
        said = json.dumps(self.answer).encode() if status == 200 and self.answer else b""
        head = f"HTTP/1.1 {status} Said\r\ncontent-length: {len(said)}\r\nconnection: close\r\n\r\n"
        writer.write(head.encode() + said)
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        self.taken.put_nowait((headers, json.loads(body)))


@asynccontextmanager
async def listening() -> AsyncIterator[Hook]:
    """A hook on a free port."""
    hook = Hook()
    server = await asyncio.start_server(hook.serve, "127.0.0.1", 0)
    hook.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    async with server:
        yield hook
