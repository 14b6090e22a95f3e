"""Which class a body was put in, by the tables that say so: "huyện A xếp loại gì", "huyện nào xếp loại Khá"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from knowledge.answers import Answer, Quote, Topic
from knowledge.asking.bodies import is_asked_body
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote
from knowledge.asking.words.kinds_of_bodies import is_meant, nouns_of_bodies
from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, find_organisations
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# A word of the column's heading, by which such tables are looked up.
_LOOKED_UP = "xep_loai"
_MOST_ROWS = 200
_MOST_NAMED = 6  # in the answer itself; of more the list tells
_NOUN = Sought(lambda: rf"\b(?P<noun>{nouns_of_bodies()}) (?:nao|duoc|nao duoc)\b")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(fold, table["words"])) for name, table in load_vocabulary("classes").items()}


# How it is asked which class, and how a class is named.
_WHICH = Sought(lambda: rf"\b(?:{any_of(_words()['asking'])}) (?:gi|nao|sao|the nao|ra sao|may)\b")
_NAMED = Sought(
    lambda: (
        rf"\b(?:{any_of(_words()['asking'])}) (?:la |muc )?(?P<named>{any_of(_words()['classes'])})"
        rf"(?! (?:hon|nhat|van ban)\b)\b"
    )
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of such a table."""

    entry: StatementEntry
    heading: StatementEntry
    body: Organisation
    name: str  # as written
    told: str  # its class, as written
    period: Period | None


def answer_class(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The class of the body that is named, whether it is the one held up, or those of that class; None where no table says."""
    if query.references or query.asks("trend", "compare", "count", "percent"):
        return None
    which, names = _WHICH.search(query.folded), _NAMED.search(query.folded)
    named = names["named"] if names else ""
    if which is None and not named:
        return None
    of_what = _of_what(library, query, [match[0] for match in (which, names) if match])
    if len(query.bodies) == 1 and query.bodies[0].organisation.place + query.bodies[0].organisation.body:
        asked = query.bodies[0].organisation
        return _tell_one(
            _newest(
                _rows(library, query, today, of_what, lambda row: is_asked_body(row.body, asked, row.entry.report))
            ),
            named,
            wording,
        )
    if not named or query.bodies or (noun := _NOUN.search(query.folded)) is None:
        return None
    rows = _newest(_rows(library, query, today, of_what, lambda row: is_meant(row.body, noun["noun"])))
    return _tell_all([r for r in rows if fold(r.told) == named], wording) if _are_of_one_ranking(rows) else None


def _of_what(library: Library, query: Query, asking: list[str]) -> frozenset[str]:
    """What the class is given for, where the question says it: "về chuyển đổi số"."""
    said = frozenset().union(*(library.tagger.tag(words).words for words in asking))
    return frozenset(w for w in query.naming.words - said - GENERIC if w.startswith("#") or "_" in w)


def _rows(
    library: Library, query: Query, today: date, of_what: frozenset[str], is_meant: Callable[[_Row], bool]
) -> list[_Row]:
    """The rows that are meant, of the time and the ranking that are named."""
    periods = resolve_all(query.periods, today)
    headings = (h for h in library.statements_with([_LOOKED_UP]) if h.statement.kind == "heading" and h.is_row)
    return [
        row
        for heading in headings
        if of_what <= heading.words | heading.context | heading.above.words | heading.report.terms.words
        for row in _rows_below(library, heading)
        if (not periods or row.period in periods) and is_meant(row)
    ]


def _newest(rows: list[_Row]) -> list[_Row]:
    """Those told last; none where two provinces have such rows, for either may be meant."""
    if len({r.entry.report.province for r in rows}) > 1:
        return []
    return told_last(rows, lambda r: r.entry.report)


def _are_of_one_ranking(rows: list[_Row]) -> bool:
    """Whether no body stands in two tables, which then class by two things."""
    return len({(r.body, r.heading.number) for r in rows}) == len({r.body for r in rows})


def _rows_below(library: Library, heading: StatementEntry) -> Iterator[_Row]:
    last = min(heading.number + _MOST_ROWS, len(library.statements) - 1)
    for number in range(heading.number + 1, last + 1):
        entry = library.statements[number]
        if entry.report is not heading.report or not entry.is_row or entry.statement.kind == "heading":
            return
        cells = [c.strip() for c in entry.statement.span.cut(entry.report.text).split("|")]
        classes = [c for c in cells if fold(c) in _words()["classes"]]
        body = next((m for c in cells for m in find_organisations(c)), None)
        if len(classes) == 1 and body is not None:
            own = next((f.period for f in entry.statement.figures if f.period), entry.report.facts.period)
            yield _Row(entry, heading, body.organisation, body.name, classes[0], own)


def _tell_one(rows: list[_Row], named: str, wording: Wording) -> Answer | None:
    if len({fold(r.told) for r in rows}) != 1:
        return None
    row = rows[0]
    is_so = fold(row.told) == named
    judged = (wording.say("Đúng: ", "Yes: ") if is_so else wording.say("Không: ", "No: ")) if named else ""
    told = wording.say(f"xếp loại {row.told}", f"class: {row.told}")
    return answered(f"{judged}{told} – {_context([row], row.name, wording)}", _quotes([row]), topic=_topic(row))


def _tell_all(rows: list[_Row], wording: Wording) -> Answer | None:
    if not rows:
        return None
    names = [row.name for row in rows]
    told = (
        ", ".join(names) if len(names) <= _MOST_NAMED else wording.say(f"{len(names)} đơn vị", f"{len(names)} bodies")
    )
    direct = f"{told} – {_context(rows, wording.say(f'xếp loại {rows[0].told}', rows[0].told), wording)}"
    lines = tuple(f"{n}. {name}" for n, name in enumerate(names, 1)) if len(names) > 1 else ()
    return answered(direct, _quotes(rows), lines=lines, topic=Topic(report_id=rows[0].entry.report.id))


def _context(rows: list[_Row], what: str, wording: Wording) -> str:
    period = rows[0].period
    return ", ".join(part for part in (what, wording.period(period) if period else "") if part)


def _quotes(rows: list[_Row]) -> tuple[Quote, ...]:
    heading = rows[0].heading
    return (
        *(quote(r.entry.report, r.entry.statement.span) for r in rows),
        quote(heading.report, heading.statement.span),
    )


def _topic(row: _Row) -> Topic:
    return Topic(report_id=row.entry.report.id, organisation=row.name, period=row.period)
