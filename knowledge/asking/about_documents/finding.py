"""Finding the documents that a question can mean: by number, by type and subject, by the sentence they stand in."""

import re
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import topic
from knowledge.asking.concepts import all_cue_words, stop_words
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.matching import coverage
from knowledge.asking.question import Query, Reference
from knowledge.asking.replies import answered, quote
from knowledge.facts import Role
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, find_organisations, normalise
from knowledge.grammar.symbols import fold_symbol
from knowledge.vocabulary.document_types import type_of_symbol

# A named document must hold this share of the asked words, and lead the next by the margin (docs/answering.md).
_NAMED_THRESHOLD, _NAMED_MARGIN = 0.8, 0.12


def find_referenced(library: Library, reference: Reference, query: Query, today: date) -> list[Document]:
    """The documents that a number, with all else the question says exactly, can mean."""
    numbered = library.by_number.get(reference.number, [])
    found = [d for d in numbered if _agrees(d, reference)] or [d for d in numbered if _begins(d, reference)]
    if reference.symbol:
        found = [d for d in found if _is_legal(d) == (reference.year is not None)] or found
    years = _years(query, reference, today)
    if years:
        found = [d for d in found if d.year in years] or [d for d in found if d.year is None]
    if query.dates:
        is_its_date = _OF_DAY.match(query.folded, reference.end)
        # Of another day it is another document; only one that no report dates may be meant.
        of_day = [d for d in found if d.issued_on in query.dates]
        found = of_day or ([d for d in found if d.issued_on is None] if is_its_date else found)
    if query.bodies:
        found = [d for d in found if issued_by(d, query)] or ([] if _is_issuer_asked(query) else found)
    if query.level and len(found) > 1:
        found = [d for d in found if _has_level(d, query.level)] or found
    return _of_subject(library, found, query) if len(found) > 1 else found


def _has_level(document: Document, level: str) -> bool:
    """Whether its issuer is of that level: "QĐ 145 của phường"."""
    return any(o.organisation.level == level for o in find_organisations(document.issuer or ""))


def _of_subject(library: Library, found: list[Document], query: Query) -> list[Document]:
    """Of several with one number that whose subject alone has the words said beside it: "Kế hoạch 36 về Đề án 06"."""
    wanted = query.naming.words
    others = [f"{fold(r.type or '')} {int(r.number):02}" for r in query.references[1:] if r.number.isdigit()]
    told = [
        (len(wanted & library.tagger.tag(subject).words) + sum(other in subject for other in others), d)
        for d in found
        for subject in [fold(d.subject or "")]
    ]
    most = max(count for count, _ in told)
    best = [d for count, d in told if count == most]
    return best if most and len(best) == 1 else found


# The day right after a number is the document's; "tính đến 30/9/2019" is not.
_OF_DAY = re.compile(
    r"[\s,]*(?:(?:ky|ban hanh) )?(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|[\s,]*(?:ky |ban hanh )?ngay \d"
)


def _agrees(document: Document, reference: Reference) -> bool:
    if reference.symbol:
        own = fold_symbol(document.best.symbol or "")
        short = own.split("-")
        return own == reference.symbol or (len(reference.symbol) >= 2 and reference.symbol in short)
    if reference.type and reference.type not in document.types:
        return reference.type == type_of_symbol(document.best.symbol or "")
    return True


def _begins(document: Document, reference: Reference) -> bool:
    """Whether the symbol typed leaves out the end of a longer one: "90/TB-BCH" of "90/TB-BCH PCTT-TKCN"."""
    own = fold_symbol(document.best.symbol or "")
    return bool(reference.symbol) and "-" in (reference.symbol or "") and own.startswith(f"{reference.symbol}-")


def _is_legal(document: Document) -> bool:
    """Whether the year stands in the number: legal documents are numbered apart from all others."""
    return bool(re.search(r"/\s?(?:19|20)\d\d\s?/", document.written))


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
    return not query.asks("verify", "who")


def issued_by(document: Document, query: Query) -> bool:
    """Whether every body named in the question is the document's own."""
    return all(is_of(document, b.organisation) for b in query.bodies)


def is_of(document: Document, asked: Organisation, *, with_responsible: bool = True) -> bool:
    """Whether a body issued the document, was charged with it, or is the place it is of."""
    for mention in document.mentions:
        named = [mention.citation.issuer or "", (mention.citation.responsible or "") if with_responsible else ""]
        for name in named:
            for own in find_organisations(name):
                if _is_same(own.organisation, asked, mention):
                    return True
        if f"{asked.body} {asked.place}".strip() in normalise(mention.citation.subject or ""):
            return True
    return False


def _is_same(own: Organisation, asked: Organisation, mention: Mention) -> bool:
    place = own.place or (mention.body.place if own.level and own.level == mention.body.level else "")
    if own.level == "province" and not place:
        place = mention.province
    if asked.place and asked.place != place:
        return False
    if asked.body and not (own.body == asked.body or own.body.startswith(f"{asked.body} ")):
        return False
    return not asked.level or not own.level or asked.level == own.level


def find_named(library: Library, query: Query) -> list[Document]:
    """The documents that a type and subject without a number can mean, best first within the margin."""
    wanted = set(query.naming.words)
    wanted |= {f"{d}:{v}" for d, values in query.naming.dimensions.items() if d not in {"direction"} for v in values}
    if not wanted or not query.named_type:
        return []
    scored = ((coverage(library, wanted, had), d) for d, had in library.documents_with(wanted))
    ranked = sorted(scored, key=lambda p: -p[0])
    if not ranked or ranked[0][0] < _NAMED_THRESHOLD:
        return []
    best = ranked[0][0]
    near = [d for score, d in ranked if score >= max(_NAMED_THRESHOLD, best - _NAMED_MARGIN)]
    if len(near) > 1:
        # Of versions of one thing the one in force, unless all are of the past.
        near = [d for d in near if not any(m.citation.role is Role.REPLACED for m in d.mentions)] or near
    years = {p.year for p in query.periods if p.kind == "year" and p.year}
    if years:
        near = [d for d in near if _is_of_years(d, years)]
    if query.bodies:
        near = [d for d in near if issued_by(d, query)]
    elif query.level and len(near) > 1:
        near = [d for d in near if _has_level(d, query.level)] or near
    if len({_is_exactly(d, query) for d in near}) > 1 and not query.asks("number"):
        near = [d for d in near if _is_exactly(d, query)]
    return _plainest(library, near, wanted) if len(near) > 1 else near


def _plainest(library: Library, near: list[Document], wanted: set[str]) -> list[Document]:
    """Without those that are of something narrower: "Kế hoạch tuyên truyền cải cách hành chính" where the plan of reform is asked for."""
    kept = {id(d): frozenset(w for w in had if not w.isdigit()) for d, had in library.documents_with(wanted)}
    beyond = {id(d): sum(library.weight(w) for w in kept[id(d)] - wanted) for d in near}
    least = min(beyond.values())
    return [d for d in near if beyond[id(d)] <= least + library.rare]


def _is_exactly(document: Document, query: Query) -> bool:
    """Whether the type asked for is the document's own or that of what it issues."""
    wanted = fold(query.named_type or "")
    return query.named_type in document.types or fold(document.subject or "").removeprefix("ban hanh ").startswith(
        wanted
    )


def _is_of_years(document: Document, years: set[int]) -> bool:
    named = {int(y) for m in document.mentions for y in re.findall(r"\b20\d\d\b", m.citation.subject or "")}
    return bool(named & years) if named else document.year in years


def find_by_statement(library: Library, query: Query) -> list[Document]:
    """The documents of the type asked for in whose sentence the asked words stand: "Quyết định hợp nhất Phòng …"."""
    wanted = {w for w in query.naming.words if w != "#total"}
    if len(wanted) < 2 or query.named_type in {None, "Báo cáo"}:
        return []
    ranked: list[tuple[float, Document]] = []
    for document in library.documents:
        scores = [
            coverage(library, wanted, library.terms_told(m).words)
            for m in document.mentions
            if m.citation.number and m.citation.type == query.named_type
        ]
        if scores and max(scores) >= 0.95:
            ranked.append((max(scores), document))
    return [d for _, d in ranked] if len(ranked) == 1 else []


def find_listed(library: Library, query: Query) -> list[Document]:
    """The one row of a register that has nearly all words of the question, those of the bodies it names included.

    "Việc kiểm tra các Trung tâm … giao Văn phòng UBND tỉnh quá hạn chưa?": which of the bodies is charged is told by the row.
    """
    asked = {w for w in normalise(all_cue_words().sub(" ", query.folded)).split() if w not in stop_words()}
    if len(asked) < _FEWEST_LISTED_WORDS:
        return []
    ranked: list[tuple[float, Document]] = []
    for document, _ in library.documents_with(query.naming.words):
        listed = [m for m in document.mentions if m.citation.status]
        if listed:
            own = set(normalise(f"{document.subject or ''} {listed[-1].citation.responsible or ''}").split())
            ranked.append((sum(w in own for w in asked) / len(asked), document))
    ranked.sort(key=lambda r: -r[0])
    best = [d for score, d in ranked if score >= max(_LISTED_THRESHOLD, ranked[0][0] - _NAMED_MARGIN)]
    return best if len(best) == 1 else []


# Fewer words tell too little of a row; of these so many must stand in it.
_FEWEST_LISTED_WORDS, _LISTED_THRESHOLD = 5, 0.85

_UNDER = re.compile(
    r"(?<!ban hanh )(?<!kem )(?<!phe duyet )\b(?:theo|can cu|dua tren|tai|thuc hien)\s(?P<type>nghi quyet|quyet dinh|ke hoach|chi thi|cong van|nghi dinh|thong tu)\snao"
)


def answer_under(library: Library, query: Query) -> Answer | None:
    """ "… thực hiện theo nghị quyết nào?": the document of that type which the fitting statement names."""
    match = _UNDER.search(query.folded)
    if not match:
        return None
    wanted = {w for w in query.terms.words if w != "#total"}
    best: tuple[float, Mention, Document] | None = None
    for document in library.documents:
        for mention in document.mentions:
            if fold(mention.citation.type or "") != match["type"] or not mention.citation.number:
                continue
            statement = library.terms_told(mention)
            told = coverage(library, wanted, statement.words)
            if told < _NAMED_THRESHOLD:
                continue
            own = library.tagger.tag(fold(mention.citation.subject or ""))
            score = told - 0.5 * coverage(library, wanted, own.words)
            if best is None or score > best[0]:
                best = (score, mention, document)
    if best is None or best[0] < _NAMED_THRESHOLD:
        return None
    report = library.reports[best[1].report]
    return answered(best[2].name, (quote(report, best[1].statement.span),), topic=topic(best[2]))
