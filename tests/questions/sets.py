"""Question sets: a folder with `reports/` to import and `questions.jsonl`, one question a line."""

import csv
import html
import io
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
SHARED = REPOSITORY.parent / "shared" / "eval"
SAMPLES = REPOSITORY / "samples"

KINDS = frozenset(
    (
        *("metric", "share", "window", "compare", "trend", "status", "date", "issuer", "subject", "list"),
        *("tasks", "org", "report", "yes_no", "overview", "followup", "clarify", "not_found", "english"),
    )
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a right reply says; `outcomes` are those that are right."""

    outcomes: tuple[str, ...] = ("answered",)
    all: tuple[str, ...] = ()
    any: tuple[tuple[str, ...], ...] = ()
    none: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One question with what was asked before it, the day it is asked and what is expected."""

    id: str
    kind: str
    question: str
    expect: Expectation
    before: tuple[str, ...] = ()
    today: date | None = None
    is_derived: bool = False


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The cases of a set and the report files that they are asked about."""

    name: str
    folder: Path
    reports: tuple[Path, ...]
    cases: tuple[Case, ...]

    def sources(self) -> dict[str, str]:
        """The words of each report, to hold quotes against."""
        return {path.name: plain_text(path) for path in self.reports}


def load_set(folder: Path) -> QuestionSet:
    """The set in a folder; one without `reports/` is asked about the project's own samples."""
    reports = folder / "reports" if (folder / "reports").is_dir() else SAMPLES
    files = sorted(path for path in reports.iterdir() if path.suffix != ".plain" and path.is_file())
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    cases = tuple(read_case(json.loads(line)) for line in lines if line)
    return QuestionSet(folder.name, folder, tuple(files), cases)


def read_case(row: dict) -> Case:
    """The case that one line of a set says."""
    return Case(
        id=row["id"],
        kind=row["kind"],
        question=row["question"],
        expect=read_expectation(row["expect"]),
        before=tuple(row.get("before", ())),
        today=date.fromisoformat(row["today"]) if "today" in row else None,
        is_derived=bool(row.get("derived")),
    )


def read_expectation(row: dict) -> Expectation:
    """The expectation of a line; one outcome may stand alone."""
    outcomes = row.get("outcome", "answered")
    return Expectation(
        outcomes=(outcomes,) if isinstance(outcomes, str) else tuple(outcomes),
        all=tuple(row.get("all", ())),
        any=tuple(tuple(group) for group in row.get("any", ())),
        none=tuple(row.get("none", ())),
        cite=tuple(row.get("cite", ())),
        is_list=bool(row.get("list")),
    )


def question_sets() -> list[Path]:
    """The folders of all sets at hand: ours, then the open one where it lies beside the repository."""
    ours = sorted(path.parent for path in HERE.glob("*/questions.jsonl"))
    return [*ours, *(path.parent for path in SHARED.glob("open/questions.jsonl"))]


def plain_text(path: Path) -> str:
    """The words of a report; those of a binary format stand in a `.plain` file beside it."""
    beside = path.with_name(path.name + ".plain")
    if beside.exists():
        return beside.read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        return "\n".join(" ".join(cell for cell in row if cell) for row in csv_rows(text))
    if path.suffix in {".html", ".htm"}:
        without_code = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.IGNORECASE | re.DOTALL)
        return html.unescape(re.sub(r"<[^>]+>", " ", without_code))
    if path.suffix == ".md":
        return _EMPHASIS.sub(r"\1", text.replace("**", ""))  # bold and italics are marks and no words, as tags are
    return text


_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])")


def csv_rows(text: str) -> list[list[str]]:
    """The rows of a csv text, whose cells stand between commas or, as Vietnamese spreadsheets write it, semicolons."""
    return list(csv.reader(io.StringIO(text), delimiter=csv_mark(text)))


def csv_mark(text: str) -> str:
    """What stands between the cells of a csv text."""
    return ";" if text.count(";") > text.count(",") else ","
