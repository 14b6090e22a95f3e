"""What may be asked next is offered only where asking it gets just that."""

from datetime import date

import pytest

from knowledge.answers import StepKind
from knowledge.asking.asker import Asked, Asker
from knowledge.asking.examples import find_examples, find_holdings
from knowledge.asking.library import PublishedReport
from knowledge.asking.links import from_link
from knowledge.asking.next_steps import next_steps
from knowledge.importing.files import read_file
from tests.house import ROOT, quarter

TODAY = date(2019, 10, 1)


@pytest.fixture(scope="module")
def asker() -> Asker:
    """The samples of 2019."""
    paths = sorted((ROOT / "samples").iterdir())
    return Asker.of(PublishedReport(n, read_file(path)) for n, path in enumerate(paths, 1))


def ask(asker: Asker, text: str, previous: str | None = None, language: str = "vi") -> Asked:
    """What is asked on a day of 2019."""
    return asker.ask(text, today=TODAY, previous=previous, language=language)


def steps(asker: Asker, asked: Asked) -> dict[StepKind, str]:
    """The next steps by their sort."""
    return {step.kind: step.question for step in next_steps(asker, asked, today=TODAY, language="vi")}


def test_the_step_back_tells_the_period_before(asker: Asker):
    found = steps(asker, ask(asker, "Quý II/2019 tiếp nhận bao nhiêu hồ sơ?"))
    assert ask(asker, found[StepKind.PREVIOUS]).answer.topic.period == quarter(1)


def test_the_comparison_holds_the_figure_that_was_told(asker: Asker):
    found = steps(asker, ask(asker, "Quý II/2019 tiếp nhận bao nhiêu hồ sơ?"))
    assert ask(asker, found[StepKind.COMPARE]).answer.lines[0].startswith("5.436")


def test_a_follow_up_has_the_steps_of_what_it_means(asker: Asker):
    first = ask(asker, "quy 1/2019 tiep nhan bn hs")
    found = steps(asker, ask(asker, "con quy 2 thi sao?", first.context))
    assert ask(asker, found[StepKind.PREVIOUS]).answer.direct.startswith("4.984")


@pytest.mark.parametrize(
    "polite", ["Cho em hỏi Quý II/2019 tiếp nhận bao nhiêu hồ sơ ạ?", "xin hoi: Quý II/2019 tiếp nhận bao nhiêu hồ sơ"]
)
def test_politeness_is_not_asked_again(asker: Asker, polite: str):
    plain = "Quý II/2019 tiếp nhận bao nhiêu hồ sơ?"
    assert steps(asker, ask(asker, polite)) == steps(asker, ask(asker, plain))


def test_there_is_no_step_to_a_period_that_no_report_tells_of(asker: Asker):
    assert StepKind.PREVIOUS not in steps(asker, ask(asker, "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?"))


@pytest.mark.parametrize("question", ["QĐ 192 tới đâu rồi?", "thời tiết hôm nay", "bao nhieu hs truc tuyen", ""])
def test_only_a_figure_has_steps(asker: Asker, question: str):
    assert steps(asker, ask(asker, question)) == {}


def test_a_trend_tells_its_points_oldest_first(asker: Asker):
    points = ask(asker, "diễn biến số hồ sơ tiếp nhận qua các quý").answer.points
    assert [int(point.value) for point in points] == [4984, 5436, 5873]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_example_is_answered_as_shown_and_from_its_button(asker: Asker, language: str):
    found = find_examples(lambda text: ask(asker, text, language=language), asker.library, language)
    answers = [
        (ask(asker, one.question, language=language), ask(asker, from_link(one.link), language=language))
        for one in found
    ]
    assert len(found) == 3
    assert all(shown.answer.direct == pressed.answer.direct and shown.answer.quotes for shown, pressed in answers)


def test_an_empty_store_has_no_examples():
    empty = Asker.of([])
    assert find_examples(lambda text: ask(empty, text), empty.library, "vi") == ()


def test_what_there_is_runs_from_the_first_period_to_the_last(asker: Asker):
    holdings = find_holdings(asker.library)
    assert (holdings.reports, holdings.first, holdings.last) == (4, quarter(1), quarter(3))


@pytest.mark.parametrize("question", ["Bao nhiêu hồ sơ?", "How many dossiers?"])
def test_a_figure_that_is_chosen_is_the_one_that_its_button_names(asker: Asker, question: str):
    choices = ask(asker, question).answer.choices[:4]
    told = [ask(asker, one.question).answer.direct.split()[0] for one in choices]
    assert [one.label.rpartition(": ")[2].split()[0] for one in choices] == told


def test_what_is_offered_for_an_unknown_period_is_asked_without_it_in_english(asker: Asker):
    offered = ask(asker, "How many dossiers were received in Q1 2025?", language="en").answer.suggestions
    told = {one.label: ask(asker, one.question, language="en").answer.direct for one in offered}
    assert told["Q1 2019, Trung tâm Hành chính công tỉnh"].startswith("4,984 dossiers (received)")
