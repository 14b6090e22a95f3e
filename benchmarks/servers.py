"""A PostgreSQL server for one run: Debian's, which has pg_trgm, or the one that the tests use."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.databases import postgresql_server


def debian_postgresql() -> AbstractContextManager[str] | None:
    """The address of a fresh server of the newest version installed; None where there is none."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return _debian(programs[-1].parent) if programs else None


@contextmanager
def pgserver() -> Iterator[str]:
    """The address of the tests' server."""
    with postgresql_server() as server:
        yield server.get_uri()


@contextmanager
def _debian(programs: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    data = folder / "data"
    # It does not run as root.
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c shared_buffers=512MB"
    try:
        _run([*user, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"])
        _run([*user, programs / "pg_ctl", "-D", data, "-o", options, "-w", "-l", folder / "log", "start"])
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run([*user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str | Path]) -> None:
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL, cwd="/")
