"""The variants of the open set are read like its exact questions; needs that set beside the project."""

import pytest

from tests.asking.typing import measure

pytestmark = pytest.mark.skipif(not (measure.EVAL / "grade.py").exists(), reason="needs ../shared/eval")


def test_no_exact_question_is_changed(typist):
    assert measure.changed_exact(typist, measure.questions()) == []


@pytest.mark.parametrize(
    ("variant", "least"),
    [("no_tone", 0.995), ("telex", 0.995), ("abbr", 0.995), ("upper", 0.995), ("typo", 0.98)],
)
def test_variants_are_read_alike(typist, variant, least):
    assert measure.share_read(typist, variant, measure.questions()) >= least
