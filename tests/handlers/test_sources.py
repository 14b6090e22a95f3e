"""Watched sources in the chat: what an admin adds, sees and takes back, and what only owners may do."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.sandbox.client import Person, SeenMessage
from knowledge.bootstrap import Knowledge
from knowledge.people.people import PersonRole
from knowledge.sources.source import SourceState
from tests.clock import SetClock
from tests.house import House
from tests.site import Answer, Site, open_site
from tests.sources.portal import EDITOR, OWNER, drafts, open_watching, publish, watch

# A source that was just added is looked at within five seconds, and read by a process of its own.
LOOK_SECONDS = 30


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def knowledge(store_url: str, clock: SetClock) -> Iterator[Knowledge]:
    """The services over that store, which may reach the local portal."""
    opened = open_watching(store_url, clock)
    yield opened
    opened.close()


async def propose(person: Person, words: str) -> SeenMessage:
    """What is shown of the address once it was looked at."""
    progress = await person.ask(f"/nguon {words}")
    return await person.look(progress, edits=1, timeout_seconds=LOOK_SECONDS)


async def editor_of(house: House) -> Person:
    house.knowledge.people.grant(EDITOR, PersonRole.EDITOR, by=OWNER)
    return await house.sandbox.user("Nga", user_id=EDITOR, is_started=True)


async def test_a_source_is_looked_at_first_then_added_and_its_report_told(house: House, site: Site):
    owner = await house.owner()
    proposal = await propose(owner, publish(site, 1, 2))
    assert "Thấy 2 báo cáo" in proposal.text
    assert house.knowledge.sources.listing() == []
    await owner.press(proposal, "nhập cả 2")
    assert "Đã thêm nguồn" in (await owner.next_edit(proposal)).text
    news = await owner.next_reply(timeout_seconds=LOOK_SECONDS)
    assert "có 2 báo cáo mới" in news.text
    assert drafts(house.knowledge) == ["101/BC-SNV", "102/BC-SNV"]
    await owner.press(news, "101/BC-SNV")
    assert "Bản nháp, chưa xuất bản" in (await owner.next_reply()).text


async def test_in_english_too(house: House, site: Site):
    owner = await house.sandbox.user("Minh", user_id=OWNER, is_started=True, language="en")
    progress = await owner.ask(f"/sources {publish(site, 1)} Sở Nội vụ tỉnh Hưng Hòa")
    proposal = await owner.look(progress, edits=1, timeout_seconds=LOOK_SECONDS)
    assert "One report is there" in proposal.text
    assert "Sở Nội vụ tỉnh Hưng Hòa" in proposal.text
    await owner.press(proposal, "Add; import the report there, too")
    await owner.next_edit(proposal)
    news = await owner.next_reply(timeout_seconds=LOOK_SECONDS)
    assert "Saved as a draft" in news.text


async def test_without_a_source_the_list_says_how_to_add_one(house: House):
    owner = await house.owner()
    reply = await owner.ask("/nguon")
    await owner.press(reply, "Thêm nguồn")
    assert ("Chưa theo dõi" in reply.text, "/nguon https://" in (await owner.next_reply()).text) == (True, True)


async def test_what_is_no_address_is_explained(house: House):
    assert "Gõ lệnh kèm địa chỉ" in (await (await house.owner()).ask("/nguon Sở Nội vụ")).text


@pytest.mark.parametrize(
    ("path", "words"), [("http://10.0.0.1/bc", "mạng nội bộ"), ("/none", "lỗi 404"), ("/robot", "robots.txt")]
)
async def test_an_address_that_cannot_be_looked_at_is_refused_with_the_reason(
    house: House, site: Site, path: str, words: str
):
    site.page("/robots.txt", "User-agent: *\nDisallow: /robot", type="text/plain")
    shown = await propose(await house.owner(), path if path.startswith("http") else site.url(path))
    assert (words in shown.text, "Chưa có gì thay đổi" in shown.text) == (True, True)
    assert house.knowledge.sources.listing() == []


async def test_adding_can_be_cancelled(house: House, site: Site):
    owner = await house.owner()
    proposal = await propose(owner, publish(site, 1))
    await owner.press(proposal, "Thôi")
    assert "chưa thêm" in (await owner.next_edit(proposal)).text
    assert house.knowledge.sources.listing() == []


async def test_a_source_that_is_there_already_is_shown_instead(house: House, site: Site):
    address = publish(site, 1)
    source = await asyncio.to_thread(watch, house.knowledge, address)
    house.knowledge.sources.pause(source.id, by=OWNER)
    owner = await house.owner()
    await owner.say(f"/nguon {address}?utm_source=zalo#top")
    _, card = await owner.replies(2, timeout_seconds=LOOK_SECONDS)
    assert "đã có trong danh sách" in card.text


async def test_the_list_shows_the_last_error_and_the_card_when_it_is_tried_again(
    house: House, site: Site, clock: SetClock
):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1))
    site.answers["/bao-cao"] = Answer(status=500)
    await asyncio.to_thread(house.knowledge.watcher.look_at, source.id)
    owner = await house.owner()
    shown = await owner.ask("/nguon")
    assert "lỗi 500" in shown.text
    await owner.press(shown, "1.")
    card = await owner.next_reply()
    assert ("1 lần liền" in card.text, "Lần thử tới" in card.text) == (True, True)


async def test_a_source_is_paused_resumed_removed_and_taken_back(house: House, site: Site):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1), is_new_only=True)
    owner = await house.owner()
    await owner.press(await owner.ask("/nguon"), "1.")
    card = await owner.next_reply()
    states = []
    for words in ("Tạm dừng", "Theo dõi tiếp", "Gỡ nguồn", "Lấy lại"):
        await owner.press(card, words)
        card = await owner.next_edit(card)
        states.append(house.knowledge.sources.get(source.id).state)
    assert states == [SourceState.PAUSED, SourceState.WATCHED, SourceState.REMOVED, SourceState.WATCHED]


async def test_an_owner_trusts_a_source_after_reading_what_it_means(house: House, site: Site):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1), is_new_only=True)
    owner = await house.owner()
    await owner.press(await owner.ask("/nguon"), "1.")
    await owner.press(await owner.next_reply(), "Tin cậy…")
    asked = await owner.next_reply()
    assert "không ai xem lại trước" in asked.text
    assert not house.knowledge.sources.get(source.id).is_trusted
    await owner.press(asked, "Tin cậy, tự xuất bản")
    card = await owner.next_edit(asked)
    assert ("được tin cậy" in card.text, house.knowledge.sources.get(source.id).is_trusted) == (True, True)


async def test_an_editor_sees_and_pauses_but_only_an_owner_trusts(house: House, site: Site):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1), is_new_only=True)
    editor = await editor_of(house)
    await editor.press(await editor.ask("/nguon"), "1.")
    card = await editor.next_reply()
    assert not any("Tin cậy" in words for words in card.button_texts)
    await house.forge_press(editor, f"eo:{source.id}:trust")
    assert not house.knowledge.sources.get(source.id).is_trusted


@pytest.mark.parametrize("data", ["ea:{}:all", "es:{}:pause", "es:{}:remove", "eo:{}:trust", "ec:{}", "et:{}", "e:{}"])
async def test_forged_buttons_of_an_official_change_nothing(house: House, site: Site, data: str):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1), is_new_only=True)
    site.asked.clear()
    await house.forge_press(await house.official(), data.format(source.id))
    after = house.knowledge.sources.get(source.id)
    assert (after.state, after.is_trusted) == (SourceState.WATCHED, False)


async def test_old_buttons_of_a_removed_source_do_nothing(house: House, site: Site):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1), is_new_only=True)
    house.knowledge.sources.remove(source.id, by=OWNER)
    owner = await house.owner()
    for data in (f"ea:{source.id}:all", f"es:{source.id}:pause", f"eo:{source.id}:trust", f"ec:{source.id}", "e:999"):
        await house.forge_press(owner, data)
    assert house.knowledge.sources.get(source.id).state is SourceState.REMOVED


async def test_a_test_shows_what_is_there_and_imports_nothing(house: House, site: Site):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1), is_new_only=True)
    house.knowledge.sources.pause(source.id, by=OWNER)
    owner = await house.owner()
    await owner.press(await owner.ask("/nguon"), "1.")
    await owner.press(await owner.next_reply(), "Xem thử")
    progress = await owner.next_reply()
    shown = await owner.look(progress, edits=1, timeout_seconds=LOOK_SECONDS)
    assert ("Thấy 1 báo cáo" in shown.text, "chưa nhập gì" in shown.text) == (True, True)
    assert drafts(house.knowledge) == []


async def test_looking_now_brings_what_is_new(house: House, site: Site):
    source = await asyncio.to_thread(watch, house.knowledge, publish(site, 1))
    house.knowledge.sources.pause(source.id, by=OWNER)
    owner = await house.owner()
    await owner.press(await owner.ask("/nguon"), "1.")
    await owner.press(await owner.next_reply(), "Xem ngay")
    progress, news = await owner.replies(2, timeout_seconds=LOOK_SECONDS)
    told = (await owner.look(progress, edits=1, timeout_seconds=LOOK_SECONDS)).text
    # The bot's own round may have begun just before the source was paused; then the news comes from that.
    assert "1 báo cáo mới" in told or "đang được xem rồi" in told
    assert "101/BC-SNV" in news.text


async def test_names_of_portals_are_shown_and_not_read_as_markup(house: House, site: Site):
    address = site.page("/bao-cao", "<title>&lt;b&gt;Cổng&lt;/b&gt; &amp;</title><body>x</body>")
    proposal = await propose(await house.owner(), address)
    assert "<b>Cổng</b> &" in proposal.text
