"""What stands beside each other in one sentence is told of its own level, sort of people and sum."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "52/BC-UBND",
        "20/6/2023",
        "6 tháng đầu năm 2023",
        "Bộ phận Một cửa huyện tiếp nhận 2.310 hồ sơ (trực tuyến 716, trực tiếp 1.594); cấp xã tiếp nhận 5.120 hồ sơ.",
        "Cấp 850 triệu đồng sửa trụ sở Bộ phận Một cửa xã Pa Han, đã giải ngân 410 triệu đồng.",
        "Đào tạo 46 cán bộ, 118 công chức và 210 viên chức.",
        office="UBND huyện Bàu Sen",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("cấp xã tiếp nhận bao nhiêu hồ sơ", "5.120"),
        ("xã tiếp nhận bao nhiêu hồ sơ", "5.120"),
        ("huyện tiếp nhận bao nhiêu hồ sơ", "2.310"),
        ("huyện trực tuyến bao nhiêu hồ sơ", "716"),
        ("đào tạo bao nhiêu viên chức", "210"),
        ("đào tạo bao nhiêu công chức", "118"),
        ("đào tạo bao nhiêu cán bộ", "46"),
        ("giải ngân bao nhiêu tiền", "410"),
    ],
)
def test_each_is_told_of_its_own(question, said):
    answer = ask(question, asker=ASKER)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("cấp xã trực tuyến bao nhiêu hồ sơ", "716"),
        ("cấp bao nhiêu tiền sửa trụ sở xã Pa Han", "410"),
    ],
)
def test_nothing_is_told_of_another(question, never):
    assert never not in ask(question, asker=ASKER).direct
