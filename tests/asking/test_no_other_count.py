"""What counts a part, one of them, a day, or something else in the same words is not what is asked for."""

from datetime import date

import pytest

from knowledge.asking.figures.examined import asks_passed
from knowledge.grammar.folding import fold
from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "21/BC-UBND",
        "20/6/2023",
        "6 tháng đầu năm 2023",
        "Dân số tăng nhanh, mỗi công chức tiếp nhận bình quân trên 60 hồ sơ một ngày.",
        "Trung tâm Phục vụ hành chính công phường tiếp nhận 9.836 hồ sơ, trễ hạn 87 hồ sơ (0,88%).",
        "Trong số hồ sơ trễ hạn, lĩnh vực môi trường có 58 hồ sơ, các lĩnh vực khác 29 hồ sơ.",
        "Tổ hỗ trợ lưu động giúp người dân nộp 1.184 hồ sơ.",
        "Tổ chức 14 kỳ sát hạch với 3.560 thí sinh, có 2.741 thí sinh đạt.",
        "Tiết kiệm thêm 10% chi thường xuyên: 142,6 triệu đồng.",
        'Mô hình "Thứ Tư không hẹn" triển khai từ ngày 12/4/2023 tại 06 khu phố, đã giải quyết 1.094 hồ sơ.',
        office="Ủy ban nhân dân phường Hòa Trúc",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Phường Hòa Trúc 6 tháng đầu năm 2023 tiếp nhận mấy hồ sơ?", "9.836 hồ sơ"),
        ("Bao nhiêu thí sinh đạt sát hạch 6 tháng đầu năm 2023?", "2.741 thí sinh"),
        ("6 tháng đầu năm 2023 phường Hòa Trúc trễ hạn bao nhiêu hồ sơ?", "87 hồ sơ"),
        ("Tổ hỗ trợ lưu động giúp người dân nộp bao nhiêu hồ sơ?", "1.184 hồ sơ"),
        ("6 tháng đầu năm 2023 tiết kiệm thêm 10% chi thường xuyên được bao nhiêu tiền?", "142,6 triệu đồng"),
        ("Mô hình Thứ Tư không hẹn đã giải quyết được bao nhiêu hồ sơ?", "1.094 hồ sơ"),
    ],
)
def test_the_count_that_is_asked_for_is_told(question, said):
    answer = ask(question, asker=ASKER, today=date(2023, 7, 1))
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize("question", ["Bao nhiêu cán bộ đất đai của phường?", "Mấy công chức đầu mối được tập huấn?"])
def test_words_with_the_letters_of_passing_ask_for_nobody_who_passed(question):
    assert not asks_passed(fold(question))


def test_a_desk_of_the_ward_is_called_by_the_ward():
    answer = ask("Phường Hòa Trúc 6 tháng đầu năm 2023 tiếp nhận mấy hồ sơ?", asker=ASKER, today=date(2023, 7, 1))
    assert "phường Hòa Trúc" in answer.context


def test_what_came_in_on_a_few_days_is_not_the_periods():
    asker = of_texts(
        news(
            "9/BC-UBND",
            "15/3/2021",
            "quý I năm 2021",
            "Trong 05 ngày trực Tết đã nhận 1.137 hồ sơ.",
            "Tiếp nhận 598.214 hồ sơ.",
        )
    )
    assert ask("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?", asker=asker).direct.startswith("598.214")
    assert ask("Trực Tết nhận được mấy hồ sơ?", asker=asker).direct.startswith("1.137")


@pytest.mark.parametrize(
    "question", ["Quý II/2021 đề xuất cắt giảm bao nhiêu quy định?", "Quý II/2021 tăng bao nhiêu đơn vị so với quý I?"]
)
def test_where_something_is_counted_it_is_no_dossiers_that_rose(question):
    parts = (("1", "15/3/2021", "quý I năm 2021", "500"), ("2", "15/6/2021", "quý II năm 2021", "700"))
    asker = of_texts(*(news(f"{n}/BC-UBND", day, period, f"Tiếp nhận {many} hồ sơ.") for n, day, period, many in parts))
    assert not is_answered(ask(question, asker=asker))
    assert ask("Quý II/2021 tăng bao nhiêu so với quý I?", asker=asker).direct.startswith("Tăng 200")


def test_what_a_register_counts_without_a_unit_is_no_dossiers():
    register = "Tổng số: 14 văn bản; đã hoàn thành 06, đang thực hiện 05, quá hạn 02."
    asker = of_texts(
        news("9/BC-UBND", "15/12/2021", "năm 2021", "Toàn tỉnh giải quyết 900 hồ sơ, trong đó quá hạn 31 hồ sơ."),
        news("8/BC-SNV", "10/12/2021", "năm 2021", register, office="Sở Nội vụ tỉnh Hưng Hòa"),
    )
    assert ask("Tổng số hồ sơ quá hạn toàn tỉnh năm 2021?", asker=asker).direct.startswith("31")


@pytest.mark.parametrize(
    "still_open",
    ["Chuyển kỳ sau 885 hồ sơ, trong đó quá hạn 51 hồ sơ.", "Hồ sơ chưa xong là 885 hồ sơ, có 51 hồ sơ quá hạn."],
)
def test_late_are_those_that_were_settled_late_and_none_that_go_on_into_the_next_period(still_open):
    settled = "Đã giải quyết 6.204 hồ sơ, trong đó quá hạn 213 hồ sơ."
    asker = of_texts(news("9/BC-UBND", "15/6/2021", "quý II năm 2021", settled, still_open))
    assert ask("Quý II/2021 quá hạn bao nhiêu hồ sơ?", asker=asker).direct.startswith("213")


@pytest.mark.parametrize("question", ["Kinh phí mua máy đo đạc quý II/2021?", "kinh phi mua may do dac quy 2/2021"])
def test_a_machine_that_has_the_letters_of_how_many_counts_nothing(question):
    told = "Thu phí trực tuyến 715 giao dịch, số tiền 806 triệu đồng; mua sắm 12 máy đo đạc, kinh phí 3,6 tỷ đồng."
    asker = of_texts(news("9/BC-UBND", "15/6/2021", "quý II năm 2021", told))
    assert ask(question, asker=asker).direct.startswith("3,6 tỷ")


def test_a_day_of_an_examination_is_no_number_of_people():
    told = "Kỳ thi tuyển công chức năm 2020 diễn ra ngày 14 và 15/11/2020: 486 thí sinh dự thi, 112 người trúng tuyển."
    chat = Chat(of_texts(news("602/BC-SNV", "15/12/2020", "năm 2020", told)), date(2021, 1, 10))
    chat.ask("Kỳ thi tuyển công chức năm 2020 bao nhiêu thí sinh dự thi?")
    assert chat.ask("đỗ được mấy người?").direct.startswith("112 người")
