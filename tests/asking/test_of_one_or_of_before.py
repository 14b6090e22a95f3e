"""What is of the one that has most or least, of calls, of work files, of other days or of before is told for nothing else."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

CENTRE = of_texts(
    """ỦY BAN NHÂN DÂN TỈNH VÂN TRÌ
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
Số: 14/BC-TTPVHCC
Vân Trì, ngày 18 tháng 12 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2022
I. KẾT QUẢ
1. Sở Công Thương có tỷ lệ hài lòng thấp nhất (88,12%).
2. Hồ sơ công việc xử lý trên môi trường mạng đạt 97,4%.
3. Tổng đài tiếp nhận 2.318 cuộc gọi, giảm 52 cuộc so với năm 2021.
4. Lũy kế 9 tháng năm 2022 (từ ngày 15/12/2021 đến ngày 14/9/2022) tiếp nhận 17.210 hồ sơ.
5. Quý III có tỷ lệ trễ hạn thấp nhất (0,40%).
"""
)
PROVINCE = of_texts(
    """ỦY BAN NHÂN DÂN
TỈNH VÂN TRÌ
Số: 61/BC-UBND
Vân Trì, ngày 18 tháng 12 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2022
I. KẾT QUẢ
1. Số thủ tục hành chính giảm từ 1.418 xuống 1.377 thủ tục.
2. Số thôn giảm từ 90 còn 64 thôn.
3. Tỷ lệ trễ hạn giảm từ 4,12% của quý I xuống 3,05%.
"""
)
CHANGED = of_texts(
    """ỦY BAN NHÂN DÂN
TỈNH VÂN TRÌ
Số: 62/BC-UBND
Vân Trì, ngày 18 tháng 12 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2022
I. KẾT QUẢ
1. Đã cắt giảm thời gian giải quyết đối với 240 thủ tục.
2. Chủ tịch UBND tỉnh ký 30 quyết định công bố 312 thủ tục.
"""
)


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2022 mức độ hài lòng đạt bao nhiêu phần trăm?",
        "Năm 2022 nộp trực tuyến đạt bao nhiêu %?",
        "Năm 2022 Trung tâm nhận hồ sơ nhiều hơn năm trước bao nhiêu?",
        "Năm 2022 Trung tâm tiếp nhận so với năm 2021 ra sao?",
        "Quý III/2022 tính từ ngày nào đến ngày nào?",
        "16.543 hồ sơ là nhận trong khoảng thời gian nào?",
    ],
)
def test_it_is_told_for_nothing_else(question: str) -> None:
    assert not is_answered(ask(question, asker=CENTRE))


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Tỷ lệ hài lòng của Sở Công Thương năm 2022?", "88,12%"),
        ("Năm 2022 tổng đài nhận bao nhiêu cuộc gọi?", "2.318 cuộc"),
        ("17.210 hồ sơ là nhận trong khoảng thời gian nào?", "15/12/2021"),
        ("Quý III/2022 tỷ lệ trễ hạn bao nhiêu?", "0,40%"),
    ],
)
def test_it_is_told_of_itself(question: str, part: str) -> None:
    answer = ask(question, asker=CENTRE)
    assert is_answered(answer)
    assert part in answer.direct


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Năm 2022 tỉnh có bao nhiêu thủ tục hành chính?", "1.377 thủ tục"),
        ("Năm 2022 số thôn là bao nhiêu?", "64 thôn"),
        ("Quý I/2022 tỷ lệ trễ hạn bao nhiêu?", "4,12%"),
        ("Năm 2022 thủ tục giảm từ bao nhiêu xuống bao nhiêu?", "Từ 1.418 còn 1.377 thủ tục"),
    ],
)
def test_how_many_there_are_is_what_they_became(question: str, begins: str) -> None:
    answer = ask(question, asker=PROVINCE)
    assert is_answered(answer)
    assert answer.direct.startswith(begins)


def test_procedures_that_were_changed_or_made_known_are_not_all() -> None:
    for question in ("Năm 2022 tỉnh có bao nhiêu thủ tục?", "Tổng số thủ tục hành chính của tỉnh năm 2022?"):
        assert not is_answered(ask(question, asker=CHANGED))
    assert ask("Năm 2022 công bố bao nhiêu thủ tục?", asker=CHANGED).direct.startswith("312 thủ tục")
    assert ask("Năm 2022 cắt giảm thời gian bao nhiêu thủ tục?", asker=CHANGED).direct.startswith("240 thủ tục")
