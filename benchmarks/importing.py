"""Import of many reports with the shell program: seconds and peak memory.

    python -m benchmarks.importing [COUNT]

COUNT reports (1,000) are made of the samples with other numbers, dates and years, and imported and published at once.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import CCHC, megabytes, run
from benchmarks.varied import texts


def main(count: int) -> None:
    """Prints a line for the import, and one for a question to the store that it made."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"report-{number:05}.txt" for number in range(count)]
        for path, text in zip(paths, texts(count), strict=True):
            path.write_text(text, encoding="utf-8")
        store = {"DATABASE_URL": f"sqlite:///{folder}/bench.db"}
        done = run([CCHC, "import", "--publish", "--silent", *map(str, paths)], store)
        kept = sum(": published" in line for line in done.said.splitlines())
        said = (
            f"{kept} of {count} reports imported in {done.seconds:.0f} s ({done.busy_seconds:.0f} s of the processor)"
        )
        print(f"{said}, {1000 * done.busy_seconds / count:.0f} ms each, peak {megabytes(done.peak_bytes)}")
        asked = run([CCHC, "ask", "quý I/2019 tiếp nhận bao nhiêu hồ sơ?"], store)
        print(f"start and one question: {asked.busy_seconds:.1f} s, peak {megabytes(asked.peak_bytes)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
