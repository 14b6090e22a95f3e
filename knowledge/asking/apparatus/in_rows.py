"""How many parts there were and are by a row of a table "Trước sắp xếp | Sau sắp xếp": of a kind of parts, or of a body."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.answers import Answer, Topic
from knowledge.asking.apparatus.kinds import Kinds, are_same, of_agencies, read_kinds, spelled
from knowledge.asking.bodies import body_distance
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote
from knowledge.facts import Figure, Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of

# Whether such parts are of the body that is asked for, where the row names none.
IsOfAsked = Callable[[StatementEntry, Kinds], bool]
_MOST_ROWS = 200
_BEFORE = pattern_of(r"\btruoc(?: khi)? (?:sap xep|sap nhap|hop nhat|kien toan)\b")
_AFTER = pattern_of(r"\b(?:sau(?: khi)? (?:sap xep|sap nhap|hop nhat|kien toan)|hien nay|den nay)\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with both numbers and the kind of parts that they count, as the report writes it."""

    entry: StatementEntry
    counted: str
    before: Figure
    after: Figure


def answer_by_row(
    library: Library, query: Query, asked: Kinds, is_of_asked: IsOfAsked, wording: Wording, *, asks_both: bool
) -> Answer | None:
    """Both numbers of the newest row that tells them, or the number of now; None where none tells just that."""
    rows = [row for entry in _rows(library, query, asked) if (row := _read(entry, query, asked, is_of_asked))]
    newest = [row for row in rows if row.entry.report.told_on == max(r.entry.report.told_on for r in rows)]
    if not newest or len({(row.before.value, row.after.value) for row in newest}) > 1:
        return None
    row = newest[0]
    report = row.entry.report
    before, after = row.before.value, row.after.value
    if asks_both:
        change = wording.say("giảm", "down") if after < before else wording.say("tăng", "up")
        told = wording.say(
            f"Từ {before} {'còn' if after < before else 'thành'} {after} {row.counted} ({change} {abs(after - before)})",
            f"From {before} to {after} {row.counted} ({change} {abs(after - before)})",
        )
    else:
        told = wording.say(f"{after} {row.counted} (trước đó {before})", f"{after} {row.counted} ({before} before)")
    words = f"{told} – {report.facts.organisation or report.name}, {wording.day(report.told_on)}"
    return answered(words, (quote(report, row.entry.statement.span),), topic=Topic(report_id=report.id))


def _rows(library: Library, query: Query, asked: Kinds) -> Iterable[StatementEntry]:
    """The rows that may tell it: by what is counted, or by the body."""
    looked_for = [min(asked, key=len).split()] + [
        b.organisation.body.split() for b in query.bodies if b.organisation.body
    ]
    for words in looked_for:
        found = library.statements_with_words(words)
        if len(found) <= _MOST_ROWS:
            yield from (entry for entry in found if entry.is_row)


def _read(entry: StatementEntry, query: Query, asked: Kinds, is_of_asked: IsOfAsked) -> _Row | None:
    counts = [f for f in entry.statement.figures if f.measure is Measure.COUNT]
    before = [f for f in counts if _BEFORE.search(fold(f.label))]
    after = [f for f in counts if _AFTER.search(fold(f.label))]
    if len(before) != 1 or len(after) != 1:
        return None
    cells = [cell.strip() for cell in entry.statement.span.cut(entry.report.text).split("|")]
    label = next((cell for cell in cells if cell and not cell.isdecimal()), "")
    named = next(iter(find_organisations(label)), None)
    if (
        named is not None
        and query.bodies
        and body_distance(entry.report, named.organisation, query.bodies, is_row=True) == 0
    ):
        above = fold(f"{entry.statement.heading} {before[0].head} {before[0].place} {before[0].label}")
        return _Row(entry, spelled(asked), before[0], after[0]) if asked & read_kinds(above) else None
    if named is not None and query.bodies and named.start == 0 and named.end == len(label):
        return None  # "Văn phòng UBND tỉnh | 10 | 8" tells of no other body how many rooms it has
    folded = fold(label)
    kinds = of_agencies(read_kinds(folded), folded)
    if not kinds or not are_same(asked, kinds, is_total=False) or not is_of_asked(entry, kinds):
        return None
    return _Row(entry, f"{label[:1].lower()}{label[1:]}", before[0], after[0])
