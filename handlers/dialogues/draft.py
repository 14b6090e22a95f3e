"""What was filled in so far, as the store keeps a dialogue: JSON, and the entry's fields again."""

import hashlib
import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, cast

from knowledge.facts import Measure, Period, PeriodKind, Role
from knowledge.fields.entry_fields import EntryFields, EntryKind

_DATES = ("issued_on", "due", "signed_on")
_PERIODS = ("period", "expected")


# So much of a hash tells two drafts of one admin apart.
_DIGEST = 6


def digest(data: dict[str, Any]) -> str:
    """What tells this draft from the others of the same admin, for the buttons that save it."""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:_DIGEST]


def to_json(values: dict[str, Any]) -> dict[str, Any]:
    """Values of an entry's fields as JSON."""
    return {name: _plain(value) for name, value in values.items()}


def to_fields(data: dict[str, Any]) -> EntryFields:
    """The entry's fields; what was not filled in keeps its default."""
    known = {field.name for field in fields(EntryFields)} - {"kind"}
    values = {name: from_json(name, value) for name, value in data.items() if name in known and value is not None}
    return EntryFields(kind=cast(EntryKind, data["kind"]), **values)


def _plain(value: Any) -> Any:
    match value:
        case Period():
            return [value.kind.value, value.first.isoformat(), value.last.isoformat()]
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
    return value


def from_json(name: str, value: Any) -> Any:
    """The value of that field again."""
    if name in _DATES:
        return date.fromisoformat(value)
    if name in _PERIODS:
        kind, first, last = value
        return Period(PeriodKind(kind), date.fromisoformat(first), date.fromisoformat(last))
    match name:
        case "role":
            return Role(value)
        case "measure":
            return Measure(value)
        case "value":
            return Decimal(value)
    return value
