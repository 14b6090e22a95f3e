"""Counting verdicts by set, kind and form, as tables and as shares to hold against floors."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

from tests.questions.asking import Asked
from tests.questions.grading import Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """How many replies were right, missed and false."""

    right: int
    missed: int
    false: int

    @property
    def total(self) -> int:
        """All replies of the row."""
        return self.right + self.missed + self.false

    @property
    def right_percent(self) -> float:
        """Of all replies, to one decimal place."""
        return round(100 * self.right / self.total, 1)

    @property
    def false_percent(self) -> float:
        """Of all replies, to one decimal place."""
        return round(100 * self.false / self.total, 1)


def count(asked: Iterable[Asked]) -> Row:
    """The row of these replies."""
    verdicts = Counter(one.grade.verdict for one in asked)
    return Row(verdicts[Verdict.RIGHT], verdicts[Verdict.MISSED], verdicts[Verdict.FALSE])


def rows(asked: Sequence[Asked]) -> dict[str, Row]:
    """The row of all replies, of each kind and of each form, by name."""
    kinds = {f"kind {kind}": [one for one in asked if one.case.kind == kind] for kind in kinds_of(asked)}
    typed = {f"form {form}": [one for one in asked if one.form == form] for form in forms_of(asked)}
    return {name: count(part) for name, part in {"all": asked, **kinds, **typed}.items()}


def kinds_of(asked: Iterable[Asked]) -> list[str]:
    """The kinds that were asked, in order of the alphabet."""
    return sorted({one.case.kind for one in asked})


def forms_of(asked: Iterable[Asked]) -> list[str]:
    """The forms that were asked, in the order of asking."""
    return list(dict.fromkeys(one.form for one in asked))


def table(name: str, counted: dict[str, Row]) -> str:
    """The rows as a table to read."""
    head = f"{name:<28}{'right':>7}{'missed':>8}{'false':>7}{'n':>7}{'right %':>9}{'false %':>9}"
    lines = [
        f"{label:<28}{row.right:>7}{row.missed:>8}{row.false:>7}{row.total:>7}"
        f"{row.right_percent:>9}{row.false_percent:>9}"
        for label, row in counted.items()
    ]
    return "\n".join([head, *lines])


def speed(asked: Iterable[Asked]) -> str:
    """The median and the 95th percentile of the time to an answer, in milliseconds."""
    times = [one.reply.ms for one in asked if one.reply.ms is not None]
    if len(times) < 2:
        return "no times given"
    cuts = quantiles(times, n=20)
    return f"ms to an answer: median {cuts[9]:.2f}, 95th percentile {cuts[18]:.2f}"


def failures(asked: Iterable[Asked], *, at_most: int) -> list[str]:
    """The first replies that are not right, false ones first, each on a line."""
    wrong = [one for one in asked if one.grade.verdict is not Verdict.RIGHT]
    wrong.sort(key=lambda one: one.grade.verdict is Verdict.MISSED)
    return [
        f"- {one.case.id}@{one.form} {one.grade.verdict}: {one.grade.why}\n"
        f"    {one.question}\n    -> {one.reply.answer[:140]}"
        for one in wrong[:at_most]
    ]
