"""Bodies and places are told apart by their words, tones and capitals; the places here are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grammar.asked_organisations import find_asked_organisations
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.known_places import known_provinces
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import (
    Organisation,
    OrganisationMention,
    find_generic_bodies,
    find_organisations,
    parse_organisation,
)

PLACES = frozenset({"hung hoa", "bau sen", "lam khe", "phuoc long tay"})
COMMON = frozenset({"bao", "nhieu", "nao", "may", "da", "co", "duoc", "tiep", "nhan"})


def named(text: str) -> list[Organisation]:
    return [mention.organisation for mention in find_organisations(text)]


def asked(text: str) -> list[OrganisationMention]:
    return list(find_asked_organisations(fold(text), places=PLACES, common=COMMON))


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("UBND tỉnh Hưng Hòa", Organisation("ubnd", "province", "hung hoa")),
        ("Ủy ban nhân dân huyện Bàu Sen", Organisation("ubnd", "district", "bau sen")),
        ("UBND thị xã Lâm Khê", Organisation("ubnd", "district", "lam khe")),
        ("UBND thành phố Lâm Khê", Organisation("ubnd", "city", "lam khe")),
        ("UBND phường Sao Mai", Organisation("ubnd", "commune", "sao mai")),
        ("UBND xã Đồng Cỏ", Organisation("ubnd", "commune", "dong co")),
        ("HĐND tỉnh", Organisation("hdnd", "province", "")),
        ("Văn phòng UBND tỉnh Hưng Hòa", Organisation("van phong ubnd", "province", "hung hoa")),
        ("Sở Nội vụ", Organisation("so noi vu")),
        ("Sở Kế hoạch và Đầu tư", Organisation("so ke hoach dau tu")),
        ("Phòng Tài chính - Kế hoạch", Organisation("phong tai chinh ke hoach")),
        ("Thủ tướng Chính phủ", Organisation("thu tuong chinh phu")),
        ("tỉnh Hưng Hòa", Organisation("", "province", "hung hoa")),
        ("quận Bàu Sen", Organisation("", "district", "bau sen")),
        ("phường Sao Mai", Organisation("", "commune", "sao mai")),
        ("TP. Lâm Khê", Organisation("", "city", "lam khe")),
        ("TP Lâm Khê", Organisation("", "city", "lam khe")),
        ("UBND TP. Lâm Khê", Organisation("ubnd", "city", "lam khe")),
        ("UBND TX. Lâm Khê", Organisation("ubnd", "district", "lam khe")),
        ("đặc khu Đảo Yến", Organisation("", "commune", "dao yen")),
    ],
)
def test_a_name_has_its_body_level_and_place(text, organisation):
    assert named(f"Theo {text}, đã có kết quả") == [organisation]


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm Hành chính công tỉnh",
        "Trung tâm Phục vụ hành chính công tỉnh",
        "Bộ phận Một cửa",
        "bộ phận một cửa",
        "Bộ phận Tiếp nhận và Trả kết quả",
    ],
)
def test_a_desk_is_known_as_one(text):
    (found,) = named(f"tại {text} đã tiếp nhận")
    assert found.is_desk


def test_an_office_is_no_desk():
    assert not named("Văn phòng UBND tỉnh")[0].is_desk


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh"),
        ("Uỷ ban nhân dân tỉnh", "UBND tỉnh"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Bộ phận Tiếp nhận và Trả kết quả", "Bộ phận Một cửa"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm Hành chính công"),
        ("TT PVHCC", "Trung tâm Hành chính công"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("SỞ NỘI VỤ", "sở nội vụ"),
    ],
)
def test_two_names_of_one_body_are_alike(a, b):
    assert normalise(a) == normalise(b)


def test_phuong_is_a_level_and_phuong_without_its_tone_is_none():
    assert named("phường Sao Mai có phương Nam làm hướng") == [Organisation("", "commune", "sao mai")]


@pytest.mark.parametrize("text", ["quán Bàu Sen", "phương Đông", "xà Đồng Cỏ", "tính Hưng Hòa"])
def test_a_word_with_other_tones_is_no_level(text):
    assert named(text) == []


def test_a_place_name_ends_where_its_capitals_end():
    (mention,) = find_organisations("Tại huyện Bàu Sen tiếp nhận 12 hồ sơ")
    assert mention.name == "huyện Bàu Sen"


def test_two_places_of_a_list_are_two():
    assert [o.place for o in named("huyện Bàu Sen, huyện Cồn Rộc và thị xã Lâm Khê")] == [
        "bau sen",
        "con roc",
        "lam khe",
    ]


def test_the_capitals_of_a_head_are_one_name():
    (mention,) = find_organisations("VĂN PHÒNG UBND TỈNH HƯNG HÒA")
    assert (mention.name, mention.organisation.place) == ("VĂN PHÒNG UBND TỈNH HƯNG HÒA", "hung hoa")


def test_a_shouted_level_before_ordinary_words_names_no_place():
    assert named("CÁC HUYỆN Đã báo cáo") == []


def test_a_level_without_a_name_is_no_place():
    assert named("các huyện, thị xã và phường đã báo cáo") == []


def test_a_body_outside_the_gazetteer_is_known_by_its_form():
    assert [m.name for m in find_generic_bodies("do Bộ Lâm nghiệp chủ trì")] == ["Bộ Lâm nghiệp"]


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("UBND huyện Bàu Sen", Organisation("ubnd", "district", "bau sen")),
        ("Ban Quản lý Khu du lịch Hồ Sao", Organisation("ban quan ly khu du lich ho sao")),
        ("Bàu Sen", Organisation(place="bau sen")),
    ],
)
def test_a_whole_name_is_a_known_body_or_one_by_its_word_or_a_place(name, organisation):
    assert parse_organisation(name) == organisation


def test_provinces_are_known_folded():
    assert {"ha giang", "da nang"} <= known_provinces()


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("ubnd tinh hung hoa ban hanh gi", Organisation("ubnd", "province", "hung hoa")),
        ("huyện Bàu Sen nhận bao nhiêu", Organisation("", "district", "bau sen")),
        ("so noi vu nhan may ho so", Organisation("so noi vu")),
        ("vp ubnd tinh hung hoa", Organisation("van phong ubnd", "province", "hung hoa")),
        ("thanh pho lam khe", Organisation("", "city", "lam khe")),
    ],
)
def test_a_question_without_tones_names_them_too(text, organisation):
    assert [m.organisation for m in asked(text)] == [organisation]


def test_a_place_that_no_report_names_is_told_as_unknown():
    (mention,) = asked("huyện Khe Trắng tiếp nhận mấy hồ sơ")
    assert (mention.organisation.place, mention.is_unknown) == ("khe trang", True)


def test_a_place_of_the_reports_is_not_unknown():
    (mention,) = asked("huyen bau sen tiep nhan may ho so")
    assert not mention.is_unknown


@pytest.mark.parametrize("text", ["cấp huyện nhận bao nhiêu", "các huyện nào chậm", "tuyến xã có mấy hồ sơ"])
def test_a_level_in_general_is_no_unknown_place(text):
    assert asked(text) == []


@pytest.mark.parametrize("text", ["quan tam nhat", "phuong huong quy 2", "phương án sắp xếp", "quan trong nhat"])
def test_words_that_fold_like_a_level_name_no_place(text):
    assert asked(text) == []


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text):
    composed = compose(text)
    assert all(composed[m.start : m.end] == m.name for m in find_organisations(composed))


@given(st.text(max_size=80))
def test_any_question_is_read_without_error(text):
    assert all(m.end > m.start for m in asked(compose(text)))


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("UBND TỈNH AN LẠC SỞ NỘI VỤ Số: 5/BC-SNV", "an lac"),
        ("UBND THÀNH PHỐ HẢI PHÒNG VĂN PHÒNG", "hai phong"),
        ("UBND HUYỆN NAM TRÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "nam tra"),
        ("UBND HUYỆN NĂM CĂN", "nam can"),
        ("UBND huyện Năm Căn", "nam can"),
        ("UBND TỈNH NĂM 2019", ""),
        ("KẾT QUẢ CỦA UBND TỈNH NĂM QUA", ""),
    ],
)
def test_a_places_name_ends_where_another_name_or_a_year_begins(head, place):
    assert next(find_organisations(head)).organisation.place == place


@pytest.mark.parametrize("head", ["Bộ trưởng Bộ Hạ tầng và Đô thị", "Cục trưởng Cục Cấp thoát nước"])
def test_what_a_person_heads_is_the_body(head):
    assert parse_organisation(head) == parse_organisation(head.split(" ", 2)[2])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("UBND xã Quý Lộc báo cáo", "quy loc"),
        ("UBND THỊ XÃ NGÃ NĂM", "nga nam"),
        ("thị xã Ngã Năm 6 tháng đầu năm", "nga nam"),
        ("THỊ XÃ CỬA SA NĂM 2020", "cua sa"),
        ("thị xã Cửa Sa Năm 2020", "cua sa"),
        ("TỈNH TÂN GIANG QUÝ I", "tan giang"),
        ("phường Cách Mạng Tháng Tám", "cach mang thang tam"),
        ("xã Đá Bạc Trong 6 tháng cuối năm", "da bac trong"),
        ("UBND thành phố Hội An", "hoi an"),
        ("UBND huyện đảo Lý Sơn", "ly son"),
        ("UBND tỉnh Quý này", ""),
        ("UBND xã Năm qua", ""),
    ],
)
def test_a_places_name_holds_words_of_time_where_no_time_follows(text, place):
    assert next(find_organisations(text)).organisation.place == place
