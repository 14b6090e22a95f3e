"""The spelling of syllables and their keystrokes."""

import pytest

from knowledge.asking.typing.keystrokes import decode_telex, decode_vni
from knowledge.asking.typing.syllables import folded_syllables, is_syllable, take_tone, tidy


@pytest.mark.parametrize("word", ["nghiêng", "quốc", "giếng", "gìn", "khuya", "ướt", "yếu", "thuở", "quýt"])
def test_words_of_the_language_are_syllables(word):
    assert is_syllable(*take_tone(word))


@pytest.mark.parametrize("word", ["ngi", "ka", "tiêpn", "tiềp", "qa", "status", "ght"])
def test_what_the_spelling_forbids_is_none(word):
    assert not is_syllable(*take_tone(word))


def test_folded_syllables_are_about_as_many_as_the_language_allows():
    assert 2000 < len(folded_syllables()) < 2600


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [("qúy", "quý"), ("hoà", "hòa"), ("thuỷ", "thủy"), ("giá", "giá"), ("khoẻ", "khỏe"), ("hoàn", "hoàn")],
)
def test_the_tone_goes_to_its_place(typed, tidied):
    assert tidy(typed) == tidied


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("tieesp", "tiếp"),
        ("tieeps", "tiếp"),
        ("tiepes", "tiếp"),
        ("ddinhj", "định"),
        ("dinhdj", "định"),
        ("nguwowif", "người"),
        ("nguoiwf", "người"),
        ("muaw", "mưa"),
        ("hoawcj", "hoặc"),
        ("toanz", "toan"),
        ("keess", "kế"),
    ],
)
def test_telex_keys_are_decoded_wherever_the_marks_stand(keys, word):
    assert decode_telex(keys).toned == word


@pytest.mark.parametrize(
    ("keys", "word"), [("tie6p1", "tiếp"), ("d9i5nh", "định"), ("ho62", "hồ"), ("d9u7o7c5", "được")]
)
def test_vni_keys_are_decoded(keys, word):
    assert decode_vni(keys).toned == word


@pytest.mark.parametrize("keys", ["status", "report", "qd192", "hs", "a" * 40, "ồ"])
def test_other_letters_are_no_syllable_in_telex(keys):
    decoded = decode_telex(keys)
    assert decoded is None or decoded.toned is None
