"""The guide's walk-through for a newcomer, followed literally on the chat page of the demo, in a real browser."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.demo import open_demo
from knowledge.bootstrap import open_knowledge
from tests.sandbox.browsing import PHONE, browser, tab

# As long as Playwright waits for whatever is pressed; its expectations are less patient.
DEADLINE_MS = 30_000
GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan.md"
STEP = re.compile(r"^\d+\. (.+)$", re.MULTILINE)
# "Gõ `…`", "bấm **…**", "thấy “…”", in the order in which they are read.
DO = re.compile(r"[Gg]õ `(?P<typed>[^`]+)`|[Bb]ấm \*\*(?P<pressed>[^*]+)\*\*|thấy “(?P<seen>[^”]+)”")


def steps() -> list[str]:
    section = GUIDE.read_text("utf-8").partition("### Lần đầu làm biên tập")[2].partition("\n### ")[0]
    return STEP.findall(section)


def named(words: str) -> re.Pattern[str]:
    """The button of just that name; a report's has its period behind it."""
    literal = re.escape(words).replace("/", r"\/")  # in the browser a slash would end the expression
    return re.compile(rf"^{literal}(?: · .*)?$")


def test_the_guide_names_three_decisions_and_a_report_to_publish():
    typed = [match["typed"] for step in steps() for match in DO.finditer(step) if match["typed"]]
    assert ([t[:9] for t in typed].count("/them QĐ "), "/xuatban" in typed) == (3, True)


async def test_a_newcomer_gets_there_by_the_guide_alone(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory):
    # Telegram's pace, a message a second, has tests of its own.
    async with open_demo(tmp_path, port=0, stop=asyncio.Event(), say=lambda _: None, has_limits=False) as demo:
        await demo.admin.ask("/start")
        with browser(tmp_path_factory.mktemp("chromium")) as steered_by:
            async with tab(steered_by, viewport=PHONE, has_touch=True, reduced_motion="reduce") as page:
                await page.goto(f"{demo.address}/#{demo.admin.id}")
                for match in (found for step in steps() for found in DO.finditer(step)):
                    if match["typed"]:
                        await page.locator("#words").fill(match["typed"])
                        if match["typed"].startswith("/") and " " not in match["typed"]:
                            await page.locator("#panel").wait_for()  # the commands that fit, which come a moment later
                        await page.keyboard.press("Enter")
                        await expect(page.locator(".message.out").last).to_contain_text(
                            match["typed"][:40], timeout=DEADLINE_MS
                        )
                    elif match["pressed"]:
                        await page.wait_for_function("() => !document.querySelector('[aria-busy]')")
                        await page.get_by_role("button", name=named(match["pressed"])).last.tap()
                    else:
                        await expect(page.locator(".message.in").last).to_contain_text(
                            match["seen"], timeout=DEADLINE_MS
                        )
                await expect(page.locator(".message.in").last).to_contain_text("Hoàn tác 1", timeout=DEADLINE_MS)
    assert demo_state(tmp_path / "demo.db") == (3, True)


def demo_state(store: Path) -> tuple[int, bool]:
    """How many of the decisions answer, and whether the report is published, as the store has it afterwards."""
    knowledge = open_knowledge(f"sqlite:///{store}")
    reports = [one.reading.report for one in knowledge.reports.published()]
    knowledge.close()
    added = sum(report.kind == "entry" for report in reports)
    return added, any(report.number == "455/BC-VPUBND" for report in reports)
