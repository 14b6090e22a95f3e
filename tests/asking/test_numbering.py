"""A number and a year name a document, unless they are a month, a period or a count."""

import pytest

from knowledge.answers import Outcome
from knowledge.asking.asker import Asker
from tests.asking.libraries import TODAY, of_texts

ROWS = "Số ký hiệu\tNgày ban hành\tTrích yếu\n"
REGISTER = (
    "SỔ VĂN BẢN CỦA UBND TỈNH HƯNG HÒA\n"
    + ROWS
    + "".join(
        f"{number}\t{day}\t{subject}\n"
        for number, day, subject in (
            ("1377/QĐ-UBND", "14/05/2020", "lập tổ rà soát bến đò"),
            ("1377/QĐ-UBND", "20/06/2019", "khen thưởng người đưa thư"),
            ("08/CT-UBND", "12/03/2020", "giữ an toàn hồ đập"),
            ("2018/QĐ-UBND", "30/07/2020", "bỏ giấy mời họp"),
            ("251-BCĐ", "02/02/2020", "họp ban chỉ đạo"),
            ("608 /UBND - VX", "09/02/2020", "ngày hội sách"),
        )
    )
)


@pytest.fixture(scope="module")
def asker() -> Asker:
    return of_texts(REGISTER)


def named(asker: Asker, question: str) -> list[tuple[str, int | None]]:
    return [(reference.number, reference.year) for reference in asker.read(question).references]


@pytest.mark.parametrize(
    "question",
    [
        "1377 2020 tới đâu", "1377/2020 về việc gì", "1377 năm 2020 thế nào rồi", "van ban 1377/2020 noi ve gi", "công văn 1377/2020 của ai",
        "cho hỏi quyết định 1377/2020 với ạ",
    ],
)  # fmt: skip
def test_a_number_with_its_year_is_a_document(asker, question):
    assert named(asker, question) == [("1377", 2020)]


@pytest.mark.parametrize("question", ["quyet dinh 1377 nam 2020 ve viec gi", "quyết định 2018 năm 2020 về việc gì"])
def test_a_type_number_and_year_are_a_document(asker, question):
    assert asker.ask(question, today=TODAY).answer.outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "question",
    ["tháng 8/2020", "8/2020", "quý 1 2020 thế nào", "năm 2018 2020", "2019 2020", "6 tháng 2020", "kế hoạch 5 năm 2021-2025",
     "năm 2020 tiếp nhận 1377 hồ sơ"],
)  # fmt: skip
def test_a_period_or_a_count_is_none(asker, question):
    assert named(asker, question) == []


def test_a_noun_makes_a_small_number_one_that_is_known(asker):
    assert named(asker, "chỉ thị 08/2020") == [("8", 2020)]


def test_a_small_number_that_no_document_of_that_year_bears_is_a_month(asker):
    assert named(asker, "báo cáo 05/2020") == []


def test_a_dash_before_letters_names_a_document_that_is_known(asker):
    assert (named(asker, "251-BCĐ về việc gì"), named(asker, "covid 19-bn")) == ([("251", None)], [])


@pytest.mark.parametrize("symbol", ["608/UBND-VX", "608 /UBND - VX", "608/ UBND-VX", "608 / ubnd-vx"])
def test_spaces_in_a_symbol_do_not_hide_it(asker, symbol):
    assert "ngày hội sách" in asker.ask(f"{symbol} về việc gì?", today=TODAY).answer.direct


def test_the_end_of_a_long_symbol_may_be_left_out():
    asker = of_texts(REGISTER + "90/TB-BCH PCTT-TKCN\t14/09/2020\tứng phó mưa lớn\n")
    assert "mưa lớn" in asker.ask("90/TB-BCH năm 2020 về việc gì?", today=TODAY).answer.direct


def test_a_number_of_another_year_is_not_found_with_that_year_said(asker):
    answer = asker.ask("1377 2021 tới đâu", today=TODAY).answer
    assert (answer.outcome, "1377 năm 2021" in answer.direct) == (Outcome.NOT_FOUND, True)
