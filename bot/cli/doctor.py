"""`cchc doctor`: says what is misconfigured, each finding in a sentence with what to do."""

import asyncio
import sys

import click

from bot.checks import Finding, check_all


@click.command("doctor")
def doctor_command() -> None:
    """Check the settings, the store and the connection to Telegram; exits 1 if anything is wrong."""
    findings = asyncio.run(check_all())
    for finding in findings:
        click.echo(_line(finding))
    sys.exit(0 if all(finding.is_fine for finding in findings) else 1)


def _line(finding: Finding) -> str:
    return f"{'ok   ' if finding.is_fine else 'WRONG'} {finding.sentence}"
