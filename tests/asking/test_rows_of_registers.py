"""Rows of a register by all that a question says of them: state, body, type, time, and whose register it is."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

REGISTER = """SỔ THEO DÕI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH ĐƯỢC GIAO NĂM 2022 CỦA XÃ BÀU SEN

(Kèm theo Thông báo số 88/TB-VP ngày 02/10/2022 của Văn phòng UBND xã Bàu Sen; cập nhật đến ngày 30/9/2022)

| STT | Số hiệu | Ngày ban hành | Cơ quan ban hành | Nội dung nhiệm vụ | Đơn vị chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|---|---|
| 1 | 05/KH-UBND | 08/01/2022 | UBND xã Bàu Sen | Kế hoạch cải cách hành chính năm 2022 | Văn phòng UBND xã | 31/12/2022 | Đang thực hiện |
| 2 | 31/QĐ-UBND | 10/02/2022 | UBND tỉnh | Quy định chức năng của bộ phận một cửa | Phòng Kinh tế | 31/3/2022 | Đã hoàn thành |
| 3 | 118/UBND-KT | 03/4/2022 | UBND tỉnh | Xử lý 04 trụ sở dôi dư | Phòng Kinh tế | 15/9/2022 | Quá hạn, chưa hoàn thành |
| 4 | 201/UBND-KT | 07/7/2022 | UBND xã Bàu Sen | Rà soát hồ sơ đất đai tồn đọng | Phòng Kinh tế | 31/10/2022 | Đang thực hiện |
"""
REPORT = news(
    "231/BC-UBND",
    "17/9/2022",
    "quý III năm 2022",
    "Xã ban hành Kế hoạch số 77/KH-UBND ngày 12/8/2022 về tuyên truyền; UBND tỉnh ban hành Quyết định số 410/QĐ-UBND ngày 15/8/2022 về phân cấp.",
    "Nhiệm vụ quý IV năm 2022: Rà soát 67 hồ sơ đất đai tồn đọng, xong trước ngày 15/11/2022 (Phòng Kinh tế).",
    office="UBND xã Bàu Sen",
)
ASKER = of_texts(REGISTER, REPORT)


def _lines(question: str) -> list[str]:
    told = ask(question, asker=ASKER, today=date(2022, 10, 5))
    return [line.split(". ", 1)[1].split(":")[0] for line in told.lines]


def _long(rows: int) -> str:
    """A register of that many rows, all of them overdue by 2022."""
    told = (
        f"| {n}/UBND-NC | 05/02/2021 | Việc thứ {n} | Sở Nội vụ | 15/3/2021 | Đang thực hiện |"
        for n in range(1, rows + 1)
    )
    head = "BẢNG THEO DÕI VĂN BẢN NĂM 2021 CỦA TỈNH HƯNG HÒA (cập nhật đến ngày 30/3/2021)\n\n"
    columns = "| Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |\n|---|---|---|---|---|---|\n"
    return head + columns + "\n".join(told) + "\n"


LATE = """BẢNG THEO DÕI VĂN BẢN NĂM 2021 CỦA TỈNH HƯNG HÒA (cập nhật đến ngày 30/8/2021)

| Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|
| 11/UBND-NC | 05/02/2021 | Rà soát quỹ nhà | Sở Xây dựng | 30/6/2021 | Đang thực hiện |
| 12/UBND-NC | 06/02/2021 | Kiểm kê đất | Sở Tài nguyên và Môi trường | 31/7/2021 | Quá hạn |
| 13/UBND-NC | 07/02/2021 | Sửa cầu | Sở Xây dựng | 30/6/2021 | Đã hoàn thành |
| 14/UBND-NC | 08/02/2021 | Thu gom rác | Sở Xây dựng | 30/9/2021 | Đang thực hiện |
"""


def test_what_was_overdue_by_its_day_when_the_register_was_kept_is_listed_with_what_is_called_so():
    told = ask("trong sổ theo dõi việc nào quá hạn?", asker=of_texts(LATE), today=date(2026, 11, 29))
    assert told.direct == "2 văn bản tính đến 30/08/2021"
    assert [line.split(":")[0] for line in told.lines] == ["1. 11/UBND-NC", "2. 12/UBND-NC"]


def test_what_is_overdue_by_now_is_told_with_the_day_and_with_that_of_the_register():
    told = ask("có văn bản nào quá hạn không", asker=of_texts(LATE), today=date(2026, 11, 29))
    assert told.direct == "3 văn bản"
    assert told.context == "tính đến 29/11/2026; theo số liệu cập nhật đến 30/08/2021"


def test_what_is_under_way_is_told_without_a_day():
    assert ask("văn bản nào đang thực hiện", asker=of_texts(LATE), today=date(2026, 11, 29)).context == ""


@pytest.mark.parametrize("question", ["có văn bản nào quá hạn không", "trong bảng theo dõi việc nào đang thực hiện?"])
def test_a_list_says_how_many_rows_it_leaves_out(question):
    told = ask(question, asker=of_texts(_long(1_203)), today=date(2022, 10, 5))
    assert (told.direct.split(" văn bản")[0], len(told.lines) + told.left_out) == ("1.203", 1_203)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những nhiệm vụ nào đã quá hạn tính đến 30/9/2022 trong sổ theo dõi của xã Bàu Sen?", ["118/UBND-KT"]),
        ("nhung nhiem vu da hoan thanh trong so theo doi nam 2022 cua xa", ["31/QĐ-UBND"]),
        ("van ban da hoan thanh trong so theo doi nhiem vu 2022 la nhung van ban nao", ["31/QĐ-UBND"]),
        ("Những kế hoạch, văn bản nào đang quá hạn trong sổ theo dõi?", ["118/UBND-KT"]),
        ("Các văn bản và quyết định nào đang thực hiện trong sổ theo dõi?", ["05/KH-UBND", "201/UBND-KT"]),
        ("Trong danh mục văn bản có cái nào quá hạn?", ["118/UBND-KT"]),
        ("vb nao trong so theo doi 2022 lam xong roi", ["31/QĐ-UBND"]),
        ("Tháng này có văn bản nào đến hạn trong sổ theo dõi?", ["201/UBND-KT"]),
        ("UBND xã Bàu Sen đã ban hành những văn bản gì trong danh mục?", ["05/KH-UBND", "201/UBND-KT"]),
        ("Năm 2022 ban hành những quyết định nào trong sổ theo dõi?", ["31/QĐ-UBND"]),
        ("Những nhiệm vụ nào đang quá hạn trong danh mục UBND tỉnh giao năm 2022?", ["118/UBND-KT"]),
        (
            "Phòng Kinh tế làm đầu mối những việc nào trong danh mục nhiệm vụ năm 2022?",
            ["31/QĐ-UBND", "118/UBND-KT", "201/UBND-KT"],
        ),
    ],
)
def test_the_rows_of_which_all_that_is_asked_is_so_are_listed(question, rows):
    assert _lines(question) == rows


@pytest.mark.parametrize(
    "question",
    [
        "Trong sổ theo dõi có việc nào về hộ tịch quá hạn?",
        "Trong sổ theo dõi năm 2021 có việc nào quá hạn?",
    ],
)
def test_nothing_that_is_asked_for_is_passed_over(question):
    assert "118/UBND-KT" not in "".join(_lines(question))


def test_a_state_just_as_the_register_writes_it_is_asked_for():
    register = REGISTER.replace("31/3/2022 | Đã hoàn thành", "31/3/2022 | Hết hiệu lực")
    told = ask("Văn bản nào trong danh mục đã hết hiệu lực?", asker=of_texts(register), today=date(2022, 10, 5))
    assert ["31/QĐ-UBND" in line for line in told.lines] == [True]


def test_what_several_registers_list_is_not_told_by_one():
    other = REGISTER.replace("BÀU SEN", "ĐỒNG SÀO").replace("Bàu Sen", "Đồng Sào").replace("88/TB-VP", "90/TB-VP")
    told = ask("Trong sổ theo dõi ban hành những quyết định nào?", asker=of_texts(REGISTER, other))
    assert not is_answered(told) or len(told.lines) != 1


def test_documents_of_one_type_or_any_other_that_a_report_names_are_all_listed():
    told = ask("Báo cáo quý III/2022 của UBND xã Bàu Sen nêu những văn bản, kế hoạch nào?", asker=ASKER)
    assert ["77/KH-UBND" in told.lines[0], "410/QĐ-UBND" in told.lines[1]] == [True, True]


PLAN = """SỔ THEO DÕI KẾ HOẠCH NĂM 2022

(Kèm theo Thông báo số 90/TB-STP ngày 02/10/2022 của Sở Tư pháp tỉnh Hưng Hòa)

| STT | Số ký hiệu | Ngày ban hành | Nội dung | Đơn vị chủ trì | Thời hạn | Tiến độ | Trạng thái |
|---|---|---|---|---|---|---|---|
| 1 | 22/KH-STP | 23/01/2022 | Số hóa hồ sơ hộ tịch đợt 2 | Sở Tư pháp | 15/9/2022 | 95% | Quá hạn |
| 2 | 31/KH-UBND | 05/02/2022 | Tuyên truyền pháp luật | Sở Tư pháp | 31/12/2022 | 0% | Chưa thực hiện |
"""
DIGITISED = [
    news(number, day, quarter, f"Sở Tư pháp số hóa hồ sơ hộ tịch đạt {share}%.", office="Sở Tư pháp tỉnh Hưng Hòa")
    for number, day, quarter, share in (
        ("12/BC-STP", "17/6/2022", "quý II năm 2022", "59,35"),
        ("34/BC-STP", "17/9/2022", "quý III năm 2022", "84,1"),
    )
]
PLANS = of_texts(PLAN, *DIGITISED)


def test_how_a_matter_went_over_reports_is_no_row_of_a_register():
    told = ask("Tiến độ số hóa hồ sơ hộ tịch của Sở Tư pháp qua các báo cáo?", asker=PLANS)
    assert [share in told.direct for share in ("59,35%", "84,1%")] == [True, True]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kế hoạch 31/KH-UBND triển khai đến đâu rồi?", "Chưa thực hiện (0%)"),
        ("Kế hoạch 22/KH-STP tiến độ bao nhiêu rồi?", "Quá hạn (95%)"),
        ("How far is Plan 22/KH-STP?", "(95%)"),
    ],
)
def test_how_far_a_row_is_tells_its_state_and_its_share(question: str, said: str):
    assert said in ask(question, asker=PLANS).direct
