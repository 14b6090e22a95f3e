"""What was corrected by hand and a newer version of the file contradicts: something for the importer to look at."""

from collections.abc import Iterator

from knowledge.facts import Doubt, Operand, Reading
from knowledge.fields.amendments import Carried
from knowledge.fields.describing import changes_of
from knowledge.importing.checks import Kind


def lost_doubts(carried: Carried, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each amendment that does not stand in the newer version, with its sentence where there is one."""
    for amendment, place in carried.lost:
        spans = (reading.statements[place.statement].span,) if place else ()
        changes = changes_of(amendment)
        before = "; ".join(changed.before or "—" for changed in changes)
        after = "; ".join(changed.after or "—" for changed in changes)
        yield Doubt(Kind.AMENDMENT_LOST, spans, (Operand("before", before), Operand("after", after)))
