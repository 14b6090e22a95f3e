"""What arrives, or may have, when it holds no more, for a report was withdrawn or brought back while it was under way.

Whoever reads it reads afterwards what is true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Executable, bindparam, exists, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from knowledge.following.merging import TOLD, named_in
from knowledge.following.news import read_news
from knowledge.following.renewing import answering_versions
from knowledge.following.rules import RuleKind
from knowledge.following.states import AFTERWARDS, MERGING, PUBLICATIONS, UNBEGUN, EventKind, NoticeState
from knowledge.following.stopping import stop_notices
from knowledge.following.withdrawing import fallen, newest, tell_told, versions_of
from knowledge.store.states import ReportState
from knowledge.store.tables import EventRow, EventTargetRow, NoticeRow, ReportRow

# Stopped since the chat has just read the same.
_SAID = "said"


def stop_outdated(session: Session, notice_ids: Sequence[int], at: datetime) -> None:
    """Of these, which come after a request that did not go through, what was taken back while it was under way is not told."""
    stop_notices(session, col(NoticeRow.id).in_(notice_ids), _is_taken_back(), at=at, reason="taken back")


def _is_taken_back() -> ColumnElement[bool]:
    """Of a withdrawal that was undone, or undone and made again; of an undoing after which the report was withdrawn."""
    this, later = aliased(EventRow), aliased(EventRow)
    other, version = aliased(ReportRow), aliased(ReportRow)
    is_same = (col(later.report_id) == col(this.report_id)) & col(later.kind).in_(AFTERWARDS)
    is_withdrawn_again = (
        (col(this.kind) == EventKind.REPORT_RESTORED)
        & (col(later.kind) == EventKind.REPORT_WITHDRAWN)
        & (col(version.lineage) == col(other.lineage))
    )
    return exists().where(
        col(this.id) == col(NoticeRow.event_id),
        col(this.kind).in_(AFTERWARDS),
        col(later.id) > col(this.id),
        col(other.id) == col(this.report_id),
        col(version.id) == col(later.report_id),
        or_(is_same, is_withdrawn_again),
    )


def tell_late(session: Session, notice_ids: Sequence[int], at: datetime) -> None:
    """Of these, which have just arrived or may have, those that ceased to hold while they were under way."""
    for late in _arrived(session, notice_ids):
        if late.kind in AFTERWARDS:
            _take_back(session, late, at)
            continue
        for number in named_in(read_news(late.payload)) if late.kind in MERGING else [late.report_id]:
            versions = fallen(session, number)
            instead = _told_instead(session, number, versions, late) if versions else None
            if instead is not None:
                _tell_after(session, instead, versions, late, at)


@dataclass(frozen=True, slots=True)
class _Late:
    """A notice that has just arrived, or may have."""

    id: int
    chat_id: int
    event_id: int
    state: str
    kind: str
    report_id: int
    payload: str


def _told_instead(session: Session, report_id: int, versions: Sequence[int], late: _Late) -> int | None:
    """The withdrawal of these versions that lasts, or else the undoing by which an older one has answered since."""
    withdrawal = _lasting_withdrawal(session, versions)
    now = answering_versions(session, [report_id])[report_id]
    restored = newest(session, EventKind.REPORT_RESTORED, [now]) if now is not None else None
    is_since = restored is not None and restored > late.event_id
    return restored if withdrawal is None and is_since else withdrawal


def _take_back(session: Session, late: _Late, at: datetime) -> None:
    """What became of the report since that notice of its withdrawal or of the undoing began is read after it."""
    withdrawal = _lasting_withdrawal(session, fallen(session, late.report_id))
    now = withdrawal or newest(session, EventKind.REPORT_RESTORED, [late.report_id])
    is_true = (withdrawal is not None) == (late.kind == EventKind.REPORT_WITHDRAWN)
    if is_true and late.state == NoticeState.SENT:
        of_chat = (col(NoticeRow.event_id) == now) & (col(NoticeRow.chat_id) == late.chat_id)
        stop_notices(session, of_chat, at=at, reason=_SAID)
    elif not is_true and now is not None and not (withdrawal is None and _is_yet_to_hear(session, late)):
        _tell_after(session, now, [late.report_id], late, at)


def _is_yet_to_hear(session: Session, late: _Late) -> bool:
    """Whether the chat will be told of the report as a whole: then it reads last that it holds, and need not be told twice."""
    told = exists().where(
        col(EventRow.report_id).in_(versions_of(session, late.report_id)),
        col(EventRow.kind).in_(PUBLICATIONS),
        col(EventTargetRow.event_id) == col(EventRow.id),
        col(EventTargetRow.kind) == RuleKind.ALL.value,
        col(NoticeRow.event_id) == col(EventRow.id),
        col(NoticeRow.chat_id) == late.chat_id,
        col(NoticeRow.state).in_(UNBEGUN),
    )
    return bool(session.connection().execute(select(told)).scalar())


def _tell_after(session: Session, event_id: int, versions: Sequence[int], late: _Late, at: datetime) -> None:
    """The chat is told of the event once it has read the late notice: for the first time, or once more."""
    this = col(NoticeRow.id) == late.id
    if late.kind in MERGING:
        of_report = col(EventRow.report_id).in_(versions) & col(EventRow.kind).in_(PUBLICATIONS)
        this = of_report & (col(NoticeRow.chat_id) == late.chat_id)
    tell_told(session, event_id, versions, this, at)
    _tell_again(session, event_id, late, at)


def _arrived(session: Session, notice_ids: Sequence[int]) -> list[_Late]:
    """Those of these notices for which it is worth looking again."""
    rows = session.connection().execute(_worth_looking_again(), {"notices": list(notice_ids)}).all()
    return [
        _Late(int(number or 0), chat, event, state, kind, int(report_id or 0), payload)
        for number, chat, event, state, kind, report_id, payload in rows
    ]


@cache
def _worth_looking_again() -> Executable:
    """Asked of every notice that arrives, and so built once: that takes ten times as long as the store's answer."""
    report = ReportRow
    query = (
        select(
            col(NoticeRow.id),
            col(NoticeRow.chat_id),
            col(NoticeRow.event_id),
            col(NoticeRow.state),
            col(EventRow.kind),
            col(EventRow.report_id),
            col(EventRow.payload),
        )
        .join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
        .outerjoin(report, col(report.id) == col(EventRow.report_id))
        .where(col(NoticeRow.id).in_(bindparam("notices", expanding=True)))
    )
    is_published = col(report.state) == ReportState.PUBLISHED
    worth = or_(
        col(EventRow.kind).in_(MERGING),
        col(EventRow.kind).in_(PUBLICATIONS) & ~is_published,
        _is_taken_back(),
    )
    return query.where(worth)


def _tell_again(session: Session, event_id: int, late: _Late, at: datetime) -> None:
    """What arrived before the late notice that it takes back comes once more, so that it is read last."""
    overtaking = (col(NoticeRow.event_id) == event_id) & (col(NoticeRow.chat_id) == late.chat_id)
    is_said = (col(NoticeRow.state) == NoticeState.STOPPED) & (col(NoticeRow.reason) == _SAID)
    again = update(NoticeRow).where(overtaking, col(NoticeRow.state).in_(TOLD) | is_said)
    values = {"state": NoticeState.WAITING, "due_at": at, "decided_at": None, "reason": None, "sender": None}
    can_be_edited = late.state == NoticeState.SENT and late.kind not in MERGING
    session.connection().execute(again.values(**values, replaces=late.id if can_be_edited else None))


def _lasting_withdrawal(session: Session, versions: Sequence[int]) -> int | None:
    """The newest withdrawal of these versions; None where it was undone, whatever took the report's place since."""
    withdrawn, restored = (
        newest(session, kind, versions) for kind in (EventKind.REPORT_WITHDRAWN, EventKind.REPORT_RESTORED)
    )
    return None if withdrawn is not None and restored is not None and restored > withdrawn else withdrawn
