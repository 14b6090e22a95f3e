"""The program: finds the command, loads only what it needs, and says errors in one sentence."""

import sys
from importlib import import_module
from typing import Any

import click

# Command: (module, what `cchc --help` says of it). Listed here so that help loads none of them.
COMMANDS = {
    "demo": ("demo", "Try the bot in a browser, without a token."),
    "run": ("run", "Run the bot with the token of the settings."),
    "worker": ("run", "Send, import, watch sources; answering is done by `cchc run --no-sender`."),
    "import": ("importing", "Import reports from files or addresses."),
    "source": ("source", "Watch portals for new reports."),
    "ask": ("ask", "Ask a question in the shell, or many as JSON lines."),
    "admin": ("admin", "Who may change what: list, grant, revoke, invite."),
    "export": ("export", "Everything that is kept, as a workbook or JSON."),
    "doctor": ("doctor", "Check the settings, the store and the connection to Telegram."),
    "migrate": ("migrate", "Bring the store's tables up to date, look at their version, or take them back."),
    "move": ("move", "Copy a store into another database, for example from SQLite to PostgreSQL."),
    "backup": ("backup", "Copy the store into one file, also while the bot runs."),
    "restore": ("backup", "Put a backup in the store's place."),
}


class LazyGroup(click.Group):
    """Loads the module of a command when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """All commands, in the order in which one needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"bot.cli.{module}"), f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """The overview, for which nothing is loaded."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cchc")
def program() -> None:
    """Hỏi CCHC: answers questions about administrative-reform reports in Telegram."""


def main(arguments: list[str] | None = None) -> Any:
    """Run the program; exits 0, 1 (it failed, and says why), 2 (it was called wrongly), 75 (later it may go), 78 (only a person can mend it)."""
    try:
        return program.main(arguments, standalone_mode=False, prog_name="cchc")
    except click.Abort:
        sys.exit(130)  # as shells tell of Ctrl+C
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Exception as error:
        from bot.explaining import exit_code_of, explain

        click.echo(f"cchc: {explain(error)}", err=True)
        sys.exit(exit_code_of(error))
