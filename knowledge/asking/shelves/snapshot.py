"""A library in one file, mapped into memory when it is read: nothing is made of it before it is asked for.

The file belongs to this program and version alone; whatever is odd about one, it is as if there were none.
"""

import hashlib
import logging
import marshal
import mmap
import os
import secrets
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from knowledge.asking.shelves.catalogue import Catalogue
from knowledge.asking.shelves.encoding import read, write
from knowledge.asking.shelves.gone import NOTHING_GONE, GoneFrom
from knowledge.asking.shelves.postings import Postings
from knowledge.asking.shelves.records import Records
from knowledge.asking.shelves.shelf import Shelf
from knowledge.worked_out import all_worked_out, take_over

_MAGIC = b"cchc view 2\n"
# Numbers of eight bytes are read fastest from such places.
_ALIGNED = 64
_Part = TypeVar("_Part", Shelf, Catalogue, GoneFrom)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What answers are found in: the shelves, their documents, the words of a lexicon as plain values."""

    shelves: Sequence[Shelf]
    catalogues: Sequence[Catalogue]
    gone: GoneFrom
    words: Any  # read from a file they are those of the first shelf alone, with the reports on it that are gone
    standing: Mapping[int, str]  # the reports in it, each with the mark of its publication

    @property
    def is_whole(self) -> bool:
        """Whether all of it is laid out as one."""
        return len(self.shelves) == 1 and self.gone.reports is None


class SnapshotFile:
    """The snapshot of one store: a file of what was laid out as one, and a small one of what came and went since."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._recent = path.with_name(f"{path.name}.recent")
        self._words = path.with_name(f"{path.name}.words")
        self._base = ""

    def load(self) -> Snapshot | None:
        """The newest snapshot that this program kept; None where there is none that can be read."""
        self._take_over_words()
        try:
            return self._load()
        except FileNotFoundError:
            return None
        except (OSError, ValueError, EOFError, TypeError, KeyError, IndexError) as error:
            _log.warning("the view in %s cannot be read and is made anew: %s", self.path.name, error)
            return None

    def keep_words(self) -> None:
        """Keep what was worked out of the program's own files, unless it is kept; the next start goes on from it."""
        try:
            if self._words.exists() and _read(self._words, of=_python()) is not None:
                return
            with _writing(self._words) as writer:
                writer.head = {"program": program() + _python(), "words": writer.value(all_worked_out())}
        except (OSError, ValueError, EOFError, TypeError, KeyError) as error:
            _log.warning("what was worked out cannot be kept in %s: %s", self._words.name, error)

    def _take_over_words(self) -> None:
        try:
            found = _read(self._words, of=_python())
            if found is not None:
                take_over(found[0].value(found[1]["words"]))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, EOFError, TypeError, KeyError, AttributeError) as error:
            _log.warning("what was worked out in %s cannot be read and is done again: %s", self._words.name, error)

    def is_newer(self) -> bool:
        """Whether what was laid out as one is another than this process knows."""
        found = _read(self.path) if self.path.exists() else None
        return found is not None and found[1]["base"] != self._base

    def save(self, snapshot: Snapshot) -> None:
        """Keep the snapshot in place of the one before; where it cannot be kept, the next start takes longer."""
        try:
            self._save(snapshot)
        except OSError as error:
            _log.warning("the view cannot be kept in %s: %s", self.path.name, error)

    def _load(self) -> Snapshot | None:
        found = _read(self.path)
        if found is None:
            return None
        reader, head = found
        base: str = head["base"]
        shelf, catalogue = reader.part(Shelf, head["shelf"]), reader.part(Catalogue, head["catalogue"])
        words, standing = reader.value(head["words"]), reader.value(head["standing"])
        self._base = base
        later = _read(self._recent) if self._recent.exists() else None
        if later is None or later[1]["base"] != base:
            return Snapshot((shelf,), (catalogue,), NOTHING_GONE, words, standing)
        reader, head = later
        return Snapshot(
            (shelf, *(reader.part(Shelf, one) for one in head["shelves"])),
            (catalogue, *(reader.part(Catalogue, one) for one in head["catalogues"])),
            reader.part(GoneFrom, head["gone"]),
            words,
            reader.value(head["standing"]),
        )

    def _save(self, snapshot: Snapshot) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if snapshot.is_whole:
            base = f"{program()} {secrets.token_hex(8)}"
            with _writing(self.path) as writer:
                writer.head = {
                    "program": program(),
                    "base": base,
                    "shelf": writer.part(snapshot.shelves[0]),
                    "catalogue": writer.part(snapshot.catalogues[0]),
                    "words": writer.value(snapshot.words),
                    "standing": writer.value(snapshot.standing),
                }
            self._base = base
            self._recent.unlink(missing_ok=True)
        elif self._base:
            with _writing(self._recent) as writer:
                writer.head = {
                    "program": program(),
                    "base": self._base,
                    "shelves": [writer.part(one) for one in snapshot.shelves[1:]],
                    "catalogues": [writer.part(one) for one in snapshot.catalogues[1:]],
                    "gone": writer.part(snapshot.gone),
                    "standing": writer.value(snapshot.standing),
                }


# What decides how reports are laid out, by package: these of its files, or all where none are named.  Of the rules of asking only
# these say what is written down; the others only read it.
_LAID_OUT_BY: Mapping[str, frozenset[str]] = {
    "knowledge": frozenset({"facts.py", "worked_out.py"}),
    "knowledge.vocabulary": frozenset(),
    "knowledge.grammar": frozenset(),
    "knowledge.asking": frozenset({"documents.py", "planned.py"}),
    "knowledge.asking.reading": frozenset({"cues.py"}),
    "knowledge.asking.shelves": frozenset(),
    "knowledge.asking.typing": frozenset(),  # what was learned of the words is kept as well
}


@cache
def program() -> str:
    """What this program makes of reports: the same text, the same snapshot, until one of these files changes."""
    digest = hashlib.sha256()
    for file in laying_out():
        digest.update(file.read_bytes())
    return digest.hexdigest()


def laying_out() -> list[Traversable]:
    """The files of the program that decide how reports are laid out."""
    suffixes = (".py", ".toml", ".txt")
    return [
        file
        for package, names in _LAID_OUT_BY.items()
        for file in sorted(files(package).iterdir(), key=lambda file: file.name)
        if file.name.endswith(suffixes) and (not names or file.name in names)
    ]


class _Writer:
    def __init__(self, file: Any) -> None:
        self.head: dict[str, Any] = {}
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

    def part(self, part: Shelf | Catalogue | GoneFrom) -> dict[str, Any]:
        """The values of a part, each as the place where it stands."""
        return {field.name: self.value(getattr(part, field.name)) for field in fields(part)}

    def value(self, value: Any) -> tuple[Any, ...]:
        if isinstance(value, np.ndarray):
            return ("column", value.dtype.str, *self.put(np.ascontiguousarray(value).tobytes()))
        if isinstance(value, Records):
            return ("records", self.put(value.kept), self.value(value.ends))
        if isinstance(value, Postings):
            words = self.value(list(value.places))
            return ("postings", words, self.value(value.starts), self.value(value.numbers))
        kept = write(dict(value) if isinstance(value, Mapping) else value)
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


@contextmanager
def _writing(path: Path) -> Iterator[_Writer]:
    """A writer whose file takes the place of the one before when its head is set and all went well."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_MAGIC.ljust(_ALIGNED))
            writer = _Writer(file)
            yield writer
            start, length = writer.put(write(writer.head))
            file.write(write((start, length)).ljust(_ALIGNED))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _python() -> str:
    """What patterns are read with; another version may read them otherwise."""
    return f" {sys.version}"


def _read(path: Path, of: str = "") -> tuple[_Reader, dict[str, Any]] | None:
    """The file's head and who reads its parts; None of a file that another program or person wrote."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_uid != os.getuid():
            return None  # somebody else's file is not ours to believe
        mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if bytes(mapped[: len(_MAGIC)]) != _MAGIC:
        return None
    body = mapped[_ALIGNED:-_ALIGNED]
    start, length = marshal.loads(mapped[-_ALIGNED:])  # noqa: S302 - our own file
    head = read(body[start : start + length])
    return (_Reader(body), head) if head["program"] == program() + of else None
