"""What an event is about, which decides who is told of it."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, insert
from sqlmodel import Session, col

from knowledge.following.news import News
from knowledge.following.rules import RuleKind
from knowledge.grammar.folding import key
from knowledge.store.announcer import Announcement
from knowledge.store.tables import EventTargetRow, SubscriptionRow

Target = tuple[RuleKind, str]


def targets_of_report(announcement: Announcement) -> Iterator[Target]:
    """What the report as a whole is about."""
    report = announcement.reading.report
    yield RuleKind.ALL, ""
    for name in (report.organisation, report.province):
        if name:
            yield RuleKind.ORGANISATION, key(name)
    for said in announcement.reading.statements:
        if said.area:
            yield RuleKind.AREA, said.area.value


def targets_of(news: News) -> Iterator[Target]:
    """What is followed by itself of what is told."""
    for document in news.documents:
        yield from ((RuleKind.DOCUMENT, followed) for followed in document.keys)
    for figure in news.figures:
        yield from ((RuleKind.INDICATOR, followed) for followed in figure.keys)


def write_targets(session: Session, event_id: int, targets: set[Target]) -> None:
    """Writes down what the event is about."""
    rows = [{"event_id": event_id, "kind": kind.value, "key": target} for kind, target in sorted(targets)]
    if rows:
        session.connection().execute(insert(EventTargetRow), rows)


def matches() -> ColumnElement[bool]:
    """As a condition of a query: a subscription follows what an event is about."""
    return (col(SubscriptionRow.kind) == col(EventTargetRow.kind)) & (
        col(SubscriptionRow.key) == col(EventTargetRow.key)
    )
