"""Questions that change one thing of the one before, ask for both of two or for a part, or for the report that told it."""

from datetime import date

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import Chat, is_answered, news, of_texts, shipped

DISTRICTS = of_texts(
    news(
        "41/BC-VPUBND",
        "15/6/2021",
        "quý II năm 2021",
        "Toàn tỉnh giải quyết 9.120 hồ sơ, trễ hạn 148 hồ sơ; trong đó cấp huyện trễ hạn 96 hồ sơ.",
        "Trong 148 hồ sơ trễ hạn có 83 hồ sơ thuộc lĩnh vực đất đai.",
    )
)


def _talk(*questions: str, asker=None, language: str = "vi") -> Chat:
    chat = Chat(asker or shipped(), date(2021, 9, 20), language)
    for question in questions:
        chat.ask(question)
    return chat


@pytest.mark.parametrize(
    ("questions", "begins"),
    [
        (("quy 1 tiep nhan bn hs", "con quy 2", "so sanh 2 quy do"), "Tăng 715 hồ sơ"),
        (("quy 1 tiep nhan bn hs", "con quy 2", "so sanh 2 quy do", "quy nao cao hon"), "Tăng 715 hồ sơ"),
        (("quy 1 tiep nhan bn hs", "con quy 2", "so sanh", "truc tuyen bn", "chiem bn %"), "34,99%"),
        (
            ("quy 1 tiep nhan bn hs", "con quy 2", "so sanh", "truc tuyen bn", "chiem bn %", "cai nao cao hon"),
            "Tăng 9,01",
        ),
    ],
)
def test_what_is_compared_are_the_two_last_spoken_of(questions, begins):
    assert _talk(*questions).answers[-1].direct.startswith(begins)


def test_a_run_of_questions_reaches_back_to_the_one_it_began_with():
    chat = _talk("quy 1 tiep nhan bn hs", "truc tuyen bn", "chiem bn %", "con quy 2", "con quy 1", "the quy 2")
    assert chat.answers[-1].direct.startswith("44,00%")


def test_what_names_nothing_and_is_not_found_ends_no_conversation():
    chat = _talk("QĐ 702 tới đâu rồi?", "hop luc 8 gio", "the ai ban hanh")
    assert [is_answered(one) for one in chat.answers] == [True, False, True]


@pytest.mark.parametrize("asked", ["con quy 1?", "con quy 1 nam 2021"])
def test_a_document_has_no_quarter(asked):
    assert _talk("QĐ 702 tới đâu rồi?", asked).answers[-1].outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("asked", ["linh vuc nao", "o dau", "co quan nao"])
def test_the_whole_does_not_tell_which(asked):
    assert not is_answered(_talk("quy 2/2021 tre han bn", asked).answers[-1])


@pytest.mark.parametrize(("asked", "begins"), [("rieng dat dai?", "83"), ("rieng cap huyen?", "96")])
def test_a_part_is_told_and_never_the_whole(asked, begins):
    assert _talk("quy 2/2021 toan tinh tre han bn", asked, asker=DISTRICTS).answers[-1].direct.startswith(begins)


@pytest.mark.parametrize("asked", ["rieng xay dung?", "rieng cap xa?"])
def test_a_part_that_no_report_tells_is_not_found(asked):
    assert not is_answered(_talk("quy 2/2021 toan tinh tre han bn", asked, asker=DISTRICTS).answers[-1])


@pytest.mark.parametrize(
    ("asked", "told"),
    [("the ai ban hanh", "Văn phòng UBND tỉnh Hưng Hòa – báo cáo 221"), ("bao cao nao", "221/BC-VPUBND")],
)
def test_behind_a_figure_its_report_is_asked_for(asked, told):
    assert told in _talk("quy 2/2021 tiep nhan bn hs", asked).answers[-1].direct


def test_what_is_asked_of_the_report_just_told_is_of_no_other():
    assert "17/06/2021" in _talk("quy 2/2021 tiep nhan bn hs", "ai ban hanh", "ngay nao").answers[-1].direct


def test_what_another_body_has_to_do_is_asked_in_the_words_of_before():
    chat = _talk("Sở Nội vụ phụ trách văn bản nào?", "con so tai chinh?")
    several, one = (told.direct for told in chat.answers)
    assert (several, one.split(":")[0]) == ("2 việc giao Sở Nội vụ", "Công văn 1190/UBND-KSTT")


@pytest.mark.parametrize(
    "asked", ["so noi vu duoc giao van ban nao", "so noi vu phu trach van ban nao", "so noi vu phai lam gi"]
)
def test_what_a_body_has_to_do_is_not_asked_of_the_document_before(asked):
    assert _talk("KH 33 toi dau roi", asked).answers[-1].direct == "2 việc giao Sở Nội vụ"


def test_whether_all_documents_are_done_has_nothing_to_do_with_the_overdue_ones_before():
    assert not is_answered(_talk("quy 2 qua han bao nhieu", "tat ca van ban da xong chua").answers[-1])


@pytest.mark.parametrize("asked", ["bao gio het han", "khi nao den han"])
def test_when_a_document_falls_due_is_not_its_day(asked):
    assert "31/08/2021" in _talk("KH 33 toi dau roi", asked).answers[-1].direct


@pytest.mark.parametrize(("asked", "language"), [("bao nhieu trong quy 3", "vi"), ("how many in Q3?", "en")])
def test_how_many_of_nothing_is_asked_back(asked, language):
    answer = _talk(asked, language=language).answers[-1]
    assert answer.direct in {"Chưa rõ bạn hỏi số liệu gì.", "It is not clear which figure you mean."}


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (("How many dossiers were received in Q1 2021?", "how many in Q2?"), "7,025"),
        (("How many dossiers were received in Q1 2021?", "and Q2?", "compare them"), "Up 715"),
        (("How many dossiers were received in Q2 2021?", "and late ones?"), "54 dossiers"),
        (("How many dossiers were received in Q2 2021?", "who issued it?"), "221/BC-VPUBND"),
        (("Where does plan 33 stand?", "who is in charge of it?"), "Sở Nội vụ is responsible"),
        (("Where does plan 33 stand?", "when is it due?"), "due 31 Aug 2021"),
        (("Where does plan 33 stand?", "is it overdue?"), "overdue by 20 days"),
        (("What is decision 702 about?", "when was it issued?"), "11 May 2021"),
        (("What is decision 702 about?", "when does it take effect?"), "1 Jun 2021"),
        (("What is overdue?",), "1 document"),
        (("What did the Department of Home Affairs have to do?",), "2 tasks of Sở Nội vụ"),
        (
            (
                "What is overdue?",
                "What does the Department of Finance have to do?",
                "and the Department of Home Affairs?",
            ),
            "2 tasks",
        ),
    ],
)
def test_english_goes_on_as_vietnamese_does(questions, told):
    assert told in _talk(*questions, language="en").answers[-1].direct


def test_what_is_overdue_of_a_body_is_no_other_bodys():
    assert not is_answered(_talk("so giao duc va dao tao co van ban nao qua han khong").answers[-1])


WARD = of_texts(
    """ỦY BAN NHÂN DÂN TỈNH HƯNG HÒA
Số: 61/BC-UBND
Hưng Hòa, ngày 15 tháng 6 năm 2021

BÁO CÁO
Công tác cải cách hành chính quý II năm 2021

1. Toàn tỉnh tiếp nhận 90.400 hồ sơ, trong đó trực tuyến 21.300 hồ sơ. Chia theo cấp: cấp huyện 60.100 hồ sơ, cấp xã 30.300 hồ sơ.
2. Toàn tỉnh quá hạn 1.204 hồ sơ; một số xã như Trà Đông, Cát Sơn còn thiếu máy.
""",
    """UBND HUYỆN BÀU SEN
UBND XÃ TRÀ ĐÔNG
Số: 18/BC-UBND
Trà Đông, ngày 14 tháng 6 năm 2021

BÁO CÁO
Công tác cải cách hành chính quý II năm 2021 của xã Trà Đông

1. UBND xã tiếp nhận 802 hồ sơ, trong đó trực tuyến 301 hồ sơ. Đã giải quyết 790 hồ sơ, quá hạn 12 hồ sơ.
""",
)


@pytest.mark.parametrize(
    ("questions", "begins"),
    [
        (("quy 2/2021 xa tra dong qua han bn", "con toan tinh?"), "1.204"),
        (("quy 2/2021 xa tra dong tiep nhan bn hs", "truc tuyen bn", "qua han?"), "12"),
        (("quy 2/2021 xa tra dong tiep nhan bn hs", "truc tuyen bn", "qua han?", "con toan tinh"), "1.204"),
        (("quy 2/2021 toan tinh tiep nhan bn hs", "rieng cap huyen?", "con cap xa", "qua han thi sao"), "1.204"),
        (("quy 2/2021 toan tinh tiep nhan bn hs", "con xa tra dong", "rieng truc tuyen"), "301"),
        (("quy 2/2021 toan tinh tiep nhan bn hs", "rieng cap huyen?"), "60.100"),
    ],
)
def test_a_whole_takes_the_place_of_its_part_and_a_part_that_of_another(questions, begins):
    assert _talk(*questions, asker=WARD).answers[-1].direct.startswith(begins)


@pytest.mark.parametrize("asked", ["xa nao qua han nhieu nhat", "phuong nao it nhat"])
def test_a_sentence_that_names_some_does_not_tell_which_is_most(asked):
    assert not is_answered(_talk("quy 2/2021 toan tinh qua han bn", asked, asker=WARD).answers[-1])


def test_what_is_divided_by_levels_is_not_what_was_handed_in_online():
    assert not is_answered(_talk("quy 2/2021 cap huyen nop truc tuyen bn hs", asker=WARD).answers[-1])


@pytest.mark.parametrize("asked", ["của Sở Nội vụ", "so noi vu thi sao", "còn Sở Nội vụ"])
def test_a_list_is_narrowed_to_a_body(asked):
    assert "33/KH-UBND" in _talk("van ban nao qua han", asked).answers[-1].lines[0]


@pytest.mark.parametrize(
    "asked",
    [
        "vi sao cham",
        "linh vuc nao",
        "o xa nao",
        "don vi nao phoi hop",
        "ban hanh kem theo gi",
        "tai o dau",
        "co may dieu",
        "con quy 1?",
    ],
)
def test_what_no_report_tells_of_a_document_is_not_answered_with_its_state(asked):
    assert not is_answered(_talk("KH 33 qua han chua", asked).answers[-1])


@pytest.mark.parametrize("asked", ["vi sao vay", "con ai nua", "cai nao", "so voi tinh ban"])
def test_what_a_number_does_not_say_is_not_answered_with_it(asked):
    assert not is_answered(_talk("quy 2/2021 tiep nhan bn hs", asked).answers[-1])


def test_why_without_a_subject_is_of_the_body_and_time_before():
    assert not is_answered(_talk("so tai chinh quy 1/2020 tre bn", "vi sao tre", asker=WARD).answers[-1])


def test_documents_in_a_state_are_counted_and_then_named():
    chat = _talk("co may van ban qua han", "van ban nao")
    assert [one.direct for one in chat.answers] == ["1 văn bản", "1 văn bản"]


def test_of_a_department_has_the_letters_of_of_a_register():
    register = """SỔ THEO DÕI VĂN BẢN NĂM 2021 CỦA VĂN PHÒNG UBND TỈNH HƯNG HÒA (cập nhật đến ngày 30/6/2021)

| Số ký hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|
| 77/UBND-VX | 05/3/2021 | Khảo sát hài lòng của người bệnh | Sở Y tế | 31/7/2021 | Chưa thực hiện |
| 78/UBND-VX | 06/3/2021 | Chấn chỉnh giờ làm việc | Sở Nội vụ | 31/3/2021 | Đã hoàn thành |
"""
    assert _talk("van ban nao qua han cua so y te", asker=of_texts(register)).answers[-1].direct == "1 văn bản"


def test_what_falls_due_in_the_month_to_come_is_listed():
    chat = Chat(shipped(), date(2021, 8, 10))
    assert "33/KH-UBND" in " ".join(chat.ask("van ban nao sap den han").lines)


def test_a_desks_count_is_not_the_provinces_where_that_is_told():
    text = """ỦY BAN NHÂN DÂN TỈNH HƯNG HÒA
Số: 61/BC-UBND
Hưng Hòa, ngày 15 tháng 6 năm 2021

BÁO CÁO
Công tác cải cách hành chính quý II năm 2021

1. Trung tâm Phục vụ hành chính công tỉnh tiếp nhận 7.034 hồ sơ, giải quyết 6.815 hồ sơ, quá hạn 27 hồ sơ.
2. Toàn tỉnh tiếp nhận 90.400 hồ sơ.
"""
    answers = _talk("quy 2/2021 toan tinh tiep nhan bn", "qua han bn", asker=of_texts(text)).answers
    assert [is_answered(one) for one in answers] == [True, False]


@pytest.mark.parametrize(
    "asked", ["tang bao nhieu so voi cung ky", "tong la bao nhieu", "truc tuyen dat chi tieu khong"]
)
def test_what_is_not_told_is_not_answered_with_the_share_before(asked):
    assert not is_answered(_talk("ty le truc tuyen quy 2/2021", asked).answers[-1])


def test_what_goes_on_is_not_told_of_another_time():
    earlier = news("12/BC-VPUBND", "15/3/2021", "quý I năm 2021", "Kinh phí tinh giản biên chế là 3,2 tỷ đồng.")
    later = news("41/BC-VPUBND", "15/6/2021", "quý II năm 2021", "Toàn tỉnh tiếp nhận 9.120 hồ sơ.")
    assert not is_answered(
        _talk("quy 2/2021 tiep nhan bn hs", "con kinh phi?", asker=of_texts(earlier, later)).answers[-1]
    )


@pytest.mark.parametrize(
    "asked", ["ai lam", "xong chua", "han den bao gio", "viec nao quan trong nhat", "viec dau tien la gi"]
)
def test_a_number_is_no_work_that_somebody_does(asked):
    assert not is_answered(_talk("quy 2/2021 tiep nhan bn hs", asked).answers[-1])


@pytest.mark.parametrize(
    "question", ["còn của tỉnh?", "của tỉnh thì sao", "còn toàn tỉnh?", "của tỉnh bao nhiêu vậy em"]
)
def test_the_province_may_be_asked_for_behind_its_district(question):
    office = "UBND tỉnh Hưng Hòa"
    chat = Chat(
        of_texts(
            news("25/BC-UBND", "15/6/2021", "6 tháng đầu năm 2021", "Toàn tỉnh tiếp nhận 21.500 hồ sơ.", office=office),
            news(
                "8/BC-UBND",
                "12/6/2021",
                "6 tháng đầu năm 2021",
                "Toàn huyện tiếp nhận 2.310 hồ sơ.",
                office="UBND huyện Bàu Sen",
            ),
        )
    )
    assert chat.ask("6 tháng đầu năm 2021 huyện Bàu Sen tiếp nhận bao nhiêu hồ sơ").direct.startswith("2.310")
    assert chat.ask(question).direct.startswith("21.500")
