"""Quantities in a table's row: the column's heading and the row's name say what each cell counts."""

import re
from dataclasses import replace

from knowledge.facts import Figure, Measure, Span
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import Number, find_numbers
from knowledge.grammar.register_columns import place_of_symbols
from knowledge.grammar.units import class_of_unit
from knowledge.importing.setting import Setting
from knowledge.importing.structure import Unit
from knowledge.importing.tables.cells import cell_measure, cell_unit, holds_dates, row_unit, unit_in_brackets, with_unit
from knowledge.importing.tables.headings import NUMBERING, Heading, read_heading
from knowledge.importing.tables.rows import Row, read_row

# What may stand behind a cell's number: its unit, or its share in brackets.
_BEHIND = 24


def row_figures(text: str, unit: Unit, setting: Setting) -> tuple[Figure, ...]:
    """The numbers of a row: the column's heading and the row's name say what each counts."""
    cells = [cell.cut(text).strip() for cell in unit.cells]
    if place_of_symbols(unit.columns, cells) is not None:
        return ()
    row = read_row(cells, unit, unit.lead.cut(text) if unit.lead else "", setting)
    figures: list[Figure] = []
    for index, cell in enumerate(cells):
        number = _number_in(cell, index, row, unit)
        if number is None:
            continue
        heading = read_heading(index, unit.columns, row.levels, setting)
        folded = fold(cell)
        share = None if number.is_percent else _SHARE_BEHIND.search(folded, number.end)
        place = unit.cells[index]
        counted = cell[: share.start()].rstrip() if share else cell
        span = Span(place.start, place.start + len(counted)) if share else place
        figures.append(_figure(counted, span, number, row, heading, unit))
        if share and figures[-1].measure is Measure.COUNT:
            figures.append(_share_of(figures[-1], len(figures) - 1, share, place.start))
    return tuple(figures)


def _number_in(cell: str, index: int, row: Row, unit: Unit) -> Number | None:
    """The number that a cell is; none where it is a name, a running number, a day or a sentence."""
    heading = unit.columns[index] if index < len(unit.columns) else ""
    if index == row.name_at or NUMBERING.match(fold(heading)) or holds_dates(cell):
        return None
    folded = fold(cell)
    number = next(find_numbers(folded), None)
    return None if number is None or number.start > 0 or len(folded) - number.end > _BEHIND else number


def _figure(counted: str, span: Span, number: Number, row: Row, heading: Heading, unit: Unit) -> Figure:
    place = " ".join(unit.headings[-1:])
    # Under "So sánh (%)" stands a percent, whatever the row counts.
    in_percent = unit_in_brackets(heading.words).startswith("%")
    counted_in = (
        ("%" if in_percent else row.unit)
        or ("%" if heading.is_share else "")
        or unit_in_brackets(row.name)
        or cell_unit(
            heading.words, row.caption, unit.columns, "" if _IS_SHARE.match(fold(row.name)) else unit.counted_in
        )
        or ("" if number.is_percent or heading.words else row_unit(row.name, row.caption, place))
    )
    return Figure(
        span=span,
        measure=cell_measure(number, heading.words, row.name, row.unit or _of_table(counted_in, unit)),
        value=number.value,
        written=with_unit(counted, counted_in),
        unit=counted_in or ("%" if number.is_percent else counted[number.end :].strip()),
        label=f"{row.name} {heading.words}".strip(),
        head=f"{_of_whole(row.caption)} {unit.under}".strip(),
        place=place,
        period=heading.period or row.period,
        window=row.window if heading.period in (None, row.period) else None,
        organisation=row.organisation,
        whole=number.whole,
        is_approximate=number.is_approximate,
    )


_IS_SHARE = re.compile(r"(?:ty|ti) le\b")


def _of_table(counted_in: str, unit: Unit) -> str:
    """The unit where it is money that only the table's note says."""
    return counted_in if counted_in == unit.counted_in and class_of_unit(fold(counted_in)) == "money" else ""


# "4.969 (39,80%)": a count and its share in one cell.
_SHARE_BEHIND = re.compile(r"\((?:chiem |dat |ty le )?(?P<share>\d{1,3}(?:[.,]\d{1,2})?\s?%)\)\s*$")


def _share_of(counted: Figure, index: int, share: re.Match[str], start: int) -> Figure:
    """The share that stands in brackets behind a count, of the same thing and time."""
    number = next(find_numbers(share["share"]))
    return replace(
        counted,
        span=Span(start + share.start("share"), start + share.end("share")),
        measure=Measure.SHARE,
        value=number.value,
        written=share["share"],
        unit="%",
        share_of=index,
    )


# "Tiếp nhận 14.866 hồ sơ, trong đó trực tuyến 2.174 hồ sơ. Chi tiết:": the table is of the whole.
_PART = re.compile(r"(?i)(?:,?\s*\b(?:trong đó|gồm)\b|;)[^:]*\d[^:]*")


def _of_whole(caption: str) -> str:
    """The caption without what it tells of a part."""
    return _PART.sub(" ", caption)
