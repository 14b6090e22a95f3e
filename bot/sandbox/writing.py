"""Entities written back as HTML, for tests to read and compare."""

import html

from bot.sandbox.entities import Entity

_WRITTEN = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


def write_html(text: str, entities: list[Entity]) -> str:
    """HTML that `parse_html` reads back as the same text and entities, if they nest."""
    places: list[tuple[int, int, int, str]] = []
    for order, entity in enumerate(entities):
        if (tags := _tags(entity)) is not None:
            places.append((entity.offset, 1, order, tags[0]))
            places.append((entity.end, 0, -order, tags[1]))
    units = text.encode("utf-16-le")
    written, last = [], 0
    for place, _, _, tag in sorted(places):
        written += [html.escape(units[2 * last : 2 * place].decode("utf-16-le", "replace"), quote=False), tag]
        last = place
    return "".join([*written, html.escape(units[2 * last :].decode("utf-16-le", "replace"), quote=False)])


def _tags(entity: Entity) -> tuple[str, str] | None:
    match entity.type:
        case "text_link":
            return f'<a href="{html.escape(entity.url or "")}">', "</a>"
        case "text_mention":
            return f'<a href="tg://user?id={entity.user_id}">', "</a>"
        case "pre" if entity.language:
            return f'<pre><code class="language-{html.escape(entity.language)}">', "</code></pre>"
        case "pre":
            return "<pre>", "</pre>"
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{entity.custom_emoji_id}">', "</tg-emoji>"
        case kind:
            return _WRITTEN.get(kind)
