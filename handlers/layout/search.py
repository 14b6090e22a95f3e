"""Hits of a search: the sentence with the words bold, and the report that says so."""

from handlers.layout.html import escape
from handlers.layout.message import Message, button, compose
from handlers.words import Words
from knowledge.asking.links import to_link
from knowledge.facts import Span
from knowledge.grammar.dates import format_date
from knowledge.searching import Found, Hit

HITS_PER_PAGE = 5
# A longer paragraph is shown from a little before its first hit; the button opens the whole.
MOST_SHOWN_CHARACTERS = 360
_BEFORE_CHARACTERS = 80


def lay_out_found(found: Found, query: str, page: int, words: Words, *, statements_per_page: int) -> Message:
    """One page of hits, each with a button that opens its place in the report."""
    first = page * HITS_PER_PAGE
    blocks: list[str] = [words("search-title", query=query, count=found.total)]
    for n, hit in enumerate(found.hits, first + 1):
        blocks.append(f"{n}. {_excerpt(hit)}\n<i>{hit_source(hit, words)}</i>")
    opening = [
        button(words.plain("button-open-hit", number=str(n)), f"h:{hit.report_id}:{hit.place // statements_per_page}")
        for n, hit in enumerate(found.hits, first + 1)
    ]
    arrows, link = [], to_link(query)
    if page > 0:
        arrows.append(button(words.plain("button-back"), f"z:{page - 1}:{link}"))
    if first + len(found.hits) < found.total:
        arrows.append(button(words.plain("button-more"), f"z:{page + 1}:{link}"))
    return compose("\n\n".join(blocks), opening, arrows)


def hit_source(hit: Hit, words: Words) -> str:
    """The report of a hit, its day and its period, as HTML."""
    signed = words("answer-signed", date=format_date(hit.signed_on, language=words.language)) if hit.signed_on else ""
    return ", ".join(part for part in (escape(hit.report), signed, escape(hit.period)) if part)


def _excerpt(hit: Hit) -> str:
    """The sentence; of a long one what is around its first hit, cut between words."""
    is_long = len(hit.text) > MOST_SHOWN_CHARACTERS
    start = max(0, hit.marks[0].start - _BEFORE_CHARACTERS) if hit.marks and is_long else 0
    if start:
        start = hit.text.find(" ", start) + 1
    end = min(len(hit.text), start + MOST_SHOWN_CHARACTERS)
    if end < len(hit.text):
        end = max(hit.text.rfind(" ", start, end), start + 1)
    html, at = "", start
    for mark in _joined(hit):
        if mark.start < at or mark.end > end:
            continue
        html += f"{escape(hit.text[at : mark.start])}<b>{escape(mark.cut(hit.text))}</b>"
        at = mark.end
    html += escape(hit.text[at:end])
    return ("…" if start else "") + " ".join(html.split()) + ("…" if end < len(hit.text) else "")


def _joined(hit: Hit) -> list[Span]:
    """Words that stand side by side are marked as one: Telegram takes a hundred marks a message."""
    joined: list[Span] = []
    for mark in hit.marks:
        if joined and not hit.text[joined[-1].end : mark.start].strip(" /-"):
            joined[-1] = Span(joined[-1].start, mark.end)
        else:
            joined.append(mark)
    return joined[:15]
