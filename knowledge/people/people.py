"""Persons: what they may do, the language they read, and forgetting them."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import update
from sqlmodel import Session, col, select

from knowledge.people.forgetting import Forgotten, forget_person
from knowledge.people.roles import Language, PersonRole
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import PersonRow
from knowledge.store.texts import key
from knowledge.store.upserting import insert_if_absent

__all__ = ["Forgotten", "Language", "Member", "People", "PersonRole"]

# Statistics count days; writing at every message would only slow answers down.
_SEEN_AGAIN_AFTER = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Member:
    """A person with a role."""

    user_id: int
    role: PersonRole
    organisation: str | None  # an editor of this one only
    granted_by: int | None  # None of an owner by the settings
    granted_at: datetime | None

    def may_change(self, organisation: str | None) -> bool:
        """Whether what is this organisation's may be changed: an editor of one organisation changes only its own."""
        if not self.role.includes(PersonRole.EDITOR):
            return False
        return self.organisation is None or key(self.organisation) == key(organisation or "")


class People:
    """Owners come from the settings and cannot be revoked."""

    def __init__(self, store: Store, clock: Clock, owner_ids: frozenset[int]) -> None:
        self._store = store
        self._clock = clock
        self._owner_ids = owner_ids

    def role_of(self, user_id: int) -> PersonRole:
        """NONE of whoever is not known."""
        with self._store.read() as session:
            return self._role(session, user_id)

    def member(self, user_id: int) -> Member | None:
        """The person, if they have a role."""
        if user_id in self._owner_ids:
            return Member(user_id, PersonRole.OWNER, None, None, None)
        with self._store.read() as session:
            row = session.get(PersonRow, user_id)
        return _member(row) if row is not None and row.role != PersonRole.NONE else None

    def grant(self, user_id: int, role: PersonRole, *, by: int | None, organisation: str | None = None) -> PersonRole:
        """The role that the person had before."""
        with self._store.write() as session:
            before = self._role(session, user_id)
            self._change(session, user_id, role=role.value, organisation=organisation, granted_by=by)
            self._log(session, "person.grant", user_id, by, before, role)
            return before

    def revoke(self, user_id: int, *, by: int | None) -> PersonRole:
        """The role that the person had before."""
        return self.grant(user_id, PersonRole.NONE, by=by)

    def members(self) -> list[Member]:
        """Everyone with a role, owners first."""
        query = select(PersonRow).where(PersonRow.role != PersonRole.NONE)
        with self._store.read() as session:
            granted = {row.user_id: row for row in session.exec(query.order_by(col(PersonRow.user_id)))}
        owners = [Member(user_id, PersonRole.OWNER, None, None, None) for user_id in sorted(self._owner_ids)]
        others = [_member(row) for row in granted.values() if row.user_id not in self._owner_ids]
        return owners + sorted(others, key=lambda member: list(PersonRole).index(member.role))

    def touch(self, user_id: int, language_code: str | None) -> None:
        """The person was seen, with the messenger set to that language."""
        now = self._clock()
        with self._store.read() as session:
            row = session.get(PersonRow, user_id)
        if row and row.seen_at and row.language_code == language_code and now - row.seen_at < _SEEN_AGAIN_AFTER:
            return
        with self._store.write() as session:
            self._change(session, user_id, seen_at=now, language_code=language_code)

    def language_of(self, user_id: int) -> Language:
        """The language chosen, else the messenger's (English where it is not Vietnamese), else Vietnamese."""
        with self._store.read() as session:
            row = session.get(PersonRow, user_id)
        if row and row.language:
            return cast(Language, row.language)
        code = row.language_code if row else None
        return "vi" if not code or code.lower().startswith("vi") else "en"

    def set_language(self, user_id: int, language: Language) -> None:
        """The person's choice, which the messenger's setting no longer changes."""
        with self._store.write() as session:
            self._change(session, user_id, language=language)

    def forget(self, user_id: int) -> Forgotten:
        """Delete what is known of the person (Luật Bảo vệ dữ liệu cá nhân); a role given is revoked."""
        with self._store.write() as session:
            role = self._role(session, user_id)
            if role not in (PersonRole.NONE, PersonRole.OWNER):
                self._log(session, "person.revoke", user_id, user_id, role, PersonRole.NONE)
            return forget_person(session, user_id, at=self._clock())

    def _role(self, session: Session, user_id: int) -> PersonRole:
        if user_id in self._owner_ids:
            return PersonRole.OWNER
        row = session.get(PersonRow, user_id)
        return PersonRole(row.role) if row else PersonRole.NONE

    def _change(self, session: Session, user_id: int, **values: Any) -> None:
        if "role" in values:
            values["granted_at"] = self._clock()
        insert_if_absent(session, PersonRow, ["user_id"], user_id=user_id, role=PersonRole.NONE.value)
        session.connection().execute(update(PersonRow).where(col(PersonRow.user_id) == user_id).values(**values))

    def _log(
        self,
        session: Session,
        action: str,
        user_id: int,
        by: int | None,
        before: PersonRole,
        after: PersonRole,
    ) -> None:
        roles = [json.dumps({"role": role.value}) for role in (before, after)]
        subject = f"person:{user_id}"
        write_audit(session, action, subject, by=by, at=self._clock(), before=roles[0], after=roles[1])


def _member(row: PersonRow) -> Member:
    return Member(row.user_id, PersonRole(row.role), row.organisation, row.granted_by, row.granted_at)
