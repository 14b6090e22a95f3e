"""Measure the answers on every question set and the reading on every sample; fail on any loss.

    python -m tests.questions.measure [SET_DIR…] [--forms exact,no_tone] [--show 20] [--update] [--whole]

Without SET_DIR all sets are measured: those beside this file and, where `../shared/eval` lies beside the
repository, the open one.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import click

from knowledge.importing import files as importing
from tests.compiling import share_compiled_statements
from tests.questions import floors, forms, gold, scramble, tally
from tests.questions.asking import Asked, ask_set
from tests.questions.sets import QuestionSet, load_set, question_sets

SCRAMBLE_SEED = 20  # any number; it is fixed so that two runs measure the same
SCRAMBLE_FORMS = ("exact", "no_tone")  # the others say nothing more of numbers and names
SCRAMBLE_EVERY = 3  # the copies of all take a quarter of the time of everything else
SCRAMBLE_LOSS = 2.0  # points that other numbers and names may cost, both ways
# In a small set two questions are more than that, and two numbers drawn alike can spoil two.
SCRAMBLE_QUESTIONS = 2


@click.command(help=__doc__)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--forms", "typed", default=",".join(forms.FORMS), help="The forms of typing to ask in.")
@click.option("--show", default=10, help="How many failures of each set to print.")
@click.option("--update", is_flag=True, help="Raise the floors to what was reached.")
@click.option("--answers-only", is_flag=True, help="Measure neither the reading nor a scrambled set.")
@click.option(
    "--whole",
    is_flag=True,
    help="Scramble every set, and hold each against the set as text: not only some, and where they seem to lose.",
)
def main(folders: tuple[Path, ...], typed: str, show: int, update: bool, answers_only: bool, whole: bool) -> None:
    """Print the tables; exit with 1 where a floor is undercut."""
    sets = [load_set(folder) for folder in folders or question_sets()]
    lost: list[str] = []
    scrambled = frozenset[str]() if answers_only else scrambled_of(sets, is_whole=whole)
    wanted = Wanted(tuple(typed.split(",")), scrambled, is_whole=whole)
    with ProcessPoolExecutor(initializer=share_compiled_statements) as pool:
        measured = begin(pool, wanted, sets)
        reached = dict(measure_answers(sets, measured, show))
        if not answers_only:
            reached |= dict(measure_reading(show))
            lost += scrambling_losses(sets, measured, show)
    floor = floors.load()
    lost += [f"{name} {loss}" for name in reached for loss in floors.losses(floor.get(name, {}), reached[name])]
    if update:
        floors.save(floor | {name: updated(floor.get(name, {}), reached[name]) for name in reached})
    click.echo("\n".join(["", *lost, f"{len(lost)} losses"]))
    sys.exit(1 if lost else 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of every set: in which forms, and which sets scrambled too."""

    typed: tuple[str, ...]
    scrambled: frozenset[str]
    is_whole: bool


def scrambled_of(sets: Sequence[QuestionSet], *, is_whole: bool) -> frozenset[str]:
    """The names of the sets of which a scrambled copy is asked: of many some by day and all at night, the open one always.

    Which they are hangs on each one's own name, so that a new set changes nothing for the others.
    """
    return frozenset(one.name for one in sets if is_whole or one.name == "open" or _is_copied_by_day(one.name))


def _is_copied_by_day(name: str) -> bool:
    return crc32(name.encode()) % SCRAMBLE_EVERY == 0


@dataclass(frozen=True, slots=True)
class Scrambled:
    """The replies to a set with other numbers and names, and how the set itself fared in the same forms."""

    before: tally.Row
    asked: list[Asked]

    @property
    def after(self) -> tally.Row:
        """How the scrambled set fared."""
        return tally.count(self.asked)

    @property
    def is_loss(self) -> bool:
        """Whether they differ by more than is allowed."""
        one = 100 * len(SCRAMBLE_FORMS) / max(self.before.total, 1)
        allowed = max(SCRAMBLE_LOSS, SCRAMBLE_QUESTIONS * one + 0.05)
        return abs(self.before.right_percent - self.after.right_percent) > allowed


@dataclass(frozen=True, slots=True)
class Measured:
    """The replies to a set, and to its scrambled copy where that is wanted."""

    asked: list[Asked]
    scrambled: Scrambled | None


def begin(pool: Executor, wanted: Wanted, sets: Sequence[QuestionSet]) -> dict[str, Future[Measured]]:
    """What each set will give, by its name; the largest begin first, so that no processor waits for one at the end."""
    ordered = sorted(sets, key=lambda one: -len(one.cases) * len(one.reports))
    return {one.name: pool.submit(measure, one, wanted) for one in ordered}


def measure(questions: QuestionSet, wanted: Wanted) -> Measured:
    """The set asked, and its scrambled copy."""
    asked = ask_set(questions, wanted.typed)
    return Measured(asked, ask_scrambled(questions, asked, wanted) if questions.name in wanted.scrambled else None)


def ask_scrambled(questions: QuestionSet, asked: Sequence[Asked], wanted: Wanted) -> Scrambled:
    """The set with other numbers and names, asked; held against the set, or against the set as text, for so the copy is written.

    The set as text is asked only where it can matter: that a type of file costs an answer is told elsewhere.
    """
    other = ask_copy(questions, seed=SCRAMBLE_SEED)
    same = [one for one in asked if one.form in SCRAMBLE_FORMS]
    beside = Scrambled(tally.count(same), other)
    if wanted.is_whole or beside.is_loss or len(same) < len(other):
        return Scrambled(tally.count(ask_copy(questions, seed=None)), other)
    return beside


def ask_copy(questions: QuestionSet, *, seed: int | None) -> list[Asked]:
    """The replies to a copy of the set."""
    with TemporaryDirectory() as folder:
        return ask_set(scramble.copy(questions.folder, Path(folder) / questions.name, seed=seed), SCRAMBLE_FORMS)


def measure_answers(
    sets: Sequence[QuestionSet], waited: Mapping[str, Future[Measured]], show: int
) -> Iterator[tuple[str, floors.Scores]]:
    """The name and the scores of each set, printed on the way."""
    for questions in sets:
        asked = waited[questions.name].result().asked
        counted = tally.rows(asked)
        click.echo(f"\n{tally.table(questions.name, counted)}\n{tally.speed(asked)}")
        click.echo("\n".join(tally.failures(asked, at_most=show)))
        yield questions.name, scores_of(counted, is_whole=set(tally.forms_of(asked)) == set(forms.FORMS))


def scores_of(counted: dict[str, tally.Row], *, is_whole: bool) -> floors.Scores:
    """The shares to hold against floors; where some forms were left out, only those of the others."""
    return {
        label: {"right": row.right_percent, "false": row.false_percent}
        for label, row in counted.items()
        if is_whole or label.startswith("form ")
    }


def measure_reading(show: int) -> Iterator[tuple[str, floors.Scores]]:
    """The name and the precision and recall of each report that has gold, printed on the way."""
    click.echo(f"\n{'reading':<32}{'':<12}{'precision':>10}{'recall':>8}")
    for path in gold.reports():
        scores = gold.score(importing.read_file(path), gold.load(path.stem))
        for part, score in scores.items():
            click.echo(f"{path.name:<32}{part:<12}{score.precision:>10}{score.recall:>8}")
            click.echo("".join(f"    {fault}\n" for fault in score.faults[:show]), nl=False)
        yield (
            f"reading {path.stem}",
            {part: {"precision": score.precision, "recall": score.recall} for part, score in scores.items()},
        )


def scrambling_losses(sets: Sequence[QuestionSet], waited: Mapping[str, Future[Measured]], show: int) -> Iterator[str]:
    """Each set that fares otherwise with other numbers, dates, periods and names, as a sentence."""
    for questions in sets:
        scrambled = waited[questions.name].result().scrambled
        if scrambled is None:
            continue
        before, after = scrambled.before.right_percent, scrambled.after.right_percent
        click.echo(f"\n{questions.name}: {before} % right, scrambled {after} %")
        if scrambled.is_loss:
            click.echo("\n".join(tally.failures(scrambled.asked, at_most=show)))
            yield f"{questions.name}: scrambling changes {before} to {after}"


def updated(floor: floors.Scores, reached: floors.Scores) -> floors.Scores:
    """The floor raised; the figures of the day on which a set was first run whole are kept beside it."""
    is_first = "all" in reached and "all" not in floor
    day = {f"first run on {date.today()}": reached["all"]} if is_first else {}
    return floors.raised(floor, reached) | day


if __name__ == "__main__":
    main()
