"""A file that an admin sent while Telegram has a bad day is imported when that is over, or the admin is told that it is not."""

import pytest

from bot.outbox import limiter
from bot.work import task as tasks
from tests.clock import SetClock
from tests.handlers.published import ANSWER, QUESTION
from tests.house import ROOT, House

SECOND = (ROOT / "samples" / "02-quy-2-2019.txt").read_bytes()


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "LONGEST_BACK_OFF_SECONDS", 0.01)
    monkeypatch.setattr(limiter, "RETRY_SECONDS", (0.01,))


@pytest.mark.parametrize("method", ["editmessagetext", "getfile"])
async def test_an_answer_of_telegram_s_that_is_lost_costs_no_import(house: House, method: str):
    owner = await house.owner()
    await house.sandbox.fault("lost_answer", methods={method}, times=1)
    await owner.send_file("quy-2.txt", SECOND)
    progress, card = await owner.replies(2)
    assert "Đã đọc xong" in (await owner.look(progress)).text
    assert "297/BC-VPUBND" in card.text


@pytest.mark.usefixtures("first_sample")
async def test_a_question_is_answered_while_a_file_that_was_sent_before_it_is_under_way(house: House):
    owner = await house.owner()
    await house.sandbox.fault("server_error", methods={"getfile"})
    await owner.send_file("quy-2.txt", SECOND)
    await owner.next_reply()
    assert ANSWER in (await owner.ask(QUESTION)).text
    await house.sandbox.clear_faults()
    assert "297/BC-VPUBND" in (await owner.next_reply()).text


@pytest.mark.parametrize("code", [200, 403])
async def test_a_page_in_place_of_the_file_is_no_report_and_the_file_is_fetched_again(house: House, code: int):
    owner = await house.owner()
    await house.sandbox.fault("page", code=code, times=1, methods={"file"})
    await owner.send_file("quy-2.txt", SECOND)
    progress, card = await owner.replies(2)
    assert "Đã đọc xong" in (await owner.look(progress)).text
    assert "297/BC-VPUBND" in card.text


async def test_a_file_that_telegram_does_not_hand_out_is_given_up_after_an_hour(house: House, clock: SetClock):
    owner = await house.owner()
    await house.sandbox.fault("server_error", methods={"getfile"})
    await owner.send_file("quy-2.txt", SECOND)
    progress = await owner.next_reply()
    await house.sandbox.calls("getFile", count=60)
    clock.advance(minutes=61)
    assert "có lỗi" in (await owner.next_edit(progress)).text
    assert house.knowledge.reports.drafts() == []
