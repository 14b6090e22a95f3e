"""Questions are cut into the same words, however they are looked through."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.asking.typing.tokens import cut

_BITS = ("UBND", "QĐ", " ", "192", "4984", ".", ",", ":", "?", "anh", "quýIV", "qd9", "%", "‰", "2019", "xã", ")", "@")


@given(bits=st.lists(st.sampled_from(_BITS), max_size=12))
def test_what_stands_behind_changes_nothing_before_it(bits: list[str]):
    text = "".join(bits)
    assert list(cut(f"{text}) 1/2"))[:-1] == list(cut(text))
