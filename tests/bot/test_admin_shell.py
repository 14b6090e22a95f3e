"""`cchc admin` and `cchc export`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.program import program
from bot.explaining import Failed
from knowledge.bootstrap import open_knowledge


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:///{tmp_path / 'cchc.db'}"
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setenv("OWNER_IDS", "1")
    monkeypatch.chdir(tmp_path)
    return address


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, [*arguments])


def test_roles_are_granted_listed_and_revoked(url: str):
    assert "none → editor (Sở Nội vụ)" in run("admin", "grant", "7", "editor", "--organisation", "Sở Nội vụ").output
    listed = run("admin", "list").output
    assert ("1  owner  by the settings" in listed, "7  editor (Sở Nội vụ)  by shell" in listed) == (True, True)
    assert "editor → none" in run("admin", "revoke", "7").output
    assert "7 had no role" in run("admin", "revoke", "7").output


def test_without_anybody_and_without_a_number_it_says_what_to_do(url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OWNER_IDS", "")
    assert "Nobody has a role yet" in run("admin", "list").output
    assert "which /start tells" in run("admin", "grant", "@lan", "editor").output


@pytest.mark.parametrize(
    "arguments",
    [
        ("grant", "1087968824", "owner"),
        ("revoke", "1"),
        ("grant", "7", "viewer", "--organisation", "Sở"),
    ],
)
def test_what_must_not_be_is_refused_in_words(url: str, arguments: tuple[str, ...]):
    assert isinstance(run("admin", *arguments).exception, Failed)


def test_an_invitation_from_the_shell_is_taken_up(url: str):
    link = run("admin", "invite", "editor", "--bot", "@cchc_bot").output.strip()
    token = link.removeprefix("https://t.me/cchc_bot?start=moi_")
    assert "invitation 1  editor" in run("admin", "list").output
    knowledge = open_knowledge(url)
    assert knowledge.invitations.take_up(token, 7).outcome == "taken"
    knowledge.close()


def test_everything_is_exported_to_a_new_file_of_either_sort(url: str, tmp_path: Path):
    run("admin", "grant", "7", "editor")
    for name in ("all.json", "all.xlsx"):
        assert run("export", name).exit_code == 0
    assert json.loads((tmp_path / "all.json").read_text("utf-8"))["person"][0]["role"] == "editor"
    assert isinstance(run("export", "all.json").exception, Failed)
    assert isinstance(run("export", "all.csv").exception, Failed)
    assert run("export", "--force", "all.json").exit_code == 0
