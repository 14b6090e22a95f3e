"""Finding the documents that a question can mean: by number, by type and subject, by the sentence they stand in."""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import topic
from knowledge.asking.about_documents.worded import closest, misspelt
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.matching import GENERIC
from knowledge.asking.matching_statements import coverage, lacks_little
from knowledge.asking.plan_years import plan_years
from knowledge.asking.question import Query, telling_words
from knowledge.asking.references import Reference
from knowledge.asking.replies import answered, quote
from knowledge.asking.shelves.catalogue import Is, owner_of
from knowledge.asking.shelves.owners import NAMES_NOBODY, is_owned_by, organisations_in, places_of
from knowledge.asking.shelves.postings import Numbers, among, common
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.asking.shelves.weighing import CLOSE
from knowledge.facts import Role
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.document_types import type_of_symbol

# So many documents at most are told apart by looking at each.
MOST_TOLD_APART = 200
# A named document must hold this share of the asked words, and lead the next by the margin (docs/answering.md).
_NAMED_THRESHOLD, _NAMED_MARGIN = 0.8, 0.12
# So much of the asked words must stand in the sentence that names a document.
_TOLD_THRESHOLD = 0.95


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
        # "Năm 2025 cho nghỉ theo Nghị định 178": the year is that of what was done under it.
        found = of_years or (found if _UNDER_IT.search(query.folded[: reference.start]) else of_years)
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
        found = found.chosen(lambda d: _has_level(d, query)) or found
    return _of_subject(library, found, query) if len(found) > 1 else found


_UNDER_IT = pattern_of(r"\b(?:nam|quy|thang)\b.*\b(?:theo|thuc hien|can cu|dien)(?: [a-z]+){0,2} $")


def _of_assembly(found: Shortlist, query: Query) -> Shortlist:
    """ "Nghị quyết 1691 của Quốc hội": those of its standing committee are called so as well."""
    if len(found) > MOST_TOLD_APART or any(b.organisation.body != "quoc hoi" for b in query.bodies):
        return found.none()
    return found.chosen(lambda d: "quoc hoi" in fold(d.issuer or ""))


def _has_level(document: Document, query: Query) -> bool:
    """Whether its issuer is of the level asked for: "QĐ 145 của phường"; a city may be of either rank."""
    levels = {query.level, "city"} if "thanh pho" in query.folded else {query.level}
    return any(o.level in levels for o in organisations_in(document.issuer or ""))


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
    words = fold(mention.statement.span.cut(library.reports[mention.report].text))
    return library.tagger.tag(words).words | frozenset(normalise(words).split())


# The day right after a number is the document's; "tính đến 30/9/2019" is not.
_OF_DAY = pattern_of(
    r"[\s,]*(?:(?:ky|ban hanh) )?(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|[\s,]*(?:ky |ban hanh )?ngay \d"
)


def _agrees(symbol: str, types: frozenset[str], reference: Reference) -> bool:
    if reference.symbol:
        return symbol == reference.symbol or (len(reference.symbol) >= 2 and reference.symbol in symbol.split("-"))
    if reference.type and reference.type not in types:
        return reference.type == type_of_symbol(symbol)
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


def _is_issuer_asked(query: Query) -> bool:
    is_charged = _CHARGED_WITH_WHAT.search(query.folded) is not None
    return not query.asks("verify", "who") and (is_charged or not _IS_ABOUT_BODY.search(_before_body(query)))


# "Kế hoạch 09 giao Sở … làm gì": what the body is charged with, which is no matter of the plan's own.
_CHARGED_WITH_WHAT = pattern_of(r"\bgiao\b.*\b(?:lam|viec|nhiem vu)(?: nhung| cac)? (?:gi|viec gi|nao)\b")


def _before_body(query: Query) -> str:
    """What stands between the number and the first body behind it."""
    number = max((r.end for r in query.references), default=0)
    body = min((b.start for b in query.bodies if b.start >= number), default=number)
    return query.folded[number:body]


# "Quyết định 2745 về sắp xếp Sở Tư pháp", "Công văn 1012 giao Sở Y tế": what it is about, or whom it charges.
_IS_ABOUT_BODY = pattern_of(r"\b(?:ve|giao|cho|gui|doi voi|yeu cau|de nghi|sap xep|kien toan|thanh lap|sap nhap)\b")


def issued_by(document: Document, query: Query) -> bool:
    """Whether every body named in the question issued the document; who is charged with it did not."""
    return all(
        any(is_owned_by(owner_of(m), b.organisation, False) for m in document.mentions)
        if b.organisation.body
        else is_of(document, b.organisation)
        for b in query.bodies
    )


def charged_with(document: Document, query: Query) -> bool:
    """Whether every body named in the question is charged with the document."""
    owners = [owner_of(mention) for mention in document.mentions]
    charged = [(responsible, responsible, *rest) for _, responsible, *rest in owners if responsible]
    return all(any(is_owned_by(owner, b.organisation, False) for owner in charged) for b in query.bodies)


def is_of(document: Document, asked: Organisation, *, with_responsible: bool = True) -> bool:
    """Whether a body issued the document, was charged with it, or is the place it is of."""
    for mention in document.mentions:
        if is_owned_by(owner_of(mention), asked, with_responsible):
            return True
        words = f"{asked.body} {asked.place}".strip()
        if words not in NAMES_NOBODY and words in normalise(mention.citation.subject or ""):
            return True
    return False


def find_named(library: Library, query: Query, today: date | None = None) -> Sequence[Document]:
    """The documents that a type and subject without a number can mean, best first within the margin.

    Without a day of asking "năm ngoái" says nothing.
    """
    # "Quy định xếp hạng … ra chưa": what reads as asking for a rank is a part of the name.
    wanted = set(query.naming.words) | (query.terms.words & {"#ranking"})
    wanted |= {f"{d}:{v}" for d, values in query.naming.dimensions.items() if d not in {"direction"} for v in values}
    if not wanted or not query.named_type:
        return []
    years = {year for p in query.periods if p.kind == "year" and (year := _year_of(p, today))}
    narrowed = _narrowed(library, query, years)
    near, whole = _near(library, wanted, narrowed)
    if years:
        near = near.about_years(years)
    if len(near) <= MOST_TOLD_APART and (stage := plan_years(query)):
        # "Kế hoạch 2021-2025" is that of the five years, and none of the first or the last of them.
        near = near.chosen(lambda d: all(year in (d.subject or "") for year in stage))
    if query.bodies:
        near = near.of_bodies(b.organisation for b in query.bodies)
    elif query.level and 1 < len(near) <= MOST_TOLD_APART:
        near = near.chosen(lambda d: _has_level(d, query)) or near
    if query.asks("number"):
        # What only asks for a regulation to be issued is not the regulation.
        near = near.of_types(lambda types: types != _SUBMITTING or query.named_type in types) or near
    else:
        near = _of_type(library, near, query, is_told_apart=bool(wanted - GENERIC))
    if len(near) <= MOST_TOLD_APART:
        # Nobody with all the words lacks any.
        near = near.chosen(
            lambda d: lacks_little(wanted, library.words_of(d), is_listed=_is_listed(d)), among(near.numbers, whole)
        )
        if {word for word in wanted if word.startswith("#")} == _OF_ALL:
            near = near.chosen(lambda d: not _is_other_plan(library, d, years))
    if not near and narrowed is not None:
        return misspelt(library, query, narrowed)
    return closest(_plainest(library, near, wanted), query) if 1 < len(near) <= MOST_TOLD_APART else near


_SUBMITTING = frozenset({"Tờ trình"})
# What nearly every plan of these reports is about: where the question says no more, a plan of one part of it is another.
_OF_ALL = frozenset({"#reform"})


def _is_other_plan(library: Library, document: Document, years: set[int]) -> bool:
    """Whether the document is about one part of the reform whose plan is asked for, or of several years for one."""
    subjects = {fold(m.citation.subject) for m in document.mentions if m.citation.subject}
    if len(years) == 1 and subjects and all(_SEVERAL_YEARS.search(subject) for subject in subjects):
        return True
    told = [{w for w in library.tagger.tag(subject).words if w.startswith("#")} for subject in subjects]
    return bool(told) and all(words - _OF_ALL - GENERIC - {"#legal_document"} for words in told)


_SEVERAL_YEARS = pattern_of(r"\b20\d\d\s?[-–]\s?20\d\d\b|\b20\d\d den (?:nam )?20\d\d\b")


def _is_listed(document: Document) -> bool:
    return any(mention.citation.role is Role.LISTED for mention in document.mentions)


def _year_of(mention: PeriodMention, today: date | None) -> int | None:
    if mention.year is not None or mention.year_offset is None or today is None:
        return mention.year
    return today.year + mention.year_offset


def _plainest(library: Library, near: Shortlist, wanted: set[str]) -> Shortlist:
    """Without those that are of something narrower: "Kế hoạch tuyên truyền cải cách hành chính" where the plan of reform is asked for."""
    beyond = [
        sum(library.weight(w) for w in library.words_of(document) - wanted if not w.isdigit()) for document in near
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
    words = library.tagger.tag(_FILLING.sub(" ", fold(subject))).words
    return not [w for w in words - wanted if not w.isdigit()]


def _narrowed(library: Library, query: Query, years: set[int]) -> Numbers | None:
    """The documents of the years and places that the question names; None where it names neither."""
    places = [b.organisation.place for b in query.bodies if b.organisation.place]
    of_years = library.documents_of_years(years) if years else None
    if not places:
        return of_years
    return common([library.documents_of_place(place, of_years) for place in places])


def _near(library: Library, wanted: set[str], narrowed: Numbers | None) -> tuple[Shortlist, Numbers]:
    """The documents within the margin of the best, best first; where narrowed down, at least those of the choice.

    With them the numbers of those that have all the words.
    Nothing is better than all the words, so that once one of the choice has them nobody else need be looked at.
    """
    numbers, shares = library.documents_named(wanted, _NAMED_THRESHOLD, narrowed)
    best = float(shares.max(initial=0.0))
    if narrowed is not None and len(numbers):
        if Shortlist(library, numbers).that_are(Is.REPLACED):
            numbers, shares = library.documents_named(wanted, _NAMED_THRESHOLD, None)
            best = float(shares.max())
        elif best < 1.0 - CLOSE:
            best = float(library.documents_named(wanted, best, None)[1].max(initial=best))
    enough = shares >= max(_NAMED_THRESHOLD, best - _NAMED_MARGIN) - CLOSE
    order = np.argsort(-shares[enough].round(_DIGITS), kind="stable")
    near = Shortlist(library, numbers[enough][order])
    # Of versions of one thing the one in force, unless all are of the past.
    near = (near.that_are_not(Is.REPLACED) or near) if len(near) > 1 else near
    return near, numbers[shares >= 1.0 - CLOSE]


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


def find_by_statement(library: Library, query: Query, today: date) -> list[Document]:
    """The documents of the type, years and places asked for in whose sentence the asked words stand: "Quyết định hợp nhất Phòng …"."""
    wanted = {w for w in query.naming.words if w != "#total"}
    if len(wanted) < 2 or query.named_type in {None, "Báo cáo"}:
        return []
    years = {year for p in query.periods if p.kind == "year" and (year := _year_of(p, today))}
    telling = library.statements_covering(wanted, _TOLD_THRESHOLD)
    for place in {b.organisation.place for b in query.bodies if b.organisation.place}:
        telling = telling.where(library.mention_of_place(telling.numbers, place))
    found: list[Document] = []
    for entry in telling:
        if coverage(library, wanted, entry.terms.words) < _TOLD_THRESHOLD:
            continue
        for document, mention in library.documents_in(entry):
            is_meant = mention.citation.number and mention.citation.type == query.named_type
            if is_meant and _is_of_years(document, years) and _is_of_places(document, query) and document not in found:
                found.append(document)
        if len(found) > 1:
            return []
    return found


def _is_of_years(document: Document, years: set[int]) -> bool:
    """Whether the document is of one of the years, or about one, as far as is said."""
    named = {int(year) for year in re.findall(r"\b20\d\d\b", document.subject or "")}
    own = named or ({document.year} if document.year else set())
    return not years or not own or bool(years & own)


def _is_of_places(document: Document, query: Query) -> bool:
    """Whether the document can be said to be of every place asked for, or its sentences name it."""
    places = [b.organisation.place for b in query.bodies if b.organisation.place]
    return all(
        any(place in places_of(owner_of(m)) or place in normalise(m.citation.subject or "") for m in document.mentions)
        for place in places
    )


def find_listed(library: Library, query: Query) -> list[Document]:
    """The one row of a register that has nearly all words of the question, those of the bodies it names included.

    "Việc kiểm tra các Trung tâm … giao Văn phòng UBND tỉnh quá hạn chưa?": which of the bodies is charged is told by the row.
    """
    said = telling_words(query, normalise)
    asked = set(said)
    # Who is charged tells a row as well as a word more does.
    if len(said) + bool(_CHARGED.search(query.folded)) < _FEWEST_LISTED_WORDS:
        return []
    # Each thing that is named must be the row's as well: where nothing is said of a beginning, none is told.
    things = {w for w in query.naming.words - GENERIC if "_" in w}
    ranked: list[tuple[float, Document]] = []
    for document in library.documents_listed(asked, query.naming.words, _LISTED_THRESHOLD):
        listed = [m for m in document.mentions if m.citation.status]
        if listed:
            own = set(normalise(f"{document.subject or ''} {listed[-1].citation.responsible or ''}").split())
            if things <= library.words_of(document):
                ranked.append((sum(w in own for w in asked) / len(asked), document))
    if not ranked:
        return []
    ranked.sort(key=lambda r: -r[0])
    best = [d for score, d in ranked if score >= max(_LISTED_THRESHOLD, ranked[0][0] - _NAMED_MARGIN)]
    return best if len(best) == 1 else []


# Fewer words tell too little of a row; of these so many must stand in it.
_CHARGED = pattern_of(r"\bgiao(?: cho)?\b(?! dich| thong| duc| luu)")
_FEWEST_LISTED_WORDS, _LISTED_THRESHOLD = 5, 0.85

_UNDER = Sought(
    r"(?<!ban hanh )(?<!kem )(?<!phe duyet )\b(?:theo|can cu|dua tren|tai|thuc hien)\s(?P<type>nghi quyet|quyet dinh|ke hoach|chi thi|cong van|nghi dinh|thong tu)\snao"
)


def answer_under(library: Library, query: Query) -> Answer | None:
    """ "… thực hiện theo nghị quyết nào?": the document of that type which the fitting statement names."""
    match = _UNDER.search(query.folded)
    if not match:
        return None
    wanted = {w for w in query.terms.words if w != "#total"}
    best: tuple[float, Mention, Document] | None = None
    for entry in library.statements_covering(wanted, _NAMED_THRESHOLD):
        told = coverage(library, wanted, entry.terms.words)
        if told < _NAMED_THRESHOLD:
            continue
        for document, mention in library.documents_in(entry):
            if fold(mention.citation.type or "") != match["type"] or not mention.citation.number:
                continue
            own = library.tagger.tag(fold(mention.citation.subject or ""))
            score = told - 0.5 * coverage(library, wanted, own.words)
            if best is None or score > best[0]:
                best = (score, mention, document)
    if best is None or best[0] < _NAMED_THRESHOLD:
        return None
    report = library.reports[best[1].report]
    return answered(best[2].name, (quote(report, best[1].statement.span),), topic=topic(best[2]))
