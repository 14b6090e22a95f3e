"""The facts that everything else relies on stand as the design says."""

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest

import knowledge.facts as facts


def test_a_span_cuts_the_words_as_written():
    assert facts.Span(2, 5).cut("ab cd") == " cd"


@pytest.mark.parametrize("room", ["bot", "handlers", "knowledge"])
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
