"""What a phone sends is read as the words that were meant."""

import pytest

from knowledge.asking.typing import Lexicon, Typist


@pytest.fixture(scope="module")
def typist():
    return Typist(Lexicon.shipped())


def read(typist, question):
    return " ".join(word.folded for word in typist.read(question).words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Quyeets ddinhj 192/QDD-UBND", "quyet dinh 192/qd-ubnd"),
        ("tie6p1 nha65n bao nhie6u ho62 so7", "tiep nhan bao nhieu ho so"),
        ("quy1 bn hs tiep nhan", "quy 1 bao nhieu ho so tiep nhan"),
        ("qd192 toi dau roi", "quyet dinh 192 toi dau roi"),
        ("thủ tục hàn chính", "thu tuc hanh chinh"),
        ("status of decision 192", "status of decision 192"),
    ],
)
def test_the_words_meant_are_read(typist, typed, meant):
    assert read(typist, typed) == meant
