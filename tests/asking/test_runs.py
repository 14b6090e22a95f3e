"""Figures side by side are of one body, and a run has the periods that were asked for."""

from tests.asking.libraries import Chat, news, of_texts

STORE = of_texts(
    news(
        "12/BC-SNV",
        "15/3/2021",
        "quý I năm 2021",
        "Bộ phận một cửa các cấp của tỉnh tiếp nhận 900 hồ sơ, so với quý I năm 2020 (800 hồ sơ) là tăng.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    ),
    news(
        "30/BC-SNV",
        "15/6/2021",
        "quý II năm 2021",
        "Toàn tỉnh tiếp nhận 950 hồ sơ.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    ),
    news(
        "8/BC-UBND",
        "15/9/2021",
        "quý III năm 2021",
        "Bộ phận một cửa huyện tiếp nhận 30 hồ sơ.",
        office="UBND huyện Bàu Sen",
    ),
)


def ask(question: str) -> str:
    return Chat(STORE).ask(question).direct


def test_a_districts_quarter_is_no_change_of_a_provinces():
    assert "920" not in ask("Quý III/2021 tiếp nhận so với quý II/2021 giảm bao nhiêu hồ sơ?")


def test_a_run_without_one_of_the_quarters_asked_for_is_not_told():
    answer = Chat(STORE).ask("Số hồ sơ tiếp nhận toàn tỉnh quý I, quý II, quý IV năm 2021 diễn biến ra sao")
    assert not answer.direct.startswith(("Tăng", "Giảm"))


def test_money_that_no_report_names_is_not_answered_by_people():
    store = of_texts(news("12/BC-SNV", "15/3/2021", "quý I năm 2021", "Toàn tỉnh tinh giản 39 người trong quý I/2021."))
    assert "39" not in Chat(store).ask("Quý I/2021 kinh phí chi cho tinh giản biên chế là bao nhiêu?").direct


def test_an_agency_is_no_district():
    assert Chat(STORE).asker.read("Kế hoạch 35/KH-UBND do cơ quan nào ban hành?").level == ""


def test_money_changes_by_an_amount_in_its_own_scale():
    store = of_texts(
        news(
            "12/BC-SNV",
            "15/12/2022",
            "năm 2022",
            "Kinh phí tiết kiệm được là 14,6 tỷ đồng.",
            office="Sở Nội vụ tỉnh Hưng Hòa",
        ),
        news(
            "13/BC-SNV",
            "15/12/2023",
            "năm 2023",
            "Kinh phí tiết kiệm được là 17,1 tỷ đồng.",
            office="Sở Nội vụ tỉnh Hưng Hòa",
        ),
    )
    chats = (Chat(store), Chat(store, language="en"))
    told = [chat.ask("So sánh kinh phí tiết kiệm năm 2023 với năm 2022").direct for chat in chats]
    assert [one.split(":")[0] for one in told] == ["Tăng 2,5 tỷ đồng (17,12%)", "Up 2.5 billion VND (17.12%)"]


def test_a_run_of_quarters_is_the_whole_column_of_the_table_that_has_them():
    asker = of_texts(
        news(
            "12/BC-SNV",
            "15/3/2023",
            "quý I năm 2023",
            "Sở tiếp nhận mới 386 hồ sơ, trễ hạn 43 hồ sơ.",
            office="Sở Nội vụ tỉnh Hưng Hòa",
        ),
        news(
            "91/BC-SNV",
            "15/12/2023",
            "năm 2023",
            "Đã gửi thư xin lỗi đối với 22/43 hồ sơ trễ hạn của quý I.",
            "Số liệu theo quý năm 2023:\n\n| Quý | Tiếp nhận mới | Trễ hạn |\n|---|---|---|\n| Quý I | 386 | 43 |\n"
            "| Quý II | 432 | 31 |\n| Quý III | 410 | 26 |\n| Quý IV | 456 | 19 |\n| Cả năm | 1.684 | 119 |",
            office="Sở Nội vụ tỉnh Hưng Hòa",
        ),
    )
    late = Chat(asker).ask("Hồ sơ trễ hạn các quý trong năm 2023 tăng hay giảm?").direct
    assert "từ 43" in late
    assert " 19" in late
    new = Chat(asker).ask("Số hồ sơ tiếp nhận mới qua các quý năm 2023 biến động ra sao?").direct
    assert "từ 386" in new
    assert " 456" in new


def test_against_the_same_time_of_the_year_before_is_no_run_of_quarters():
    asker = of_texts(
        news("5/BC-SNV", "15/3/2021", "quý I năm 2021", "Sở tiếp nhận 100 hồ sơ.", office="Sở Nội vụ tỉnh Hưng Hòa"),
        news(
            "6/BC-SNV",
            "15/6/2021",
            "6 tháng đầu năm 2021",
            "6 tháng đầu năm 2021, Sở tiếp nhận 250 hồ sơ, tăng 50 hồ sơ (25%) so với cùng kỳ năm 2020 (200 hồ sơ); riêng quý II tiếp nhận 150 hồ sơ.",
            office="Sở Nội vụ tỉnh Hưng Hòa",
        ),
    )
    told = Chat(asker).ask("6 tháng đầu năm 2021 tiếp nhận hồ sơ tăng thế nào so với cùng kỳ?").direct
    assert told.startswith("Tăng 50 hồ sơ (25,00%)")


def test_two_periods_of_two_bodies_are_told_as_no_run():
    assert "30" not in ask("Quý I và quý III năm 2021 tiếp nhận bao nhiêu hồ sơ?")


def _quarters(office: str, first: int, second: int) -> tuple[str, str]:
    return (
        news("5/BC-VP", "15/3/2019", "quý I năm 2019", f"Toàn tỉnh tiếp nhận {first} hồ sơ.", office=office),
        news("9/BC-VP", "15/6/2019", "quý II năm 2019", f"Toàn tỉnh tiếp nhận {second} hồ sơ.", office=office),
    )


TWO_PROVINCES = of_texts(
    *_quarters("Văn phòng UBND tỉnh Hưng Hòa", 700, 800), *_quarters("Văn phòng UBND tỉnh Sơn Lĩnh", 400, 350)
)
RUN = "Số hồ sơ tiếp nhận toàn tỉnh từ quý I đến quý II năm 2019 diễn biến ra sao?"


def test_where_two_provinces_tell_a_run_it_is_asked_which_is_meant():
    answer = Chat(TWO_PROVINCES).ask(RUN)
    assert [choice.label for choice in answer.choices] == ["tỉnh Hưng Hòa", "tỉnh Sơn Lĩnh"]


def test_the_button_of_a_province_asks_for_its_run():
    chosen = Chat(TWO_PROVINCES).ask(RUN).choices[1]
    assert Chat(TWO_PROVINCES).ask(chosen.question).direct.startswith("Giảm từ 400 hồ sơ (quý I/2019)")


def test_two_provinces_are_not_held_against_each_other_as_two_times_of_one():
    first, _ = _quarters("Văn phòng UBND tỉnh Hưng Hòa", 700, 800)
    _, second = _quarters("Văn phòng UBND tỉnh Sơn Lĩnh", 400, 350)
    answer = Chat(of_texts(first, second)).ask("Quý II/2019 so với quý I/2019 hồ sơ tiếp nhận tăng giảm bao nhiêu?")
    assert "350" not in answer.direct


def test_a_run_is_looked_for_among_the_figures_of_its_own_time():
    later = [
        news("7/BC-VP", "15/3/2021", f"năm {year}", f"Năm {year} toàn tỉnh tiếp nhận {year} hồ sơ.")
        for year in range(2012, 2019)
    ]
    answer = Chat(of_texts(*later, *_quarters("Văn phòng UBND tỉnh Hưng Hòa", 700, 800))).ask(RUN)
    assert answer.direct == "Tăng từ 700 hồ sơ (quý I/2019) lên 800 hồ sơ (quý II/2019)"


def test_what_adds_up_through_the_year_is_no_rise():
    office = "UBND tỉnh Hưng Hòa"
    store = of_texts(
        news("10/BC-UBND", "15/3/2021", "quý I năm 2021", "Toàn tỉnh tiếp nhận 10.200 hồ sơ.", office=office),
        news("41/BC-UBND", "15/9/2021", "9 tháng năm 2021", "Toàn tỉnh tiếp nhận 33.100 hồ sơ.", office=office),
    )
    told = Chat(store).ask("Số hồ sơ tiếp nhận năm 2021 diễn biến ra sao").direct
    assert told.startswith("Cộng dồn từ đầu năm: 10.200 hồ sơ")
    assert "Tăng" not in told


def _work(number: str, day: str, period: str, *told: str) -> str:
    return news(number, day, period, *told, office="Sở Nội vụ tỉnh Hưng Hòa")


PLAN = of_texts(
    _work(
        "1/BC-SNV",
        "15/3/2022",
        "quý I năm 2022",
        "Kế hoạch cải cách hành chính năm 2022 đề ra 42 nhiệm vụ. Hết quý I đã hoàn thành 07 nhiệm vụ, đạt 16,67%.",
        "Biên chế giao 46; có mặt 42.",
    ),
    _work("2/BC-SNV", "15/6/2022", "quý II năm 2022", "Đến hết quý II, 19/42 nhiệm vụ của Kế hoạch đã xong (45,24%)."),
    _work("3/BC-SNV", "15/9/2022", "quý III năm 2022", "Tiến độ Kế hoạch năm: 30/42 nhiệm vụ đã hoàn thành."),
    _work(
        "4/BC-SNV",
        "15/12/2022",
        "quý IV năm 2022",
        "Trong 42 nhiệm vụ của Kế hoạch cải cách hành chính năm 2022, có 40 nhiệm vụ hoàn thành (95,24%).",
        "Biên chế giao 46; có mặt 41.",
    ),
)


def test_a_part_that_its_share_proves_to_be_of_the_named_whole_is_a_point_of_the_run():
    told = Chat(PLAN).ask("Tiến độ 42 nhiệm vụ Kế hoạch cải cách hành chính năm 2022 qua các quý thế nào?").direct
    assert told == "Tăng từ 07 nhiệm vụ (quý I/2022) lên 40 nhiệm vụ (quý IV/2022)"


def test_who_is_there_in_a_month_is_told_by_the_report_that_ends_in_it():
    told = Chat(PLAN).ask("Biên chế có mặt của Sở Nội vụ tháng 12/2022 so với tháng 3/2022 tăng hay giảm?").direct
    assert told.startswith("Giảm 1")


def test_the_course_of_a_plan_has_what_was_done_of_all_that_its_sentence_counts():
    plan = "Kế hoạch số 15/KH-SNV"
    store = of_texts(
        _work("1/BC-SNV", "15/3/2022", "quý I năm 2022", f"Hoàn thành 06/28 nhiệm vụ của {plan}."),
        _work(
            "2/BC-SNV",
            "15/6/2022",
            "quý II năm 2022",
            f"Sau sáu tháng, 13 trên tổng số 28 nhiệm vụ của {plan} đã hoàn thành.",
        ),
        _work("4/BC-SNV", "15/12/2022", "năm 2022", f"Trong 28 nhiệm vụ của {plan}, hoàn thành 27 nhiệm vụ (96,43%)."),
    )
    told = Chat(store).ask("Tiến độ hoàn thành Kế hoạch 15/KH-SNV qua từng báo cáo?").direct
    assert told.startswith("06/28 nhiệm vụ (quý I/2022) → 13 trên tổng số 28 nhiệm vụ (quý II/2022) → 27 nhiệm vụ")


def test_where_it_was_handed_in_is_no_other_side_of_two_times():
    def of(number: str, day: str, period: str, own: int, whole: int) -> str:
        rows = f"| Cơ quan | Tiếp nhận |\n|---|---|\n| Sở Xây dựng | {own} |\n| Sở Tư pháp | 120 |\n| Cộng | {whole} |"
        told = f"Trung tâm Phục vụ hành chính công tỉnh tiếp nhận {whole} hồ sơ.\n\nHồ sơ theo cơ quan:\n\n{rows}"
        return news(number, day, period, told, office="Văn phòng UBND tỉnh Hưng Hòa")

    store = of_texts(
        of("1/BC-VP", "15/3/2022", "quý I năm 2022", 310, 430), of("2/BC-VP", "15/6/2022", "quý II năm 2022", 290, 410)
    )
    told = Chat(store).ask("Sở Xây dựng tiếp nhận tại Trung tâm quý II/2022 so với quý I/2022 thế nào?").direct
    assert told.startswith("Giảm 20")


def test_a_run_of_dossiers_has_no_point_of_procedures():
    store = of_texts(
        news(
            "71/BC-TTPVHCC",
            "20/9/2024",
            "quý III năm 2024",
            "Tiếp nhận 18.645 hồ sơ, tăng 1.441 hồ sơ (8,38%) so với quý II/2024 (17.204 hồ sơ).",
            "Trung tâm có 32 quầy giao dịch, tiếp nhận 1.486 thủ tục hành chính của 18 sở, ban, ngành.",
            office="Trung tâm Phục vụ hành chính công tỉnh Hưng Hòa",
        )
    )
    told = Chat(store).ask("Quý III/2024 so với quý II/2024 tiếp nhận tăng hay giảm bao nhiêu?").direct
    assert "1.486" not in told
    assert "18.645" in told or "1.441" in told


def test_the_late_of_which_two_parts_are_told_are_a_point_of_their_run():
    def of(number: str, day: str, period: str, late: int, open_: int) -> str:
        told = f"Đã giải quyết 9.287 hồ sơ, trong đó quá hạn {late}. Đang giải quyết 667 hồ sơ (quá hạn {open_})."
        letters = f"Thư xin lỗi: {late - 7}/{late} hồ sơ quá hạn. Hồ sơ đất đai quá hạn chiếm {late - 29}/{late} hồ sơ."
        return news(number, day, period, told, letters, office="Trung tâm Phục vụ hành chính công tỉnh Hưng Hòa")

    store = of_texts(
        of("1/BC-TT", "15/9/2024", "quý III năm 2024", 81, 12), of("2/BC-TT", "15/12/2024", "quý IV năm 2024", 68, 9)
    )
    told = Chat(store).ask("Hồ sơ quá hạn tại Trung tâm quý III/2024, quý IV/2024 diễn biến thế nào?").direct
    assert told == "Giảm từ 81 hồ sơ (quý III/2024) xuống 68 hồ sơ (quý IV/2024)"


def test_a_line_called_by_its_number_is_no_number_of_what_came_in():
    store = of_texts(
        news(
            "205/BC-UBND",
            "14/6/2024",
            "6 tháng đầu năm 2024",
            "Hệ thống 1022 tiếp nhận 2.316 phản ánh, kiến nghị, đã xử lý 2.224.",
            office="UBND tỉnh Hưng Hòa",
        )
    )
    told = Chat(store).ask("Hệ thống 1022 nửa đầu năm 2024 nhận bao nhiêu phản ánh, kiến nghị?").direct
    assert told.startswith("2.316")


TABLE = """UBND TỈNH ĐẦM SEN
VĂN PHÒNG
Số: 91/BC-VP
Đầm Sen, ngày 12 tháng 9 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý III năm 2021

Kết quả giải quyết như sau:

| Chỉ tiêu | Quý II/2021 | Quý III/2021 |
|---|---|---|
| Hồ sơ tiếp nhận | 1.200 | 1.350 |
| Hồ sơ đã giải quyết | 1.100 | 1.300 |
"""


def test_a_difference_of_cells_is_told_with_its_unit_and_with_the_headings_above_the_row():
    answer = Chat(of_texts(TABLE)).ask("Quý III tiếp nhận tăng bao nhiêu hồ sơ so với quý II?")
    assert answer.direct.startswith("Tăng 150 hồ sơ (12,50%)")
    assert [one.text for one in answer.quotes] == [
        "Chỉ tiêu | Quý II/2021 | Quý III/2021",
        "Hồ sơ tiếp nhận | 1.200 | 1.350",
    ]
