"""How many communes, wards and districts there are, by the sentence that says so."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "31/BC-VPUBND",
        "10/12/2020",
        "năm 2020",
        "Toàn tỉnh có 118 đơn vị hành chính cấp xã (96 xã, 12 phường, 10 thị trấn). Tỉnh có 05 xã chưa có máy quét.",
    ),
    news(
        "57/BC-VPUBND",
        "16/9/2021",
        "quý III năm 2021",
        "Từ ngày 01/7/2021, sau sắp xếp, toàn tỉnh còn 64 đơn vị hành chính cấp xã, gồm 55 xã và 09 phường. 64/64 xã, phường đã có Trung tâm.",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sau sắp xếp tỉnh còn bao nhiêu xã, bao nhiêu phường?", "gồm 55 xã và 09 phường"),
        ("toan tinh co may xa may phuong", "gồm 55 xã và 09 phường"),
        ("Tỉnh hiện có bao nhiêu đơn vị hành chính cấp xã?", "64 đơn vị hành chính cấp xã"),
        ("Tỉnh có bao nhiêu phường?", "09 phường"),
        ("hiện toàn tỉnh có bao nhiêu xã, phường", "64 đơn vị hành chính cấp xã"),
    ],
)
def test_the_newest_sentence_that_counts_them_is_told(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question", ["Tỉnh có bao nhiêu huyện?", "Tỉnh có mấy thị trấn, mấy đặc khu?", "Bao nhiêu thôn của tỉnh?"]
)
def test_what_no_sentence_counts_is_not_told(question):
    assert not is_answered(ask(question, asker=ASKER))


def test_communes_of_which_more_is_said_are_other_ones():
    assert "64" not in ask("Tỉnh có bao nhiêu xã chưa có máy quét?", asker=ASKER).direct


PLANS = of_texts(
    news(
        "8/BC-VPUBND",
        "18/3/2021",
        "quý I năm 2021",
        "UBND tỉnh ban hành Kế hoạch số 33/KH-UBND ngày 22/02/2021 về kiểm tra công tác cải cách hành chính năm 2021.",
        "UBND tỉnh ban hành Quyết định số 735/QĐ-UBND ngày 12/3/2021 về Kế hoạch cải cách hành chính giai đoạn 2021 - 2025.",
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "kế hoạch cải cách hành chính 2021-2025 ban hành chưa",
        "has the 2021-2025 administrative reform plan been issued?",
    ],
)
def test_a_plan_of_five_years_is_none_of_its_first(question):
    assert "735/QĐ-UBND" in ask(question, asker=PLANS).direct


@pytest.mark.parametrize(
    "question", ["Kế hoạch cải cách hành chính năm 2021 ban hành chưa?", "kế hoạch cchc 2016-2020 có chưa"]
)
def test_a_plan_of_a_part_or_of_other_years_is_not_the_plan_of_reform(question):
    assert not is_answered(ask(question, asker=PLANS))


PARTS = of_texts(
    news(
        "41/BC-VPUBND",
        "12/3/2019",
        "quý I năm 2019",
        "Thực hiện Quyết định số 512/QĐ-UBND ngày 15/01/2019 của UBND tỉnh, Sở Xây dựng sắp xếp từ 09 phòng, đơn vị còn 07 phòng, đơn vị, gồm 06 phòng và 01 đơn vị sự nghiệp.",
        "Sở Y tế sáp nhập Phòng Kế hoạch vào Phòng Tài chính; từ 8 phòng còn 7 phòng chuyên môn.",
        "Sở Nội vụ hợp nhất Phòng Công chức và Phòng Tổ chức, còn 6 phòng (trước đây 7).",
        "Cấp tỉnh giảm từ 21 sở, ban, ngành xuống 19 sở, ban, ngành.",
    ),
    news(
        "88/BC-VPUBND",
        "14/6/2019",
        "quý II năm 2019",
        "Sở Xây dựng giữ nguyên 07 phòng, đơn vị; có mặt 61 người, giảm 02 người so với quý I.",
        "Có 41 phòng chưa có máy quét.",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sở Xây dựng sắp xếp từ mấy phòng, đơn vị xuống còn mấy?", "Từ 9 còn 07 phòng, đơn vị (giảm 2)"),
        ("so xay dung giam may phong, don vi", "Giảm 2 (từ 9 còn 7)"),
        ("Sở Xây dựng gồm mấy phòng, mấy đơn vị sự nghiệp?", "06 phòng và 01 đơn vị sự nghiệp"),
        ("Sở Xây dựng rút từ mấy đầu mối còn mấy đầu mối?", "Từ 9 còn 07 phòng, đơn vị"),
        ("Sở Y tế sau sáp nhập còn mấy phòng chuyên môn?", "7 phòng chuyên môn"),
        ("Sở Nội vụ trước sắp xếp có mấy phòng, sau còn mấy?", "Từ 7 còn 6 phòng"),
        ("Sau sắp xếp tỉnh còn mấy sở, ban, ngành?", "19 sở, ban, ngành"),
        ("how many divisions does the Department of Construction have?", "7"),
    ],
)
def test_how_many_parts_a_body_has_and_had(question, said):
    assert said in ask(question, asker=PARTS).direct


@pytest.mark.parametrize(
    "question",
    ["Sở Tài chính còn mấy phòng?", "Sở Xây dựng có mấy chi cục?", "Sở Y tế trước sáp nhập có mấy đơn vị sự nghiệp?"],
)
def test_the_parts_of_another_body_or_kind_are_not_told(question):
    assert not is_answered(ask(question, asker=PARTS))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sở Y tế sáp nhập phòng nào vào Phòng Tài chính?", "Phòng Kế hoạch"),
        ("so noi vu hop nhat hai phong nao voi nhau", "Phòng Công chức và Phòng Tổ chức"),
    ],
)
def test_which_parts_were_merged(question, said):
    assert said in ask(question, asker=PARTS).direct


def test_parts_that_another_body_merged_are_not_told():
    assert not is_answered(ask("Sở Xây dựng hợp nhất hai phòng nào với nhau?", asker=PARTS))


BELOW = of_texts(
    news(
        "61/BC-VPUBND",
        "12/3/2021",
        "quý I năm 2021",
        "Huyện Gia Vân sắp xếp từ 27 xã còn 24 xã. Huyện Gia Bình có 18 xã, thị trấn.",
    )
)


@pytest.mark.parametrize("question", ["Sau sắp xếp tỉnh còn bao nhiêu xã?", "Toàn tỉnh có bao nhiêu xã, thị trấn?"])
def test_the_communes_of_a_district_are_not_those_of_the_province(question):
    assert not is_answered(ask(question, asker=BELOW))


def test_the_communes_of_a_district_are_told_of_it():
    assert "24 xã" in ask("Huyện Gia Vân sau sắp xếp còn bao nhiêu xã?", asker=BELOW).direct


COMMUNE = of_texts(
    news(
        "47/BC-UBND",
        "18/9/2025",
        "quý III năm 2025",
        "Nhập từ 03 xã của huyện Bản Lầm trước đây; diện tích tự nhiên 148,62 km2; dân số 13.247 người; 31 thôn, trong đó"
        " 12 thôn đặc biệt khó khăn.",
        "Còn 05 thôn chưa có sóng di động.",
        office="UBND xã Thác Vai",
    )
)


def test_the_hamlets_of_a_commune_are_those_that_stand_with_how_many_live_there():
    assert ask("Xã Thác Vai có mấy thôn?", asker=COMMUNE).direct.startswith("31 thôn")


DIVISIONS = of_texts(
    news(
        "19/BC-SNV",
        "20/9/2025",
        "quý III năm 2025",
        "13 sở và cơ quan tương đương hoạt động với 96 phòng.",
        "Sau khi hợp nhất, Sở Nội vụ giảm từ 17 phòng còn 10 phòng.",
        "Toàn tỉnh có 61 đơn vị hành chính cấp xã, gồm 46 xã, 14 phường và 01 đặc khu.",
    ),
    news(
        "44/BC-SNV",
        "14/3/2026",
        "quý I năm 2026",
        "Từ ngày 01/02/2026, Sở Nội vụ hợp nhất hai phòng thành Phòng Công chức, còn 9 phòng.",
        "Các sở còn 91 phòng, giảm 05 phòng so với quý III/2025. Có 05 sở còn 37 phòng.",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Giờ Sở Nội vụ còn mấy phòng?", "9 phòng"),
        ("Sau khi nhập hai tỉnh, Sở Nội vụ từ mấy phòng xuống còn mấy phòng?", "Từ 17 còn 10 phòng (giảm 7)"),
        ("Toàn tỉnh các sở còn bao nhiêu phòng?", "91 phòng"),
        ("Tỉnh có bao nhiêu xã, phường, đặc khu, mỗi loại bao nhiêu?", "46 xã, 14 phường và 01 đặc khu"),
    ],
)
def test_the_divisions_of_all_agencies_are_not_those_of_the_reporting_one(question, said):
    assert said in ask(question, asker=DIVISIONS).direct


@pytest.mark.parametrize(
    "question",
    ["Tỉnh có bao nhiêu xã, thị trấn, mỗi loại bao nhiêu?", "Sở Tài chính từ mấy phòng xuống còn mấy phòng?"],
)
def test_of_each_kind_each_must_be_counted(question):
    assert not is_answered(ask(question, asker=DIVISIONS))


ZONE = of_texts(
    news(
        "12/BC-UBND",
        "12/9/2025",
        "quý III năm 2025",
        "Sau sắp xếp, tỉnh có 81 đơn vị hành chính cấp xã (60 xã, 20 phường và đặc khu Hòn Mê); kết thúc hoạt động của 11 đơn vị hành chính cấp huyện. "
        "Tỉnh kiểm tra 15 xã, phường, đặc khu.",
        office="UBND tỉnh Hưng Hòa",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tỉnh có bao nhiêu phường?", "20 phường và đặc khu Hòn Mê)"),
        ("Tỉnh giờ gồm bao nhiêu xã và bao nhiêu phường?", "60 xã, 20 phường"),
        ("Mấy đơn vị cấp huyện dừng hoạt động?", "11 đơn vị"),
        ("Bao nhiêu đơn vị cấp huyện chấm dứt hoạt động?", "11 đơn vị"),
    ],
)
def test_a_zone_that_is_named_is_none_of_the_wards(question, said):
    assert said in ask(question, asker=ZONE).direct


@pytest.mark.parametrize("question", ["Tỉnh có mấy đặc khu?", "Mấy đơn vị cấp xã dừng hoạt động?"])
def test_zones_that_are_not_counted_are_not_told(question):
    assert not is_answered(ask(question, asker=ZONE))
