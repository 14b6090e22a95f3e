"""How many people in all, where a report counts officials of each sort one after the other."""

from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.meant import find, groups_of
from knowledge.asking.figures.wanting import restriction
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote
from knowledge.asking.words.counted_sorts import counts_people
from knowledge.facts import Figure, Measure
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

_PEOPLE = "nguoi"
# "46 cán bộ, 118 công chức và 210 viên chức": nothing but the next sort stands between two of them.
_JOINED = pattern_of(r"\s*(?:,|;|va|cung|,\s*va)\s*$")


def answer_people(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """The sum of the sorts with its operands; None where people were not asked for or are not counted by sorts in a row.

    "Đào tạo bao nhiêu người" means all of them: the first sort alone would be a part told for the whole.
    """
    if wanted.unit != _PEOPLE or query.claim is not None or wanted.value is not None:
        return None
    found = find(library, wanted, restriction(query))
    if found is None or len({m.entry.statement for m in found.matches}) > 1:
        return None
    sorts = _row_of(library, found.best)
    if len(sorts) == 1 or any(m.entry not in sorts for group in groups_of(found) for m in group):
        return None
    value = sum((e.figure.value for e in sorts), Decimal(0))
    parts = " + ".join(wording.amount(e.figure.written) for e in sorts)
    told = wording.amount(write_amount(value, "người"))
    direct = wording.say(f"{told} (tính: {parts})", f"{told} (computed: {parts})")
    context = figure_context(found.best, wording)
    return answered(f"{direct} – {context}", (figure_quote(found.best),), context=context)


def _row_of(library: Library, entry: FigureEntry) -> list[FigureEntry]:
    """The figures that count one sort of officials each and stand side by side, this one among them."""
    row: list[FigureEntry] = []
    for position in range(len(entry.statement.statement.figures)):
        one = library.figure(entry.statement, position)
        if not (_counts_one_sort(one) and (not row or _follows(entry, row[-1].figure, one.figure))):
            if entry in row:
                break
            row = []
        if _counts_one_sort(one):
            row.append(one)
    return row if entry in row else [entry]


def _counts_one_sort(entry: FigureEntry) -> bool:
    return entry.figure.measure is Measure.COUNT and counts_people(entry) and fold(entry.figure.unit) != _PEOPLE


def _follows(entry: FigureEntry, before: Figure, figure: Figure) -> bool:
    """Whether the sort stands right behind the one before it, and is another."""
    between = entry.report.text[before.span.end : figure.span.start]
    return before.unit != figure.unit and bool(_JOINED.match(fold(between)))
