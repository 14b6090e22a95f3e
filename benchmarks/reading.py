"""Pages per second for each format, one process, once warm.  A page is 2,000 characters.

python -m benchmarks.reading
"""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.varied import texts
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.reading import read_data
from knowledge.importing.reading import read_report
from tests.importing.readers.files import xlsx_of
from tests.questions.formats import WRITERS

PAGE_CHARACTERS = 2_000
REPORTS = 20
ENCODINGS = {"txt": "utf-8", "txt, UTF-16": "utf-16", "txt, windows-1258": "cp1258"}
ROWS = [["Số ký hiệu", "Ngày ban hành", "Trích yếu"]] + [
    [f"{n}/QĐ-UBND", f"{n % 28 + 1:02}/03/2021", f"phê duyệt phương án số {n} về cải cách thủ tục hành chính"]
    for n in range(1, 2_001)
]


def files(folder: Path) -> dict[str, tuple[str, bytes]]:
    """A file of twenty reports, or of 2,000 rows, in each format: its name and bytes."""
    source = folder / "reports.txt"
    source.write_text("\n\n".join(texts(REPORTS)), encoding="utf-8")
    text = source.read_text(encoding="utf-8")
    found = {name: ("a.txt", text.encode(code, "replace")) for name, code in ENCODINGS.items()}
    found |= {name: (f"a.{name}", write(source, folder).read_bytes()) for name, write in WRITERS.items()}
    found["xlsx"] = ("a.xlsx", xlsx_of(ROWS))
    found["csv"] = ("a.csv", "\n".join(";".join(row) for row in ROWS).encode())
    return found


def seconds(work: Callable[[], object]) -> float:
    """The best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Prints a line for each format: to text, and to documents, figures and tasks."""
    with TemporaryDirectory() as folder:
        for name, (file, data) in files(Path(folder)).items():
            page = read_data(data, file, DEFAULT)
            pages = len(page.text) / PAGE_CHARACTERS
            reading = seconds(lambda: read_data(data, file, DEFAULT))  # noqa: B023 - called before the next round
            understanding = seconds(lambda: read_report(page))  # noqa: B023 - called before the next round
            print(
                f"{name:<20}{pages:>6.0f} pages{pages / reading:>9.0f} a second read{pages / understanding:>7.0f} understood"
            )


if __name__ == "__main__":
    main()
