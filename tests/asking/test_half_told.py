"""Half of what is asked for is no answer: a run without its beginning, one sentence for several reports, a datum of two."""

from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

OFFICE = "Sở Nội vụ tỉnh Trà Giang"
SPRING = news("21/BC-SNV", "15/3/2021", "quý I năm 2021", "Còn 61 trụ sở dôi dư chưa có phương án xử lý.", "Các sở, ngành giảm 31 phòng so với năm 2017.", office=OFFICE)  # fmt: skip
SUMMER = news("35/BC-SNV", "15/6/2021", "quý II năm 2021", "Còn 38 trụ sở dôi dư chưa có phương án xử lý.", office=OFFICE)  # fmt: skip
ASKER = of_texts(SPRING, SUMMER)


def test_a_run_from_a_report_of_which_nothing_is_told_is_not_told_from_a_later_one():
    asked = "Số trụ sở dôi dư chưa có phương án xử lý thay đổi thế nào từ báo cáo năm 2020 đến báo cáo quý II/2021?"
    assert not is_answered(ask(asked, asker=ASKER))
    assert is_answered(ask(asked.replace("năm 2020", "quý I/2021"), asker=ASKER))


def test_what_changed_from_one_quarter_to_another_is_not_told_against_the_base_of_both():
    asked = "Số phòng mà các sở, ngành giảm được so với năm 2017 tăng lên thế nào từ quý I/2021 đến quý II/2021?"
    assert not is_answered(ask(asked, asker=ASKER))


def test_a_report_is_told_with_its_period_where_that_is_asked_for_as_well():
    direct = ask("Báo cáo 35/BC-SNV là của cơ quan nào, kỳ nào?", asker=ASKER).direct
    assert direct.startswith("Sở Nội vụ")
    assert "quý II/2021" in direct


def test_those_above_a_line_are_not_told_by_a_sentence_that_says_nothing_of_it():
    average = news("7/BC-SNV", "15/12/2021", "năm 2021", "Giá trị trung bình Chỉ số cải cách hành chính năm 2021 của 11 đơn vị là 87,19 điểm, tăng 2,17 điểm so với năm 2020 (85,02 điểm).", office=OFFICE)  # fmt: skip
    asked = "Liệt kê các đơn vị đạt từ 90 điểm trở lên Chỉ số cải cách hành chính năm 2021"
    assert not is_answered(ask(asked, asker=of_texts(average)))


def test_how_many_there_were_before_is_not_told_by_how_many_there_are():
    chat = Chat(of_texts(news("9/BC-SNV", "15/12/2021", "năm 2021", "Cơ quan chuyên môn thuộc UBND tỉnh có 14 cơ quan.", office=OFFICE)))  # fmt: skip
    assert chat.ask("Cơ quan chuyên môn thuộc UBND tỉnh có mấy cơ quan?").direct.startswith("14 cơ quan")
    assert not is_answered(chat.ask("còn trước đó là bao nhiêu?"))


def test_what_was_only_put_forward_is_not_told_as_issued_and_with_what_it_waits_for():
    told = "UBND tỉnh trình Đề án số 77/ĐA-UBND ngày 28/6/2021 sắp xếp các phường. Đề án đang chờ Bộ Nội vụ thẩm định."
    asker = of_texts(news("9/BC-UBND", "15/9/2021", "quý III năm 2021", told, office="UBND tỉnh Trà Giang"))
    direct = ask("Đề án 77 tới đâu rồi?", asker=asker).direct
    assert direct.startswith("Đã trình ngày 28/06/2021")
    assert "chờ Bộ Nội vụ thẩm định" in direct


def test_branches_are_counted_with_their_name():
    told = "Từ ngày 15/8/2021, cả 05 chi nhánh đã áp dụng liên thông thuế đất."
    asker = of_texts(news("9/BC-STNMT", "15/9/2021", "quý III năm 2021", told, office="Sở Tài nguyên và Môi trường tỉnh Trà Giang"))  # fmt: skip
    assert "05 chi nhánh" in ask("Liên thông thuế đất áp dụng đủ 5 chi nhánh chưa?", asker=asker).direct
