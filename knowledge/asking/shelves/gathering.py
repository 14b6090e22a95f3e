"""The documents of a shelf: their mentions brought together without holding all of them at once."""

from array import array
from collections.abc import Callable, Iterable, Iterator

from knowledge.asking.documents import Document, Mention, in_order, joining_number, split_numbered
from knowledge.asking.planned import join_planned
from knowledge.asking.shelves.catalogue import Catalogue, CatalogueBuilder
from knowledge.asking.shelves.entries import StatementEntry
from knowledge.grammar.concepts import Tagger


def mentions_in(entry: StatementEntry) -> Iterator[Mention]:
    """Every citation of a statement as a mention of its document."""
    report = entry.report
    for position, citation in enumerate(entry.statement.citations):
        yield Mention(
            citation,
            entry.statement,
            report.index,
            report.told_on,
            report.body,
            report.province,
            report.facts.province,
            entry.number,
            position,
        )


def gather(numbers: Iterable[int], entry: Callable[[int], StatementEntry], tagger: Tagger) -> Catalogue:
    """The documents that these statements mention.

    Only documents of provinces in which something is planned are held together, for a plan may be any of them.
    """
    groups: dict[tuple[str, str], array[int]] = {}
    planned: list[Mention] = []
    for number in numbers:
        for mention in mentions_in(entry(number)):
            if (joining := joining_number(mention.citation)) is not None:
                groups.setdefault(joining, array("i")).extend((number, mention.position))
            elif mention.citation.subject:
                planned.append(mention)
    builder = CatalogueBuilder(tagger)
    provinces = {mention.province for mention in planned}
    held: list[Document] = []
    for places in groups.values():
        for document in split_numbered(_mentions_at(places, entry)):
            province = document.mentions[0].province
            if "" in provinces or province in provinces or (provinces and not province):
                held.append(document)
            else:
                builder.extend(in_order([document]))
    plans = join_planned(held, planned, tagger)
    builder.extend(in_order([*held, *plans]))
    return builder.built()


def _mentions_at(places: "array[int]", entry: Callable[[int], StatementEntry]) -> list[Mention]:
    found = []
    for at in range(0, len(places), 2):
        mentions = list(mentions_in(entry(places[at])))
        found.append(mentions[places[at + 1]])
    return found
