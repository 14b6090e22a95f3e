"""What is found once for each sentence, and once for several looks of a question."""

from datetime import date

from knowledge.asking.asker import Asker
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.matching import ends_told, rank_figures
from knowledge.asking.figures.meant import THRESHOLD
from knowledge.asking.figures.wanting import figure_query
from knowledge.asking.library import StatementEntry
from knowledge.asking.shelves.entries import once_each
from tests.asking.libraries import TODAY, shipped


def test_a_sentence_is_judged_once():
    seen: list[int] = []

    @once_each
    def judge(entry: StatementEntry) -> None:
        seen.append(entry.number)

    entry = shipped().library.statements[3]
    assert [judge(entry), judge(entry)] == [None, None]
    assert seen == [3]


def test_what_is_found_of_the_reports_for_a_key_is_found_once():
    library, times = shipped().library, []
    for _ in range(2):
        library.once("a key of this test", lambda: times.append(1))
    assert len(times) == 1


def wanted(asker: Asker, text: str) -> FigureQuery:
    """What figure the question asks for."""
    return figure_query(asker.read(text), TODAY)


def test_the_last_days_of_what_is_told_are_known_from_one_look():
    ends = ends_told(shipped().library, wanted(shipped(), "Quý I/2021 tiếp nhận bao nhiêu hồ sơ?"), THRESHOLD)
    assert ends is not None
    assert date(2021, 3, 31) in ends


def test_no_figure_fits_a_period_whose_last_day_is_not_among_them():
    library, query = shipped().library, wanted(shipped(), "Quý I/2021 gửi bao nhiêu thư xin lỗi?")
    assert ends_told(library, query, THRESHOLD) == frozenset()
    assert not any(rank_figures(library, query.with_period(period), THRESHOLD) for period in library.periods)
