"""An answer as a message: the direct answer first, its context, then the sources with their words."""

from handlers.layout.html import MOST_CHARACTERS, escape, length
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.words import Html, Words
from knowledge.answers import Answer, Outcome, Quote
from knowledge.grammar.dates import format_date
from knowledge.grammar.folding import fold

# More quotations than this are not read; the other sources are still named.
MOST_QUOTES = 3
# A list that is longer ends with how many more there are.
MOST_LINES = 30
# Telegram allows more buttons; nobody reads them.
MOST_CHOICES = 8
# A report without a number is named by its title, which can be a paragraph.
MOST_NAME_CHARACTERS = 120


def lay_out_answer(answer: Answer, words: Words, *, question_id: int | None = None) -> Message:
    """The answer as the chat shows it; buttons need the number of the question."""
    html = _fit(answer, words)
    return compose(html, *([] if question_id is None else _choices(answer, question_id)))


def _fit(answer: Answer, words: Words) -> str:
    """The answer with as many of its lines as one message holds, and at least the first."""
    for lines in range(min(len(answer.lines), MOST_LINES), 0, -1):
        html = "\n".join(_blocks(answer, words, lines))
        if length(html) <= MOST_CHARACTERS:
            return html
    return "\n".join(_blocks(answer, words, min(len(answer.lines), 1)))


def _blocks(answer: Answer, words: Words, lines: int) -> list[str]:
    found = answer.outcome is Outcome.ANSWERED
    blocks = [f"<b>{escape(answer.direct)}</b>" if found else escape(answer.direct)]
    if answer.context and fold(answer.context) not in fold(answer.direct):
        blocks.append(escape(answer.context))
    blocks += [escape(line) if line[:1].isdigit() else f"• {escape(line)}" for line in answer.lines[:lines]]
    if len(answer.lines) > lines:
        blocks.append(words("answer-more-lines", count=len(answer.lines) - lines))
    return blocks + _sources(answer.quotes, words)


def _sources(quotes: tuple[Quote, ...], words: Words) -> list[str]:
    """Each report once, followed by what is quoted from it."""
    blocks: list[str] = []
    left = MOST_QUOTES
    for report_id in dict.fromkeys(quote.report_id for quote in quotes):
        own = list(dict.fromkeys(quote for quote in quotes if quote.report_id == report_id))
        blocks.append(words("answer-source", source=Html(_source(own[0], words))))
        quoted = dict.fromkeys(quote.text.strip() for quote in own[:left] if quote.text.strip())
        blocks += [f"<blockquote expandable>{escape(text)}</blockquote>" for text in quoted]
        left -= len(quoted)
    return blocks


def _source(quote: Quote, words: Words) -> str:
    name = escape(shorten(quote.report, MOST_NAME_CHARACTERS))
    if quote.source and quote.source.startswith(("https://", "http://")):
        name = f'<a href="{escape(quote.source).replace(chr(34), "&quot;")}">{name}</a>'
    signed = words("answer-signed", date=format_date(quote.signed_on)) if quote.signed_on else ""
    rest = [signed, escape(quote.period), escape(quote.organisation)]
    return ", ".join([name, *(part for part in rest if part)])


def _choices(answer: Answer, question_id: int) -> list[list[Button]]:
    options = (*answer.choices, *answer.suggestions)[:MOST_CHOICES]
    return [[button(option.label, f"q:{question_id}:{n}")] for n, option in enumerate(options)]
