"""Whose a document is, against the bodies and levels that a question names."""

import re
from enum import Enum
from functools import lru_cache

from knowledge.asking.documents import Document
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.catalogue import owner_of
from knowledge.asking.shelves.owners import NAMES_NOBODY, is_owned_by, organisations_in
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import Organisation, OrganisationMention, find_organisations
from knowledge.grammar.patterns import pattern_of


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


def has_level(document: Document, query: Query) -> bool:
    """Whether its issuer is of the level asked for: "QĐ 145 của phường"; a city may be of either rank."""
    levels = {query.level, "city"} if "thanh pho" in query.folded else {query.level}
    return any(o.level in levels for o in organisations_in(document.issuer or ""))


_AUTHORITIES = frozenset({"ubnd", "hdnd", "tinh uy", "thanh uy", "huyen uy", "quan uy", "dang uy", "ban thuong vu"})


def of_level(found: Shortlist, query: Query) -> Shortlist:
    """Those of the level asked for: issued by its council or committee itself, else by a body of it; all where none is."""

    def is_its_own(document: Document) -> bool:
        return any(o.body in _AUTHORITIES for o in organisations_in(document.issuer or ""))

    having = found.chosen(lambda d: has_level(d, query))
    return having.chosen(is_its_own) or having or found


# Whose the documents are: issued by a body, or charged to it.
_ISSUED_BY = pattern_of(r"\b(?:do|cua)\b.*\b(?:ban hanh|ky|phat hanh|ra)\b|\bban hanh\b|\bissued by\b")
CHARGED_TO = pattern_of(r"\b(?:xu ly|tra loi|giao|chu tri|phu trach|thuc hien|tham muu|soan thao)\b")
# "UBND tỉnh giao": who charges others and not who is charged.
CHARGES = pattern_of(r"\s(?:da )?giao\b")
# "Trong sổ theo dõi của Sở …": whose the register is, and not who is charged.
KEEPS = pattern_of(r"\b(?:so|danh muc|bang)(?: (?:theo doi|nhiem vu|van ban|giao viec))* cua $")


class _Way(Enum):
    """In which way a question asks for what is a body's."""

    KEPT = "kept"  # in its register
    ISSUED = "issued"
    CHARGED = "charged"
    ANY = "any"


def _way(mention: OrganisationMention, query: Query) -> _Way:
    if KEEPS.search(query.folded[: mention.start]):
        return _Way.KEPT
    if any(CHARGES.match(query.folded, b.end) for b in query.bodies):
        # "UBND tỉnh giao": who charges others and not who is charged.
        return _Way.ISSUED
    if CHARGED_TO.search(query.folded) and not re.search(r"\bdo\b.*\bban hanh\b", query.folded):
        return _Way.CHARGED
    return _Way.ISSUED if _ISSUED_BY.search(query.folded) else _Way.ANY


def is_whose(document: Document, mention: OrganisationMention, query: Query, library: Library) -> bool:
    """Whether the document is the body's in the way the question asks: kept in its register, issued by it, or charged to it."""
    body, way = mention.organisation, _way(mention, query)
    if way is _Way.KEPT:
        return _is_kept_by(document, body, library)
    if way is not _Way.CHARGED:
        return is_of(document, body, with_responsible=way is _Way.ANY)
    names = [m.citation.responsible for m in document.mentions if m.citation.responsible]
    return any(body.body in _bodies_of(name) for name in names)


def may_be_whose(documents: Shortlist, mention: OrganisationMention, query: Query) -> Shortlist:
    """At least those that are the body's in that way, found without a look at any."""
    body, way = mention.organisation, _way(mention, query)
    if way is _Way.KEPT:
        return documents
    if way is _Way.CHARGED:
        return documents.charged_to(lambda name: body.body in _bodies_of(name))
    return documents.of_bodies((body,), with_responsible=way is _Way.ANY)


@lru_cache(maxsize=4096)  # a register charges the same few over and over
def _bodies_of(name: str) -> frozenset[str]:
    return frozenset(one.organisation.body for one in find_organisations(name))


def _is_kept_by(document: Document, body: Organisation, library: Library) -> bool:
    """Whether a register of that body lists the document, as far as the register says whose it is."""
    keepers = [library.reports[m.report].body for m in document.mentions if m.citation.status]
    return any(not keeper.body or keeper.body == body.body for keeper in keepers)


def is_own_row(document: Document, body: Organisation, library: Library) -> bool:
    """Whether a register of just that body lists it, and charges no other body with it."""
    kept = [m for m in document.mentions if m.citation.status and library.reports[m.report].body.body == body.body]
    charged = (o.organisation for m in kept for o in find_organisations(m.citation.responsible or ""))
    return bool(kept) and all(o.body == body.body or not _BESIDE.match(o.body) for o in charged)


# Bodies beside others, which are no division of one.
_BESIDE = pattern_of(r"(?:so|ubnd|hdnd|van phong ubnd|van phong hdnd|bo|cuc|cong an|bao hiem)\b")
