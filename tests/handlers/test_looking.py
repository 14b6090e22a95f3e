"""/thongke, /nhatky, /xuatdulieu and /thieubaocao in the chat, in both languages."""

import pytest

from knowledge.asking.aliases import Alias
from knowledge.facts import PeriodKind
from knowledge.fields.entry_fields import EntryFields
from knowledge.grammar.year_parts import make_period
from knowledge.people.roles import PersonRole
from tests.clock import SetClock
from tests.house import OWNER, House


@pytest.mark.usefixtures("first_sample")
async def test_usage_comes_as_a_picture_with_numbers_and_turns_to_other_spans(house: House):
    owner, lan = await house.owner(), await house.official()
    await lan.ask("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?")
    await owner.say("/thongke")
    week = await owner.next_reply()
    assert "Câu hỏi: 1; trả lời được 1" in week.text
    await owner.press(week, "Hôm nay")
    day = await owner.next_edit(week)
    assert ("Hôm nay" in day.text, day.button_texts) == (True, ["7 ngày", "30 ngày"])


async def test_a_viewer_sees_usage_and_nothing_else_of_the_staff(house: House):
    await house.owner()
    lan = await house.official()
    house.knowledge.people.grant(lan.id, PersonRole.VIEWER, by=OWNER)
    await lan.say("/stats")
    assert "Nơi theo dõi: 0" in (await lan.next_reply()).text
    assert "dành cho người quản trị" in (await lan.ask("/nhatky")).text


async def test_the_log_names_who_did_what_and_turns_pages_and_filters(house: House):
    owner, lan = await house.owner(), await house.official("<i>Lan</i>")
    for number in range(10):
        house.draft(number=f"{number}/BC-X")
    house.knowledge.people.grant(lan.id, PersonRole.EDITOR, by=OWNER, organisation="<b>Sở</b>")
    log = await owner.ask("/nhatky")
    assert "không có quyền → biên tập, <b>Sở</b>" in log.text
    await owner.press(log, "Cũ hơn")
    older = await owner.next_edit(log)
    assert "report:1" in older.text
    await owner.press(older, "Người")
    people = await owner.next_edit(older)
    assert ("cấp quyền" in people.text, "nhập báo cáo" in people.text) == (True, False)


async def test_the_log_of_one_person_or_one_report_is_named_behind_the_command(house: House):
    owner = await house.owner()
    draft = house.draft()
    house.knowledge.people.grant(7, PersonRole.EDITOR, by=None)
    assert "cấp quyền" not in (await owner.ask(f"/nhatky {OWNER}")).text
    assert "nhập báo cáo" in (await owner.ask(f"/log report:{draft}")).text
    nothing = await owner.ask("/nhatky report:99' OR 1=1 --")
    assert ("Không có gì" in nothing.text, "/nhatky report:12" in nothing.text) == (True, True)


async def test_the_log_says_in_its_reader_s_language_what_a_report_became(house: House):
    owner = await house.owner()
    house.published()
    assert "bản nháp → đã xuất bản" in (await owner.ask("/nhatky")).text


@pytest.mark.usefixtures("first_sample")
async def test_a_correction_is_one_line_of_the_log_that_says_what_was_changed(house: House):
    owner = await house.owner()
    await owner.say("/sua 5.000 hồ sơ", reply_to=await owner.ask("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?"))
    preview = await owner.next_reply()
    await owner.press(preview, "Lưu")
    await owner.next_edit(preview)
    log = await owner.ask("/nhatky")
    _, newest, before, *_ = log.text.split("\n\n")
    assert newest.splitlines()[1] == "giá trị: 4.984 hồ sơ → 5.000 hồ sơ"
    assert ("report.publish" in before, "span" in log.text) == (False, False)
    assert "xuất bản" in before
    await owner.press(log, "Báo cáo")
    assert "đã có bản thay" not in (await owner.next_edit(log)).text


async def test_what_was_added_and_named_stands_in_the_log_as_people_read_it(house: House):
    owner, words = await house.owner(), "gửi bưu điện"
    house.knowledge.entries.save(EntryFields(kind="note", note="Trung tâm nghỉ ngày 2/9"), by=OWNER)
    house.knowledge.aliases.add(Alias(words, "qua bưu chính công ích"), by=OWNER)
    house.knowledge.office.set_two_persons(True, by=OWNER)
    log = (await owner.ask("/nhatky")).text
    assert "– → Trung tâm nghỉ ngày 2/9" in log
    assert f"– → {words} = qua bưu chính công ích" in log
    assert "tắt → bật" in log


@pytest.mark.usefixtures("first_sample")
async def test_the_owner_gets_everything_as_two_files(house: House):
    owner = await house.owner()
    await owner.say("/xuatdulieu")
    _, book, text = await owner.replies(3)
    assert [one.raw["document"]["file_name"] for one in (book, text)] == [
        "cchc-2019-03-01.xlsx",
        "cchc-2019-03-01.json",
    ]
    assert house.knowledge.audit.listing(action="export")[0].by == OWNER


async def test_a_missing_report_is_named_with_a_reminder_to_copy(house: House, clock: SetClock):
    house.published(organisation="Sở <b>Nội vụ</b>")
    owner = await house.owner()
    assert "Không thấy đơn vị nào chậm" in (await owner.ask("/thieubaocao")).text
    clock.advance(days=420)
    listed = await owner.ask("/missing")
    assert "Sở <b>Nội vụ</b>, quý I/2020" in listed.text
    await owner.press(listed, "1. Nhắc")
    letter = await owner.next_reply()
    assert "Kính gửi: Sở <b>Nội vụ</b>" in letter.text
    assert "134/BC-VPUBND" in letter.text
    house.published(number="9/BC", organisation="Sở <b>Nội vụ</b>", period=make_period(PeriodKind.QUARTER, 1, 2020))
    await owner.press(listed, "1. Nhắc")
    assert "Không thấy đơn vị nào chậm" in (await owner.ask("/thieubaocao")).text


async def test_all_of_it_in_english(house: House):
    owner = await house.sandbox.user("Minh", user_id=OWNER, language="en", is_started=True)
    await owner.say("/stats")
    assert "Nobody has judged" in (await owner.next_reply()).text
    house.draft()
    assert "<b>" not in (await owner.ask("/log")).text
    assert "Nobody seems late" in (await owner.ask("/missing")).text
    assert "Exporting" in (await owner.ask("/export")).text
