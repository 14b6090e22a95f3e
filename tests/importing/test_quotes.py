"""Every place is word for word: what is claimed of a report stands where the claim says."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.facts import Reading
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import find_numbers
from knowledge.importing.files import read_file
from tests.importing.pages import END, FORMAL, NEWS, read

SAMPLES = sorted((Path(__file__).parents[2] / "samples").iterdir())


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name, scope="module")
def sample(request: pytest.FixtureRequest) -> Reading:
    return read_file(request.param)


def test_statements_stand_in_order_and_do_not_overlap(sample):
    places = [(s.span.start, s.span.end) for s in sample.statements]
    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_every_statement_is_words_without_white_space_around(sample):
    cut = [s.span.cut(sample.text) for s in sample.statements]
    assert cut == [words.strip() for words in cut]
    assert all(cut)


def test_every_figure_stands_in_its_statement_with_its_value(sample):
    for statement in sample.statements:
        for figure in statement.figures:
            cut = figure.span.cut(sample.text)
            assert statement.span.start <= figure.span.start < figure.span.end <= statement.span.end
            assert next(find_numbers(fold(cut))).value == figure.value


def test_every_figures_words_begin_with_what_stands_at_its_place(sample):
    for statement in sample.statements:
        for figure in statement.figures:
            assert figure.written.startswith(figure.span.cut(sample.text).strip())


def test_every_numbered_document_stands_in_its_statement_with_its_number(sample):
    for statement in sample.statements:
        for citation in statement.citations:
            assert statement.span.start <= citation.span.start < citation.span.end <= statement.span.end
            if citation.written and citation.span != statement.span:
                assert citation.written in citation.span.cut(sample.text)


def test_every_task_is_its_words(sample):
    tasks = [s.task for s in sample.statements if s.task]
    assert [task.text for task in tasks] == [task.span.cut(sample.text).strip() for task in tasks]


def test_number_and_title_of_a_sample_stand_in_its_text(sample):
    assert sample.report.number is None or sample.report.number in sample.text


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "I. KẾT QUẢ",
                "- Trực tuyến 1.500 hồ sơ, chiếm 62,5%;",
                "Chỉ tiêu\tQuý I\tQuý II",
                "Tiếp nhận\t12\t13/15",
                "Số ký hiệu\tTrích yếu\tHạn",
                "12/QĐ-UBND\tkiểm tra\t31/02/2020",
                "Ban hành Quyết định số 7/QĐ-UBND ngày 04/3/2021 về phí, gồm:",
                "dự kiến trong quý",
                "từ ngày 01/01/2020 đến ngày 0/0/0000",
                "Nơi nhận:",
            ]
        ),
    ),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["Kết quả\n\n", NEWS, FORMAL]), LINES, st.sampled_from(["", END]))
def test_whatever_a_text_says_its_places_lie_in_it(head, lines, end):
    reading = read(head + "\n".join(lines).replace("\x00", " ") + end)
    for statement in reading.statements:
        inner = [f.span for f in statement.figures] + [c.span for c in statement.citations]
        assert all(statement.span.start <= s.start <= s.end <= statement.span.end for s in inner)
        assert statement.span.end <= len(reading.text)
