"""A withdrawal is undone, and made again: whatever is under way meanwhile, what a chat reads last is what holds."""

from decimal import Decimal

import pytest

from knowledge.following.outbox import EventKind
from tests.amending.samples import correction
from tests.following.publishing import publish
from tests.following.telling import PUBLISHED, RESTORED, WITHDRAWN, Telling


def test_a_withdrawal_that_is_undone_at_once_is_not_told(withdrawn: Telling):
    withdrawn.undo()
    assert withdrawn.claim() == []


@pytest.mark.parametrize("how", ["released", "blocked"])
def test_a_withdrawal_that_is_undone_while_its_request_fails_is_not_told(withdrawn: Telling, how: str):
    under_way = withdrawn.begin()
    withdrawn.undo()
    withdrawn.end_unsent(under_way, how)
    assert withdrawn.claim() == []


def test_a_withdrawal_that_may_have_arrived_from_a_sender_that_died_is_taken_back_when_it_is_undone(
    withdrawn: Telling,
):
    under_way = withdrawn.begin()
    withdrawn.undo()
    withdrawn.end_unsent(under_way, "died")
    assert withdrawn.next() == RESTORED


def test_what_may_be_lost_is_told_again_when_its_withdrawal_is_undone_before_it_was_told(untold: Telling):
    untold.end_unsent(untold.begin(), "died")
    untold.withdraw()
    untold.undo()
    assert untold.next() == PUBLISHED


def test_who_is_to_hear_of_a_report_again_is_not_told_besides_that_it_holds(untold: Telling):
    perhaps_lost = untold.begin()
    untold.withdraw()
    untold.end_unsent(perhaps_lost, "died")
    withdrawals = untold.begin()
    untold.undo()
    untold.end_unsent(withdrawals, "died")
    assert untold.next() == PUBLISHED


def test_who_reads_that_a_report_is_withdrawn_is_not_told_so_again_when_the_undoing_was_never_told(
    told_withdrawn: Telling,
):
    told_withdrawn.undo()
    told_withdrawn.withdraw()
    assert told_withdrawn.claim() == []
    told_withdrawn.undo()
    assert told_withdrawn.next() == RESTORED


def test_only_who_was_told_of_the_undoing_hears_of_the_next_withdrawal(told_withdrawn: Telling):
    told_withdrawn.undo()
    told_withdrawn.send(limit=1)
    told_withdrawn.withdraw()
    assert [(n.chat_id, n.kind, n.replaces) for n in told_withdrawn.claim()] == [
        (1, EventKind.REPORT_WITHDRAWN, (501,))
    ]


def test_who_may_have_been_told_of_neither_hears_of_the_next_withdrawal(withdrawn: Telling):
    withdrawn.lose(withdrawn.begin())
    withdrawn.undo()
    withdrawn.withdraw()
    assert withdrawn.next() == WITHDRAWN


@pytest.mark.parametrize("how", ["released", "blocked"])
def test_that_a_report_holds_is_not_told_when_it_is_withdrawn_again_while_that_request_fails(
    told_withdrawn: Telling, how: str
):
    told_withdrawn.undo()
    under_way = told_withdrawn.begin()
    told_withdrawn.withdraw()
    told_withdrawn.end_unsent(under_way, how)
    assert told_withdrawn.claim() == []


@pytest.mark.parametrize("how", ["died", "arrived"])
def test_that_a_report_holds_is_taken_back_when_it_may_have_arrived_after_the_next_withdrawal(
    told_withdrawn: Telling, how: str
):
    told_withdrawn.undo()
    under_way = told_withdrawn.begin()
    told_withdrawn.withdraw()
    if how == "arrived":
        told_withdrawn.arrive(*under_way)
    else:
        told_withdrawn.end_unsent(under_way, how)
    assert told_withdrawn.next() == WITHDRAWN


def test_a_withdrawal_that_arrives_after_it_was_undone_and_made_again_is_told_once(withdrawn: Telling):
    under_way = withdrawn.begin()
    withdrawn.undo()
    withdrawn.withdraw()
    withdrawn.arrive(*under_way)
    assert withdrawn.claim() == []


def test_a_withdrawal_that_arrives_after_word_of_its_undoing_is_taken_back_once_more(withdrawn: Telling):
    [first, late] = withdrawn.begin()
    withdrawn.arrive(first)
    withdrawn.undo()
    withdrawn.withdraw()
    withdrawn.send()
    withdrawn.undo()
    withdrawn.send()
    withdrawn.arrive(late)
    assert withdrawn.next() == [(2, EventKind.REPORT_RESTORED)]


def test_a_withdrawal_that_arrives_when_the_report_holds_again_and_was_corrected_by_hand_is_taken_back(
    withdrawn: Telling,
):
    under_way = withdrawn.begin()
    withdrawn.undo()
    corrected = correction(withdrawn.knowledge, withdrawn.report, "4984 hồ sơ", value=Decimal(5000))
    withdrawn.knowledge.amending.correct(corrected, by=None)
    withdrawn.arrive(*under_way)
    assert withdrawn.next() == RESTORED


def test_undoing_twice_before_a_chat_hears_of_either_writes_back_what_it_read_before(told_withdrawn: Telling):
    told_withdrawn.undo()
    told_withdrawn.withdraw()
    told_withdrawn.undo()
    restored = told_withdrawn.begin()
    assert [(n.chat_id, n.kind) for n in restored] == RESTORED
    told_withdrawn.arrive(*restored)
    told_withdrawn.withdraw()
    told_withdrawn.undo()
    assert told_withdrawn.claim() == []


def test_a_withdrawal_that_overtook_word_of_its_undoing_is_told_again(told_withdrawn: Telling):
    told_withdrawn.undo()
    [first, second] = told_withdrawn.begin()
    told_withdrawn.arrive(first)
    told_withdrawn.withdraw()
    told_withdrawn.send()
    told_withdrawn.arrive(second)
    assert [(n.chat_id, n.kind, n.replaces) for n in told_withdrawn.claim()] == [
        (2, EventKind.REPORT_WITHDRAWN, (502,))
    ]


def test_what_arrives_after_a_withdrawal_was_undone_and_a_newer_version_came_says_nothing_of_the_withdrawal(
    untold: Telling,
):
    under_way = untold.begin()
    untold.withdraw()
    untold.undo()
    publish(untold.knowledge, title="Bản mới")
    untold.arrive(*under_way)
    assert EventKind.REPORT_WITHDRAWN not in {kind for _, kind in untold.next()}
