"""What tests that were killed leave behind is removed by the next session, and nothing of one that lives."""

import os
import subprocess
import sys
from pathlib import Path

from tests.held_folders import held_folder, remove_left_behind

ROOT = Path(__file__).parents[1]
_SERVING = """
import time
from pathlib import Path
from unittest import mock
from tests import databases
with mock.patch.object(databases, "_roomy_memory", lambda: Path({place!r})), databases.postgresql_server() as server:
    print(server.get_pid(), flush=True)
    time.sleep(600)
"""


def is_running(process: Path) -> bool:
    """Whether the process of that folder of /proc runs; one that has ended may be there until somebody asks how."""
    try:
        return bool((process / "cmdline").read_bytes())
    except FileNotFoundError:
        return False


def test_a_folder_is_gone_with_its_block(tmp_path: Path):
    with held_folder(tmp_path) as folder:
        folder.mkdir()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_is_nobodys_to_remove(tmp_path: Path):
    with held_folder(tmp_path) as folder:
        folder.mkdir()
        assert remove_left_behind((tmp_path,)) == []
        assert folder.is_dir()


def test_what_is_called_alike_and_is_none_of_ours_stays(tmp_path: Path):
    (tmp_path / "cchc-pg-notes").mkdir()
    (tmp_path / "pgdata").mkdir()
    assert remove_left_behind((tmp_path,)) == []


def test_the_database_of_a_process_that_was_killed_is_ended_and_its_folder_removed(tmp_path: Path):
    program = _SERVING.format(place=str(tmp_path))
    killed = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT, env=os.environ)
    assert killed.stdout
    server = Path("/proc", killed.stdout.readline().decode().strip())
    killed.kill()
    killed.communicate()
    assert is_running(server)
    assert len(remove_left_behind((tmp_path,))) == 1
    assert (list(tmp_path.iterdir()), is_running(server)) == ([], False)
