"""Whether an answer is of what the question says: its year, its time where days are asked for, its prize, the name that it puts in quotation marks, the type of its document."""

import re
from functools import cache

from knowledge.answers import Answer
from knowledge.asking.fulfilling.wanted import wants_yes
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.references import all_type_names
from knowledge.facts import PeriodKind
from knowledge.grammar.dates import YEAR, has_date
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.sought import Sought
from knowledge.grammar.windows import find_windows


def is_of_said_years(query: Query, answer: Answer) -> bool:
    """Whether what is told, or a report that tells it, is of a year that the question says; a day that refutes one is.

    "Năm 2013 làm xong hết 52 nhiệm vụ chưa?" is not answered by the plan of 2024, "có khai trương trong quý I/2022
    không?" is by the day in 2023.
    """
    said = _said_years(query)
    if not said:
        return True
    words = " ".join(
        (answer.direct, answer.context, *answer.lines, *(f"{q.report} {q.title} {q.text}" for q in answer.quotes))
    )
    told = {int(year) for year in YEAR.findall(words)}
    told |= {q.signed_on.year for q in answer.quotes if q.signed_on is not None}
    told |= {day.year for q in answer.quotes if q.period is not None for day in (q.period.first, q.period.last)}
    if not told or not said.isdisjoint(told):
        return True
    is_granted = answer.direct.startswith(_GRANTED)
    is_of_state = query.asks("status") and not query.asks("verify") and not answer.direct.startswith(_DENIED)
    return wants_yes(query) and not (is_granted or is_of_state) and has_date(answer.direct)


_DENIED = ("Không phải", "No:")
_GRANTED = ("Đúng:", "Rồi:", "Yes:")


def _said_years(query: Query) -> set[int]:
    """The years of the periods and days that it names; what is due or stands in a new year's first months is told of the old one."""
    years = {one.year for one in query.periods if one.year is not None and not one.is_of_name}
    for day in query.dates:
        years |= {day.year, day.year - (day.month <= _EARLY)}
    return years


_EARLY = 3  # months


_DATA = frozenset({"#dossier", "#reform", "#procedure"})
_NEAR = 40  # characters before days in which the time stands whose days they are


def is_of_said_time(query: Query, answer: Answer) -> bool:
    """Of the days that figures cover: whether the quotes tell the days of no other time alone: those of "9 tháng" are none of "quý III"."""
    asked = {(mention.kind, mention.index) for mention in query.periods if not mention.is_of_name}
    if not query.asks("window") or len(asked) != 1 or query.naming.words - _DATA:
        return True
    told = [words for quote in answer.quotes for words in _times_of_days(fold(quote.text))]
    return not told or any(times is None or not asked.isdisjoint(times) for times in told)


def _times_of_days(words: str) -> list[set[tuple[PeriodKind, int]] | None]:
    """For each of the days from one to another in a folded quote the times right before it; None where there is none."""
    found: list[set[tuple[PeriodKind, int]] | None] = []
    for start, _, _ in find_windows(words):
        before = words[max(start - _NEAR, 0) : start]
        times = {(mention.kind, mention.index) for mention in find_periods(before)}
        found.append(times if times and before.rstrip().endswith("(") else None)
    return found


# Who won the first prize tells nothing of the second.
_PRIZE = Sought(r"\bgiai (?:nhat|nhi|ba|tu|khuyen khich|dac biet|xuat sac)\b")


def is_of_prize(query: Query, answer: Answer) -> bool:
    """Whether the quotes speak of the prizes that the question names."""
    asked = [prize[0] for prize in _PRIZE.finditer(query.folded)]
    told = fold(" ".join(quote.text for quote in answer.quotes)) if asked else ""
    return all(prize in told for prize in asked)


# 'Đề án "5 không"': what is called so, and not another that is called "4 tại chỗ".
_NAMED = pattern_of(r"[\"“”«](?P<name>[^\"“”»]{3,60})[\"“”»]")
_NAME_TOLD = 0.5  # of its words; the others may be slips


def speaks_of_named(query: Query, answer: Answer) -> bool:
    """Whether the quotes have the names that the question gives in quotation marks: their numbers, and most of their words."""
    if not any(mark in query.text for mark in '"“”«'):
        return True
    read = set(re.findall(r"\w+", query.folded))
    told = set(re.findall(r"\w+", fold(" ".join((answer.direct, *(f"{q.title} {q.text}" for q in answer.quotes))))))
    for name in _NAMED.finditer(query.text):
        # As typed with the input method off its words are no words.
        words = [word for word in re.findall(r"\w+", fold(name["name"])) if word in read or word.isdigit()]
        numbers = [word for word in words if word.isdigit()]
        if not told.issuperset(numbers) or sum(word in told for word in words) < _NAME_TOLD * len(words):
            return False
    return True


@cache
def _folded_types() -> dict[str, Sought]:
    """The types' names, each with what asks for one of it."""
    names = [fold(name) for name in all_type_names()]
    return {n: Sought(rf"\b{n} (?:nao|so may|so bao nhieu|so gi)\b|\bso {n}\b") for n in names}


def is_of_type(query: Query, words: str) -> bool:
    """Whether the document that is named is of the type whose number was asked for ("số quyết định", "kế hoạch nào")."""
    names = _folded_types()
    wanted = [name for name, asked in names.items() if asked.search(query.folded)]
    others = [n for n in names if n not in wanted and words.startswith(f"{n} ")]
    return not wanted or not others or any(n in words for n in wanted)
