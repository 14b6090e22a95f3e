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
