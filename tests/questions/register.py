"""Ask for every row of a register by its number and year, as people type them, and tell what is not found.

    python -m tests.questions.register FILE.csv [--show 20] [--every 1]

FILE has the columns `Số ký hiệu`, `Ngày ban hành` (dd/mm/yyyy) and `Trích yếu`.  It is imported into a fresh
store with the shell program, which is then asked for each row in each form.
"""

import csv
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import click

from knowledge.grammar.document_types import type_of_symbol
from knowledge.grammar.folding import compose, fold
from tests.questions.asking import dump, read_replies, run_process
from tests.questions.grading import Reply


class Found(StrEnum):
    """What asking for a row came to."""

    RIGHT = "right"  # the row's own subject or date
    OFFERED = "offered"  # asked back, the row being among the choices
    LOST = "lost"  # not found, or another document's answer


@dataclass(frozen=True, slots=True)
class Row:
    """A row that has a number."""

    symbol: str  # as written
    day: str  # dd/mm/yyyy
    subject: str

    @property
    def number(self) -> str:
        """Its number, "3456"."""
        return re.match(r"\s*(\d+)", self.symbol)[1]

    @property
    def letters(self) -> str:
        """What follows the number, "QĐ-UBND"."""
        return re.sub(r"^\s*\d+[\s/_-]*", "", self.symbol)

    @property
    def year(self) -> str:
        """The year of issue."""
        return self.day[-4:]

    @property
    def type(self) -> str:
        """The type that a person would call it by."""
        return type_of_symbol(re.sub(r"^\d{4}/", "", self.letters))


FORMS = {
    "symbol": lambda row: f"{row.type} {row.symbol.strip()} năm {row.year} về việc gì?",
    "symbol, no tone": lambda row: fold(f"{row.symbol.strip()} nam {row.year} ve viec gi"),
    "symbol and year": lambda row: f"{row.symbol.strip()} {row.year}",
    "type and number": lambda row: fold(f"{row.type} {row.number} nam {row.year} noi ve gi"),
    "type, number, when": lambda row: f"{row.type} số {row.number} năm {row.year} ban hành ngày nào?",
    "number and year": lambda row: f"{row.number} {row.year} tới đâu",
    "number/year": lambda row: f"văn bản {row.number}/{row.year} về việc gì",
    "number, year": lambda row: fold(f"van ban so {row.number} nam {row.year}"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A row asked for in one form."""

    row: Row
    form: str
    reply: Reply
    found: Found


def read_rows(path: Path) -> list[Row]:
    """The rows of a register that have a number."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [Row(row["Số ký hiệu"], row["Ngày ban hành"], row["Trích yếu"]) for row in csv.DictReader(file)]
    return [row for row in rows if re.match(r"\s*\d", row.symbol)]


def ask_rows(path: Path, rows: Sequence[Row]) -> Iterator[Asked]:
    """Each row asked for in each form, of a store that has this register alone."""
    with tempfile.TemporaryDirectory() as folder:
        store = {"DATABASE_URL": f"sqlite:///{folder}/register.db"}
        began = time.monotonic()
        click.echo(run_process(["import", "--publish", str(path)], store).rstrip())
        click.echo(f"imported in {time.monotonic() - began:.1f} s")
        keyed = {f"{form}#{n}": (form, row) for form in FORMS for n, row in enumerate(rows)}
        lines = "".join(f"{dump({'id': key, 'question': FORMS[f](row)})}\n" for key, (f, row) in keyed.items())
        replies = dict(read_replies(run_process(["ask", "--jsonl"], store, lines).splitlines()))
    for key, (form, row) in keyed.items():
        yield Asked(row, form, replies[key], judge(row, replies[key]))


def judge(row: Row, reply: Reply) -> Found:
    """Whether the reply is the row's own: a choice by number and day, an answer by subject or by number and day."""
    if reply.outcome == "clarify":
        return Found.OFFERED if any(_names(row, choice) for choice in reply.choices) else Found.LOST
    if reply.outcome != "answered":
        return Found.LOST
    subject = " ".join(compose(row.subject).split())[:60]
    is_own = subject in " ".join(reply.text.split()) or _names(row, reply.answer)
    return Found.RIGHT if is_own else Found.LOST


def _names(row: Row, words: str) -> bool:
    # 09/CT-UBND and 9/CT-UBND of one day are one document, whichever the answer writes.
    return compose(row.symbol.strip()).lstrip("0") in words and row.day in words


@click.command(help=__doc__)
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--show", default=10, help="How many lost rows of each form to print.")
@click.option("--every", default=1, help="Ask for each n-th row only.")
def main(path: Path, show: int, every: int) -> None:
    """Print a line a form and the lost rows; exit with 1 where one row in a hundred is lost."""
    asked = list(ask_rows(path, read_rows(path)[::every]))
    for form in FORMS:
        of_form = [a for a in asked if a.form == form]
        counted = Counter(a.found for a in of_form)
        ms = sorted(a.reply.ms or 0 for a in of_form)
        click.echo(
            f"{form:<20}{len(of_form):>6} rows"
            + "".join(f"{counted[found]:>8} {found}" for found in Found)
            + f"   p50 {ms[len(ms) // 2]:.1f} ms, p95 {ms[len(ms) * 95 // 100]:.1f} ms"
        )
        for lost in [a for a in of_form if a.found is Found.LOST][:show]:
            click.echo(
                f"    {FORMS[form](lost.row)} [{lost.row.day}] -> {lost.reply.outcome} {lost.reply.answer[:120]}"
            )
            click.echo("".join(f"        * {choice}\n" for choice in lost.reply.choices[:3]), nl=False)
    sys.exit(sum(a.found is Found.LOST for a in asked) * 100 > len(asked))


if __name__ == "__main__":
    main()
