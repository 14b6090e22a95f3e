"""`cchc demo`: the bot in a browser, without a token."""

import asyncio
import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.demo import open_demo
from bot.explaining import Failed
from bot.logs import set_up_logs
from bot.round_trip import make_round_trip
from bot.running import stop_on_signals


@click.command("demo")
@click.option("--port", default=8080, show_default=True, help="Where the chat page is served; 0 takes any.")
@click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data/demo"),
    show_default=True,
    help="Where the demo's store is kept; it is made anew each time.",
)
@click.option("--check", is_flag=True, help="Make one round trip without a browser, and end.")
def demo_command(port: int, folder: Path, check: bool) -> None:
    """Try the bot: sample reports, a sandbox in place of Telegram, and the real bot between them.

    Open the address in a browser, pick who you are, and write. Ctrl+C ends it.
    """
    set_up_logs("WARNING", secrets=())
    asyncio.run(_check() if check else _serve(port, folder))


async def _serve(port: int, folder: Path) -> None:
    stop = stop_on_signals()
    try:
        async with open_demo(folder, port=port, stop=stop, say=_say) as demo:
            click.echo(f"Open {demo.address} in a browser. Ctrl+C ends the demo.")
            await stop.wait()
    except OSError as error:
        raise Failed(f"port {port} cannot be used ({error.strerror}); choose another with --port") from None


async def _check() -> None:
    # What goes wrong is told by the check itself.
    logging.disable(logging.WARNING)
    with TemporaryDirectory() as folder:
        stop = asyncio.Event()
        async with open_demo(Path(folder), port=0, stop=stop, say=_say) as demo:
            await make_round_trip(demo, _say)
    click.echo("The round trip is complete.")


def _say(line: str) -> None:
    click.echo(line)
