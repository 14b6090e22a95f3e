"""What the documentation tells people to type is answered from the samples that ship with it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from knowledge.answers import Outcome
from knowledge.bootstrap import Knowledge, open_knowledge
from tests.docs.pages import GUIDE, README, REPOSITORY, code, table_after

EXAMPLES = [
    example
    for table in (table_after(GUIDE, "### Hỏi thế nào"), table_after(README, "## What it answers"))
    for _, examples in table
    for example in code(examples)
]


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """All samples, published."""
    opened = open_knowledge(f"sqlite:///{tmp_path_factory.mktemp('store')}/docs.db")
    for path in sorted(REPOSITORY.glob("samples/*")):
        publish(opened, path)
    yield opened
    opened.close()


def publish(knowledge: Knowledge, path: Path) -> None:
    draft = knowledge.importing.import_file(path, by=None)
    knowledge.reports.publish(draft.report_id, by=None, notify=False)


@pytest.mark.parametrize("question", sorted(set(EXAMPLES)))
def test_an_example_question_is_answered(knowledge: Knowledge, question: str):
    answer = knowledge.asking.ask(question, today=date(2019, 9, 2)).answer
    assert answer.outcome is Outcome.ANSWERED, answer.direct
