"""Asking a whole set through the shell program, in a fresh store."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from bot.cli.program import program
from knowledge.store.migrate import migrate
from knowledge.store.store import Store
from tests.questions import forms
from tests.questions.grading import Cited, Grade, Reply, grade, level
from tests.questions.sets import Case, QuestionSet

CCHC = str(Path(sys.executable).with_name("cchc"))
# What the shell program printed, given arguments, an environment and an input.
Run = Callable[[Sequence[str], Mapping[str, str], str | None], str]


class ProgramError(Exception):
    """The shell program ended with an error; the message is what it printed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One case in one form, the reply and how it counts."""

    case: Case
    form: str
    question: str
    reply: Reply
    grade: Grade


def run_here(arguments: Sequence[str], environment: Mapping[str, str], given: str | None = None) -> str:
    """What our shell program printed, run in this process, which has it loaded.  Raises ProgramError with its last words where it fails."""
    done = CliRunner().invoke(program, list(arguments), input=given, env=environment)
    if done.exit_code:
        raise ProgramError(
            f"{' '.join(arguments[:2])} ended with {done.exit_code}: {done.exception}: {done.stderr[-2000:]}"
        )
    return done.stdout


def ask_set(questions: QuestionSet, typed: Sequence[str], *, run: Run = run_here) -> list[Asked]:
    """Every case in every form, graded; the reports are imported and published first."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "questions.db"
        if run is run_here:
            path.write_bytes(_empty_store())
        store = {"DATABASE_URL": f"sqlite:///{path}"}
        run(["import", "--publish", *map(str, questions.reports)], store, None)
        lines = [line for form in typed for case in questions.cases for line in turns(case, form)]
        out = run(["ask", "--jsonl"], store, "".join(f"{dump(line)}\n" for line in lines))
    replies = dict(read_replies(out.splitlines()))
    texts = [level(text) for text in questions.sources().values()]
    return [
        weigh(case, form, replies.get(key(case, form), Reply(None)), texts)
        for form in typed
        for case in questions.cases
    ]


@cache
def _empty_store() -> bytes:
    """The file of a store without reports: making its tables takes longer than importing a report."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        store = Store(f"sqlite:///{path}")
        migrate(store)
        store.close()
        return path.read_bytes()


def weigh(case: Case, form: str, reply: Reply, texts: Iterable[str]) -> Asked:
    """The reply with its grade."""
    question = forms.make(form, case.question, seed=key(case, form))
    return Asked(case, form, question, reply, grade(case, reply, texts))


def key(case: Case, form: str) -> str:
    """The id of the line that asks the case in this form."""
    return f"{case.id}@{form}"


def turns(case: Case, form: str) -> Iterator[dict]:
    """The lines that ask a case: what came before in the chat, then the question."""
    chat = key(case, form)
    asked_before = [(f"{chat}#{number}", question) for number, question in enumerate(case.before, start=1)]
    for name, question in [*asked_before, (chat, case.question)]:
        line = {"id": name, "question": forms.make(form, question, seed=name), "chat": chat}
        yield line | ({"today": case.today.isoformat()} if case.today else {})


def dump(line: dict) -> str:
    """The line as the program reads it."""
    return json.dumps(line, ensure_ascii=False)


def read_replies(lines: Iterable[str]) -> Iterator[tuple[str, Reply]]:
    """The id and the reply of each line; other lines are passed over."""
    for line in lines:
        if line.startswith("{"):
            row = json.loads(line)
            yield row["id"], read_reply(row)


def read_reply(row: dict) -> Reply:
    """The reply that one line says."""
    cited = (Cited(c.get("report") or "", c.get("title") or "", c["quote"]) for c in row["citations"])
    return Reply(
        outcome=row["outcome"],
        answer=row["answer"],
        text=row["text"],
        choices=tuple(row["choices"]),
        citations=tuple(cited),
        ms=row.get("ms"),
    )


def run_process(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    given: str | None = None,
    *,
    command: Sequence[str] = (CCHC,),
) -> str:
    """What a program printed as a process of its own.  Raises ProgramError with its last words where it fails."""
    done = subprocess.run(
        [*command, *arguments],
        env={**os.environ, **environment},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise ProgramError(f"{' '.join(arguments[:2])} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout
