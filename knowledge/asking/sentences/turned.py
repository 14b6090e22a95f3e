"""How many there were and how many there are: "từ 8 phòng xuống còn 7 phòng", as the one sentence says it."""

from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.apparatus.kinds import tells_of_agencies
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote
from knowledge.asking.reports.which_reports import fitting_reports
from knowledge.asking.sentences.matching_statements import SENTENCE_SHARE, coverage
from knowledge.asking.shelves.terms import is_light
from knowledge.facts import Figure, Measure, Statement
from knowledge.grammar.amounts import write_difference
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of

# Where nothing but a body is named, so many reports of it are looked at.
_MOST_REPORTS = 60
# Without a body and a period so many words say what is meant.
_FEWEST_WORDS = 2
# Words of the change itself, which the two numbers say.
_CHANGE = frozenset({"#reorganisation", "#apparatus", "#merged"})
# "Sắp xếp 42 tổ dân phố còn 35 tổ dân phố" says no "từ".
_FROM = pattern_of(r"\b(?:tu|sap xep|sap nhap|hop nhat|nhap|kien toan|to chuc lai) $")
_TO = pattern_of(r"\W*(?:giam |tang |sap xep |rut )?(?:xuong con|xuong|con lai|con|len|thanh) $")
_COUNTED = pattern_of(rf"\b{HOW_MANY} (?P<unit>[a-z]+(?: [a-z]+)?)")
_NO_UNIT = pattern_of(r"(?:xuong|con|len|thanh|giam|tang)\b")


def answer_turned(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Both numbers of the newest sentence that tells them of what is asked for; None where there is none."""
    if not query.asks_before_and_after:
        return None
    # What says nothing told apart is left: a question of nothing but the change is of all that turned.
    wanted = {w for w in query.terms.words - _CHANGE if not is_light(w)}
    if not (query.bodies or query.periods or len(wanted) >= _FEWEST_WORDS):
        return None
    reports = fitting_reports(library, query, today)
    if not len(reports) or len(reports) > _MOST_REPORTS:
        return None
    # "Số phòng thuộc sở giảm từ 142 phòng xuống 125": of all departments, and not of the one that tells it.
    is_of_one = any(b.organisation.body not in {"", "ubnd"} for b in query.bodies)
    units = [m["unit"] for m in _COUNTED.finditer(query.folded) if not _NO_UNIT.match(m["unit"])]
    for report in sorted(reports, key=lambda r: r.told_on, reverse=True):
        told = [
            found
            for s in report.statements
            if _may_turn(s) and not (is_of_one and tells_of_agencies(report.folded(s)))
            for found in _turns(report, s, units)
        ]
        fitting = [
            (s, one, other)
            for s, one, other in told
            if not wanted or coverage(library, wanted, _words(library, report, s)) >= SENTENCE_SHARE
        ]
        if fitting:
            return _tell(report, *fitting[0], wording) if len(fitting) == 1 else None
    return None


def _tell(report: ReportEntry, statement: Statement, before: Figure, after: Figure, wording: Wording) -> Answer:
    is_less = after.value < before.value
    by = wording.amount(write_difference(abs(after.value - before.value), after.written))
    to, change = ("còn", "giảm") if is_less else ("thành", "tăng")
    direct = wording.say(
        f"Từ {before.written} {to} {after.written} ({change} {by})",
        f"From {wording.amount(before.written)} to {wording.amount(after.written)} ({'down' if is_less else 'up'} {by})",
    )
    return answered(
        f"{direct} – {report.facts.organisation or report.name}",
        (quote(report, statement.span),),
        topic=Topic(report_id=report.id),
    )


def _may_turn(statement: Statement) -> bool:
    return statement.task is None and len(statement.figures) >= len(("before", "after"))


def _turns(report: ReportEntry, statement: Statement, units: list[str]) -> list[tuple[Statement, Figure, Figure]]:
    """The numbers before and after that a sentence tells of the unit asked for."""
    start = statement.span.start
    folded = report.folded(statement)
    found = []
    for one, other in zip(statement.figures, statement.figures[1:], strict=False):
        between = folded[one.span.end - start : other.span.start - start]
        if {one.measure, other.measure} != {Measure.COUNT} or not _FROM.search(folded[: one.span.start - start]):
            continue
        unit = fold(f"{one.unit} {other.unit}")
        # The unit may stand behind the first number alone, or behind the second.
        if _TO.search(between) and all(u.split()[0] in unit or u in folded for u in units):
            found.append((statement, one, other))
    return found


def _words(library: Library, report: ReportEntry, statement: Statement) -> frozenset[str]:
    said = library.tagger.tag(report.folded(statement)).words
    return said | library.tagger.tag(fold(statement.heading)).words
