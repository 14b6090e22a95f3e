"""The chat page shows what Telegram would show, in a real browser."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.async_api import Page, Route, expect

from bot.sandbox.client import Person, Sandbox

from .browsing import PHONE, browser, tab
from .conftest import Raw
from .pictures import png


@pytest.fixture(scope="session")
def steered_by(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with browser(tmp_path_factory.mktemp("chromium")) as address:
        yield address


def address(sandbox: Sandbox, person: Person | None = None) -> str:
    chosen = f"#{person.id}" if person else ""
    return f"{sandbox.address}/?token={quote(sandbox.token)}{chosen}"


@pytest.fixture
async def page(steered_by: str, sandbox: Sandbox, lan: Person) -> AsyncIterator[Page]:
    """Lan's chat with the bot."""
    await lan.say("/start")
    async with tab(steered_by) as opened:
        await opened.goto(address(sandbox, lan))
        await expect(opened.locator(".message")).to_have_count(1)
        yield opened


async def test_what_is_typed_reaches_the_bot_and_its_answer_is_shown(page: Page, raw: Raw, lan: Person):
    await page.get_by_label("Tin nhắn", exact=True).last.fill("QĐ 192 tới đâu rồi?")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.out .words").last).to_have_text("QĐ 192 tới đâu rồi?")
    await raw("sendMessage", chat_id=lan.id, text="Đã <b>ban hành</b> <i>rồi</i>", parse_mode="HTML")
    await expect(page.locator(".message.in strong").last).to_have_text("ban hành")


async def test_text_is_never_taken_for_html(page: Page, raw: Raw, lan: Person):
    evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await raw("sendMessage", chat_id=lan.id, text=evil)
    await raw(
        "sendMessage",
        chat_id=lan.id,
        text="bấm",
        entities=[{"type": "text_link", "offset": 0, "length": 3, "url": "javascript:document.title=3"}],
    )
    await expect(page.locator(".message.in .words").first).to_have_text(evil)
    assert await page.locator(".message.in .words :is(img, script, a[href])").count() == 0


async def test_a_pressed_button_shows_the_answer_as_a_toast_or_an_alert(page: Page, raw: Raw, lan: Person):
    rows = [[{"text": "Theo dõi", "callback_data": "a"}, {"text": "Xoá", "callback_data": "b"}]]
    await raw("sendMessage", chat_id=lan.id, text="x", reply_markup={"inline_keyboard": rows})
    await forget_updates(raw)
    await page.get_by_role("button", name="Theo dõi").click()
    await answer_press(raw, "Đã theo dõi", show_alert=False)
    await expect(page.get_by_role("status")).to_have_text("Đã theo dõi")
    await page.get_by_role("button", name="Xoá").click()
    await answer_press(raw, "Không được phép", show_alert=True)
    await expect(page.get_by_role("dialog")).to_contain_text("Không được phép")


async def forget_updates(raw: Raw) -> None:
    """So that the next update is what the page does next."""
    await raw("deleteWebhook", drop_pending_updates=True)


async def next_update(raw: Raw) -> dict[str, Any]:
    """What the page did."""
    update: dict[str, Any] = (await raw("getUpdates", timeout=20))["result"][0]
    await forget_updates(raw)
    return update


async def answer_press(raw: Raw, text: str, *, show_alert: bool) -> None:
    """Plays the bot."""
    query = (await next_update(raw))["callback_query"]["id"]
    await raw("answerCallbackQuery", callback_query_id=query, text=text, show_alert=show_alert)


async def test_the_reply_keyboard_writes_its_words(page: Page, raw: Raw, lan: Person):
    await raw("sendMessage", chat_id=lan.id, text="x", reply_markup={"keyboard": [["Báo cáo mới nhất"]]})
    await page.get_by_role("button", name="Báo cáo mới nhất").click()
    await expect(page.locator(".message.out .words").last).to_have_text("Báo cáo mới nhất")
    await raw("sendMessage", chat_id=lan.id, text="y", reply_markup={"remove_keyboard": True})
    await expect(page.locator("#keyboard")).to_be_hidden()


async def test_the_command_menu_is_the_one_for_the_persons_language(page: Page, raw: Raw, lan: Person):
    await raw("setMyCommands", commands=[{"command": "ask", "description": "Ask"}])
    await raw("setMyCommands", commands=[{"command": "hoi", "description": "Hỏi"}], language_code="vi")
    await page.get_by_role("button", name="Danh sách lệnh").click()
    await expect(page.locator("#panel button")).to_have_text(["/hoiHỏi"])
    await page.locator("#panel button").click()
    await expect(page.locator(".message.out .words").last).to_have_text("/hoi")


async def test_a_command_that_was_sent_before_its_menu_came_is_offered_no_more(page: Page, raw: Raw):
    await raw("setMyCommands", commands=[{"command": "hoi", "description": "Hỏi"}])
    is_sent = asyncio.Event()

    async def after_sending(route: Route) -> None:
        await is_sent.wait()
        await route.continue_()

    await page.route("**/commands?*", after_sending)
    await page.get_by_label("Tin nhắn", exact=True).last.fill("/hoi")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.out .words").last).to_have_text("/hoi")
    async with page.expect_response("**/commands?*"):
        is_sent.set()
    await page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    await expect(page.locator("#panel")).to_be_hidden()


async def test_typing_a_slash_offers_the_commands(page: Page, raw: Raw):
    commands = [{"command": name, "description": name} for name in ("hoi", "huydangky", "baocao")]
    await raw("setMyCommands", commands=commands)
    await page.locator("#words").press_sequentially("/h")
    await expect(page.locator("#panel b")).to_have_text(["/hoi", "/huydangky"])


async def test_a_file_goes_to_the_bot_and_can_be_downloaded_again(page: Page, raw: Raw, lan: Person):
    file = {"name": "134-BC.txt", "mimeType": "text/plain", "buffer": "số 134".encode()}
    await page.locator("#file").set_input_files([file])  # type: ignore[list-item]
    link = page.locator("a.file")
    await expect(link).to_contain_text("134-BC.txt")
    async with page.expect_download() as started:
        await link.click()
    download = await started.value
    assert download.suggested_filename == "134-BC.txt"


async def test_a_photo_is_shown(page: Page, sandbox: Sandbox, lan: Person):
    await lan.send_file("a.png", png(40, 30), kind="photo", caption="Biểu đồ")
    image = page.locator(".photo img")
    await expect(image).to_be_visible()
    assert await image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 40


async def test_an_edit_is_marked_and_a_deletion_takes_away(page: Page, raw: Raw, lan: Person):
    sent = (await raw("sendMessage", chat_id=lan.id, text="đang tìm"))["result"]["message_id"]
    await raw("editMessageText", chat_id=lan.id, message_id=sent, text="đã thấy")
    await expect(page.locator(".message.in")).to_contain_text("đã sửa")
    await raw("deleteMessage", chat_id=lan.id, message_id=sent)
    await expect(page.locator(".message.in")).to_have_count(0)


async def test_a_person_can_edit_what_they_wrote(page: Page, raw: Raw):
    await page.locator(".message.out").hover()
    await page.get_by_role("button", name="Sửa", exact=True).click()
    await page.locator("#words").fill("/start qd-192")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.out .words")).to_have_text("/start qd-192")
    assert (await raw("getUpdates"))["result"][-1]["edited_message"]["text"] == "/start qd-192"


async def test_a_long_quotation_can_be_expanded(page: Page, raw: Raw, lan: Person):
    quote_ = "nguyên văn " * 80
    html = f"Đáp\n<blockquote expandable>{quote_}</blockquote>"
    await raw("sendMessage", chat_id=lan.id, text=html, parse_mode="HTML")
    toggle = page.get_by_role("button", name="Mở rộng trích dẫn")
    before = await page.locator(".quotation").evaluate("one => one.clientHeight")
    await toggle.click()
    await expect(toggle).to_have_attribute("aria-expanded", "true")
    assert await page.locator(".quotation").evaluate("one => one.clientHeight") > before


async def test_typing_is_shown(page: Page, raw: Raw, lan: Person):
    await raw("sendChatAction", chat_id=lan.id, action="typing")
    await expect(page.locator("#subtitle")).to_have_text("đang nhập…")
    await raw("sendMessage", chat_id=lan.id, text="x")
    await expect(page.locator("#subtitle")).not_to_have_text("đang nhập…")


async def test_the_bot_can_be_blocked_and_unblocked(page: Page, raw: Raw, lan: Person):
    await page.get_by_role("button", name="Thêm việc").click()
    await page.get_by_role("menuitem", name="Chặn bot").click()
    await expect(page.locator("#wide")).to_have_text("Bỏ chặn")
    assert "blocked" in await raw.refusal("sendMessage", chat_id=lan.id, text="x")
    await page.locator("#wide").click()
    await expect(page.locator("#compose")).to_be_visible()


async def test_an_inline_query_offers_cards(page: Page, raw: Raw):
    await forget_updates(raw)
    await page.locator("#words").fill("@hoi_cchc_bot 192")
    query = (await next_update(raw))["inline_query"]["id"]
    content = {"message_text": "Đã ban hành"}
    card = {"type": "article", "id": "1", "title": "QĐ 192", "input_message_content": content}
    await raw("answerInlineQuery", inline_query_id=query, results=[card])
    await page.get_by_role("button", name="QĐ 192").click()
    await expect(page.locator(".message.out").last).to_contain_text("qua @hoi_cchc_bot")


async def test_the_button_above_the_cards_begins_in_the_private_chat(page: Page, raw: Raw):
    """https://core.telegram.org/bots/api#inlinequeryresultsbutton"""
    await forget_updates(raw)
    await page.locator("#words").fill("@hoi_cchc_bot 192")
    query = (await next_update(raw))["inline_query"]["id"]
    button = {"text": "Hỏi riêng bot", "start_parameter": "qd-192"}
    await raw("answerInlineQuery", inline_query_id=query, results=[], button=button)
    await page.get_by_role("button", name="Hỏi riêng bot").click()
    assert (await next_update(raw))["message"]["text"] == "/start qd-192"


async def test_a_forced_reply_is_open_at_once(page: Page, raw: Raw, lan: Person):
    """https://core.telegram.org/bots/api#forcereply"""
    asks = {"force_reply": True, "input_field_placeholder": "Nói thêm"}
    await raw("sendMessage", chat_id=lan.id, text="Sai ở đâu?", reply_markup=asks)
    await expect(page.locator("#context-text")).to_have_text("Sai ở đâu?")
    await expect(page.locator("#words")).to_have_attribute("placeholder", "Nói thêm")
    await forget_updates(raw)
    await page.locator("#words").fill("Sai kỳ")
    await page.keyboard.press("Enter")
    assert (await next_update(raw))["message"]["reply_to_message"]["text"] == "Sai ở đâu?"
    await expect(page.locator("#words")).to_have_attribute("placeholder", "Tin nhắn")


async def test_dark_and_light(page: Page):
    await page.get_by_role("button", name="Đổi nền sáng, tối").click()
    dark = await page.evaluate("getComputedStyle(document.querySelector('.side')).backgroundColor")
    await page.get_by_role("button", name="Đổi nền sáng, tối").click()
    light = await page.evaluate("getComputedStyle(document.querySelector('.side')).backgroundColor")
    assert (dark, light) == ("rgb(23, 33, 43)", "rgb(255, 255, 255)")


async def test_on_a_phone_one_goes_from_the_list_to_the_chat_and_back(
    steered_by: str, sandbox: Sandbox, lan: Person, raw: Raw
):
    long = {"inline_keyboard": [[{"text": "một nút dài hơn điện thoại " * 3, "callback_data": "a"}]]}
    await raw("sendMessage", chat_id=lan.id, text="một từ rất dài: " + "x" * 300, reply_markup=long)
    async with tab(steered_by, viewport=PHONE, has_touch=True) as page:
        await page.goto(address(sandbox))
        await page.get_by_role("button", name="Lan").click()
        await expect(page.locator(".message")).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        button = await page.locator(".buttons button").bounding_box()
        assert button is not None
        assert button["x"] + button["width"] < PHONE["width"]
        assert button["height"] < 60  # one line
        await page.get_by_role("button", name="Về danh sách").click()
        await expect(page.get_by_role("button", name="Lan")).to_be_visible()


async def test_who_has_not_written_yet_reads_what_the_bot_does_and_starts_it(
    steered_by: str, sandbox: Sandbox, raw: Raw
):
    minh = await sandbox.user("Minh")
    await raw("setMyDescription", description="Hỏi về báo cáo")
    async with tab(steered_by) as page:
        await page.goto(address(sandbox, minh))
        await expect(page.locator(".about")).to_contain_text("Hỏi về báo cáo")
        await page.get_by_role("button", name="Bắt đầu").click()
        await expect(page.locator(".message.out .words")).to_have_text("/start")


async def test_in_a_group_one_can_be_any_member(steered_by: str, sandbox: Sandbox, lan: Person, raw: Raw):
    minh = await sandbox.user("Minh")
    group = await sandbox.group("Phòng CCHC", lan, minh)
    async with tab(steered_by) as page:
        await page.goto(address(sandbox))
        await page.locator(f"[data-chat='{group.id}']").click()
        await page.locator("#as").select_option(label="Minh")
        await page.locator("#words").fill("/hoi 192")
        await page.keyboard.press("Enter")
        await expect(page.locator(".message.out .words")).to_have_text("/hoi 192")
    said = (await group.messages())[-1]
    assert said.raw["from"]["first_name"] == "Minh"


async def test_in_a_forum_one_writes_into_a_topic(steered_by: str, sandbox: Sandbox, lan: Person, raw: Raw):
    forum = await sandbox.group("Diễn đàn", lan, kind="supergroup", is_forum=True)
    thread = await forum.open_topic("Báo cáo quý", by=lan)
    async with tab(steered_by) as page:
        await page.goto(address(sandbox))
        await page.locator(f"[data-chat='{forum.id}']").click()
        await page.locator("#topic").select_option(label="Báo cáo quý")
        await page.locator("#words").fill("/hoi 192")
        await page.keyboard.press("Enter")
        await expect(page.locator(".message.out .words")).to_have_text("/hoi 192")
    assert (await forum.messages())[-1].thread == thread


async def test_a_person_can_be_added(page: Page):
    await page.get_by_role("button", name="Thêm người").click()
    await page.get_by_label("Tên").fill("Hà")
    await page.get_by_role("button", name="Thêm", exact=True).click()
    await expect(page.locator("#subtitle")).to_contain_text("bạn là Hà")


async def test_everything_that_can_be_pressed_has_a_name(page: Page):
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea, a')]
             .filter((one) => one.offsetParent && !one.getAttribute('aria-label'))
             .filter((one) => !one.textContent.trim() && !one.labels?.length).length"""
    )
    assert nameless == 0
