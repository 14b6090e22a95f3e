"""Every row of a register with a number is found by number and year, however it is typed."""

from datetime import date

import pytest

from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from tests.questions.grading import Reply
from tests.questions.register import FORMS, Found, judge, read_rows
from tests.questions.sets import HERE, REPOSITORY

TODAY = date(2022, 9, 1)
OWN = HERE / "registers" / "ho-song-2018-2021.csv"
REAL = REPOSITORY.parent / "shared" / "register" / "binh-duong-2014-2022.csv"


@pytest.fixture(scope="module")
def own() -> Asker:
    return Asker.of([PublishedReport(1, read_file(OWN))])


def ask(asker: Asker, question: str) -> Reply:
    answer = asker.ask(question, today=TODAY).answer
    quoted = " ".join(quote.text for quote in answer.quotes)
    choices = tuple(choice.label for choice in answer.choices)
    return Reply(answer.outcome.value, answer.direct, f"{answer.direct} {quoted}", choices)


def lost(asker: Asker, rows, form) -> list[str]:
    asked = [(FORMS[form](row), row) for row in rows]
    return [question for question, row in asked if judge(row, ask(asker, question)) is Found.LOST]


@pytest.mark.parametrize("form", FORMS)
def test_no_row_is_lost(own, form):
    rows = [row for row in read_rows(OWN) if row.day and row.day != "31/02/2021"]
    assert lost(own, rows, form) == []


@pytest.mark.parametrize("symbol", ["905/QĐ-UBND", "906/QĐ-UBND"])
def test_a_row_without_a_possible_date_is_found_by_its_symbol(own, symbol):
    assert symbol in ask(own, f"{symbol} về việc gì?").text


def test_a_number_of_several_documents_in_a_year_is_asked_back(own):
    reply = ask(own, "2741 2021 về việc gì")
    assert (reply.outcome, len(reply.choices)) == ("clarify", 2)


def test_the_type_tells_them_apart(own):
    assert "bưu chính" in ask(own, "quyet dinh 2741 nam 2021 ve viec gi").text


@pytest.mark.parametrize("question", ["2741 2020 tới đâu", "văn bản 4141/2021 về việc gì", "quyet dinh 186 nam 2021"])
def test_what_no_row_has_is_not_found(own, question):
    assert ask(own, question).outcome == "not_found"


@pytest.mark.skipif(not REAL.exists(), reason="needs the real register beside the repository")
@pytest.mark.parametrize("form", FORMS)
def test_no_row_of_the_real_register_is_lost(real, form):
    assert lost(real, read_rows(REAL)[::10], form) == []


@pytest.fixture(scope="module")
def real() -> Asker:
    return Asker.of([PublishedReport(1, read_file(REAL))])
