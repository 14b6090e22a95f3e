"""What stands before a place is found as in all that stands before it."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.standing_before import stands_before

COUNTED = pattern_of(r"(?<!thang )\b(?:cac|\d{1,3}) $")


@given(st.text("cathngx 12-", max_size=120), st.integers(0, 120))
def test_it_is_found_as_in_all_the_words_before(words: str, place: int):
    assert stands_before(COUNTED, words, place) == (COUNTED.search(words[:place]) is not None)


def test_what_the_place_itself_begins_with_is_not_looked_at():
    assert stands_before(COUNTED, "cac xa", 4)
    assert not stands_before(COUNTED, "cac xa", 3)
