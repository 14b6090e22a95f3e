"""The sandbox as a program."""

import sys

import click

from bot.sandbox.app import create_app
from bot.sandbox.server import Server, address_of, listen

DEMO_TOKEN = "700000000:SANDBOX-not-a-secret-of-anyone-1234567"  # noqa: S105 - works nowhere else


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8081, show_default=True, help="Port to listen on; 0 takes a free one.")
@click.option("--token", "tokens", multiple=True, default=[DEMO_TOKEN], help="Token of a bot; may be repeated.")
@click.option("--limits/--no-limits", "has_limits", default=True, help="Telegram's limits on sending.")
def main(host: str, port: int, tokens: tuple[str, ...], has_limits: bool) -> None:
    """Serve a Telegram Bot API sandbox with a chat page."""
    try:
        listening = listen(host, port)
    except OSError as error:
        click.echo(f"cannot listen on {host}:{port}: {error.strerror}", err=True)
        sys.exit(1)
    click.echo(address_of(listening))
    Server(create_app(tokens=tokens, has_limits=has_limits)).run(sockets=[listening])
