"""A pattern that is compiled late, or from what was kept of it, finds what `re` finds."""

import re

import pytest

from knowledge.grammar.patterns import compile_all, pattern_of

WRITTEN = [
    (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(\d{4}))?", 0),
    (r"(?<![\w/-])(?:quyết|kế)\s\w+|[^\W\d_]{12,}", re.IGNORECASE),
    (r"^(?:a|b)*?\s(?=\S)$", re.MULTILINE | re.VERBOSE),
]
TEXT = "Quyết định ngày 05/01/2019, kế hoạch 7/3; a b \nb a\nxxxxxxxxxxxxxxxx"


@pytest.mark.parametrize(("written", "flags"), WRITTEN)
def test_it_finds_what_the_same_pattern_of_re_finds(written: str, flags: int) -> None:
    late, of_re = pattern_of(written, flags), re.compile(written, flags)
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in late.finditer(TEXT)]
    assert found == [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in of_re.finditer(TEXT)]


@pytest.mark.parametrize(("written", "flags"), WRITTEN)
def test_it_says_of_itself_what_the_same_pattern_of_re_says(written: str, flags: int) -> None:
    late, of_re = pattern_of(written, flags), re.compile(written, flags)
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (
        of_re.pattern,
        of_re.flags,
        of_re.groups,
        of_re.groupindex,
    )


def test_one_that_is_wrong_is_told_when_it_is_first_looked_for() -> None:
    wrong = pattern_of("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_all_are_compiled_while_nobody_waits_and_a_wrong_one_holds_nothing_up() -> None:
    wrong, right = pattern_of("("), pattern_of(r"(?:mười|hai) một")
    for _ in compile_all():
        pass
    assert right.search("hai một") is not None
    with pytest.raises(re.error):
        wrong.search("")


def test_one_that_is_written_from_data_is_written_when_it_is_first_looked_for() -> None:
    written: list[str] = []

    def write() -> str:
        written.append("hai|ba")
        return "hai|ba"

    late = pattern_of(write)
    assert written == []
    assert [m[0] for m in late.finditer("một hai ba")] == ["hai", "ba"]
    assert written == ["hai|ba"]
