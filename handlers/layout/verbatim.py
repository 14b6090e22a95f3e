"""What the reports say, word for word and open, each with the button that opens its report."""

from handlers.layout.answers import source_line
from handlers.layout.html import escape
from handlers.layout.mended import mended_line
from handlers.layout.message import Message, button, compose
from handlers.words import Html, Words
from knowledge.answers import Quote

# Buttons below; an answer rests on more reports only when it lists them.
MOST_REPORTS = 4


def lay_out_verbatim(quotes: tuple[Quote, ...], words: Words) -> Message:
    """Every quotation of an answer under its report."""
    blocks: list[str] = []
    reports = {quote.report_id: quote for quote in quotes}
    for report_id, first in reports.items():
        blocks.append(words("answer-source", source=Html(source_line(first, words))))
        own = [quote for quote in quotes if quote.report_id == report_id]
        told = dict.fromkeys(quote.text.strip() for quote in own)
        blocks += [f"<blockquote>{escape(text)}</blockquote>" for text in told if text]
        blocks += dict.fromkeys(mended_line(one, words) for quote in own for one in quote.mended)
    shown = list(reports.items())[:MOST_REPORTS]
    rows = [
        [button(words.plain("button-open-report", report=quote.report), f"r:{report_id}")] for report_id, quote in shown
    ]
    return compose("\n".join(blocks), *rows)
