"""Looking up gives what going through everything would."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.asking.shelves.layers import Layers
from knowledge.asking.shelves.nearby import Nearby, is_one_slip, one_slip_away
from knowledge.asking.shelves.postings import PostingsBuilder, spread, union, within
from knowledge.asking.shelves.text import Text, to_bytes
from knowledge.asking.shelves.weighing import covering
from knowledge.grammar.known_places import places_in
from knowledge.grammar.phrase_tree import phrase_tree

WORDS = st.sets(st.sampled_from("abcdefgh"))
FEW = st.lists(st.text("ab c", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=8)


@given(st.text(max_size=40), st.integers(0, 45), st.integers(0, 45))
def test_a_text_is_cut_like_a_string(text: str, start: int, end: int) -> None:
    width, kept = to_bytes(text)
    assert Text(memoryview(kept), width)[start:end] == text[start:end]


SAID = st.lists(st.tuples(WORDS, WORDS), max_size=20)  # in two layers


@given(SAID, st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.5, 9)), st.floats(0.1, 1))
def test_all_that_cover_the_words_are_found(
    said: list[tuple[set[str], set[str]]], weights: dict[str, float], least: float
) -> None:
    builders = PostingsBuilder(), PostingsBuilder()
    for number, words in enumerate(said):
        for builder, of_layer in zip(builders, words, strict=True):
            builder.add(number, of_layer)
    found, _ = covering(tuple(Layers([builder.built()], [0], None) for builder in builders), weights, least)
    total = sum(weights.values())
    shares = [sum(weights[w] for w in one | other if w in weights) for one, other in said]
    assert [int(n) for n in found] == [n for n, share in enumerate(shares) if total and share >= least * total - 1e-8]


@given(st.lists(st.text("abcé1", max_size=5), max_size=20), st.text("abcé1", max_size=6))
def test_words_one_slip_away_are_found_without_looking_at_all(words: list[str], typed: str) -> None:
    assert Nearby(words).of(typed) == {word for word in words if is_one_slip(typed, word)}


@given(FEW, st.text("ab c", max_size=20))
def test_a_tree_of_phrases_matches_as_the_longest_of_them_would(phrases: list[str], text: str) -> None:
    plain = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
    one = re.compile(rf"(?<!\w)(?:{plain})(?!\w)")
    tree = re.compile(r"(?<!\w)" + phrase_tree(phrases, lambda _: r"(?!\w)"))
    assert [m.span() for m in tree.finditer(text)] == [m.span() for m in one.finditer(text)]


def test_numbers_one_slip_away_are_near() -> None:
    near = one_slip_away("192")
    assert {"19", "912", "129", "1192", "193", "192c"} <= near
    assert "192" not in near


def test_places_stand_whole_in_a_question() -> None:
    words = "ho so o an lac va binh an lac"
    assert [words[a:b] for a, b in places_in(words, frozenset({"an lac", "binh an"}))] == [
        "an lac",
        "binh an",
        "an lac",
    ]


@pytest.mark.parametrize("step", [3, 40, 700])
def test_which_of_many_numbers_are_among_others_is_found_as_of_few(step: int) -> None:
    numbers, others = np.arange(50, 200_000, step, np.int32), np.arange(0, 150_000, 7, np.int32)
    assert within(numbers, others).tolist() == np.isin(numbers, others).tolist()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=6))
def test_ranges_are_spread_one_after_the_other(ranges: list[tuple[int, int]]) -> None:
    first, lengths = np.array(ranges, np.int32).reshape(-1, 2).T
    numbers, whose = spread(first, first + lengths)
    told = [(at, number) for at, (start, length) in enumerate(ranges) for number in range(start, start + length)]
    assert list(zip(whose.tolist(), numbers.tolist(), strict=True)) == told


@pytest.mark.parametrize("step", [3, 40, 700])
def test_many_numbers_are_brought_together_as_few_are(step: int) -> None:
    runs = [np.arange(start, 200_000, step * start, np.int32) for start in (1, 2, 5)]
    assert union(runs).tolist() == sorted({number for run in runs for number in run.tolist()})
