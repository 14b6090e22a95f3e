"""What is said of answers that somebody waited for."""

import pytest

from bot.slow_answers import SLOW_SECONDS, tell_if_slow
from handlers.stages import Stage, Stages
from tests.house import House


def test_a_slow_answer_is_logged_with_where_it_waited(caplog: pytest.LogCaptureFixture) -> None:
    tell_if_slow(Stages({Stage.STORED: 0.031, Stage.FOUND: SLOW_SECONDS, Stage.SENT: 0.004}))
    assert caplog.messages == ["slow_answer ms=281 stored_ms=31 found_ms=250 sent_ms=4"]


def test_how_far_telegram_is_makes_no_answer_slow(caplog: pytest.LogCaptureFixture) -> None:
    tell_if_slow(Stages({Stage.FOUND: 0.002, Stage.SENT: 2.0, Stage.KEPT: 2.0}))
    assert caplog.messages == []


async def test_a_question_goes_through_every_stage(house: House):
    house.published()
    await (await house.official()).ask("Trung tâm tiếp nhận bao nhiêu hồ sơ?")
    await house.bot.intake.finish()
    page = house.bot.metrics.page().decode()
    counted = [stage for stage in Stage if f'cchc_answer_stage_seconds_count{{stage="{stage}"}} 1.0' in page]
    assert counted == list(Stage)


async def test_what_asks_nothing_counts_in_no_stage(house: House):
    await (await house.official()).ask("/trogiup")
    await house.bot.intake.finish()
    assert 'cchc_answer_stage_seconds_count{stage="stored"} 0.0' in house.bot.metrics.page().decode()
