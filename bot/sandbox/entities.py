"""Message entities: the marked stretches of a text, counted in UTF-16 units.

core.telegram.org/bots/api#messageentity and #formatting-options.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.sandbox.errors import Json

MAX_ENTITIES = 100  # core.telegram.org/bots/api#formatting-options: the rest is ignored without an error
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
CODES = frozenset({"code", "pre"})
_FREE = STYLES | {"custom_emoji"}  # what may stand within anything but code
# The order in which Telegram lists entities of one place: quotes outside, then blocks, links and styles.
_ORDER = {
    name: place
    for place, name in enumerate(
        [
            "blockquote",
            "expandable_blockquote",
            "pre",
            "code",
            "text_link",
            "text_mention",
            "mention",
            "hashtag",
            "bot_command",
            "url",
            "email",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "custom_emoji",
        ]
    )
}


@dataclass(frozen=True, slots=True)
class Entity:
    """One marked stretch; `offset` and `length` are in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    user_id: int | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    def wire(self) -> Json:
        """As it stands in a message, except that a mentioned user is still a number."""
        shown: Json = {"type": self.type, "offset": self.offset, "length": self.length}
        for name in ("url", "language", "custom_emoji_id"):
            if (value := getattr(self, name)) is not None:
                shown[name] = value
        if self.user_id is not None:
            shown["user"] = {"id": self.user_id}
        return shown


def utf16_length(text: str) -> int:
    """Its length as Telegram counts offsets: a character beyond the basic plane counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_cut(text: str, offset: int, length: int) -> str:
    """The stretch of the text that an entity marks."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def sort(entities: Iterable[Entity]) -> list[Entity]:
    """As Telegram lists them: by place, the longer first."""
    return sorted(entities, key=lambda entity: (entity.offset, -entity.length, _ORDER.get(entity.type, 50)))


def settle(text: str, entities: Iterable[Entity]) -> tuple[str, list[Entity]]:
    """The text without blanks at its ends, with entities that nest as Telegram allows, 100 at most."""
    trimmed = text.rstrip()
    end = utf16_length(trimmed)
    units = trimmed.encode("utf-16-le", "surrogatepass")
    clipped = (_clip(entity, end) for entity in _nest(sort(one for one in entities if one.length > 0)))
    kept = [entity for entity in clipped if entity.length > 0 and not _is_blank(entity, units)]
    first = min((entity.offset for entity in kept), default=end)
    lead = min(len(trimmed) - len(trimmed.lstrip(" \n")), first)
    if lead:
        kept = [replace(entity, offset=entity.offset - lead) for entity in kept]
    return trimmed[lead:], sort(kept)[:MAX_ENTITIES]


def _clip(entity: Entity, end: int) -> Entity:
    return entity if entity.end <= end else replace(entity, length=end - entity.offset)


def _is_blank(entity: Entity, units: bytes) -> bool:
    if entity.type in QUOTES:
        return False
    return units[2 * entity.offset : 2 * entity.end].decode("utf-16-le", "replace").isspace()


def _nest(entities: list[Entity]) -> Iterator[Entity]:
    """Drops quotes within quotes and links or code within one another, and cuts styles around code.

    core.telegram.org/bots/api#formatting-options, "Message entities can be nested, providing …".
    """
    taken: dict[str, int] = {"quote": -1, "single": -1}
    fixed = []
    for entity in entities:
        layer = "quote" if entity.type in QUOTES else "single"
        if entity.type not in _FREE and entity.offset >= taken[layer]:
            taken[layer] = entity.end
            fixed.append(entity)
    yield from fixed
    for entity in entities:
        if entity.type in _FREE:
            yield from _around(entity, fixed)


def _around(style: Entity, fixed: list[Entity]) -> Iterator[Entity]:
    """The style whole, or its pieces outside of code, cut where something that it would cross begins or ends."""
    touching = [other for other in fixed if other.offset < style.end and style.offset < other.end]
    if all(other.type not in CODES and _nests(style, other) for other in touching):
        yield style
        return
    edges = {edge for other in touching for edge in (other.offset, other.end)}
    inside = sorted({style.offset, style.end} | {edge for edge in edges if style.offset < edge < style.end})
    for start, end in pairwise(inside):
        if not any(block.type in CODES and block.offset <= start < block.end for block in touching):
            yield replace(style, offset=start, length=end - start)


def _nests(one: Entity, other: Entity) -> bool:
    """Whether one lies within the other."""
    is_around = one.offset <= other.offset and other.end <= one.end
    return is_around or (other.offset <= one.offset and one.end <= other.end)


_FOUND = (
    # The shapes are those of tdlib's find_entities; possessive, so that a longer word is no match at all.
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}+(?:@[a-zA-Z0-9_]{3,32}+)?+(?![\w/<>])")),
    ("email", re.compile(r"(?<![\w.+-])[a-zA-Z0-9._+-]++@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}(?!\w)")),
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]»]")),
    (
        "url",
        re.compile(r"(?<![\w@./-])(?:[a-zA-Z0-9-]+\.)+(?:com|net|org|vn|info|io|me|dev)(?![\w@.-])(?:/[^\s<>\"]*)?"),
    ),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{2,32}+(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#(?=\w*[^\W\d_])\w{1,256}+(?![#\w])")),
)


def find(text: str) -> list[Entity]:
    """The commands, links, mentions and hashtags that Telegram marks by itself."""
    if not any(sign in text for sign in "/@#."):
        return []
    taken: list[tuple[int, int]] = []
    found = []
    for kind, shape in _FOUND:
        for match in shape.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                taken.append(match.span())
                offset = utf16_length(text[: match.start()])
                found.append(Entity(kind, offset, utf16_length(match.group())))
    return sort(found)


def merge(marked: list[Entity], found: list[Entity]) -> list[Entity]:
    """Those marked by the sender, and those found by Telegram that do not touch a marked link or code."""
    fixed = [entity for entity in marked if entity.type not in STYLES | QUOTES]
    free = [new for new in found if all(new.end <= old.offset or new.offset >= old.end for old in fixed)]
    return sort([*marked, *free])[:MAX_ENTITIES] if free else marked
