"""Several shelves or catalogues as one: what was published lately is brought together now and then."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import TypeVar

import numpy as np

from knowledge.asking.giving_way import Rest, no_rest
from knowledge.asking.shelves.catalogue import Catalogue
from knowledge.asking.shelves.layers import joined, joined_codes, joined_ends, joined_numbers, starts_of
from knowledge.asking.shelves.postings import Numbers, Postings
from knowledge.asking.shelves.records import Records
from knowledge.asking.shelves.shelf import Shelf

_Part = TypeVar("_Part", Shelf, Catalogue)


def with_few_layers(
    shelves: Sequence[Shelf], catalogues: Sequence[Catalogue], rest: Rest = no_rest
) -> tuple[Sequence[Shelf], Sequence[Catalogue]]:
    """The same, the later layers so brought together that each is more than twice as large as all after it.

    The first, which is by far the largest, stays as it is; all numbers do.
    """
    return _few(shelves, merged_shelf, rest), _few(catalogues, merged_catalogue, rest)


def _few(parts: Sequence[_Part], merged: Callable[[Sequence[_Part], Rest], _Part], rest: Rest) -> Sequence[_Part]:
    few = list(parts)
    while len(few) > 2 and len(few[-2]) <= 2 * len(few[-1]):
        few[-2:] = [merged(few[-2:], rest)]
    return few


def merged_shelf(shelves: Sequence[Shelf], rest: Rest = no_rest) -> Shelf:
    """One shelf with all that these hold, in their order."""
    merged = shelves[0]
    if len(shelves) > 1:
        for join in (
            _with_records,
            _with_numbers,
            _with_codes,
            _with_statement_words,
            _with_report_words,
            _with_counts,
        ):
            merged = join(merged, shelves)
            rest()
    return merged


def _with_records(merged: Shelf, shelves: Sequence[Shelf]) -> Shelf:
    return replace(
        merged,
        reports=_records([s.reports for s in shelves]),
        texts=_records([s.texts for s in shelves]),
        headings=_records([s.headings for s in shelves]),
        statements=_records([s.statements for s in shelves]),
        figures=_records([s.figures for s in shelves]),
    )


def _with_numbers(merged: Shelf, shelves: Sequence[Shelf]) -> Shelf:
    """With the columns that mean the same on every shelf, or count from where it begins."""
    reports, statements = starts_of([s.reports for s in shelves]), starts_of(shelves)
    return replace(
        merged,
        r_last=joined_numbers([s.r_last for s in shelves], statements),
        r_heading=joined_numbers([s.r_heading for s in shelves], starts_of([s.headings for s in shelves])),
        r_told=joined([s.r_told for s in shelves]),
        s_report=joined_numbers([s.s_report for s in shelves], reports),
        s_tells=joined([s.s_tells for s in shelves]),
        s_mention=joined_ends([s.s_mention for s in shelves]),
        s_figure=joined_ends([s.s_figure for s in shelves]),
        f_statement=joined_numbers([s.f_statement for s in shelves], statements),
        f_measure=joined([s.f_measure for s in shelves]),
        f_value=joined([s.f_value for s in shelves]),
    )


def _with_codes(merged: Shelf, shelves: Sequence[Shelf]) -> Shelf:
    """With the columns that say which of a list it is, and these lists."""
    f_period, periods = joined_codes([s.f_period for s in shelves], [s.periods for s in shelves])
    f_body, bodies = joined_codes([s.f_body for s in shelves], [s.bodies for s in shelves])
    r_issuer, issuers = joined_codes([s.r_issuer for s in shelves], [s.issuers for s in shelves])
    return replace(
        merged, f_period=f_period, periods=periods, f_body=f_body, bodies=bodies, r_issuer=r_issuer, issuers=issuers
    )


def _with_statement_words(merged: Shelf, shelves: Sequence[Shelf]) -> Shelf:
    statements = starts_of(shelves)
    return replace(
        merged,
        statement_words=_postings([s.statement_words for s in shelves], statements),
        folded_words=_postings([s.folded_words for s in shelves], statements),
        charged=_postings([s.charged for s in shelves], statements),
    )


def _with_report_words(merged: Shelf, shelves: Sequence[Shelf]) -> Shelf:
    """With those of reports and of figures."""
    reports = starts_of([s.reports for s in shelves])
    return replace(
        merged,
        figure_words=_postings([s.figure_words for s in shelves], starts_of([s.figures for s in shelves])),
        title_words=_postings([s.title_words for s in shelves], reports),
        filed=_postings([s.filed for s in shelves], reports),
    )


def _with_counts(merged: Shelf, shelves: Sequence[Shelf]) -> Shelf:
    return replace(
        merged,
        counts=_sum([s.counts for s in shelves]),
        places=_sum([s.places for s in shelves]),
        own_bodies=_sum([s.own_bodies for s in shelves]),
    )


def joined_catalogue(catalogues: Sequence[Catalogue]) -> Catalogue:
    """The columns of all as of one; the postings are those of the first alone, for `Layers` look into each."""
    if len(catalogues) == 1:
        return catalogues[0]
    return _with_document_codes(_with_mentions(_with_documents(catalogues[0], catalogues), catalogues), catalogues)


def _with_documents(into: Catalogue, catalogues: Sequence[Catalogue]) -> Catalogue:
    return replace(
        into,
        d_mention=joined_ends([c.d_mention for c in catalogues]),
        d_first=joined([c.d_first for c in catalogues]),
        d_join=joined([c.d_join for c in catalogues]),
        d_year=joined([c.d_year for c in catalogues]),
        d_issued=joined([c.d_issued for c in catalogues]),
        d_is=joined([c.d_is for c in catalogues]),
        d_due=joined([c.d_due for c in catalogues]),
        d_told=joined([c.d_told for c in catalogues]),
        d_expected=joined([c.d_expected for c in catalogues]),
    )


def _with_mentions(into: Catalogue, catalogues: Sequence[Catalogue]) -> Catalogue:
    m_status, _ = joined_codes([c.m_status for c in catalogues], [c.statuses for c in catalogues])
    m_owner, owners = joined_codes([c.m_owner for c in catalogues], [c.owners for c in catalogues])
    return replace(
        into,
        m_statement=joined([c.m_statement for c in catalogues]),
        m_position=joined([c.m_position for c in catalogues]),
        m_size=joined([c.m_size for c in catalogues]),
        m_status=m_status,
        m_owner=m_owner,
        owners=owners,
    )


def _with_document_codes(into: Catalogue, catalogues: Sequence[Catalogue]) -> Catalogue:
    d_symbol, symbols = joined_codes([c.d_symbol for c in catalogues], [c.symbols for c in catalogues])
    d_types, types = joined_codes([c.d_types for c in catalogues], [c.types for c in catalogues])
    d_status, statuses = joined_codes([c.d_status for c in catalogues], [c.statuses for c in catalogues])
    d_home, homes = joined_codes([c.d_home for c in catalogues], [c.homes for c in catalogues])
    return replace(
        into,
        d_symbol=d_symbol,
        symbols=symbols,
        d_types=d_types,
        types=types,
        d_status=d_status,
        statuses=statuses,
        d_home=d_home,
        homes=homes,
    )


def merged_catalogue(catalogues: Sequence[Catalogue], rest: Rest = no_rest) -> Catalogue:
    """One catalogue with the documents of these, in their order."""
    if len(catalogues) == 1:
        return catalogues[0]
    rest()
    documents, mentions = starts_of(catalogues), starts_of([c.m_statement for c in catalogues])
    return replace(
        joined_catalogue(catalogues),
        words=_postings([c.words for c in catalogues], documents),
        type_words=_postings([c.type_words for c in catalogues], documents),
        numbers=_postings([c.numbers for c in catalogues], documents),
        years=_postings([c.years for c in catalogues], documents),
        subject_words=_postings([c.subject_words for c in catalogues], documents),
        charged_words=_postings([c.charged_words for c in catalogues], documents),
        places=_postings([c.places for c in catalogues], documents),
        alike=_postings([c.alike for c in catalogues], mentions),
        planned_alike=_postings([c.planned_alike for c in catalogues], mentions),
    )


def size_of(part: Shelf | Catalogue) -> int:
    """Its bytes, lists of words apart."""
    values = [getattr(part, one.name) for one in fields(part)]
    columns = sum(value.nbytes for value in values if isinstance(value, np.ndarray))
    records = sum(len(value.kept) + value.ends.nbytes for value in values if isinstance(value, Records))
    return columns + records + sum(value.numbers.nbytes for value in values if isinstance(value, Postings))


def _records(parts: Sequence[Records]) -> Records:
    starts = starts_of([part.kept for part in parts])
    ends = np.concatenate([part.ends + np.int64(start) for part, start in zip(parts, starts, strict=True)])
    return Records(memoryview(b"".join(part.kept for part in parts)), ends)


def _postings(parts: Sequence[Postings], starts: Sequence[int]) -> Postings:
    runs: dict[str, list[Numbers]] = {}
    for part, start in zip(parts, starts, strict=True):
        for word in part.places:
            runs.setdefault(word, []).append(part.of(word) + np.int32(start))
    lengths = [sum(map(len, found)) for found in runs.values()]
    ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))
    every = [run for found in runs.values() for run in found]
    numbers = np.concatenate(every) if every else np.empty(0, np.int32)
    return Postings({word: at for at, word in enumerate(runs)}, ends, numbers)


def _sum(counts: Sequence[dict[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for counted in counts:
        for word, count in counted.items():
            found[word] = found.get(word, 0) + count
    return found
