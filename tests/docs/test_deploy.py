"""The files that deploy the bot name what there is. `make container` runs the image, where there is an engine."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from bot.cli.program import COMMANDS
from bot.settings import Settings
from tests.docs.pages import REPOSITORY

DOCKERFILE = (REPOSITORY / "Dockerfile").read_text("utf-8")
COMPOSE = (REPOSITORY / "compose.yaml").read_text("utf-8")
UNIT = (REPOSITORY / "deploy/cchc.service").read_text("utf-8")
CADDYFILE = (REPOSITORY / "deploy/Caddyfile").read_text("utf-8")


def test_every_image_is_pinned_to_a_whole_version():
    images = re.findall(r"^FROM (\S+)|^ +image: (\S+)", DOCKERFILE + COMPOSE, re.M)
    named = {first or second for first, second in images} - {"cchc:latest"}
    assert [image for image in named if not re.search(r":\d+\.\d+(\.\d+)?-\w+", image)] == []


def test_the_image_does_not_run_as_root():
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.M) == ["10001"]


def test_the_image_has_every_package_and_a_python_that_is_allowed():
    packages = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    copied = set(re.findall(r"^COPY (\w+) \w+$", DOCKERFILE, re.M))
    assert copied == {pattern.rstrip("*") for pattern in packages["find"]["include"]}
    assert {tuple(map(int, version)) >= (3, 11) for version in re.findall(r"python:(\d+)\.(\d+)", DOCKERFILE)} == {True}


def test_what_is_copied_into_the_image_is_not_ignored():
    kept = {line[1:] for line in (REPOSITORY / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {name for line in re.findall(r"^COPY (?!--)(.+) \S+$", DOCKERFILE, re.M) for name in line.split()}
    assert copied <= kept


@pytest.mark.parametrize("called", re.findall(r"^    command: \[(.+)\]", COMPOSE, re.M))
def test_the_compose_file_calls_commands_that_there_are(called: str):
    assert called.split(", ")[0] in COMMANDS


def test_the_compose_file_sets_settings_that_there_are():
    of_bots = COMPOSE.split("services:")[0] + COMPOSE.split("  worker:")[1].split("  postgres:")[0]
    named = set(re.findall(r"^ {4,6}([A-Z_]{4,}):", of_bots, re.M))
    assert named <= {name.upper() for name in Settings.model_fields}
    assert "WEBHOOK_URL" in named


def test_dumps_are_for_the_owners_eyes_only(tmp_path: Path):
    (tmp_path / "cchc-2026-03-01-0230.dump").touch(0o644)
    [begin] = re.findall(r"^      - \|\n(.+?)^        while true; do", COMPOSE, re.M | re.S)
    shell = begin.replace("/backups", str(tmp_path)) + f"touch {tmp_path}/cchc-2026-03-02-0230.dump"
    subprocess.run(["bash", "-euc", shell], check=True)
    modes = {f"{path.stat().st_mode & 0o777:o}" for path in tmp_path.iterdir()}
    assert (f"{tmp_path.stat().st_mode & 0o777:o}", modes) == ("700", {"600"})


def test_caddy_passes_on_what_telegram_calls_and_nothing_else():
    assert "handle /telegram/*" in CADDYFILE
    assert "/telegram\n" in COMPOSE.replace("\r", "")
    assert re.findall(r"reverse_proxy (.+) \{", CADDYFILE) == ["bot1:8080 bot2:8080"]


def test_caddy_logs_nothing_that_proves_a_call_is_telegrams():
    assert {"request>headers>X-Telegram-Bot-Api-Secret-Token delete", "request>uri delete"} <= set(
        map(str.strip, CADDYFILE.splitlines())
    )


def test_caddy_does_not_keep_bodies_for_another_try():
    assert re.findall(r"^\s*request_buffers", CADDYFILE, re.M) == []


def test_the_unit_starts_the_bot_and_lets_it_end_by_itself():
    assert "ExecStart=/opt/cchc/.venv/bin/cchc run" in UNIT
    assert int(re.findall(r"TimeoutStopSec=(\d+)", UNIT)[0]) > 8


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not where this runs")
def test_systemd_understands_every_line_of_the_unit(tmp_path: Path):
    unit = tmp_path / "cchc.service"
    unit.write_text(UNIT.replace("/opt/cchc/.venv/bin/cchc", "/bin/true"), "utf-8")
    said = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (said.returncode, [line for line in said.stderr.splitlines() if "cchc.service" in line]) == (0, [])
