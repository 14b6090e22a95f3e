"""Persons: what they may do, the language they read, and forgetting them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from knowledge.store.clock import Clock
from knowledge.store.store import Store

Language = Literal["vi", "en"]


class PersonRole(StrEnum):
    """What a person may do; each includes what stands below it."""

    OWNER = "owner"
    EDITOR = "editor"
    VIEWER = "viewer"  # of statistics
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Member:
    """A person with a role."""

    user_id: int
    role: PersonRole
    organisation: str | None  # an editor of one organisation only
    granted_by: int | None
    granted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was deleted of a person; `audit_entries` were kept, as the record of what was changed."""

    was_known: bool
    questions: int
    subscriptions: int
    notices: int
    dialogues: int
    conversations: int
    updates: int
    audit_entries: int


class People:
    """Owners come from the settings and cannot be revoked."""

    def __init__(self, store: Store, clock: Clock, owner_ids: frozenset[int]) -> None:
        self._store = store
        self._clock = clock
        self._owner_ids = owner_ids

    def role_of(self, user_id: int) -> PersonRole:
        """NONE of whoever is not known."""
        raise NotImplementedError

    def grant(
        self, user_id: int, role: PersonRole, *, by: int | None, organisation: str | None = None
    ) -> PersonRole:
        """The role that the person had before."""
        raise NotImplementedError

    def revoke(self, user_id: int, *, by: int | None) -> PersonRole:
        """The role that the person had before."""
        raise NotImplementedError

    def members(self) -> list[Member]:
        """Everyone with a role, owners first."""
        raise NotImplementedError

    def touch(self, user_id: int, language_code: str | None) -> None:
        """The person was seen, with the messenger set to that language."""
        raise NotImplementedError

    def language_of(self, user_id: int) -> Language:
        """The language chosen, else the messenger's (English where it is not Vietnamese), else Vietnamese."""
        raise NotImplementedError

    def set_language(self, user_id: int, language: Language) -> None:
        """The person's choice, which the messenger's setting no longer changes."""
        raise NotImplementedError

    def forget(self, user_id: int) -> Forgotten:
        """Delete what is known of the person (Luật Bảo vệ dữ liệu cá nhân); a role given is revoked."""
        raise NotImplementedError
