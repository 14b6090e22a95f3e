"""Questions in many styles: what is typed correctly stays, what phones make of it is read as meant."""

import re
from pathlib import Path

import pytest

from knowledge.asking.typing.keystrokes import decode_telex
from knowledge.grammar.folding import fold
from tests.asking.typing.keys import telex, vni

HERE = Path(__file__).parent


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def plain(question):
    """The words as they stand; joined words are cut, numbers and symbols are not."""
    question = re.sub(r"(?<=[^\W\d])-(?=[^\W\d])(?![A-Z])", " ", question)
    return " ".join(re.findall(r"[^\W_]+(?:[/.\-][^\W_]+)*|%", fold(question)))


def changed(read, typed, meant):
    """The words that are read otherwise than meant."""
    pairs = zip(read(typed).split(), meant.split(), strict=True)
    return [f"{was} for {should}" for was, should in pairs if was != should]


# Words of correct text that are known to be changed, of about 2,260 each.
@pytest.mark.parametrize(("typing", "most"), [(str, 1), (fold, 1), (telex, 2), (vni, 2)])
def test_correct_questions_stay_as_they_are(read, typing, most):
    found = [word for q in lines("correct.txt") for word in changed(read, typing(q), plain(q))]
    assert len(found) <= most, found


def test_phones_questions_are_read_as_meant(read):
    pairs = [line.split(" => ") for line in lines("phones.txt")]
    missed = [(typed, read(typed)) for typed, meant in pairs if read(typed) != meant]
    assert len(missed) <= 2, missed


def test_every_telex_word_of_the_questions_is_decoded_to_its_marks():
    words = {w for q in lines("correct.txt") for w in re.findall(r"[^\W\d_]+", q.lower()) if not w.isascii()}
    keys = {word: decode_telex(telex(word)) for word in words}
    odd = {word for word, read in keys.items() if read is None or fold(word) != read.folded}
    assert odd == {"nđ", "qđ"}  # of symbols
