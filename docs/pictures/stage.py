"""The demo and a phone that shows it: what a person can do on the chat page."""

import asyncio
from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page

from bot.demo import Demo, open_demo
from bot.sandbox.client import Person

PHONE = {"width": 390, "height": 844}
# Two pixels of the picture for one of the page keep letters sharp where the picture is shown small.
SHARPNESS = 2
# Of a hundred; letters stay clean and a picture takes 60 kB, where PNG takes 400.
QUALITY = 80
# The first answer comes while the demo still gets ready, on a machine that may do other things.
PATIENCE_SECONDS = 60.0
HAS_CHANGED = """before => {
  const now = [...document.querySelectorAll('.message.in')].map((one) => one.innerText);
  return now.length !== before.length || now.some((text, at) => text !== before[at]);
}"""
IS_QUIET = "() => !document.querySelector('[aria-busy]')"


@dataclass(frozen=True, slots=True)
class Stage:
    """A running demo, and its chat page on a phone."""

    demo: Demo
    page: Page

    async def enter(self, person: Person, words: str = "") -> None:
        """Show this person's chat, which begins with these words."""
        if words:
            await person.ask(words, timeout_seconds=PATIENCE_SECONDS)
        await self.page.goto(f"{self.demo.address}/#{person.id}")
        await self.page.reload()
        await self.page.locator("#head").wait_for()

    async def say(self, text: str) -> None:
        """Type it, send it, and wait for the answer."""
        await self.page.locator("#words").fill(text)
        if text.startswith("/") and " " not in text:
            await self.page.locator("#panel").wait_for()  # the commands that fit, which come a moment later
        await self._answered(self.page.keyboard.press("Enter"))

    async def press(self, name: str, *, last: bool = True) -> None:
        """Press the newest button that says this, or the oldest, and wait for what comes of it."""
        exactly = self.page.get_by_role("button", name=name, exact=True)
        buttons = exactly if await exactly.count() else self.page.get_by_role("button", name=name)
        await self._answered((buttons.last if last else buttons.first).tap())

    async def show_picture(self) -> None:
        """Wait for the newest picture, and bring its upper edge to the top."""
        picture = self.page.locator(".photo img").last
        await picture.wait_for()
        await picture.evaluate("one => one.decode()")
        await picture.evaluate("one => one.closest('.message').scrollIntoView({ block: 'start' })")

    async def send_file(self, path: Path) -> None:
        """Send it, and wait until its draft is shown."""
        await self.page.locator("#file").set_input_files(path)
        await self.page.get_by_role("button", name="Xuất bản…").wait_for()

    async def shoot(self, scheme: str) -> bytes:
        """The page as it stands, light or dark, as WebP."""
        await self.page.evaluate("scheme => document.documentElement.dataset.theme = scheme", scheme)
        await self.page.evaluate(
            "() => { document.activeElement.blur(); document.getAnimations().forEach(one => one.finish()) }"
        )
        await self.page.mouse.move(PHONE["width"] / 2, 0)  # what lies under the finger shows more
        session = await self.page.context.new_cdp_session(self.page)  # Playwright's own screenshots are no WebP
        taken = await session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
        return b64decode(taken["data"])

    async def _answered(self, doing: Awaitable[None]) -> None:
        before = await self.page.locator(".message.in").all_inner_texts()
        await doing
        await self.page.wait_for_function(HAS_CHANGED, arg=before)
        await self.page.wait_for_function(IS_QUIET)


@asynccontextmanager
async def staged(browser: Browser) -> AsyncIterator[Stage]:
    """A fresh demo on a phone."""
    with TemporaryDirectory() as folder:
        async with open_demo(Path(folder), port=0, stop=asyncio.Event(), say=print) as demo:
            context = await browser.new_context(
                viewport=PHONE,
                device_scale_factor=SHARPNESS,
                has_touch=True,
                locale="vi-VN",
                reduced_motion="reduce",
                timezone_id="Asia/Ho_Chi_Minh",
            )
            yield Stage(demo, await context.new_page())
            await context.close()
