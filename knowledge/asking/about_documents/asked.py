"""A document that a question is about, and how its facts are quoted."""

from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer, Quote, Topic
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.replies import Wording, not_found, quote


@dataclass(frozen=True, slots=True)
class Asked:
    """A document that a question is about, seen from the reports it may rest on."""

    library: Library
    document: Document
    mentions: tuple[Mention, ...]
    today: date
    wording: Wording


def topic(document: Document) -> Topic:
    """What a follow-up or a subscription takes the answer to be about."""
    return Topic(document=document.key)


def quote_of(asked: Asked, mention: Mention) -> Quote:
    """The statement of a mention, word for word."""
    report = asked.library.reports[mention.report]
    return quote(report, mention.statement.span)


def first_mention(asked: Asked, *, said: str) -> Mention | None:
    """The first mention whose citation gives the named datum."""
    return next((m for m in asked.mentions if getattr(m.citation, said)), None)


def answer_missing(asked: Asked, what: str) -> Answer:
    """That no report gives this datum of the document."""
    return not_found(
        asked.wording.say(
            f"Các báo cáo không nêu {what} của {asked.document.name}.",
            f"The reports do not say {what}: {asked.document.name}.",
        )
    )


def history_quotes(asked: Asked) -> tuple[Quote, ...]:
    """All that was told of the document, newest first."""
    return tuple(quote_of(asked, m) for m in reversed(asked.mentions))
