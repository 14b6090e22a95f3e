"""The forms of typing, on words whose keys anybody can check."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions import forms

QUESTION = "Quý I/2019 Trung tâm Hành chính công tiếp nhận bao nhiêu hồ sơ theo QĐ 192/QĐ-UBND?"


def late_tone() -> Random:
    """A chance that always types the tone last."""

    class Late(Random):
        def random(self) -> float:
            return 0.0

    return Late()


@pytest.mark.parametrize(
    ("word", "keys"),
    [("tiếp", "tieeps"), ("nhận", "nhaanj"), ("được", "dduowcj"), ("Đã", "DDax"), ("năm", "nawm")],
)
def test_telex_keys(word, keys):
    assert forms.telex(word, late_tone()) == keys


@pytest.mark.parametrize(("word", "keys"), [("tiếp", "tie6p1"), ("được", "d9u7o7c5"), ("Đã", "D9a4"), ("năm", "na8m")])
def test_vni_keys(word, keys):
    assert forms.vni(word, late_tone()) == keys


def test_marks_vanish_without_tones():
    assert forms.bare("Quyết định số 12 của UBND tỉnh Đăk Nia") == "Quyet dinh so 12 cua UBND tinh Dak Nia"


def test_longer_phrases_are_shortened_first():
    assert forms.make("abbr", "Báo cáo cải cách hành chính", seed="a") == "BC CCHC"


@pytest.mark.parametrize("form", sorted(set(forms.FORMS) - {"vni"}))
def test_digits_stay_in_every_form(form):
    assert re.findall(r"\d+", forms.make(form, QUESTION, seed="a")) == ["2019", "192"]


@pytest.mark.parametrize("form", sorted(forms.FORMS))
def test_the_same_seed_gives_the_same_form(form):
    assert forms.make(form, QUESTION, seed="a") == forms.make(form, QUESTION, seed="a")


@given(text=st.text(max_size=60), form=st.sampled_from(sorted(forms.FORMS)))
def test_any_text_has_every_form(text, form):
    assert isinstance(forms.make(form, text, seed="a"), str)
