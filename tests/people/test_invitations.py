"""Invitations: for one person, for some hours, by whoever may still invite."""

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.people.invitations import Taking
from knowledge.people.people import LastOwner, PersonRole
from tests.clock import SetClock

OWNER, LAN, HOA = 1, 7, 8
EDITOR = PersonRole.EDITOR


def test_whoever_opens_the_link_first_gets_the_role_and_nobody_after(knowledge: Knowledge):
    _, token = knowledge.invitations.invite(EDITOR, by=OWNER, organisation="Sở Nội vụ")
    taken = [knowledge.invitations.take_up(token, user).outcome for user in (LAN, HOA)]
    assert taken == [Taking.TAKEN, Taking.ENDED]
    member = knowledge.people.member(LAN)
    assert member is not None
    assert (member.role, member.organisation, member.granted_by) == (EDITOR, "Sở Nội vụ", OWNER)
    assert knowledge.people.member(HOA) is None


def test_an_invitation_ends_by_itself(knowledge: Knowledge, clock: SetClock):
    _, token = knowledge.invitations.invite(EDITOR, by=OWNER)
    clock.advance(hours=49)
    assert knowledge.invitations.take_up(token, LAN).outcome is Taking.ENDED
    assert knowledge.invitations.open_ones() == []


def test_a_revoked_or_invented_invitation_gives_nothing(knowledge: Knowledge):
    invitation, token = knowledge.invitations.invite(EDITOR, by=OWNER)
    assert knowledge.invitations.revoke(invitation.id, by=OWNER) is not None
    assert knowledge.invitations.revoke(invitation.id, by=OWNER) is None
    outcomes = [knowledge.invitations.take_up(words, LAN).outcome for words in (token, "x", "")]
    assert outcomes == [Taking.ENDED, Taking.UNKNOWN, Taking.UNKNOWN]
    assert knowledge.people.role_of(LAN) is PersonRole.NONE


def test_the_invitations_of_whoever_is_no_owner_any_more_have_ended(knowledge: Knowledge):
    knowledge.people.grant(HOA, PersonRole.OWNER, by=OWNER)
    _, token = knowledge.invitations.invite(PersonRole.OWNER, by=HOA)
    knowledge.people.revoke(HOA, by=OWNER)
    assert knowledge.invitations.take_up(token, LAN).outcome is Taking.ENDED


def test_an_invitation_never_takes_a_higher_role_away(knowledge: Knowledge):
    _, token = knowledge.invitations.invite(EDITOR, by=OWNER)
    assert knowledge.invitations.take_up(token, OWNER).outcome is Taking.NEEDLESS
    assert knowledge.invitations.take_up(token, LAN).outcome is Taking.TAKEN


def test_only_whoever_made_the_invitation_names_somebody_and_soon(knowledge: Knowledge, clock: SetClock):
    invitation, _ = knowledge.invitations.invite(EDITOR, by=OWNER)
    assert knowledge.invitations.naming(OWNER) == invitation
    assert knowledge.invitations.name(invitation.id, LAN, by=HOA).outcome is Taking.UNKNOWN
    clock.advance(minutes=16)
    assert knowledge.invitations.naming(OWNER) is None


def test_every_step_is_in_the_audit_log_and_the_token_nowhere(knowledge: Knowledge):
    _, token = knowledge.invitations.invite(EDITOR, by=OWNER)
    for user in (LAN, HOA):
        knowledge.invitations.take_up(token, user)
    entries = knowledge.audit.listing()
    assert [(entry.action, entry.by) for entry in reversed(entries)] == [
        ("person.invite", OWNER),
        ("person.grant", OWNER),
        ("person.invited", LAN),
        ("person.refused", HOA),
    ]
    assert token not in str(entries)


def test_the_last_change_of_a_role_is_taken_back_with_its_organisation(knowledge: Knowledge):
    knowledge.people.grant(LAN, EDITOR, by=OWNER, organisation="Sở Nội vụ")
    knowledge.people.revoke(LAN, by=OWNER)
    knowledge.people.take_back(LAN, by=OWNER)
    member = knowledge.people.member(LAN)
    assert member is not None
    assert (member.role, member.organisation) == (EDITOR, "Sở Nội vụ")


def test_the_last_owner_stays(knowledge: Knowledge):
    people = type(knowledge.people)(knowledge.store, lambda: knowledge.audit._clock(), frozenset())
    people.grant(LAN, PersonRole.OWNER, by=None)
    with pytest.raises(LastOwner):
        people.revoke(LAN, by=LAN)


def test_the_two_person_rule_is_off_until_an_owner_sets_it(knowledge: Knowledge):
    assert knowledge.office.needs_two_persons() is False
    knowledge.office.set_two_persons(True, by=OWNER)
    assert knowledge.office.needs_two_persons() is True
