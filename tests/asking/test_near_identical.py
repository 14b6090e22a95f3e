"""Documents of near-identical subjects: the one that stands in the question, slips allowed for, and no other."""

from datetime import date
from functools import cache

import pytest

from knowledge.answers import Answer, Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.asking.sentences.called import is_called_otherwise
from knowledge.facts import Citation, PeriodKind, Reading, ReportFacts, Role, Span, Statement
from knowledge.grammar.year_parts import make_period

SUBJECTS = (
    "kiểm tra công tác an toàn giao thông tại các trường học",
    "kiểm tra công tác an toàn giao thông tại khu công nghiệp",
    "tuyên truyền an toàn giao thông tại các trường học",
    "giao chỉ tiêu phổ biến pháp luật",
    "đẩy mạnh phổ biến pháp luật đối với doanh nghiệp nhỏ",
)
PROVINCES = ("Cà Mau", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế", "Điện Biên")


def register(number: int, province: str, year: int) -> PublishedReport:
    title = f"Danh mục văn bản của UBND tỉnh {province} năm {year}"
    lines, statements, at = [title], [], len(title) + 1
    for row, subject in enumerate(SUBJECTS, 1):
        line = f"{row}/KH-UBND | {row:02}/03/{year} | {subject} | Đang có hiệu lực"
        place, day = Span(at, at + len(line)), date(year, 3, row)
        citation = Citation(
            place, Role.LISTED, "Kế hoạch", str(row), "KH-UBND", f"{row}/KH-UBND", day, year, f"UBND tỉnh {province}", subject,
            status="Đang có hiệu lực",
        )  # fmt: skip
        statements.append(Statement(place, "document", title, citations=(citation,)))
        lines.append(line)
        at += len(line) + 1
    facts = ReportFacts(
        title,
        None,
        f"UBND tỉnh {province}",
        province,
        make_period(PeriodKind.YEAR, 0, year),
        published_on=date(year, 12, 31),
        kind="register",
    )
    return PublishedReport(number, Reading(facts, "\n".join(lines), tuple(statements)))


@cache
def asker() -> Asker:
    places = [(province, year) for province in PROVINCES for year in (2019, 2020)]
    return Asker.of(register(n, province, year) for n, (province, year) in enumerate(places, 1))


def ask(question: str) -> Answer:
    return asker().ask(question, today=date(2021, 2, 1)).answer


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Kế hoạch kiểm tra công tác an toàn giao thông tại khu công nghiệp năm 2020 của UBND tỉnh Cà Mau ban hành ngày nào?", "02/03/2020"),
        ("ke hoach tuyen truyen an toan giao thong tai cac truong hoc nam ngoai Ba Ria Vung Tau ban hanh ngay nao", "03/03/2020"),
        ("Kế hoạch kim tra công tác an ton giao thông tại các trường học 2019 Thừa Thiên Huế ban hành ngày nào?", "01/03/2019"),
        ("Kế hoạch giao chỉ tiêu phổ bin pháp luật năm 2019 tỉnh Cà Mau ban hành ngày nào?", "04/03/2019"),
    ],
)  # fmt: skip
def test_the_subject_that_stands_in_the_question_is_meant(question, day):
    assert day in ask(question).direct


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 3 năm ngoái của UBND tỉnh Cà Mau về việc gì?",
        "ke hoach so 3 nam ngoai Ca Mau ve viec gi",
        "KH 3 2020 tỉnh Cà Mau về việc gì?",
        "ke hoach 3/KH-UBND 2020 Ca Mau ve viec gi",
    ],
)
def test_a_number_is_read_beside_a_year_told_by_distance_and_a_province(question):
    answer = ask(question)
    assert (answer.direct.startswith(SUBJECTS[2]), answer.quotes[0].organisation) == (True, "UBND tỉnh Cà Mau")


@pytest.mark.parametrize(
    "question", ["Kế hoạch 3 năm 2020 tỉnh Điện Biên về việc gì?", "KH 3 2020 Dien Bien ve viec gi"]
)
def test_a_place_whose_letters_ask_for_something_asks_for_nothing(question):
    assert ask(question).direct.startswith(SUBJECTS[2])


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch tuyên truyền an toàn giao thông tại khu công nghiệp năm 2020 tỉnh Cà Mau ban hành ngày nào?",
        "Kế hoạch đẩy mạnh phổ biến pháp luật đối với doanh nghiệp nhỏ năm 2018 tỉnh Cà Mau ban hành ngày nào?",
    ],
)
def test_a_document_that_is_not_there_is_no_other_of_nearly_the_same_name(question):
    assert ask(question).outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch giao chỉ tiêu phổ biến pháp luật tại các trường học năm 2020 của UBND tỉnh Cà Mau ban hành ngày nào?",
        "ke hoach xep loai pho bien phap luat doi voi doanh nghiep nho nam 2020 Ca Mau ban hanh ngay nao",
        "Kế hoạch tổng kết, khen thưởng phổ biến pháp luật năm 2020 tỉnh Cà Mau ban hành ngày nào?",
        "Kế hoạch giao chỉ tiêu phổ biến pháp luật theo cơ chế một cửa năm 2020 tỉnh Cà Mau ban hành ngày nào?",
        "Chỉ thị kiểm tra công tác an toàn giao thông đối với doanh nghiệp nhỏ năm 2020 tỉnh Cà Mau ban hành ngày nào?",
    ],
)
def test_what_is_called_by_another_word_of_two_syllables_is_another_document(question):
    assert ask(question).outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("subject", "named"),
    [
        # "Tháng" is one letter from "hạng", and "công nghiệp" has the half of "doanh nghiệp".
        ("sơ kết 6 tháng chuyển đổi số tại các trường học", "xep hang chuyen doi so tai cac truong hoc"),
        ("kiện toàn Ban Chỉ đạo tại khu công nghiệp", "kien toan Ban Chi dao doi voi doanh nghiep nho"),
    ],
)
def test_half_a_word_of_a_row_or_one_that_a_letter_tells_from_it_does_not_call_it(subject, named):
    query = asker().read(f"Chi thi {named} nam 2020 ban hanh ngay nao?")
    assert is_called_otherwise(asker().library, subject, query)


@pytest.mark.parametrize(
    "named", ["kien tonà Ban Chi dao tai khu cong nghiep", "kien toan Ban Chi dao o khu cong nghiep"]
)
def test_a_row_is_called_by_its_own_words_with_a_slip_or_another_small_word(named):
    query = asker().read(f"Chi thi {named} nam 2020 ban hanh ngay nao?")
    assert not is_called_otherwise(asker().library, "kiện toàn Ban Chỉ đạo tại khu công nghiệp", query)


def test_a_document_of_another_type_is_told_as_one_of_another_type():
    answer = ask("Chỉ thị giao chỉ tiêu phổ biến pháp luật năm 2020 của UBND tỉnh Cà Mau ban hành ngày nào?")
    said = "Không thấy Chỉ thị nào tên như vậy; đây là Kế hoạch 4/KH-UBND."
    assert (answer.direct, answer.context) == ("Ngày 04/03/2020 – Kế hoạch 4/KH-UBND", said)


def test_of_the_type_that_was_asked_for_nothing_is_said():
    asked = "Kế hoạch giao chỉ tiêu phổ biến pháp luật năm 2020 của UBND tỉnh Cà Mau ban hành ngày nào?"
    assert ask(asked).context == ""


def test_a_directive_typed_without_tones_is_no_person():
    # As in "để chị Thi rà soát, …", which only tells of whoever asks.
    read = asker().read("Chi thi ra soat, danh gia pho bien phap luat nam 2020 Ca Mau ban hanh ngay nao")
    assert read.named_type == "Chỉ thị"
