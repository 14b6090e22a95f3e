"""Reading a saved web page."""

import email
import email.policy
from email.message import EmailMessage

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.decoding import decode
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.html import metadata
from knowledge.importing.readers.html.article import article
from knowledge.importing.readers.html.blocks import Piece, pieces
from knowledge.importing.readers.html.clutter import clear
from knowledge.importing.readers.html.tree import grow, parse
from knowledge.importing.readers.limits import Limits


def read_html(data: bytes, limits: Limits) -> Page:
    """The article of a web page with the title, date and address that its metadata give."""
    html = decode(data, declared=metadata.find_charset(data))
    limits.check_characters(len(html))
    if "<!ENTITY" in html:
        # No page declares any; where one does, something else is meant to open it.
        raise UnreadableFile(Fault.UNSAFE_XML)
    parsed = parse(html, limits)
    if parsed.body is None:
        raise UnreadableFile(Fault.NO_TEXT)
    top = grow(parsed.body, limits)
    title = metadata.find_title(parsed)
    clear(top)
    builder = PageBuilder("html", limits)
    for piece in article(list(pieces(top)), title):
        _add(builder, piece)
    published, source = metadata.find_published(parsed), metadata.find_source(parsed, html)
    return builder.page(title=title, published=published, source=source)


def read_archive(data: bytes, limits: Limits) -> Page:
    """The article of a page saved as one file (mht): its first part that is HTML."""
    message = email.message_from_bytes(data, EmailMessage, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return read_html(payload, limits)
    raise UnreadableFile(Fault.DAMAGED, format="mht")


def _add(builder: PageBuilder, piece: Piece) -> None:
    if piece.rows:
        builder.table(piece.rows, header_rows=piece.header_rows)
    elif piece.heading:
        builder.heading(piece.words, piece.heading)
    else:
        builder.paragraph(piece.words, level=piece.depth)
