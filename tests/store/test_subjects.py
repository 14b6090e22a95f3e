"""Two descriptions of one document are told from those of two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.store.subjects import Subjects

WORDS = st.lists(
    st.sampled_from(
        ["kế", "hoạch", "cải", "cách", "tuyên", "truyền", "kiểm", "tra", "năm", "2019", "2020", "đề", "án"]
    ),
    max_size=8,
)
SUBJECTS = WORDS.map(" ".join)


def is_same_subject(a: str, b: str) -> bool:
    return bool(Subjects([(0, a)]).same_as(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("về ban hành chương trình công tác năm 2019", "chương trình công tác năm 2019"),
        (
            "Quy chế xin lỗi cá nhân, tổ chức vì sự sai sót, quá hạn trong giải quyết thủ tục hành chính trên địa bàn tỉnh",
            "Quy che xin loi to chuc, ca nhan do sai sot, qua han trong giai quyet TTHC",
        ),
        ("Kế hoạch ứng dụng CNTT năm 2019", "Kế hoạch ứng dụng công nghệ thông tin năm 2019"),
    ],
)
def test_other_order_little_words_and_abbreviations_are_the_same_subject(a: str, b: str):
    assert is_same_subject(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kế hoạch cải cách hành chính năm 2019", "Kế hoạch cải cách hành chính năm 2020"),
        ("Kế hoạch cải cách hành chính", "Kế hoạch tuyên truyền cải cách hành chính"),
        ("Quy trình nội bộ, quy trình điện tử", "Quy chế xin lỗi cá nhân, tổ chức"),
        ("Kế hoạch", "Kế hoạch cải cách hành chính"),
        ("", ""),
    ],
)
def test_another_year_or_another_matter_is_another_subject(a: str, b: str):
    assert not is_same_subject(a, b)


@given(SUBJECTS, SUBJECTS)
def test_order_of_asking_does_not_matter(a: str, b: str):
    assert is_same_subject(a, b) == is_same_subject(b, a)


@given(st.lists(SUBJECTS, max_size=12), SUBJECTS)
def test_searching_many_finds_each_that_is_found_alone(known: list[str], wanted: str):
    expected = {place for place, subject in enumerate(known) if is_same_subject(subject, wanted)}
    assert set(Subjects(enumerate(known)).same_as(wanted)) == expected
