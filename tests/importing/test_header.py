"""What a report says of itself is read from its head or its news page; what it does not say stays open."""

from datetime import date

import pytest

from knowledge.facts import PeriodKind, ReportFacts, Window
from knowledge.grammar.year_parts import make_period
from knowledge.importing.header import Given
from tests.importing.pages import FORMAL, NEWS, read, report, tell

YEAR_REPORT = """UBND HUYỆN BÀU SEN
Số: 45/BC-UBND
Bàu Sen, ngày 10 tháng 12 năm 2020
BÁO CÁO
Công tác cải cách hành chính năm 2020

Theo yêu cầu của tỉnh Hưng Hòa, số liệu lấy từ ngày 15/12/2019 đến ngày 30/11/2020 như sau.

Huyện tiếp nhận 5.120 hồ sơ.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Bưởi
"""
CITY = """ỦY BAN NHÂN DÂN
THÀNH PHỐ LÂM KHÊ
Số: 7/BC-UBND
Lâm Khê, ngày 3 tháng 7 năm 2020
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2020

Các quận tiếp nhận 900 hồ sơ.
"""


def head(text: str, given: Given | None = None) -> ReportFacts:
    return read(text, given).report


def test_a_formal_head_gives_number_date_and_place():
    facts = head(FORMAL)
    assert (facts.number, facts.signed_on, facts.place) == ("88/BC-SNV", date(2021, 9, 12), "Lâm Khê")


def test_a_title_of_two_lines_is_one():
    assert head(FORMAL).title == (
        "Báo cáo kết quả công tác cải cách hành chính quý III, phương hướng nhiệm vụ quý IV năm 2021"
    )


def test_of_two_periods_in_a_title_the_first_is_the_reports():
    assert head(FORMAL).period == make_period(PeriodKind.QUARTER, 3, 2021)


def test_the_issuer_under_its_superior_body_has_the_superiors_place():
    assert (head(FORMAL).organisation, head(FORMAL).province) == ("Sở Nội vụ tỉnh Hưng Hòa", "Hưng Hòa")


@pytest.mark.parametrize(
    ("line", "organisation"),
    [
        ("UBND TỈNH HƯNG HÒA VĂN PHÒNG", "Văn phòng UBND tỉnh Hưng Hòa"),
        ("ỦY BAN NHÂN DÂN TỈNH HƯNG HÒA SỞ NỘI VỤ", "Sở Nội vụ tỉnh Hưng Hòa"),
    ],
)
def test_two_lines_that_ran_together_are_two_bodies(line, organisation):
    assert read(f"{line}\n\nSố: 88/BC-ABC\n\nBÁO CÁO\n\nKết quả quý III năm 2021\n").report.organisation == organisation


def test_the_level_of_an_issuer_and_its_superior_is_said_once():
    text = "VĂN PHÒNG UBND TỈNH HƯNG HÒA\nTRUNG TÂM HÀNH CHÍNH CÔNG TỈNH\nSố: 8/BC-TTHCC\nBÁO CÁO\nQuý I năm 2020\n\nTrung tâm nhận 9 hồ sơ.\n"
    assert head(text).organisation == "Trung tâm Hành chính công tỉnh Hưng Hòa"


def test_two_names_on_one_line_are_two_bodies():
    head = FORMAL.replace("UBND TỈNH HƯNG HÒA  ", "UBND TỈNH HƯNG HÒA — SỞ NỘI VỤ  ").replace("     SỞ NỘI VỤ     ", "")
    assert read(head + "Tỉnh tiếp nhận 12 hồ sơ.\n").report.organisation == "Sở Nội vụ tỉnh Hưng Hòa"


def test_an_office_is_named_with_the_body_that_it_serves():
    facts = head(FORMAL.replace("SỞ NỘI VỤ", "VĂN PHÒNG").replace("BC-SNV", "BC-VPUBND"))
    assert facts.organisation == "Văn phòng UBND tỉnh Hưng Hòa"


def test_the_menu_of_a_saved_page_is_no_title():
    menu = "Trang chủ | Tin tức | Cải cách hành chính | Công báo\n\nUBND tỉnh báo cáo kết quả cải cách hành chính quý III năm 2021\n"
    assert head(menu).title.startswith("UBND tỉnh báo cáo")


def test_a_register_is_called_by_its_title_though_it_says_when_it_was_brought_up_to_date():
    title = "SỔ THEO DÕI VĂN BẢN CỦA THỊ XÃ LÂM KHÊ (cập nhật đến ngày 15/3/2022)"
    assert head(f"{title}\n\nCộng: 07 văn bản; hoàn thành 02, tổng hợp quá hạn 01\n").title.startswith("Sổ theo dõi")


@pytest.mark.parametrize(
    "line",
    [
        "(Kèm theo Thông báo số 158/TB-SNV ngày 02/4/2026 của Sở Nội vụ tỉnh Hưng Hòa)",
        "Kèm theo Thông báo số 158/TB-SNV ngày 02/4/2026 của Sở Nội vụ tỉnh Hưng Hòa; cập nhật đến ngày 31/3/2026",
        "(Ban hành kèm theo Thông báo số 158/TB-SNV ngày 02/4/2026 của Sở Nội vụ)",
    ],
)
def test_an_annex_has_the_number_and_day_of_the_letter_that_it_went_out_with(line):
    read_of = head(f"# BẢNG GIAO NHIỆM VỤ NĂM 2026\n\n{line}\n\nTổng số: 09 nhiệm vụ.\n")
    assert (read_of.number, read_of.signed_on) == ("158/TB-SNV", date(2026, 4, 2))


def test_a_signer_stands_under_the_title_of_office():
    assert report("Sở đã rà soát 12 quy trình.").report.signer == "Vũ Thị Mận"


def test_a_signer_stands_under_a_whole_body_as_well():
    assert head(YEAR_REPORT).signer == "Trần Văn Bưởi"


def test_a_signer_stands_behind_the_titles_where_a_signature_runs_on_in_one_line():
    run_on = "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Trần Văn Bưởi"
    assert head(YEAR_REPORT.split("TM. ")[0] + run_on).signer == "Trần Văn Bưởi"


def test_a_district_reports_for_itself_within_the_province_that_it_names():
    facts = head(YEAR_REPORT)
    assert (facts.organisation, facts.province) == ("UBND huyện Bàu Sen", "Hưng Hòa")


def test_the_window_of_all_figures_is_the_reports():
    assert head(YEAR_REPORT).window == Window(date(2019, 12, 15), date(2020, 11, 30))


def test_a_report_of_a_year_has_the_year_as_its_period():
    assert head(YEAR_REPORT).period == make_period(PeriodKind.YEAR, 0, 2020)


def test_a_city_with_quan_has_a_provinces_rank():
    assert (head(CITY).organisation, head(CITY).province) == ("Ủy ban nhân dân thành phố Lâm Khê", "Lâm Khê")


def test_a_city_without_quan_is_no_province():
    facts = head(CITY.replace("Các quận", "Các phường"))
    assert facts.province is None


def test_a_news_page_has_two_dates():
    facts = head(NEWS)
    assert (facts.signed_on, facts.published_on) == (date(2021, 6, 15), date(2021, 6, 18))


def test_a_news_page_gives_the_number_and_issuer_of_the_report_that_it_tells_of():
    facts = head(NEWS)
    assert (facts.number, facts.organisation, facts.kind) == ("210/BC-VPUBND", "Văn phòng UBND tỉnh Hưng Hòa", "news")


def test_a_formal_report_is_not_published_on_a_day_of_its_text():
    assert report("Ngày 03/7/2021, tỉnh họp giao ban.").report.published_on is None


def test_a_sentence_on_procedures_gives_no_day_of_publication():
    facts = report("UBND tỉnh ban hành Quyết định số 3/QĐ-UBND ngày 05/7/2021 về danh mục thủ tục nội bộ.").report
    assert facts.published_on is None


@pytest.mark.parametrize("line", ["Ngày đăng: 1/1/0001", "Publish date: 01/01/0001 12:00:00 AM", "View count: 7.112"])
def test_placeholders_and_counters_are_no_dates(line):
    facts = head(f"Cải cách hành chính quý I/2020 tại Bàu Sen\n{line}\n\nHuyện đã họp.\n")
    assert (facts.published_on, facts.signed_on) == (None, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publish date: 05/04/2020", date(2020, 4, 5)),
        ("Cập nhật lúc: 14:05 05/04/2020", date(2020, 4, 5)),
        ("Thứ năm, 05/04/2020 | Lượt xem: 12", date(2020, 4, 5)),
        ("Chủ nhật, ngày 05/04/2020", date(2020, 4, 5)),
    ],
)
def test_portals_word_the_day_of_publication_in_many_ways(line, day):
    assert head(f"Cải cách hành chính quý I/2020 tại Bàu Sen\n{line}\n\nHuyện đã họp.\n").published_on == day


def test_what_neither_text_nor_importer_says_is_open():
    facts = head("Số liệu một cửa\n\nUBND xã tiếp nhận 30 hồ sơ.\n")
    assert (facts.number, facts.organisation, facts.province, facts.period, facts.signed_on) == (None,) * 5


def test_a_bare_province_is_never_guessed():
    assert head("Kết quả quý I/2020\n\nUBND tỉnh họp với các huyện.\n").province is None


def test_what_the_importer_says_fills_what_the_text_leaves_out():
    given = Given("UBND xã Đồng Cỏ", "Hưng Hòa", make_period(PeriodKind.MONTH, 5, 2020), "so-lieu.txt")
    facts = head("Số liệu một cửa\n\nUBND xã tiếp nhận 30 hồ sơ.\n", given)
    assert (facts.organisation, facts.province, facts.period, facts.source) == (
        given.organisation,
        given.province,
        given.period,
        given.source,
    )


def test_the_text_goes_before_what_the_importer_says():
    facts = head(FORMAL, Given("UBND xã Đồng Cỏ", "Khác", make_period(PeriodKind.YEAR, 0, 2018)))
    assert (facts.organisation, facts.province, facts.period) == (
        "Sở Nội vụ tỉnh Hưng Hòa",
        "Hưng Hòa",
        make_period(PeriodKind.QUARTER, 3, 2021),
    )


def test_a_quarter_that_a_scan_garbled_is_no_year():
    text = NEWS.replace("quý II/2021", "quý lI/2021").replace("quý II năm 2021", "quý lI năm 2021")
    assert head(text).period is None


def test_a_period_without_its_year_takes_that_of_the_reports_date():
    text = NEWS.replace("quý II/2021\n", "quý II\n").replace("quý II năm 2021", "quý II")
    assert head(text).period == make_period(PeriodKind.QUARTER, 2, 2021)


def test_a_table_of_documents_is_a_register():
    facts = head("DANH MỤC NĂM 2021\nSố ký hiệu\tTrích yếu\n5/KH-UBND\tkiểm tra\n6/KH-UBND\ttuyên truyền\n")
    assert facts.kind == "register"


def test_a_formal_report_is_one():
    assert (head(FORMAL).kind, tell("UBND tỉnh đã họp.").report.kind) == ("report", "news")


NARROW = """UBND TỈNH LÂM KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
NAM
SỞ NỘI VỤ
Độc lập - Tự do -
Hạnh phúc
Số: 88/BC-SNV
Lâm Khê, ngày 12 tháng 9 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý III và 9 tháng năm 2021

Tiếp nhận 900 hồ sơ.
"""


def test_what_a_narrow_column_broke_off_the_national_name_is_no_part_of_the_issuer():
    facts = head(NARROW)
    assert (facts.organisation, facts.province) == ("Sở Nội vụ tỉnh Lâm Khê", "Lâm Khê")


@pytest.mark.parametrize("title", ["NHIỆM VỤ DO UBND TỈNH GIAO NĂM 2021", "CÁC THỦ TỤC UBND TỈNH CÔNG BỐ QUÝ I/2021"])
def test_what_a_body_does_is_no_province_in_a_title_of_capitals(title):
    assert head(f"{title}\n\nTiếp nhận 900 hồ sơ.\n").province is None


def test_a_province_in_a_title_of_capitals_is_read():
    assert head("CẢI CÁCH HÀNH CHÍNH TRÊN ĐỊA BÀN TỈNH LÂM KHÊ NĂM 2021\n\nTiếp nhận 9 hồ sơ.\n").province == "Lâm Khê"


@pytest.mark.parametrize("person", ["Lương Thị Minh Nguyệt", "Trần Hùng"])
def test_a_person_behind_an_office_is_no_province(person):
    assert head(f"Cải cách hành chính năm 2021\n\nPhó Chủ tịch UBND tỉnh {person} phát biểu.\n").province is None


def test_a_date_that_a_narrow_column_broke_is_whole():
    broken = NARROW.replace("ngày 12 tháng 9 năm 2021", "ngày 12 tháng 9\nnăm 2021")
    assert head(broken).signed_on == date(2021, 9, 12)


@pytest.mark.parametrize("name", ["Nay H'Linh", "Siu K'Brông", "Y Nguyên Êban"])
def test_names_of_all_peoples_are_signers(name):
    assert head(YEAR_REPORT.replace("Trần Văn Bưởi", name)).signer == name


def test_what_a_body_does_is_no_part_of_its_provinces_name_in_capitals():
    title = "DANH MỤC VIỆC UBND TỈNH HƯNG HÒA GIAO VỀ CẢI CÁCH HÀNH CHÍNH NĂM 2021\n\nTT\tViệc\n1\tRà soát\n"
    assert read(title).report.province == "Hưng Hòa"


def test_a_head_whose_columns_were_put_one_behind_the_other_has_its_number_and_day():
    text = (
        "UBND TỈNH HƯNG HÒA SỞ NỘI VỤ Số: 88/BC-SNV\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hưng Hòa, ngày 05 tháng 10 năm 2022\n"
        "BÁO CÁO\nCông tác cải cách hành chính quý III năm 2022\n"
    )
    facts = read(text).report
    assert (facts.number, facts.signed_on, facts.place) == ("88/BC-SNV", date(2022, 10, 5), "Hưng Hòa")


@pytest.mark.parametrize(
    ("title", "organisation"),
    [
        ("Thành phố Quy Hải: Kết quả cải cách hành chính 6 tháng đầu năm 2019", "UBND thành phố Quy Hải"),
        ("Kết quả cải cách hành chính 6 tháng đầu năm 2019", "UBND thành phố"),
    ],
)
def test_an_issuer_without_a_name_has_that_of_the_title(title: str, organisation: str):
    said = "UBND thành phố vừa có Báo cáo số 305/BC-UBND ngày 17/6/2019 về công tác cải cách hành chính 6 tháng đầu năm 2019."
    facts = read(f"{title}\nNgày đăng: 18/06/2019 16:40 | Lượt xem: 4127\n\n{said}\n").report
    assert (facts.organisation, facts.period) == (organisation, make_period(PeriodKind.HALF, 1, 2019))


def test_a_place_called_by_the_word_for_year_is_named_in_a_head():
    text = "ỦY BAN NHÂN DÂN\nHUYỆN NĂM CĂN\nSố: 9/BC-UBND\nNăm Căn, ngày 08 tháng 6 năm 2021\n\nBÁO CÁO\nCải cách hành chính năm 2021\n"
    assert head(text).organisation == "Ủy ban nhân dân huyện Năm Căn"


def test_a_dash_parts_the_issuer_from_the_body_above_it():
    facts = head(
        YEAR_REPORT.replace("UBND HUYỆN BÀU SEN\nSố: 45/BC-UBND", "UBND THÀNH PHỐ LÂM KHÊ - VĂN PHÒNG\nSố: 45/BC-VP")
    )
    assert facts.organisation == "Văn phòng UBND thành phố Lâm Khê"


def test_without_a_body_over_the_number_it_is_whoever_says_that_it_reports():
    text = "Báo cáo cải cách hành chính quý I năm 2022 của tỉnh Hưng Hòa\nSố: 97/BC-UBND\nLâm Khê, ngày 17 tháng 3 năm 2022\n\nUBND tỉnh Hưng Hòa báo cáo kết quả quý I năm 2022 như sau.\n"
    assert head(text).organisation == "UBND tỉnh Hưng Hòa"


def test_news_on_a_report_is_of_whoever_issued_it_and_not_of_what_it_is_about():
    text = "Một cửa huyện Bàu Sen: kết quả quý III năm 2021\nĐăng ngày 05/10/2021\n\nNgày 28/9/2021, UBND huyện Bàu Sen ban hành Báo cáo số 305/BC-UBND về kết quả của Bộ phận Tiếp nhận và Trả kết quả huyện trong quý III năm 2021.\n"
    assert head(text).organisation == "UBND huyện Bàu Sen"


@pytest.mark.parametrize(
    "signature",
    ["TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH: Trần Văn Bưởi", "CHÁNH VĂN PHÒNG — (đã ký) — Trần Văn Bưởi"],
)
def test_a_signature_on_one_line_may_be_parted_by_dashes_and_colons(signature: str):
    text = YEAR_REPORT.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bưởi", signature)
    assert head(text).signer == "Trần Văn Bưởi"


def test_a_weekday_that_a_formal_report_tells_of_is_not_when_it_was_published():
    text = YEAR_REPORT.replace("Huyện tiếp", 'Mô hình "Thứ Tư không giấy tờ" có từ ngày 07/01/2020.\n\nHuyện tiếp')
    assert head(text).published_on is None


def test_days_behind_a_colon_are_the_reports_window():
    text = YEAR_REPORT.replace("Theo yêu cầu", "Thời điểm lấy số liệu: 16/02/2020 đến 15/5/2020.\n\nTheo yêu cầu")
    assert head(text).window == Window(date(2020, 2, 16), date(2020, 5, 15))


def test_a_register_is_of_the_day_up_to_which_it_is_kept():
    text = "Sổ theo dõi văn bản năm 2021\n(Kèm theo Quyết định số 76/QĐ-UBND ngày 26/01/2021; cập nhật đến ngày 30/8/2021)\n"
    assert head(text).published_on == date(2021, 8, 30)


def test_a_committee_under_another_has_its_name_on_two_lines():
    text = YEAR_REPORT.replace("UBND HUYỆN BÀU SEN", "UBND TỈNH HƯNG HÒA\nỦY BAN NHÂN DÂN\nHUYỆN BÀU SEN")
    assert head(text).organisation == "Ủy ban nhân dân huyện Bàu Sen"


def test_a_report_on_one_theme_has_its_title_below_what_it_is():
    text = YEAR_REPORT.replace("BÁO CÁO\n", "BÁO CÁO CHUYÊN ĐỀ\n")
    assert head(text).title == "Báo cáo chuyên đề công tác cải cách hành chính năm 2020"


def test_title_on_one_line_with_its_type_is_the_title_below_the_name_of_the_body() -> None:
    assert head(
        "# SỞ TƯ PHÁP TỈNH HƯNG HÒA\n\nSố: 203/BC-STP\n\n# BÁO CÁO công tác cải cách hành chính quý III năm 2018\n"
    ).title.endswith("công tác cải cách hành chính quý III năm 2018")


LISTED = """BÁO CÁO

Công tác cải cách hành chính quý III và 9 tháng năm 2026

- Cơ quan báo cáo: UBND xã Nậm Lạ, tỉnh Hưng Hòa
- Số: 231/BC-UBND; Nậm Lạ, ngày 17 tháng 9 năm 2026
- Kỳ số liệu: 9 tháng, từ ngày 15/12/2025 (ngày xã nối mạng) đến ngày 14/9/2026

- Khắc phục xong 05 tồn tại; UBND xã báo cáo Sở Nội vụ tại Báo cáo số 176/BC-UBND ngày 24/7/2026.
"""


def test_a_head_that_is_written_as_a_list_is_read_as_one():
    facts = head(LISTED)
    assert (facts.number, facts.signed_on) == ("231/BC-UBND", date(2026, 9, 17))
    assert (facts.organisation, facts.province) == ("UBND xã Nậm Lạ", "Hưng Hòa")
    assert facts.window == Window(date(2025, 12, 15), date(2026, 9, 14))


def test_days_behind_the_time_that_is_reported_on_are_the_reports_window():
    text = YEAR_REPORT.replace(
        "Theo yêu cầu", "UBND huyện báo cáo năm 2020 (từ ngày 11/12/2019 đến ngày 10/12/2020):\n\nTheo yêu cầu"
    )
    assert head(text).window == Window(date(2019, 12, 11), date(2020, 12, 10))
