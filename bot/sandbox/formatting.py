"""HTML as Telegram reads it, with Telegram's own complaints.

core.telegram.org/bots/api#html-style; the complaints are those of tdlib's parser.
"""

import re
from dataclasses import dataclass

from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.errors import bad_request

_STYLE_OF = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset(_STYLE_OF) | {"a", "code", "pre", "blockquote", "tg-emoji"}
_SPACES = " \t\r\n\v"
_MARK = re.compile(r"[<&]")
_PLAIN_TAG = re.compile(r"<([a-z-]+)>")  # nearly all tags: no attributes to read
_TAG_NAME = re.compile(r"[^ \t\r\n\v>]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\v=>/\"']*")
_NAME_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")
_BLANK = re.compile(r"[ \t\r\n\v]*")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class _ParseError(Exception):
    """What Telegram says after "can't parse entities: "."""


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    place: int


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities; raises "can't parse entities: …", which says at which byte."""
    if not _MARK.search(text):
        return text, []
    try:
        return _Reader(text).read()
    except _ParseError as complaint:
        raise bad_request(f"can't parse entities: {complaint}") from None


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.plain: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while (mark := _MARK.search(self.text, self.at)) is not None:
            self._keep(self.text[self.at : mark.start()])
            self.at = mark.start()
            if mark.group() == "&":
                self._keep(self._reference())
            elif self.text.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        self._keep(self.text[self.at :])
        if self.open:
            raise _ParseError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.plain), [_without_code_class(entity) for entity in self.entities]

    def _keep(self, words: str) -> None:
        if words:
            self.plain.append(words)
            self.offset += utf16_length(words)

    def _reference(self) -> str:
        """The character meant by `&…;`, or the ampersand itself where none is."""
        found = _REFERENCE.match(self.text, self.at)
        character = _character(found) if found else ""
        self.at = found.end() if found and character else self.at + 1
        return character or "&"

    def _where(self, place: int) -> str:
        return f"at byte offset {len(self.text[:place].encode())}"

    def _start_tag(self) -> None:
        begin = self.at
        if (plain := _PLAIN_TAG.match(self.text, begin)) and plain[1] in _TAGS and plain[1] != "span":
            self.at = plain.end()
            self.open.append(_Open(plain[1], "", self.offset, len(self.plain)))
            return
        name = self._take(_TAG_NAME, begin + 1)
        if self._is_over():
            raise _ParseError(f"Unclosed start tag {self._where(begin)}")
        tag = name.lower()
        if tag not in _TAGS:
            raise _ParseError(f'Unsupported start tag "{tag}" {self._where(begin)}')
        argument = self._arguments(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise _ParseError(f'Tag "span" must have class "tg-spoiler" {self._where(begin)}')
        self.open.append(_Open(tag, argument, self.offset, len(self.plain)))

    def _take(self, shape: re.Pattern[str], start: int) -> str:
        found = shape.match(self.text, start)
        self.at = found.end() if found else start
        return found.group() if found else ""

    def _is_over(self) -> bool:
        return self.at >= len(self.text)

    def _arguments(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            self._take(_BLANK, self.at)
            if self._is_over():
                raise _ParseError(f'Unclosed start tag "{tag}" {self._where(begin)}')
            if self.text[self.at] == ">":
                self.at += 1
                return argument
            name = self._take(_ATTRIBUTE_NAME, self.at)
            if not name:
                raise _ParseError(f'Empty attribute name in the tag "{tag}" {self._where(begin)}')
            argument = _argument(tag, name, self._value(tag, begin)) or argument

    def _value(self, tag: str, begin: int) -> str | None:
        """The value after `=`, or None for a bare attribute."""
        self._take(_BLANK, self.at)
        if self._is_over():
            raise _ParseError(f'Unclosed start tag "{tag}" {self._where(begin)}')
        if self.text[self.at] != "=":
            return None
        self._take(_BLANK, self.at + 1)
        if self._is_over():
            raise _ParseError(f'Unclosed start tag "{tag}" {self._where(begin)}')
        value = self._quoted() if self.text[self.at] in "\"'" else self._token()
        if self._is_over():
            raise _ParseError(f"Unclosed start tag {self._where(begin)}")
        return value

    def _token(self) -> str:
        begin = self.at
        token = self._take(_NAME_TOKEN, begin).lower()
        if not self._is_over() and self.text[self.at] not in _SPACES + ">":
            raise _ParseError(f"Unexpected end of name token {self._where(begin)}")
        return token

    def _quoted(self) -> str:
        quote, begin = self.text[self.at], self.at + 1
        end = self.text.find(quote, begin)
        self.at = len(self.text) if end < 0 else end + 1
        return _REFERENCE.sub(lambda found: _character(found) or found.group(), self.text[begin : self.at - 1])

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _ParseError(f"Unexpected end tag {self._where(begin)}")
        name = self._take(_TAG_NAME, begin + 2).lower()
        self._take(_BLANK, self.at)
        if self._is_over() or self.text[self.at] != ">":
            raise _ParseError(f"Unclosed end tag {self._where(begin)}")
        self.at += 1
        opened = self.open[-1]
        if name and name != opened.tag:
            raise _ParseError(f'Unmatched end tag {self._where(begin)}, expected "</{opened.tag}>", found "</{name}>"')
        self.open.pop()
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        offset, length = opened.offset, self.offset - opened.offset
        last = self.entities[-1] if self.entities else None
        same_place = last is not None and (last.offset, last.length) == (offset, length)
        match opened.tag:
            case "a":
                inner = "".join(self.plain[opened.place :])
                self._add(_link(opened.argument or inner, offset, length))
            case "code" if same_place and last and last.type == "pre" and opened.argument:
                self.entities[-1] = Entity("pre", offset, length, language=opened.argument)
            case "pre" if same_place and last and last.type == "code" and last.language:
                self.entities[-1] = Entity("pre", offset, length, language=last.language)
            case "code":
                self._add(Entity("code", offset, length, language=opened.argument or None))
            case "pre":
                self._add(Entity("pre", offset, length))
            case "blockquote":
                kind = "expandable_blockquote" if opened.argument else "blockquote"
                self._add(Entity(kind, offset, length))
            case "tg-emoji":
                if not opened.argument.isdigit():
                    raise _ParseError("Invalid custom emoji identifier specified")
                self._add(Entity("custom_emoji", offset, length, custom_emoji_id=opened.argument))
            case tag:
                self._add(Entity(_STYLE_OF[tag], offset, length))

    def _add(self, entity: Entity | None) -> None:
        if entity is not None:
            self.entities.append(entity)


def _without_code_class(entity: Entity) -> Entity:
    """A class on `code` counts only within `pre`."""
    return Entity("code", entity.offset, entity.length) if entity.type == "code" else entity


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _argument(tag: str, name: str, value: str | None) -> str:
    match tag, name:
        case "blockquote", "expandable":
            return "1"
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value or ""
        case "code", "class" if value and value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value and value.startswith("tg-"):
            return value.removeprefix("tg-")
    return ""


_MENTION = re.compile(r"tg://user\?id=(\d+)")
_ADDRESS = re.compile(r"(?:(https?|tg|ton|tonsite)://)?([^\s/?#:@]+)(:\d+)?([/?#]\S*)?", re.IGNORECASE)


def _link(address: str, offset: int, length: int) -> Entity | None:
    """A link or a mention; nothing, without an error, where the address is none."""
    if mention := _MENTION.fullmatch(address):
        return Entity("text_mention", offset, length, user_id=int(mention[1]))
    found = _ADDRESS.fullmatch(address.strip())
    if found is None or not (found[1] or "." in found[2]):
        return None
    scheme, host, port, rest = found.groups()
    root = "/" if (scheme or "http").lower().startswith("http") and not (rest or "").startswith("/") else ""
    return Entity("text_link", offset, length, url=f"{scheme or 'http'}://{host}{port or ''}{root}{rest or ''}")
