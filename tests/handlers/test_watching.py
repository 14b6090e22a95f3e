"""Following one document or one figure: from the answer to the alert, as people see it."""

from datetime import date

import pytest

from bot.sandbox.client import Person
from knowledge.facts import Citation, Role, Span
from knowledge.following.manners import Digest, Manners, Quiet
from knowledge.following.rules import ALL_REPORTS
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.plain_text import read_plain_text
from knowledge.importing.reading import read_report
from tests.house import House
from tests.store.readings import reading

OFFICE = "Văn phòng UBND tỉnh Hưng Hòa"
FIRST = (
    "Trong quý I/2019, Trung tâm Hành chính công tỉnh tiếp nhận 4.984 hồ sơ. Trễ hạn 60 hồ sơ.",
    "Dự kiến quý II/2019, UBND tỉnh ban hành Quy chế xin lỗi tổ chức, cá nhân khi giải quyết hồ sơ quá hạn.",
)
SECOND = (
    "Trong quý II/2019, Trung tâm Hành chính công tỉnh tiếp nhận 5.436 hồ sơ. Trễ hạn 81 hồ sơ.",
    "Ngày 16/5/2019, UBND tỉnh ban hành Quyết định số 1056/QĐ-UBND ban hành Quy chế xin lỗi tổ chức, cá nhân "
    "khi giải quyết hồ sơ quá hạn.",
)


def report(house: House, number: str, day: str, quarter: str, *paragraphs: str) -> int:
    """The id of the draft of a report on that quarter ("I")."""
    opening = f"{OFFICE} ban hành Báo cáo số {number} ngày {day} về kết quả công tác cải cách hành chính quý {quarter} năm 2019."
    text = "\n\n".join((f"{OFFICE}: cải cách hành chính quý {quarter} năm 2019", opening, *paragraphs)) + "\n"
    reading = read_report(read_plain_text(text.encode(), DEFAULT))
    return house.knowledge.reports.save_draft(reading, checksum=text, by=1).report_id


@pytest.fixture
def first(house: House) -> int:
    """The report on the first quarter, published; nobody was told."""
    draft = report(house, "134/BC-VPUBND", "25/02/2019", "I", *FIRST)
    published = house.knowledge.reports.publish(draft, by=1, notify=False).report_id
    house.knowledge.asking.refresh()
    return published


def publish_second(house: House, *paragraphs: str) -> None:
    draft = report(house, "297/BC-VPUBND", "28/5/2019", "II", *(paragraphs or SECOND))
    house.knowledge.reports.publish(draft, by=1)


async def test_a_document_followed_after_its_answer_is_told_of_when_it_is_issued(house: House, first: int):
    lan = await house.official()
    await lan.say("Quy chế xin lỗi bao giờ ban hành?")
    assert "quý II/2019" in (await lan.next_reply()).text
    await lan.say("/theodoi")
    assert "Đã theo dõi: văn bản Quy chế xin lỗi" in (await lan.next_reply()).text
    publish_second(house)
    alert = await lan.next_reply()
    assert "Văn bản bạn theo dõi có tin mới" in alert.text
    assert "Trước: dự kiến ban hành quý II/2019 → nay: đã ban hành" in alert.text
    assert "đã ban hành, 1056/QĐ-UBND, ngày 16/05/2019" in alert.text
    assert "vì bạn theo dõi: văn bản Quy chế xin lỗi" in alert.text


async def test_the_followers_of_a_plan_are_those_of_the_document_it_became(house: House, first: int):
    lan = await house.official()
    await lan.say("/theodoi Quy chế xin lỗi bao giờ ban hành")
    await lan.next_reply()
    publish_second(house)
    await lan.next_reply()
    third = "Thực hiện Quyết định số 1056/QĐ-UBND ngày 16/5/2019, 05 cơ quan đã gửi thư xin lỗi."
    draft = report(house, "455/BC-VPUBND", "27/8/2019", "III", third)
    house.knowledge.reports.publish(draft, by=1)
    assert "đang thực hiện" in (await lan.next_reply()).text


async def test_a_followed_figure_is_told_with_its_change(house: House, first: int):
    lan = await house.official()
    await lan.say("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?")
    await lan.next_reply()
    await lan.say("/theodoi")
    assert "chỉ tiêu hồ sơ tiếp nhận" in (await lan.next_reply()).text
    publish_second(house)
    alert = await lan.next_reply()
    assert "quý II/2019: 5.436 hồ sơ" in alert.text
    assert "Tăng 452 (9,07%) so với quý I/2019 (4.984 hồ sơ)" in alert.text


async def test_a_figure_is_told_only_when_it_passes_the_mark_that_was_named(house: House, first: int):
    lan, hoa = await house.official(), await house.official("Hoa")
    await lan.say("theo dõi hồ sơ trễ hạn trên 70")
    assert "khi vượt mốc 70" in (await lan.next_reply()).text
    await hoa.say("/theodoi hồ sơ trễ hạn trên 100")
    await hoa.next_reply()
    publish_second(house)
    assert "81 hồ sơ" in (await lan.next_reply()).text
    assert house.knowledge.outbox.progress(2).total == 1


async def test_another_mark_for_a_figure_that_is_followed_is_said_to_hold_from_now_on(house: House, first: int):
    lan = await house.official()
    said = [(await lan.ask(f"/theodoi hồ sơ trễ hạn {mark}")).text for mark in ("trên 70", "trên 100", "trên 100", "")]
    assert ["khi vượt mốc 100" in text for text in said] == [False, True, True, False]
    assert ["Từ nay là" in text for text in said] == [False, True, False, True]


async def test_plain_words_follow_a_document_by_its_number(house: House, first: int):
    publish_second(house)
    house.knowledge.asking.refresh()
    lan = await house.official()
    await lan.say("theo dõi QĐ 1056")
    assert "Đã theo dõi: văn bản 1056/QĐ-UBND" in (await lan.next_reply()).text


async def test_a_question_about_the_work_of_following_is_a_question(house: House, first: int):
    lan = await house.official()
    await lan.say("Theo dõi thi hành pháp luật thế nào?")
    await lan.next_reply()
    assert house.knowledge.subscribers.list_for(lan.id) == []


async def test_what_several_rules_bring_is_one_message_that_names_them_all(house: House, first: int):
    lan = await house.official()
    await lan.say("/dangky")
    await lan.press(await lan.next_reply(), "mọi báo cáo mới")
    await lan.next_reply()
    await lan.say("/theodoi hồ sơ tiếp nhận quý I/2019")
    await lan.next_reply()
    publish_second(house)
    alert = await lan.next_reply()
    assert "tất cả báo cáo; chỉ tiêu hồ sơ tiếp nhận" in alert.text
    assert len([text for text in alert.button_texts if text.startswith("Thôi theo dõi")]) == 2
    assert house.knowledge.outbox.progress(2).total == 1


LISTED = Citation(
    Span(0, 1),
    Role.LISTED,
    type="Quyết định",
    number="1056",
    symbol="QĐ-UBND",
    written="1056/QĐ-UBND",
    status="Đã hoàn thành",
)


@pytest.fixture
async def follower(house: House, first: int) -> Person:
    """Somebody who follows decision 1056, which was issued and which a register of the end of September has as done."""
    publish_second(house)
    register = reading(LISTED, number="12/VP", period=None, signed_on=date(2019, 9, 30))
    house.knowledge.reports.publish(
        house.knowledge.reports.save_draft(register, checksum="12", by=1).report_id, by=1, notify=False
    )
    house.knowledge.asking.refresh()
    lan = await house.official()
    assert "Đã theo dõi" in (await lan.ask("/theodoi QĐ 1056")).text
    return lan


def publish_third(house: House, *paragraphs: str) -> None:
    draft = report(house, "455/BC-VPUBND", "24/9/2019", "III", *paragraphs)
    house.knowledge.reports.publish(draft, by=1)


async def test_of_what_is_done_it_is_no_news_how_it_was_carried_out(house: House, follower: Person):
    publish_third(house, "Thực hiện Quyết định số 1056/QĐ-UBND, đến ngày 20/8/2019 đã có 05 cơ quan gửi thư xin lỗi.")
    assert house.knowledge.outbox.claim(9, sender="a", now=house.clock.now, lease_seconds=1) == []


async def test_what_is_new_of_a_document_is_told_in_one_state_and_in_the_words_of_the_new_report(
    house: House, follower: Person
):
    replaced = "Ngày 10/7/2019, UBND tỉnh ban hành Quyết định số 1500/QĐ-UBND thay thế Quyết định số 1056/QĐ-UBND."
    publish_third(house, replaced)
    alert = (await follower.next_reply()).text
    assert alert.splitlines()[2].endswith("→ nay: đã bị thay thế")
    assert replaced in alert


async def test_nothing_that_can_be_followed_says_how_to_follow(house: House, first: int):
    lan = await house.official()
    await lan.say("/theodoi")
    assert "/theodoi QĐ 192" in (await lan.next_reply()).text
    await lan.say("/theodoi thời tiết hôm nay")
    assert "chưa tìm thấy" in (await lan.next_reply()).text


async def test_what_may_be_meant_is_listed_in_full_where_its_buttons_are_cut(samples: House):
    asked = await (await samples.official()).ask("/theodoi hồ sơ trên -5")
    assert asked.button_texts[0].startswith("1. ")
    assert "\n1. Hồ sơ tiếp nhận" in asked.text


async def test_a_reform_area_is_followed_from_the_menu(house: House, first: int):
    lan = await house.official()
    await lan.say("/dangky")
    await lan.press(await lan.next_reply(), "Theo lĩnh vực")
    await lan.press(await lan.next_reply(), "tài chính công")
    assert "lĩnh vực cải cách tài chính công" in (await lan.next_reply()).text


async def test_a_day_that_comes_near_and_passes_is_told_once_each(house: House, first: int):
    lan = await house.official()
    await lan.say("/theodoi Quy chế xin lỗi bao giờ ban hành")
    await lan.next_reply()
    written = [house.knowledge.reminders.write(date(2019, 6, day)) for day in (10, 20, 21)]
    assert "Còn 10 ngày là đến hạn (30/06/2019)" in (await lan.next_reply()).text
    written += [house.knowledge.reminders.write(date(2019, 7, day)) for day in (1, 2)]
    assert "Đã quá hạn 1 ngày" in (await lan.next_reply()).text
    assert written == [0, 1, 0, 1, 0]


async def test_a_correction_is_told_to_who_follows_and_to_who_was_given_the_old_value(house: House, first: int):
    lan, hoa, ba = await house.official(), await house.official("Hoa"), await house.official("Ba")
    for person in (lan, hoa):
        await person.say("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?")
        await person.next_reply()
    await lan.say("/theodoi")
    await lan.next_reply()
    await ba.say("Quý I/2019 trễ hạn bao nhiêu hồ sơ?")
    await ba.next_reply()
    corrected = (FIRST[0].replace("4.984", "4.894"), FIRST[1])
    draft = report(house, "134/BC-VPUBND", "25/02/2019", "I", *corrected)
    publication = house.knowledge.reports.publish(draft, by=1)
    told = [(await person.next_reply()).text for person in (lan, hoa)]
    assert all("Đã sửa: 4.984 hồ sơ → 4.894 hồ sơ" in text for text in told)
    assert "Thông tin tôi đã trả lời bạn nay có thay đổi" in told[1]
    assert publication.recipients == house.knowledge.outbox.progress(publication.event_id).total == 2


async def test_an_admin_may_correct_without_telling_anybody(house: House, first: int):
    lan, minh = await house.official(), await house.owner()
    await lan.say("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?")
    await lan.next_reply()
    report(house, "134/BC-VPUBND", "25/02/2019", "I", FIRST[0].replace("4.984", "4.894"))
    await minh.say("/xuatban")
    await minh.press(await minh.next_reply(), "134/BC-VPUBND")
    await minh.press(await minh.next_reply(), "Xuất bản…")
    await minh.press(await minh.next_reply(), "không báo tin")
    await house.sandbox.wait_until_confirmed()
    await house.bot.intake.finish()
    progress = house.knowledge.outbox.progress(2)
    assert progress is not None
    assert progress.total == 0


async def test_a_chat_chooses_quiet_hours_and_silence_on_one_screen(house: House, first: int):
    lan = await house.official()
    await lan.say("/theodoi hồ sơ tiếp nhận quý I/2019")
    await lan.next_reply()
    await lan.say("/caidat")
    screen = await lan.next_reply()
    await lan.press(screen, "không tiếng")
    await lan.press(await lan.look(screen, edits=1), "22 giờ đến 6 giờ")
    shown = await lan.look(screen, edits=2)
    assert "Tin báo không tiếng. Từ 22 giờ đến 6 giờ không gửi" in shown.text
    assert house.knowledge.subscribers.manners(lan.id) == Manners(is_silent=True, quiet=Quiet(22, 6))


async def test_a_digest_is_chosen_on_the_settings_screen(house: House):
    lan = await house.official()
    house.knowledge.subscribers.subscribe(lan.id, ALL_REPORTS, by=lan.id)
    screen = await lan.ask("/caidat")
    for label in ("Hằng tuần", "9 giờ", "T6"):
        await lan.press(screen, label)
        screen = await lan.next_edit(screen)
    assert house.knowledge.subscribers.manners(lan.id) == Manners(digest=Digest(9, 4))
    assert "thứ Sáu hằng tuần lúc 9 giờ" in screen.text


async def test_a_rule_is_ended_on_the_settings_screen(house: House):
    lan = await house.official()
    house.knowledge.subscribers.subscribe(lan.id, ALL_REPORTS, by=lan.id)
    screen = await lan.ask("/caidat")
    await lan.press(screen, "Thôi theo dõi: tất cả báo cáo")
    await lan.next_edit(screen)
    assert house.knowledge.subscribers.list_for(lan.id) == []
