"""What is near to what was asked and is not it: a share of the late, another prize, a number that was given, a plan for a thing."""

from datetime import date

import pytest

from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

REPORT = """UBND TỈNH BẾN ĐÁ
SỞ NỘI VỤ
Số: {number}/BC-SNV
Bến Đá, ngày {day}
BÁO CÁO
Công tác cải cách hành chính {period}
1. Kế hoạch số 9/KH-UBND giao 40 nhiệm vụ, {done} nhiệm vụ.
2. Toàn tỉnh giải quyết {settled} hồ sơ, trễ hạn {late} hồ sơ ({share}%).
3. Hồ sơ trễ hạn ở cấp huyện chiếm 61,20% tổng số hồ sơ trễ hạn toàn tỉnh.
4. {contest}
5. {kiosk}
6. Huyện Cù Lao sáp nhập 12 ấp thành 05 ấp.
"""
FIRST = REPORT.format(
    number=31,
    day="15 tháng 3 năm 2023",
    period="quý I năm 2023",
    done="hết quý I hoàn thành 8/40",
    settled="5.000",
    late="120",
    contest="Hội thi công chức một cửa giỏi có 14 đội tham gia; giải Nhất thuộc về huyện Cù Lao.",
    share="2,40",
    kiosk="Ki-ốt tra cứu tại sảnh chưa vận hành như dự kiến, thời gian vận hành lùi sang tháng 6/2023.",
)
SECOND = REPORT.format(
    number=64,
    day="14 tháng 6 năm 2023",
    period="quý II năm 2023",
    done="lũy kế hết quý II hoàn thành 19/40",
    settled="5.400",
    late="90",
    contest="Sở tập huấn cho 214 công chức.",
    share="1,67",
    kiosk="Ki-ốt tra cứu tại sảnh vận hành chính thức từ ngày 05/6/2023.",
)
REGISTER = """SỔ THEO DÕI VĂN BẢN CẢI CÁCH HÀNH CHÍNH NĂM 2023
Kèm theo Thông báo số 77/TB-SNV ngày 20/6/2023 của Sở Nội vụ tỉnh Bến Đá
| STT | Số văn bản | Ngày ban hành | Nội dung | Cơ quan chủ trì | Hạn hoàn thành | Tình trạng | Ghi chú |
|---|---|---|---|---|---|---|---|
| 1 | 55/QĐ-UBND | 01/6/2023 | Quy chế quản lý, vận hành ki-ốt tra cứu | Sở Nội vụ | 30/6/2023 | Đã hoàn thành | |
| 2 | 58/UBND-NC | 03/6/2023 | Rà soát trụ sở dôi dư | Sở Tài chính | 30/9/2023 | Đang thực hiện | Đã rà soát 12/31 trụ sở |
"""
ASKER = of_texts(FIRST, SECOND, REGISTER)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tỷ lệ trễ hạn toàn tỉnh quý I/2023?", "2,40%"),
        ("Hồ sơ trễ hạn cấp huyện chiếm bao nhiêu phần trăm tổng số hồ sơ trễ hạn quý I/2023?", "61,20%"),
        ("Huyện nào giải Nhất hội thi một cửa giỏi?", "huyện Cù Lao"),
        (
            "Kế hoạch 9/KH-UBND hoàn thành bao nhiêu nhiệm vụ qua từng quý năm 2023?",
            "Tăng từ 8/40 nhiệm vụ (quý I/2023)",
        ),
        ("Trễ hạn toàn tỉnh từ quý I/2023 sang quý II/2023 bớt được mấy hồ sơ?", "Giảm 30 hồ sơ"),
        ("Theo báo cáo 31/BC-SNV thì ki-ốt tra cứu bao giờ mới chạy?", "lùi sang tháng 6/2023"),
        ("Tại báo cáo 31/BC-SNV ki-ốt tra cứu vận hành tới đâu?", "chưa vận hành"),
        ("Ki-ốt tra cứu vận hành chưa?", "từ ngày 05/6/2023"),
        ("Công văn 58/UBND-NC nội dung?", "Rà soát trụ sở dôi dư"),
    ],
)
def test_what_is_asked_is_told(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question",
    [
        "Huyện nào giải Nhì hội thi một cửa giỏi?",
        "Sở tiếp nhận xong chưa?",
        "Bảng theo dõi nhiệm vụ năm 2023 cập nhật đến bao giờ?",
    ],
)
def test_what_is_only_near_answers_nothing(question):
    assert not is_answered(ask(question, asker=ASKER))


def test_how_many_there_became_is_never_the_number_that_was_given():
    assert not ask("Huyện Cù Lao sáp nhập 12 ấp thành mấy ấp?", asker=ASKER).direct.startswith("12")


def test_a_register_is_none_of_the_reports_of_its_year():
    told = ask("Báo cáo của Sở Nội vụ năm 2023 ký ngày nào?", asker=ASKER)
    assert [choice.label.split(" ", 1)[0] for choice in told.choices] == ["64/BC-SNV", "31/BC-SNV"]


def test_a_register_is_cited_by_the_letter_that_it_went_out_with():
    told = ask("Công văn 58/UBND-NC tới đâu rồi?", asker=ASKER, today=date(2023, 7, 1))
    assert [quote.report for quote in told.quotes] == ["77/TB-SNV"]


def test_who_was_charged_with_it_may_be_asked_in_short():
    chat = Chat(ASKER)
    chat.ask("Công văn 58/UBND-NC về việc gì?")
    assert chat.ask("giao ai thế").direct.startswith("Sở Tài chính")


HELD = of_texts(
    news(
        "12/BC-VPUBND",
        "10/12/2019",
        "năm 2019",
        "Kế hoạch cải cách hành chính năm 2019 có 48 nhiệm vụ; đã hoàn thành 45/48 nhiệm vụ, đạt 93,75%.",
        "Liên thông thuế đất giảm 05 ngày tại Chi nhánh huyện Gò Mây. Từ ngày 15/8/2019, cả 05 chi nhánh đã áp dụng liên thông thuế đất.",
        "NHIỆM VỤ NĂM 2020",
        "1. Hoàn thành số hóa hồ sơ trước ngày 30/6/2020.",
        "2. Ban hành Quy chế phối hợp.",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Năm 2019 tỉnh làm đủ 48 nhiệm vụ cải cách hành chính không?", "Không: 45/48 nhiệm vụ"),
        ("Liên thông thuế đất áp dụng đủ 5 chi nhánh chưa?", "Rồi: 05"),
    ],
)
def test_what_is_held_up_is_counted_in_its_own_unit(question, said):
    assert said in ask(question, asker=HELD).direct


def test_a_part_may_be_asked_for_with_what_it_is_among_behind():
    asker = of_texts(
        """UBND XÃ GÒ MÂY
Số: 12/BC-UBND
Gò Mây, ngày 14 tháng 6 năm 2024
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2024
1. Xã tiếp nhận 812 hồ sơ, trong đó đất đai 210 hồ sơ.
2. Trễ hạn 22 hồ sơ, trong đó đất đai 15 hồ sơ.
"""
    )
    chat = Chat(asker)
    chat.ask("6 tháng đầu năm 2024 xã Gò Mây trễ hạn bao nhiêu hồ sơ?")
    assert chat.ask("đất đai mấy cái trong đó").direct.startswith("15 hồ sơ")


def test_what_a_departments_and_a_communes_report_tell_alike_is_asked_back():
    head = (
        "{issuer}\nBến Đá, ngày 15 tháng 3 năm 2024\nBÁO CÁO\nCông tác cải cách hành chính quý I năm 2024\n1. {said}\n"
    )
    asker = of_texts(
        head.format(
            issuer="UBND TỈNH BẾN ĐÁ\nSỞ NỘI VỤ\nSố: 9/BC-SNV",
            said="Sở Nội vụ tiếp nhận trong quý I/2024 519 hồ sơ.",
        ),
        head.format(
            issuer="UBND XÃ GÒ MÂY\nSố: 12/BC-UBND",
            said="Trung tâm Phục vụ hành chính công xã Gò Mây tiếp nhận trong quý I/2024 482 hồ sơ.",
        ),
    )
    told = ask("Quý I/2024 tiếp nhận bao nhiêu hồ sơ?", asker=asker)
    assert not is_answered(told)
    assert len(told.choices) == 2


def test_the_days_that_a_number_covers_are_quoted_from_where_they_are_given():
    asker = of_texts(
        """UBND TỈNH BẾN ĐÁ
SỞ NỘI VỤ
Số: 9/BC-SNV
Bến Đá, ngày 22 tháng 12 năm 2023
BÁO CÁO
Công tác cải cách hành chính quý IV năm 2023
Sở báo cáo kết quả quý IV năm 2023 (số liệu từ ngày 21/9/2023 đến ngày 20/12/2023) như sau:
1. Sở tiếp nhận 2.674 hồ sơ.
"""
    )
    told = ask("2.674 hồ sơ là trong khoảng thời gian nào?", asker=asker)
    assert told.direct.startswith("Từ ngày 21/09/2023 đến ngày 20/12/2023")
    assert "từ ngày 21/9/2023 đến ngày 20/12/2023" in told.quotes[0].text


@pytest.mark.parametrize("some", ["trực tuyến", "nộp trực tuyến", "trễ hạn", "trước hạn"])
def test_a_share_of_some_dossiers_does_not_tell_how_many_are_so(some):
    asker = of_texts(
        "UBND TỈNH BẾN ĐÁ\nSỞ NỘI VỤ\nSố: 32/BC-SNV\nBến Đá, ngày 15 tháng 3 năm 2023\nBÁO CÁO\nCông tác cải cách hành chính quý I năm 2023\n"
        f"1. Hồ sơ cấp huyện chiếm 61,20% tổng số hồ sơ {some} toàn tỉnh.\n"
    )
    today = date(2023, 7, 1)
    assert not is_answered(ask(f"Tỷ lệ hồ sơ {some} toàn tỉnh quý I/2023?", asker=asker, today=today))
    share = f"Hồ sơ cấp huyện chiếm bao nhiêu phần trăm tổng số hồ sơ {some} quý I/2023?"
    assert ask(share, asker=asker, today=today).direct.startswith("61,20%")


@pytest.mark.parametrize(
    "question",
    [
        "số báo cáo quý II/2022 của Bộ Nội vụ",
        "báo cáo quý II/2022 của Sở Y tế",
        "Tóm tắt báo cáo quý II/2022 của Sở Y tế",
    ],
)
def test_a_report_that_is_asked_for_is_never_another_bodys(question):
    asker = of_texts(
        news(
            "41/BC-SGTVT",
            "10/6/2022",
            "quý II năm 2022",
            "Sở tiếp nhận 1.240 hồ sơ.",
            office="Sở Giao thông vận tải tỉnh Bến Đá",
        )
    )
    assert not is_answered(ask(question, asker=asker))


def test_a_place_that_no_report_names_is_called_as_it_was_typed():
    assert "Văn Bàn" in ask("huyện Văn Bàn quý I/2021 tiếp nhận bao nhiêu hồ sơ?").direct
