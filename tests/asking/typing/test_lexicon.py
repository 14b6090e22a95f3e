"""The lexicon knows what it was told and finds what is one slip away."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from knowledge.asking.typing import Lexicon, Typist
from knowledge.asking.typing.slips import SlipIndex, slip_cost

PHONES = Path(__file__).parent / "phones.txt"


@pytest.mark.parametrize("typed", ["tiep", "tiêp"[:2] + "iep"])
def test_a_word_is_not_near_itself(typed):
    index = SlipIndex()
    index.add([typed])
    assert index.near(typed) == []


@pytest.mark.parametrize("typed", ["hoch", "hooach", "haoch", "hpach", "oach", "hoachh"])
def test_each_kind_of_slip_is_found(typed):
    index = SlipIndex()
    index.add(["hoach", "quyet"])
    assert [word for word, _ in index.near(typed)] == ["hoach"]


def test_two_slips_are_none():
    assert slip_cost("hhaoch", "hoach") is None


def test_a_near_key_is_likelier_than_a_far_one():
    assert slip_cost("tieo", "tiep") < slip_cost("tiea", "tiep")


def test_reports_teach_names_that_slips_are_then_read_as():
    lexicon = Lexicon.shipped()
    lexicon.learn(["huyện Krông Năng có hồ sơ", "huyện Krông Năng báo cáo"])
    assert [w.folded for w in Typist(lexicon).read("huyen kronng nang").words] == ["huyen", "krong", "nang"]


def test_a_typist_reads_by_what_was_learned_after_it_was_made():
    lexicon = Lexicon.shipped()
    typist = Typist(lexicon)
    typist.read("huyen kronng nang")
    lexicon.learn(["huyện Krông Năng"] * 2)
    assert [w.folded for w in typist.read("huyen kronng nang").words] == ["huyen", "krong", "nang"]


def test_a_typist_that_got_to_know_the_commonest_words_reads_as_before(typist):
    known = Typist(Lexicon.shipped())
    for _ in known.warm():
        pass
    typed = [line.split(" => ")[0] for line in PHONES.read_text(encoding="utf-8").splitlines()]
    assert [known.read(one) for one in typed] == [typist.read(one) for one in typed]


def test_a_word_costs_less_after_one_that_it_was_seen_after_and_no_other_does(lexicon):
    costs = lexicon.costs_after("tiep")
    assert [word in costs.seen for word in ("nhan", "ngua")] == [True, False]
    assert [costs[word] < costs.others[word] for word in ("nhan", "ngua")] == [True, False]


def test_an_odd_word_must_come_twice():
    lexicon = Lexicon.shipped()
    lexicon.learn(["thủ tụcc hành chính"])
    assert not lexicon.knows("tucc")


def test_no_short_form_stands_in_the_vocabulary_twice():
    source = files("knowledge.vocabulary") / "abbreviations.toml"
    rows = tomllib.loads(source.read_text(encoding="utf-8"))["abbreviation"]
    shorts = [short.lower() for row in rows for short in row["short"]]
    assert sorted({s for s in shorts if shorts.count(s) > 1}) == []
