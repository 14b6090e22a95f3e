"""A place may be called by words that say something elsewhere; its name says nothing but which place it is."""

from datetime import date

import pytest

from knowledge.grammar.folding import fold
from tests.asking.libraries import YEAR_HEAD, ask, is_answered, news, of_texts

TODAY = date(2021, 12, 20)
NAMES = (
    *("Bến Tre", "Năm Căn", "Chợ Mới", "Kim Lâm", "Khánh Sơn", "An Thới", "Trà Hải", "Quảng Nam"),
    *("Thi Sơn", "Vĩnh Sơn", "Ia Mơ", "Kỳ Anh", "Quý Lộc", "Bắc Sài", "Cao Thắng", "Ngã Năm", "Tiền Hải", "Trực Ninh"),
)
DOSSIERS = "; ".join(f"huyện {name} tiếp nhận {place}.500 hồ sơ, trễ hạn {place}5 hồ sơ" for place, name in enumerate(NAMES, 2))  # fmt: skip
MERGED = "Phường {0} được thành lập trên cơ sở nhập phường {0}, phường Cầu Ván và phường Bến Lội. Phòng Y tế huyện {0} sáp nhập vào Văn phòng HĐND và UBND huyện."
OFFICE = "UBND tỉnh Hưng Hòa"
ASKER = of_texts(
    news("8/BC-UBND", "10/12/2021", "năm 2021", f"Năm 2021 {DOSSIERS}.", office=OFFICE),
    news("9/BC-UBND", "12/12/2021", "năm 2021", *(MERGED.format(name) for name in NAMES), office=OFFICE),
)


@pytest.mark.parametrize(("place", "name"), list(enumerate(NAMES, 2)))
def test_a_figure_is_found_whatever_the_place_is_called(place, name):
    assert ask(f"Năm 2021 huyện {name} trễ hạn bao nhiêu hồ sơ?", asker=ASKER, today=TODAY).direct.startswith(
        f"{place}5"
    )
    assert ask(f"{name} năm 2021 nhận mấy hồ sơ?", asker=ASKER, today=TODAY).direct.startswith(f"{place}.500")
    assert ask(fold(f"huyện {name} nhận mấy hồ sơ năm 2021"), asker=ASKER, today=TODAY).direct.startswith(
        f"{place}.500"
    )


@pytest.mark.parametrize("name", NAMES[1:])
def test_places_are_compared_whatever_they_are_called(name):
    more = ask(f"Năm 2021 huyện {name} nhận nhiều hơn huyện {NAMES[0]} bao nhiêu hồ sơ?", asker=ASKER, today=TODAY)
    assert more.direct.startswith(f"Cao hơn {NAMES.index(name)}.000 hồ sơ")


@pytest.mark.parametrize("name", ["Quyết Thắng", "Cao Thắng", "Thắng Lợi"])
def test_the_last_word_of_a_place_makes_no_month_of_the_number_behind_it(name):
    half = news("7/BC-UBND", "10/6/2021", "6 tháng đầu năm 2021", f"Phường {name} tiếp nhận 418 hồ sơ.", office=OFFICE)
    asker = of_texts(half)
    for asked in (
        f"Phường {name} 6 tháng đầu năm 2021 tiếp nhận bao nhiêu hồ sơ?",
        f"phường {name} 6 tháng 2021 nhận mấy hồ sơ",
    ):
        assert ask(asked, asker=asker, today=TODAY).direct.startswith("418")
        assert ask(fold(asked), asker=asker, today=TODAY).direct.startswith("418")


@pytest.mark.parametrize("name", NAMES)
def test_what_became_of_a_body_is_told_whatever_its_place_is_called(name):
    made_of = ask(f"Phường {name} bây giờ nhập từ những phường nào?", asker=ASKER, today=TODAY)
    became = ask(f"Phòng Y tế huyện {name} nhập vào đâu?", asker=ASKER, today=TODAY)
    assert f"Phường {name} được thành lập" in made_of.direct
    assert is_answered(became)


@pytest.mark.parametrize(
    "place",
    ["Hải Phòng", "hai phong", "Điện Biên", "ha tinh", "Đồng Nai", "huyện Văn Bàn", "thị xã Ba Đồn", "xã Hòa Vang"],
)
def test_nobody_elses_figures_are_those_of_a_place_that_no_report_names(place):
    assert not is_answered(ask(f"{place} năm 2021 trễ hạn bao nhiêu hồ sơ?", asker=ASKER, today=TODAY))
    assert not is_answered(ask(f"{place} năm 2021 diễn biến thế nào?", asker=ASKER, today=TODAY))


def test_what_is_asked_without_tones_is_no_province_by_its_letters():
    asker = of_texts(
        *(
            news(f"{n}/BC-UBND", f"10/12/{y}", f"năm {y}", f"Toàn tỉnh tiếp nhận {n}.500 hồ sơ.", office=OFFICE)
            for n, y in ((1, 2020), (2, 2021))
        )
    )
    assert ask("ho so tiep nhan tu 2020 den 2021 dien bien the nao", asker=asker, today=TODAY).direct.startswith("Tăng")


def test_a_name_behind_the_sort_of_commune_says_nothing_else():
    text = "Năm 2021 xã Hòa Mỹ nhận 900 hồ sơ, xã biên giới Tiền Hải ít nhất với 70 hồ sơ."
    entry = of_texts(news("4/BC-UBND", "10/12/2021", "năm 2021", text, office=OFFICE)).library.figures[0]
    assert "#money" not in entry.own.words | entry.statement.terms.words


LIKE_A_WORD = of_texts(
    YEAR_HEAD + "1. Kết quả\n"
    "Năm 2023 đặc khu Hòn Nhãn tiếp nhận 1.204 hồ sơ, trễ hạn 18 hồ sơ.\n"
    "Năm 2023 tỉnh tiếp nhận 611 hồ sơ hôn nhân có yếu tố nước ngoài.\n"
)


def test_a_place_with_the_letters_of_another_word_is_told_by_its_capitals():
    assert ask("Hòn Nhãn năm 2023 tiếp nhận bao nhiêu hồ sơ?", asker=LIKE_A_WORD).direct.startswith("1.204 hồ sơ")


@pytest.mark.parametrize(
    "question", ["Năm 2023 tiếp nhận bao nhiêu hồ sơ hôn nhân?", "nam 2023 tiep nhan bao nhieu ho so hon nhan"]
)
def test_the_word_itself_is_no_place(question):
    assert "1.204" not in ask(question, asker=LIKE_A_WORD).direct
