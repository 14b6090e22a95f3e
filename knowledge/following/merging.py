"""One notice in place of several: digests and catch-ups. Until it is sent it tells only what still holds."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from knowledge.following.concerning import concerning, concerns_report
from knowledge.following.news import DocumentNews, FigureNews, News, ReportNews, read_news, write_news
from knowledge.following.notices import Notice
from knowledge.following.renewing import answering_versions, is_told_anew, names, present_news
from knowledge.following.states import MERGING, PUBLICATIONS, UNBEGUN, EventKind, NoticeState
from knowledge.following.stopping import DIED, RETRACTED
from knowledge.store.states import ReportState
from knowledge.store.tables import EventRow, NoticeRow, ReportRow, id_of

# What may have arrived.
TOLD = (NoticeState.SENT, NoticeState.UNCERTAIN)


def merge_into(session: Session, notices: list[Notice], kind: EventKind, *, at: datetime) -> None:
    """One new notice of that kind tells what these would have, unless all of it was withdrawn meanwhile."""
    news = _merged(session, notices)
    if news.reports or news.documents or news.figures:
        _write_merged(session, notices[0], news, kind, at)
    merged = col(NoticeRow.id).in_([notice.id for notice in notices])
    session.connection().execute(update(NoticeRow).where(merged).values(state=NoticeState.MERGED, decided_at=at))


def is_told_merged(report_ids: Collection[int]) -> ColumnElement[bool]:
    """As a condition of a query: a digest or catch-up told the notice's chat of one of these reports, or may have."""
    return _is_merged(report_ids, TOLD)


def is_still_to_be_told_merged(report_ids: Collection[int]) -> ColumnElement[bool]:
    """As a condition of a query: a digest or catch-up that is not sent yet names one of these reports to the notice's chat."""
    return _is_merged(report_ids, (*UNBEGUN, NoticeState.SENDING))


def _is_merged(report_ids: Collection[int], states: Collection[NoticeState]) -> ColumnElement[bool]:
    notice, event = aliased(NoticeRow), aliased(EventRow)
    return exists().where(
        col(event.id) == col(notice.event_id),
        col(event.kind).in_(MERGING),
        col(notice.chat_id) == col(NoticeRow.chat_id),
        col(notice.state).in_(states),
        names(col(event.payload), report_ids),
    )


def renew_unsent(session: Session, report_ids: Collection[int], at: datetime) -> None:
    """Digests and catch-ups that nobody has begun to send do not tell of these reports what holds no more."""
    unbegun = col(NoticeRow.state).in_([NoticeState.WAITING, NoticeState.MISSED])
    _renew(session, at, unbegun, names(col(EventRow.payload), report_ids))


def renew_released(session: Session, notice_ids: Sequence[int], at: datetime) -> list[int]:
    """Of these, which come after a request that did not go through, the digests and catch-ups tell what holds now.

    The notices that they told before and that may have arrived with them, whose sender died.
    """
    return _renew(session, at, col(NoticeRow.id).in_(notice_ids))


def named_in(news: News) -> set[int]:
    """The reports that the news rests on."""
    figures = {figure.report_id for figure in news.figures if figure.report_id is not None}
    documents = {document.report_id for document in news.documents}
    return figures | documents | {report.report_id for report in news.reports}


def _renew(session: Session, at: datetime, *where: ColumnElement[bool]) -> list[int]:
    query = select_rows(EventRow, NoticeRow).join(NoticeRow, col(NoticeRow.event_id) == col(EventRow.id))
    known: dict[int, News] = {}
    may_have_arrived: list[int] = []
    for event, notice in session.exec(query.where(col(EventRow.kind).in_(MERGING), *where)).all():
        before = read_news(event.payload)
        now = answering_versions(session, named_in(before))
        gone = {
            number: None if v is None or is_told_anew(session, notice, number, v) else v
            for number, v in now.items()
            if number != v
        }
        if not gone:
            continue
        for version in {version for version in gone.values() if version is not None} - known.keys():
            known[version] = present_news(session, version, at)
        news = _with_instead(before, {number: known[v] if v is not None else None for number, v in gone.items()})
        out = _take_out(session, event, notice, [number for number, version in gone.items() if version is None], at)
        may_have_arrived += out if notice.reason == DIED else []
        event.payload = write_news(news)
        notice.sender = None  # whoever has laid it out as it was cannot begin it
        if not (news.reports or news.documents or news.figures):
            notice.state, notice.decided_at, notice.reason = NoticeState.STOPPED, at, RETRACTED
        session.flush()  # the next one may be of the same chat
    return may_have_arrived


def _take_out(
    session: Session, event: EventRow, notice: NoticeRow, report_ids: Sequence[int], at: datetime
) -> list[int]:
    """The chat was not told of these after all, or perhaps, whatever versions their own events have gone on with meanwhile."""
    named, version = aliased(ReportRow), aliased(ReportRow)
    versions = select(col(version.id)).join(named, col(named.lineage) == col(version.lineage))
    events = select(col(EventRow.id)).where(
        col(EventRow.report_id).in_(versions.where(col(named.id).in_(report_ids), col(version.id) >= col(named.id))),
        col(EventRow.kind).in_(PUBLICATIONS),
        col(EventRow.id) < event.id,  # by their order and not by the clock: others may have come up in the same moment
    )
    merged = (col(NoticeRow.chat_id) == notice.chat_id) & (col(NoticeRow.state) == NoticeState.MERGED)
    untold = update(NoticeRow).where(merged, col(NoticeRow.event_id).in_(events))
    has_died = notice.reason == DIED
    state, reason = (NoticeState.UNCERTAIN, DIED) if has_died else (NoticeState.STOPPED, RETRACTED)
    taken = untold.values(state=state, decided_at=at, reason=reason).returning(col(NoticeRow.id))
    ids = session.connection().execute(taken, execution_options={"synchronize_session": False}).scalars()
    return [int(number or 0) for number in ids]


def _with_instead(news: News, instead: dict[int, News | None]) -> News:
    """The news where each of these reports is told by what stands for it, or not at all."""

    def fresh(number: int | None) -> News:
        return (instead.get(number) if number is not None else None) or News(())

    reports = [r for told in news.reports for r in _reports(told, instead, fresh)]
    documents = [d for told in news.documents for d in _documents(told, instead, fresh)]
    figures = [f for told in news.figures for f in _figures(told, instead, fresh)]
    return replace(news, reports=tuple(reports), documents=tuple(documents), figures=tuple(figures))


_Fresh = Callable[[int | None], News]


def _reports(told: ReportNews, instead: dict[int, News | None], fresh: _Fresh) -> Sequence[ReportNews]:
    return fresh(told.report_id).reports if told.report_id in instead else (told,)


def _documents(told: DocumentNews, instead: dict[int, News | None], fresh: _Fresh) -> Sequence[DocumentNews]:
    if told.report_id not in instead or (told.days_left is not None and instead[told.report_id] is not None):
        return (told,)  # of a reminder the newer version says the same, or it would have been stopped
    return [document for document in fresh(told.report_id).documents if set(document.keys) & set(told.keys)]


def _figures(told: FigureNews, instead: dict[int, News | None], fresh: _Fresh) -> Sequence[FigureNews]:
    if told.report_id not in instead:
        return (told,)
    return [figure for figure in fresh(told.report_id).figures if set(figure.keys) & set(told.keys)]


def _merged(session: Session, missed: list[Notice]) -> News:
    """All that concerns the chat, each report once; of what was withdrawn meanwhile nothing."""
    news = [concerning(notice, read_news(notice.payload)) for notice in missed]
    answering = {notice.event_id for notice in missed if notice.report_id is None}
    reports = [
        report
        for notice, told in zip(missed, news, strict=True)
        if concerns_report(notice.reasons) or not (told.documents or told.figures)
        for report in told.reports
    ]
    published = _published(session, {notice.report_id for notice in missed if notice.report_id is not None})
    kept = [
        told
        for notice, told in zip(missed, news, strict=True)
        if notice.event_id in answering or notice.report_id in published
    ]
    return News(
        tuple(_still_published(session, reports)),
        tuple(document for told in kept for document in told.documents),
        tuple(figure for told in kept for figure in told.figures),
    )


def _published(session: Session, report_ids: set[int]) -> set[int]:
    query = select(col(ReportRow.id)).where(
        col(ReportRow.id).in_(report_ids), col(ReportRow.state) == ReportState.PUBLISHED
    )
    return {int(number or 0) for number in session.connection().execute(query).scalars()}


def _still_published(session: Session, reports: list[ReportNews]) -> list[ReportNews]:
    """Each report once, unless it answers no more."""
    by_id = {report.report_id: report for report in reports}
    published = _published(session, set(by_id))
    return [report for report_id, report in by_id.items() if report_id in published]


def _write_merged(session: Session, first: Notice, news: News, kind: EventKind, at: datetime) -> None:
    event = EventRow(kind=kind, payload=write_news(news), created_at=at)
    session.add(event)
    session.flush()
    session.add(
        NoticeRow(
            event_id=id_of(event),
            chat_id=first.chat_id,
            thread_id=first.thread_id,
            state=NoticeState.WAITING,
            due_at=at,
        )
    )
    session.flush()
