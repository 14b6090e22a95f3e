"""`cchc ask`: questions in the shell, one by one or as JSON lines."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TextIO

import click

from bot.explaining import Failed
from bot.settings import Settings

# What the contract of the JSON lines allows.
MOST_ANSWER_CHARACTERS = 400
MOST_TEXT_CHARACTERS = 4096


@click.command("ask")
@click.argument("question", required=False)
@click.option("--jsonl", is_flag=True, help="Read questions as JSON lines from stdin, write answers as such.")
@click.option("--today", metavar="YYYY-MM-DD", help="The day on which the question is asked.")
@click.option("--english", is_flag=True, help="Answer in English.")
def ask_command(question: str | None, jsonl: bool, today: str | None, english: bool) -> None:
    """Ask QUESTION of the published reports, without any messenger.

    With --jsonl each line holds {"id", "question", "chat", "today"}; lines with the same chat are one
    conversation, in order.
    """
    from bot.storing import opened_store

    if not jsonl and question is None:
        raise click.UsageError("ask something, or give --jsonl")
    with opened_store() as (knowledge, settings):
        asking = Asking(knowledge, settings, "en" if english else "vi")
        if jsonl:
            for line in asking.answer_lines(sys.stdin):
                click.echo(line)
        else:
            day = _day(today) if today else asking.today()
            answered = asking.answer(str(question), chat="", today=day)
            click.echo("\n".join([answered["text"], *(f"  • {choice}" for choice in answered["offered"])]))


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    question: str
    chat: str
    today: date | None


class Asking:
    """Asks one question after the other, each chat being a conversation of its own."""

    def __init__(self, knowledge: Any, settings: Settings, language: str) -> None:
        from handlers.words import Catalogue

        self._knowledge = knowledge
        self._zone = settings.zone
        self._language = language
        self._words = Catalogue().words(language)
        self._contexts: dict[str, str] = {}

    def today(self) -> date:
        """The day it is in the time zone of the settings."""
        return datetime.now(self._zone).date()

    def _assumed_day(self) -> date:
        from knowledge.answers import AssumedDay

        today = self.today()
        return AssumedDay(today.year, today.month, today.day)

    def answer_lines(self, source: TextIO) -> Iterator[str]:
        """One line of JSON for each line of JSON."""
        for number, raw in enumerate(source, start=1):
            if raw.strip():
                line = _read(raw, number)
                answered = self.answer(line.question, chat=line.chat, today=line.today or self._assumed_day())
                del answered["offered"]
                yield json.dumps({"id": line.id, **answered}, ensure_ascii=False)

    def answer(self, question: str, *, chat: str, today: date) -> dict[str, Any]:
        """The answer as the contract wants it."""
        from handlers.layout.answers import lay_out_answer
        from handlers.layout.html import plain

        previous = self._contexts.get(chat) if chat else None
        asked = self._knowledge.asking.ask(question, today=today, previous=previous, language=self._language)
        self._contexts[chat] = asked.context
        answer = asked.answer
        text = "\n".join(plain(part) for part in lay_out_answer(answer, self._words).parts)
        return {
            "outcome": answer.outcome.value,
            "answer": answer.direct[:MOST_ANSWER_CHARACTERS],
            "text": text[:MOST_TEXT_CHARACTERS],
            "choices": [choice.label for choice in answer.choices],
            "offered": [choice.label for choice in (*answer.choices, *answer.suggestions)],
            "citations": [
                {"report": quote.report, "title": quote.title, "quote": quote.text} for quote in answer.quotes
            ],
            "ms": answer.ms,
        }


def _read(raw: str, number: int) -> _Line:
    try:
        data = json.loads(raw)
        today = _day(data["today"]) if data.get("today") else None
        return _Line(str(data["id"]), str(data["question"]), str(data.get("chat") or data["id"]), today)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Failed(f"line {number} is not a question: {error}") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Failed(f"{text!r} is not a date; write YYYY-MM-DD") from None
