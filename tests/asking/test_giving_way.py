"""Following a publication while somebody is answered."""

import threading

from knowledge.asking.giving_way import GivingWay


def test_nobody_waits_where_nobody_is_answered() -> None:
    GivingWay().rest(float("inf"))()


def test_work_goes_on_once_the_answer_is_found() -> None:
    giving_way, done = GivingWay(), threading.Event()

    def work() -> None:
        giving_way.rest(float("inf"))()
        done.set()

    with giving_way.answering():
        working = threading.Thread(target=work)
        working.start()
        assert not done.is_set()
    working.join(30)
    assert done.is_set()


def test_it_does_not_stand_back_for_ever() -> None:
    giving_way = GivingWay()
    with giving_way.answering():
        giving_way.rest(0.003)()
