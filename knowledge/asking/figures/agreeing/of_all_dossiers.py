"""Whether a number of dossiers is that of all, where all are asked for: its own clause says nothing beyond what such a clause must."""

import re
from functools import cache

from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.vocabulary.loading import load_vocabulary

_PLAIN = pattern_of(lambda: rf"\b(?:{listed('counting', 'dossiers', 'plain')})\b")
_BRACKETED = re.compile(r"\([^)]*\)?")
_CAUSE = re.compile(r"\b(?:do|vì|bởi) ")
_LONGEST_CLAUSE = 120
_WORD = re.compile(r"[a-z]{2,}")
_CLAUSE_END = re.compile(r"[,;.:()|\d]")
# "Các phòng còn lại: 240 hồ sơ"; "riêng từ ngày 05/01 đến ngày 10/3 tiếp nhận 905 hồ sơ".
_REST = pattern_of(
    lambda: (
        rf"\b(?:{listed('counting', 'dossiers', 'sharers')}) (?:chuyen mon )?(?P<which>con lai|khac)\b|^\W*(?P<days>rieng)(?= tu ngay\b| trong thang\b| thang\b| \d+ thang\b)"
    )
)
SOME_DAYS = frozenset({"rieng"})  # what is said for it where the question names its days
_UNSAID = GENERIC | {"#new_intake"}


def asks_all_dossiers(query: FigureQuery) -> bool:
    """Whether dossiers are asked for by when and where, by their channel or by what became of them, and by nothing else."""
    if query.value is not None or query.document or query.called or query.terms.words - _UNSAID:
        return False
    is_counted = Measure.COUNT in query.measures or not query.measures
    return is_counted and (query.unit.startswith("ho so") or (not query.unit and "#dossier" in query.terms.words))


def is_of_some_dossiers(entry: FigureEntry, said: frozenset[str]) -> bool:
    """Whether its own words name what these words of a question do not: "các phiên lưu động", "do lỗi kết nối", "lĩnh vực khác"."""
    return entry.figure.measure is Measure.COUNT and not _beyond_plain(entry) <= said


@once_each
def _beyond_plain(entry: FigureEntry) -> frozenset[str]:
    """The words of its clause or row that are neither plain nor a body's name, nor stand in brackets."""
    if (rest := _REST.search(fold(entry.figure.label))) is not None:
        return frozenset((rest["which"] or rest["days"]).split())
    words = _words_of_clause(entry)
    for body in sorted(find_organisations(words), key=lambda one: -one.start):
        words = f"{words[: body.start]} , {words[body.end :]}"
    beyond = frozenset(_WORD.findall(_PLAIN.sub(" ", fold(_BRACKETED.sub(" ", words)))))
    # The name of a row may run into that of its column: "Huyện Bình Thái | Giải quyết".
    return beyond - _words_of_plain() if entry.statement.is_row else beyond


def _words_of_clause(entry: FigureEntry) -> str:
    """Those before the figure and behind it; of a row its name and its column's."""
    figure = entry.figure
    if entry.statement.is_row:
        return figure.label
    behind = _CLAUSE_END.split(entry.report.text[figure.span.end : figure.span.end + _LONGEST_CLAUSE], maxsplit=1)[0]
    if figure.part_of is None:
        return f"{figure.label} ; {behind}"
    # "Giải quyết 800 hồ sơ, trong đó 02 hồ sơ quá hạn do lỗi phần mềm": these two are all.
    return " ; ".join(_CAUSE.split(words, maxsplit=1)[0] for words in (figure.label, behind))


@cache
def _words_of_plain() -> frozenset[str]:
    return frozenset(
        word for phrase in load_vocabulary("counting")["dossiers"]["plain"] for word in fold(phrase).split()
    )
