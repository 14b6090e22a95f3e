"""What is found once for each state of the reports, however many ask at the same moment."""

import threading
from datetime import date

import pytest

from knowledge.answers import AssumedDay, Outcome
from knowledge.asking import remembering
from knowledge.asking.examples import Example
from knowledge.asking.remembering import Remembering
from tests.asking.libraries import TODAY, news, of_texts, shipped


class Slow:
    """Examples that are found when `let_go` is set."""

    def __init__(self) -> None:
        self.began, self.let_go = threading.Event(), threading.Event()
        self.times = 0

    def find(self, *_: object) -> tuple[Example, ...]:
        self.times += 1
        self.began.set()
        assert self.let_go.wait(30)
        return (Example(f"{self.times}?", str(self.times)),)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    made = Slow()
    monkeypatch.setattr(remembering, "find_examples", made.find)
    return made


def asked(of: Remembering, day: date = TODAY) -> list[str]:
    return [one.question for one in of.examples(today=day, language="vi")]


def test_after_a_change_one_looks_for_examples_and_the_others_get_those_of_before(slow: Slow):
    slow.let_go.set()
    before = Remembering(shipped())
    assert asked(before) == ["1?"]
    slow.began.clear()
    slow.let_go.clear()
    now = Remembering(shipped(), before)
    finding = threading.Thread(target=asked, args=(now,))
    finding.start()
    assert slow.began.wait(30)
    assert asked(now) == ["1?"]
    slow.let_go.set()
    finding.join()
    assert asked(now) == ["2?"]


def test_examples_are_looked_for_once_where_many_ask_first(slow: Slow):
    first = Remembering(shipped())
    asking = [threading.Thread(target=asked, args=(first,)) for _ in range(4)]
    for each in asking:
        each.start()
    slow.let_go.set()
    for each in asking:
        each.join()
    assert slow.times == 1


def test_where_more_came_examples_of_before_are_shown_until_they_are_renewed(slow: Slow):
    slow.let_go.set()
    before = Remembering(shipped())
    asked(before)
    now = Remembering(shipped(), before, is_more=True)
    assert asked(now) == ["1?"]
    now.renew_examples(today=TODAY, language="vi")
    assert asked(now) == ["2?"]


def test_a_day_that_is_only_assumed_is_asked_apart_from_the_same_day_given():
    asker = of_texts(
        news("5/BC-VPUBND", "17/6/2020", "quý II năm 2020", "Trong quý II/2020, Trung tâm tiếp nhận 500 hồ sơ."),
        news("6/BC-VPUBND", "17/6/2021", "quý II năm 2021", "Trong quý II/2021, Trung tâm tiếp nhận 600 hồ sơ."),
    )
    remembers, question = Remembering(asker), "quý II tiếp nhận bao nhiêu hồ sơ?"
    given = remembers.ask(question, today=TODAY, previous=None, language="vi").answer
    assumed = remembers.ask(
        question, today=AssumedDay(TODAY.year, TODAY.month, TODAY.day), previous=None, language="vi"
    )
    assert given.outcome is Outcome.ANSWERED
    assert assumed.answer.outcome is Outcome.CLARIFY
