"""Office files as zip archives of XML, opened without trust."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits, megabytes, too_long

Element = ET.Element


@dataclass(frozen=True, slots=True)
class Package:
    """A zip archive whose parts fit the limits."""

    archive: zipfile.ZipFile
    format: str
    limits: Limits

    def has(self, part: str) -> bool:
        """Whether the archive has this part."""
        return part in self.archive.NameToInfo

    def read(self, part: str) -> bytes:
        """The unpacked bytes of a part; an archive without it is damaged."""
        try:
            return self.archive.read(part)
        except (KeyError, OSError, ValueError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
            raise UnreadableFile(Fault.DAMAGED, format=self.format) from error

    def tree(self, part: str) -> Element:
        """The XML of a part, its names without namespaces; document types and entities are refused."""
        if self.archive.NameToInfo.get(part) and self.archive.NameToInfo[part].file_size > self.limits.part_bytes:
            raise UnreadableFile(Fault.UNPACKS_TOO_LARGE, limit=megabytes(self.limits.part_bytes))
        parser = ET.XMLParser(target=_Bare(self.limits))  # noqa: S314 - _Bare refuses every declaration
        try:
            parser.feed(self.read(part))
            root: Element = parser.close()
        except (ET.ParseError, LookupError, ValueError) as error:
            raise UnreadableFile(Fault.DAMAGED, format=self.format) from error
        return root


def open_package(data: bytes, format: str, limits: Limits) -> Package:
    """The archive, after a look at how much it would unpack to."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(Fault.DAMAGED, format=format) from error
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile(Fault.ENCRYPTED)
    if len(parts) > limits.unpacked_files:
        raise too_long(limits.unpacked_files, "tệp bên trong", "files inside")
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise UnreadableFile(Fault.UNPACKS_TOO_LARGE, limit=megabytes(limits.unpacked_bytes))
    return Package(archive, format, limits)


class _Bare:
    """Builds a tree without namespaces, up to the limits."""

    def __init__(self, limits: Limits) -> None:
        self._builder = ET.TreeBuilder()
        self._limits = limits
        self._depth = self._count = 0
        self._names: dict[str, str] = {}
        self.data = self._builder.data

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > self._limits.depth:
            raise UnreadableFile(Fault.TOO_DEEP, limit=str(self._limits.depth))
        if self._count > 4 * self._limits.elements:  # a paragraph takes several elements
            raise too_long(self._limits.elements, "thẻ", "tags")
        return self._builder.start(self._bare(tag), {self._bare(k): v for k, v in attributes.items()})

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return self._builder.end(self._bare(tag))

    def doctype(self, name: str, public: str | None, system: str | None) -> None:  # noqa: ARG002 - expat's form
        raise UnreadableFile(Fault.UNSAFE_XML)

    def close(self) -> Element:
        return self._builder.close()

    def _bare(self, name: str) -> str:
        if (bare := self._names.get(name)) is None:
            bare = self._names[name] = name.rsplit("}", 1)[-1]
        return bare


def value(element: Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of the element at the path, or None."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(attribute)


def is_on(element: Element | None, path: str) -> bool:
    """Whether a switch is there and not turned off."""
    found = None if element is None else element.find(path)
    return found is not None and found.get("val") not in {"0", "false", "off", "none"}
