"""`python -m bot.sandbox`, and the sandbox in this process."""

import asyncio
import sys

import httpx

from bot.sandbox.client import NothingCameError, Person, Sandbox


async def test_a_sandbox_in_a_process_of_its_own_answers():
    async with Sandbox.start_process() as sandbox, httpx.AsyncClient(trust_env=False) as http:
        answer = await http.get(f"{sandbox.address}/bot{sandbox.token}/getMe")
        assert answer.json()["result"]["is_bot"]


async def test_a_port_in_use_is_said_in_one_line(sandbox: Sandbox):
    port = sandbox.address.rsplit(":", 1)[1]
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--port", port, stderr=asyncio.subprocess.PIPE
    )
    _, said = await asyncio.wait_for(program.communicate(), 30)
    assert (program.returncode, said.decode().count("\n")) == (1, 1)
    assert f"cannot listen on 127.0.0.1:{port}" in said.decode()


async def test_two_bots_in_one_sandbox_do_not_see_each_other(sandbox: Sandbox, lan: Person):
    async with Sandbox.start() as other:
        assert await other.calls() == []
        assert (await other.control.get("state"))["users"] == []


async def test_what_does_not_come_is_an_error_that_tells_the_last_calls(lan: Person):
    try:
        await lan.next_reply(timeout_seconds=0.01)
    except NothingCameError as error:
        said = str(error)
    assert said == f"no message from the bot in chat {lan.id} within 0.01 s; last calls: "


async def test_a_crowd_is_ready_to_be_written_to(sandbox: Sandbox):
    ids = await sandbox.crowd(300)
    async with httpx.AsyncClient(base_url=sandbox.address, trust_env=False) as http:
        for chat_id in ids[::100]:
            await http.post(f"/bot{sandbox.token}/sendMessage", data={"chat_id": chat_id, "text": "x"})
    await sandbox.wait_for_messages(3)
    assert (await sandbox.person(ids[100]).next_reply()).text == "x"


async def test_the_page_may_load_nothing_from_elsewhere(sandbox: Sandbox):
    async with httpx.AsyncClient(base_url=sandbox.address, trust_env=False) as http:
        page = await http.get("/")
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert "://" not in page.text
