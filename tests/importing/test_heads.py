"""Heads as offices and their tools set them: number, day, issuer, title, period and days are read from each; "¶" parts lines."""

from datetime import date

import pytest

from knowledge.facts import Period, PeriodKind, ReportFacts, Window
from knowledge.grammar.year_parts import make_period
from knowledge.importing.header import Given, read_header
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.reading import read_data

QUARTER, HALF, MONTH, YEAR = PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.MONTH, PeriodKind.YEAR
THIRD = make_period(QUARTER, 3, 2024)
NINE_MONTHS = make_period(PeriodKind.NINE_MONTHS, 0, 2024)
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ¶ Độc lập - Tự do - Hạnh phúc"
OFFICE = "UBND TỈNH HƯNG HÒA ¶ SỞ NỘI VỤ"
NUMBER = "Số: 512/BC-SNV"
DAY = "Hưng Hòa, ngày 18 tháng 9 năm 2024"
TITLE = "BÁO CÁO ¶ Công tác cải cách hành chính quý III năm 2024"
BODY = "I. KẾT QUẢ ¶ Trong kỳ, đơn vị tiếp nhận 1.234 hồ sơ theo Kế hoạch số 12/KH-UBND ngày 15/01/2024 của UBND tỉnh."


def head(lines: str, file: str = "bao-cao.txt") -> ReportFacts:
    """What is read of a file with these lines over a small text, which may stand within them."""
    text = "\n".join(line.strip(" ") for line in (lines if BODY in lines else f"{lines} ¶ {BODY}").split("¶"))
    return read_header(read_data(text.encode(), file, DEFAULT), Given(source=file))


TABLE = f"| ỦY BAN NHÂN DÂN<br>TỈNH HƯNG HÒA<br>**SỞ NỘI VỤ**<br>{NUMBER} | **{MOTTO.replace(' ¶ ', '**<br>')}<br>*{DAY}* | ¶ |---|---| ¶ ¶ "
ROWS = f"| UBND TỈNH HƯNG HÒA | {MOTTO.split(' ¶ ')[0]} | ¶ |:---:|:---:| ¶ | **SỞ NỘI VỤ** | **Độc lập - Tự do** | ¶ | {NUMBER} | *{DAY}* | ¶ ¶ "
CARD = "| Số ký hiệu | 512/BC-SNV | ¶ |---|---| ¶ | Ngày ban hành | 18/09/2024 | ¶ | Cơ quan ban hành | Sở Nội vụ tỉnh Hưng Hòa | ¶ | Trích yếu | Báo cáo công tác cải cách hành chính quý III năm 2024 | ¶ "
LABELS = "# Báo cáo công tác cải cách hành chính quý III năm 2024 ¶ ¶ **Cơ quan ban hành:** Sở Nội vụ tỉnh Hưng Hòa ¶ ¶ **Số hiệu:** 512/BC-SNV ¶ ¶ **Ngày ban hành:** 18/9/2024"
LIST = "# Báo cáo công tác cải cách hành chính quý III năm 2024 ¶ ¶ - Số, ký hiệu: 512/BC-SNV ¶ - Ngày ký: 18/9/2024 ¶ - Đơn vị ban hành: Sở Nội vụ tỉnh Hưng Hòa"
CSV = f'UBND TỈNH HƯNG HÒA,,{MOTTO.split(" ¶ ")[0]} ¶ SỞ NỘI VỤ,,Độc lập - Tự do - Hạnh phúc ¶ {NUMBER},,"{DAY}" ¶ BÁO CÁO CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2024,, ¶ STT,Đơn vị,Tiếp nhận ¶ 1,Huyện Bàu Sen,1.234'
HTML = f"<html><body><table><tr><td><p>ỦY BAN NHÂN DÂN<br>TỈNH HƯNG HÒA<br>SỞ NỘI VỤ</p><p>{NUMBER}</p></td><td><p>{MOTTO.replace(' ¶ ', '<br>')}</p><p><i>{DAY}</i></p></td></tr></table><p><b>BÁO CÁO</b><br><b>Công tác cải cách hành chính<br>quý III năm 2024</b></p>"


@pytest.mark.parametrize(
    ("lines", "file"),
    [
        (f"{OFFICE} ¶ {NUMBER} ¶ {MOTTO} ¶ {DAY} ¶ {TITLE}", "a.txt"),
        (f"ỦY BAN NHÂN DÂN ¶ TỈNH HƯNG HÒA ¶ SỞ NỘI VỤ ¶ {NUMBER} ¶ {MOTTO} ¶ {DAY} ¶ {TITLE}", "a.txt"),
        (f"{OFFICE} ¶ {MOTTO} ¶ {NUMBER} ¶ {DAY} ¶ {TITLE}", "a.txt"),
        (f"{MOTTO} ¶ ------- ¶ {OFFICE} ¶ {DAY} ¶ {NUMBER} ¶ {TITLE}", "a.txt"),
        (f"UBND TỈNH HƯNG HÒA - SỞ NỘI VỤ - {NUMBER} - {DAY} ¶ {TITLE}", "a.txt"),
        (f"UBND TỈNH HƯNG HÒA ------ SỞ NỘI VỤ ¶ {NUMBER} ¶ {DAY} ¶ {TITLE}", "a.txt"),
        (f"{OFFICE} ¶ ******* ¶ Sô : 512 / BC - SNV ¶ o0o ¶ {DAY} ¶ {TITLE}", "a.txt"),
        (f"{OFFICE} ¶ Số 512/BC-SNV {DAY} ¶ {TITLE}", "a.txt"),
        (f"{OFFICE} ¶ {NUMBER} ¶ Hưng Hòa ngày 18 tháng 9 năm 2024 ¶ {TITLE}", "a.txt"),
        (f"{OFFICE} ¶ {NUMBER} ¶ Hưng Hòa, ngày 18/9/2024 ¶ {TITLE}", "a.txt"),
        (f"{OFFICE} ¶ {NUMBER}, ngày 18/9/2024 ¶ {TITLE}", "a.txt"),
        (f"{OFFICE} ¶ {NUMBER} ¶ Ngày 18 tháng 9 năm 2024 ¶ {TITLE}", "a.txt"),
        (f"HỎA TỐC ¶ {OFFICE} ¶ MẬT ¶ {NUMBER} ¶ {DAY} ¶ Dự thảo lần 2 ¶ {TITLE}", "a.txt"),
        (
            f"VĂN PHÒNG UBND TỈNH ¶ CÔNG VĂN ĐẾN ¶ Số: 7788 ¶ Ngày: 20/9/2024 ¶ {OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ {TITLE}",
            "a.txt",
        ),
        (f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ B Á O  C Á O ¶ Công tác cải cách hành chính quý III năm 2024.", "a.txt"),
        (f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ BÁO CÁO: ¶ Công tác cải cách hành chính ¶ Quý III năm 2024 ¶ ______", "a.txt"),
        (f"Ủy ban nhân dân tỉnh Hưng Hòa ¶ Sở Nội vụ ¶ {NUMBER} ¶ {DAY} ¶ {TITLE}", "a.txt"),
        (f"{TITLE} ¶ {OFFICE} ¶ {NUMBER} ¶ {DAY}", "a.txt"),
        (
            f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ {TITLE} ¶ Kính gửi: Ủy ban nhân dân tỉnh ¶ Thực hiện Công văn số 900/UBND-NC:",
            "a.txt",
        ),
        (f"Ngày 18/9/2024, Sở Nội vụ tỉnh Hưng Hòa ban hành Báo cáo số 512/BC-SNV về quý III. ¶ {TITLE}", "a.txt"),
        (f"Báo cáo số 512/BC-SNV ngày 18/9/2024 của Sở Nội vụ tỉnh Hưng Hòa ¶ {TITLE}", "a.txt"),
        (f"Sở Nội vụ tỉnh Hưng Hòa vừa có báo cáo (số 512/BC-SNV, ngày 18/9/2024) gửi UBND tỉnh. ¶ {TITLE}", "a.txt"),
        (TABLE + TITLE.replace("¶", "¶ ¶"), "a.md"),
        (ROWS + TITLE.replace("¶", "¶ ¶"), "a.md"),
        (f"---¶title: Báo cáo công tác cải cách hành chính quý III năm 2024¶---¶ {OFFICE} ¶ {NUMBER} ¶ {DAY}", "a.md"),
        (CARD, "a.md"),
        (
            f"<center>UBND TỈNH HƯNG HÒA<br>SỞ NỘI VỤ</center> ¶ ¶ {NUMBER} ¶ ¶ <i>{DAY}</i> ¶ ¶ <h1>BÁO CÁO</h1> ¶ ¶ Công tác cải cách hành chính quý III năm 2024",
            "a.md",
        ),
        (LABELS, "a.md"),
        (LIST, "a.md"),
        (CSV, "a.csv"),
        (HTML, "a.html"),
    ],
)
def test_a_head_is_read_however_it_is_set(lines: str, file: str):
    facts = head(lines, file)
    assert (facts.number or "", facts.signed_on) == ("512/BC-SNV", date(2024, 9, 18))
    assert (facts.organisation, facts.period) == ("Sở Nội vụ tỉnh Hưng Hòa", THIRD)
    assert facts.title == "Báo cáo công tác cải cách hành chính quý III năm 2024"


WHOSE, NAMED = "Sở Nội vụ tỉnh Hưng Hòa", "Báo cáo cải cách hành chính quý III năm 2024"
DATA = "15/6/2024 - 14/9/2024"


@pytest.mark.parametrize(
    ("lines", "file"),
    [
        (f"# {WHOSE.upper()} ¶ ¶ **{NUMBER}** | *{DAY}* ¶ ¶ ## {NAMED} ¶ ¶ > Kỳ số liệu: từ ngày 15/6/2024 đến ngày 14/9/2024 - quý đầu tiên", "a.md"),
        (f"# {WHOSE} ¶ ¶ ## {NAMED} ¶ ¶ Số: 512/BC-SNV · 18/9/2024 ¶ ¶ Kỳ số liệu: 15/6 - 14/9/2024", "a.md"),
        (f"# UBND tỉnh Hưng Hòa ¶ # Sở Nội vụ ¶ ¶ {NUMBER}, Hưng Hòa, 18/9/2024 ¶ ¶ ## {NAMED} ¶ ¶ Thời gian số liệu: {DATA}", "a.md"),
        (f"# {NAMED} ¶ ¶ **{WHOSE}** ¶ ¶ *Báo cáo số 512/BC-SNV, ký ngày 18/9/2024. Dữ liệu lấy từ 15/6/2024 đến 14/9/2024.*", "a.md"),
        (f"**{WHOSE.upper()}** ¶ ¶ # {NAMED.upper()} ¶ ¶ *(Số 512/BC-SNV ngày 18 tháng 9 năm 2024)* ¶ ¶ Dữ liệu: {DATA}", "a.md"),
        (f"---¶title: {NAMED}¶---¶ # {WHOSE} ¶ ¶ `512/BC-SNV` – ký 18/9/2024 ¶ ¶ *Dữ liệu chốt từ ngày 15/6/2024 đến ngày 14/9/2024.*", "a.md"),
        (f"# {NAMED} ¶ ¶ | | | ¶ |---|---| ¶ | **Đơn vị** | {WHOSE} | ¶ | **Số** | 512/BC-SNV | ¶ | **Ngày ký** | 18/9/2024 | ¶ | **Dữ liệu** | {DATA} | ¶ ", "a.md"),
        (f"{WHOSE} ¶ {NUMBER}. Ngày ban hành: 18/9/2024. Kỳ: {DATA} ¶ {NAMED}", "a.txt"),
        (f"{WHOSE.upper()} ¶ {NAMED.upper()} ¶ {NUMBER}, ngày 18/9/2024 ¶ Số liệu từ 15/6/2024 đến 14/9/2024", "a.txt"),
        (f"BÁO CÁO SỐ 512/BC-SNV ¶ {WHOSE}, 18/9/2024 ¶ Cải cách hành chính quý III năm 2024 ¶ Kỳ dữ liệu: 15/6/2024 → 14/9/2024", "a.txt"),
        (f"{NAMED.upper().replace(' QUÝ', ' ¶ QUÝ')} ¶ {WHOSE} ¶ Số 512/BC-SNV - 18/9/2024 - số liệu {DATA}", "a.txt"),
        (f"{NAMED.upper()} ¶ • Đơn vị: {WHOSE} ¶ • Số báo cáo: 512/BC-SNV (18/9/2024) ¶ • Số liệu: {DATA}", "a.txt"),
        (f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ BÁO CÁO ¶ Cải cách hành chính quý III năm 2024 ¶ (Kỳ dữ liệu: {DATA}; số liệu chiết xuất từ Hệ thống thông tin)", "a.txt"),
        (f"<body><h1>{NAMED}</h1><p>Số hiệu: <b>512/BC-SNV</b>. Ngày ban hành: 18/9/2024. Đơn vị: {WHOSE}. Kỳ số liệu quý III: từ ngày 15/6/2024 đến ngày 14/9/2024.</p>", "a.html"),
        (f"<body><h1>{WHOSE}</h1><h2>Báo cáo cải cách hành chính</h2><p>Quý III năm 2024</p><p>{NUMBER} | Ngày: 18/9/2024 | Số liệu: {DATA}</p>", "a.html"),
        (f"# 📊 {NAMED} ¶ ¶ 🏢 {WHOSE} ¶ ¶ 📄 Số 512/BC-SNV – 18/9/2024 ¶ ¶ 📅 Số liệu: {DATA}", "a.md"),
        (f"{WHOSE.upper()} | {NAMED.upper()} ¶ {NUMBER} | Ngày 18/9/2024 | Kỳ: {DATA}", "a.txt"),
        (f"# Phường Hòa Tây – Thành phố Lâm Khê ¶ ¶ ## {NAMED} ¶ ¶ {WHOSE}, số 512/BC-SNV ngày 18/9/2024 ¶ ¶ Số liệu: {DATA}", "a.md"),
        (f"**Đơn vị:** {WHOSE} ¶ ¶ **Số, ngày:** 512/BC-SNV, 18/9/2024 ¶ ¶ **Kỳ báo cáo:** Quý III/2024 (số liệu từ 15/6/2024 đến 14/9/2024) ¶ ¶ # {NAMED}", "a.md"),
        (f"<body><h1>{NAMED}</h1><ul><li>{NUMBER}</li><li>Ban hành: 18/9/2024</li><li>Đơn vị: {WHOSE}</li><li>Dữ liệu: {DATA}</li></ul>", "a.html"),
    ],
)  # fmt: skip
def test_a_head_of_an_office_that_writes_for_screens_is_read(lines: str, file: str):
    facts = head(lines, file)
    assert (facts.number, facts.signed_on, facts.organisation) == ("512/BC-SNV", date(2024, 9, 18), WHOSE)
    assert (facts.title, facts.period) == (NAMED, THIRD)
    assert facts.window == Window(date(2024, 6, 15), date(2024, 9, 14))


@pytest.mark.parametrize(
    ("lines", "number", "day", "title"),
    [
        (
            f"# {WHOSE} ¶ ¶ **Báo cáo số 512/BC-SNV ngày 18/9/2024 về kết quả quý III năm 2024**",
            "512/BC-SNV",
            date(2024, 9, 18),
            "Báo cáo về kết quả quý III năm 2024",
        ),
        (
            f"# {WHOSE} ¶ ¶ Báo cáo chuyên đề quý III/2024 (số 512/BC-SNV, 18/9/2024)",
            "512/BC-SNV",
            date(2024, 9, 18),
            "Báo cáo chuyên đề quý III/2024",
        ),
        (
            f"# Dashboard cải cách hành chính quý III/2024 ¶ ¶ > {WHOSE} · cập nhật 17:00 ngày 18/9/2024",
            None,
            None,
            "Dashboard cải cách hành chính quý III/2024",
        ),
        (f"# {WHOSE} ¶ ¶ ## Tóm tắt điều hành ¶ ¶ Quý III/2024", None, None, WHOSE),
    ],
)
def test_a_title_is_neither_a_bodys_name_nor_a_number(lines: str, number: str | None, day: date | None, title: str):
    facts = head(lines, "a.md")
    assert (facts.organisation, facts.number, facts.signed_on) == (WHOSE, number, day)
    assert (facts.title, facts.period) == (title, THIRD)


def test_the_bodies_that_headings_tell_of_are_not_whose_a_report_is():
    facts = head("# Kết quả quý III năm 2024 ¶ ¶ ## Sở Nội vụ ¶ ¶ 12 hồ sơ. ¶ ¶ ## Sở Tư pháp ¶ ¶ 9 hồ sơ.", "a.md")
    assert facts.organisation is None


def test_a_report_that_a_head_only_cites_is_not_its_own():
    facts = head("# Kết quả quý III năm 2024 ¶ ¶ Thực hiện theo Báo cáo quý II số 30/BC-SNV ngày 02/7/2024:", "a.md")
    assert (facts.number, facts.signed_on) == (None, None)


@pytest.mark.parametrize(
    "lines",
    [
        "UBND HUYỆN BÀU SEN ¶ Số:      /BC-UBND ¶ Bàu Sen, ngày      tháng 9 năm 2024",
        "UBND HUYỆN BÀU SEN ¶ Số: ……/BC-UBND ¶ Bàu Sen, ngày … tháng … năm 2024",
        "UBND HUYỆN BÀU SEN ¶ Số:....../BC-UBND ¶ Bàu Sen, ngày.....tháng.....năm 2024",
        "DỰ THẢO ¶ UBND HUYỆN BÀU SEN ¶ Số .…./BC-UBND ¶ Bàu Sen, ngày    tháng 9 năm 2024",
        f"UBND HUYỆN BÀU SEN            {MOTTO.split(' ¶ ')[0]} ¶ Số:        /BC-UBND              Bàu Sen, ngày     tháng 9 năm 2024",
    ],
)
def test_a_draft_has_no_number_and_no_day_but_its_body_and_the_year_of_its_blanks(lines: str):
    attached = "(Kèm theo Công văn số 900/SNV-CCHC ngày 02/9/2024 của Sở Nội vụ)"
    facts = head(f"{lines} ¶ BÁO CÁO ¶ Công tác cải cách hành chính quý III ¶ {attached}")
    assert (facts.number, facts.signed_on) == (None, None)
    assert (facts.organisation, facts.place, facts.period) == ("UBND huyện Bàu Sen", "Bàu Sen", THIRD)


@pytest.mark.parametrize(
    ("above", "number", "organisation"),
    [
        (
            "UBND XÃ ĐỒNG CỎ ¶ TRUNG TÂM PHỤC VỤ ¶ HÀNH CHÍNH CÔNG",
            "19/BC-TTPVHCC",
            "Trung tâm Phục vụ hành chính công xã Đồng Cỏ",
        ),
        ("UBND THÀNH PHỐ LÂM KHÊ ¶ PHƯỜNG HÒA TÂY", "12/BC-UBND", "UBND phường Hòa Tây"),
        ("UBND TP. LÂM KHÊ", "12/BC-UBND", "UBND TP. Lâm Khê"),
        ("UBND TỈNH HƯNG HÒA ¶ ỦY BAN NHÂN DÂN ¶ ĐẶC KHU ĐẢO YẾN", "31/BC-UBND", "Ủy ban nhân dân đặc khu Đảo Yến"),
        ("ĐẢNG BỘ TỈNH HƯNG HÒA ¶ HUYỆN ỦY BÀU SEN ¶ *", "118-BC/HU", "Huyện ủy Bàu Sen tỉnh Hưng Hòa"),
        ("TỈNH ỦY HƯNG HÒA ¶ *", "320-BC/TU", "Tỉnh ủy Hưng Hòa"),
        ("TỔNG CỤC THUẾ ¶ CỤC THUẾ TỈNH HƯNG HÒA", "1402/BC-CTHHO", "Cục Thuế tỉnh Hưng Hòa"),
        ("BỘ CÔNG AN ¶ CÔNG AN TỈNH HƯNG HÒA", "745/BC-CAT-PV01", "Công an tỉnh Hưng Hòa"),
        ("BỘ NỘI VỤ ¶ VỤ CẢI CÁCH HÀNH CHÍNH", "77/BC-CCHC", "Vụ Cải cách hành chính"),
        (
            "TỈNH HƯNG HÒA ¶ BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH",
            "05/BC-BCĐ",
            "Ban Chỉ đạo cải cách hành chính tỉnh Hưng Hòa",
        ),
        ("UBND TỈNH HƯNG HÒA ¶ THANH TRA TỈNH ¶ MẬT", "21/BC-TTr", "Thanh tra tỉnh Hưng Hòa"),
        ("HUYỆN BÀU SEN ¶ VĂN PHÒNG HĐND VÀ UBND", "40/BC-VP", "Văn phòng HĐND và UBND huyện Bàu Sen"),
        ("THƯỢNG KHẨN ¶ UBND TỈNH HƯNG HÒA ¶ VĂN PHÒNG", "210/BC-VPUBND", "Văn phòng UBND tỉnh Hưng Hòa"),
    ],
)
def test_the_body_over_a_number_is_the_issuer(above: str, number: str, organisation: str):
    party = "Số" if "-BC/" in number else "Số:"
    facts = head(f"{above} ¶ {party} {number} ¶ ĐẢNG CỘNG SẢN VIỆT NAM ¶ {DAY} ¶ {TITLE}")
    assert (facts.number, facts.organisation) == (number, organisation)


@pytest.mark.parametrize(
    ("lines", "organisation"),
    [
        (f"UBND HUYỆN BÀU SEN ¶ {TITLE}", "UBND huyện Bàu Sen"),
        (f"Đơn vị: UBND xã Đồng Cỏ ¶ {TITLE}", "UBND xã Đồng Cỏ"),
        (f"{TITLE} ¶ Đơn vị báo cáo: UBND xã Đồng Cỏ ¶ Ngày báo cáo: 18/9/2024", "UBND xã Đồng Cỏ"),
    ],
)
def test_a_head_without_a_number_says_whose_it_is_over_its_title_or_behind_a_label(lines: str, organisation: str):
    assert (head(lines).number, head(lines).organisation) == (None, organisation)


def test_the_bodies_that_a_report_goes_to_are_not_whose_it_is():
    end = "Nơi nhận: ¶ - UBND tỉnh; ¶ - Sở Nội vụ tỉnh Hưng Hòa; ¶ - Lưu: VT. ¶ TM. ỦY BAN NHÂN DÂN ¶ CHỦ TỊCH ¶ Lê Thị Sen"
    facts = head(f"Kết quả cải cách hành chính quý III năm 2024 ¶ {BODY} ¶ {end}")
    assert (facts.number, facts.organisation, facts.signer) == (None, None, "Lê Thị Sen")


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        ("Công tác cải cách hành chính tháng 8 và 8 tháng đầu năm 2024", make_period(MONTH, 8, 2024)),
        ("Công tác cải cách hành chính tháng tám năm 2024", make_period(MONTH, 8, 2024)),
        ("Công tác cải cách hành chính quý III và 9 tháng đầu năm 2024; nhiệm vụ quý IV/2024", THIRD),
        ("Kết quả chín tháng đầu năm ¶ và phương hướng nhiệm vụ 03 tháng cuối năm 2024", NINE_MONTHS),
        ("Công tác cải cách hành chính 6 tháng đầu năm", make_period(HALF, 1, 2024)),
        ("Công tác cải cách hành chính quý III", THIRD),
        ("Công tác cải cách hành chính ¶ (Quý III năm 2024)", THIRD),
        ("Công tác cải cách hành chính năm 2023, phương hướng năm 2024", make_period(YEAR, 0, 2023)),
        ("Kết quả thực hiện Kế hoạch cải cách hành chính năm 2024 ¶ Quý III năm 2024", THIRD),
        ("Tình hình thực hiện Chương trình năm 2024 trong 6 tháng đầu năm 2024", make_period(HALF, 1, 2024)),
        ("Kết quả thực hiện Kế hoạch năm 2024 và phương hướng quý IV năm 2024", make_period(YEAR, 0, 2024)),
        ("Kết quả thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ¶ quý III năm 2024", THIRD),
        ("Công tác cải cách hành chính tuần 37 năm 2024", None),
        ("Sơ kết công tác cải cách hành chính giai đoạn 2021-2025", None),
    ],
)
def test_a_report_is_of_the_period_of_its_title(lines: str, period: Period | None):
    assert head(f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ BÁO CÁO ¶ {lines}").period == period


def test_a_last_quarter_that_is_reported_on_in_january_is_of_the_year_before():
    facts = head(f"{OFFICE} ¶ {NUMBER} ¶ Hưng Hòa, ngày 05 tháng 01 năm 2024 ¶ BÁO CÁO ¶ Cải cách hành chính quý IV")
    assert facts.period == make_period(QUARTER, 4, 2023)


@pytest.mark.parametrize(
    "line", ["(Từ ngày 15/6/2024 đến ngày 14/9/2024)", "(Số liệu tính từ ngày 15 tháng 6 đến ngày 14 tháng 9 năm 2024)"]
)
def test_days_in_brackets_under_the_title_are_the_reports(line: str):
    facts = head(f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ {TITLE} ¶ {line}")
    assert facts.window == Window(date(2024, 6, 15), date(2024, 9, 14))


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("01/7/2024 - 30/9/2024", THIRD),
        ("từ 01/01/2024 đến 30/6/2024", make_period(HALF, 1, 2024)),
        ("01/8/2024 - 31/8/2024", make_period(MONTH, 8, 2024)),
        ("15/6/2024 - 14/9/2024", None),
        ("02/9/2024 - 08/9/2024", None),
    ],
)
def test_days_that_are_those_of_a_period_say_it_where_nothing_else_does(days: str, period: Period | None):
    assert head(f"# Tình hình hồ sơ ¶ ¶ - Kỳ: {days} ¶ - Ký hiệu: 512/BC-SNV", "a.md").period == period


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "BÁO CÁO ¶ Kết quả thực hiện công tác ¶ cải cách hành chính, kiểm soát thủ tục hành chính ¶ Quý III năm 2024 và phương hướng, ¶ nhiệm vụ quý IV năm 2024",
            "Báo cáo kết quả thực hiện công tác cải cách hành chính, kiểm soát thủ tục hành chính quý III năm 2024 và phương hướng, nhiệm vụ quý IV năm 2024",
        ),
        (
            "BÁO CÁO TỔNG KẾT ¶ công tác cải cách hành chính năm 2024 ¶ và triển khai nhiệm vụ năm 2025",
            "Báo cáo tổng kết công tác cải cách hành chính năm 2024 và triển khai nhiệm vụ năm 2025",
        ),
        (
            "V/v báo cáo kết quả cải cách ¶ hành chính quý III năm 2024 ¶ Kính gửi: UBND tỉnh",
            "V/v báo cáo kết quả cải cách hành chính quý III năm 2024",
        ),
        (
            "BÁO CÁO ¶ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH ¶ QUÝ III NĂM 2024",
            "Báo cáo công tác cải cách hành chính quý III năm 2024",
        ),
    ],
)
def test_a_title_has_all_its_lines_and_none_of_the_text(lines: str, title: str):
    assert head(f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ {lines} ¶ {BODY}").title == title


def test_a_table_of_figures_has_the_period_under_its_title():
    facts = head(
        "BIỂU TỔNG HỢP KẾT QUẢ GIẢI QUYẾT HỒ SƠ,, ¶ Quý III năm 2024,, ¶ STT,Đơn vị,Tiếp nhận ¶ 1,Xã Đồng Cỏ,34",
        "a.csv",
    )
    assert (facts.title, facts.period) == ("Biểu tổng hợp kết quả giải quyết hồ sơ quý III năm 2024", THIRD)


@pytest.mark.parametrize(
    "line",
    ["Số:512 /BC-SNV", "SỐ: 512/BC-SNV", "S ố: 512/BC-SNV", "Số. 512/BC-SNV", "Số 512 /BC-SNV", "Số: 512/ BC-SNV."],
)
def test_a_number_is_read_with_the_slips_of_scans_and_hands(line: str):
    assert head(f"{OFFICE} ¶ {line} ¶ {DAY} ¶ {TITLE}").number in {"512/BC-SNV", "512/BC-SNV."}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Hưng Hòa, 18/9/2024", "Hưng Hòa"),
        ("Hưng Hòa, ngày 18-9-2024", "Hưng Hòa"),
        ("Hưng Hòa, ngày18 tháng9 năm2024", "Hưng Hòa"),
        ("Hưng Hòa ,ngày 18 tháng 9, năm 2024.", "Hưng Hòa"),
        ("HƯNG HÒA, NGÀY 18 THÁNG 9 NĂM 2024", "Hưng Hòa"),
        ("TP. Lâm Khê, ngày 18 tháng 9 năm 2024", "TP. Lâm Khê"),
    ],
)
def test_the_day_and_place_are_read_with_them_too(line: str, place: str):
    facts = head(f"{OFFICE} ¶ {NUMBER} ¶ {line} ¶ {TITLE}")
    assert (facts.signed_on, facts.place) == (date(2024, 9, 18), place)


@pytest.mark.parametrize(
    ("above", "organisation"),
    [
        ("UBND TỈNH HƯNG HÒA ¶ SỞ VĂN HÓA, THỂ THAO ¶ VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch tỉnh Hưng Hòa"),
        ("UBND XÃ ĐỒNG CỎ ¶ PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội xã Đồng Cỏ"),
        ("UBND HUYỆN BÀU SEN ¶ BỘ PHẬN TIẾP NHẬN ¶ VÀ TRẢ KẾT QUẢ", "Bộ phận Tiếp nhận và Trả kết quả huyện Bàu Sen"),
        ("CỤC THI HÀNH ÁN DÂN SỰ ¶ TỈNH HƯNG HÒA", "Cục Thi hành án dân sự tỉnh Hưng Hòa"),
        ("ỦY BAN NHÂN DÂN ¶ PHƯỜNG HÒA TÂY ¶ THÀNH PHỐ LÂM KHÊ", "Ủy ban nhân dân phường Hòa Tây thành phố Lâm Khê"),
        ("TỈNH ỦY HƯNG HÒA ¶ BAN TỔ CHỨC", "Ban Tổ chức Tỉnh ủy Hưng Hòa"),
        ("UBND THỊ XÃ NGÃ NĂM ¶ VĂN PHÒNG HĐND&UBND", "Văn phòng HĐND&UBND thị xã Ngã Năm"),
        ("BỘ TƯ PHÁP ¶ VĂN PHÒNG BỘ", "Văn phòng Bộ Tư pháp"),
        ("SỞ NỘI VỤ ¶ CHI CỤC VĂN THƯ - LƯU TRỮ", "Chi cục Văn thư - Lưu trữ"),
    ],
)
def test_names_on_several_lines_are_whole_and_have_their_capitals(above: str, organisation: str):
    assert head(f"{above} ¶ Số: 19/BC-ABC ¶ {DAY} ¶ {TITLE}").organisation == organisation


@pytest.mark.parametrize(
    "lines",
    [
        "# Báo cáo cải cách hành chính quý III năm 2024 - Sở Nội vụ tỉnh Hưng Hòa",
        "# Sở Nội vụ tỉnh Hưng Hòa: Báo cáo cải cách hành chính quý III/2024",
        "# BÁO CÁO CẢI CÁCH HÀNH CHÍNH QUÝ III/2024 CỦA SỞ NỘI VỤ TỈNH HƯNG HÒA",
        "# BÁO CÁO CỦA SỞ NỘI VỤ TỈNH HƯNG HÒA ¶ ¶ Số: 19/BC-ABC",
        "BÁO CÁO CÔNG TÁC CẢI CÁCH HÀNH CHÍNH ¶ CỦA SỞ NỘI VỤ TỈNH HƯNG HÒA ¶ Quý III năm 2024 ¶ Số: 512/BC-SNV",
        "TÓM TẮT ĐIỀU HÀNH QUÝ III/2024 ¶ ¶ Đơn vị: Sở Nội vụ tỉnh Hưng Hòa. Số: 512/BC-SNV.",
        "# Cải cách hành chính ¶ ¶ ### Sở Nội vụ tỉnh Hưng Hòa – Quý III/2024",
        "# Báo cáo quý III năm 2024 ¶ ¶ **Số:** 45/BC-ABC — **Cơ quan ban hành:** Sở Nội vụ tỉnh Hưng Hòa",
        "Kính gửi: UBND tỉnh ¶ ¶ Thực hiện Công văn số 900/UBND-NC, Sở Nội vụ tỉnh Hưng Hòa báo cáo kết quả như sau:",
    ],
)
def test_without_a_body_over_it_a_report_is_of_whoever_its_title_or_its_opening_names(lines: str):
    assert head(lines, "a.md").organisation == "Sở Nội vụ tỉnh Hưng Hòa"


FORM = (
    "Biểu số II.06a/VPCP/KSTT;TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ;- Đơn vị báo cáo: UBND huyện Bàu Sen ¶ "
    "Ban hành theo Thông tư số 02/2017/TT-VPCP;Kỳ báo cáo: Quý III/2024;- Đơn vị nhận báo cáo: UBND tỉnh Hưng Hòa ¶ "
    "Ngày nhận báo cáo: 18/9/2024;(Từ ngày 15/6/2024 đến ngày 14/9/2024); ¶ STT;Lĩnh vực;Tiếp nhận ¶ 1;Đất đai;1.234"
)


@pytest.mark.parametrize("file", ["a.csv", "a.txt"])
def test_a_form_says_whose_and_of_when_it_is_beside_its_title(file: str):
    facts = head(FORM if file == "a.csv" else FORM.replace(";", "\t"), file)
    assert (facts.number, facts.organisation, facts.period) == (None, "UBND huyện Bàu Sen", THIRD)
    assert facts.window == Window(date(2024, 6, 15), date(2024, 9, 14))


@pytest.mark.parametrize(
    "line",
    [
        "(Thời gian: từ 15/6 đến 14/9/2024)",
        "(Số liệu thống kê từ 00h00 ngày 15/6/2024 đến 24h00 ngày 14/9/2024)",
        "Kỳ báo cáo: từ 15/6/2024 đến 14/9/2024",
    ],
)
def test_the_days_of_the_data_are_read_with_their_hours_and_labels(line: str):
    facts = head(f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ {TITLE} ¶ {line}")
    assert (facts.period, facts.window) == (THIRD, Window(date(2024, 6, 15), date(2024, 9, 14)))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "BÁO CÁO TÌNH HÌNH THỰC HIỆN ¶ CÔNG TÁC QUÝ III NĂM 2024",
            "Báo cáo tình hình thực hiện công tác quý III năm 2024",
        ),
        (
            "BÁO CÁO QUÝ III NĂM 2024 ¶ Công tác cải cách hành chính",
            "Báo cáo quý III năm 2024 công tác cải cách hành chính",
        ),
        ("BÁO CÁO ¶ Kết quả quý Ⅲ năm 2024 ¶ Sở Nội vụ báo cáo UBND tỉnh như sau", "Báo cáo kết quả quý III năm 2024"),
        ("BÁO CÁO ¶ Kết quả T8/2024 ¶ I/ TÌNH HÌNH CHUNG", "Báo cáo kết quả T8/2024"),
    ],
)
def test_a_title_begins_on_the_line_of_the_type_and_ends_before_the_text(lines: str, title: str):
    facts = head(f"{OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ {lines}")
    assert (facts.title, facts.period is None) == (title, False)


@pytest.mark.parametrize(
    "signature",
    [
        "T/M BAN THƯỜNG VỤ ¶ PHÓ BÍ THƯ ¶ Trần Văn Bưởi",
        "GIÁM ĐỐC ¶ TRẦN VĂN BƯỞI",
        "Giám đốc ¶ (Ký, ghi rõ họ tên) ¶ Trần Văn Bưởi",
    ],
)
def test_a_signer_stands_under_titles_of_all_kinds(signature: str):
    stamp = "Người ký: SỞ NỘI VỤ"
    facts = head(f"{stamp} ¶ {OFFICE} ¶ {NUMBER} ¶ {DAY} ¶ {TITLE} ¶ {BODY} ¶ Nơi nhận: ¶ - Như trên; ¶ {signature}")
    assert facts.signer == "Trần Văn Bưởi"


def test_a_table_is_of_the_body_over_its_title_and_called_by_that_and_its_period():
    facts = head(
        "UBND HUYỆN BÀU SEN,, ¶ THỐNG KÊ HỒ SƠ,, ¶ Quý III năm 2024,, ¶ STT,Lĩnh vực,Tiếp nhận ¶ 1,Đất đai,34", "a.csv"
    )
    assert (facts.organisation, facts.title) == ("UBND huyện Bàu Sen", "Thống kê hồ sơ quý III năm 2024")


REGISTER = "Số hiệu,Ngày ban hành,Trích yếu,Hạn hoàn thành,Trạng thái ¶ 31/KH-UBND,10/02/2024,Kiểm tra công vụ,30/9/2024,Đang thực hiện"


@pytest.mark.parametrize(
    "below",
    [
        '"Tổng số: 1 văn bản; đã hoàn thành 0, đang thực hiện 1",,,,',
        "Ghi chú: số liệu do Văn phòng tổng hợp,,,,",
        ",,,, ¶ ,,,Hưng Hòa ngày 18/9/2024, ¶ ,,,KT. CHÁNH VĂN PHÒNG,",
        "Tổng hợp chung: 1 văn bản,,,, ¶ Người lập bảng: Trần Văn Bưởi,,,,",
    ],
)
def test_no_line_below_a_sheets_rows_is_its_title(below: str):
    long = "Bảng theo dõi, đôn đốc việc thực hiện các văn bản, nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao các sở, ban, ngành và UBND các huyện, thành phố trong lĩnh vực cải cách hành chính và kiểm soát thủ tục hành chính năm 2024"
    assert head(f"{REGISTER} ¶ {below} ¶ {BODY}", "theo-doi-2024.csv").title == "theo-doi-2024"
    assert head(f'"{long}",,,, ¶ {REGISTER} ¶ {below} ¶ {BODY}', "theo-doi-2024.csv").title == long


@pytest.mark.parametrize("letter", ["(kèm theo Công văn số", "(Kèm Công văn số", "(Ban hành kèm theo Công văn số"])
def test_the_letter_behind_a_registers_title_is_its_number_and_none_of_its_title(letter: str):
    title = f"Bảng theo dõi văn bản quý III năm 2024 {letter} 77/SNV-VP ngày 18/9/2024 của Sở Nội vụ tỉnh Hưng Hòa; cập nhật đến ngày 15/9/2024)"
    facts = head(f'"{title}",,,, ¶ {REGISTER} ¶ {BODY}', "a.csv")
    assert (facts.title, facts.number) == ("Bảng theo dõi văn bản quý III năm 2024", "77/SNV-VP")
    assert (facts.organisation, facts.signed_on) == ("Sở Nội vụ tỉnh Hưng Hòa", date(2024, 9, 18))


def test_marks_of_comparison_in_markdown_are_kept():
    page = read_data("Tỷ lệ > 90% và < 95%.\n\n> Trích: > 80%\n".encode(), "a.md", DEFAULT)
    assert page.text == "Tỷ lệ > 90% và < 95%.\nTrích: > 80%"
