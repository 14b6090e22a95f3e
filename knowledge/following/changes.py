"""What a publication changes of the documents and indicators that somebody follows or was told of."""

from dataclasses import dataclass, field, replace

from sqlalchemy import select, update
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from knowledge.asking.figures.indicators import Indicator, find_value, read_indicator
from knowledge.facts import Reading, Span
from knowledge.following.news import DocumentNews, FigureNews, document_news, figure_news, name_of
from knowledge.following.rules import RuleKind
from knowledge.following.standing import Standing, standing_of
from knowledge.grammar.folding import key
from knowledge.store.announcer import Announcement
from knowledge.store.documents import Document, lives_of
from knowledge.store.loading import load_readings
from knowledge.store.states import ReportState
from knowledge.store.tables import DocumentEventRow, DocumentRow, QuestionRow, ReportRow, SubscriptionRow

# Reports before the published one in which the indicator's previous value is looked for.
_EARLIER_REPORTS = 4


@dataclass(frozen=True, slots=True)
class Before:
    """What a report said that is about to be replaced."""

    reading: Reading | None = None
    standings: dict[str, Standing | None] = field(default_factory=dict)  # by key of those followed
    names: dict[str, str] = field(default_factory=dict)

    def has_period(self, reading: Reading) -> bool:
        """Whether the new version is of the same period."""
        return self.reading is not None and self.reading.report.period == reading.report.period


def look_before(session: Session, replaced_id: int | None) -> Before:
    """Call it while the report that is going to be replaced still answers."""
    if replaced_id is None:
        return Before()
    watched = _watched_documents(session, replaced_id)
    standings = {key: standing_of(document.events) for key, document in watched.items()}
    names = {key: name_of(document) for key, document in watched.items()}
    return Before(load_readings(session, [replaced_id])[replaced_id], standings, names)


def changed_documents(
    session: Session, report_id: int, before: Before, *, by_hand: bool = False
) -> tuple[DocumentNews, ...]:
    """The watched documents that stand elsewhere than before the report was published.

    Where it was corrected by hand, with those that were taken out.
    """
    found: dict[int, tuple[set[str], Document, Standing | None]] = {}
    for followed, document in _watched_documents(session, report_id).items():
        others = [event for event in document.events if event.report_id != report_id]
        earlier = before.standings.get(followed) or standing_of(others)
        found.setdefault(document.id, (set(), document, earlier))[0].add(followed)
    news = (
        document_news(
            tuple(sorted(keys)),
            document,
            earlier,
            report_id=report_id,
            is_correction=bool(keys & before.standings.keys()),
        )
        for keys, document, earlier in found.values()
    )
    changed = tuple(item for item in news if item is not None)
    known = {followed for keys, _, _ in found.values() for followed in keys}
    gone = {key: stood for key, stood in before.standings.items() if by_hand and key not in known and stood is not None}
    return changed + tuple(_without(session, key, before.names[key], stood, report_id) for key, stood in gone.items())


def _without(session: Session, followed: str, name: str, stood: Standing, report_id: int) -> DocumentNews:
    """A document of which the report says nothing any more: where it stands by the others, if they say anything."""
    of_key = select(col(DocumentEventRow.document_id)).where(col(DocumentEventRow.key) == followed)
    rows = session.exec(select_rows(DocumentRow).where(col(DocumentRow.id).in_(of_key))).all()
    others = [document_news((followed,), life, stood, is_correction=True) for life in lives_of(session, rows)]
    gone = DocumentNews((followed,), name, stood, stood, "", report_id, is_correction=True, is_gone=True)
    return next((news for news in others if news is not None), gone)


def keep_followers(session: Session, report_id: int, before: Before) -> None:
    """Whoever follows a document by words that only the replaced version had follows it by those of the new one."""
    of_report = select(col(DocumentEventRow.key)).where(col(DocumentEventRow.report_id) == report_id)
    known = set(session.connection().execute(of_report).scalars())
    for followed in before.standings:
        is_known = session.exec(select_rows(DocumentEventRow).where(DocumentEventRow.key == followed)).first()
        same = {other for other in known if _number(other) and _number(other) == _number(followed)}
        if is_known is None and len(same) == 1:
            _rename(session, followed, same.pop())


def _number(document_key: str) -> str:
    return document_key.partition("|")[0]


def _rename(session: Session, old: str, new: str) -> None:
    """Chats that follow both already keep the one."""
    has_new = select(col(SubscriptionRow.chat_id)).where(
        col(SubscriptionRow.kind) == RuleKind.DOCUMENT.value, col(SubscriptionRow.key) == new
    )
    renamed = update(SubscriptionRow).where(
        col(SubscriptionRow.kind) == RuleKind.DOCUMENT.value,
        col(SubscriptionRow.key) == old,
        col(SubscriptionRow.chat_id).not_in(has_new),
    )
    session.connection().execute(renamed.values(key=new))


def _watched_documents(session: Session, report_id: int) -> dict[str, Document]:
    """The documents of which the report says more than that something rests on them, by each watched key."""
    of_report = (
        select(col(DocumentEventRow.document_id))
        .where(col(DocumentEventRow.report_id) == report_id, col(DocumentEventRow.role) != "basis")
        .distinct()
    )
    keys = select(col(DocumentEventRow.key), col(DocumentEventRow.document_id)).where(
        col(DocumentEventRow.document_id).in_(of_report)
    )
    followed = keys.join(
        SubscriptionRow,
        (col(SubscriptionRow.key) == col(DocumentEventRow.key))
        & (col(SubscriptionRow.kind) == RuleKind.DOCUMENT.value),
    )
    asked = keys.join(
        QuestionRow,
        (col(QuestionRow.about) == col(DocumentEventRow.key)) & (col(QuestionRow.about_kind) == RuleKind.DOCUMENT),
    )
    watched = {
        str(watched_key): int(number)
        for query in (followed, asked)
        for watched_key, number in session.connection().execute(query.distinct())
    }
    rows = session.exec(select_rows(DocumentRow).where(col(DocumentRow.id).in_(set(watched.values())))).all()
    lives = {document.id: document for document in lives_of(session, rows)}
    return {watched_key: lives[number] for watched_key, number in watched.items() if number in lives}


def changed_figures(session: Session, announcement: Announcement, before: Before) -> tuple[FigureNews, ...]:
    """The new, corrected or by hand taken out values of the indicators that are followed or were told."""
    reading, report_id = announcement.reading, announcement.report_id
    found: dict[Span, FigureNews] = {}
    earlier: list[Reading] | None = None
    for target, indicator in _watched_indicators(session, reading, before).items():
        value = find_value(reading, indicator)
        old = find_value(before.reading, indicator) if before.reading and before.has_period(reading) else None
        is_gone = value is None and announcement.is_correction
        told = old if is_gone else value
        if told is None or (old and value and old[1].value == value[1].value):
            continue
        span = told[1].span
        if span in found:
            found[span] = replace(found[span], keys=(*found[span].keys, key(target)))
            continue
        earlier = readings_before(session, report_id, reading) if earlier is None else earlier
        previous = next(((r, v) for r in earlier if (v := find_value(r, indicator))), None)
        source = before.reading if is_gone and before.reading else reading
        news = figure_news(key(target), indicator, source, told, previous, report_id)
        found[span] = replace(news, corrected=old[1].written if old and not is_gone else None, is_gone=is_gone)
    return tuple(found.values())


def _watched_indicators(session: Session, reading: Reading, before: Before) -> dict[str, Indicator]:
    connection = session.connection()
    followed = select(col(SubscriptionRow.target)).where(col(SubscriptionRow.kind) == RuleKind.INDICATOR.value)
    targets = set(connection.execute(followed.distinct()).scalars())
    if before.reading is not None:
        told = select(col(QuestionRow.about_target)).where(col(QuestionRow.about_kind) == RuleKind.INDICATOR.value)
        targets |= {target for target in connection.execute(told.distinct()).scalars() if target}
    read = {target: read_indicator(target) for target in sorted(targets)}
    organisation = key(reading.report.organisation)
    return {t: i for t, i in read.items() if i is not None and key(i.organisation) == organisation}


def readings_before(session: Session, report_id: int, reading: Reading) -> list[Reading]:
    """The organisation's reports on the periods of the same kind before, the latest first."""
    period = reading.report.period
    if period is None:
        return []
    same = select(col(ReportRow.organisation_id)).where(col(ReportRow.id) == report_id).scalar_subquery()
    query = (
        select(col(ReportRow.id))
        .where(
            col(ReportRow.state) == ReportState.PUBLISHED,
            col(ReportRow.organisation_id) == same,
            col(ReportRow.period_kind) == period.kind.value,
            col(ReportRow.period_last) < period.first,
        )
        .order_by(col(ReportRow.period_last).desc(), col(ReportRow.id).desc())
        .limit(_EARLIER_REPORTS)
    )
    ids = [int(number or 0) for number in session.connection().execute(query).scalars()]
    return list(load_readings(session, ids).values())
