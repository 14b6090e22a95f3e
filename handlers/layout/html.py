"""Telegram's HTML: escaping, its length as Telegram counts it, and splitting long messages."""

import re
from html import escape as _escape
from html import unescape

# https://core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing"
MOST_CHARACTERS = 4096
# https://core.telegram.org/bots/api#formatting-options: marks beyond the hundredth are dropped, without an error.
MOST_MARKS = 100

_TOKEN = re.compile(r"<[^>]*>|&[#\w]+;|.", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Control characters, marks and overrides of the reading direction, zero-width characters, halves of characters. Names
# of people, groups and files come from outside and may hold any of them; no word of Vietnamese needs one.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)
# Where a message may be cut, the best first: between lines, after a sentence, between words.
_BREAKS = ("\n", ". ", "; ", " ")


def escape(text: str) -> str:
    """The text as HTML that shows just it."""
    return _escape(text, quote=False)


def visible(text: str) -> str:
    """The text without what is not seen and turns, hides or breaks what is; line ends, and what joins emoji, stay."""
    return _UNSEEN.sub("", text)


def quoted(lines: list[str]) -> str:
    """These lines of HTML in a quotation that shows three of them until it is opened."""
    return f"<blockquote expandable>{chr(10).join(lines)}</blockquote>"


def plain(html: str) -> str:
    """What a person reads of this HTML."""
    return unescape(_TAG.sub("", html))


def length(html: str) -> int:
    """Characters after entities parsing, counted in UTF-16 units as Telegram counts."""
    return len(plain(html).encode("utf-16-le")) // 2


def split(html: str, *, limit: int = MOST_CHARACTERS) -> tuple[str, ...]:
    """The HTML in parts of at most `limit` characters and 100 marks, cut at line or sentence ends, every tag closed.

    No part is blank: Telegram takes none of which nothing is seen.  Where more marks are open at once than a part can
    have, none is kept.
    """
    parts = []
    while length(html) > limit or _marks(html) > MOST_MARKS:
        head, rest = _cut(html, limit)
        if len(rest) >= len(html):  # nothing but what every part opens again: there would be no end of parts
            return split(escape(plain(html)), limit=limit)
        parts.append(head)
        html = rest
    return tuple(part for part in (*parts, html) if plain(part).strip())


def _marks(html: str) -> int:
    return html.count("<") - html.count("</")


def _cut(html: str, limit: int) -> tuple[str, str]:
    end = _end_of(html, limit)
    window = html[:end]
    for mark in _BREAKS:
        at = _last_in_text(window, mark)
        if at > 0:
            end = at + len(mark)
            break
    open_tags = _open_tags(html[:end])
    closing = "".join(f"</{tag.strip('<>').split()[0]}>" for tag in reversed(open_tags))
    return html[:end].rstrip() + closing, "".join(open_tags) + html[end:].lstrip()


def _end_of(html: str, limit: int) -> int:
    """The place in `html` up to which it shows at most `limit` characters with as many marks as Telegram keeps."""
    shown = marks = 0
    for token in _TOKEN.finditer(html):
        is_tag = token[0].startswith("<")
        marks += is_tag and not token[0].startswith("</")
        shown += 0 if is_tag else length(token[0])
        if shown > limit or marks > MOST_MARKS:
            return token.start()
    return len(html)


def _last_in_text(html: str, mark: str) -> int:
    """The last place of the mark outside tags, not in the first half: that would leave a stub."""
    at = html.rfind(mark)
    while at > len(html) // 2:
        if html.rfind("<", 0, at) <= html.rfind(">", 0, at):
            return at
        at = html.rfind(mark, 0, at)
    return -1


def _open_tags(html: str) -> list[str]:
    stack: list[str] = []
    for tag in _TAG.findall(html):
        if tag.startswith("</"):
            stack.pop()
        else:
            stack.append(tag)
    return stack


def capital(line: str) -> str:
    """The line as it stands by itself; what begins with markup or an escape stays."""
    return line[:1].upper() + line[1:]
