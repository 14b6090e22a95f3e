"""A trend as a picture with its words below, which say the same to whoever cannot see it."""

from handlers.drawing import Bar, Chart
from handlers.layout.answers import headline
from handlers.layout.html import escape, length
from handlers.layout.message import Message
from handlers.layout.rests_on import named_sources
from handlers.words import Words
from knowledge.answers import Answer

# https://core.telegram.org/bots/api#sendphoto: "0-1024 characters after entities parsing"
MOST_CAPTION_CHARACTERS = 1024
# A year of months; more columns are too thin for a phone.
MOST_BARS = 12


def chart_of(answer: Answer, words: Words) -> Chart:
    """The picture of a trend: its newest points, named by what they count and whose they are."""
    unit = answer.subject.partition(" (")[0].strip()
    bars = [
        Bar(point.period, point.written.removesuffix(f" {unit}"), float(point.value))
        for point in answer.points[-MOST_BARS:]
    ]
    title = words.plain("chart-share") + answer.subject[1:] if answer.subject.startswith("%") else answer.subject
    title = title or words.plain("chart-title")
    return Chart(title[:1].upper() + title[1:], answer.context, tuple(bars), named_sources(answer.quotes, words))


def chart_caption(answer: Answer, words: Words) -> Message:
    """The words below the picture, in a caption's limit; what was left out is in the chat above."""
    head, _ = headline(answer)
    blocks = [f"<b>{escape(head)}</b>", *([escape(answer.context)] if answer.context else [])]
    source, lines = escape(named_sources(answer.quotes, words)), [f"• {escape(line)}" for line in answer.lines]
    for kept in range(len(lines), -1, -1):
        html = "\n".join([*blocks, *lines[len(lines) - kept :], source])
        if length(html) <= MOST_CAPTION_CHARACTERS:
            return Message((html,))
    return Message((blocks[0],))
