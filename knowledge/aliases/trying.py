"""Trying an alias before it is used: on the questions shipped with it, and on those that were answered here."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from knowledge.answers import Answer, Outcome
from knowledge.asking.aliases import Alias, Aliases
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.asking.reading.question import Query
from knowledge.facts import Reading
from knowledge.grammar.folding import compose, fold
from knowledge.lazily import lazily

# What reads reports is loaded when an alias is tried.
_read: Callable[[bytes], Reading] = lazily("knowledge.importing.typed", "read_typed")
# A phrase longer than a whole question is none.
MOST_CHARACTERS = 240
# More examples than these persuade nobody further.
MOST_BROKEN = 5
_TRIAL_DAY = date(2024, 8, 1)


class Fault(StrEnum):
    """Why an alias is refused before it is tried."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NUMBER = "number"  # numbers of documents and figures mean themselves
    CIRCULAR = "circular"  # the meaning holds the phrase
    SAME = "same"
    UNKNOWN_MEANING = "unknown_meaning"  # no report uses these words
    EXACT = "exact"  # it is another period, body, or side of what is read exactly ("late" and "on time")


@dataclass(frozen=True, slots=True)
class Broken:
    """A question whose right answer would be lost."""

    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: a fault, or the questions that it would break; good if neither."""

    fault: Fault | None = None
    broken: tuple[Broken, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether it may be used."""
        return self.fault is None and not self.broken


def try_alias(alias: Alias, used: Iterable[Alias], here: Asker, asked: Iterable[str], today: date) -> Trial:
    """The trial of an alias beside those in use; `asked` are questions that were answered `here` without complaint."""
    if fault := _fault(alias, here, today):
        return Trial(fault)
    others = [one for one in used if one.key != alias.key]
    before, after = Aliases(others), Aliases([*others, alias])
    shipped = _shipped()
    broken = list(_broken(shipped.with_aliases(before), shipped.with_aliases(after), alias, _questions(), _TRIAL_DAY))
    own = ((question, "") for question in asked)
    broken += _broken(here.with_aliases(before), here.with_aliases(after), alias, own, today)
    # Where no question shows it, for none of them names that period or body.
    fault = Fault.EXACT if not broken and _is_another(alias, here) else None
    return Trial(fault, tuple(broken[:MOST_BROKEN]))


def _fault(alias: Alias, here: Asker, today: date) -> Fault | None:
    key, meaning = alias.key, " ".join(re.findall(r"\w+", fold(compose(alias.meaning))))
    if len(key) < 2 or not meaning:
        return Fault.TOO_SHORT
    if max(len(key), len(meaning)) > MOST_CHARACTERS:
        return Fault.TOO_LONG
    if not re.search(r"[^\W\d]", key):
        return Fault.NUMBER
    if not set(re.findall(r"\d{2,}", key)) <= set(re.findall(r"\d{2,}", meaning)):
        return Fault.NUMBER  # one document or year is never another
    if key == meaning:
        return Fault.SAME
    if re.search(rf"\b{re.escape(key)}\b", meaning):
        return Fault.CIRCULAR
    is_answered = here.with_aliases(Aliases()).ask(alias.meaning, today=today).answer.outcome is Outcome.ANSWERED
    return None if is_answered or _is_said(meaning.split(), here) else Fault.UNKNOWN_MEANING


def _is_another(alias: Alias, here: Asker) -> bool:
    """Whether the phrase already names a period, a body or a side of something, and the meaning another one."""
    plain = here.with_aliases(Aliases())
    said, meant = plain.read(alias.phrase), plain.read(alias.meaning)
    if said.periods and _periods(said) != _periods(meant):
        return True
    sides = meant.terms.dimensions
    if any(name in sides and not set(values) & set(sides[name]) for name, values in said.terms.dimensions.items()):
        return True
    if any(body.organisation.is_desk for body in (*said.bodies, *meant.bodies)):
        return False  # a desk is called by many names
    names = [[fold(body.name) for body in query.bodies] for query in (said, meant)]
    return all(names) and not any(one in other or other in one for one in names[0] for other in names[1])


def _periods(query: Query) -> set[tuple[object, ...]]:
    return {(p.kind, p.index, p.year, p.year_offset, p.step, p.is_same_period) for p in query.periods}


def _is_said(words: list[str], here: Asker) -> bool:
    """Whether one sentence of the reports, with what stands above it, has all these words."""
    wanted = set(words)
    return any(
        wanted <= set(re.findall(r"\w+", f"{entry.folded} {fold(entry.statement.heading)}"))
        for entry in here.library.statements
    )


def _broken(
    before: Asker, after: Asker, alias: Alias, questions: Iterable[tuple[str, str]], today: date
) -> Iterable[Broken]:
    """Only questions that hold the phrase can be answered differently."""
    phrase = re.compile(r"(?<!\w)" + alias.key.replace(" ", r"\W+") + r"(?!\w)")
    for question, expected in questions:
        if not phrase.search(fold(compose(question))):
            continue
        old, new = (asker.ask(question, today=today).answer for asker in (before, after))
        was_right = old.outcome is Outcome.ANSWERED and expected in _told(old)
        is_right = new.outcome is Outcome.ANSWERED and (expected in _told(new) if expected else _same(old, new))
        if was_right and not is_right:
            yield Broken(question, old.direct, new.direct)


def _same(old: Answer, new: Answer) -> bool:
    return old.direct == new.direct and [q.text for q in old.quotes] == [q.text for q in new.quotes]


def _told(answer: Answer) -> str:
    return " ".join([answer.direct, answer.context, *answer.lines])


@cache
def _shipped() -> Asker:
    report = files(__package__).joinpath("trial", "report.txt").read_bytes()
    return Asker.of([PublishedReport(1, _read(report))])


@cache
def _questions() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("trial", "questions.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("|") for line in lines if line.strip() and not line.startswith("#"))
    return tuple((question.strip(), expected.strip()) for question, _, expected in pairs)
