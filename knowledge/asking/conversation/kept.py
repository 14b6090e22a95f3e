"""What is kept of a chat between its questions, as JSON, and the turns that are read from it."""

import json
from collections.abc import Callable
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking.conversation.merging import joined
from knowledge.asking.conversation.turns import Meant, Turn, digest
from knowledge.asking.reading.question import Query
from knowledge.asking.sentences.placing import asks_who_is_placed

# How many turns back a follow-up may reach; a run of them reaches to the question that it began with.
_TURNS, _LONGEST_RUN = 3, 12


def remember(previous: str | None, meant: Meant, answer: Answer) -> str:
    """What is kept of a chat, as JSON: the last turns, with this one behind them."""
    turns = json.loads(previous).get("turns", []) if previous else []
    body = answer.topic.organisation
    turn = {
        "text": meant.query.text,
        "follows": meant.follows,
        "over": meant.passes_over,
        "outcome": answer.outcome.value,
        "document": answer.topic.document,
        "report": answer.topic.report_id,
        "body": body if body is not None and asks_who_is_placed(meant.query) else None,
        "said": digest(answer.quotes[0].text) if answer.quotes else "",
        "year": _year_told(meant.query, answer),
    }
    kept = [*turns, turn]
    first = max((at for at, one in enumerate(kept) if not one["follows"]), default=0)
    return _WRITE({"turns": kept[max(min(first, len(kept) - _TURNS), len(kept) - _LONGEST_RUN, 0) :]})


def leans_on(previous: str | None, context: str | None) -> str | None:
    """The question before it without which one says too little; None where it stands alone.

    `previous` is what was kept of the chat before it, `context` what is kept since.
    """
    before = json.loads(previous).get("turns", []) if previous else []
    since = json.loads(context).get("turns", []) if context else []
    if not before or (previous != context and not (since and since[-1]["follows"])):
        return None
    return str(before[-1]["text"])


def _year_told(query: Query, answer: Answer) -> int | None:
    """The year that the answer took for a period whose year was open."""
    told = answer.topic.period
    if told is None or not any(m.is_open and m.in_year(told.first.year) == told for m in query.periods):
        return None
    return told.first.year


def recall(previous: str | None, read: Callable[[str], Query]) -> list[Turn]:
    """The turns that were kept, each question read anew with what it takes from those before it."""
    turns: list[Turn] = []
    for item in json.loads(previous).get("turns", []) if previous else ():
        query = read(item["text"])
        if turns and item.get("follows"):
            query = joined(turns[: max(len(turns) - item.get("over", 0), 1)], query)
        turns.append(
            Turn(
                _of_year(query, item.get("year")),
                item.get("document"),
                item["outcome"],
                item.get("report"),
                item.get("body"),
                item.get("said", ""),
                bool(item.get("follows")),
                item.get("over", 0),
            )
        )
    return turns


def _of_year(query: Query, year: int | None) -> Query:
    """The question with that year wherever a period left it open."""
    if year is None:
        return query
    return replace(query, periods=tuple(replace(m, year=year) if m.is_open else m for m in query.periods))


_WRITE = json.JSONEncoder(ensure_ascii=False).encode
