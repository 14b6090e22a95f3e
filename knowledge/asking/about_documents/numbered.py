"""The documents that a number can mean, with all else that the question says exactly."""

from datetime import date

from knowledge.asking.about_documents.finding import MOST_TOLD_APART
from knowledge.asking.about_documents.owned import of_level
from knowledge.asking.documents import Mention
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.references import Reference
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.grammar.document_types import type_of_symbol
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of


def find_referenced(library: Library, reference: Reference, query: Query, today: date) -> Shortlist:
    """The documents that a number, with all else the question says exactly, can mean."""
    numbered = library.documents_numbered(reference.number)
    found = numbered.called(lambda symbol, types: _agrees(symbol, types, reference)) or numbered.called(
        lambda symbol, _: _begins(symbol, reference)
    )
    if reference.symbol:
        # The year stands in a legal document's number: they are numbered apart from all others.
        found = (found.that_are(Is.LEGAL) if reference.year is not None else found.that_are_not(Is.LEGAL)) or found
    years = _years(query, reference, today)
    if years:
        of_years = found.of_years(years) or found.of_years({0})
        # "Năm 2025 cho nghỉ theo Nghị định 178": a year that does not follow the number is that of what was done under it.
        is_of_years = reference.year is not None or not _UNDER_IT.search(query.folded[: reference.start])
        found = of_years if of_years or is_of_years else found
    if query.dates:
        is_its_date = _OF_DAY.match(query.folded, reference.end)
        # Of another day it is another document; only one that no report dates may be meant.
        found = found.issued_on(query.dates) or (found.issued_on({None}) if is_its_date else found)
    if query.bodies:
        found = (
            found.of_bodies(b.organisation for b in query.bodies)
            or _of_assembly(found, query)
            or (found.none() if _is_issuer_asked(query) else found)
        )
    if query.level and 1 < len(found) <= MOST_TOLD_APART:
        found = of_level(found, query)
    return _of_subject(library, found, query) if len(found) > 1 else found


_UNDER_IT = pattern_of(r"\b(?:theo|thuc hien|can cu|dien)(?: [a-z]+){0,2} $")


def _of_assembly(found: Shortlist, query: Query) -> Shortlist:
    """ "Nghị quyết 1691 của Quốc hội": those of its standing committee are called so as well."""
    if len(found) > MOST_TOLD_APART or any(b.organisation.body != "quoc hoi" for b in query.bodies):
        return found.none()
    return found.chosen(lambda d: "quoc hoi" in fold(d.issuer or ""))


def _of_subject(library: Library, found: Shortlist, query: Query) -> Shortlist:
    """Of several with one number that whose subject alone has the words said beside it: "Kế hoạch 36 về Đề án 06"."""
    wanted = query.naming.words
    if len(found) > MOST_TOLD_APART:
        return found
    others = [f"{fold(r.type or '')} {int(r.number):02}" for r in query.references[1:] if r.number.isdigit()]
    told = [
        len(wanted & library.tagger.tag(subject).words) + sum(other in subject for other in others)
        for subject in (fold(d.subject or "") for d in found)
    ]
    most = max(told)
    # One word of many is chance: "Kế hoạch 8 Bà Rịa - Vũng Tàu" is not the one of the communes "vùng sâu".
    is_telling = most and 2 * most >= len(wanted) + len(others)
    if is_telling and told.count(most) == 1:
        return found.at(told.index(most))
    return _of_sentence(library, found, query) if not any(d.subject for d in found) else found


def _of_sentence(library: Library, found: Shortlist, query: Query) -> Shortlist:
    """Of several whose subject no report tells, the one whose sentences alone have all the words and bodies said beside it."""
    wanted = query.naming.words | {w for b in query.bodies for w in b.organisation.body.split()}
    if not wanted:
        return found
    having = [
        at
        for at, document in enumerate(found)
        if any(wanted <= _said_in(library, mention) for mention in document.mentions)
    ]
    return found.at(having[0]) if len(having) == 1 else found


def _said_in(library: Library, mention: Mention) -> frozenset[str]:
    words = library.reports[mention.report].folded(mention.statement)
    return library.tagger.tag(words).words | frozenset(normalise(words).split())


# The day right after a number is the document's; "tính đến 30/9/2019" is not.
_OF_DAY = pattern_of(
    r"[\s,]*(?:(?:ky|ban hanh) )?(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|[\s,]*(?:ky |ban hanh )?ngay \d"
)


def _agrees(symbol: str, types: frozenset[str], reference: Reference) -> bool:
    if reference.symbol:
        return symbol == reference.symbol or (len(reference.symbol) >= 2 and reference.symbol in symbol.split("-"))
    if reference.type and reference.type not in types:
        return bool(symbol) and reference.type == type_of_symbol(symbol)
    return True


def _begins(symbol: str, reference: Reference) -> bool:
    """Whether the symbol typed leaves out the end of a longer one: "90/TB-BCH" of "90/TB-BCH PCTT-TKCN"."""
    return bool(reference.symbol) and "-" in (reference.symbol or "") and symbol.startswith(f"{reference.symbol}-")


def _years(query: Query, reference: Reference, today: date) -> set[int]:
    """The years that the question gives for the document's number."""
    if reference.year:
        return {reference.year}
    named = {
        p.year if p.year is not None else today.year + (p.year_offset or 0)
        for p in query.periods
        if not p.is_open and p.kind == "year"
    }
    if query.claim or query.asks("verify"):
        return set()
    return {y for y in named if y}


def is_done_under_it(query: Query, reference: Reference) -> bool:
    """Whether a body is named that did something under the document, and none that issued it: "Hưng Hòa có mấy người nghỉ theo Nghị định 178"."""
    is_under = _UNDER_IT.search(query.folded[: reference.start]) is not None
    is_issued_by = reference.type not in _OF_THE_STATE and _OF_ISSUER.search(_before_body(query)) is not None
    return is_under and bool(query.bodies) and not is_issued_by


# What no province issues.
_OF_THE_STATE = frozenset({"Nghị định", "Luật"})


def _is_issuer_asked(query: Query) -> bool:
    if query.references and is_done_under_it(query, query.references[0]):
        return False
    is_charged = _CHARGED_WITH_WHAT.search(query.folded) is not None
    return not query.asks("verify", "who") and (is_charged or not _IS_ABOUT_BODY.search(_before_body(query)))


# "Theo Quyết định 210 của UBND tỉnh".
_OF_ISSUER = pattern_of(r"\bcua (?:[a-z]+ ){0,2}$")
# "Kế hoạch 09 giao Sở … làm gì": what the body is charged with, which is no matter of the plan's own.
_CHARGED_WITH_WHAT = pattern_of(r"\bgiao\b.*\b(?:lam|viec|nhiem vu)(?: nhung| cac)? (?:gi|viec gi|nao)\b")


def _before_body(query: Query) -> str:
    """What stands between the number and the first body behind it."""
    number = max((r.end for r in query.references), default=0)
    body = min((b.start for b in query.bodies if b.start >= number), default=number)
    return query.folded[number:body]


# "Quyết định 2745 về sắp xếp Sở Tư pháp", "Công văn 1012 giao Sở Y tế": what it is about, or whom it charges.
_IS_ABOUT_BODY = pattern_of(r"\b(?:ve|giao|cho|gui|doi voi|yeu cau|de nghi|sap xep|kien toan|thanh lap|sap nhap)\b")
