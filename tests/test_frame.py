"""The facts that everything else relies on stand as the design says."""

import ast
import re
import tomllib
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest

import knowledge.facts as facts

REPOSITORY = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "knowledge")
# What is longer holds more than one idea, or does more than one thing.
MOST_LINES, MOST_LINES_OF_FUNCTION = 400, 40


def test_a_span_cuts_the_words_as_written():
    assert facts.Span(2, 5).cut("ab cd") == " cd"


@pytest.mark.parametrize("room", ROOMS)
def test_no_modules_import_each_other_in_a_circle(room: str):
    graph = grimp.build_graph(room, cache_dir=None)
    try:
        TopologicalSorter({module: _wanted_by(module, graph) for module in graph.modules}).prepare()
    except CycleError as circle:
        pytest.fail(" wants ".join(reversed(circle.args[1])))


def _wanted_by(module: str, graph: grimp.ImportGraph) -> set[str]:
    """What must be there before the module is: what it imports, and the rooms that this lies in and it does not."""
    imported = graph.find_modules_directly_imported_by(module)
    rooms = {".".join(one.split(".")[:depth]) for one in imported for depth in range(2, one.count(".") + 1)}
    return imported | {room for room in rooms if not f"{module}.".startswith(f"{room}.")}


@pytest.mark.parametrize("within", ["bot", "handlers", "knowledge", "knowledge.asking", "knowledge.importing"])
def test_no_rooms_look_at_each_other_in_a_circle(within: str):
    """A room is a folder with all that it holds, or a file that lies beside the folders."""
    graph = grimp.build_graph(within.split(".")[0], cache_dir=None)
    depth = within.count(".") + 2
    wanted: dict[str, set[str]] = {}
    for module in graph.find_descendants(within):
        own = ".".join(module.split(".")[:depth])
        imported = graph.find_modules_directly_imported_by(module)
        others = {".".join(one.split(".")[:depth]) for one in imported if one.startswith(f"{within}.")}
        wanted.setdefault(own, set()).update(others - {own})
    try:
        TopologicalSorter(wanted).prepare()
    except CycleError as circle:
        pytest.fail(" wants ".join(reversed(circle.args[1])))


def test_every_package_that_is_imported_is_declared():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    wanted = (*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra))
    declared = {_package(one) for one in (project["name"], *wanted)}
    imported = {
        name for room in (*ROOMS, "tests") for path in (REPOSITORY / room).rglob("*.py") for name in _imports(path)
    }
    brought_by = {name: packages for name, packages in packages_distributions().items() if name in imported}
    assert {name for name, packages in brought_by.items() if declared.isdisjoint(map(_package, packages))} == set()


def _package(wanted: str) -> str:
    """The name of a package as registries compare it, without the extras and versions that are wanted of it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[>=]", wanted)[0]).lower()


def _imports(path: Path) -> set[str]:
    """The first part of every name that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {module.split(".")[0] for module in modules}


@pytest.mark.parametrize("room", ROOMS)
def test_no_file_and_no_function_is_long(room: str):
    """Migrations apart, which are written once and never read again."""
    files = [path for path in (REPOSITORY / room).rglob("*.py") if path.parent.name != "versions"]
    assert [path.name for path in files if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES] == []
    assert [f"{path.name}: {name}" for path in files for name in _long_functions(path)] == []


def _long_functions(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [one.name for one in functions if (one.end_lineno or 0) - one.body[0].lineno >= MOST_LINES_OF_FUNCTION]
