"""What a phone sends is read as the words that were meant, each at its place."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.asking.typing import Lexicon, Typist, Word

ENGLISH = "how many applications were submitted online in q1 2019"


def test_every_word_stands_at_its_place_in_the_composed_question(typist):
    typed = typist.read(unicodedata.normalize("NFD", "Quyết định 192/QĐ-UBND tới đâu?"))
    assert [typed.text[w.start : w.end] for w in typed.words] == [
        "Quyết",
        "định",
        "192/QĐ-UBND",
        "tới",
        "đâu",
    ]


def test_words_of_an_abbreviation_all_have_its_place(typist):
    assert typist.read("bn hs").words == (
        Word("bao", "bao", 0, 2),
        Word("nhieu", "nhiêu", 0, 2),
        Word("ho", "hồ", 3, 5),
        Word("so", "sơ", 3, 5),
    )


def test_a_repaired_word_says_so(typist):
    assert [w.is_repaired for w in typist.read("ke haoch 12").words] == [False, True, False]


@pytest.mark.parametrize("typed", ["ngày nà?o", "ngày n ào", "ngàynào", "ngày nàoo"])
def test_words_cut_or_run_together_are_put_right(read, typed):
    assert read(f"ban hành {typed}") == "ban hanh ngay nao"


def test_marks_typed_are_kept_with_their_tone_in_its_place(typist):
    assert [w.toned for w in typist.read("qúy hoà ban bố").words] == ["quý", "hòa", None, "bố"]


def test_keystrokes_give_marks_too(typist):
    assert [w.toned for w in typist.read("tieeps nhaanj").words] == ["tiếp", "nhận"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192/QĐ-UBND", "192/qd-ubnd"),
        ("192/QDD-UBND", "192/qd-ubnd"),
        ("192/QÐ-UBND", "192/qd-ubnd"),
        ("192/qd9-ubnd", "192/qd-ubnd"),
        ("101/VPUBND-TTDDT", "101/vpubnd-ttdt"),
        ("18-NQ/TW", "18-nq/tw"),
        ("25/02/2019", "25/02/2019"),
        ("4.984", "4.984"),
        ("32,93%", "32,93 %"),
        ("Q1/2019", "q1/2019"),
        ("I/2019", "i/2019"),
        ("II", "ii"),
        ("quy1", "quy 1"),
        ("Q1", "q1"),
        ("qd192", "quyet dinh 192"),
        ("QĐ-UBND", "qd-ubnd"),
    ],
)
def test_numbers_and_symbols_stay_whole(read, typed, meant):
    assert read(typed) == meant


def test_a_number_joined_to_a_word_is_cut_off_unless_the_question_is_typed_in_vni(read):
    assert [read("quy1 nhan 120hs"), read("quy1 1 tie6p1 nha65n")] == [
        "quy 1 nhan 120 ho so",
        "quy 1 tiep nhan",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CV 2735", "cong van 2735"),
        ("TT 01/2021/TT-BNV", "thong tu 01/2021/tt-bnv"),
        ("tt hcc tinh", "trung tam hanh chinh cong tinh"),
        ("nop tt bn %", "nop truc tuyen bao nhieu %"),
        ("ti le dung han", "ty le dung han"),
        ("t/c bo may", "to chuc bo may"),
    ],
)
def test_neighbours_decide_what_a_short_form_means(read, typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sở Tài nguyên và Môi tường", "so tai nguyen va moi truong"),
        ("tỷ lệ tực tuyến", "ty le truc tuyen"),
        ("cấp phép nuôi trồng nấm", "cap phep nuoi trong nam"),
        ("mai táng phí", "mai tang phi"),
        ("điểm lên hay xống mấy bậc", "diem len hay xuong may bac"),
    ],
)
def test_a_word_that_its_neighbours_know_with_other_marks_only_may_be_a_slip(read, typed: str, meant: str):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("How many ovedue fikes wrre tehre in 2023?", "how many overdue files were there in 2023"),
        ("satisafction rste 2018", "satisfaction rate 2018"),
        ("overdie applications at the Ministyr", "overdue applications at the ministry"),
        ("how many did Ben Van disrtict receive", "how many did ben van district receive"),
    ],
)
def test_slips_in_english_are_undone_and_its_words_and_names_stay(read, typed: str, meant: str):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Báo cáo nhửng gì chong quý I", "bao cao nhung gi trong quy i"),
        ("công chức được dao, tinh dản", "cong chuc duoc giao tinh gian"),
        ("cấp sã chả kết quả bao dờ", "cap xa tra ket qua bao gio"),
        ("giữ lại, dữ liệu vẫn còn", "giu lai du lieu van con"),
    ],
)
def test_what_is_spelled_as_it_is_heard_is_read_as_meant(read, typed: str, meant: str):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tríchyếuvăn bản số 12", "trich yeu van ban so 12"),
        ("hồ sơtiếpnhậntrựctuyến", "ho so tiep nhan truc tuyen"),
        ("huyện Đắk Pơ", "huyen dak po"),
        ("How manyapplications in 2023", "how many applications in 2023"),
    ],
)
def test_words_that_ran_together_are_taken_apart(read, typed: str, meant: str):
    assert read(typed) == meant


@pytest.mark.parametrize("end", ["cha", "chia", "chưaa", "cưa"])
def test_a_slip_of_what_questions_end_with_is_undone_at_their_end(read, end: str):
    assert read(f"Đề án đã ban hành {end}?") == "de an da ban hanh chua"


def test_who_slips_plainly_in_other_words_may_have_slipped_into_a_real_one(read):
    assert read("Quý II/2018 tàn tỉỉnh tiếep nhậnn bao nhiêu") == "quy ii/2018 toan tinh tiep nhan bao nhieu"


def test_english_is_left_alone_though_some_of_its_words_could_be_telex(read):
    assert read(ENGLISH) == ENGLISH


def test_the_same_word_is_telex_among_telex(read):
    assert read("cos bao nhieeu hoof sow has") == "co bao nhieu ho so ha"


def test_a_name_is_not_taken_for_a_slip(read):
    assert read("huyện Krông Búk và xã Ia Rsươm") == "huyen krong buk va xa ia rsuom"


def test_slips_in_other_words_make_no_slip_of_a_known_name():
    lexicon = Lexicon.shipped()
    lexicon.learn(["ở Hải Dương.", *["đồng ban hành."] * 4, *["hai đồng."] * 3])
    words = [w.folded for w in Typist(lexicon).read("phe duyeet cho ho gia dih o tinh Hai Duong ban hanh").words]
    assert words[-4:] == ["hai", "duong", "ban", "hanh"]


def test_an_admins_alias_is_read_once_added():
    from knowledge.asking.typing.abbreviations import Abbreviation

    lexicon = Lexicon.shipped()
    lexicon.abbreviations.add(Abbreviation("pmc", ("phòng một cửa",)))
    assert [w.folded for w in Typist(lexicon).read("pmc ở đâu").words][:3] == ["phong", "mot", "cua"]


@given(st.text())
def test_any_text_gives_words_within_it(typist, question):
    typed = typist.read(question)
    assert all(0 <= w.start < w.end <= len(typed.text) and w.folded for w in typed.words)


@settings(max_examples=50)
@given(st.text(alphabet="aăâeêioôơuưyđdnghtrcsfxjwz 1269/-.%?\u0301\u0323\u200b", max_size=80))
def test_any_run_of_vietnamese_letters_gives_words_in_order(typist, question):
    starts = [w.start for w in typist.read(question).words]
    assert starts == sorted(starts)


def test_a_very_long_text_is_read_to_its_end(typist):
    words = typist.read("hồ sơ trễ hạnn " * 700).words
    assert len(words) == 2800


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("QD9 145?", "quyet dinh 145"),
        ("Con2 quy1 IV?", "quy iv"),
        ("Quy1 III thi2 sao", "quy iii"),
        ("quy1 2019", "quy 1 2019"),
        ("Ban hanh2 ngay2 nao2?", "ban hanh ngay nao"),
        ("nhom1 va nhom2", "nhom 1 va nhom 2"),
    ],
)
def test_vni_keys_before_a_number_are_no_numbers_themselves(typed: str, meant: str) -> None:
    words = " ".join(word.folded for word in Typist(Lexicon.shipped()).read(typed).words)
    assert meant in words
