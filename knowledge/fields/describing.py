"""A fact as the fields that an admin corrects, and which of them two versions have differently."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from knowledge.facts import Amendment, Citation, Figure, Measure, Period, Task
from knowledge.fields.entry_fields import EntryFields
from knowledge.fields.wording import tidy, written_value
from knowledge.grammar.dates import format_date
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.year_parts import name_period
from knowledge.lazily import later

Fact = Citation | Figure | Task

_FIELDS = later(lambda: TypeAdapter(EntryFields))

# What is shown and corrected as one: a number with its symbol, a value with its unit.
GROUPS: dict[str, tuple[str, ...]] = {
    "role": ("role",),
    "number": ("number", "symbol", "type"),
    "subject": ("subject",),
    "issued_on": ("issued_on",),
    "expected": ("expected",),
    "issuer": ("issuer",),
    "status": ("status",),
    "indicator": ("indicator",),
    "value": ("value", "unit", "measure"),
    "period": ("period",),
    "organisation": ("organisation",),
    "task": ("task",),
    "responsible": ("responsible",),
    "due": ("due",),
    "note": ("note",),
}
# What of a report's fact can be corrected; what it counts and whose it is stand in the sentence.
CORRECTABLE: dict[str, tuple[str, ...]] = {
    "document": ("role", "number", "subject", "issued_on", "expected", "issuer", "status", "due"),
    "figure": ("value", "period"),
    "task": ("task", "responsible", "due"),
}


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that is different; `before` and `after` as people read them, a role as its code, "" where empty."""

    field: str
    before: str
    after: str


def write_fields(fields: EntryFields) -> str:
    """JSON from which `read_fields` reads the same."""
    return _FIELDS.dump_json(fields).decode()


def read_fields(text: str) -> EntryFields:
    """The fields of an entry, of an amendment or of the audit log."""
    return _FIELDS.validate_json(text)


def describe(fact: Fact) -> EntryFields:
    """What was read of the fact, as the fields that can be corrected."""
    match fact:
        case Citation():
            return EntryFields(
                kind="document",
                role=fact.role,
                type=fact.type,
                number=fact.number,
                symbol=fact.symbol,
                subject=fact.subject,
                issued_on=fact.issued_on,
                expected=fact.expected,
                issuer=fact.issuer,
                status=fact.status,
                due=fact.due,
            )
        case Figure():
            return EntryFields(
                kind="figure",
                indicator=fact.label or fact.head or fact.place,
                value=fact.value,
                unit=fact.unit,
                measure=fact.measure,
                period=fact.period,
                organisation=fact.organisation,
            )
        case Task():
            return EntryFields(kind="task", task=fact.text, responsible=fact.unit, due=fact.due)


def differences(before: EntryFields, after: EntryFields) -> tuple[Changed, ...]:
    """The fields that are different, in the order in which they are asked for."""
    return tuple(
        Changed(name, shown(name, before), shown(name, after))
        for name, fields in GROUPS.items()
        if any(getattr(before, field) != getattr(after, field) for field in fields)
    )


def changes_of(amendment: Amendment) -> tuple[Changed, ...]:
    """What an amendment changed; nothing of a fact that was taken out."""
    if amendment.after is None:
        return ()
    return differences(read_fields(amendment.before), read_fields(amendment.after))


def shown(group: str, fields: EntryFields) -> str:
    """The fields of a group as people read them."""
    if group == "number":
        return "/".join(tidy(part) for part in (fields.number, fields.symbol) if part)
    if group == "value":
        return "" if fields.value is None else written_value(fields)
    value = getattr(fields, group)
    match value:
        case None:
            return ""
        case Period():
            return name_period(value)
        case StrEnum():
            return value.value
        case date():
            return format_date(value)
    return tidy(str(value))


def change(fact: Fact, before: EntryFields, after: EntryFields) -> Fact:
    """The fact with just those fields changed that differ between the two."""
    names = {changed.field for changed in differences(before, after)}
    match fact:
        case Citation():
            return _change_citation(fact, names, after)
        case Figure():
            return _change_figure(fact, names, after)
        case Task():
            return replace(
                fact,
                text=tidy(after.task) if "task" in names else fact.text,
                unit=(tidy(after.responsible) or None) if "responsible" in names else fact.unit,
                due=after.due if "due" in names else fact.due,
            )


def _change_citation(fact: Citation, names: set[str], after: EntryFields) -> Citation:
    same: dict[str, Any] = {
        name: getattr(after, name) for name in ("role", "issued_on", "expected", "due") if name in names
    }
    words: dict[str, Any] = {n: tidy(getattr(after, n)) or None for n in ("subject", "issuer", "status") if n in names}
    changed = replace(fact, **same, **words)
    if "number" in names:
        written = shown("number", after) or None
        changed = replace(
            changed, number=after.number, symbol=after.symbol, type=after.type or fact.type, written=written
        )
    if "issued_on" in names and after.issued_on:
        changed = replace(changed, year=after.issued_on.year)
    return changed


def _change_figure(fact: Figure, names: set[str], after: EntryFields) -> Figure:
    changed = replace(fact, period=after.period) if "period" in names else fact
    if "value" not in names or after.value is None:
        return changed
    written, unit = written_value(after), "%" if after.measure is Measure.SHARE else tidy(after.unit)
    if fact.whole is not None and after.measure is fact.measure:
        written = f"{format_decimal(after.value)}/{format_decimal(fact.whole)}"
    return replace(changed, value=after.value, unit=unit, measure=after.measure, written=written, is_approximate=False)
