"""The same reports as files of other formats: what the questions lose by it.

    python -m tests.questions.formats [SET_DIR…] [--show 5]

Each report of a set is asked as it is (own), as text (txt), as the text beside it, which has lost the cells of its
tables (plain), and written anew as docx, html, md and, where Chromium is installed, pdf.  Without SET_DIR the sample and, where it lies beside the repository, the open set.
"""

import html
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import docx

from knowledge.importing.apart import read_page_apart
from knowledge.importing.page import Block, BlockKind, Page
from knowledge.importing.readers import read_page
from tests.questions import tally
from tests.questions.asking import Asked, ask_set
from tests.questions.sets import HERE, SHARED, QuestionSet, load_set

MOST_LOST = 3.0  # points that a file type may cost
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_TEXTS = frozenset({".txt", ".md"})


def as_text(path: Path, folder: Path) -> Path:
    """A file of another format as txt, its rows with tabs between the cells, as when it is copied; a text as it is."""
    beside = path.with_name(path.name + ".plain")
    if not beside.exists():
        return path
    copy = folder / f"{path.stem}.txt"
    copy.write_text(_with_tabs(read_page_apart(path)), encoding="utf-8")
    copy.with_name(copy.name + ".plain").write_text(beside.read_text(encoding="utf-8"), encoding="utf-8")
    return copy


def as_plain(path: Path, folder: Path) -> Path:
    """The words that lie beside a file, as txt: of a portal's page with all around it, of tables without the cells."""
    beside = path.with_name(path.name + ".plain")
    if not beside.exists():
        return path
    copy = folder / f"{path.stem}.txt"
    copy.write_text(beside.read_text(encoding="utf-8"), encoding="utf-8")
    return copy


def _with_tabs(page: Page) -> str:
    rows = ("\t".join(cell.cut(page.text) for cell in b.cells) or b.span.cut(page.text) for b in page.blocks)
    return "\n".join(rows) + "\n"


def as_docx(path: Path, folder: Path) -> Path:
    """A text written as a Word file: paragraphs, and tables as tables."""
    page, document = read_page(path), docx.Document()
    for is_table, blocks in _runs(page):
        if not is_table:
            for block in blocks:
                document.add_paragraph(block.span.cut(page.text))
            continue
        rows = [[cell.cut(page.text) for cell in block.cells] for block in blocks]
        table = document.add_table(len(rows), max(map(len, rows)))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=False):
                cell.text = words
    document.save(str(folder / f"{path.stem}.docx"))
    return folder / f"{path.stem}.docx"


def as_html(path: Path, folder: Path) -> Path:
    """A text written as a portal's page, with the menus and lists that stand around an article there."""
    written = folder / f"{path.stem}.html"
    written.write_text(_AROUND.format(_body(path)), encoding="utf-8")
    return written


def as_md(path: Path, folder: Path) -> Path:
    """A text written as Markdown."""
    page, lines = read_page(path), []
    for is_table, blocks in _runs(page):
        rows = [[cell.cut(page.text) for cell in block.cells] for block in blocks]
        if is_table:
            drawn = ["| " + " | ".join(row) + " |" for row in rows]
            lines.append("\n".join([drawn[0], "|---" * len(rows[0]) + "|", *drawn[1:]]))
        else:
            lines += [block.span.cut(page.text) for block in blocks]
    written = folder / f"{path.stem}.md"
    written.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return written


def as_pdf(path: Path, folder: Path) -> Path:
    """A text printed by Chromium on A4."""
    source, written = folder / f"{path.stem}.print.html", folder / f"{path.stem}.pdf"
    source.write_text(f"<meta charset=utf-8><style>{_PRINTED}</style>{_body(path)}", encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={written}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return written


_PRINTED = (
    "@page{size:A4;margin:2cm}body{font:13pt serif}td,th{border:1px solid;padding:2pt}table{border-collapse:collapse}"
)
_AROUND = """<html><head><title>Cổng thông tin điện tử</title></head><body>
<div class="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/gt">Giới thiệu</a></li></ul></div>
<div class="article">{}</div>
<div class="related"><h3>Tin liên quan</h3><ul><li><a href="/1">Hội nghị sơ kết công tác</a></li></ul></div>
<div class="footer">Bản quyền thuộc về Cổng thông tin</div></body></html>"""


def _body(path: Path) -> str:
    page, parts = read_page(path), []
    for is_table, blocks in _runs(page):
        if is_table:
            rows = ("".join(f"<td>{html.escape(c.cut(page.text))}</td>" for c in block.cells) for block in blocks)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            parts += [f"<p>{html.escape(block.span.cut(page.text))}</p>" for block in blocks]
    return "\n".join(parts)


def _runs(page: Page) -> Iterator[tuple[bool, list[Block]]]:
    for table, blocks in groupby(page.blocks, key=lambda b: b.table if b.kind is BlockKind.CELLS else None):
        yield table is not None, list(blocks)


Writer = Callable[[Path, Path], Path]
WRITERS: dict[str, Writer] = {"docx": as_docx, "html": as_html, "md": as_md, **({"pdf": as_pdf} if CHROMIUM else {})}


def rewritten(questions: QuestionSet, format: str, folder: Path) -> QuestionSet:
    """The set with all its reports in one format; "plain" is text that has lost the cells of tables."""
    texts = [(as_plain if format == "plain" else as_text)(path, folder) for path in questions.reports]
    if format in {"txt", "plain"}:
        return replace(questions, reports=tuple(texts))
    reports = (_written(WRITERS[format], path, folder) if path.suffix in _TEXTS else path for path in texts)
    return replace(questions, reports=tuple(reports))


def _written(write: Writer, path: Path, folder: Path) -> Path:
    """The file, and its words beside it to hold quotes against."""
    written = write(path, folder)
    words = path.with_name(path.name + ".plain")
    source = words if words.exists() else path
    written.with_name(written.name + ".plain").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    return written


def ask_as(questions: QuestionSet, format: str) -> list[Asked]:
    """The set asked in its exact form with its reports in that format; "own" is as they are."""
    with TemporaryDirectory() as folder:
        return ask_set(questions if format == "own" else rewritten(questions, format, Path(folder)), ("exact",))


@click.command(help=__doc__)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", default=5, help="How many answers that differ from those on text to print.")
def main(folders: tuple[Path, ...], show: int) -> None:
    """Print a line for each set and format."""
    for folder in folders or [HERE / "sample", *SHARED.glob("open")]:
        questions = load_set(folder)
        plain = ask_as(questions, "txt")
        for format in ("txt", "own", "plain", *WRITERS):
            asked = plain if format == "txt" else ask_as(questions, format)
            row = tally.count(asked)
            click.echo(f"{questions.name:<10}{format:<6}{row.right_percent:>6} % right {row.false_percent:>5} % false")
            changed = [(a, b) for a, b in zip(plain, asked, strict=True) if a.grade.verdict != b.grade.verdict]
            for a, b in changed[:show]:
                click.echo(
                    f"    {a.question}\n      txt: {a.reply.answer[:150]}\n      {format}: {b.reply.answer[:150]}"
                )


if __name__ == "__main__":
    main()
