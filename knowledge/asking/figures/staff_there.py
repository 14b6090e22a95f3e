"""How many officials there are now, where a report says just that a body has them: "Phường có 34 cán bộ, công chức"."""

from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.figures.about_figures import answer_figure
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.meant import find
from knowledge.asking.figures.wanting import restriction
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.grammar.concepts import Terms
from knowledge.grammar.patterns import pattern_of


def answer_staff_there(
    library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording
) -> Answer | None:
    """ "Hiện có bao nhiêu công chức": where no posts are told as filled or given, the number that its sentence begins with."""
    terms = wanted.terms
    if terms.dimensions.get("posts") != _PRESENT or "#staff" not in terms.words or query.claim is not None:
        return None
    others = {d: v for d, v in terms.dimensions.items() if d != "posts"}
    plain = replace(wanted, terms=Terms(others, terms.words))
    found = find(library, plain, restriction(query))
    if found is None or not all(_are_there(m.entry) for m in found.matches if m.score >= found.matches[0].score):
        return None
    return answer_figure(library, query, plain, today, wording)


_PRESENT = frozenset({"present"})


def _are_there(entry: FigureEntry) -> bool:
    """Whether its sentence begins with how many officials the body has, or it is one sort of these."""
    statement, figure = entry.statement, entry.figure
    told = statement.statement.figures
    whole = told[figure.part_of] if figure.part_of is not None and figure.part_of < len(told) else figure
    at = max(whole.span.start - statement.statement.span.start, 0)
    has, staff = _HAS.fullmatch(statement.folded[:at]), _STAFF_ALONE.match(statement.folded, at)
    return has is not None and staff is not None


_HAS = pattern_of(
    r"\W*(?:(?:toan|ca|tong so|hien|den|nay),? )*"
    r"(?:(?:ubnd )?(?:xa|phuong|thi tran|dac khu|huyen|quan|so|chi cuc|ban|trung tam|van phong|don vi|co quan)(?: [a-z]+){0,6}? )?"
    r"(?:(?:hien|nay|hien nay|dang) )?co (?:(?:tong so|tong cong|ca thay|tat ca) )?"
)
_STAFF_ALONE = pattern_of(r"\d+ (?:(?:can bo|cong chuc|vien chuc|nguoi)(?:, ?| va )?)+\s?(?:[(.;:]|$|va |, trong do )")
