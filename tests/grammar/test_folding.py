"""Folding takes away what phones leave out and keeps every place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grammar.folding import compose, fold, has_tones


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Quyết định", "quyet dinh"),
        ("ĐẤT ĐAI", "dat dai"),
        ("QÐ-UBND", "qd-ubnd"),
        ("thuỵ thụy", "thuy thuy"),
    ],
)
def test_marks_and_capitals_fold_away(written, folded):
    assert fold(written) == folded


def test_decomposed_text_folds_like_composed_text():
    assert fold(compose(unicodedata.normalize("NFD", "hồ sơ trễ hạn"))) == "ho so tre han"


@given(st.text())
def test_folding_keeps_every_place(text):
    composed = compose(text)
    assert len(fold(composed)) == len(composed)


def test_a_question_without_marks_has_no_tones():
    assert [has_tones("quy 1 bn ho so"), has_tones("quý 1")] == [False, True]
