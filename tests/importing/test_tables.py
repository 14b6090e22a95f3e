"""The numbers of a table keep the heading of their column and the name of their row."""

from decimal import Decimal

from knowledge.facts import Figure, Measure, Period, PeriodKind
from knowledge.grammar.year_parts import make_period
from tests.importing.pages import figure, figures, tell

FIRST, SECOND = (make_period(PeriodKind.QUARTER, i, 2021) for i in (1, 2))


def table(caption: str, *rows: str) -> list[Figure]:
    return figures(tell(caption, "\n".join(row.replace(" | ", "\t") for row in rows)))


def cells(found: list[Figure]) -> list[tuple[Decimal, Period | None]]:
    return [(f.value, f.period) for f in found]


DISTRICTS = (
    "Kết quả giải quyết hồ sơ của các huyện như sau:",
    "STT | Đơn vị | Tiếp nhận | Trễ hạn | Tỷ lệ đúng hạn (%)",
    "1 | Huyện Bàu Sen | 812 | 14 | 98,3",
    "2 | Huyện Cồn Rộc | 640 | 2 | 99,7",
)


def test_a_cell_has_the_words_of_its_column_and_row():
    found = table(*DISTRICTS)[1]
    assert (found.value, found.label) == (14, "Huyện Bàu Sen Trễ hạn")


def test_a_cell_is_of_the_body_that_its_row_names():
    assert [f.organisation for f in table(*DISTRICTS)] == ["Huyện Bàu Sen"] * 3 + ["Huyện Cồn Rộc"] * 3


def test_a_running_number_is_no_figure():
    assert [f.value for f in table(*DISTRICTS)[:3]] == [812, 14, Decimal("98.3")]


def test_a_unit_in_a_columns_heading_is_the_cells():
    found = table(*DISTRICTS)[2]
    assert (found.measure, found.unit, found.written) == (Measure.SHARE, "%", "98,3%")


def test_columns_may_be_periods():
    found = table(
        "Kết quả tiếp nhận hồ sơ hai quý:",
        "Chỉ tiêu | Quý I/2021 | Quý II/2021",
        "Hồ sơ tiếp nhận | 2.300 | 2.400",
        "Tỷ lệ trực tuyến (%) | 58,1 | 62,5",
    )
    assert cells(found) == [(2300, FIRST), (2400, SECOND), (Decimal("58.1"), FIRST), (Decimal("62.5"), SECOND)]


def test_where_columns_are_periods_the_row_says_what_is_counted():
    rows = ("Nội dung | Quý I/2021 | Quý II/2021", "Tiếp nhận mới | 2.318 | 2.886", "Trong đó quá hạn | 91 | 72")
    found = table("Kết quả tại Bộ phận Một cửa huyện:", *rows)
    assert [f.written for f in found] == ["2.318 hồ sơ", "2.886 hồ sơ", "91 hồ sơ", "72 hồ sơ"]
    others = table("Kết quả thực hiện nhiệm vụ được giao:", rows[0], "Giải quyết đúng hạn | 18 | 20")
    assert [f.unit for f in others] == ["", ""]


def test_rows_may_be_periods():
    found = table(
        "Số hồ sơ tiếp nhận theo quý:", "Quý | Số hồ sơ | Trực tuyến", "I | 2.300 | 1.336", "II | 2.400 | 1.500"
    )
    assert cells(found) == [(2300, FIRST), (1336, FIRST), (2400, SECOND), (1500, SECOND)]


def test_a_row_may_be_the_whole_year():
    found = table("Số hồ sơ tiếp nhận theo kỳ:", "Kỳ | Số hồ sơ", "Quý I | 2.300", "Cả năm | 9.100")
    assert cells(found) == [(2300, FIRST), (9100, make_period(PeriodKind.YEAR, 0, 2021))]


def test_a_unit_in_brackets_of_a_rows_name_is_the_cells():
    found = table("Một số kết quả:", "Nội dung | Kết quả", "Tinh giản biên chế (người) | 12", "Phiếu hài lòng (%) | 97")
    assert [f.unit for f in found] == ["người", "%"]


def test_a_column_of_targets_is_no_result():
    found = table(
        "Thực hiện chỉ tiêu:", "Chỉ tiêu | Mục tiêu | Kết quả", "Hồ sơ trực tuyến (%) | 50 | 62", "Ký số (%) | 90 | 95"
    )
    assert [f.measure for f in found] == [Measure.TARGET, Measure.SHARE] * 2


def test_dates_in_a_table_are_no_figures():
    found = table(
        "Các lớp tập huấn:", "Lớp | Ngày mở | Số người", "Một cửa | 12/4/2021 | 60", "Lưu trữ | 20/5/2021 | 45"
    )
    assert [f.value for f in found] == [60, 45]


def test_the_place_of_a_cell_is_the_cell():
    reading = tell(DISTRICTS[0], "\n".join(row.replace(" | ", "\t") for row in DISTRICTS[1:]))
    assert figure(reading, "14").span.cut(reading.text) == "14"


def test_the_total_of_the_districts_is_not_the_figure_of_the_desk_spoken_of_before():
    reading = tell(
        "Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.",
        DISTRICTS[0],
        "\n".join(row.replace(" | ", "\t") for row in (*DISTRICTS[1:], " | Tổng cộng | 1.452 | 16 | 98,9")),
    )
    assert figure(reading, "1.452").organisation is None


RANKS = (
    "Kết quả của một số tỉnh:",
    "Tỉnh | PAR INDEX 2021 (%) | Hạng 2021 | SIPAS 2021 (%) | Hạng SIPAS",
    "Hưng Hòa | 86,27 | 24 | 88,14 | 19",
    "Sóc Châu | 84,66 | 41 | 85,20 | 44",
)


def test_a_bare_name_under_a_level_is_a_place_of_that_level():
    assert {f.organisation for f in table(*RANKS)} == {"tỉnh Hưng Hòa", "tỉnh Sóc Châu"}


def test_a_rank_without_a_name_is_that_of_the_index_before_it():
    assert table(*RANKS)[1].label == "Hưng Hòa Hạng PAR INDEX"


BY_LEVEL = (
    "Kết quả giải quyết chia theo cấp:",
    "Cấp | Tiếp nhận | Giải quyết | Trễ hạn",
    "Cấp tỉnh | 138.204 | 136.117 | 2.586",
    "Cấp huyện | 186.955 | 183.402 | 4.218",
)


def test_what_is_resolved_beside_what_was_received_is_dossiers():
    assert {f.unit for f in table(*BY_LEVEL)} == {"hồ sơ"}


LEVELS = ("Nội dung | Thị xã | Phường, xã | Cộng", "Hồ sơ tiếp nhận | 310 | 590 | 900")


def test_columns_of_levels_say_which_level_they_count():
    labels = [f.label for f in table("Kết quả một cửa:", *LEVELS)]
    assert labels == [
        "Hồ sơ tiếp nhận Thị xã cấp huyện",
        "Hồ sơ tiếp nhận Phường, xã cấp xã",
        "Hồ sơ tiếp nhận Cộng các cấp",
    ]


def test_a_table_of_levels_is_of_no_one_desk():
    told = tell("Bộ phận Một cửa thị xã tiếp nhận 310 hồ sơ.", "\n".join(row.replace(" | ", "\t") for row in LEVELS))
    assert {f.organisation for f in figures(told)[1:]} == {None}


def test_a_row_with_a_mark_is_a_part_of_the_row_above_without_it():
    found = table(
        "Kết quả hồ sơ trong quý II:",
        "Chỉ tiêu | Số hồ sơ | Tỷ lệ",
        "- Tiếp nhận mới | 900 | 100%",
        "+ Trực tuyến | 300 | 33,3%",
        "Đã giải quyết | 800 | 100%",
        "+ Quá hạn | 8 | 1,0%",
    )
    heads = {f.label.split(" Số")[0]: f.head for f in found if f.measure is Measure.COUNT}
    assert heads == {
        "Tiếp nhận mới": "Kết quả hồ sơ trong quý II:",
        "Trực tuyến": "Kết quả hồ sơ trong quý II: Tiếp nhận mới",
        "Đã giải quyết": "Kết quả hồ sơ trong quý II:",
        "Quá hạn": "Kết quả hồ sơ trong quý II: Đã giải quyết",
    }


QUARTERS = (
    "Toàn tỉnh tiếp nhận 175.585 hồ sơ, chia theo quý:",
    "Quý năm 2021 | Hồ sơ tiếp nhận | Hồ sơ quá hạn",
    "I | 84.310 | 874",
    "II (đến ngày 15/6) | 91.275 | 596",
)


def test_rows_under_a_heading_of_quarters_are_of_each_quarter():
    found = table(*QUARTERS)
    assert cells(found[-4:]) == [(84310, FIRST), (874, FIRST), (91275, SECOND), (596, SECOND)]


def test_rows_under_a_column_of_levels_are_those_levels():
    found = table("Kết quả theo cấp:", "Cấp | Tiếp nhận | Trễ hạn", "Quận | 812 | 14", "Phường | 640 | 2")
    assert [f.label for f in found[::2]] == ["Cấp quận Tiếp nhận", "Cấp phường Tiếp nhận"]


def test_what_is_late_beside_a_column_of_petitions_is_no_dossier():
    found = table("Kết quả sáu tháng như sau:", "Đơn vị | Tổng số PAKN | Đã xử lý | Quá hạn", "Sở Y tế | 45 | 40 | 2")
    assert [f.unit for f in found][-1] == "phản ánh"


def test_a_row_of_a_district_and_a_commune_is_the_communes():
    found = table(
        "Hồ sơ quá hạn như sau:", "TT | Huyện | Xã | Quá hạn", "1 | Nà Hin | Kon Lơm | 5", "2 | Cồn Rộc | Bàu Sen | 3"
    )
    assert [f.organisation for f in found] == ["xã Kon Lơm", "xã Bàu Sen"]
