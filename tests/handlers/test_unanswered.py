"""/chuatraloi: what was not answered, grouped and without names, and what admins do about it."""

import pytest

from tests.handlers.published import ANSWER, QUESTION, publish_samples
from tests.house import House

LOST = "Bao giờ xây xong trường mầm non?"


@pytest.fixture
def asked(first_sample: House) -> House:
    """The bot with the first sample published."""
    return first_sample


async def test_nothing_waits_in_the_beginning(asked: House):
    assert "Không còn câu nào" in (await (await asked.owner()).ask("/chuatraloi")).text


async def test_questions_that_read_alike_are_one_line_and_the_most_asked_comes_first(asked: House):
    lan, hoa, owner = await asked.official(), await asked.official("Hoa"), await asked.owner()
    await lan.ask("Thời tiết ở sao Hỏa thế nào?")
    await lan.ask(LOST)
    await hoa.ask("bao gio xay xong truong mam non?")
    screen = await owner.ask("/unanswered")
    assert [text.partition(" ")[0] for text in screen.button_texts] == ["2", "1"]
    assert "3 câu không có câu trả lời" in screen.text


async def test_nobody_is_named(asked: House):
    lan, owner = await asked.official("Nguyễn Thị Lan"), await asked.owner()
    await lan.ask(LOST)
    screen = await owner.ask("/chuatraloi")
    await owner.press(screen, "mầm non")
    card = await owner.next_edit(screen)
    assert ("Lan" in card.text, str(lan.id) in card.text) == (False, False)


async def test_an_answer_that_was_thumbed_down_is_listed(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    reply = await lan.ask(QUESTION)
    await lan.press(reply, "👎")
    await lan.next_edit(reply)
    assert QUESTION[:20] in (await owner.ask("/chuatraloi")).button_texts[0]


@pytest.mark.parametrize("verdict", ["Đã sửa", "Giữ nguyên"])
async def test_what_was_reported_and_dealt_with_is_listed_again_only_when_it_fails_again(asked: House, verdict: str):
    lan, owner = await asked.official(), await asked.owner()
    for _ in range(2):
        reply = await lan.ask(QUESTION)
        await lan.press(reply, "👎")
        reply = await lan.next_edit(reply)
    await lan.press(reply, "Báo sai")
    await lan.next_reply()
    card = await owner.next_reply()
    await owner.press(card, verdict)
    await owner.next_edit(card)
    await lan.next_reply()
    assert (await owner.ask("/chuatraloi")).button_texts == []
    asked.clock.advance(minutes=5)
    reply = await lan.ask(QUESTION)
    await lan.press(reply, "👎")
    await lan.next_edit(reply)
    assert (await owner.ask("/chuatraloi")).button_texts == [f"1 × {QUESTION}"]


async def test_words_that_lean_on_a_question_before_them_are_listed_behind_it(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await lan.ask(QUESTION)
    await lan.ask("còn quý 4?")
    screen = await owner.ask("/chuatraloi")
    assert screen.button_texts == [f"1 × {QUESTION} → còn quý 4?"]
    await owner.press(screen, "quý 4")
    card = await owner.next_edit(screen)
    assert f"Hỏi tiếp sau câu: “{QUESTION}”" in card.text
    assert card.button_texts == ["Thêm mục trả lời", "Ngoài phạm vi", "‹ Danh sách"]


async def test_out_of_scope_leaves_the_list_and_can_be_undone(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await lan.ask(LOST)
    screen = await owner.ask("/chuatraloi")
    await owner.press(screen, "mầm non")
    await owner.press(await owner.next_edit(screen), "Ngoài phạm vi")
    aside = await owner.look(screen, edits=2)
    assert "Không còn câu nào" in (await owner.ask("/chuatraloi")).text
    await owner.press(aside, "Hoàn tác")
    await owner.look(screen, edits=3)
    assert "mầm non" in (await owner.ask("/chuatraloi")).button_texts[0]


async def test_what_a_new_report_answers_leaves_the_list_by_itself(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await lan.ask("Quý II/2019 tiếp nhận bao nhiêu hồ sơ?")
    assert (await owner.ask("/chuatraloi")).button_texts != []
    publish_samples(asked, "02")
    assert (await owner.ask("/chuatraloi")).button_texts == []


async def test_from_a_question_an_admin_goes_on_to_add_an_entry(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await lan.ask(LOST)
    screen = await owner.ask("/chuatraloi")
    await owner.press(screen, "mầm non")
    await owner.press(await owner.next_edit(screen), "Thêm mục")
    assert "Bạn muốn thêm gì?" in (await owner.next_reply()).text


async def test_the_same_asked_in_other_words_is_one_line(asked: House):
    lan, hoa, owner = await asked.official(), await asked.official("Hoa"), await asked.owner()
    await lan.ask(LOST)
    await hoa.ask("trường mầm non khi nào xây xong")
    screen = await owner.ask("/chuatraloi")
    assert [text.partition(" ")[0] for text in screen.button_texts] == ["2"]
    await owner.press(screen, "mầm non")
    card = await owner.next_edit(screen)
    assert ("Bao giờ xây xong" in card.text, "khi nào xây xong" in card.text) == (True, True)


async def test_an_entry_made_of_it_answers_everyone_who_asked_once(asked: House):
    lan, hoa, owner = await asked.official(), await asked.official("Hoa"), await asked.owner()
    for person, words in ((lan, "quyết định 777 về việc gì"), (hoa, "QĐ 777 về việc gì?"), (lan, "QĐ 777 về việc gì?")):
        await person.ask(words)
    screen = await owner.ask("/chuatraloi")
    await owner.press(screen, "777")
    await owner.press(await owner.next_edit(screen), "Thêm mục")
    await owner.press(await owner.next_reply(), "Văn bản")
    await owner.press(await owner.next_reply(), "Đã ban hành")
    await owner.next_reply()
    await owner.ask("777/QĐ-UBND")
    message = await owner.ask("xây dựng trường mầm non")
    for _ in range(2):
        await owner.press(message, "Bỏ qua")
        message = await owner.next_reply()
    await owner.press(message, "Lưu")
    assert "Đang trả lời 2 nơi" in (await owner.next_edit(message)).text
    for person in (lan, hoa):
        told = await person.next_reply()
        assert ("nay có câu trả lời" in told.text, "trường mầm non" in told.text) == (True, True)
    asked_ids = [one.last_id for one in asked.knowledge.questions.unanswered(50)]
    assert asked.knowledge.replies.answer(asked_ids) == 0


async def test_two_taps_make_it_another_way_to_ask_what_is_answered(asked: House):
    lan, hoa, owner = await asked.official(), await asked.official("Hoa"), await asked.owner()
    await hoa.ask(QUESTION)
    await lan.ask("Quý I/2019 nhận mấy chồng giấy?")
    screen = await owner.ask("/chuatraloi")
    await owner.press(screen, "chồng giấy")
    card = await owner.next_edit(screen)
    await owner.press(card, QUESTION[:20])
    done = await owner.look(screen, edits=2)
    assert ("Từ nay" in done.text, "1 nơi" in done.text) == (True, True)
    assert ANSWER in (await lan.next_reply()).text
    assert ANSWER in (await lan.ask("quý i/2019 tiep nhan may bo giay ma")).text


async def test_another_document_or_period_is_never_offered_as_the_same(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await lan.ask("Quyết định 192 tới đâu rồi?")
    await lan.ask("Quyết định 193 tới đâu rồi?")
    screen = await owner.ask("/chuatraloi")
    await owner.press(screen, "193")
    card = await owner.next_edit(screen)
    assert not [text for text in card.button_texts if "192" in text]


async def test_out_of_scope_is_told_to_whoever_asked(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await lan.ask(LOST)
    screen = await owner.ask("/chuatraloi")
    await owner.press(screen, "mầm non")
    await owner.press(await owner.next_edit(screen), "Ngoài phạm vi")
    assert "ngoài phạm vi các báo cáo" in (await lan.next_reply()).text


async def test_others_are_refused_politely(asked: House):
    assert "dành cho người quản trị" in (await (await asked.official()).ask("/chuatraloi")).text
