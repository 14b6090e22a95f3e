"""The items of a draft, page by page, each with a button that leaves it out, and puts it back."""

from handlers.browsing import arrows
from handlers.drafts import find_draft
from handlers.layout.html import escape
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.layout.reports import STATEMENTS_PER_PAGE, contents
from handlers.turn import Turn
from knowledge.facts import Span, Statement
from knowledge.store.reports import UnknownReport

# Five such, with what was read in each, still fit a message.
MOST_QUOTED, MOST_FOUND = 500, 150


async def show(turn: Turn) -> None:
    """One page of the items, in place of this one."""
    draft_id, page = (int(part) for part in turn.pressed.split(":"))
    if await find_draft(turn, draft_id) is not None:
        await turn.replace(await _page(turn, draft_id, page))


async def drop(turn: Turn) -> None:
    """Leave the item out; pressing twice leaves out one."""
    number, place, page = turn.pressed.split(":")
    draft_id, (start, end) = int(number), (int(part) for part in place.split("-"))
    if await find_draft(turn, draft_id) is None:
        return
    change = await turn.know(turn.desk.knowledge.picking.drop, draft_id, Span(start, end), by=turn.user_id)
    await turn.replace(await _page(turn, draft_id, int(page), change=change))


async def keep(turn: Turn) -> None:
    """Put back what was left out."""
    change, draft, page = (int(part) for part in turn.pressed.split(":"))
    if await find_draft(turn, draft) is None:
        return
    try:
        kept = await turn.know(turn.desk.knowledge.picking.keep, change, by=turn.user_id)
    except UnknownReport:
        kept = None
    if kept != draft:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    await turn.replace(await _page(turn, draft, page))


async def _page(turn: Turn, draft_id: int, page: int, *, change: int | None = None) -> Message:
    reading, words = await turn.know(turn.desk.knowledge.reports.reading, draft_id), turn.words
    items = contents(reading)
    pages = max(1, -(-len(items) // STATEMENTS_PER_PAGE))
    here = min(page, pages - 1)
    first = here * STATEMENTS_PER_PAGE
    shown = items[first:][:STATEMENTS_PER_PAGE]
    quotes = [shorten(one.span.cut(reading.text).strip(), MOST_QUOTED) for one in shown]
    lines = [
        f"<b>{first + n}.</b> {_found(one, turn)}<blockquote>{escape(q)}</blockquote>"
        for n, (one, q) in enumerate(zip(shown, quotes, strict=True), 1)
    ]
    dropping = [
        button(words.plain("button-drop", number=first + n), f"dx:{draft_id}:{one.span.start}-{one.span.end}:{here}")
        for n, one in enumerate(shown, 1)
    ]
    undo = [button(words.plain("button-undo"), f"dk:{change}:{draft_id}:{here}")] if change is not None else []
    back: list[Button] = [button(words.plain("button-draft"), f"pb:{draft_id}")]
    title = words("items-dropped" if change is not None else "items-title", page=here + 1, pages=pages)
    return compose("\n".join([title, *lines]), dropping, undo, arrows(turn, here, pages, f"di:{draft_id}:"), back)


def _found(one: Statement, turn: Turn) -> str:
    """What was read in the sentence, shortly."""
    names = [citation.written or citation.subject or citation.type or "" for citation in one.citations]
    figures = [figure.written for figure in one.figures]
    found = [*names, *figures, *([turn.words.plain("add-kind-task")] if one.task else [])]
    return escape(shorten("; ".join(part for part in found if part), MOST_FOUND))
