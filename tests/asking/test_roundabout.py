"""Questions that are put in a roundabout way."""

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

ASKER = of_texts(
    YEAR_HEAD + "1. Kết quả\n"
    "Năm 2023 toàn tỉnh tiếp nhận 40.120 hồ sơ, trong đó trực tuyến 22.066 hồ sơ (55,00%).\n"
    "Đã giải quyết 39.000 hồ sơ, trễ hạn 897 hồ sơ (2,30%). Riêng đất đai 371 hồ sơ, chiếm 41,36% số trễ hạn.\n"
    "Khảo sát 900 người dân đến làm thủ tục: 91,40% hài lòng. Có 310 lượt người cao tuổi được phục vụ tại nhà.\n"
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Cứ một trăm hồ sơ cả tỉnh giải quyết trong năm 2023 thì khoảng mấy hồ sơ bị trễ?", "2,30%"),
        ("cu 100 ho so toan tinh nhan nam 2023 thi bao nhieu ho so nop truc tuyen", "55,00%"),
        ("Năm đầu chạy máy mới, tức là năm 2023, tỉnh nhận bao nhiêu hồ sơ?", "40.120 hồ sơ"),
        ("Năm 2023 bao nhiêu phần trăm người dân thấy vừa ý?", "91,40%"),
        ("Năm 2023 có bao nhiêu lượt người già được phục vụ tại nhà?", "310 lượt người"),
    ],
)
def test_what_is_meant_is_told(question, value):
    assert ask(question, asker=ASKER).direct.startswith(value)


@pytest.mark.parametrize(
    "question",
    [
        "Cứ một trăm hồ sơ đất đai năm 2023 thì mấy hồ sơ bị trễ?",
        "Cứ một trăm hồ sơ trực tuyến năm 2023 thì mấy hồ sơ bị trễ?",
        "Cứ một nghìn hồ sơ năm 2023 thì mấy hồ sơ bị trễ?",
        "thi xa An Tuc nam 2023 nhan bao nhieu ho so",
    ],
)
def test_no_share_of_another_whole_is_told(question):
    assert not is_answered(ask(question, asker=ASKER))


OVER_TIME = of_texts(
    YEAR_HEAD + "1. Kết quả\n"
    "Theo công bố của Bộ Nội vụ ngày 18/4/2023, Chỉ số cải cách hành chính (PAR INDEX) năm 2022 của tỉnh đạt 85,10 điểm.\n"
    "Đã xử lý 61/90 nhà làm việc dôi dư.\n",
    YEAR_HEAD.replace("55/BC", "31/BC")
    .replace("14 tháng 12", "15 tháng 6")
    .replace("năm 2023\n", "6 tháng đầu năm 2023\n")
    + "1. Kết quả\nĐã xử lý 40/90 nhà làm việc dôi dư.\nTỷ lệ hồ sơ trễ hạn là 2,14%.\n",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("BNV công bố điểm PAR INDEX 2022 hôm nào?", "18/04/2023"),
        ("Chuyện xử lý nhà làm việc dôi dư từ 6 tháng đầu năm 2023 sang năm 2023 tiến triển ra sao?", "Tăng từ 40/90"),
    ],
)
def test_days_and_what_was_handled_over_time_are_told(question, told):
    assert told in ask(question, asker=OVER_TIME).direct


def test_of_one_time_no_run_is_told():
    question = "Tỷ lệ hồ sơ trễ hạn từ lúc nhập tỉnh (quý III/2022) đến giữa năm 2023 có đỡ dần không?"
    assert "quý III/2022: chưa có số liệu này" in ask(question, asker=OVER_TIME).direct
