"""The same figure with another value: in a published report, or elsewhere in the same one."""

from collections.abc import Iterator

from knowledge.facts import Doubt, Period
from knowledge.importing.checks.evidence import Evidence, Key
from knowledge.importing.checks.kinds import Kind


def check_contradictions(found: dict[Key, dict[Period, list[Evidence]]]) -> Iterator[Doubt]:
    """At most one doubt for each figure: against the report itself first, then against the published."""
    for by_period in found.values():
        for said in by_period.values():
            own = [e for e in said if not e.report]
            pairs = ((e, other) for index, e in enumerate(own) for other in (*own[index + 1 :], *_published(said)))
            if pair := next(((e, other) for e, other in pairs if _is_contradicted(e, other)), None):
                yield _doubt(*pair)


def _published(said: list[Evidence]) -> list[Evidence]:
    return [e for e in said if e.report]


def _is_contradicted(one: Evidence, other: Evidence) -> bool:
    """Other days may have other values; days that are not said are taken to be those of the period."""
    if one.value == other.value or (one.window and other.window and one.window != other.window):
        return False
    if other.report:
        return True
    return one.quantity.statement != other.quantity.statement


def _doubt(one: Evidence, other: Evidence) -> Doubt:
    kind = Kind.CONTRADICTION if other.report else Kind.TWO_VALUES
    spans = tuple(dict.fromkeys((*one.spans, *other.spans)))
    return Doubt(kind, spans, (one.named("value"), other.named("other")))
