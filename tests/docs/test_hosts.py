"""Where packages come from is the machine's matter: no file of the project names a host or an index."""

import re

import pytest

from tests.docs.pages import REPOSITORY

FILES = ("Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt", ".ci/run")
HOST = re.compile(r"https?://\S+|(?<!--no-emit-)(?:index-url|find-links)\S*|\b[\w.-]*pypi\.\w+|@ file:\S+")


@pytest.mark.parametrize("name", FILES)
def test_no_package_host_is_named(name: str):
    assert HOST.findall((REPOSITORY / name).read_text(encoding="utf-8")) == []


def test_every_pin_has_a_hash():
    text = (REPOSITORY / "requirements-dev.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if "==" in line]
    assert pins
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
