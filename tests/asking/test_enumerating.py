"""Which ones: the sentence that names them."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

_ONE = of_texts(
    news(
        "82/BC-VPUBND",
        "15/6/2021",
        "quý II năm 2021",
        "UBND tỉnh ban hành Kế hoạch số 31/KH-UBND ngày 02/4/2021 về kiểm tra công vụ tại các xã; Kế hoạch số 32/KH-UBND"
        " ngày 05/4/2021 về tuyên truyền.",
        "Đã kiểm tra 03 xã: Bình Lộc, Tân Thạnh và Hòa Khê.",
        "Chữ ký số cấp cho 17/19 sở, ban, ngành; còn Sở Ngoại vụ và Ban Dân tộc chưa được cấp chữ ký số.",
        "Kế hoạch có 20 nhiệm vụ; còn 02 nhiệm vụ chưa hoàn thành, gồm: lắp ki-ốt tra cứu; số hóa kho lưu trữ.",
    )
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Quý II/2021 đã kiểm tra những xã nào?", "Tân Thạnh"),
        ("Những cơ quan nào chưa được cấp chữ ký số?", "Ban Dân tộc"),
        ("Hai nhiệm vụ quý II/2021 chưa hoàn thành là những nhiệm vụ nào?", "ki-ốt"),
    ],
)
def test_those_asked_for_are_named_in_the_reports_words(question, words):
    assert words in ask(question, asker=_ONE).direct


@pytest.mark.parametrize("question", ["Những xã nào chưa kiểm tra?", "Quý III/2021 đã kiểm tra những xã nào?"])
def test_what_is_denied_or_of_another_period_is_not_told(question):
    assert not is_answered(ask(question, asker=_ONE))


_DIVISIONS = of_texts(
    news(
        "19/BC-UBND",
        "15/6/2026",
        "6 tháng đầu năm 2026",
        "Phường có 03 phòng chuyên môn: Văn phòng HĐND và UBND; Phòng Kinh tế; Phòng Văn hóa - Xã hội.",
        office="UBND phường Bến Lội",
    )
)


@pytest.mark.parametrize(
    "question", ["Phường Bến Lội có những phòng chuyên môn nào?", "phuong ben loi gom cac phong chuyen mon nao"]
)
def test_all_divisions_of_a_body_are_named(question):
    assert "Phòng Kinh tế" in ask(question, asker=_DIVISIONS).direct
