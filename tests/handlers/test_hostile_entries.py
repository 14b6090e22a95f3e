"""Whatever is typed into an entry, a correction or an alias is shown as text, and nothing of it is markup."""

import pytest

from bot.sandbox.client import Person, SeenMessage
from knowledge.people.roles import PersonRole
from tests.house import OWNER, House

HOSTILE = (
    "<b>Đậm</b> <a href='https://x.example'>đây</a> &lt;i&gt; *đậm* _nghiêng_ [đây](https://x.example) `mã` "
    '</blockquote></b><code> &#60; =HYPERLINK("https://x.example";"đây")'
)
# A letter that turns the reading direction, one that hides, and a bell.
UNSEEN = "phải\u202eiảhp\u200b\x07\u2066 trái"


@pytest.fixture
async def owner(first_sample: House) -> Person:
    return await first_sample.owner()


async def saved(owner: Person, preview: SeenMessage) -> SeenMessage:
    await owner.press(preview, "Lưu")
    return await owner.next_edit(preview)


async def test_an_entry_is_shown_as_it_was_typed(house: House, owner: Person):
    preview = await owner.ask(f"/them ghi chú: {HOSTILE}")
    done = await saved(owner, preview)
    assert (HOSTILE in preview.text, HOSTILE in done.text) == (True, True)
    entities = {entity["type"] for entity in done.raw.get("entities", ())}
    assert entities <= {"blockquote", "bold", "url"}


async def test_so_are_the_reason_and_the_words_of_a_correction(house: House, owner: Person):
    card = await owner.ask("/sua 192/QĐ-UBND")
    await owner.press(card, "Sửa nội dung")
    await owner.next_reply()
    preview = await owner.ask(HOSTILE)
    await owner.press(preview, "Ghi lý do")
    await owner.next_reply()
    preview = await owner.ask(HOSTILE)
    assert preview.text.count(HOSTILE) == 2
    await saved(owner, preview)
    assert HOSTILE in (await owner.ask("QĐ 192 về việc gì?")).text


async def test_what_turns_the_reading_direction_or_hides_is_taken_out(house: House, owner: Person):
    preview = await owner.ask(f"/them ghi chú: {UNSEEN}")
    assert "phảiiảhp trái" in preview.text
    assert not set(preview.text) & set("\u202e\u200b\x07\u2066")


async def test_a_note_of_which_nothing_is_seen_is_asked_for_again(house: House, owner: Person):
    asked = await owner.ask("/them ghi chú: \u200b\u2060")
    assert "ghi chú" in asked.text.lower()
    again = await owner.ask("\u2060\u200b\u2066")
    assert "Lưu" not in [*asked.button_texts, *again.button_texts]
    assert any("Lưu" in text for text in (await owner.ask("Họp giao ban")).button_texts)


async def test_names_of_people_and_files_cannot_turn_or_hide_what_stands_around_them(house: House, owner: Person):
    lan = await house.sandbox.user(f"<b>{UNSEEN}</b>", is_started=True)
    house.knowledge.people.grant(lan.id, PersonRole.EDITOR, by=OWNER)
    await saved(lan, await lan.ask("/them ghi chú: một"))
    people = await owner.ask("/quantri")
    await owner.press(people, "<b>phải")
    shown = [people, await owner.next_edit(people), await owner.ask("/nhatky")]
    await lan.send_file(f"{UNSEEN}.bin", b"\x00" * 9)
    shown += [await lan.next_reply(), await owner.ask(f"/quantri {UNSEEN}"), await owner.ask(f"/sua {UNSEEN}")]
    shown += [await owner.ask(f"/timkiem {UNSEEN}"), await owner.ask(f"/thuhoi 134: {UNSEEN}")]
    everything = "".join(one.text + "".join(one.button_texts) for one in shown)
    assert everything.count("<b>phảiiảhp trái</b>") >= 4
    assert not set(everything) & set("\u202e\u200b\x07\u2066")


async def test_what_is_too_long_is_refused_and_nothing_is_kept(house: House, owner: Person):
    assert "Dài quá" in (await owner.ask("/them ghi chú: " + "a" * 4050)).text
    await owner.ask("/huy")
    card = await owner.ask("/sua 192/QĐ-UBND")
    await owner.press(card, "Sửa nội dung")
    await owner.next_reply()
    assert "Dài quá" in (await owner.ask("b" * 4096)).text
    assert "192/QĐ-UBND" in (await owner.ask("QĐ 192 về việc gì?")).text


async def test_the_longest_words_that_are_taken_still_fit_every_message(house: House, owner: Person):
    words = ("<&> " * 250).strip()[:980]
    done = await saved(owner, await owner.ask(f"/them ghi chú: {words}"))
    assert "Đã lưu" in done.text
    number = done.text.split("mục số ")[1].split(".")[0]
    card = await owner.ask(f"/sua #{number}")
    await owner.press(card, "Xóa…")
    assert "Xóa mục này?" in (await owner.next_edit(card)).text


async def test_an_alias_is_text_too(house: House, owner: Person):
    reply = await owner.ask("/bidanh <b>tem</b> = <i>hồ sơ</i>")
    assert "<b>tem</b>" in reply.text
