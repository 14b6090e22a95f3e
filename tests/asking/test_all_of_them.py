"""Whether all of them are is told by how many of how many are, and by nothing else."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "12/BC-UBND",
        "16/12/2022",
        "năm 2022",
        "Tổ công tác đã kiểm tra cải cách hành chính 06/13 phường, đạt 46,15% kế hoạch.",
        "13/13 phường dùng phần mềm một cửa điện tử.",
        "Hoàn thành rà soát 54/54 thủ tục hành chính theo kế hoạch.",
        "Lắp mạng không dây tại 19/27 nhà văn hóa khu phố.",
        office="Ủy ban nhân dân quận Bến Trúc",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tất cả các phường của quận Bến Trúc đã được kiểm tra cải cách hành chính chưa?", "Chưa: 06/13 phường"),
        ("Có phải tất cả phường của quận Bến Trúc đã được kiểm tra cải cách hành chính không?", "Không phải: 06/13"),
        ("13 phường của quận Bến Trúc đều dùng phần mềm một cửa rồi phải không?", "Đúng: 13/13 phường"),
        ("Năm 2022 quận Bến Trúc rà soát đủ 54 thủ tục chưa?", "Rồi: 54/54 thủ tục"),
        ("Quận Bến Trúc kiểm tra cải cách hành chính đủ 13 phường chưa ta?", "Chưa: 06/13 phường"),
    ],
)
def test_it_is_told_by_how_many_are(question, said):
    answer = ask(question, asker=ASKER, today=date(2023, 1, 10))
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Tất cả các phường của quận Bến Trúc đã có nhà văn hóa chưa?",
        "14 phường của quận Bến Trúc đều dùng phần mềm một cửa rồi phải không?",
        "Phòng ban của quận Bến Trúc làm xong chưa?",
    ],
)
def test_of_other_things_and_of_another_number_it_tells_nothing(question):
    answer = ask(question, asker=ASKER, today=date(2023, 1, 10))
    assert not (is_answered(answer) and answer.direct.startswith(("Đúng", "Rồi", "Chưa: ")))
