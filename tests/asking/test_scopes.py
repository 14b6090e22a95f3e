"""A figure of a narrower or wider scope is never told for the one asked for."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, news, of_texts

LEVELS = of_texts(
    news(
        "41/BC-SNV",
        "17/6/2021",
        "quý II năm 2021",
        "Quý II/2021, toàn tỉnh tiếp nhận 90.410 hồ sơ, gồm: các sở, ban, ngành 12.305 hồ sơ; cấp huyện 20.115 hồ sơ; cấp xã 57.990 hồ sơ.",
        "Các sở, ban, ngành tiếp nhận qua dịch vụ công trực tuyến mức độ 3, 4 được 1.108 hồ sơ, chiếm 9,00% hồ sơ của cấp tỉnh.",
        "Các sở, ban, ngành đã giải quyết 11.870 hồ sơ, trễ hạn 95 hồ sơ (0,80%).",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    )
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quý II/2021 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?", "90.410"),
        ("quý II/2021 nguyên tỉnh nhận bao nhiêu bộ hồ sơ", "90.410"),
        ("Quý II/2021 cấp tỉnh tiếp nhận bao nhiêu hồ sơ?", "12.305"),
        ("quy 2/2021 cac so, nganh nhan bao nhieu ho so", "12.305"),
        ("Quý II/2021 cấp huyện tiếp nhận bao nhiêu hồ sơ?", "20.115"),
        ("Quý II/2021 các sở ngành có bao nhiêu hồ sơ trực tuyến?", "1.108"),
        ("Quý II/2021 tỷ lệ hồ sơ trực tuyến của cấp tỉnh là bao nhiêu?", "9,00%"),
        ("Quý II/2021 cấp tỉnh trễ hạn bao nhiêu hồ sơ?", "95"),
        ("overdue applications at provincial level Q2 2021", "95"),
    ],
)
def test_each_scope_has_its_own_figure(question, value):
    assert ask(question, asker=LEVELS).direct.startswith(value)


@pytest.mark.parametrize("level", ["cấp huyện", "cấp xã", "toàn tỉnh"])
def test_the_departments_overdue_dossiers_are_those_of_no_other_scope(level):
    answer = ask(f"Quý II/2021 {level} trễ hạn bao nhiêu hồ sơ?", asker=LEVELS)
    assert not (is_answered(answer) and answer.direct.startswith("95"))


FIELDS = of_texts(
    "ỦY BAN NHÂN DÂN HUYỆN BÀU SEN\nSố: 70/BC-UBND\nBàu Sen, ngày 15 tháng 9 năm 2021\n\nBÁO CÁO\n"
    "Công tác cải cách hành chính quý III năm 2021\n\nQuý III/2021, Bộ phận một cửa huyện tiếp nhận 800 hồ sơ, trễ hạn 30 hồ sơ. "
    "Chi tiết theo lĩnh vực:\n\nLĩnh vực | Tiếp nhận | Trễ hạn\nĐất đai | 500 | 21\nXây dựng | 300 | 9\nTổng cộng | 800 | 30\n"
)


@pytest.mark.parametrize(("field", "late"), [("xây dựng", "9"), ("đất đai", "21")])
def test_dossiers_of_a_field_are_not_those_of_the_department_of_that_name(field, late):
    answer = ask(f"Quý III/2021 huyện Bàu Sen trễ hạn mấy hồ sơ {field}?", asker=FIELDS)
    assert answer.direct.split()[0] == late


@pytest.mark.parametrize("field", ["giao thông", "tư pháp", "công thương"])
def test_a_field_that_the_table_does_not_have_is_given_no_others_figure(field):
    assert not is_answered(ask(f"Quý III/2021 huyện Bàu Sen tiếp nhận mấy hồ sơ lĩnh vực {field}?", asker=FIELDS))


POSTS = of_texts(
    news(
        "9/BC-SNV",
        "17/6/2021",
        "quý II năm 2021",
        "Sở được giao 58 biên chế, hiện có 54 người.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    )
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Sở Nội vụ được giao bao nhiêu biên chế?", "58"),
        ("Sở Nội vụ hiện có mặt bao nhiêu biên chế?", "54"),
    ],
)
def test_posts_assigned_are_not_those_filled(question, value):
    assert ask(question, asker=POSTS).direct.startswith(value)


def test_two_sides_asked_for_at_once_are_both_told():
    direct = ask("Sở Nội vụ được giao bao nhiêu biên chế, có mặt bao nhiêu?", asker=POSTS).direct
    assert (direct.startswith("58"), "54 người" in direct) == (True, True)


def test_the_desks_count_is_not_the_provinces_where_both_are_told():
    asker = of_texts(
        news(
            "5/BC-VPUBND",
            "17/6/2021",
            "quý II năm 2021",
            "Quý II/2021 toàn tỉnh tiếp nhận 900 hồ sơ. Riêng Trung tâm Hành chính công tỉnh tiếp nhận 200 hồ sơ.",
        )
    )
    assert ask("Quý II/2021 toàn tỉnh Hưng Hòa nhận mấy hồ sơ?", asker=asker).direct.startswith("900")


def test_a_figure_about_a_document_keeps_the_period_asked_for():
    asker = of_texts(
        news(
            "5/BC-SNV",
            "17/6/2021",
            "quý II năm 2021",
            "Quý II/2021 tinh giản 12 người theo Nghị định số 108/2014/NĐ-CP.",
        )
    )
    answer = ask("Quý I/2021 tinh giản bao nhiêu người theo Nghị định 108?", asker=asker)
    assert answer.outcome is Outcome.NOT_FOUND


TWO_PERIODS = of_texts(
    "UBND TỈNH HƯNG HÒA\nSỞ NỘI VỤ\nSố: 140/BC-SNV\nHưng Hòa, ngày 16 tháng 9 năm 2021\n\nBÁO CÁO\n"
    "Công tác cải cách hành chính quý III và 9 tháng năm 2021\n\nI. THỦ TỤC HÀNH CHÍNH\n\n"
    "1. Quý III/2021, toàn tỉnh tiếp nhận 700 hồ sơ, trực tuyến đạt 41%.\n\n2. Tỷ lệ số hóa đạt 74,25%.\n"
)


@pytest.mark.parametrize("period", ["9 tháng năm 2021", "quý III/2021"])
def test_a_share_of_no_stated_period_is_of_both_periods_of_the_reports_title(period):
    answer = ask(f"Tỷ lệ số hóa hồ sơ {period}?", asker=TWO_PERIODS)
    assert (answer.direct.startswith("74,25%"), period in answer.context) == (True, True)


@pytest.mark.parametrize("asked", ["tỷ lệ trực tuyến là bao nhiêu", "toàn tỉnh tiếp nhận bao nhiêu hồ sơ"])
def test_a_quarters_figure_is_never_that_of_the_months_up_to_its_end(asked):
    assert not is_answered(ask(f"9 tháng năm 2021 {asked}?", asker=TWO_PERIODS))


def test_the_share_on_time_is_where_there_is_no_other_that_of_all_that_was_not_late():
    asker = of_texts(
        news("5/BC-SNV", "17/6/2021", "quý II năm 2021", "Quý II/2021 giải quyết 500 hồ sơ, trước và đúng hạn đạt 98%.")
    )
    assert "đúng hạn và trước hạn" in ask("Quý II/2021 tỷ lệ đúng hạn bao nhiêu?", asker=asker).direct


def test_where_both_are_told_the_share_on_time_is_its_own():
    asker = of_texts(
        news(
            "5/BC-SNV",
            "17/6/2021",
            "quý II năm 2021",
            "Quý II/2021 giải quyết 500 hồ sơ, trước hạn đạt 74%, đúng hạn đạt 24%, trước và đúng hạn đạt 98%.",
        )
    )
    assert ask("Quý II/2021 tỷ lệ đúng hạn bao nhiêu?", asker=asker).direct.startswith("24%")


def test_a_part_that_nobody_asked_for_is_no_second_meaning_of_its_whole():
    asker = of_texts(
        news(
            "5/BC-SNV",
            "17/12/2021",
            "năm 2021",
            "Kinh phí cải cách hành chính năm 2021 là 14,2 tỷ đồng, gồm ngân sách tỉnh 9,7 tỷ đồng, ngân sách huyện 4,5 tỷ đồng.",
        )
    )
    assert ask("Kinh phí cải cách hành chính năm 2021 là bao nhiêu?", asker=asker).direct.startswith("14,2 tỷ")


BRANCHES = of_texts(
    "UBND TỈNH HƯNG HÒA\nSỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\nSố: 40/BC-STNMT\nHưng Hòa, ngày 8 tháng 12 năm 2021\n\nBÁO CÁO\n"
    "Công tác cải cách hành chính năm 2021\n\nKết quả tại các Chi nhánh Văn phòng Đăng ký đất đai:\n\n"
    "TT | Chi nhánh | Tiếp nhận | Trễ hạn\n1 | Bàu Sen | 700 | 31\n2 | Phú Mỹ | 900 | 12\n | Cộng | 1.600 | 43\n"
)


@pytest.mark.parametrize(
    "name", ["chi nhánh Bàu Sen", "chi nhánh đăng ký đất đai Bàu Sen", "Chi nhánh Văn phòng đăng ký đất đai Bàu Sen"]
)
def test_a_branch_is_found_by_its_short_and_its_full_name(name):
    assert ask(f"Năm 2021 {name} trễ hạn bao nhiêu hồ sơ?", asker=BRANCHES).direct.startswith("31")


def test_two_branches_are_compared():
    direct = ask("Năm 2021 chi nhánh Bàu Sen trễ hạn nhiều hơn chi nhánh Phú Mỹ bao nhiêu?", asker=BRANCHES).direct
    assert direct.startswith("Cao hơn 19")


def test_a_district_is_compared_with_the_provinces_own_level():
    asker = of_texts(
        news(
            "41/BC-SNV",
            "17/6/2021",
            "quý II năm 2021",
            "Quý II/2021 các sở, ban, ngành giải quyết 900 hồ sơ, trễ hạn 9 hồ sơ (1,00%).",
            "Quý II/2021 huyện Bàu Sen giải quyết 400 hồ sơ, trễ hạn 10 hồ sơ (2,50%).",
            office="Sở Nội vụ tỉnh Hưng Hòa",
        )
    )
    direct = ask("So sánh tỷ lệ trễ hạn quý II/2021 của huyện Bàu Sen với cấp tỉnh", asker=asker).direct
    assert all(words in direct for words in ("Cao hơn 1,5", "2,50%", "1,00%"))


COMMUNES = of_texts(
    news(
        "41/BC-UBND",
        "17/6/2021",
        "quý II năm 2021",
        "Quý II/2021 Bộ phận Một cửa huyện tiếp nhận 800 bộ hồ sơ, quá hạn 207 hồ sơ; qua mạng 120 bộ.",
        "UBND các xã, thị trấn tiếp nhận 900 hồ sơ, quá hạn 31 hồ sơ.",
        office="UBND huyện Bàu Sen",
    )
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quý II/2021 một cửa huyện Bàu Sen trễ hạn bao nhiêu hồ sơ?", "207"),
        ("Quý II/2021 cấp xã của huyện Bàu Sen trễ hạn bao nhiêu hồ sơ?", "31"),
        ("Quý II/2021 huyện Bàu Sen có bao nhiêu hồ sơ trực tuyến?", "120"),
    ],
)
def test_the_communes_figures_are_not_the_desks(question, value):
    assert ask(question, asker=COMMUNES).direct.startswith(value)


def test_two_bodies_are_compared_each_in_its_own_period():
    asker = of_texts(
        news(
            "1/BC-UBND",
            "17/3/2021",
            "quý I năm 2021",
            "Quý I/2021 tỷ lệ hài lòng đạt 92,50%.",
            office="UBND huyện Bàu Sen",
        ),
        news(
            "2/BC-UBND",
            "17/6/2021",
            "quý II năm 2021",
            "Quý II/2021 tỷ lệ hài lòng đạt 94,00%.",
            office="UBND huyện Phú Mỹ",
        ),
    )
    question = "So sánh tỷ lệ hài lòng của huyện Bàu Sen quý I/2021 với huyện Phú Mỹ quý II/2021"
    assert ask(question, asker=asker).direct.startswith("Thấp hơn 1,5 điểm phần trăm")
