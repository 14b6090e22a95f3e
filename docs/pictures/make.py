"""Take the pictures of the documentation anew: the demo in a phone's browser, light and dark.

    make pictures
    .venv/bin/python docs/pictures/make.py question alert

Needs Chromium and a font with emoji (apt-get install chromium fonts-noto-color-emoji).
"""

import asyncio
import logging
import shutil
from pathlib import Path

import click
from playwright.async_api import Browser, async_playwright
from scenes import SCENES
from stage import staged

PICTURES = Path(__file__).parent
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@click.command(help=__doc__)
@click.argument("scenes", nargs=-1, type=click.Choice(list(SCENES)))
def main(scenes: tuple[str, ...]) -> None:
    """Take the pictures of these scenes, or of all."""
    logging.disable(logging.WARNING)
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if program is None:
        raise click.ClickException("no Chromium on this machine (apt-get install chromium)")
    asyncio.run(_take_all(scenes or tuple(SCENES), program))


async def _take_all(scenes: tuple[str, ...], program: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(QUIET))
        for name in scenes:
            await _take(name, browser)
            click.echo(name)
        await browser.close()


async def _take(name: str, browser: Browser) -> None:
    async with staged(browser) as stage:
        await SCENES[name](stage)
        for scheme in ("light", "dark"):
            (PICTURES / f"{name}-{scheme}.webp").write_bytes(await stage.shoot(scheme))


if __name__ == "__main__":
    main()
