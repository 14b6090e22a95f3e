"""Files made to harm, imported with the shell program: what is said, in what time and with how much memory.

    python -m benchmarks.hostile [NAME…]

Exits with 1 where one takes more than ten seconds of the processor or 500 MB, or where a refused file leaves anything in the store.
"""

import sqlite3
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import CCHC, megabytes, run
from tests.importing.readers.hostile_files import HOSTILE

SECONDS, BYTES = 10.0, 500_000_000


def measure(name: str, folder: Path) -> bool:
    """Whether the file was dealt with within the limits; prints a line."""
    path, store = folder / name, folder / f"{name}.db"
    # Made by another process: what this one has had in memory counts as its child's.
    run([sys.executable, "-m", "benchmarks.hostile", "--make", name, str(path)], {})
    done = run([CCHC, "import", "--publish", str(path)], {"DATABASE_URL": f"sqlite:///{store}"})
    kept = _reports(store)
    is_right = done.busy_seconds < SECONDS and done.peak_bytes < BYTES and (kept == 0) == (done.code != 0)
    said = done.said.splitlines()[0].split(": ", 1)[-1] if done.said else ""
    mark = " " if is_right else "!"
    print(
        f"{mark} {name:<16}{done.busy_seconds:>6.1f} s ({done.seconds:.1f} by the clock) {megabytes(done.peak_bytes):>8}  {kept} kept  {said[:110]}",
        flush=True,
    )
    path.unlink()
    return is_right


def make(name: str, path: Path) -> None:
    """Writes the file."""
    if name == "large.txt":
        with path.open("wb") as file:
            file.truncate(200_000_000)
    else:
        path.write_bytes(HOSTILE[name][0]())


def _reports(store: Path) -> int:
    connection = sqlite3.connect(store)
    try:
        return int(connection.execute("select count(*) from report").fetchone()[0])
    finally:
        connection.close()


def main(names: list[str]) -> int:
    """The number of files that broke a limit."""
    if names[:1] == ["--make"]:
        make(names[1], Path(names[2]))
        return 0
    with TemporaryDirectory() as folder:
        return sum(not measure(name, Path(folder)) for name in names or [*HOSTILE, "large.txt"])


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
