"""Files that were sent, by the ids that the Bot API gives them.

core.telegram.org/bots/api#file and #sending-files.
"""

import hashlib
import struct
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field

from bot.sandbox.errors import Json, bad_request

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024  # core.telegram.org/bots/api#getfile
MAX_PHOTO_BYTES = 10 * 1024 * 1024  # core.telegram.org/bots/api#sendphoto
MAX_PHOTO_SIDES = 10_000  # the same: "width and height must not exceed 10000 in total"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file; `path` is what getFile tells and the download address ends in."""

    id: str
    unique_id: str
    path: str
    name: str
    media_type: str
    content: bytes
    is_photo: bool = False
    width: int = 0
    height: int = 0

    def wire(self) -> Json:
        """The answer to getFile."""
        return {**self._ids(), "file_path": self.path}

    def document(self) -> Json:
        """As a message's `document`."""
        return {"file_name": self.name, "mime_type": self.media_type, **self._ids()}

    def photo(self) -> list[Json]:
        """As a message's `photo`: one size is enough for a client to show."""
        return [{**self._ids(), "width": self.width, "height": self.height}]

    def _ids(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


@dataclass(slots=True)
class Files:
    """All files of one bot."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def keep_document(self, name: str, media_type: str, content: bytes) -> StoredFile:
        """The file, stored; an empty one is refused as Telegram does."""
        if not content:
            raise bad_request("file must be non-empty")
        return self._keep(name, media_type or "application/octet-stream", content, "documents")

    def keep_photo(self, name: str, content: bytes) -> StoredFile:
        """The picture, stored; raises what Telegram says of what is none or too large."""
        if not content:
            raise bad_request("file must be non-empty")
        if len(content) > MAX_PHOTO_BYTES:
            raise bad_request("file is too big")
        kind, width, height = measure(content)
        if width + height > MAX_PHOTO_SIDES or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return self._keep(name, kind, content, "photos", width=width, height=height)

    def get(self, file_id: str) -> StoredFile:
        """The file of that id."""
        if (found := self.by_id.get(file_id)) is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return found

    def _keep(
        self, name: str, media_type: str, content: bytes, folder: str, width: int = 0, height: int = 0
    ) -> StoredFile:
        number = len(self.by_id)
        digest = hashlib.sha256(content + folder.encode()).digest()
        suffix = name[name.rfind(".") :] if "." in name else ""
        file = StoredFile(
            id=f"SandboxFile{number}-{urlsafe_b64encode(digest[:24]).decode()}",
            unique_id=urlsafe_b64encode(digest[:12]).decode().rstrip("="),
            path=f"{folder}/file_{number}{suffix if suffix[1:].isalnum() else ''}",
            name=name,
            media_type=media_type,
            content=content,
            is_photo=folder == "photos",
            width=width,
            height=height,
        )
        self.by_id[file.id] = self.by_path[file.path] = file
        return file


def measure(picture: bytes) -> tuple[str, int, int]:
    """Its media type, width and height in pixels; raises what Telegram says of what is no picture."""
    if picture[:8] == b"\x89PNG\r\n\x1a\n" and len(picture) >= 24:
        width, height = struct.unpack(">II", picture[16:24])
        return "image/png", width, height
    if picture[:2] == b"\xff\xd8" and (size := _jpeg_size(picture)):
        return "image/jpeg", *size
    raise bad_request("IMAGE_PROCESS_FAILED")


def _jpeg_size(picture: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 <= len(picture) and picture[place] == 0xFF:
        marker, length = picture[place + 1], int.from_bytes(picture[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # a frame's beginning, not a table
            height, width = struct.unpack(">HH", picture[place + 5 : place + 9])
            return width, height
        place += 2 + length
    return None
