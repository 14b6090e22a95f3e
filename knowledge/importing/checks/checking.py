"""All checks of one report, each doubt once and the gravest first."""

from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.facts import Doubt, Reading
from knowledge.importing.checks.changes import check_changes
from knowledge.importing.checks.contradictions import check_contradictions
from knowledge.importing.checks.dates import check_dates
from knowledge.importing.checks.documents import check_documents
from knowledge.importing.checks.evidence import gather
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.parts import check_parts
from knowledge.importing.checks.periods import check_periods
from knowledge.importing.checks.published import NOTHING_KNOWN, Known
from knowledge.importing.checks.quantities import quantities
from knowledge.importing.checks.rows import check_rows
from knowledge.importing.checks.shares import check_shares
from knowledge.importing.checks.sums import check_sums, stories
from knowledge.importing.checks.unsure import check_reading

# A wrong value shows in its sums; the shares and changes that are wrong with it say nothing more.
_FOLLOWING = frozenset({Kind.SHARE, Kind.CHANGE})
_GRAVEST_FIRST = {kind: place for place, kind in enumerate((Kind.CONTRADICTION, *Kind))}


def find_doubts(reading: Reading, known: Known = NOTHING_KNOWN, today: date = date.max) -> tuple[Doubt, ...]:
    """What an importer should look at, against the report itself, what is published and the day of importing."""
    told = quantities(reading)
    tales = stories(told)
    evidence = gather(told, reading, known)
    found = [
        *check_contradictions(evidence),
        *check_sums(reading, tales),
        *check_parts(reading, told),
        *check_periods(evidence),
        *check_shares(reading, told, tales),
        *check_changes(told),
        *check_dates(reading, told),
        *check_documents(reading, known),
        *check_reading(reading, told),
        *check_rows(reading, today),
    ]
    kept = _without_followers(dict.fromkeys(found))
    return tuple(sorted(kept, key=lambda doubt: _GRAVEST_FIRST[Kind(doubt.code)]))


def _without_followers(found: Iterable[Doubt]) -> Iterator[Doubt]:
    doubts = list(found)
    explained = {
        operand.value
        for doubt in doubts
        if doubt.code not in _FOLLOWING
        for operand in doubt.operands
        if operand.name != "sum"
    }
    for doubt in doubts:
        values = {operand.value for operand in doubt.operands if operand.name not in {"computed", "share", "percent"}}
        if doubt.code not in _FOLLOWING or not values & explained:
            yield doubt
