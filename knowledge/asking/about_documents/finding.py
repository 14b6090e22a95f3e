"""Finding the documents that a question can mean by type and subject."""

from datetime import date

import numpy as np

from knowledge.asking.about_documents.owned import of_level
from knowledge.asking.about_documents.worded import WHOSE_OR_SINCE, closest, misspelt
from knowledge.asking.documents import Document
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library
from knowledge.asking.reading.plan_years import plan_years
from knowledge.asking.reading.question import Query
from knowledge.asking.sentences.called import is_called_otherwise
from knowledge.asking.sentences.matching_statements import MOST_LACKED, MOST_LACKED_IN_REGISTER, may_be_lacked
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.shelves.postings import NONE, Numbers, among, are_all, common
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.asking.shelves.weighing import CLOSE
from knowledge.facts import Role
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention

# So many documents at most are told apart by looking at each.
MOST_TOLD_APART = 200
# A named document must hold this share of the asked words, and lead the next by the margin (docs/accuracy.md).
_NAMED_THRESHOLD, _NAMED_MARGIN = 0.8, 0.12


def find_named(library: Library, query: Query, today: date | None = None) -> Shortlist:
    """The documents that a type and subject without a number can mean, best first within the margin.

    Without a day of asking "năm ngoái" says nothing.
    """
    wanted = _wanted(query)
    if not wanted or not query.named_type:
        return Shortlist(library, NONE)
    years = {year for p in query.periods if p.kind == "year" and (year := year_of(p, today))}
    of_years = library.documents_of_years(years) if years else None
    narrowed = _narrowed(library, query, of_years)
    near, whole = _near(library, wanted, narrowed)
    near = _of_bodies(_of_time(near, query, of_years), query)
    near = _of_named_type(library, near, query, wanted)
    if len(near) <= MOST_TOLD_APART:
        near = _of_all_words(library, near, wanted, whole, years)
    if not near and narrowed is not None:
        return _called_so(library, misspelt(library, query, narrowed), query)
    near = closest(_plainest(library, near, wanted, query), query) if 1 < len(near) <= MOST_TOLD_APART else near
    return _called_so(library, near, query)


def _called_so(library: Library, near: Shortlist, query: Query) -> Shortlist:
    """Without rows of registers that the question calls otherwise; too many to be told apart are left as they are."""
    if not 0 < len(near) <= MOST_TOLD_APART:
        return near

    def is_other(document: Document) -> bool:
        is_row = document.is_numbered and _is_listed(document)
        return is_row and is_called_otherwise(library, document.subject or "", query)

    return near.chosen(lambda document: not is_other(document))


def _wanted(query: Query) -> set[str]:
    """What the document is called by."""
    # "Quy định xếp hạng … ra chưa": what reads as asking for a rank is a part of the name.
    words = set(query.naming.words) | (query.terms.words & {"#ranking"})
    return words | {
        f"{d}:{v}" for d, values in query.naming.dimensions.items() if d not in {"direction"} for v in values
    }


def _of_time(near: Shortlist, query: Query, of_years: Numbers | None) -> Shortlist:
    if of_years is not None:
        near = near.among(of_years)
    if len(near) <= MOST_TOLD_APART and (stage := plan_years(query)):
        # "Kế hoạch 2021-2025" is that of the five years, and none of the first or the last of them.
        near = near.chosen(lambda d: all(year in (d.subject or "") for year in stage))
    return near


def _of_bodies(near: Shortlist, query: Query) -> Shortlist:
    if query.bodies:
        return near.of_bodies(b.organisation for b in query.bodies)
    if query.level and 1 < len(near) <= MOST_TOLD_APART:
        return of_level(near, query)
    return near


def _of_named_type(library: Library, near: Shortlist, query: Query, wanted: set[str]) -> Shortlist:
    if query.asks("number"):
        # What only asks for a regulation to be issued is not the regulation.
        return near.of_types(lambda types: types != _SUBMITTING or query.named_type in types) or near
    return _of_type(library, near, query, is_told_apart=bool(wanted - GENERIC))


def _of_all_words(library: Library, near: Shortlist, wanted: set[str], whole: Numbers, years: set[int]) -> Shortlist:
    """Those that lack none of the words that matter, `whole` being those that have all; none is another part's plan."""
    is_whole = among(near.numbers, whole)
    if not are_all(is_whole):
        lacked = library.lacking(near.numbers, may_be_lacked(wanted))
        is_row = (library.catalogue.d_is[near.numbers] & int(Is.ROW)) != 0
        near = near.where(lacked <= np.where(is_row, MOST_LACKED_IN_REGISTER, MOST_LACKED))
    if {word for word in wanted if word.startswith("#")} == _OF_ALL:
        near = near.chosen(lambda d: not _is_other_plan(library, d, years))
    return near


_SUBMITTING = frozenset({"Tờ trình"})
# What nearly every plan of these reports is about: where the question says no more, a plan of one part of it is another.
_OF_ALL = frozenset({"#reform"})


def _is_other_plan(library: Library, document: Document, years: set[int]) -> bool:
    """Whether the document is about one part of the reform whose plan is asked for, or of several years for one."""
    subjects = {WHOSE_OR_SINCE.sub("", fold(m.citation.subject)) for m in document.mentions if m.citation.subject}
    if len(years) == 1 and subjects and all(_SEVERAL_YEARS.search(subject) for subject in subjects):
        return True
    told = [{w for w in library.tagger.tag(subject).words if w.startswith("#")} for subject in subjects]
    return bool(told) and all(words - _OF_ALL - GENERIC - {"#legal_document"} for words in told)


_SEVERAL_YEARS = pattern_of(r"\b20\d\d\s?[-–]\s?20\d\d\b|\b20\d\d den (?:nam )?20\d\d\b")


def _is_listed(document: Document) -> bool:
    return any(mention.citation.role is Role.LISTED for mention in document.mentions)


def year_of(mention: PeriodMention, today: date | None) -> int | None:
    """The year that is named; None where it is told by distance and no day of asking is known."""
    if mention.year is not None or mention.year_offset is None or today is None:
        return mention.year
    return today.year + mention.year_offset


def _plainest(library: Library, near: Shortlist, wanted: set[str], query: Query) -> Shortlist:
    """Without those that are of something narrower: "Kế hoạch tuyên truyền cải cách hành chính" where the plan of reform is asked for."""
    # Where the question says whose it is, a subject that says so too is none of something narrower.
    named = wanted | library.tagger.tag(" ".join(fold(b.name) for b in query.bodies)).words
    beyond = [
        sum(library.weight(w) for w in library.words_of(document) - named if not w.isdigit()) for document in near
    ]
    least = min(beyond)
    # What its sentence says besides does not narrow a document whose subject says no more than was asked.
    is_plain = [
        said <= least + library.rare or (at < _MOST_READ and _says_no_more(library, document, wanted))
        for at, (document, said) in enumerate(zip(near, beyond, strict=True))
    ]
    return near.where(np.array(is_plain))


# The subjects of so many of the best are read.
_MOST_READ = 20
# "Về hoạt động kiểm soát thủ tục": the like of "về kiểm soát thủ tục".
_FILLING = pattern_of(r"\b(?:hoat dong|cong tac|nhiem vu|thuc hien|trien khai|tang cuong|day manh)\b")


def _says_no_more(library: Library, document: Document, wanted: set[str]) -> bool:
    subject = document.subject
    if not subject:
        return False
    plain = WHOSE_OR_SINCE.sub("", fold(subject)).removeprefix("ban hanh ")
    words = library.tagger.tag(_FILLING.sub(" ", plain)).words
    # "Của ngành y tế" in a plan of the health department says whose it is.
    own = library.tagger.tag(fold(document.issuer or "")).words
    return not [w for w in words - wanted - own if not w.isdigit()]


def _narrowed(library: Library, query: Query, of_years: Numbers | None) -> Numbers | None:
    """The documents of the years and places that the question names; None where it names neither."""
    places = [b.organisation.place for b in query.bodies if b.organisation.place]
    if not places:
        return of_years
    return common([library.documents_of_place(place, of_years) for place in places])


def _near(library: Library, wanted: set[str], narrowed: Numbers | None) -> tuple[Shortlist, Numbers]:
    """The documents within the margin of the best, best first; where narrowed down, at least those of the choice.

    With them the numbers of those that have all the words.
    Nothing is better than all the words, so that once one of the choice has them nobody else need be looked at.
    """
    numbers, shares = library.documents_named(wanted, _NAMED_THRESHOLD, narrowed)
    if (
        narrowed is not None
        and len(numbers) == 1
        and shares[0] >= 1.0 - CLOSE
        and not _is_replaced(library, numbers[0])
    ):
        return Shortlist(library, numbers), numbers
    best = float(shares.max(initial=0.0))
    if narrowed is not None and len(numbers):
        if Shortlist(library, numbers).that_are(Is.REPLACED):
            numbers, shares = library.documents_named(wanted, _NAMED_THRESHOLD, None)
            best = float(shares.max())
        elif best < 1.0 - CLOSE:
            best = max(best, library.best_share(wanted, best))
    enough = shares >= max(_NAMED_THRESHOLD, best - _NAMED_MARGIN) - CLOSE
    order = np.argsort(-shares[enough].round(_DIGITS), kind="stable")
    near = Shortlist(library, numbers[enough][order])
    # Of versions of one thing the one in force, unless all are of the past.
    near = (near.that_are_not(Is.REPLACED) or near) if len(near) > 1 else near
    return near, numbers[shares >= 1.0 - CLOSE]


def _is_replaced(library: Library, number: np.int32) -> bool:
    return bool(library.catalogue.d_is[number] & int(Is.REPLACED))


# Shares that are equal differ by less, in whichever order they were added up.
_DIGITS = 9


def _of_type(library: Library, near: Shortlist, query: Query, *, is_told_apart: bool) -> Shortlist:
    """Those whose own type is the one asked for, or that issue such a one; all where none is and words tell them apart.

    "Quy định về cải cách hành chính" names no "Kế hoạch cải cách hành chính": every plan there is has these words.
    """
    of_type = near.of_types(lambda types: query.named_type in types)
    if len(of_type) == len(near):
        return near
    if len(near) > MOST_TOLD_APART:
        return of_type or near
    wanted = fold(query.named_type or "")
    is_own = among(near.numbers, np.sort(of_type.numbers))
    may_be = is_own | library.are_about(near.numbers, normalise(wanted))
    exact = near.where(may_be).chosen(lambda d: _issues(d, wanted), is_own[may_be])
    return exact or near if is_told_apart else exact


def _issues(document: Document, folded_type: str) -> bool:
    """Whether the document issues one of that type."""
    return fold(document.subject or "").removeprefix("ban hanh ").startswith(folded_type)
