"""What a later report corrects ("Đính chính: Báo cáo số 128 ghi … 142 công chức …; số đúng là 124 công chức")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.answers import Answer, Outcome, Quote
from knowledge.asking.figures.bounds import IS_RIGHT
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought

# A word of each such sentence, by which they are looked up.
_LOOKED_UP = "dinh_chinh"
# "Đúng ra là mấy người", "sau khi đính chính …": what is right is asked for; "có đúng là 142 không" holds something up.
_ASKED = Sought(
    r"\bdinh chinh\b|(?<!co )(?<!phai )\bdung (?:ra )?(?:la )?(?=(?:ngay |so )?(?:may|bao nhieu|nhieu|nao|nhiu)\b)"
)


@dataclass(frozen=True, slots=True)
class _Correction:
    """One such sentence: which report said what, and what is right, as written."""

    entry: StatementEntry
    corrected: str  # "128/BC-VPUBND"
    wrong: str
    right: str


def answer_correction(library: Library, query: Query, wording: Wording) -> Answer | None:
    """What is right, where just that is asked for and one correction agrees with all that the question says exactly."""
    if not _ASKED.search(query.folded) or not query.asks("count", "percent", "money", "when", "score"):
        return None
    found = [one for one in _corrections(library) if _agrees(one, query) and _is_day(one.right) == query.asks("when")]
    return _told(found[0], wording) if len(found) == 1 else None


def as_corrected(library: Library, query: Query, answer: Answer, wording: Wording) -> Answer:
    """The answer, or what is right where a later report corrects just what it tells of the report it rests on."""
    if answer.outcome is Outcome.CLARIFY:
        return next((_told(c, wording) for c in _corrections(library) if _is_between(c, answer)), answer)
    if answer.outcome is not Outcome.ANSWERED or answer.points or query.asks("compare", "trend"):
        return answer
    for one in _corrections(library):
        if (
            one.right not in answer.direct
            and _tells(answer.direct, one.wrong)
            and any(_is_corrected(library, one, told) for told in answer.quotes)
        ):
            told = _told(one, wording)
            # "Kế hoạch 71 về việc gì": what else is told stays.
            direct = (
                told.direct if query.asks("when") or not _is_day(one.right) else _with_right_day(answer.direct, one)
            )
            return replace(answer, direct=direct, quotes=(*told.quotes, *answer.quotes)[:3])
    return answer


def _is_between(one: _Correction, answer: Answer) -> bool:
    """Whether just what was wrong and what is right are to be chosen from."""
    labels = [choice.label for choice in answer.choices]
    return len(labels) == len((one.wrong, one.right)) and all(
        any(f": {said}" in label for label in labels) for said in (one.wrong, one.right)
    )


def _corrections(library: Library) -> tuple[_Correction, ...]:
    """All of the library, read once."""
    return library.once("corrections", lambda: tuple(_read(library)))


def _read(library: Library) -> Iterator[_Correction]:
    for entry in library.statements_with([_LOOKED_UP]):
        right, cited = IS_RIGHT.search(entry.folded), entry.statement.citations
        if right is None or not cited or cited[0].type != "Báo cáo" or not cited[0].written:
            continue
        words = entry.statement.span.cut(entry.report.text)
        pair = _days(entry, words, right) or _figures(entry, right)
        if pair is not None:
            yield _Correction(entry, cited[0].written, *pair)


def _days(entry: StatementEntry, words: str, right: re.Match[str]) -> tuple[str, str] | None:
    """The day that was wrong and the one that is right, where days are corrected."""
    if not right[0].startswith("ngay"):
        return None
    of_documents = {c.issued_on for c in entry.statement.citations[:1]}
    days = [d for d in find_dates(entry.folded) if d.day not in of_documents]
    before, after = [d for d in days if d.end <= right.start()], [d for d in days if d.start >= right.end()]
    if not before or not after or len(words) != len(entry.folded):
        return None
    return words[before[-1].start : before[-1].end], words[after[0].start : after[0].end]


def _figures(entry: StatementEntry, right: re.Match[str]) -> tuple[str, str] | None:
    """The figure that was wrong and the one that is right: the next behind it, of the same unit as the one before."""
    first = entry.statement.span.start
    after = next((f for f in entry.statement.figures if f.span.start - first >= right.end()), None)
    before = [f for f in entry.statement.figures if f.span.start - first < right.start()]
    alike = [f for f in before if after is not None and f.unit == after.unit]
    return (alike[-1].written, after.written) if after is not None and alike else None


def _agrees(one: _Correction, query: Query) -> bool:
    """Whether the documents and days that the question names, or else one of the things, stand in the sentence or just before it."""
    entry = one.entry
    cited = {c.number for c in entry.statement.citations} | set(re.findall(r"\d+", _said_before(entry)))
    days = {d.day for d in find_dates(entry.folded)}
    named = {r.number for r in query.references} | {str(value) for value in query.values}
    if not named <= cited or not set(query.dates) <= days:
        return False
    asked = {word for word in query.terms.words if word.startswith("#")}
    return bool(named) or bool(asked & (_things(entry) | entry.context))


def _said_before(entry: StatementEntry) -> str:
    """The folded sentence before it in its report."""
    statements = entry.report.statements
    at = next((i for i, s in enumerate(statements) if s.span == entry.statement.span), 0)
    return entry.report.folded(statements[at - 1]) if at else ""


def _things(entry: StatementEntry) -> frozenset[str]:
    return frozenset(word for word in entry.own_words if word.startswith("#"))


def _is_corrected(library: Library, one: _Correction, told: Quote) -> bool:
    """Whether a quoted sentence is of the report that was corrected, or of the one that corrects it, and about the same."""
    report, by = library.filed.with_id(told.report_id), one.entry.report
    if report is None or report.body != by.body or report.told_on > by.told_on:
        return False
    if told.report != one.corrected and report is not by:
        return False
    about = library.tagger.tag(fold(told.text)).words
    named = {c.number for c in one.entry.statement.citations[1:]} & set(re.findall(r"\d+", told.text))
    return bool(named) or bool((_things(one.entry) | one.entry.context) & {w for w in about if w.startswith("#")})


def _tells(direct: str, wrong: str) -> bool:
    """Whether an answer tells what was wrong: the same day, or the figure first of all."""
    if day := next(find_dates(fold(wrong)), None):
        return any(d.day == day.day for d in find_dates(fold(direct)))
    return direct.startswith(f"{wrong.split(' ')[0]} ")


def _with_right_day(direct: str, one: _Correction) -> str:
    wrong = next(find_dates(fold(one.wrong))).day
    said = next(d for d in find_dates(fold(direct)) if d.day == wrong)
    return f"{direct[: said.start]}{one.right}{direct[said.end :]}"


def _is_day(written: str) -> bool:
    return next(find_dates(fold(written)), None) is not None


def _told(one: _Correction, wording: Wording) -> Answer:
    report = one.entry.report
    return answered(
        wording.say(
            f"{one.right} – báo cáo {report.name} đính chính; báo cáo {one.corrected} ghi nhầm là {one.wrong}",
            f"{one.right} – corrected by report {report.name}; report {one.corrected} had {one.wrong}",
        ),
        (quote(report, one.entry.statement.span),),
    )
