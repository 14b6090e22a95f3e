"""What is answered from is warmed when it stands, not while it changes again and again."""

from bot.warming import LOOKS_UNCHANGED, Standing


class View:
    """Anything that can be told apart."""


def test_what_stands_at_first_is_warmed_at_once_and_what_comes_when_no_other_has_come_for_long_enough():
    first, second, third = View(), View(), View()
    standing, looks = Standing(first), [first, first, second, *[third] * (LOOKS_UNCHANGED + 3)]
    warmed = [number for number, view in enumerate(looks) if standing.look(view)]
    assert warmed == [0, 3 + LOOKS_UNCHANGED]
