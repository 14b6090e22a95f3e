"""Pressed buttons and inline queries that wait for the bot's answer.

core.telegram.org/bots/api#callbackquery and #inlinequery.
"""

import time
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.people import User
from bot.sandbox.signals import Signal

# How long Telegram takes an answer is not documented; bot authors see QUERY_ID_INVALID after some minutes.
ANSWER_WITHIN_SECONDS = 15 * 60.0


@dataclass(slots=True)
class Query:
    """A question to the bot that a client shows a spinner for."""

    id: str
    kind: Literal["callback", "inline"]
    user: User
    body: Json
    asked_at: float
    answer: Json | None = None
    answered: Signal = field(default_factory=Signal)


@dataclass(slots=True)
class Queries:
    """The queries of one bot, by id."""

    by_id: dict[str, Query] = field(default_factory=dict)
    answer_within_seconds: float = ANSWER_WITHIN_SECONDS

    def ask(self, kind: Literal["callback", "inline"], user: User, body: Json) -> Query:
        """A new query with an id of its own, added to the body."""
        number = str(4_000_000_000_000 + len(self.by_id))
        query = Query(number, kind, user, {"id": number, **body}, time.time())
        self.by_id[number] = query
        return query

    def settle(self, query_id: str, kind: str, answer: Json) -> None:
        """Gives the waiting client its answer; raises Telegram's words for an old or unknown query."""
        query = self.by_id.get(query_id)
        if query is None or query.kind != kind or time.time() - query.asked_at > self.answer_within_seconds:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        query.answer = answer
        query.answered.notify()
