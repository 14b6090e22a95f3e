"""What some reports say, laid out flat; numbers count within the shelf."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.postings import Numbers, Postings
from knowledge.asking.shelves.records import Records
from knowledge.facts import Measure

# Body, level and place of a report's issuer, its province, and the one-stop desks that it speaks of.
Issuer = tuple[str, str, str, str, tuple[str, ...]]
MEASURES = {measure: number for number, measure in enumerate(Measure)}


@dataclass(slots=True, eq=False)
class Shelf:
    """Columns have a value for each report (`r_`), statement (`s_`), citation (`m_`) or figure (`f_`)."""

    reports: Records
    texts: Records
    headings: Records
    statements: Records
    figures: Records
    r_last: Numbers  # the statement after its last one
    r_heading: Numbers  # its first heading
    r_told: Numbers  # the day it speaks from, an ordinal
    r_issuer: Numbers  # which of `issuers`
    s_report: Numbers
    s_tells: NDArray[np.uint16]
    s_mention: Numbers  # its first citation; one more than there are statements
    s_figure: Numbers  # its first figure; one more than there are statements
    f_statement: Numbers
    f_measure: NDArray[np.int8]
    f_period: Numbers  # which of `periods`, or -1
    f_body: Numbers  # which of `bodies`, or -1
    f_value: NDArray[np.int64]  # the hash of its value
    statement_words: Postings  # terms of a statement and its headings
    figure_words: Postings  # those of all places where a figure's words may stand
    title_words: Postings  # of reports, folded
    filed: Postings  # reports by what they are asked for by (`filing`)
    folded_words: Postings  # a statement's words as they stand, folded
    charged: Postings  # statements by whom they charge with something and the months by which (`charging`)
    periods: tuple[tuple[str, int, int], ...]
    bodies: tuple[str, ...]  # whose figures they are, as written
    issuers: tuple[Issuer, ...]
    counts: dict[str, int]  # how many statements have a term
    places: dict[str, int]  # folded names, and how many reports name them
    own_bodies: dict[str, int]  # bodies that no list knows, and how many reports are of them or tell their figures

    def __len__(self) -> int:
        return len(self.s_report)
