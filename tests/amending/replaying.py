"""The published state as the audit log alone tells it, to be compared with what the store holds."""

import json
from dataclasses import dataclass

from pydantic import TypeAdapter

from knowledge.amending.logged import read_logged
from knowledge.bootstrap import Knowledge
from knowledge.facts import Amendment
from knowledge.fields.describing import write_fields
from knowledge.store.audit import AuditEntry

_AMENDED = TypeAdapter(tuple[Amendment, ...])


@dataclass(frozen=True)
class Answering:
    """What answers: every report, the fields of each entry, what is corrected by hand in each report, the aliases."""

    reports: frozenset[int]
    entries: dict[int, str]
    amendments: dict[int, frozenset[Amendment]]
    aliases: dict[str, str]


def whole_log(knowledge: Knowledge) -> list[AuditEntry]:
    """The oldest first."""
    return list(reversed(knowledge.audit.listing(limit=100_000)))


def replay(log: list[AuditEntry]) -> Answering:
    """What answers after these changes."""
    states: dict[int, str | None] = {}
    fields: dict[int, str] = {}
    amended: dict[int, frozenset[Amendment]] = {}
    aliases: dict[str, str] = {}
    for entry in log:
        kind, _, key = entry.subject.partition(":")
        after = json.loads(entry.after) if entry.after else None
        if kind == "alias":
            aliases.pop(key, None)
            if after:
                aliases[key] = after["meaning"]
        elif entry.action.startswith("report.") and (after is None or (isinstance(after, dict) and "state" in after)):
            states[int(key)] = after["state"] if after else None
            if after and "amended" in after:
                amended[int(key)] = frozenset(_AMENDED.validate_python(after["amended"]))
        elif entry.action in ("entry.add", "entry.edit"):
            fields[int(key)] = str(entry.after)
    answering = frozenset(report for report, state in states.items() if state == "published")
    return Answering(
        answering,
        {report: fields[report] for report in answering if report in fields},
        {report: amended[report] for report in answering if amended.get(report)},
        aliases,
    )


def published_state(knowledge: Knowledge) -> Answering:
    """What the store holds."""
    reports = {one.id: one.reading for one in knowledge.reports.published()}
    entries = [report for report, reading in reports.items() if reading.report.kind == "entry"]
    return Answering(
        frozenset(reports),
        {report: _fields(knowledge, report) for report in entries},
        {report: frozenset(reading.amendments) for report, reading in reports.items() if reading.amendments},
        {alias.key: alias.meaning for alias in knowledge.aliases.listing()},
    )


def _fields(knowledge: Knowledge, report: int) -> str:
    return write_fields(knowledge.entries.fields(report))


def unexplained(log: list[AuditEntry]) -> list[AuditEntry]:
    """Corrections whose entry does not say what was before, what came after, and in which version."""
    facts = [entry for entry in log if entry.action.startswith("fact.")]
    return [
        entry
        for entry in facts
        if not (entry.before and entry.after)
        or f"report:{read_logged(entry.after).version}" != entry.subject
        or (entry.action == "fact.drop") != (read_logged(entry.after).fields is None)
    ]
