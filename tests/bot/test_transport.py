"""Requests over real sockets: what arrives, and whether an error says rightly that something may have."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.sandbox.client import Sandbox
from bot.transport import Intercepted, NotSent, ServerFailed, Transport, may_have_arrived
from bot.transport.proxies import proxy_of_environment
from tests.bot.wire import Peer, serve

TOKEN = "1:very-secret"
REQUESTS = 5


@asynccontextmanager
async def open_transport(*, connections: int = 4, proxy: str | None = None) -> AsyncIterator[Transport]:
    transport = Transport(connections=connections, proxy=proxy)
    async with transport:
        yield transport


async def error_of(behave: Callable[[Peer], Awaitable[None]], **timeouts: float) -> Exception:
    """The error of a request to such a server."""
    async with serve(behave) as wire, open_transport() as transport:
        with pytest.raises(NetworkError) as caught:
            await transport.post(f"{wire.address}/bot{TOKEN}/sendMessage", **timeouts)
    return caught.value


async def hang_up(peer: Peer) -> None:
    peer.writer.transport.abort()


async def say_nothing(peer: Peer) -> None:
    await peer.reader.read()


async def test_a_connection_is_kept_for_the_next_request():
    async with serve(Peer.answer) as wire, open_transport() as transport:
        for _ in range(5):
            await transport.post(f"{wire.address}/bot{TOKEN}/getMe")
    assert wire.connections == 1


def answer_and_close(listening: socket.socket, closed: threading.Event) -> None:
    """Answers each connection's first request as if more could follow, and closes it; says so."""
    body = b'{"ok":true,"result":true}'
    for _ in range(REQUESTS):
        connection, _ = listening.accept()
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        connection.close()
        closed.set()


async def test_no_request_is_written_to_a_connection_that_the_server_has_closed():
    closed = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer_and_close, args=(listening, closed), daemon=True).start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/bot{TOKEN}/sendMessage"
        async with open_transport() as transport:
            for _ in range(REQUESTS):
                closed.clear()
                assert await transport.post(url) is True
                closed.wait(10)  # in the event loop's thread, which so hears of no end before the next request


async def test_a_refused_connection_means_that_nothing_was_sent():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    async with open_transport() as transport:
        with pytest.raises(NotSent):
            await transport.post(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")


async def test_a_name_that_is_not_known_means_that_nothing_was_sent():
    async with open_transport() as transport:
        with pytest.raises(NotSent):
            await transport.post(f"http://nowhere.invalid/bot{TOKEN}/getMe")


async def test_who_gets_no_connection_of_a_full_pool_has_sent_nothing():
    arrived = asyncio.Event()

    async def behave(peer: Peer) -> None:
        arrived.set()
        await peer.reader.read()

    async with serve(behave) as wire, open_transport(connections=1) as transport:
        first = asyncio.create_task(transport.post(f"{wire.address}/bot{TOKEN}/getMe"))
        await arrived.wait()
        with pytest.raises(NotSent):
            await transport.post(f"{wire.address}/bot{TOKEN}/getMe", connect_timeout=0.05)
        first.cancel()


async def test_a_connection_that_breaks_after_the_request_leaves_it_uncertain():
    assert may_have_arrived(await error_of(hang_up))


async def test_no_answer_in_time_leaves_it_uncertain():
    error = await error_of(say_nothing, read_timeout=0.05)
    assert isinstance(error, TimedOut)
    assert may_have_arrived(error)


@pytest.mark.parametrize(("status", "may_have"), [("502 Bad Gateway", False), ("504 Gateway Timeout", True)])
async def test_a_server_error_says_whether_the_work_may_be_done(status: str, may_have: bool):
    error = await error_of(lambda peer: peer.answer(status, b"<html>"))
    assert isinstance(error, ServerFailed)
    assert may_have_arrived(error) == may_have


PAGES = (b"<html>Access denied</html>", b'{"message":"no Route matched"}', b"[]")


@pytest.mark.parametrize("body", PAGES)
@pytest.mark.parametrize(
    "status",
    ["200 OK", "302 Found", "400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "409 Conflict"],
)
async def test_what_somebody_on_the_way_answers_says_nothing_of_the_token_or_the_chat(status: str, body: bytes):
    error = await error_of(lambda peer: peer.answer(status, body))
    assert isinstance(error, Intercepted)
    assert not may_have_arrived(error)


@pytest.mark.parametrize("body", [b'{"ok":true,"result":{"text":"Lan ', b""])
async def test_an_answer_that_is_cut_off_leaves_it_uncertain_and_is_not_logged(
    body: bytes, caplog: pytest.LogCaptureFixture
):
    assert may_have_arrived(await error_of(lambda peer: peer.answer(body=body)))
    assert "Lan" not in caplog.text


async def test_a_file_may_be_a_page():
    async with serve(lambda peer: peer.answer(body=PAGES[0])) as wire, open_transport() as transport:
        assert await transport.retrieve(f"{wire.address}/file/bot{TOKEN}/x.html") == PAGES[0]


async def test_no_error_tells_the_token():
    errors = [await error_of(hang_up), await error_of(say_nothing, read_timeout=0.05)]
    assert not any(TOKEN in str(error) for error in errors)


async def test_requests_go_through_the_proxy_that_is_set():
    async with serve(Peer.answer) as proxy, open_transport(proxy=proxy.address) as transport:
        await transport.post(f"http://api.telegram.example/bot{TOKEN}/getMe")
    assert proxy.heads[0].startswith(f"POST http://api.telegram.example/bot{TOKEN}/getMe ".encode())


async def test_requests_go_through_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch):
    async with serve(Peer.answer) as proxy, open_transport() as transport:
        monkeypatch.setenv("http_proxy", proxy.address)
        await transport.post(f"http://api.telegram.example/bot{TOKEN}/getMe")
    assert len(proxy.heads) == 1


def test_the_environment_may_except_an_address_from_its_proxy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "own.example")
    assert proxy_of_environment("http://bot.own.example:8081/bot") is None


@pytest.mark.parametrize("address", ["http://api.telegram.example", "https://api.telegram.example"])
async def test_a_proxy_that_lets_nobody_through_means_that_nothing_was_sent(address: str):
    async with (
        serve(lambda peer: peer.answer("407 Proxy Authentication Required", b"")) as proxy,
        open_transport(proxy=proxy.address) as transport,
    ):
        with pytest.raises(NotSent):
            await transport.post(f"{address}/bot{TOKEN}/getMe")


async def test_a_name_and_password_reach_the_proxy():
    async with serve(Peer.answer) as proxy:
        address = proxy.address.replace("http://", "http://lan:m%40t@")
        async with open_transport(proxy=address) as transport:
            await transport.post(f"http://api.telegram.example/bot{TOKEN}/getMe")
    assert b"Proxy-Authorization: Basic bGFuOm1AdA==" in proxy.heads[0]


async def test_a_file_arrives_whole_and_under_its_name(sandbox: Sandbox):
    lan = await sandbox.user("Lan", is_started=True)
    content = bytes(range(256)) * 8192  # two megabytes: more than goes out in one piece
    base = {"base_url": f"{sandbox.address}/bot", "base_file_url": f"{sandbox.address}/file/bot"}
    async with Bot(sandbox.token, request=Transport(), **base) as bot:
        sent = await bot.send_document(lan.id, content, filename='Báo cáo "quý I".pdf')
        got = await (await bot.get_file(sent.document.file_id)).download_as_bytearray()
    assert (bytes(got), sent.document.file_name) == (content, 'Báo cáo "quý I".pdf')
