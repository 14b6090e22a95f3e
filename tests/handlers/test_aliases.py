"""/bidanh: aliases are added after a trial, listed, removed and brought back, in every process."""

import pytest

from bot.sandbox.client import Person
from knowledge.bootstrap import open_knowledge
from tests.house import OWNER, House

ASKED = "Quý II/2019 gửi tem thư mấy bộ?"


@pytest.fixture
async def owner(second_sample: House) -> Person:
    return await second_sample.owner()


async def test_an_alias_answers_from_then_on_in_every_process(house: House, owner: Person, store_url: str, clock):
    assert "331" not in (await owner.ask(ASKED)).text
    added = await owner.ask("/bidanh gửi tem thư mấy bộ = bao nhiêu hồ sơ qua bưu chính công ích")
    assert "Từ nay" in added.text
    assert "331" in (await owner.ask(ASKED)).text
    other = open_knowledge(store_url, clock=clock)
    assert "331" in other.asking.ask(ASKED, today=clock.now.date()).answer.direct
    other.close()


async def test_it_is_listed_removed_and_brought_back(house: House, owner: Person):
    await owner.ask("/alias gửi tem thư mấy bộ = bao nhiêu hồ sơ qua bưu chính công ích")
    listed = await owner.ask("/bidanh")
    await owner.press(listed, "Bỏ “gửi tem thư mấy bộ”")
    removed = await owner.next_edit(listed)
    assert "331" not in (await owner.ask(ASKED)).text
    await owner.press(removed, "Hoàn tác")
    await owner.look(listed, edits=2)
    assert "331" in (await owner.ask(ASKED)).text


async def test_what_would_break_questions_is_refused_with_examples(house: House, owner: Person):
    refused = await owner.ask("/bidanh trễ hạn = đúng hạn")
    assert ("Không nhận" in refused.text, "hồ sơ quá hạn" in refused.text or "trễ" in refused.text) == (True, True)
    assert house.knowledge.aliases.listing() == []


async def test_a_slip_is_explained(house: House, owner: Person):
    assert "Ví dụ" in (await owner.ask("/bidanh tem thư")).text
    assert "Không báo cáo nào" in (await owner.ask("/bidanh tem thư = rồng bay")).text


async def test_in_english_too_and_markup_is_text(house: House, owner: Person):
    minh = await house.sandbox.user("Minh", user_id=OWNER, is_started=True, language="en")
    reply = await minh.ask("/alias <b>tem</b> = <i>bưu chính</i> công ích")
    assert ("<b>tem</b>" in reply.text, "understood" in reply.text or "not taken" in reply.text) == (True, True)


async def test_every_change_is_in_the_audit_log(house: House, owner: Person):
    await owner.ask("/bidanh gửi tem thư mấy bộ = bao nhiêu hồ sơ qua bưu chính công ích")
    entry = next(one for one in house.knowledge.audit.listing() if one.action == "alias.add")
    assert (entry.by, "bưu chính" in str(entry.after)) == (OWNER, True)
