"""`cchc source`: what the shell says of watched sources."""

from collections.abc import Iterator

import pytest

from tests.bot.test_shell import SETTINGS, Shell, shell
from tests.site import Site, open_site
from tests.sources.portal import publish

__all__ = ["SETTINGS", "shell"]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("FETCH_PRIVATE_HOSTS", "127.0.0.1")
    with open_site() as opened:
        yield opened


def test_a_source_is_tested_added_checked_and_removed(shell: Shell, site: Site):
    address = publish(site, 1)
    tested = shell("source", "test", address)
    assert ("1 report(s)" in tested.out, "No source" in shell("source", "list").out) == (True, True)
    assert shell("source", "add", address).code == 0
    assert "saved as a draft: 101/BC-SNV" in shell("source", "check").out
    assert "nothing new" in shell("source", "check", "1").out
    assert "1 imported" in shell("source", "list").out
    assert [shell("source", action, "1").code for action in ("pause", "resume", "trust", "remove")] == [0, 0, 0, 0]
    assert "No source" in shell("source", "list").out


def test_a_source_in_trouble_fails_the_check_and_is_listed_with_its_error(shell: Shell, site: Site):
    shell("source", "add", publish(site, 1))
    site.answers.clear()
    checked = shell("source", "check")
    assert (checked.code, "error 404" in checked.err) == (1, True)
    assert "error 404" in shell("source", "list").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "bao-cao"), "http://"),
        (("add", "http://10.0.0.1/"), "FETCH_PRIVATE_HOSTS"),
        (("pause", "7"), "not on the list"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(shell: Shell, arguments: tuple[str, ...], words: str):
    result = shell("source", *arguments)
    assert (result.code, words in result.err, "Traceback" in result.err) == (1, True, False)


def test_a_private_address_is_not_imported_either(shell: Shell):
    result = shell("import", "http://127.0.0.1:9/bao-cao.txt")
    assert (result.code, "private network" in result.err) == (1, True)


@pytest.mark.parametrize(("name", "value"), [("SOURCE_MINUTES", "1"), ("FETCH_USER_AGENT", "Thư ký")])
def test_settings_that_sites_would_not_like_are_refused(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    monkeypatch.setenv(name, value)
    result = shell("source", "list")
    assert (result.code, name in result.err) == (78, True)
