"""Finding the item that is meant: in an answer, by an entry's number, or by words."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.amending.items import Item, ItemRef, Items
from knowledge.answers import Answer, Outcome, Quote
from knowledge.asking.library import Library
from knowledge.asking.service import Asking
from knowledge.facts import Citation, Role
from knowledge.fields.amendments import Place, places_of
from knowledge.fields.describing import describe, shown
from knowledge.fields.entry_fields import EntryFields
from knowledge.searching.searching import search

# More buttons than these nobody reads; more words find fewer.
MOST_FOUND = 8
_NUMBER = re.compile(r"\s*(?P<named>#|mục số|mục|entry|item)?\s*(?P<number>\d{1,9})\s*", re.IGNORECASE)


def find_items(asking: Asking, items: Items, words: str, today: date) -> list[Item]:
    """What these words may mean, the likeliest first: an entry by its number, what they ask for, or where they stand."""
    found: list[Item] = []
    if number := _NUMBER.fullmatch(words):
        entry = items.entry(int(number["number"]))
        found += [entry] if entry else []
        if number["named"]:  # an entry's number, and nothing that has the number in it
            return found
    answer = asking.ask(words, today=today).answer
    if answer.outcome is Outcome.ANSWERED:
        found += items_in(asking.library, items, answer)
    else:
        hits = search(asking.library, words, limit=MOST_FOUND).hits
        refs = [ref for hit in hits for ref, _ in _in_words(asking.library, hit.report_id, hit.text)]
        found += [item for ref in refs[:MOST_FOUND] if (item := items.get(ref))]
    return list({item.ref: item for item in found}.values())[:MOST_FOUND]


def items_in(library: Library, items: Items, answer: Answer) -> list[Item]:
    """The facts that an answer told, or where it told none of them, those of the sentences that it rests on."""
    quoted = [one for quote in answer.quotes for one in _quoted(library, quote)]
    told = [ref for ref, written in quoted if written and written in answer.direct]
    refs = dict.fromkeys(told or [ref for ref, _ in quoted])
    return [item for ref in list(refs)[:MOST_FOUND] if (item := items.get(ref))]


def _quoted(library: Library, quote: Quote) -> Iterator[tuple[ItemRef, str]]:
    yield from _in_words(library, quote.report_id, quote.text)


def _in_words(library: Library, report_id: int, words: str) -> Iterator[tuple[ItemRef, str]]:
    """Every fact of the sentence that begins so, with how it is written; what only serves as a basis says nothing."""
    report = library.filed.with_id(report_id)
    if report is None:
        return
    for position, statement in enumerate(report.statements):
        if not statement.span.cut(report.text).strip().startswith(words.strip()):
            continue
        if report.facts.kind == "entry":
            yield ItemRef(report_id, Place(position, "document")), words
            continue
        for place, fact in places_of(statement, position):
            if not (isinstance(fact, Citation) and fact.role is Role.BASIS):
                yield ItemRef(report_id, place), _written(place, describe(fact))


def _written(place: Place, fields: EntryFields) -> str:
    return shown({"document": "number", "figure": "value", "task": "task"}[place.kind], fields)
