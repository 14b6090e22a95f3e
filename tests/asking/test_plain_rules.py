"""What officials leave to be understood: a run of years by an arrow, the other answer thought of, what was done of a sum."""

import pytest

from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

ASKER = of_texts(
    news("12/BC-VPUBND", "10/12/2019", "năm 2019", "Năm 2019 toàn tỉnh tiếp nhận 81.200 hồ sơ."),
    news("15/BC-VPUBND", "11/12/2020", "năm 2020", "Năm 2020 toàn tỉnh tiếp nhận 93.450 hồ sơ."),
    news(
        "19/BC-VPUBND",
        "9/12/2021",
        "năm 2021",
        "Năm 2021 toàn tỉnh tiếp nhận 101.330 hồ sơ. Thanh tra tỉnh kiến nghị thu hồi 4.125 triệu đồng, đã thu hồi 2.980 triệu đồng.",
        "Thực hiện Kế hoạch số 58/KH-UBND ngày 12/01/2021 của UBND tỉnh về cải cách hành chính, các đơn vị đã hoàn thành 41/45 nhiệm vụ.",
        "Riêng quý III/2021, toàn tỉnh tiếp nhận 26.840 hồ sơ. Phường Bến Gỗ nhận 1.204 hồ sơ, xã Tân Hội nhận 655 hồ sơ.",
        "Quy chế tiếp công dân định kỳ đang được Văn phòng lấy ý kiến, dự kiến ban hành trong quý I/2022.",
    ),
    news(
        "4/BC-VPUBND",
        "9/4/2022",
        "quý I năm 2022",
        "UBND tỉnh ban hành Quyết định số 312/QĐ-UBND ngày 18/3/2022 ban hành Quy chế tiếp công dân định kỳ.",
    ),
)


@pytest.mark.parametrize("question", ["hs toàn tỉnh tiếp nhận 2019 -> 2021", "hồ sơ tỉnh tiếp nhận từ 2019 đến 2021?"])
def test_a_run_of_years_has_those_in_between(question):
    told = ask(question, asker=ASKER)
    assert all(value in " ".join((told.direct, *told.lines)) for value in ("81.200", "93.450", "101.330"))


@pytest.mark.parametrize(
    "question",
    ["Quy chế tiếp công dân định kỳ có chưa hay còn lấy ý kiến?", "quy che tiep cong dan dinh ky co chua"],
)
def test_the_state_that_the_asker_fears_is_not_looked_for(question):
    assert "312/QĐ-UBND" in ask(question, asker=ASKER).direct


def test_what_was_collected_is_not_what_was_to_be_collected():
    chat = Chat(ASKER)
    assert chat.ask("Năm 2021 Thanh tra tỉnh kiến nghị thu hồi bao nhiêu tiền?").direct.startswith("4.125 triệu")
    assert chat.ask("Đã thu được bao nhiêu?").direct.startswith("2.980 triệu")


@pytest.mark.parametrize(
    "question",
    ["Nhiệm vụ của Kế hoạch 58/KH-UBND xong hết chưa?", "Kế hoạch 58 năm 2021 đã hoàn thành chưa?"],
)
def test_a_plans_tasks_are_done_by_the_count_of_them(question):
    assert ask(question, asker=ASKER).direct.startswith("Chưa: 41/45 nhiệm vụ")


def test_of_a_plan_whose_tasks_nobody_counts_nothing_is_said():
    assert not is_answered(ask("Nhiệm vụ của Kế hoạch 77/KH-UBND xong hết chưa?", asker=ASKER))


def test_a_paragraph_is_of_the_quarter_that_it_opens_with():
    answer = ask("Quý III/2021 phường Bến Gỗ nhận bao nhiêu hồ sơ?", asker=ASKER)
    assert answer.direct.startswith("1.204 hồ sơ")


QUARTERS = of_texts(
    news(
        "61/BC-VPUBND",
        "9/12/2018",
        "năm 2018",
        "Năm 2018 tiếp nhận 40.112 hồ sơ. Chi tiết từng quý:",
        "Quý\tThời gian\tTiếp nhận\nI\t15/12/2017 - 14/3/2018\t9.204\nII\t15/3/2018 - 14/6/2018\t10.318",
    ),
    news("14/BC-VPUBND", "20/3/2019", "quý I năm 2019", "Quý I/2019 Trung tâm tiếp nhận 9.871 hồ sơ."),
)


def test_a_quarter_that_two_years_have_is_asked_back_also_where_one_stands_in_a_table():
    assert [
        choice.label.split(",")[0] for choice in ask("Quý I tiếp nhận bao nhiêu hồ sơ?", asker=QUARTERS).choices
    ] == [
        "quý I/2018",
        "quý I/2019",
    ]


def test_the_year_before_is_that_of_the_year_that_is_named():
    told = ask("Năm 2021 toàn tỉnh tiếp nhận so với năm trước thế nào?", asker=ASKER)
    assert "93.450" in " ".join((told.direct, *told.lines))


STEPS = of_texts(
    news("14/BC-VPUBND", "20/3/2019", "quý I năm 2019", "Quý I/2019 Trung tâm tiếp nhận 9.871 hồ sơ."),
    news(
        "30/BC-VPUBND",
        "20/6/2019",
        "quý II năm 2019",
        "Quý II/2019 Trung tâm tiếp nhận 10.300 hồ sơ, tăng 429 hồ sơ so với quý I/2019.",
    ),
)


def test_the_same_time_a_year_before_is_no_other_quarter():
    chat = Chat(STEPS)
    chat.ask("Quý I/2019 Trung tâm tiếp nhận bao nhiêu hồ sơ?")
    assert not is_answered(chat.ask("So với cùng kỳ tăng mấy hồ sơ?"))
