"""What is doubtful in a register's rows: kept as written, and named to whoever imports."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.facts import Citation, Reading, Role, Span
from knowledge.grammar.dates import format_date
from knowledge.grammar.document_types import document_types, type_by_code
from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.symbols import fold_symbol


class RowFault(StrEnum):
    """What is wrong with a row."""

    NO_NUMBER = "no_number"
    MALFORMED_SYMBOL = "malformed_symbol"  # not as Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 has it
    NO_DATE = "no_date"
    IMPOSSIBLE_DATE = "impossible_date"  # 31/02/2021, or a day that is yet to come
    OTHER_YEAR = "other_year"  # 16/2021/QĐ-UBND of 12/03/2020
    TWICE = "twice"  # one number of one body twice in a year


@dataclass(frozen=True, slots=True)
class FaultyRow:
    """A row and what is wrong with it; `written` is what the importer should look for, as it stands."""

    fault: RowFault
    written: str
    span: Span


_PART = rf"[{UPPER}][\w&.]*"
_REGULAR = re.compile(
    rf"\d{{1,5}}[a-eA-E]?(?:/(?:19|20)\d\d)?/(?P<letters>{_PART}(?:-{_PART})+)"
    # The Party's own, of the centre and of committees of provinces, districts and bodies: 18-NQ/TW, 139-TB/TU.
    rf"|\d{{1,5}}-(?P<party>{_PART}/[{UPPER}]*(?:TW|TU|HU|QU|ĐU))"
)
_DATE_LIKE = re.compile(r"(?<![\d/])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)")
_EXACT_CODES = frozenset(code for t in document_types() for code in t.codes) | {"UBND", "HĐND"}
_FOLDED_CODES = frozenset({*type_by_code(), "ubnd", "hdnd"})
_FIRST_YEAR = 1945  # of the State whose bodies these are


def find_row_faults(reading: Reading, today: date) -> tuple[FaultyRow, ...]:
    """The doubtful rows of a register, by what is wrong; none of anything else."""
    if reading.report.kind != "register":
        return ()
    found = [*_without_number(reading), *_of_rows(reading, today), *_twice(reading)]
    order = list(RowFault)
    return tuple(sorted(found, key=lambda row: (order.index(row.fault), row.span.start)))


def _rows(reading: Reading) -> Iterator[tuple[Span, Citation]]:
    for statement in reading.statements:
        for citation in statement.citations:
            if citation.role is Role.LISTED:
                yield statement.span, citation


def _without_number(reading: Reading) -> Iterator[FaultyRow]:
    """Rows of which no document came: their cells stand joined by bars, as a page joins them."""
    for statement in reading.statements:
        words = statement.span.cut(reading.text)
        if statement.kind == "note" and not statement.citations and " | " in words:
            yield FaultyRow(RowFault.NO_NUMBER, " ".join(words.split())[:80], statement.span)


def _of_rows(reading: Reading, today: date) -> Iterator[FaultyRow]:
    for span, citation in _rows(reading):
        written = citation.written or ""
        if not is_regular(written):
            yield FaultyRow(RowFault.MALFORMED_SYMBOL, written, span)
        if citation.issued_on is None:
            day = _DATE_LIKE.search(span.cut(reading.text))
            fault = RowFault.IMPOSSIBLE_DATE if day else RowFault.NO_DATE
            yield FaultyRow(fault, f"{written} ({day[0]})" if day else written, span)
        elif citation.issued_on.year < _FIRST_YEAR or citation.issued_on > today:
            yield FaultyRow(RowFault.IMPOSSIBLE_DATE, f"{written} ({format_date(citation.issued_on)})", span)
        elif citation.year and citation.year != citation.issued_on.year:
            yield FaultyRow(RowFault.OTHER_YEAR, f"{written} ({format_date(citation.issued_on)})", span)
        elif citation.due is None and (due := _no_day(span.cut(reading.text))) is not None:
            yield FaultyRow(RowFault.IMPOSSIBLE_DATE, f"{written} ({due})", span)


def _no_day(words: str) -> str | None:
    """The first of the words that is written as a day and is none: a deadline of 45/13/2019."""
    for written in _DATE_LIKE.finditer(words):
        day, month, year = map(int, re.findall(r"\d+", written[0]))
        try:
            date(year, month, day)
        except ValueError:
            return written[0]
    return None


def is_regular(symbol: str) -> bool:
    """Whether number and symbol are written as the rules have them: `192/QĐ-UBND`, `1707/UBND-NC`, `139-TB/TU`."""
    match = _REGULAR.fullmatch(symbol)
    if match is None or re.search(r"[_Ðð]", symbol):
        return False
    parts = re.split(r"[-/]", match["letters"] or match["party"])
    is_known = all(part in _EXACT_CODES or fold(part) not in _FOLDED_CODES for part in parts)
    return is_known and fold_symbol("-".join(parts)) == "-".join(fold(part).replace(".", "-") for part in parts)


def _twice(reading: Reading) -> Iterator[FaultyRow]:
    groups: dict[tuple[object, ...], list[tuple[Span, Citation]]] = defaultdict(list)
    for span, citation in _rows(reading):
        # Legal documents, which have the year in the number, are numbered apart from all others.
        legal = re.search(r"/\s?(?:19|20)\d\d\s?/", citation.written or "") is not None
        if citation.year:
            body = fold(citation.issuer or "")
            key = (citation.number, fold_symbol(citation.symbol or ""), citation.year, legal, body)
            groups[key].append((span, citation))
    for rows in groups.values():
        if len(rows) > 1:
            days = ", ".join(format_date(c.issued_on) if c.issued_on else "?" for _, c in rows)
            yield FaultyRow(RowFault.TWICE, f"{rows[0][1].written} ({days})", rows[0][0])
