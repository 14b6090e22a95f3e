"""What a call was given: by query, form, multipart or JSON, all the same afterwards.

core.telegram.org/bots/api#making-requests.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.errors import ApiError, Json, bad_request

# core.telegram.org/bots/api#sending-files: 50 MB for files sent by multipart.
MAX_UPLOAD_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file within the request."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """Parameters as text, as Telegram's server keeps them; objects in them are JSON."""

    given: Mapping[str, str]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The words given, or an empty string."""
        return self.given.get(name, "")

    def truth(self, name: str) -> bool:
        """Whether it is given as true (`true`, `yes`, `1`)."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def integer(self, name: str, default: int = 0) -> int:
        """The whole number given, or the default where it is absent or none."""
        try:
            return int(self.text(name).strip())
        except ValueError:
            return default

    def json(self, name: str, what: str) -> Any:
        """The object given as JSON, or None; `what` stands in the complaint."""
        if not (words := self.text(name)):
            return None
        try:
            return json.loads(words)
        except ValueError:
            raise bad_request(f"Can't parse {what} JSON object") from None

    def object(self, name: str, what: str) -> Json | None:
        """The same, which must be an object."""
        value = self.json(name, what)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"Object expected as {what}")
        return value

    def upload(self, name: str) -> Upload | None:
        """The file given under that name, or by `attach://…`."""
        reference = self.text(name)
        return self.uploads.get(reference.removeprefix("attach://") if reference else name)


async def read_parameters(request: Request) -> Parameters:
    """Everything in the address and the body; the body wins where both name the same thing."""
    given = dict(parse_qsl(request.scope["query_string"].decode("latin-1"))) if request.scope["query_string"] else {}
    if request.method != "POST":
        return Parameters(given)
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        return await _read_multipart(request, given)
    body = await request.body()
    if kind.startswith("application/json"):
        given.update(_from_json(body))
    elif body:
        given.update(parse_qsl(body.decode("utf-8", "replace")))
    return Parameters(given)


def _from_json(body: bytes) -> dict[str, str]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected")
    return {name: as_text(one) for name, one in value.items() if one is not None}


def as_text(value: object) -> str:
    """A value of a JSON body as the other kinds of body would give it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def _read_multipart(request: Request, given: dict[str, str]) -> Parameters:
    if int(request.headers.get("content-length", 0)) > MAX_UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    uploads = {}
    async with request.form(max_part_size=MAX_UPLOAD_BYTES) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                uploads[name] = Upload(value.filename or name, value.content_type or "", await value.read())
            else:
                given[name] = value
    return Parameters(given, uploads)
