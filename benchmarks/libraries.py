"""Readers of well-kept libraries beside ours: time, and how many of a file's words each gives back.

    python -m benchmarks.libraries FOLDER

FOLDER holds files with their words beside them (`report.docx` and `report.docx.plain`).  Libraries that are not
installed are left out; `pip install trafilatura lxml_html_clean mammoth pdfplumber` in a venv of its own measures all.
"""

import io
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from knowledge.grammar.folding import compose
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.reading import read_data

Reader = Callable[[bytes], str]


def words(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(re.findall(r"\w+", compose(text).lower()))


def recovered(given: str, wanted: str) -> tuple[float, float]:
    """The percent of the wanted words that are given, and of the given ones that were not wanted."""
    a, b = words(given), words(wanted)
    return 100 * (a & b).total() / max(b.total(), 1), 100 * (a - b).total() / max(a.total(), 1)


def ours(suffix: str) -> Reader:
    """The project's own reader."""
    return lambda data: read_data(data, f"a{suffix}", DEFAULT).text


def _trafilatura(data: bytes) -> str:
    import trafilatura

    return str(trafilatura.extract(data.decode(), include_tables=True, favor_recall=True) or "")


def _selectolax(data: bytes) -> str:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(data).body
    return body.text(separator="\n") if body else ""


def _python_docx(data: bytes) -> str:
    import docx

    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _mammoth(data: bytes) -> str:
    import mammoth

    return str(mammoth.extract_raw_text(io.BytesIO(data)).value)


def _pdfium(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _pdfplumber(data: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def _openpyxl(data: bytes) -> str:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return "\n".join(str(value) for sheet in book for row in sheet.values for value in row if value is not None)


def _calamine(data: bytes) -> str:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return "\n".join(str(v) for n in book.sheet_names for row in book.get_sheet_by_name(n).to_python() for v in row)


READERS: dict[str, dict[str, Reader]] = {
    ".html": {"trafilatura": _trafilatura, "selectolax": _selectolax},
    ".docx": {"docx": _python_docx, "mammoth": _mammoth},
    ".pdf": {"pypdfium2": _pdfium, "pdfplumber": _pdfplumber},
    ".xlsx": {"openpyxl": _openpyxl, "python_calamine": _calamine},
}


def measure(path: Path) -> Iterator[str]:
    """A line for each reader of the file."""
    data = path.read_bytes()
    wanted = path.with_name(path.name + ".plain").read_text(encoding="utf-8")
    installed = {name: read for name, read in READERS[path.suffix].items() if find_spec(name)}
    for name, read in {**installed, "ours": ours(path.suffix)}.items():
        text = read(data)
        took = min(_seconds(read, data) for _ in range(5))
        found, beyond = recovered(text, wanted)
        yield f"{path.name:<32}{name:<18}{1000 * took:>8.1f} ms {found:>6.1f} % of the words {beyond:>6.1f} % beside them"


def _seconds(read: Reader, data: bytes) -> float:
    began = time.process_time()
    read(data)
    return time.process_time() - began


if __name__ == "__main__":
    for file in sorted(Path(sys.argv[1]).iterdir()):
        if file.suffix in READERS and file.with_name(file.name + ".plain").exists():
            print("\n".join(measure(file)))
