"""Long messages are split where a reader would pause, and no part breaks Telegram's rules."""

import re

from hypothesis import given
from hypothesis import strategies as st

from handlers.layout.html import MOST_MARKS, escape, length, plain, split

TAGS = ("b", "i", "blockquote expandable", "code")


@st.composite
def marked_up(draw: st.DrawFn) -> str:
    """HTML of nested marks over any text."""
    pieces = draw(
        st.lists(
            st.tuples(
                st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80),
                st.sampled_from((None, *TAGS)),
            )
        )
    )
    html = ""
    for text, tag in pieces:
        inner = escape(text)
        html += f"<{tag}>{inner}</{tag.split()[0]}>" if tag else inner
    return html


@given(marked_up(), st.integers(20, 200))
def test_every_part_is_short_enough(html: str, limit: int):
    assert all(length(part) <= limit for part in split(html, limit=limit))


@given(marked_up(), st.integers(20, 200))
def test_nothing_but_white_space_gets_lost(html: str, limit: int):
    joined = "".join(plain(part) for part in split(html, limit=limit))
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", plain(html))


@given(marked_up(), st.integers(20, 200))
def test_every_part_closes_the_tags_it_opens(html: str, limit: int):
    for part in split(html, limit=limit):
        opened = re.findall(r"<(\w+)[^>]*>", part)
        assert sorted(opened) == sorted(re.findall(r"</(\w+)>", part))


def test_a_message_is_cut_at_the_end_of_a_sentence():
    text = "Tiếp nhận 4.984 hồ sơ. Trong đó trực tuyến 1.641 hồ sơ."
    assert split(text, limit=40)[0] == "Tiếp nhận 4.984 hồ sơ."


def test_signs_of_markup_are_shown_as_text():
    assert plain(escape("<b>a & b</b>")) == "<b>a & b</b>"


def test_characters_beyond_the_basic_plane_count_twice():
    assert length("a😀") == 3


def test_more_marks_than_a_part_may_open_at_once_are_left_out():
    nested = "<b>" * (MOST_MARKS + 1) + "Tiếp nhận 4.984 hồ sơ."
    assert split(nested) == ("Tiếp nhận 4.984 hồ sơ.",)
