"""What the audit log calls things, and what it holds of a change, in the words of those who read it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from handlers.layout.changes import data_name, data_value
from handlers.layout.html import escape
from handlers.layout.mended import change_line
from handlers.layout.message import shorten
from handlers.layout.people import ROLES
from handlers.words import Words
from knowledge.amending.items import Change
from knowledge.facts import Period, PeriodKind
from knowledge.fields.describing import shown
from knowledge.fields.entry_fields import EntryFields
from knowledge.people.roles import PersonRole

# A sentence or a row is known by its beginning.
_MOST_NAME = 160
_STATES = {
    "draft": "log-draft",
    "published": "log-published",
    "replaced": "log-replaced",
    "withdrawn": "log-withdrawn",
}
# Of a report's data; "organisation" is also what an editor is one of.
_DATA = frozenset({"title", "number", "province", "period", "signed_on", "published_on"})
# Where a sentence stands in a text and how it was read says nothing to people.
_INSIDE = frozenset({"amended", "span", "kind", "citations", "figures", "task", "area", "heading", "is_trusted"})

_DONE = {
    "report.save": "log-did-report-save",
    "report.drop": "log-did-report-drop",
    "report.keep": "log-did-report-keep",
    "report.restate": "log-did-report-restate",
    "report.publish": "log-did-report-publish",
    "report.unpublish": "log-did-report-unpublish",
    "report.hurry": "log-did-report-hurry",
    "report.put-off": "log-did-report-put-off",
    "report.call-off": "log-did-report-call-off",
    "report.replace": "log-did-report-replace",
    "report.withdraw": "log-did-report-withdraw",
    "report.restore": "log-did-report-restore",
    "report.discard": "log-did-report-discard",
    "entry.add": "log-did-entry-add",
    "entry.edit": "log-did-entry-edit",
    "entry.delete": "log-did-entry-delete",
    "entry.undo": "log-did-entry-undo",
    "fact.edit": "log-did-fact-edit",
    "fact.drop": "log-did-fact-drop",
    "fact.undo": "log-did-fact-undo",
    "alias.add": "log-did-alias-add",
    "alias.remove": "log-did-alias-remove",
    "question.aside": "log-did-question-aside",
    "question.back": "log-did-question-back",
    "correction.fixed": "log-did-correction-fixed",
    "correction.kept": "log-did-correction-kept",
    "person.grant": "log-did-person-grant",
    "person.revoke": "log-did-person-revoke",
    "person.invite": "log-did-person-invite",
    "person.invited": "log-did-person-invited",
    "person.uninvite": "log-did-person-uninvite",
    "person.refused": "log-did-person-refused",
    "source.add": "log-did-source-add",
    "source.pause": "log-did-source-pause",
    "source.resume": "log-did-source-resume",
    "source.remove": "log-did-source-remove",
    "source.restore": "log-did-source-restore",
    "source.trust": "log-did-source-trust",
    "source.distrust": "log-did-source-distrust",
    "event.stop": "log-did-event-stop",
    "event.resume": "log-did-event-resume",
    "office.set": "log-did-office-set",
    "export": "log-did-export",
}


def done(action: str, words: Words) -> str:
    """What was done; an action of a newer version keeps its name."""
    return words.plain(_DONE[action]) if action in _DONE else action


def changed_item(change: Change, words: Words) -> str:
    """The fields that it changed, or what came or went, and why; as HTML."""
    lines: list[str] = [change_line(changed, words) for changed in change.changed]
    if not lines and change.before != change.after:
        was, now = (escape(_name(fields, change)) if fields else "–" for fields in (change.before, change.after))
        lines.append(f"{was} → {now}")
    elif change.quote and lines:
        lines.append(f"<i>{escape(shorten(change.quote.strip(), _MOST_NAME))}</i>")
    if change.why:
        lines.append(words("answer-mended-why", why=shorten(change.why, _MOST_NAME)))
    return "\n".join(lines)


def _name(fields: EntryFields, change: Change) -> str:
    """What an item is, in short: "12 đơn · đơn khiếu nại đã giải quyết"."""
    told = {
        "document": (shown("number", fields), fields.subject),
        "figure": (shown("value", fields), fields.indicator),
        "task": (fields.task,),
        "note": (fields.note,),
    }[fields.kind]
    return shorten(" · ".join(part for part in told if part) or change.quote, _MOST_NAME)


def in_words(value: str | None, zone: ZoneInfo, words: Words) -> str:
    """JSON as people read it: a state, a role or a period by its name; other text as it is."""
    if not value:
        return ""
    try:
        said: Any = json.loads(value)
    except ValueError:
        return value
    if isinstance(said, bool):
        return words.plain("log-on" if said else "log-off")
    return ", ".join(_items(said, zone, words)) if isinstance(said, dict) else str(said)


def _items(said: Mapping[str, Any], zone: ZoneInfo, words: Words) -> Iterator[str]:
    if "phrase" in said:
        yield f"{said['phrase']} = {said.get('meaning', '')}"
        return
    for name, item in said.items():
        is_inside = name in _INSIDE or (name == "state" and item not in _STATES)
        if item not in (None, "", [], {}) and not is_inside:
            yield _item(name, item, zone, words)


def _item(name: str, item: Any, zone: ZoneInfo, words: Words) -> str:
    if name == "at":
        return f"{datetime.fromisoformat(item).astimezone(zone):%H:%M %d/%m/%Y}"
    if name == "state":
        return words.plain(_STATES[item])
    if name == "role" and item in list(PersonRole):
        return words.plain(ROLES[PersonRole(item)])
    if name == "why":
        return words.plain("answer-mended-why", why=item)
    if name in _DATA:
        return f"{data_name(name, words)}: {data_value(_value(item), words)}"
    return str(item)


def _value(item: Any) -> Any:
    """A period or a day again."""
    if isinstance(item, list) and len(item) == 3:
        kind, first, last = item
        return Period(PeriodKind(kind), date.fromisoformat(first), date.fromisoformat(last))
    with suppress(ValueError, TypeError):
        return date.fromisoformat(item)
    return item
