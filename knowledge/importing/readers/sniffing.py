"""What a file is, by what is in it; its name only decides between kinds of text."""

import io
import json
import re
import zipfile

from knowledge.importing.readers.decoding import is_text
from knowledge.importing.readers.errors import Fault, UnreadableFile

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p|h[1-6]|span)\b", re.IGNORECASE)
# What programs write for programs: pictures, settings, feeds.  A page of the web may begin so, too.
_XML = re.compile(rb"<(?:\?xml|!doctype|!--|svg|rss|feed)\b", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_BY_PART = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xls"))
_TEXTS = {".md": "md", ".markdown": "md", ".csv": "csv", ".tsv": "csv", ".tab": "csv"}


def sniff(data: bytes, name: str) -> str:
    """The format's short name: txt, md, csv, html, mht, docx, xlsx, xls, pdf, doc, image."""
    suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if head.startswith(_OLE):
        return _in_ole(data)
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return "image"
    if head.startswith(b"{\\rtf"):
        return "doc"
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile(Fault.EMPTY)
    if not is_text(data):
        raise UnreadableFile(Fault.UNKNOWN_FORMAT)
    format, begins = _of_text(head, suffix), _without_mark(head.replace(b"\x00", b""))
    if format == "txt" and (_XML.match(begins) or (begins.startswith((b"{", b"[")) and _is_json(data))):
        raise UnreadableFile(Fault.UNKNOWN_FORMAT)
    return format


def _is_json(data: bytes) -> bool:
    """Whether all of it is one object or list, or its first line is an object, as programs write them."""
    return _is_object(data) or _is_object(data.lstrip().split(b"\n", 1)[0])


def _is_object(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except RecursionError:
        return True  # nobody types so many brackets
    except ValueError:
        return False


def _of_text(head: bytes, suffix: str) -> str:
    narrow = head.replace(b"\x00", b"")  # UTF-16 as if it were ASCII, for looking at tags
    if re.match(rb"(?:[\w-]+:.*\r?\n)*MIME-Version:", narrow) or b"\nContent-Type: multipart/related" in narrow:
        return "mht"
    if suffix in {".html", ".htm", ".aspx", ".xhtml"} or (suffix not in _TEXTS and _HTML.match(_first_tag(narrow))):
        return "html"
    return _TEXTS.get(suffix, "txt")


def _first_tag(head: bytes) -> bytes:
    """What follows byte order mark, white space, XML declaration and comments."""
    rest = _without_mark(head)
    while match := re.match(rb"(?:<\?.*?\?>|<!--.*?-->)\s*", rest, re.DOTALL):
        rest = rest[match.end() :]
    return rest


def _without_mark(head: bytes) -> bytes:
    return re.sub(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", head).lstrip()


def _in_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(Fault.DAMAGED, format="docx, xlsx") from error
    if found := next((format for part, format in _BY_PART if part in names), None):
        return found
    if "content.xml" in names and "mimetype" in names:
        return "doc"  # OpenDocument: LibreOffice reads it as it reads old Word files
    raise UnreadableFile(Fault.UNKNOWN_FORMAT)


def _in_ole(data: bytes) -> str:
    """Old Office files and encrypted new ones, by the names of their streams."""
    for stream, format in (("EncryptedPackage", ""), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls")):
        if f"{stream}\0".encode("utf-16-le") in data:
            if not format:
                raise UnreadableFile(Fault.ENCRYPTED)
            return format
    raise UnreadableFile(Fault.UNKNOWN_FORMAT)
