"""Where and when a report was signed, as its head says it or a text that names it by its number."""

import re
from datetime import date

from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.importing.head_lines import HEAD_BLOCKS, PUBLISHED_SAID, labelled, number_line

_TOWN = r"(?:(?:TP|TX)\.? ?)?"  # "TP. Vàm Hải"
_DAY = rf"(?i:ng[àa]y)(?![{LOWER}])"
# "Vàm Hải, ngày 12 tháng 3 năm 2024"
_PLACE_DATE = re.compile(rf"(?P<place>{_TOWN}[{UPPER}][\w ]{{1,40}}?)\s?,\s*{_DAY}")
# "Vàm Hải ngày 12 tháng 3 năm 2024", "Vàm Hải, 12/3/2024", "Ngày 12/3/2024": the comma, the word or the place was forgotten.
_DATE_ALONE = re.compile(
    rf"(?:(?P<place>{_TOWN}[{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}}),?\s)?"
    rf"(?:{_DAY}:?\s[\d\s/.…-]+(?:th[áa]ng[\d\s.…]+n[ăa]m\s?\d{{4}})?|(?<=, )\d{{1,2}}(?P<sign>[/.-])\d{{1,2}}(?P=sign)\d{{4}})\W*"
)
_LONGEST = 90  # characters of a line with place and date


def read_day(lines: list[str], own: SymbolMention | None) -> date | None:
    """The day in the head, behind the number where a text names it, behind a label, or alone on a line under a number."""
    for line in lines[:HEAD_BLOCKS]:
        if _PLACE_DATE.search(line) and len(line) < _LONGEST and (found := next(find_dates(fold(line)), None)):
            return found.day
    if own and (day := _day_of_number(lines, own)):
        return day
    said = [said for line in lines[:HEAD_BLOCKS] if (said := labelled("day", line))]
    said += [match[0] for match in _dates_alone(lines)]
    return next((d.day for words in said for d in find_dates(fold(words))), None)


def read_place(lines: list[str]) -> str | None:
    """Where it was signed: the place before the day in the head."""
    head = [line for line in lines[:HEAD_BLOCKS] if len(line) < _LONGEST]
    found = [m["place"] for line in head if (m := _PLACE_DATE.search(line))]
    found += [m["place"] for m in _dates_alone(lines) if m["place"]]
    return (found[0].title() if found[0].isupper() else found[0]).strip() if found else None


def _dates_alone(lines: list[str]) -> list[re.Match[str]]:
    """The lines that say nothing but a day and a place, in a head with a number; "Đăng ngày 12/3/2024" is when a page was published."""
    if number_line(lines) is None:
        return []
    found = (_DATE_ALONE.fullmatch(line) for line in lines[:HEAD_BLOCKS] if not PUBLISHED_SAID.match(fold(line)))
    return [match for match in found if match]


def _day_of_number(lines: list[str], own: SymbolMention) -> date | None:
    """The day that stands with the report's own number: behind it, or before what a body does with it."""
    for line in lines:
        for symbol in find_symbols(line):
            if symbol.key == own.key:
                folded = fold(line)
                after = [d for d in find_dates(folded) if 0 <= d.start - symbol.end < 14]
                before = [
                    d
                    for d in find_dates(folded)
                    if d.end <= symbol.start and _MAKES.search(folded, d.end, symbol.start)
                ]
                if days := (after or before[-1:]):
                    return days[0].day
    return None


# "Ngày 05/3/2020, Văn phòng UBND tỉnh có Báo cáo số …": what a body does with a report of its own on that day.
_MAKES = re.compile(r"\b(?:ban hanh|phat hanh|co|ky|ra|da gui|hoan thanh)\b")
