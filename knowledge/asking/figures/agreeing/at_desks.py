"""What a department has at a desk that is not its own: "Sở Y tế tiếp nhận bao nhiêu hồ sơ tại Trung tâm"."""

from itertools import islice

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

_DESK = pattern_of(r"\b(?:trung tam (?:phuc vu )?hanh chinh cong|trung tam|bo phan mot cua|mot cua)\b")
# "a) Tại quầy của Sở ở Trung tâm …: tiếp nhận …. Đã giải quyết …": the place is that of what follows, up to another.
_SAYS_WHERE = pattern_of(r"\W*(?:[a-z\d]{1,2}[).] ?)?(?:tai|o)\b")
_SPOKEN_OF_WITHIN = 8  # sentences


_OWN_COUNTER = pattern_of(r"\btai quay (?:giao dich |tiep nhan )?(?:cua|rieng) ")


def with_counter(terms: Terms) -> Terms:
    """The terms with what "tại quầy" says as well."""
    return Terms({**terms.dimensions, "channel": frozenset({"counter"})}, terms.words)


@once_each
def is_at_own_counter(entry: FigureEntry) -> bool:
    """Whether its words tell of a department's counter, which is a place and no way of handing in."""
    return _OWN_COUNTER.search(fold(entry.figure.label)) is not None


@once_each
def is_elsewhere(entry: FigureEntry) -> bool:
    """Whether neither its own words, its heading nor the last sentence that says where tell of a desk."""
    figure, statement = entry.figure, entry.statement
    if entry.report.body.is_desk:
        return False
    before = statement.folded[: max(figure.span.start - statement.statement.span.start, 0)]
    own = f"{fold(figure.label)} | {fold(figure.head)} | {fold(statement.statement.heading.rpartition(' > ')[2])}"
    if _DESK.search(own) or (_SAYS_WHERE.match(before) and _DESK.search(before)):
        return False
    return _DESK.search(_where_before(entry)) is None


def _where_before(entry: FigureEntry) -> str:
    """The last sentence of its part that opens with where all of it is."""
    statements, report = entry.report.statements, entry.report
    at = statements.place_of(entry.statement)
    before = (report.folded(statements[n]) for n in range(at, -1, -1))
    return next((words for words in islice(before, _SPOKEN_OF_WITHIN) if _SAYS_WHERE.match(words)), "")
