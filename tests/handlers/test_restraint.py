"""One person cannot keep the bot from everybody else, and is told so once, kindly."""

from handlers.restraint import AT_ONCE, SECONDS_EACH, Restraint, Verdict
from tests.house import House


class Clock:
    """A clock of seconds that stands still."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def judged(restraint: Restraint, count: int, person: int = 1) -> list[Verdict]:
    return [restraint.judge(person) for _ in range(count)]


def test_after_a_burst_the_person_is_told_once_and_then_ignored():
    verdicts = judged(Restraint(Clock()), AT_ONCE + 3)
    assert verdicts == [Verdict.TAKE] * AT_ONCE + [Verdict.TELL, Verdict.IGNORE, Verdict.IGNORE]


def test_with_time_more_is_taken_and_the_next_excess_is_told_again():
    clock = Clock()
    restraint = Restraint(clock)
    judged(restraint, AT_ONCE + 1)
    clock.now += SECONDS_EACH
    assert judged(restraint, 2) == [Verdict.TAKE, Verdict.TELL]


def test_others_are_not_held_up():
    restraint = Restraint(Clock())
    judged(restraint, AT_ONCE + 5, person=1)
    assert restraint.judge(2) is Verdict.TAKE


async def test_in_the_chat_it_is_said_when_to_go_on(house: House):
    restraint = house.bot.desk.restraint
    restraint.is_on, restraint.clock = True, Clock()
    for language, words in (("vi", "nhanh quá"), ("en", "faster than I can answer")):
        person = await house.official(language=language)
        for _ in range(AT_ONCE):
            restraint.judge(person.id)
        assert words in (await person.ask("QĐ 192 tới đâu rồi?")).text
