"""What is sent that is no text: pictures and files, with a question under them or without."""

import pytest

from bot.sandbox.client import Person
from bot.sandbox.seen import SeenMessage
from handlers.excuses import QUIET_SECONDS
from handlers.restraint import AT_ONCE
from knowledge.importing.readers.programs import find_tesseract
from tests.handlers.published import ANSWER, QUESTION
from tests.house import OWNER, ROOT, House
from tests.sandbox.pictures import png

PICTURE = png()


async def written(person: Person) -> list[SeenMessage]:
    """All that the bot wrote to somebody."""
    return [one for one in await person.messages() if one.is_from_bot]


async def ask_last(person: Person) -> None:
    """Asks the question, and waits for its answer: by then all that was sent before has had its reply, if it gets one."""
    await person.say(QUESTION)
    while ANSWER not in (await person.next_reply()).text:
        pass


@pytest.fixture
def told(first_sample: House) -> House:
    """The bot with the first sample published."""
    return first_sample


async def test_a_question_under_a_picture_is_answered(told: House):
    lan = await told.official()
    await lan.send_file("anh.png", PICTURE, kind="photo", caption=QUESTION)
    assert ANSWER in (await lan.next_reply()).text


async def test_a_picture_without_words_is_asked_to_have_some(told: House):
    lan = await told.official()
    await lan.send_file("anh.png", PICTURE, kind="photo")
    assert "chỉ đọc được câu hỏi bằng chữ" in (await lan.next_reply()).text


async def test_an_album_gets_one_reply(told: House):
    lan = await told.official()
    told.bot.desk.excuses.clock = (float(minute * 60) for minute in range(100)).__next__
    for number in range(10):
        await lan.send_file(f"{number}.png", PICTURE, kind="photo", album="7001")
    await ask_last(lan)
    assert len(await written(lan)) == 2


async def test_an_album_with_a_question_gets_its_answer_and_no_other_reply(told: House):
    lan = await told.official()
    for number in range(3):
        await lan.send_file(
            f"{number}.png", PICTURE, kind="photo", album="7002", caption="" if number else "QĐ 192 về việc gì?"
        )
    await ask_last(lan)
    assert ["192" in one.text for one in await written(lan)] == [True, False]


async def test_pictures_one_after_the_other_get_one_reply_within_some_seconds(told: House):
    lan, now = await told.official(), [0.0]
    told.bot.desk.excuses.clock = lambda: now[0]
    for number in range(3):
        await lan.send_file(f"{number}.png", PICTURE, kind="photo")
    await ask_last(lan)
    now[0] += QUIET_SECONDS
    await lan.send_file("3.png", PICTURE, kind="photo")
    assert "chỉ đọc được câu hỏi bằng chữ" in (await lan.next_reply()).text
    assert len(await written(lan)) == 3


async def test_files_of_somebody_who_may_not_import_get_one_reply(told: House):
    lan = await told.official()
    for number in range(3):
        await lan.send_file(f"{number}.txt", b"...", album="7003")
    await lan.send_file("4.txt", b"...", album="7004")
    assert ["Chỉ người quản trị" in one.text for one in await lan.replies(2)] == [True, True]
    assert len(await written(lan)) == 2


async def test_an_admin_who_sends_a_picture_is_told_to_send_the_report_as_a_file(told: House):
    owner = await told.owner()
    await owner.send_file("anh.png", PICTURE, kind="photo")
    told = (await owner.next_reply()).text
    assert "báo cáo thì gửi tệp (docx" in told
    assert ("gửi ảnh dưới dạng tệp" in told) is (find_tesseract() is not None)


async def test_in_a_group_a_picture_is_answered_only_where_its_words_mention_the_bot(told: House):
    lan = await told.official()
    group = await told.sandbox.group("Tổ CCHC", lan)
    await group.next_reply()
    await lan.send_file("anh.png", PICTURE, kind="photo", caption="cả nhà xem này", at=group)
    await lan.send_file("anh.png", PICTURE, kind="photo", caption=f"@{told.bot.api.username} {QUESTION}", at=group)
    assert ANSWER in (await group.next_reply()).text


async def test_in_a_group_what_is_asked_under_a_file_is_answered(told: House):
    lan = await told.official()
    group = await told.sandbox.group("Tổ CCHC", lan)
    await group.next_reply()
    await lan.send_file("bc.txt", b"...", caption=f"@{told.bot.api.username} {QUESTION}", at=group)
    assert ANSWER in (await group.next_reply()).text


async def test_an_admin_imports_in_the_private_chat_only(told: House):
    owner = await told.owner()
    group = await told.sandbox.group("Tổ CCHC", owner)
    await group.next_reply()
    await owner.send_file("bc.txt", b"...", caption=f"@{told.bot.api.username} nhập giúp", at=group)
    assert "chỉ làm được trong chat riêng" in (await group.next_reply()).text


async def test_what_others_ask_under_a_file_is_answered_after_they_are_told_that_they_cannot_import(told: House):
    lan = await told.official()
    await lan.send_file("bc.txt", b"...", caption=QUESTION)
    refused, answer = await lan.replies(2)
    assert ("Chỉ người quản trị" in refused.text, ANSWER in answer.text) == (True, True)


async def test_an_admin_may_send_more_files_at_once_than_anybody_may_ask_questions(house: House):
    owner, restraint = await house.owner(), house.bot.desk.restraint
    restraint.is_on, restraint.clock = True, lambda: 0.0
    for _ in range(AT_ONCE + 1):
        restraint.judge(OWNER)
    await owner.send_file("quy-2.txt", (ROOT / "samples" / "02-quy-2-2019.txt").read_bytes())
    _, card = await owner.replies(2)
    assert "297/BC-VPUBND" in card.text
