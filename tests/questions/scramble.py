"""A copy of a question set with other numbers, dates, periods and names, in reports and expectations alike.

Whoever answers the copy worse than the set has keyed something to the set.  Binary reports become text.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from random import Random

import docx
import openpyxl
from docx.table import Table

from tests.questions import places
from tests.questions.grading import is_held
from tests.questions.rewriting import TOKEN, choose
from tests.questions.sets import QuestionSet, csv_mark, csv_rows, load_set, plain_text

Rewrite = Callable[[str], str]


def copy(folder: Path, target: Path, *, seed: int | None) -> QuestionSet:
    """The set in `folder`, rewritten into `target`; without a seed only its reports become text."""
    questions = load_set(folder)
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    reports = [text for path in questions.reports for text in as_text(path)]
    rewrite, cite = (str, str) if seed is None else rewriters(reports, rows, Random(seed))  # noqa: S311 - repeatable
    (target / "reports").mkdir(parents=True)
    for number, (suffix, text) in enumerate(reports, start=1):
        (target / "reports" / f"report-{number}{suffix}").write_text(
            rewrite_report(suffix, text, rewrite), encoding="utf-8"
        )
    known = "\n".join(plain_text(path) for path in questions.reports)
    rewritten = [json.dumps(rewrite_row(row, rewrite, cite, known), ensure_ascii=False) for row in rows]
    (target / "questions.jsonl").write_text("\n".join(rewritten) + "\n", encoding="utf-8")
    return load_set(target)


def rewriters(reports: list[tuple[str, str]], rows: list[dict], chance: Random) -> tuple[Rewrite, Rewrite]:
    """How to rewrite words, and how to rewrite the number of a report that stands alone."""
    texts = [text for _, text in reports] + [json.dumps(row, ensure_ascii=False) for row in rows]
    words = "\n".join(texts)
    rewriting = choose(texts, chance)
    others = places.other_names(places.names_in("\n".join(text for _, text in reports)), words, chance)

    def rewrite(text: str) -> str:
        return places.rename(rewriting.text(text), others)

    def cite(name: str) -> str:
        return rewriting.number(name) if name.isdigit() else rewrite(name)

    return rewrite, cite


def rewrite_report(suffix: str, text: str, rewrite: Rewrite) -> str:
    """The report rewritten: of html only the words, of csv cell by cell."""
    if suffix == ".html":
        parts = re.split(r"(<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>)", text, flags=re.DOTALL)
        words = [rewrite_tag(part, rewrite) if at % 2 else rewrite(part) for at, part in enumerate(parts)]
        # A row's number, or its place in a ranking, stays: the first is the first.
        return "".join(part if is_row_number(parts, at) else words[at] for at, part in enumerate(parts))
    if suffix == ".csv":
        return as_csv([[rewrite(cell) for cell in row] for row in csv_rows(text)], csv_mark(text))
    return rewrite(text)


def is_row_number(parts: list[str], at: int) -> bool:
    """Whether the part is a number alone in the first cell of a row of html."""
    opened = "".join(part.strip() for part in parts[max(0, at - 3) : at])
    return parts[at].strip().isdigit() and re.fullmatch(r"<tr[^>]*><td[^>]*>", opened) is not None


def rewrite_tag(tag: str, rewrite: Rewrite) -> str:
    """The tag with what it says of the page (`content="Bến Cau tăng 8 bậc"`) rewritten, and its addresses as they were."""
    return re.sub(r"(?<=\bcontent=\")[^\"]* [^\"]*", lambda said: rewrite(said[0]), tag)


def rewrite_row(row: dict, rewrite: Rewrite, cite: Rewrite, known: str) -> dict:
    """The question and its expectation rewritten; `known` is what the reports say."""
    expect = dict(row["expect"])
    for name in ("all", "none"):
        if name in expect:
            expect[name] = [rewrite(wanted) for wanted in expect[name]]
    if "any" in expect:
        # What somebody computes of counts ("tăng 13,36%") stays, for all counts grow alike.
        expect["any"] = [
            [
                *(rewrite(wanted) for wanted in group),
                *(wanted for wanted in group if is_share(wanted) and not is_held(wanted, known)),
            ]
            for group in expect["any"]
        ]
    if "cite" in expect:
        expect["cite"] = [cite(name) for name in expect["cite"]]
    asked = {name: row[name] for name in ("before",) if name in row}
    return row | {
        "question": rewrite(row["question"]),
        "expect": expect,
        **{name: [rewrite(question) for question in questions] for name, questions in asked.items()},
        # Whoever is asked of other years is asked as much later.
        "today": rewrite(row.get("today", f"{date.today()}")),
    }


def is_share(wanted: str) -> bool:
    """Whether a string is a share and nothing else: "13,36%"."""
    token = TOKEN.fullmatch(wanted.rstrip("%"))
    return token is not None and token.lastgroup == "share"


def as_text(path: Path) -> Iterator[tuple[str, str]]:
    """The report as texts with their suffixes; a workbook gives one for each sheet that says of what year it is."""
    if path.suffix == ".docx":
        yield ".txt", "\n".join(docx_lines(path))
    elif path.suffix == ".xlsx":
        sheets: list[str] = []
        for sheet in openpyxl.load_workbook(path).worksheets:
            text = as_csv([[shown(cell) for cell in row] for row in sheet.iter_rows(values_only=True)])
            if sheets and not re.search(r"\b20\d\d\b", text):
                sheets[-1] += f"\n{text}"
            else:
                sheets.append(text)
        yield from ((".csv", text) for text in sheets)
    elif path.suffix == ".pdf":
        yield ".txt", plain_text(path)
    else:
        yield path.suffix, path.read_text(encoding="utf-8")


def docx_lines(path: Path) -> Iterator[str]:
    """Paragraphs, and the rows of tables with a tab between cells; a report's head, of several lines each, line by line."""
    for block in docx.Document(str(path)).iter_inner_content():
        if not isinstance(block, Table):
            yield block.text
            continue
        for row in block.rows:
            cells = [cell.text.split("\n") for cell in row.cells]
            lines = [[" ".join(cell)] for cell in cells] if min(map(len, cells)) == 1 else cells
            yield from ("\t".join(line) for line in zip_longest(*lines, fillvalue=""))


def shown(value: object) -> str:
    """A cell as a Vietnamese spreadsheet shows it."""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return f"{value:.2f}".replace(".", ",") if isinstance(value, float) else str("" if value is None else value)


def as_csv(rows: list[list[str]], mark: str = ",") -> str:
    """The rows as a csv text with that mark between cells."""
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(rows)
    return out.getvalue()
