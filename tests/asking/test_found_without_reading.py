"""What is narrowed down by columns and words is what reading everything finds, and nothing of it is lost."""

from calendar import monthrange
from datetime import date

import pytest

from knowledge.asking.about_documents.owned import is_whose, may_be_whose
from knowledge.asking.about_tasks.assigned import assigned_in, charging, is_charged
from knowledge.asking.library import Library
from knowledge.asking.sentences.changes import changes
from knowledge.asking.sentences.reorganising import statements_on
from knowledge.asking.shelves.tells import Tells
from knowledge.grammar.normalising import words_as_written
from knowledge.grammar.organisations import find_organisations
from tests.asking.libraries import ask, is_answered, news, of_texts, shipped
from tests.asking.test_assigned_work import ASKER as WITH_REGISTER
from tests.asking.test_targets_and_tasks import TASKS

LIBRARIES = {"shipped": shipped, "a register": lambda: WITH_REGISTER, "tasks": lambda: of_texts(TASKS)}


@pytest.fixture(params=list(LIBRARIES))
def library(request: pytest.FixtureRequest) -> Library:
    """Reports with registers and tasks."""
    return LIBRARIES[request.param]().library


@pytest.mark.parametrize("name", ["Sở Nội vụ", "Văn phòng UBND tỉnh", "Sở Thông tin và Truyền thông", "UBND tỉnh"])
def test_whoever_is_charged_is_found_by_the_words_of_the_name(library: Library, name: str):
    bodies = tuple(find_organisations(name))
    every = assigned_in(library.statements_telling(Tells.ASSIGNED))
    theirs = [one for one in every if any(is_charged(one, body.organisation) for body in bodies)]
    assert {one.entry.number for one in theirs} <= set(charging(library, bodies).numbers.tolist())


def test_what_falls_due_is_found_by_its_month(library: Library):
    for one in assigned_in(library.statements_telling(Tells.ASSIGNED)):
        if one.due is not None:
            last = one.due.replace(day=monthrange(one.due.year, one.due.month)[1])
            assert one.entry in list(library.statements_due(one.due, last))
            assert one.entry not in list(library.statements_due(date(1990, 1, 1), date(1991, 12, 31)))


@pytest.mark.parametrize(
    "question",
    [
        "Sở Nội vụ chủ trì những văn bản nào?",
        "Những văn bản nào do UBND tỉnh ban hành?",
        "Các văn bản của Văn phòng UBND tỉnh?",
    ],
)
def test_whose_documents_are_is_known_without_reading_them(question: str):
    library, query = shipped().library, shipped().read(question)
    every, body = library.all_documents(), query.bodies[0]
    theirs = {document.key for document in every if is_whose(document, body, query, library)}
    assert theirs <= {document.key for document in may_be_whose(every, body, query)}


def test_documents_are_of_the_reports_that_tell_of_them(library: Library):
    every = library.all_documents()
    for report in library.reports:
        told = {document.key for document in every if any(m.report == report.index for m in document.mentions)}
        assert {document.key for document in every.told_in([report.index])} == told


@pytest.mark.parametrize(("name", "expected"), [("phong y te", ["y", "te"]), ("ubnd xa luong son", ["luong", "son"])])
def test_words_that_may_be_short_in_a_text_are_not_looked_for(name: str, expected: list[str]):
    assert words_as_written(name) == expected


def test_a_merger_is_looked_for_where_the_bodys_name_can_stand():
    told = "Hợp nhất Phòng Hộ tịch với Phòng Lý lịch thành Phòng Hành chính tư pháp."
    other = "Sáp nhập Phòng Văn xuôi vào Phòng Tổng hợp."
    asker = of_texts(*(TASKS.replace("Sở Tài chính bố trí 2,5 tỷ đồng", f"{one} Sở bố trí") for one in (told, other)))
    query = asker.read("Phòng Hộ tịch nhập vào đâu?")
    entries = statements_on(asker.library, "phong ho tich", query)
    assert [change.before for entry in entries for change in changes(entry)] == ["phong ho tich voi phong ly lich"]


@pytest.mark.parametrize(
    ("words", "day", "has_any"),
    [
        ("quý này", date(2021, 9, 9), True),
        ("quý tới", date(2021, 6, 20), True),
        ("quý tới", date(2021, 9, 9), False),
        ("tháng trước", date(2021, 10, 2), True),
    ],
)
def test_a_time_told_from_today_is_of_the_day_of_asking(words: str, day: date, *, has_any: bool):
    answer = ask(f"Sở Nội vụ được giao việc gì trong {words}?", asker=of_texts(TASKS), today=day)
    assert is_answered(answer) == has_any


PROVINCES = (
    "Bắc Giang",
    "Hà Giang",
    "Cà Mau",
    "Sơn La",
    "Lai Châu",
    "Hà Nam",
    "Tây Ninh",
    "Phú Yên",
    "Gia Lai",
    "Lào Cai",
)


@pytest.fixture(scope="module")
def of_provinces() -> Library:
    """A report of each, one of which tells of another's."""
    texts = [
        news(f"{n}/BC-UBND", "15/6/2021", "quý II năm 2021", "Đã họp với tỉnh Hà Giang.", office=f"UBND tỉnh {one}")
        if one == "Cà Mau"
        else news(f"{n}/BC-UBND", "15/6/2021", "quý II năm 2021", "Đã họp.", office=f"UBND tỉnh {one}")
        for n, one in enumerate(PROVINCES, 1)
    ]
    return of_texts(*texts).library


@pytest.mark.parametrize("gone", [[], [2], [3]])
@pytest.mark.parametrize("place", ["ha giang", "giang", "ca mau", "ban loong"])
def test_the_statements_of_a_place_are_found_without_looking_at_the_others(
    of_provinces: Library, gone: list[int], place: str
):
    library = of_provinces.changed([], gone)
    every = library.statements.numbers()
    found = library.statements_of_places([place])
    assert found is not None
    assert found.tolist() == every[library.are_statements_of_place(every, place)].tolist()


def test_a_place_that_has_most_of_all_statements_is_not_looked_for_first(of_provinces: Library):
    assert of_texts(TASKS).library.statements_of_places(["hung hoa"]) is None
    assert of_provinces.statements_of_places([]) is None


@pytest.mark.parametrize("words", [{"tuyen", "truyen"}, {"tuyen", "truyen", "khong", "co"}, {"khong", "dau"}])
def test_how_much_of_the_words_the_best_document_has_is_what_looking_for_all_of_them_tells(
    library: Library, words: set[str]
):
    named = library.documents_named(words, 0.3, None)[1]
    assert library.best_share(words, 0.3) == named.max(initial=0.0)
