"""What an admin typed for a field; None where it cannot be understood."""

from collections.abc import Callable
from datetime import date
from itertools import chain
from typing import Any

from knowledge.facts import Measure, Period
from knowledge.fields.wording import tidy
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.numbers import find_numbers
from knowledge.grammar.periods import find_periods
from knowledge.grammar.symbols import find_symbols

# Nghị định 30/2020/NĐ-CP wants a subject brief; this is a paragraph.
MOST_CHARACTERS = 1000

Values = dict[str, Any]
Read = Callable[[str, date], Values | None]


def read_text(name: str) -> Read:
    """Any words at all, as the field `name`."""

    def read(text: str, _: date) -> Values | None:
        words = tidy(text)
        return {name: words} if words and len(words) <= MOST_CHARACTERS else None

    return read


def read_date(name: str) -> Read:
    """A date, of this year where it does not say."""

    def read(text: str, today: date) -> Values | None:
        # In a sentence "30/4" may be a share; where a date was asked for, it is one.
        dates = (find_dates(fold(words), default_year=today.year) for words in (text, f"ngày {text}"))
        found = next(chain.from_iterable(dates), None)
        return {name: found.day} if found else None

    return read


def read_period(name: str) -> Read:
    """A period, of this year where it does not say."""

    def read(text: str, today: date) -> Values | None:
        period = _period(text, today)
        return {name: period} if period else None

    return read


def read_symbol(text: str, _: date) -> Values | None:
    """A document's number and symbol, however typed: "192/qđ-ubnd"."""
    found = next(find_symbols(compose(text).upper()), None)
    return {"number": found.number.lower(), "symbol": found.symbol, "type": found.type} if found else None


def read_quantity(text: str, _: date) -> Values | None:
    """A number with its unit: "4.984 hồ sơ", "32,93%"; a number alone is of the unit that there is already."""
    folded = fold(text)
    periods = [(period.start, period.end) for period in find_periods(folded)]
    numbers = find_numbers(folded)
    # "quý 4/2019 …" is a question that came in between, not the value 4.
    found = next((n for n in numbers if not any(first < n.start < end for first, end in periods)), None)
    if found is None:
        return None
    if found.is_percent:
        return {"value": found.value, "unit": "%", "measure": Measure.SHARE.value}
    unit = text[found.end :].strip(" .")
    if not unit:
        return {"value": found.value}
    measure = Measure.MONEY if fold(unit).startswith(("dong", "vnd")) else Measure.COUNT
    return {"value": found.value, "unit": unit, "measure": measure.value}


def _period(text: str, today: date) -> Period | None:
    found = next(find_periods(fold(text)), None)
    if found is None:
        return None
    return found.in_year(today.year) if found.is_open else found.resolve(today)
