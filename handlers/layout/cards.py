"""Cards of an inline query: each one an answer, with the message that is sent if it is chosen."""

from dataclasses import dataclass
from datetime import date

from handlers.layout.answers import headline, lay_out_answer, source_line
from handlers.layout.html import escape, visible
from handlers.layout.message import compose, shorten
from handlers.layout.search import hit_source
from handlers.words import Html, Words
from knowledge.answers import Answer, Outcome
from knowledge.asking.links import to_link
from knowledge.asking.service import Asking
from knowledge.searching import Hit, search

# Telegram takes 50; on a phone five are seen without scrolling.
MOST_CARDS = 6
# What is longer is cut off by the width of a phone, in two lines.
MOST_TITLE_CHARACTERS = 90
MOST_DESCRIPTION_CHARACTERS = 160
# Of a paragraph; the whole is in the report.
MOST_QUOTED_CHARACTERS = 1500


@dataclass(frozen=True, slots=True)
class Card:
    """An answer in short, the message that it becomes, and what a link to the bot asks."""

    title: str
    description: str
    html: str
    link: str | None


def lay_out_cards(asking: Asking, typed: str, *, today: date, words: Words) -> tuple[Card, ...]:
    """The answers to what was typed, to what it may mean, and to what comes next; examples while nothing is typed.

    Where nothing is answered, sentences that hold the words or come nearest, which claim to be no more than that.
    """
    language = words.language
    if not typed.strip():
        questions = [one.question for one in asking.examples(today=today, language=language)]
        return _distinct(asking, questions, today, words)
    asked = asking.ask(typed, today=today, language=language)
    if asked.answer.outcome is Outcome.ANSWERED:
        steps = asking.next_steps(asked, today=today, language=language)
        return _distinct(asking, [typed, *(step.question for step in steps)], today, words)
    options = (*asked.answer.choices, *asked.answer.suggestions)
    if found := _distinct(asking, [option.question for option in options], today, words):
        return found
    holding = [_quotation(hit.text, hit.report, hit_source(hit, words), words) for hit in _holding(asking, typed)]
    return tuple(
        holding or (_quotation(one.text, one.report, source_line(one, words), words) for one in asked.answer.near)
    )


def _holding(asking: Asking, typed: str) -> tuple[Hit, ...]:
    return search(asking.library, typed, limit=MOST_CARDS).hits


def _distinct(asking: Asking, questions: list[str], today: date, words: Words) -> tuple[Card, ...]:
    """A card for each question that is answered, the same answer once."""
    cards: dict[str, Card] = {}
    for question in questions:
        answer = asking.ask(question, today=today, language=words.language).answer
        if answer.outcome is Outcome.ANSWERED:
            card = _card(question, answer, words)
            cards.setdefault(card.html, card)
    return tuple(cards.values())[:MOST_CARDS]


def _card(question: str, answer: Answer, words: Words) -> Card:
    head, rest = headline(answer)
    about = [rest or answer.context, answer.quotes[0].report if answer.quotes else ""]
    return Card(
        title=_title(head),
        description=shorten(" · ".join(part for part in about if part), MOST_DESCRIPTION_CHARACTERS),
        html=lay_out_answer(answer, words).parts[0],
        link=to_link(question),
    )


def _quotation(told: str, report: str, source: str, words: Words) -> Card:
    """A sentence of a report with its source."""
    text = " ".join(told.split())
    quoted = escape(shorten(text, MOST_QUOTED_CHARACTERS))
    html = f"<blockquote>{quoted}</blockquote>\n{words('answer-source', source=Html(source))}"
    about = shorten(report, MOST_DESCRIPTION_CHARACTERS)
    return Card(_title(text), about, compose(html).parts[0], None)


def _title(text: str) -> str:
    """Telegram takes no card without one."""
    return shorten(visible(text).strip() or "…", MOST_TITLE_CHARACTERS)
