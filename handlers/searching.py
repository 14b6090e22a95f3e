"""/timkiem: the sentences of the published reports that hold all the words."""

import re

from handlers.layout.message import Message, button, compose
from handlers.layout.reports import STATEMENTS_PER_PAGE
from handlers.layout.search import HITS_PER_PAGE, lay_out_found
from handlers.turn import Turn
from knowledge.asking.links import from_link, to_link
from knowledge.grammar.folding import compose as compose_text
from knowledge.grammar.folding import fold
from knowledge.searching import search

# What the buttons to other pages can carry, beside the number of the page.
MOST_CHARACTERS = 55


def is_searchable(query: str) -> bool:
    """Whether there is something to look for that buttons can carry."""
    return 0 < len(to_link(query) or "") <= MOST_CHARACTERS


async def find(turn: Turn) -> None:
    """The first page of what was found."""
    query = turn.arguments
    if not re.search(r"[a-z0-9]", fold(compose_text(query))):
        await turn.say(turn.words("search-how"))
        return
    if not is_searchable(query):
        await turn.say(turn.words("search-too-long", most=MOST_CHARACTERS))
        return
    await turn.send(await _page(turn, query, 0))


async def turn_page(turn: Turn) -> None:
    """Another page in place of this one."""
    page, _, link = turn.pressed.partition(":")
    await turn.replace(await _page(turn, _as_typed(turn, link), int(page)))


def _as_typed(turn: Turn, link: str) -> str:
    """The words as the message shows them, with their tones; those of the button where it shows others."""
    shown = turn.shown.partition("“")[2].partition("”")[0]
    return shown if to_link(shown) == link else from_link(link)


async def _page(turn: Turn, query: str, page: int) -> Message:
    library = turn.desk.knowledge.asking.library
    offset = page * HITS_PER_PAGE
    found = await turn.know(search, library, query, offset=offset, limit=HITS_PER_PAGE, language=turn.language)
    if not found.hits:
        ask = button(turn.words.plain("button-ask-it"), f"k:{to_link(query)}")
        return compose(turn.words("search-nothing", query=query), [ask])
    return lay_out_found(found, query, page, turn.words, statements_per_page=STATEMENTS_PER_PAGE)
