"""Invitations to a role: one link for one person, for some hours; or that person is named while it is open."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import update
from sqlmodel import Session, col, select

from knowledge.people.invited import is_open
from knowledge.people.people import People
from knowledge.people.roles import PersonRole
from knowledge.storable import storable
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import InvitationRow, id_of

# A colleague who is out today can take it up tomorrow; a forgotten link opens nothing next week.
VALID_FOR = timedelta(hours=48)
# So long after inviting, a forwarded message is taken to name the person who is invited.
NAMED_WITHIN = timedelta(minutes=15)
# 144 random bits.
_TOKEN_BYTES = 18


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation; the token is known only to whoever made it."""

    id: int
    role: PersonRole
    organisation: str | None
    created_by: int | None
    expires_at: datetime


class Taking(StrEnum):
    """What came of taking an invitation up."""

    TAKEN = "taken"
    ENDED = "ended"  # it was used, revoked, or is too old
    UNKNOWN = "unknown"  # no such invitation
    NEEDLESS = "needless"  # the person may do as much already; the invitation stays open


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it, and the invitation if there is one."""

    outcome: Taking
    invitation: Invitation | None = None


class Invitations:
    """Made by owners; each is taken up once, and every step is in the audit log."""

    def __init__(self, store: Store, clock: Clock, people: People) -> None:
        self._store = store
        self._clock = clock
        self._people = people

    def invite(
        self,
        role: PersonRole,
        *,
        by: int | None,
        organisation: str | None = None,
        valid_for: timedelta = VALID_FOR,
        token: str | None = None,
    ) -> tuple[Invitation, str]:
        """The invitation and its token, which is kept nowhere; of a `token` that was given before, that invitation."""
        token, now = token or secrets.token_urlsafe(_TOKEN_BYTES), self._clock()
        with self._store.write() as session:
            made = session.exec(select(InvitationRow).where(InvitationRow.token_hash == _hash(token))).first()
            if made is not None:
                return _read(made), token
            row = InvitationRow(
                token_hash=_hash(token),
                role=role.value,
                organisation=storable(organisation) if organisation else None,
                created_by=by,
                created_at=now,
                expires_at=now + valid_for,
            )
            session.add(row)
            session.flush()
            _log(session, "person.invite", row, by=by, at=now)
            return _read(row), token

    def take_up(self, token: str, user_id: int) -> Taken:
        """Whoever opens the link gets the role, unless the invitation has ended."""
        with self._store.write() as session:
            row = session.exec(select(InvitationRow).where(InvitationRow.token_hash == _hash(token))).first()
            return self._take(session, row, user_id, by=user_id)

    def name(self, invitation_id: int, user_id: int, *, by: int) -> Taken:
        """The person gets the role at once; only whoever made the invitation may name somebody."""
        with self._store.write() as session:
            row = session.get(InvitationRow, invitation_id)
            return self._take(session, row if row and row.created_by == by else None, user_id, by=by)

    def open_ones(self) -> list[Invitation]:
        """Those that can be taken up now, the newest first."""
        query = select(InvitationRow).where(is_open(self._clock())).order_by(col(InvitationRow.id).desc())
        with self._store.read() as session:
            return [_read(row) for row in session.exec(query)]

    def naming(self, by: int) -> Invitation | None:
        """The newest open invitation of this owner, as long as a forwarded message names who is invited."""
        since = self._clock() - NAMED_WITHIN
        query = select(InvitationRow).where(
            is_open(self._clock()), InvitationRow.created_by == by, InvitationRow.created_at >= since
        )
        with self._store.read() as session:
            row = session.exec(query.order_by(col(InvitationRow.id).desc()).limit(1)).first()
        return _read(row) if row is not None else None

    def revoke(self, invitation_id: int, *, by: int | None) -> Invitation | None:
        """The invitation, which nobody can take up any more; None if it had ended before."""
        now = self._clock()
        ending = update(InvitationRow).where(col(InvitationRow.id) == invitation_id, is_open(now))
        with self._store.write() as session:
            if not session.connection().execute(ending.values(revoked_at=now)).rowcount:
                return None
            row = session.get_one(InvitationRow, invitation_id)
            _log(session, "person.uninvite", row, by=by, at=now)
            return _read(row)

    def _take(self, session: Session, row: InvitationRow | None, user_id: int, *, by: int) -> Taken:
        now = self._clock()
        if row is None:
            return Taken(Taking.UNKNOWN)
        invitation = _read(row)
        had = self._people.member_within(session, user_id)
        if had and had.role.includes(invitation.role) and had.organisation in (None, invitation.organisation):
            return Taken(Taking.NEEDLESS, invitation)
        using = update(InvitationRow).where(col(InvitationRow.id) == invitation.id, is_open(now))
        if not session.connection().execute(using.values(used_at=now, used_by=user_id)).rowcount:
            _log(session, "person.refused", row, by=by, at=now)
            return Taken(Taking.ENDED, invitation)
        self._people.grant_within(
            session, user_id, invitation.role, by=invitation.created_by, organisation=invitation.organisation
        )
        _log(session, "person.invited", row, by=by, at=now)
        return Taken(Taking.TAKEN, invitation)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _read(row: InvitationRow) -> Invitation:
    return Invitation(id_of(row), PersonRole(row.role), row.organisation, row.created_by, row.expires_at)


def _log(session: Session, action: str, row: InvitationRow, *, by: int | None, at: datetime) -> None:
    said = json.dumps({"role": row.role, "organisation": row.organisation}, ensure_ascii=False)
    write_audit(session, action, f"invitation:{row.id}", by=by, at=at, after=said)
