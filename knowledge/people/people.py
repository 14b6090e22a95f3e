"""Persons: what they may do, the language they read, and forgetting them."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from knowledge.grammar.folding import key
from knowledge.people.forgetting import Forgotten, forget_person
from knowledge.people.invited import void_invitations
from knowledge.people.roles import Language, PersonRole, language_for
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import AuditRow, PersonRow
from knowledge.store.upserting import insert_if_absent

__all__ = ["Forgotten", "Language", "LastOwner", "Member", "People", "PersonRole"]


class LastOwner(ValueError):
    """Nobody else is an owner, so this one stays."""


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

    @property
    def is_for_all(self) -> bool:
        """Whether the person edits for all organisations."""
        return self.role.includes(PersonRole.EDITOR) and self.organisation is None


class People:
    """Owners come from the settings and cannot be revoked."""

    def __init__(
        self, store: Store, clock: Clock, owner_ids: frozenset[int], spoken: Collection[Language] = ("vi", "en")
    ) -> None:
        self._store = store
        self._clock = clock
        self._owner_ids = owner_ids
        self._spoken = spoken  # the languages that there are words in

    def role_of(self, user_id: int) -> PersonRole:
        """NONE of whoever is not known."""
        with self._store.read() as session:
            return self._role(session, user_id)

    def member(self, user_id: int) -> Member | None:
        """The person, if they have a role."""
        with self._store.read() as session:
            return self.member_within(session, user_id)

    def member_within(self, session: Session, user_id: int) -> Member | None:
        """`member` as a part of a larger transaction."""
        if user_id in self._owner_ids:
            return Member(user_id, PersonRole.OWNER, None, None, None)
        row = session.get(PersonRow, user_id)
        return _member(row) if row is not None and row.role != PersonRole.NONE else None

    def grant(self, user_id: int, role: PersonRole, *, by: int | None, organisation: str | None = None) -> PersonRole:
        """The role that the person had before; raises LastOwner."""
        with self._store.write() as session:
            return self.grant_within(session, user_id, role, by=by, organisation=organisation)

    def grant_within(
        self, session: Session, user_id: int, role: PersonRole, *, by: int | None, organisation: str | None = None
    ) -> PersonRole:
        """`grant` as a part of a larger transaction."""
        before = session.get(PersonRow, user_id)
        had = self._role(session, user_id)
        is_demoted = had is PersonRole.OWNER and role is not PersonRole.OWNER and not self.is_fixed(user_id)
        if is_demoted and self._owners(session) == {user_id}:
            raise LastOwner
        was = (had, before.organisation if before else None)
        values = {"role": role.value, "organisation": organisation, "granted_by": by, "granted_at": self._clock()}
        self._change(session, user_id, **values)
        if role is not PersonRole.OWNER:
            void_invitations(session, created_by=user_id, at=self._clock())
        self._log(session, "person.grant", user_id, by, was, (role, organisation))
        return had

    def revoke(self, user_id: int, *, by: int | None) -> PersonRole:
        """The role that the person had before; raises LastOwner."""
        return self.grant(user_id, PersonRole.NONE, by=by)

    def take_back(self, user_id: int, *, by: int | None) -> Member | None:
        """The person as before the last change of their role, which is taken back; None where there was none."""
        with self._store.write() as session:
            query = select(AuditRow).where(AuditRow.subject == f"person:{user_id}", AuditRow.action == "person.grant")
            last = session.exec(query.order_by(col(AuditRow.id).desc()).limit(1)).first()
            if last is None:
                return None
            before = json.loads(last.before or "{}")
            role = PersonRole(before.get("role", PersonRole.NONE))
            self.grant_within(session, user_id, role, by=by, organisation=before.get("organisation"))
            return _member(session.get_one(PersonRow, user_id))

    def is_fixed(self, user_id: int) -> bool:
        """Whether the person is an owner by the settings, whom nobody can revoke."""
        return user_id in self._owner_ids

    def _owners(self, session: Session) -> set[int]:
        query = select(PersonRow.user_id).where(PersonRow.role == PersonRole.OWNER)
        return set(session.exec(query)) | self._owner_ids

    def members(self) -> list[Member]:
        """Everyone with a role, owners first."""
        query = select(PersonRow).where(PersonRow.role != PersonRole.NONE)
        with self._store.read() as session:
            granted = {row.user_id: row for row in session.exec(query.order_by(col(PersonRow.user_id)))}
        owners = [Member(user_id, PersonRole.OWNER, None, None, None) for user_id in sorted(self._owner_ids)]
        others = [_member(row) for row in granted.values() if row.user_id not in self._owner_ids]
        return owners + sorted(others, key=lambda member: list(PersonRole).index(member.role))

    def language_of(self, user_id: int) -> Language:
        """The language chosen, else the messenger's (English where it is not Vietnamese), else Vietnamese."""
        return self.languages_of([user_id])[user_id]

    def languages_of(self, user_ids: Collection[int]) -> dict[int, Language]:
        """The language of each."""
        with self._store.read() as session:
            rows = session.exec(select(PersonRow).where(col(PersonRow.user_id).in_(user_ids))).all()
        known = {row.user_id: row for row in rows}
        return {user_id: self._language(known.get(user_id)) for user_id in user_ids}

    def has_chosen(self, user_id: int) -> bool:
        """Whether the person chose the language themselves."""
        with self._store.read() as session:
            row = session.get(PersonRow, user_id)
        return bool(row and row.language)

    def set_language(self, user_id: int, language: Language) -> None:
        """The person's choice, which the messenger's setting no longer changes."""
        with self._store.write() as session:
            self._change(session, user_id, language=language)

    def forget(self, user_id: int) -> Forgotten:
        """Delete what is known of the person (Luật Bảo vệ dữ liệu cá nhân); a role given is revoked."""
        with self._store.write() as session:
            role = self._role(session, user_id)
            void_invitations(session, created_by=user_id, at=self._clock())
            if role not in (PersonRole.NONE, PersonRole.OWNER):
                self._log(session, "person.revoke", user_id, user_id, (role, None), (PersonRole.NONE, None))
            return forget_person(session, user_id, at=self._clock())

    def _role(self, session: Session, user_id: int) -> PersonRole:
        if user_id in self._owner_ids:
            return PersonRole.OWNER
        row = session.get(PersonRow, user_id)
        return PersonRole(row.role) if row else PersonRole.NONE

    def _language(self, row: PersonRow | None) -> Language:
        return language_for(row.language, row.language_code, self._spoken) if row else "vi"

    def _change(self, session: Session, user_id: int, **values: Any) -> None:
        insert_if_absent(session, PersonRow, ["user_id"], user_id=user_id, role=PersonRole.NONE.value)
        session.connection().execute(update(PersonRow).where(col(PersonRow.user_id) == user_id).values(**values))

    def _log(
        self,
        session: Session,
        action: str,
        user_id: int,
        by: int | None,
        before: tuple[PersonRole, str | None],
        after: tuple[PersonRole, str | None],
    ) -> None:
        said = [_said(*what) for what in (before, after)]
        write_audit(session, action, f"person:{user_id}", by=by, at=self._clock(), before=said[0], after=said[1])


def _said(role: PersonRole, organisation: str | None) -> str:
    """What the audit log holds of a role, as JSON."""
    of_one = {"organisation": organisation} if organisation else {}
    return json.dumps({"role": role.value, **of_one}, ensure_ascii=False)


def _member(row: PersonRow) -> Member:
    return Member(row.user_id, PersonRole(row.role), row.organisation, row.granted_by, row.granted_at)
