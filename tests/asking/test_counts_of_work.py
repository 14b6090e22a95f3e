"""How many tasks are in one state or were given to one body, and things that are counted beside others."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "33/BC-VPUBND",
        "14/6/2021",
        "quý II năm 2021",
        "Trong 46 nhiệm vụ của Kế hoạch số 12/KH-UBND, đến hết ngày 31/5/2021 đã hoàn thành 18 nhiệm vụ, 23 nhiệm vụ đang thực hiện đúng tiến độ, chậm tiến độ 02 nhiệm vụ, 03 nhiệm vụ chưa đến hạn.",
        "Sở Tài chính được giao 07 nhiệm vụ.",
        "Lắp đặt 04 ki-ốt tra cứu hồ sơ tại sảnh Trung tâm, kinh phí 780 triệu đồng.",
        "Tổ chức 02 đợt trả giấy chứng nhận tận làng, trao 418 giấy.",
        "Khảo sát hài lòng: người bệnh nội trú đạt 88,9%, người bệnh ngoại trú đạt 86,4%.",
        "Chỉ số PAR INDEX năm 2020 của tỉnh đạt 85,10 điểm, tăng 1,68 điểm so với năm 2019.",
    )
)
DAY = date(2021, 7, 1)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quý II/2021 có bao nhiêu nhiệm vụ chậm tiến độ?", "02 nhiệm vụ"),
        ("Quý II/2021 bao nhiêu nhiệm vụ đang thực hiện đúng tiến độ?", "23 nhiệm vụ"),
        ("Quý II/2021 mấy nhiệm vụ chưa đến hạn?", "03 nhiệm vụ"),
        ("Đến hết kỳ báo cáo quý II/2021 đã hoàn thành bao nhiêu nhiệm vụ?", "18 nhiệm vụ"),
        ("Quý II/2021 Sở Tài chính được giao bao nhiêu nhiệm vụ?", "07 nhiệm vụ"),
        ("Quý II/2021 người bệnh nội trú hài lòng bao nhiêu %?", "88,9%"),
        ("Quý II/2021 người bệnh ngoại trú hài lòng bao nhiêu %?", "86,4%"),
    ],
)
def test_just_that_count_is_told(question, said):
    answer = ask(question, asker=ASKER, today=DAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Quý II/2021 lắp đặt bao nhiêu ki-ốt tra cứu hồ sơ tại sảnh Trung tâm?", "780"),
        ("Quý II/2021 tổ chức bao nhiêu đợt trả giấy chứng nhận tận làng?", "418 –"),
        ("Chỉ số PAR INDEX năm 2020 của tỉnh tăng bao nhiêu bậc?", "1,68"),
    ],
)
def test_what_is_counted_beside_it_is_not_told(question, never):
    assert never not in ask(question, asker=ASKER, today=DAY).direct


def test_a_document_is_no_number_of_dossiers():
    register = "| TT | Số văn bản | Ngày ban hành | Trích yếu | Đơn vị chủ trì | Hạn | Trạng thái |\n|---|---|---|---|---|---|---|\n"
    row = "| 1 | 893/UBND-KSTT | 21/3/2021 | Khắc phục hồ sơ đất đai trễ hạn quý I/2021 | UBND huyện Yên Hòa | 31/5/2021 | Quá hạn |\n"
    asker = of_texts(f"DANH MỤC VĂN BẢN THEO DÕI\n\n{register}{row}")
    assert not is_answered(ask("Hồ sơ đất đai trễ hạn quý I/2021 là bao nhiêu hồ sơ?", asker=asker, today=DAY))
