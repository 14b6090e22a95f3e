"""Whatever a message is composed of, Telegram takes it: https://core.telegram.org/bots/api#sendmessage ("1-4096
characters after entities parsing"), #formatting-options (100 entities), #inlinekeyboardmarkup, #answercallbackquery.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.layout.html import escape, plain, visible
from handlers.layout.message import MOST_BUTTONS, Message, button, column, compose
from tests.handlers.messages import check, names

TAGS = (
    "b",
    "i",
    "s",
    "code",
    "pre",
    "blockquote",
    "blockquote expandable",
    'a href="https://a.example/?a=1&amp;b=2. c"',
)


def marked(html: str, tag: str) -> str:
    return f"<{tag}>{html}</{tag.split()[0]}>"


gaps = st.sampled_from(["", "\n", "\n\n", ". ", " ", " " * 50, "; "])
leaves = names.map(escape)
htmls = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(marked, inner, st.sampled_from(TAGS)),
        st.builds(
            lambda parts, gap, times: gap.join(parts * times),
            st.lists(inner, max_size=4),
            gaps,
            st.sampled_from([1, 2, 30]),
        ),
    ),
    max_leaves=4,
).filter(lambda html: len(html) < 40_000)


@settings(max_examples=30)
@given(htmls, st.integers(0, 12), st.integers(0, 40))
def test_every_html_with_any_number_of_buttons(html: str, wide: int, rows: int):
    keyboard = [[button("‹", "rp:1") for _ in range(min(wide, 8))] for _ in range(rows)]
    message = compose(html, *keyboard, [button("x" * 300, "u:all")])
    check(message)
    assert message.rows[-1][0].data == "u:all"


@settings(max_examples=30)
@given(htmls)
def test_nothing_but_blanks_is_lost_between_the_parts(html: str):
    parts = compose(html).parts
    whole = plain(visible(html)) if plain(visible(html)).strip() else "…"
    assert "".join("".join(map(plain, parts)).split()) == "".join(whole.split())


def test_a_list_of_bold_names_is_parted_before_the_hundred_and_first():
    message = compose("\n".join(["<b>a</b> <i>b</i>"] * 120))
    assert [part.count("</") for part in message.parts] == [100, 100, 40]
    check(message)


def test_what_only_blanks_are_left_of_is_no_part():
    assert compose(f"<b>{'x' * 4096} </b>").parts == (f"<b>{'x' * 4096}</b>",)


@settings(max_examples=40)
@given(st.lists(st.tuples(names, st.just("u:1")), max_size=120), st.booleans())
def test_every_column_of_choices(choices: list[tuple[str, str]], is_numbered: bool):
    rows = column(choices, is_numbered=is_numbered)
    message: Message = compose("?", *rows)
    check(message)
    assert len(message.rows) == min(len(choices), MOST_BUTTONS)
