"""Official documents in a statement: which, of when, by whom, about what, and what is said of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.facts import Citation, Period, Role, Span
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.document_types import type_by_name, type_pattern
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.importing.contents import Content, find_content
from knowledge.importing.deadlines import find_responsible
from knowledge.importing.issuers import Home, find_issuer, issuer_behind
from knowledge.importing.plans import effective_date, find_plans
from knowledge.importing.roles import role_of
from knowledge.importing.structure import Unit
from knowledge.importing.subjects import (
    subject_after,
    subject_after_colon,
    subject_before,
    subject_between,
    subject_of_label,
    with_topic,
)

_BEFORE_NUMBER = re.compile(
    rf"\b(?P<type>{type_pattern()}|van ban)(?P<subject>(?:\s[^,;.:()]{{1,120}}?)?)\s(?:so\s)?(?:\d[\w, ]*(?:,|va)\s)?$"
)
# "Kế hoạch đào tạo … được Văn phòng ban hành từ ngày 31/10/2018, số 1114/KH-VPUBND".
_ISSUED_AS = re.compile(
    rf"\b(?P<type>{type_pattern()})(?P<subject>\s[^.;:()]{{6,160}}?)\s(?:da\s)?duoc\s(?:[^.;:()]{{0,60}}?\s)?"
    r"(?:ban hanh|phe duyet|thong qua)\b[^.;:()]{0,40}?,?\sso\s$"
)
_DATE_AFTER = re.compile(r"\s?[,(]?\s?(?:(?:ky|ban hanh)\s)?(?:ngay\s)?$")
_NUMBER_OF_LIST = re.compile(r"[\s,]*(?:va\s)?")
# "Thực hiện Quyết định số 5 … và Kế hoạch số 6": the verb before the first holds for both.
_JOINED = re.compile(r"(?:[,;]|\b(?:va|cung|hoac))\s(?:cac\s)?$")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a numbered document stands in a unit's words: from its type's name to its date or issuer."""

    symbol: SymbolMention
    type_name: str | None
    between: str  # the words between type and number
    is_told_issued: bool  # "… được Văn phòng ban hành …, số …"
    start: int
    end: int  # of the date that belongs to it
    tail: int  # of the issuer after that
    day: DateMention | None
    issuer: str | None


def find_citations(text: str, unit: Unit, home: Home, planned: Period | None = None) -> tuple[Citation, ...]:
    """Every document that the unit names, numbered or still without a number, in order.

    `planned` is the period that a list of tasks is for.
    """
    words = unit.span.cut(text)
    folded = fold(words)
    lead = fold(unit.lead.cut(text)) if unit.lead else ""
    numbered = list(_numbered(words, folded, unit, home, lead))
    plans = find_plans(words, folded, unit, home, numbered, planned)
    return tuple(_shift(c, unit.span.start) for c in (*numbered, *plans))


def _shift(citation: Citation, by: int) -> Citation:
    return replace(citation, span=Span(citation.span.start + by, citation.span.end + by))


def _numbered(words: str, folded: str, unit: Unit, home: Home, lead: str) -> Iterator[Citation]:
    """The documents that a unit names by a number, in order, each with what is said of it."""
    places = list(_places(words, folded, home))
    role: Role | None = None
    floor = 0  # the end of what is said of the document before
    for index, place in enumerate(places):
        following = places[index + 1] if index + 1 < len(places) else None
        before = folded[floor : place.start]
        content = find_content(words, folded, floor, place.start)
        role = _role(folded, place, content, role if index else None, before, floor, lead)
        if role is None and index == 0 and not unit.is_task and _opens_list_of_own(before, place, unit, home):
            role = Role.ISSUED
        subject = _subject(words, folded, place, content, role, floor, following)
        if subject and following and subject in words[place.tail : following.start]:
            floor = words.index(subject, place.tail) + len(subject)
        else:
            floor = place.end
        yield Citation(
            span=Span(place.start, place.end),
            role=role or (Role.IMPLEMENTED if unit.is_task else Role.BASIS),
            type=place.type_name or place.symbol.type,
            number=place.symbol.number,
            symbol=place.symbol.symbol,
            written=place.symbol.written,
            issued_on=place.day.day if place.day else None,
            year=place.symbol.year or (place.day.day.year if place.day else None),
            issuer=place.issuer,
            subject=subject or subject_of_label(unit.label),
            effective_on=effective_date(folded),
            responsible=find_responsible(words[place.tail :]),
        )


def _role(
    folded: str,
    place: _Place,
    content: Content | None,
    earlier: Role | None,
    before: str,
    floor: int,
    lead: str,
) -> Role | None:
    """What is said of the document; of several joined ones, what is said of the first."""
    if place.is_told_issued:
        return Role.ISSUED
    if content:
        return content.role
    if floor and _NUMBER_OF_LIST.fullmatch(before):
        return earlier
    said = role_of(folded, place.start, floor, place.tail, lead)
    return said or (earlier if floor and _JOINED.search(before) else None)


# "- Về truyền thông: Kế hoạch số …", "1. Quyết định số …": the document is what the point is about.
_POINT = re.compile(r"[\s\-–+*•]*(?:\w{1,2}[.)]\s+)?(?:ve\s[^.;:()]{2,60}:\s)?$")
_OF_ISSUED = re.compile(r"\bvan ban\b.*\bban hanh\b|\bban hanh\b.*\bvan ban\b")
_A_YEAR = 366  # days


def _opens_list_of_own(before: str, place: _Place, unit: Unit, home: Home) -> bool:
    """Whether a point opens with a document that the body issued, though no verb says so: its heading does, or its issuer and day."""
    if unit.cells or not _POINT.match(before) or place.day is None or home.signed_on is None:
        return False
    heading = fold(unit.headings[-1]) if unit.headings else ""
    is_recent = 0 <= (home.signed_on - place.day.day).days <= _A_YEAR
    return is_recent and (_is_own(place, home) or bool(_OF_ISSUED.search(heading)))


def _is_own(place: _Place, home: Home) -> bool:
    """Whether the report's body issued it: by its whole name, or as the committee of its level, which documents name without its place."""
    if place.issuer is None or place.issuer == home.organisation:
        return place.issuer is not None
    issuer, own = (next(iter(find_organisations(name or "")), None) for name in (place.issuer, home.organisation))
    if issuer is None or own is None or not issuer.organisation.level:
        return False
    one, other = issuer.organisation, own.organisation
    return (one.body, one.level) == (other.body, other.level) and one.place in {"", other.place}


def _subject(
    words: str,
    folded: str,
    place: _Place,
    content: Content | None,
    role: Role | None,
    floor: int,
    following: _Place | None,
) -> str | None:
    limit, end = (following.start, following.end) if following else (len(words), len(words))
    after = subject_after(words, folded, place.tail, limit, role, end)
    if after:
        return with_topic(after, words, folded)
    return (
        subject_between(place.type_name, place.between)
        or subject_before(words, folded, floor, place.start, content)
        or subject_after_colon(words, folded, place.tail, limit)
    )


def _places(words: str, folded: str, home: Home) -> Iterator[_Place]:
    """Where documents stand that are named by a number, each with its type, day and issuer as far as they stand around it."""
    symbols = list(find_symbols(words))
    days = list(find_dates(folded))
    bodies = list(find_organisations(words))
    for index, symbol in enumerate(symbols):
        limit = symbols[index + 1].start if index + 1 < len(symbols) else len(words)
        floor = symbols[index - 1].end if index else 0
        before = folded[floor : symbol.start]
        issued_as = _ISSUED_AS.search(before)
        named = _named_type(before, symbol) or issued_as
        start = floor + named.start() if named else symbol.start
        day_after = _date_after(folded, symbol, days, limit)
        inside = next((d for d in days if start < d.start < symbol.start and symbol.start - d.end < 12), None)
        end = day_after.end if day_after else symbol.end
        behind = issuer_behind(words, folded, end, bodies)
        own = [o for o in bodies if floor <= o.start and o.end <= start]
        yield _Place(
            symbol=symbol,
            type_name=type_by_name().get(" ".join(named["type"].split())) if named else None,
            between=words[floor + named.start("subject") : floor + named.end("subject")].strip() if named else "",
            is_told_issued=named is issued_as and issued_as is not None,
            start=start,
            end=end,
            tail=behind.end if behind else end,
            day=day_after or inside or _date_before(folded, start, days, floor),
            issuer=(behind and behind.name) or find_issuer(symbol.symbol, folded[:start], own, home),
        )


def _named_type(before: str, symbol: SymbolMention) -> re.Match[str] | None:
    """The type's name that the number belongs to: of the symbol's own type where it stands, else the nearest."""
    found: list[re.Match[str]] = []
    position = 0
    while match := _BEFORE_NUMBER.search(before, position):
        found.append(match)
        position = match.start() + 1
    own = [m for m in found if type_by_name().get(" ".join(m["type"].split())) == symbol.type]
    return (own or found)[-1] if found else None


def _date_after(folded: str, symbol: SymbolMention, days: list[DateMention], limit: int) -> DateMention | None:
    return next(
        (d for d in days if symbol.end <= d.start < limit and _DATE_AFTER.fullmatch(folded[symbol.end : d.start])), None
    )


def _date_before(folded: str, start: int, days: list[DateMention], floor: int) -> DateMention | None:
    """ "Ngày 31/10/2018 … ban hành Kế hoạch số": a date with an issuing verb right before the document."""
    for day in reversed([d for d in days if floor <= d.start and d.end <= start]):
        between = folded[day.end : start]
        if (
            re.search(r"(?:ban hanh|ky|phe duyet|co|ra|gui|phat hanh|thong qua)\s*(?:ban\s)?$", between)
            and not re.search(r"[.;]", between)
            and len(between) < 90
        ):
            return day
    return None
