"""The shell program: what it prints, its exit codes, and one sentence for every error."""

import json
import logging
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.program import COMMANDS
from tests.house import ROOT

SAMPLE = str(ROOT / "samples" / "01-quy-1-2019.html")
SECOND = (ROOT / "samples" / "02-quy-2-2019.txt").read_text("utf-8")
SETTINGS = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "TELEGRAM_PROXY_URL", "OWNER_IDS", "WEBHOOK_URL", "TIMEZONE")


@dataclass(frozen=True)
class Result:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str


class Shell:
    """Calls the program in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Result:
        self._capsys.readouterr()
        code = 0
        try:
            main(list(arguments))
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = self._capsys.readouterr()
        return Result(code, printed.out, printed.err)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Shell]:
    """The program in an empty folder with a store of its own and no other setting."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/cchc.db")
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    # `run` sets logging up for its process, which here is pytest's.
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield Shell(capsys)
    root.handlers[:], root.level = before


def test_every_command_explains_itself(shell: Shell):
    assert all("Usage: cchc" in shell(name, "--help").out for name in COMMANDS)


def test_the_overview_names_every_command(shell: Shell):
    overview = shell("--help").out
    assert all(f"  {name} " in overview for name in COMMANDS)


def test_what_is_wrong_with_the_stores_place_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}")  # a folder is no file
    said = shell("ask", "Quý I?")
    assert (said.code, "unable to open" in said.err, "its folder must be there" in said.err) == (1, True, True)


def test_the_store_is_brought_up_to_date_and_taken_back(shell: Shell):
    assert "lacks 0001" in shell("migrate", "status").out
    assert shell("migrate").code == 0
    assert "The store is up to date." in shell("migrate", "status").out
    assert shell("migrate", "down", "0001", "--yes").code == 0
    assert {"has   0001", "lacks 0002"} <= {line[:10] for line in shell("migrate", "status").out.splitlines()}


def test_a_revision_that_there_is_not_is_said_so(shell: Shell):
    assert "cchc migrate status" in shell("migrate", "down", "7777").err


def test_a_move_that_cannot_be_says_that_nothing_was_moved(shell: Shell, tmp_path: Path):
    shell("migrate")
    shell("import", SAMPLE)
    said = shell("move", f"sqlite:///{tmp_path}/none.db", f"sqlite:///{tmp_path}/cchc.db")
    assert (said.code, "Nothing was moved" in said.err) == (1, True)


def test_an_unknown_command_is_a_wrong_call(shell: Shell):
    assert shell("sing").code == 2


def test_a_register_is_imported_with_a_report_of_its_doubtful_rows(shell: Shell):
    register = ROOT / "tests" / "questions" / "registers" / "ho-song-2018-2021.csv"
    said = shell("import", "--publish", str(register)).out
    assert "37 documents" in said
    assert "Rows without a number, which cannot be asked for by one (2): " in said
    assert "Rows with a date that cannot be (1): 905/QĐ-UBND (31/02/2021)" in said


def test_a_published_register_again_is_not_reported_on_again(shell: Shell):
    register = str(ROOT / "tests" / "questions" / "registers" / "ho-song-2018-2021.csv")
    shell("import", "--publish", register)
    assert "without a number" not in shell("import", register).out


def test_an_imported_report_answers(shell: Shell):
    assert "published" in shell("import", "--publish", SAMPLE).out
    assert "4.984" in shell("ask", "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?").out


def test_a_draft_does_not_answer(shell: Shell):
    shell("import", SAMPLE)
    assert "4.984" not in shell("ask", "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?").out


def test_importing_a_draft_again_with_publish_publishes_it(shell: Shell):
    shell("import", SAMPLE)
    assert "published" in shell("import", "--publish", SAMPLE).out


def test_importing_the_same_again_says_that_it_is_here(shell: Shell):
    shell("import", "--publish", SAMPLE)
    assert "is here already" in shell("import", "--publish", SAMPLE).out


def test_an_import_prints_what_was_read_and_what_is_doubtful_with_its_sentence(shell: Shell, tmp_path: Path):
    second = tmp_path / "quy-2.txt"
    second.write_text(SECOND.replace("trước hạn 3.311", "trước hạn 3.331"), encoding="utf-8")
    out = shell("import", "--language", "vi", str(second)).out
    assert re.search(r"\d+ văn bản, \d+ số liệu, \d+ nhiệm vụ", out)
    assert "trước hạn 3.331 hồ sơ + đúng hạn 1.702 hồ sơ + trễ hạn 81 hồ sơ = 5.114" in out
    assert "> Trung tâm đã giải quyết 5.094 hồ sơ" in out


def test_a_changed_file_prints_what_changes_of_the_published_version(shell: Shell, tmp_path: Path):
    second = tmp_path / "quy-2.txt"
    second.write_text(SECOND, encoding="utf-8")
    shell("import", "--publish", str(second))
    second.write_text(SECOND.replace("90,4%", "91,4%"), encoding="utf-8")
    out = shell("import", str(second)).out
    assert ("newer version" in out, "- 90,4% → 91,4%" in out) == (True, True)


def test_what_is_published_first_is_compared_with_what_follows_in_the_same_call(shell: Shell, tmp_path: Path):
    third = tmp_path / "quy-3.txt"
    third.write_text((ROOT / "samples" / "03-quy-3-2019.txt").read_text("utf-8").replace("5.436", "5.346"))
    out = shell("import", "--publish", str(ROOT / "samples" / "02-quy-2-2019.txt"), str(third)).out
    assert "here it is 5.346, in 297/BC-VPUBND it is 5.436 hồ sơ" in out


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_imported(shell: Shell, tmp_path: Path):
    bad = tmp_path / "bad.bin"
    bad.write_bytes(b"\x00\x01" * 50)
    result = shell("import", str(bad), SAMPLE)
    assert (result.code, "bad.bin" in result.err, "134/BC-VPUBND" in result.out) == (1, True, True)


@pytest.mark.parametrize("source", ["nowhere.txt", "ftp://a.vn/x", str(ROOT)])
def test_what_is_not_there_is_named_and_the_others_are_imported(shell: Shell, source: str):
    result = shell("import", source, SAMPLE)
    assert (result.code, source in result.err, "134/BC-VPUBND" in result.out) == (1, True, True)


def test_a_period_that_is_none_is_said_with_an_example(shell: Shell):
    result = shell("import", "--period", "mùa xuân", SAMPLE)
    assert (result.code, "quý I/2019" in result.err) == (1, True)


def test_questions_as_lines_are_answered_as_lines_in_order(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    shell("import", "--publish", SAMPLE)
    lines = [
        {"id": "1", "question": "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?", "chat": "a", "today": "2019-03-15"},
        {"id": "2", "question": "Ai thắng bóng đá hôm qua?", "chat": "b"},
    ]
    source = tmp_path / "questions"
    source.write_text("\n".join(json.dumps(line) for line in lines))
    with source.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        answers = [json.loads(line) for line in shell("ask", "--jsonl").out.splitlines()]
    assert [answer["id"] for answer in answers] == ["1", "2"]
    assert set(answers[0]) == {"id", "outcome", "answer", "text", "choices", "citations", "ms"}
    assert "4.984" in answers[0]["answer"]
    assert "<" not in answers[0]["text"]
    assert answers[1]["outcome"] == "not_found"


def test_what_comes_near_stands_in_the_text_and_is_no_citation(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    shell("import", "--publish", SAMPLE)
    source = tmp_path / "questions"
    source.write_text('{"id": "1", "question": "Lớp tập huấn nghiệp vụ cho công chức một cửa học ở đâu?"}')
    with source.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        answer = json.loads(shell("ask", "--jsonl").out)
    assert (answer["outcome"], answer["citations"], answer["choices"]) == ("not_found", [], [])
    assert "tập huấn" in answer["text"].removeprefix(answer["answer"])


def test_a_line_that_is_no_question_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    source = tmp_path / "questions"
    source.write_text("{}\n")
    with source.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        result = shell("ask", "--jsonl")
    assert (result.code, "line 1" in result.err) == (1, True)


def test_asking_nothing_is_a_wrong_call(shell: Shell):
    assert shell("ask").code == 2


@pytest.mark.parametrize("command", ["run", "worker"])
def test_a_missing_token_is_said_before_anything_is_written(shell: Shell, tmp_path: Path, command: str):
    result = shell(command)
    assert (result.code, "@BotFather" in result.err) == (78, True)
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_a_newer_version_is_refused(shell: Shell, tmp_path: Path):
    shell("ask", "a")
    with sqlite3.connect(tmp_path / "cchc.db") as store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    result = shell("ask", "a")
    assert (result.code, "newer version" in result.err, "Traceback" in result.err) == (78, True, False)


@pytest.mark.parametrize(("address", "code"), [("foo", 78), ("mysql://h/d", 78), ("postgresql://127.0.0.1:9/none", 1)])
def test_a_store_that_cannot_be_opened_is_one_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, address: str, code: int
):
    monkeypatch.setenv("DATABASE_URL", address)
    result = shell("ask", "a")
    assert (result.code, result.err.startswith("cchc: "), "Traceback" in result.err) == (code, True, False)


def test_a_bad_setting_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OWNER_IDS", "Lan")
    result = shell("ask", "a")
    assert (result.code, "OWNER_IDS" in result.err) == (78, True)


def test_a_backup_brings_everything_back(shell: Shell, tmp_path: Path):
    shell("import", "--publish", SAMPLE)
    assert shell("backup", "copy.db").code == 0
    (tmp_path / "cchc.db").unlink()
    assert shell("restore", "copy.db").code == 0
    assert "4.984" in shell("ask", "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?").out


def test_a_store_is_only_replaced_when_told_to(shell: Shell):
    shell("import", SAMPLE)
    shell("backup", "copy.db")
    assert (shell("restore", "copy.db").code, shell("restore", "--force", "copy.db").code) == (1, 0)


@pytest.mark.parametrize("content", [b"no database", b""])
def test_what_is_no_backup_is_refused_and_the_store_stays(shell: Shell, tmp_path: Path, content: bytes):
    shell("import", "--publish", SAMPLE)
    (tmp_path / "copy.db").write_bytes(content)
    assert shell("restore", "--force", "copy.db").code == 1
    assert "4.984" in shell("ask", "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?").out


def test_the_doctor_says_what_to_do(shell: Shell):
    result = shell("doctor")
    assert (result.code, "@BotFather" in result.out, "OWNER_IDS" in result.out) == (1, True, True)


def test_the_demo_names_a_port_that_is_in_use(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run_program("demo", "--port", str(taken.getsockname()[1]), "--data", str(tmp_path))
    assert (result.returncode, "--port" in result.stderr, "Traceback" in result.stderr) == (1, True, False)


def test_the_demo_makes_its_round_trip():
    result = run_program("demo", "--check")
    assert (result.returncode, "complete" in result.stdout) == (0, True)


def test_help_loads_neither_telegram_nor_the_store():
    script = (
        "import sys\nfrom bot.cli import main\ntry:\n    main(['--help'])\nfinally:\n"
        "    assert not {'telegram', 'sqlmodel', 'httpx'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL).returncode == 0


def run_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    command = [sys.executable, "-c", "from bot.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True)
