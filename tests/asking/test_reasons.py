"""Why something is as it is, where no heading says "nguyên nhân"."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "52/BC-VPUBND",
        "18/6/2021",
        "quý II năm 2021",
        "Toàn tỉnh tiếp nhận 40.120 hồ sơ, quá hạn 512 hồ sơ. Hồ sơ đất đai quá hạn chủ yếu do thiếu cán bộ đo đạc ở các chi nhánh.",
        "Đề án vị trí việc làm cấp xã chưa trình vì chờ hướng dẫn của Bộ Nội vụ.",
        "Tỷ lệ thanh toán trực tuyến giảm so với quý I. Nguyên nhân là cổng thanh toán bảo trì 12 ngày.",
        "Do vướng thủ tục đấu thầu, việc nâng cấp Cổng dịch vụ công bị lùi sang quý III.",
        "Số người đến Bộ phận Một cửa huyện Bàu Sen tăng, xuất phát từ đợt cấp đổi giấy phép lái xe.",
        "Quy chế phối hợp do Sở Nội vụ chủ trì soạn thảo đã ban hành. Hội nghị đối thoại do UBND tỉnh tổ chức ngày 10/6/2021.",
        "Kế hoạch số 91/KH-UBND ngày 10/3/2021 chậm tiến độ bởi chưa bố trí được kinh phí.",
    ),
    news(
        "80/BC-VPUBND",
        "17/9/2021",
        "quý III năm 2021",
        "Hồ sơ hộ tịch quá hạn tăng do phần mềm dùng chung gián đoạn nhiều ngày.",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vì sao hồ sơ đất đai quá hạn quý II/2021?", "thiếu cán bộ đo đạc"),
        ("ly do ho so dat dai tre han", "thiếu cán bộ đo đạc"),
        ("Đề án vị trí việc làm cấp xã sao chưa trình?", "chờ hướng dẫn của Bộ Nội vụ"),
        ("Nguyên nhân tỷ lệ thanh toán trực tuyến giảm quý II/2021 là gì?", "cổng thanh toán bảo trì"),
        ("Tại sao nâng cấp cổng dịch vụ công bị lùi?", "vướng thủ tục đấu thầu"),
        ("vì sao dân đến một cửa huyện Bàu Sen tăng", "giấy phép lái xe"),
        ("Vì sao Kế hoạch 91/KH-UBND chậm tiến độ?", "chưa bố trí được kinh phí"),
        ("Báo cáo 52 nêu vì sao Đề án vị trí việc làm cấp xã chưa trình?", "chờ hướng dẫn của Bộ Nội vụ"),
        ("Hồ sơ hộ tịch quá hạn vì đâu?", "gián đoạn"),
        ("why did the online payment rate fall in Q2 2021?", "bảo trì"),
    ],
)
def test_the_sentence_that_gives_the_reason_is_told(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao quy chế phối hợp chậm ban hành?",
        "Vì sao hồ sơ xây dựng quá hạn quý II/2021?",
        "Lý do hồ sơ đất đai quá hạn quý III/2021?",
        "Vì sao tỷ lệ thanh toán trực tuyến tăng quý II/2021?",
        "Tại sao tổ chức hội nghị đối thoại?",
        "Vì sao hồ sơ hộ tịch quá hạn ở huyện Cồn Rộc?",
    ],
)
def test_who_did_it_or_why_another_thing_is_so_is_no_reason(question):
    assert not is_answered(ask(question, asker=ASKER))


@pytest.mark.parametrize(
    "sentence",
    [
        'Mô hình "Ngày thứ Bảy vì dân" tiếp nhận thêm 318 hồ sơ hộ tịch.',
        "Người dân nhiều nơi vẫn nhờ công chức nộp hộ hồ sơ hộ tịch, số hồ sơ trực tuyến tăng.",
    ],
)
def test_what_a_model_is_called_or_who_is_asked_for_help_is_no_reason(sentence):
    asker = of_texts(news("12/BC-VP", "15/6/2021", "quý II năm 2021", sentence))
    assert not is_answered(ask("vì sao hồ sơ hộ tịch tăng quý II/2021?", asker=asker))


def test_a_department_called_by_the_first_word_of_its_field_asks_for_no_reason():
    asker = of_texts(
        news(
            "41/BC-STNMT",
            "14/6/2021",
            "quý II năm 2021",
            "Sở Tài nguyên và Môi trường tiếp nhận mới 1.207 hồ sơ.",
            office="Sở Tài nguyên và Môi trường tỉnh Hưng Hòa",
        )
    )
    assert "1.207" in ask("Quý II/2021 Sở Tài nguyên nhận mới bao nhiêu hồ sơ?", asker=asker).direct
