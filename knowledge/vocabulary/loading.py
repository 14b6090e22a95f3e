"""The vocabulary's data files as they are written: tables of words, lists of them, rows, lines."""

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from knowledge.worked_out import worked_out


def load_data(name: str) -> dict[str, Any]:
    """A data file of the vocabulary as it is written, for whoever wants more of it than words: days, names of rows."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@worked_out
def load_vocabulary(name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """A data file of the vocabulary that is tables of words, the same for all who read it."""
    return load_data(name)


@worked_out
def load_lists(name: str) -> Mapping[str, Sequence[str]]:
    """A data file of the vocabulary that is lists of words, each by its name."""
    return load_data(name)


@worked_out
def load_rows(name: str, table: str) -> Sequence[Mapping[str, Sequence[str]]]:
    """The rows of a vocabulary file that is a list of tables."""
    rows: Sequence[Mapping[str, Sequence[str]]] = load_data(name)[table]
    return rows


def load_lines(name: str) -> list[str]:
    """The lines of a vocabulary file that is a plain list, less its comments."""
    lines = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
