"""A headless Chromium for the tests of the page."""

import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 860}


def program() -> str:
    """The browser's path; skips where there is none, and fails where CI says that there must be one."""
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if found is None:
        words = "no Chromium on this machine: the chat page is not tested (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    return found


@contextmanager
def browser(profile: Path) -> Iterator[str]:
    """The address by which a running browser is steered."""
    command = [program(), *QUIET, "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            yield next(found[1] for line in process.stderr if (found := re.search(r"(ws://\S+)", line)))
        finally:
            process.terminate()
            process.communicate()


@asynccontextmanager
async def tab(steered_by: str, **traits: Any) -> AsyncIterator[Page]:
    """A fresh tab; an error in the page fails the test."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.connect_over_cdp(steered_by)
        context = await chromium.new_context(**{"viewport": DESKTOP, "locale": "vi-VN", **traits})
        page = await context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        yield page
        await context.close()
        assert errors == []
