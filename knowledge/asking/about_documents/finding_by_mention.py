"""Finding the documents that a question can mean by what is told of them: the sentence or the row that they stand in."""

import re
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import topic
from knowledge.asking.about_documents.finding import year_of
from knowledge.asking.documents import Document, Mention
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query, telling_words
from knowledge.asking.replies import answered, quote
from knowledge.asking.sentences.called import is_called_otherwise
from knowledge.asking.sentences.matching_statements import coverage
from knowledge.asking.shelves.catalogue import owner_of
from knowledge.asking.shelves.owners import places_of
from knowledge.facts import Role
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# So much of the asked words must stand in the sentence that names a document, and in that which says by which one something is done.
_TOLD_THRESHOLD, _UNDER_THRESHOLD = 0.95, 0.8


def find_by_statement(library: Library, query: Query, today: date) -> list[Document]:
    """The documents of the type, years and places asked for in whose sentence the asked words stand: "Quyết định hợp nhất Phòng …"."""
    wanted = {w for w in query.naming.words if w != "#total"}
    if len(wanted) < 2 or query.named_type in {None, "Báo cáo"}:
        return []
    years = {year for p in query.periods if p.kind == "year" and (year := year_of(p, today))}
    telling = library.statements_covering(wanted, _TOLD_THRESHOLD)
    for place in {b.organisation.place for b in query.bodies if b.organisation.place}:
        telling = telling.where(library.mention_of_place(telling.numbers, place))
    found: list[Document] = []
    for entry in telling:
        if coverage(library, wanted, entry.terms.words) < _TOLD_THRESHOLD:
            continue
        for document, mention in library.documents_in(entry):
            is_meant = mention.citation.number and mention.citation.type == query.named_type
            if mention.citation.role is Role.LISTED and is_called_otherwise(library, document.subject or "", query):
                continue
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
    best = [d for score, d in ranked if score >= max(_LISTED_THRESHOLD, ranked[0][0] - _LISTED_MARGIN)]
    return best if len(best) == 1 else []


# Fewer words tell too little of a row; of these so many must stand in it.
_CHARGED = pattern_of(r"\bgiao(?: cho)?\b(?! dich| thong| duc| luu)")
_FEWEST_LISTED_WORDS, _LISTED_THRESHOLD, _LISTED_MARGIN = 5, 0.85, 0.12

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
    for entry in library.statements_covering(wanted, _UNDER_THRESHOLD):
        told = coverage(library, wanted, entry.terms.words)
        if told < _UNDER_THRESHOLD:
            continue
        for document, mention in library.documents_in(entry):
            if fold(mention.citation.type or "") != match["type"] or not mention.citation.number:
                continue
            own = library.tagger.tag(fold(mention.citation.subject or ""))
            score = told - 0.5 * coverage(library, wanted, own.words)
            if best is None or score > best[0]:
                best = (score, mention, document)
    if best is None or best[0] < _UNDER_THRESHOLD:
        return None
    report = library.reports[best[1].report]
    return answered(best[2].name, (quote(report, best[1].statement.span),), topic=topic(best[2]))
