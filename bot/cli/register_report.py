"""What the shell says of a register's doubtful rows."""

from collections.abc import Iterator, Sequence

from knowledge.importing.register_faults import FaultyRow, RowFault

_SAID = {
    RowFault.NO_NUMBER: "{} without a number, which cannot be asked for by one",
    RowFault.MALFORMED_SYMBOL: "{} with a symbol that is not as the rules have it; found all the same, shown as written",
    RowFault.NO_DATE: "{} without a date",
    RowFault.IMPOSSIBLE_DATE: "{} with a date that cannot be",
    RowFault.OTHER_YEAR: "{} whose number names another year than the date",
    RowFault.TWICE: "{} standing twice, or more often, in one year",
}
_SHOWN = 5  # of each: enough to find the sort of slip in the file


def describe_row_faults(rows: Sequence[FaultyRow]) -> Iterator[str]:
    """A line for each sort of fault, with how many rows have it and the first few as written."""
    for fault, said in _SAID.items():
        faulty = [row.written for row in rows if row.fault is fault]
        if faulty:
            count = "1 row" if len(faulty) == 1 else f"{len(faulty)} rows"
            more = "; …" if len(faulty) > _SHOWN else ""
            yield f"{said.format(count)}: {'; '.join(faulty[:_SHOWN])}{more}"
