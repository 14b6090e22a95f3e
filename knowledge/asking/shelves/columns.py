"""What several shelves say in columns, as one shelf would: numbered through, with one table of each sort of code."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.encoding import period_from
from knowledge.asking.shelves.layers import joined, joined_codes, joined_ends, joined_numbers, starts_of
from knowledge.asking.shelves.postings import Numbers
from knowledge.asking.shelves.shelf import Shelf
from knowledge.facts import Period


@dataclass(frozen=True, slots=True)
class Columns:
    """Each as a shelf has it; they are the same when shelves are brought together as one."""

    s_report: Numbers
    s_figure: Numbers
    s_tells: NDArray[np.uint16]
    f_statement: Numbers
    f_measure: NDArray[Any]
    f_period: Numbers
    periods: tuple[Period, ...]
    f_body: Numbers
    bodies: tuple[Any, ...]
    f_value: NDArray[Any]
    r_issuer: Numbers
    issuers: tuple[Any, ...]
    r_told: NDArray[Any]

    @classmethod
    def of(cls, shelves: Sequence[Shelf]) -> "Columns":
        """Those of these shelves."""
        f_period, periods = joined_codes([s.f_period for s in shelves], [s.periods for s in shelves])
        f_body, bodies = joined_codes([s.f_body for s in shelves], [s.bodies for s in shelves])
        r_issuer, issuers = joined_codes([s.r_issuer for s in shelves], [s.issuers for s in shelves])
        return cls(
            s_report=joined_numbers([s.s_report for s in shelves], starts_of([s.reports for s in shelves])),
            s_figure=joined_ends([s.s_figure for s in shelves]),
            s_tells=joined([s.s_tells for s in shelves]),
            f_statement=joined_numbers([s.f_statement for s in shelves], starts_of(shelves)),
            f_measure=joined([s.f_measure for s in shelves]),
            f_period=f_period,
            periods=tuple(period_from(plain) for plain in periods),
            f_body=f_body,
            bodies=bodies,
            f_value=joined([s.f_value for s in shelves]),
            r_issuer=r_issuer,
            issuers=issuers,
            r_told=joined([s.r_told for s in shelves]),
        )
