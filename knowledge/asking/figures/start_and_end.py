"""What is told of the start of a time and of its end apart: a table's "Số phòng đầu năm | Số phòng cuối năm"."""

from collections.abc import Sequence

from knowledge.answers import Answer
from knowledge.asking.figures.matching import Match
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote, figure_words
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought

# "6 tháng đầu năm" is a time, "từ đầu năm" lasts, "so với đầu năm" is held against.
_MOMENT = Sought(
    r"\b(?<!thang )(?<!quy )(?<!ngay )(?<!tuan )(?<!tu )(?<!voi thoi diem )(?P<which>dau|cuoi) (?P<of>nam|quy|ky|thang)\b"
)
_HELD_AGAINST = Sought(r"\b(?:so|(?:so voi|tang|giam|hon|kem)(?: [a-z]+){0,3}) (?:dau|cuoi) (?:nam|quy|ky|thang)\b")
_BOTH = 2


def moments(words: str) -> frozenset[str]:
    """The starts and ends of a time that folded words name: "dau nam", "cuoi nam"."""
    if _HELD_AGAINST.search(words):
        return frozenset()
    return frozenset(f"{m['which']} {m['of']}" for m in _MOMENT.finditer(words))


def of_asked_moment(near: list[Match], said: str) -> list[Match]:
    """Of figures whose columns tell the start and the end apart those of the one that is asked for."""
    asked = moments(said)
    if len(asked) != 1:
        return near
    told = [moments(fold(m.entry.figure.label)) for m in near]
    return [m for m, of in zip(near, told, strict=True) if not of or of == asked] if asked in told else near


def answer_both(groups: Sequence[Sequence[Match]], said: str, wording: Wording) -> Answer | None:
    """ "Đầu năm với cuối năm có mấy phòng": both, where the two are those of one row; None otherwise."""
    asked = moments(said)
    if len(asked) != _BOTH or len(groups) != _BOTH:
        return None
    by_moment = {moments(fold(match.entry.figure.label)): match.entry for group in groups for match in group}
    if by_moment.keys() != {frozenset({moment}) for moment in asked}:
        return None
    first, last = (by_moment[frozenset({m})] for m in sorted(asked, key=lambda m: m.startswith("cuoi")))
    if first.statement is not last.statement or not first.statement.is_row:
        return None
    told = wording.say(
        f"Đầu kỳ {figure_words(first, wording)}, cuối kỳ {figure_words(last, wording)}",
        f"{figure_words(first, wording)} at the start, {figure_words(last, wording)} at the end",
    )
    context = figure_context(last, wording)
    return answered(f"{told} – {context}", (figure_quote(last),), context=context)
