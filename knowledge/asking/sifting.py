"""Figures and statements that can fit a question, so few that each may be looked at."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.library import Library
from knowledge.asking.shelves.entries import FigureEntry, ReportEntry, StatementEntry
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.postings import Numbers, among, coded
from knowledge.asking.shelves.shelf import MEASURES
from knowledge.asking.shelves.shortlist import judged
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.shelves.weighing import covering
from knowledge.facts import Measure, Period
from knowledge.grammar.organisations import Organisation, parse_organisation
from knowledge.grammar.year_parts import period_index

# Where more fit, those that fit best are looked at, of equal ones those of the newest reports.
MOST = 500


def sift_figures(
    library: Library,
    weights: Mapping[str, float],
    least: float,
    *,
    measures: frozenset[Measure],
    is_period: Callable[[Period], bool] | None,
    is_body: Callable[[ReportEntry, Organisation | None, bool], bool] | None,
    report: ReportEntry | None,
    places: Iterable[str] = (),
    known: dict[int, bool] | None = None,
) -> Sequence[FigureEntry]:
    """The figures about which anything says that share of the words, of such a sort, period and body, in order.

    `is_body` is given the report, the figure's own body and whether it stands in a table's row; what is in none of the
    `places` by its own body or its report is not asked about.  `known` keeps what it said, for when it is given again.
    """
    numbers, shares = library.figures_covering(weights, least)
    fits = np.ones(len(numbers), np.bool_)
    if measures:
        fits &= coded(library.f_measure[numbers], [MEASURES[measure] for measure in measures], len(MEASURES))
    if is_period is not None:
        codes = [code for code, period in enumerate(library.periods) if is_period(period)]
        fits &= coded(library.f_period[numbers], codes, len(library.periods))
    numbers, shares = numbers[fits], shares[fits]
    for place in places:
        fits = library.are_figures_of_place(numbers, place)
        numbers, shares = numbers[fits], shares[fits]
    statements = library.f_statement[numbers]
    fits = np.ones(len(numbers), np.bool_)
    if is_body is not None:
        fits = _of_bodies(library, numbers, statements, is_body, {} if known is None else known)
    if report is not None:
        fits &= library.s_report[statements] == report.index
    return Some(library.figures, _best(library, numbers[fits], shares[fits], statements[fits]))


def sift_statements(
    library: Library,
    words: Iterable[str],
    least: float,
    *,
    period: Period | None,
    report: ReportEntry | None,
    figures: int = 0,
    among_these: Numbers | None = None,
) -> Some[StatementEntry]:
    """The statements that, with their headings, have that share of the words and so many figures, of such a report or
    with figures of that period, in order; only those of `among_these` where they are given."""
    numbers, shares = covering((library.statement_words,), library.weights(words), least, among_these)
    if figures:
        fits = library.figures_in(numbers) >= figures
        numbers, shares = numbers[fits], shares[fits]
    if report is not None:
        fits = library.s_report[numbers] == report.index
        numbers, shares = numbers[fits], shares[fits]
    if period is not None:
        fits = among(library.s_report[numbers], library.filed.of_own_period(period).numbers)
        fits |= library.have_figures_of(numbers, period)
        numbers, shares = numbers[fits], shares[fits]
    return Some(library.statements, _best(library, numbers, shares, numbers))


def _of_bodies(
    library: Library,
    numbers: Numbers,
    statements: Numbers,
    is_body: Callable[[ReportEntry, Organisation | None, bool], bool],
    known: dict[int, bool],
) -> NDArray[np.bool_]:
    """Each issuer, body and sort of sentence is asked about once, however many figures it has; `known` are those that were."""
    issuers = library.r_issuer[library.s_report[statements]].astype(np.int64)
    bodies = library.f_body[numbers].astype(np.int64) + 1
    rows = (library.s_tells[statements] & Tells.ROW) != 0
    width = 2 * (len(library.bodies) + 1)

    def is_of(case: int) -> bool:
        if (found := known.get(case)) is None:
            found = known[case] = _is_of_case(case)
        return found

    def _is_of_case(case: int) -> bool:
        issuer, rest = divmod(case, width)
        body, row = divmod(rest, 2)
        own = parse_organisation(library.bodies[body - 1]) if body else None
        report = library.filed.report_of_issuer(issuer)
        return report is not None and is_body(report, own, bool(row))

    return judged(issuers * width + bodies * 2 + rows, is_of)


def _best(library: Library, numbers: Numbers, shares: NDArray[np.float64], statements: Numbers) -> Numbers:
    if len(numbers) <= MOST:
        return numbers
    told = library.r_told[library.s_report[statements]]
    chosen = np.lexsort((-told, -shares.round(3)))[:MOST]
    return numbers[np.sort(chosen)]


def index_of(period: Period) -> tuple[str, int]:
    """What sort of period it is and which of its year."""
    return period.kind.value, period_index(period)
