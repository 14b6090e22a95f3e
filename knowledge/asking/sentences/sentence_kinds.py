"""Whether a sentence holds the kind of thing that is asked for: a day, a person, a place, several numbers, a run."""

import re
from collections.abc import Callable

from knowledge.asking.figures.points_of_runs import OVER_REPORTS
from knowledge.asking.library import StatementEntry
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.cues import ENDS_ASKING
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import ASKS_SINCE, INTENDED, SINCE, is_own_day
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.sought import Sought
from knowledge.grammar.windows import find_windows

# One quantity is a figure's to tell; a sentence tells several at once.
SEVERAL = 2


def asks_for_sentence(query: Query) -> bool:
    """Whether a sentence can hold the kind of thing asked."""
    if query.asks("window", "when"):
        return True
    if query.asks("signer", "rank", "score"):
        return False
    if _asks_person(query) or _ASKS_PLACE.search(query.folded):
        return not asks_quantity(query)
    if asks_quantity(query):
        return query.counts >= SEVERAL
    return query.asks("status", "verify", "about", "overall", "number") or bool(ENDS_ASKING.search(query.folded))


def asks_quantity(query: Query) -> bool:
    """Whether quantities are asked for and no day."""
    return query.asks("count", "percent", "money") and not query.asks("window", "when")


def of_kind(query: Query) -> Callable[[StatementEntry], bool]:
    """What says of a sentence whether it holds the kind of thing asked: a day, a person, several numbers."""
    if query.asks("window"):
        return _tells_window
    if query.asks("when"):
        if ASKS_SINCE.search(query.folded):
            return _tells_since
        return _tells_day if asks_of_document(query) else _tells_own_day
    if _asks_person(query):
        return lambda entry: bool(_PERSON.search(words_of(entry))) and _names_office(query, entry)
    if _ASKS_PLACE.search(query.folded):
        return lambda entry: bool(_PLACE.search(words_of(entry)))
    is_run, counts = query.asks("trend"), asks_quantity(query)
    return lambda entry: (
        not (is_run and not _tells_run(entry, query)) and not (counts and not _counts_several(entry, query.unit))
    )


# "Số hóa có đạt mục tiêu không?", which a sentence tells that holds it against what was aimed at.
_WHETHER_MET = Sought(
    lambda: rf"\b(?:dat|vuot|hoan thanh)(?: duoc| qua)? (?:chi tieu|muc tieu|ke hoach)\b[^?]*\b{NOT}{polite_end()}"
)
_SAYS_MET = pattern_of(
    r"\b(?:dat|vuot|bang|hoan thanh|thap hon|cao hon)\b[^;.]{0,50}?\b(?:chi tieu|muc tieu|ke hoach|nghi quyet|du toan)\b"
)


def asks_whether_met(query: Query) -> bool:
    """Whether it is asked if something came to what was aimed at, of which no number is held up."""
    return query.claim is None and not asks_quantity(query) and _WHETHER_MET.search(query.folded) is not None


@once_each
def tells_whether_met(entry: StatementEntry) -> bool:
    """Whether a sentence holds what came against what was aimed at."""
    return entry.statement.task is None and _SAYS_MET.search(entry.folded) is not None


def words_of(entry: StatementEntry) -> str:
    """Its words as they stand in the report."""
    return entry.statement.span.cut(entry.report.text)


def _asks_person(query: Query) -> bool:
    return bool(_ASKS_PERSON.search(query.folded) and _OFFICE.search(query.folded))


# "Ai làm trưởng đoàn kiểm tra", "đồng chí nào là trưởng ban": who holds an office, which a sentence with a name tells.
_ASKS_PERSON = Sought(
    r"^(?:the |vay )?ai (?:la|lam|giu|duoc|dung)\b|\b(?:dong chi|ong|ba|nguoi|lanh dao) nao (?:la|lam|giu|dung)\b|\b(?:la|do) ai\W*$"
)
_OFFICE = Sought(r"\b(?:truong|pho|chu tich|giam doc|chanh|bi thu|to truong|phu trach|thanh vien)\b")
_PERSON = pattern_of(rf"\b(?:đồng chí|đ/c|ông|bà|Đồng chí|Ông|Bà)\s+[{UPPER}][{LOWER}]*\s[{UPPER}]")
# "Làm ở đâu", "tại xã nào": where, which a sentence with a place behind "tại" tells.
_ASKS_PLACE = Sought(r"\b(?:o|tai) (?:dau|noi nao|cho nao|xa nao|phuong nao|huyen nao|don vi nao|dia phuong nao)\b")
_PLACE = pattern_of(rf"\b(?:ở|tại)\s(?:[{LOWER}]+\s){{0,3}}[{UPPER}]")


def _names_office(query: Query, entry: StatementEntry) -> bool:
    """Whether it names the office itself and not its deputy, where the office is asked for."""
    asked = [o for o in _OFFICES if o in query.folded and f"pho {o}" not in query.folded]
    return all(re.search(rf"(?<!pho )\b{o}\b", entry.folded) for o in asked)


_OFFICES = ("chu tich", "giam doc", "bi thu", "chanh van phong", "truong phong", "truong ban", "truong doan")


@once_each
def _tells_window(entry: StatementEntry) -> bool:
    return len({window for _, _, window in find_windows(entry.folded)}) == 1


@once_each
def _tells_since(entry: StatementEntry) -> bool:
    return any(SINCE.search(entry.folded[: d.start]) for d in find_dates(entry.folded))


def _tells_own_day(entry: StatementEntry) -> bool:
    """Whether it names a day that is no document's, or none but is to come; a register's row tells those of documents."""
    if " | " in entry.folded:
        return False
    days = list(find_dates(entry.folded))
    return _tells_day(entry) and (not days or any(is_own_day(entry, d) for d in days))


# Of a document its own day is asked for, which stands behind its number.
_OF_DOCUMENT = Sought(
    r"\b(?:ban hanh|ky|phe duyet|thong qua|cong bo|van ban|giao|ra (?:ngay|hom|bua|khi|luc)|issued|signed|approved)\b"
)
# "CV tạm dừng nhận hồ sơ … ngày mấy": before a verb the letters are read as work, of which nobody asks for the day.
_OF_LETTER = Sought(r"^(?:the |vay |con |cai )*cong viec\b")


def asks_of_document(query: Query) -> bool:
    """Whether the day of a document is asked for."""
    return bool(query.named_type or _OF_DOCUMENT.search(query.folded) or _OF_LETTER.search(query.folded))


@once_each
def _tells_day(entry: StatementEntry) -> bool:
    is_planned = bool(INTENDED.search(entry.folded)) and any(True for _ in find_periods(entry.folded))
    return is_planned or any(True for _ in find_dates(entry.folded))


def _counts_several(entry: StatementEntry, unit: str) -> bool:
    """Whether several of its figures count such things."""
    first = unit.split()[0] if unit else ""
    return sum(first in fold(figure.written) for figure in entry.statement.figures) >= SEVERAL


def _tells_run(entry: StatementEntry, query: Query) -> bool:
    """Whether it says that something changed or tells of several years; how many there were once is no run, nor what is to come."""
    if entry.statement.task is not None:
        return False
    # What one report tells of its own time is one end of a run over several.
    if len(query.periods) > 1:
        named = [query.folded[m.start : m.end].split("/")[0] for m in query.periods]
        return sum(name in entry.folded for name in named) > 1
    if OVER_REPORTS.search(query.folded):
        return len({f.period for f in entry.statement.figures}) > 1
    years = set(_YEAR.findall(entry.folded))
    return bool(_TELLS_CHANGE.search(entry.folded)) or len(years) > 1 or " | " in entry.folded


_YEAR = pattern_of(r"\b20\d\d\b")
_TELLS_CHANGE = pattern_of(r"\b(?:tang|giam|len|xuong|hon|kem|khong doi|giu nguyen)\b")
