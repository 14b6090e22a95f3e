"""The list of sources, the card of one, and what was found at an address."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.layout.html import escape
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.words import Html, Words
from knowledge.sources.links import Findings, SourceKind
from knowledge.sources.source import ItemState, Source, SourceState

# What is found at an address is shown to be recognised; more would only have to be scrolled through.
LINKS_SHOWN = 8
# Telegram takes 100 buttons; of so many sources the rest is reached from the shell.
SOURCES_SHOWN = 60
MOST_NAME_CHARACTERS = 80

_KINDS = {
    SourceKind.LISTING: "source-kind-listing",
    SourceKind.FEED: "source-kind-feed",
    SourceKind.PAGE: "source-kind-page",
}


def listing(sources: list[Source], words: Words) -> Message:
    """All sources with their state, each with the button that opens it."""
    add = [button(words.plain("button-source-add"), "eh:how")]
    if not sources:
        return compose(words("source-none"), add)
    shown = list(enumerate(sources[:SOURCES_SHOWN], 1))
    lines = [f"{number}. {_line(source, words)}" for number, source in shown]
    if len(sources) > SOURCES_SHOWN:
        lines.append(words("answer-more-lines", count=len(sources) - SOURCES_SHOWN))
    rows = [[button(f"{number}. {source.name}", f"e:{source.id}")] for number, source in shown]
    return compose("\n".join([words("source-list"), *lines]), *rows, add)


def card(
    source: Source, counts: dict[ItemState, int], words: Words, zone: ZoneInfo, *, is_owner: bool, before: str = ""
) -> Message:
    """One source: what is known of it, and the buttons that steer it; `before` says what has just happened."""
    blocks = [
        before,
        f"<b>{escape(name_of(source))}</b>",
        escape(source.address),
        words("source-is", kind=_flags(source, words)),
    ]
    if source.last_looked_at:
        blocks.append(words("source-looked", time=_time(source.last_looked_at, zone)))
    else:
        blocks.append(words("source-not-looked"))
    found = counts.get(ItemState.IMPORTED, 0)
    blocks.append(words("source-found", count=found))
    if counts.get(ItemState.FAILED):
        blocks.append(words("source-failed-items", count=counts[ItemState.FAILED]))
    if source.trouble and source.state is SourceState.WATCHED:
        reason = source.trouble.in_language(words.language)
        blocks.append(words("source-trouble", count=source.failures, reason=reason))
        blocks.append(words("source-next", time=_time(source.next_look_at, zone)))
    return compose("\n".join(block for block in blocks if block), *_buttons(source, words, is_owner=is_owner))


def found(findings: Findings, words: Words, *, address: str) -> str:
    """What an address is and which reports are there."""
    name = shorten(findings.title or address, MOST_NAME_CHARACTERS)
    blocks = [f"<b>{escape(name)}</b>", escape(address), words("source-is", kind=words(_KINDS[findings.kind]))]
    if findings.kind is not SourceKind.PAGE:
        blocks.append(words("source-sees", count=len(findings.links)) if findings.links else words("source-sees-none"))
        blocks += [f"• {escape(shorten(link.title, 150))}" for link in findings.links[:LINKS_SHOWN]]
        if len(findings.links) > LINKS_SHOWN:
            blocks.append(words("answer-more-lines", count=len(findings.links) - LINKS_SHOWN))
    return "\n".join(blocks)


def proposal(source: Source, findings: Findings, words: Words) -> Message:
    """What was found, and the ways to add it."""
    blocks = [found(findings, words, address=source.address)]
    if source.organisation:
        blocks.append(words("source-organisation", name=source.organisation))
    count = len(findings.links)
    if findings.kind is SourceKind.PAGE or not count:
        rows = [[button(words.plain("button-source-add-it"), f"ea:{source.id}:all")]]
    else:
        rows = [
            [button(words.plain("button-source-add-new"), f"ea:{source.id}:new")],
            [button(words.plain("button-source-add-all", count=count), f"ea:{source.id}:all")],
        ]
    return compose("\n".join(blocks), *rows, [button(words.plain("button-cancel"), "eh:cancel")])


def name_of(source: Source) -> str:
    """What the source is called, short enough for a line."""
    return shorten(source.name, MOST_NAME_CHARACTERS)


def _line(source: Source, words: Words) -> str:
    trouble = ""
    if source.trouble and source.state is SourceState.WATCHED:
        trouble = f"\n    ⚠ {escape(shorten(source.trouble.in_language(words.language), 200))}"
    return f"<b>{escape(name_of(source))}</b>: {_flags(source, words)}{trouble}"


def _flags(source: Source, words: Words) -> Html:
    state = words("source-state-paused" if source.state is SourceState.PAUSED else "source-state-watched")
    trust = words("source-trusted" if source.is_trusted else "source-not-trusted")
    return Html(f"{words(_KINDS[source.kind])}; {state}; {trust}")


def _buttons(source: Source, words: Words, *, is_owner: bool) -> list[list[Button]]:
    number = source.id
    is_paused = source.state is SourceState.PAUSED
    steer = ("button-source-resume", "resume") if is_paused else ("button-source-pause", "pause")
    rows = [
        [
            button(words.plain("button-source-test"), f"et:{number}"),
            button(words.plain("button-source-check"), f"ec:{number}"),
        ],
        [
            button(words.plain(steer[0]), f"es:{number}:{steer[1]}"),
            button(words.plain("button-source-remove"), f"es:{number}:remove"),
        ],
        [button(words.plain("button-source-all"), "eh:all")],
    ]
    if is_owner and source.is_trusted:
        rows.insert(1, [button(words.plain("button-source-distrust"), f"eo:{number}:distrust")])
    elif is_owner:
        rows.insert(1, [button(words.plain("button-source-trust"), f"eo:{number}:ask")])
    return rows


def _time(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%H:%M %d/%m/%Y}"
