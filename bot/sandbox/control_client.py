"""Calls of the control API from a test."""

import ssl
from typing import Any

import httpx

WAIT_SECONDS = 30.0  # generous: a busy machine is no failure
_TRANSPORT_EXTRA_SECONDS = 20.0


class NothingCameError(AssertionError):
    """What was waited for did not happen in time; says what did."""


class Control:
    """The control API; raises AssertionError with its words where it refuses."""

    def __init__(self, address: str, token: str) -> None:
        self._token = token
        timeout = httpx.Timeout(WAIT_SECONDS + _TRANSPORT_EXTRA_SECONDS, read=None)
        # The sandbox speaks plain HTTP; reading the certificates of the world would take longer than most tests.
        nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._http = httpx.AsyncClient(base_url=address, timeout=timeout, trust_env=False, verify=nobody)

    async def get(self, path: str, **query: Any) -> Any:
        """What is there."""
        return await self._ask("GET", path, params=query)

    async def post(self, path: str, **body: Any) -> Any:
        """What came of an act; parts that are None are left out."""
        given = {name: value for name, value in body.items() if value is not None}
        return await self._ask("POST", path, json=given)

    async def _ask(self, verb: str, path: str, **how: Any) -> Any:
        how["params"] = {**how.get("params", {}), "token": self._token}
        answer = await self._http.request(verb, f"/control/{path}", **how)
        if not answer.is_success:
            raise AssertionError(f"{verb} /control/{path}: {answer.status_code} {answer.text}")
        return answer.json()

    async def put(self, path: str, **body: Any) -> Any:
        """Sets what is given."""
        return await self._ask("PUT", path, json=body)

    async def send(self, verb: str, path: str, **how: Any) -> Any:
        """Any other call."""
        return await self._ask(verb, path, **how)

    async def download(self, file_id: str) -> bytes:
        """A file that was sent."""
        answer = await self._http.get(f"/control/files/{file_id}", params={"token": self._token})
        assert answer.is_success, f"no file {file_id}"  # noqa: S101 - for tests
        return answer.content

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.aclose()
