"""Persons: roles, languages, and being forgotten."""

import pytest

from knowledge.answers import Answer, Outcome
from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from knowledge.people.people import PersonRole
from knowledge.people.scenes import Speaker
from tests.clock import SetClock
from tests.following.publishing import publish

OWNER = 1
NOTHING = Answer(Outcome.NOT_FOUND, "Không tìm thấy.")


def seen(knowledge: Knowledge, code: str | None) -> str:
    """The language to speak with person 7, whose messenger speaks that one."""
    return knowledge.scenes.look(Speaker(7, 7, code, "7")).language


def test_whose_messenger_names_no_language_that_can_be_kept_is_spoken_with_all_the_same(knowledge: Knowledge):
    assert [seen(knowledge, code) for code in ("v\x00", "\ud83d", "en\ud83d")] == ["en"] * 3


def test_owners_come_from_the_settings_and_stay(knowledge: Knowledge):
    knowledge.people.revoke(OWNER, by=OWNER)
    assert knowledge.people.role_of(OWNER) == PersonRole.OWNER


def test_whoever_is_not_known_may_nothing(knowledge: Knowledge):
    assert knowledge.people.role_of(7) == PersonRole.NONE
    assert knowledge.people.member(7) is None


def test_a_role_is_granted_and_revoked(knowledge: Knowledge):
    assert knowledge.people.grant(7, PersonRole.EDITOR, by=OWNER, organisation="Sở Nội vụ") == PersonRole.NONE
    member = knowledge.people.member(7)
    assert member is not None
    assert (member.role, member.organisation, member.granted_by) == (PersonRole.EDITOR, "Sở Nội vụ", OWNER)
    assert knowledge.people.revoke(7, by=OWNER) == PersonRole.EDITOR
    assert knowledge.people.role_of(7) == PersonRole.NONE


def test_members_are_listed_owners_first(knowledge: Knowledge):
    knowledge.people.grant(8, PersonRole.VIEWER, by=OWNER)
    knowledge.people.grant(9, PersonRole.EDITOR, by=OWNER)
    assert [member.user_id for member in knowledge.people.members()] == [OWNER, 9, 8]


def test_every_grant_is_in_the_audit_log(knowledge: Knowledge):
    knowledge.people.grant(7, PersonRole.EDITOR, by=OWNER)
    [entry] = knowledge.audit.listing(action="person.grant")
    assert (entry.subject, entry.by, entry.before, entry.after) == (
        "person:7",
        OWNER,
        '{"role": "none"}',
        '{"role": "editor"}',
    )


@pytest.mark.parametrize(
    ("higher", "lower"), [("owner", "editor"), ("editor", "viewer"), ("viewer", "none"), ("editor", "editor")]
)
def test_a_role_includes_those_below_it(higher: str, lower: str):
    assert PersonRole(higher).includes(PersonRole(lower))
    assert higher == lower or not PersonRole(lower).includes(PersonRole(higher))


@pytest.mark.parametrize(
    ("code", "language"), [(None, "vi"), ("vi", "vi"), ("vi-VN", "vi"), ("en", "en"), ("fr", "en")]
)
def test_the_messengers_language_decides_until_one_is_chosen(knowledge: Knowledge, code: str | None, language: str):
    assert (seen(knowledge, code), knowledge.people.language_of(7)) == (language, language)
    knowledge.people.set_language(7, "vi")
    assert (seen(knowledge, "en"), knowledge.people.language_of(7)) == ("vi", "vi")


def test_being_seen_does_not_change_a_role(knowledge: Knowledge):
    knowledge.people.grant(7, PersonRole.EDITOR, by=OWNER)
    seen(knowledge, "vi")
    assert knowledge.people.role_of(7) == PersonRole.EDITOR


def test_what_is_known_of_a_person_is_deleted_and_told(knowledge: Knowledge, clock: SetClock):
    knowledge.people.grant(7, PersonRole.EDITOR, by=OWNER)
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    publish(knowledge)
    knowledge.questions.record("7", 7, "hồ sơ quá hạn?", NOTHING)
    knowledge.questions.record("-5:7", 7, "hồ sơ đúng hạn?", NOTHING)
    knowledge.dialogues.put(-5, 7, "add", "1", {})
    knowledge.conversations.put("7", "{}", clock.now)
    knowledge.conversations.put("-5:7", "{}", clock.now)
    stored = knowledge.inbox.take(1, "7", "{}", holder="a")
    assert stored is not None
    knowledge.inbox.settle(stored, holder="a", error="bad")
    knowledge.audit.record("test", "x", by=7)
    gone = knowledge.people.forget(7)
    assert gone.was_known
    assert (gone.questions, gone.subscriptions, gone.notices) == (2, 1, 1)
    assert (gone.dialogues, gone.conversations, gone.updates) == (1, 2, 1)
    assert knowledge.people.role_of(7) == PersonRole.NONE
    assert knowledge.people.forget(7).was_known is False


def test_forgetting_one_person_leaves_the_others(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(77, ALL_REPORTS, by=77)
    knowledge.questions.record("77", 77, "hồ sơ quá hạn?", NOTHING)
    knowledge.conversations.put("77", "{}", clock.now)
    knowledge.people.forget(7)
    assert len(knowledge.subscribers.list_for(77)) == 1
    assert knowledge.conversations.get("77") == "{}"
    assert len(knowledge.questions.unanswered()) == 1


def test_what_an_editor_changed_stays_in_the_audit_log(knowledge: Knowledge):
    knowledge.people.grant(7, PersonRole.EDITOR, by=OWNER)
    knowledge.audit.record("test", "x", by=7)
    assert knowledge.people.forget(7).audit_entries == 2  # and that the role ended
