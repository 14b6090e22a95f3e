"""`cchc doctor`: says what is misconfigured, each finding in a sentence with what to do."""

import asyncio
import json
import sys
from dataclasses import asdict

import click

from bot.checks import check_all
from bot.looking_after import Finding


@click.command("doctor")
@click.option("--json", "is_json", is_flag=True, help="The findings as JSON, for programs.")
def doctor_command(is_json: bool) -> None:
    """Check settings, store, workers, backups, disk and the connection to Telegram; exits 1 if anything is wrong."""
    findings = asyncio.run(check_all())
    if is_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            click.echo(_line(finding))
    sys.exit(0 if all(finding.is_fine for finding in findings) else 1)


def _line(finding: Finding) -> str:
    return f"{'ok   ' if finding.is_fine else 'WRONG'} {finding.sentence}"
