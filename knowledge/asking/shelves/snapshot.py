"""A library in one file, mapped into memory when it is read: nothing is made of it before it is asked for.

The file belongs to this program and version alone; whatever is odd about one, it is as if there were none.
"""

import hashlib
import logging
import marshal
import mmap
import os
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from knowledge.asking.shelves.catalogue import Catalogue
from knowledge.asking.shelves.encoding import read, write
from knowledge.asking.shelves.postings import Postings
from knowledge.asking.shelves.records import Records
from knowledge.asking.shelves.shelf import Shelf

_MAGIC = b"cchc view 1\n"
# Numbers of eight bytes are read fastest from such places.
_ALIGNED = 64
_Part = TypeVar("_Part", Shelf, Catalogue)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What answers are found in: one shelf, its documents, and the words of a lexicon as plain values."""

    shelf: Shelf
    catalogue: Catalogue
    words: Any


class SnapshotFile:
    """The snapshot of one store at one state of it, which the stamp names."""

    def __init__(self, path: Path, stamp: Callable[[], str]) -> None:
        self._path = path
        self._stamp = stamp

    def stamp(self) -> str:
        """The present state of the store."""
        return self._stamp()

    def load(self, stamp: str) -> Snapshot | None:
        """The snapshot of that state by this program; None where there is none that can be read."""
        try:
            return _load(self._path, f"{program()} {stamp}")
        except FileNotFoundError:
            return None
        except (OSError, ValueError, EOFError, TypeError, KeyError, IndexError) as error:
            _log.warning("the view in %s cannot be read and is made anew: %s", self._path.name, error)
            return None

    def save(self, stamp: str, snapshot: Snapshot) -> None:
        """Keep the snapshot in place of the one before; where it cannot be kept, the next start takes longer."""
        try:
            _save(self._path, f"{program()} {stamp}", snapshot)
        except OSError as error:
            _log.warning("the view cannot be kept in %s: %s", self._path.name, error)


@cache
def program() -> str:
    """What this program makes of reports: the same text, the same snapshot, until one of these files changes."""
    digest = hashlib.sha256()
    for package in ("knowledge.vocabulary", "knowledge.grammar", "knowledge.asking", "knowledge.asking.shelves"):
        for file in sorted(_files(package), key=lambda file: file.name):
            digest.update(file.read_bytes())
    digest.update(files("knowledge").joinpath("facts.py").read_bytes())
    return digest.hexdigest()


def _files(package: str) -> list[Traversable]:
    # Of the rules of asking only these two say what is written down; the others only read it.
    own = {"concepts.py", "documents.py"} if package == "knowledge.asking" else None
    suffixes = (".py", ".toml", ".txt")
    return [f for f in files(package).iterdir() if f.name.endswith(suffixes) and (own is None or f.name in own)]


class _Writer:
    def __init__(self, file: Any) -> None:
        self._file = file
        self._at = 0

    def put(self, data: Any) -> tuple[int, int]:
        """Where the bytes stand, and how many they are."""
        gap = -self._at % _ALIGNED
        self._file.write(b"\0" * gap)
        start = self._at + gap
        self._file.write(data)
        self._at = start + len(data)
        return start, len(data)

    def part(self, part: Shelf | Catalogue) -> dict[str, Any]:
        """The values of a shelf or catalogue, each as the place where it stands."""
        return {field.name: self.value(getattr(part, field.name)) for field in fields(part)}

    def value(self, value: Any) -> tuple[Any, ...]:
        if isinstance(value, np.ndarray):
            return ("column", value.dtype.str, *self.put(np.ascontiguousarray(value).tobytes()))
        if isinstance(value, Records):
            return ("records", self.put(value.kept), self.value(value.ends))
        if isinstance(value, Postings):
            words = self.value(list(value.places))
            return ("postings", words, self.value(value.starts), self.value(value.numbers))
        kept = write(value)
        return ("plain", *self.put(kept), zlib.crc32(kept))


class _Reader:
    def __init__(self, kept: memoryview) -> None:
        self._kept = kept

    def part(self, kind: type[_Part], places: dict[str, Any]) -> _Part:
        return kind(**{name: self.value(place) for name, place in places.items()})

    def value(self, place: Any) -> Any:
        sort, *where = place
        if sort == "column":
            dtype, start, length = where
            size = np.dtype(dtype).itemsize
            return np.frombuffer(self._kept, dtype, length // size, start) if length else np.empty(0, dtype)
        if sort == "records":
            (start, length), ends = where
            return Records(self._kept[start : start + length], self.value(ends))
        if sort == "postings":
            words, starts, numbers = map(self.value, where)
            return Postings({word: at for at, word in enumerate(words)}, starts, numbers)
        start, length, check = where
        kept = self._kept[start : start + length]
        if zlib.crc32(kept) != check:
            raise ValueError("its bytes have changed")
        return read(kept)


def _save(path: Path, stamp: str, snapshot: Snapshot) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_MAGIC.ljust(_ALIGNED))
            writer = _Writer(file)
            head = {
                "stamp": stamp,
                "shelf": writer.part(snapshot.shelf),
                "catalogue": writer.part(snapshot.catalogue),
                "words": writer.value(snapshot.words),
            }
            start, length = writer.put(write(head))
            file.write(write((start, length)).ljust(_ALIGNED))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _load(path: Path, stamp: str) -> Snapshot | None:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_uid != os.getuid():
            return None  # somebody else's file is not ours to believe
        mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if bytes(mapped[: len(_MAGIC)]) != _MAGIC:
        return None
    body = mapped[_ALIGNED:-_ALIGNED]
    start, length = marshal.loads(mapped[-_ALIGNED:])  # noqa: S302 - our own file
    head = read(body[start : start + length])
    if head["stamp"] != stamp:
        return None
    reader = _Reader(body)
    return Snapshot(
        reader.part(Shelf, head["shelf"]), reader.part(Catalogue, head["catalogue"]), reader.value(head["words"])
    )
