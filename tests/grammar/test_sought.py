"""A pattern that is looked for only where its letters are finds what it would find everywhere."""

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge.asking.asker  # noqa: F401 - brings all patterns that questions are read with
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought, needed_by, prepare_all
from tests.questions.sets import load_set, question_sets

WAYS = (
    r"\b(?:quy|nam) (?:nay|truoc)\b(?! do)",
    r"(?<=tinh)'?s\b|(?:mot|hai)? ?cua",
    r"^(?:co )?phai[^,]{2,9},(?= \d)|x+yz?",
    r"[ab](?P<one>c|de*) ?\1",
)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bco phai\b", (("co phai",),)),
        (r"\b(?:da )?(?:tre|qua han) chua\b", ((" chua",), ("qua han chua", "tre chua"))),
        (r"(?<=tinh)'?s\b", (("tinh",),)),
        (r"(?:tre|cham) \w+ chua\b", ((" chua",), ("cham ", "tre "))),
        (r"\d+|nam", ()),
        (r"(?i)nam", ()),
        (r"(?:giao)?", ()),
    ],
)
def test_a_match_has_these_letters_at_least(pattern: str, needed: tuple[tuple[str, ...], ...]):
    assert needed_by(pattern) == needed


@settings(max_examples=25)
@given(st.data(), st.sampled_from(WAYS))
def test_whatever_a_pattern_matches_is_found(data: st.DataObject, pattern: str):
    text = data.draw(st.from_regex(pattern) | st.text("abcdequynamtinh cohaipx'zs,0", max_size=30))
    sought = Sought(pattern)
    assert [m.span() for m in sought.finditer(text)] == [m.span() for m in re.finditer(pattern, text)]
    assert (sought.match(text) is None) == (re.match(pattern, text) is None)


def test_every_question_is_matched_as_without_looking_for_letters_first():
    asked = " ; ".join(fold(case.question) for folder in question_sets()[:6] for case in load_set(folder).cases)
    modules = [module for name, module in sys.modules.items() if name.startswith("knowledge.asking")]
    every = {id(one): one for module in modules for one in vars(module).values() if isinstance(one, Sought)}
    parts = asked.split(" ; ")
    lost = [p for one in every.values() for p in parts if one.pattern.search(p) and not one.search(p)]
    assert (len(every) > 50, lost) == (True, [])


def test_which_letters_are_needed_is_found_while_nobody_waits_and_a_wrong_one_holds_nothing_up() -> None:
    wrong, right = Sought("("), Sought(r"\bquy mo\b")
    for _ in prepare_all():
        pass
    assert right.is_prepared
    with pytest.raises(re.error):
        wrong.search("quy")
