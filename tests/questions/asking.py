"""Asking a whole set through the shell program, in a fresh store and one warm process."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.questions import forms
from tests.questions.grading import Cited, Grade, Reply, grade, level
from tests.questions.sets import Case, QuestionSet

CCHC = (str(Path(sys.executable).with_name("cchc")),)


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


def ask_set(questions: QuestionSet, typed: Sequence[str], *, program: Sequence[str] = CCHC) -> list[Asked]:
    """Every case in every form, graded; the reports are imported and published first."""
    with tempfile.TemporaryDirectory() as folder:
        store = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/questions.db"}
        run([*program, "import", "--publish", *map(str, questions.reports)], store)
        lines = [line for form in typed for case in questions.cases for line in turns(case, form)]
        out = run([*program, "ask", "--jsonl"], store, "".join(f"{dump(line)}\n" for line in lines))
    replies = dict(read_replies(out.splitlines()))
    texts = [level(text) for text in questions.sources().values()]
    return [
        weigh(case, form, replies.get(key(case, form), Reply(None)), texts)
        for form in typed
        for case in questions.cases
    ]


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


def run(command: Sequence[str], environment: dict[str, str], given: str | None = None) -> str:
    """What the command printed.  Raises ProgramError with its last words where it fails."""
    done = subprocess.run(
        command, env=environment, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ProgramError(f"{' '.join(command[:3])} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout
