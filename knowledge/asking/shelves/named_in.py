"""Which bodies and places a report is of or names, by which questions find it."""

from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts import Reading, Role
from knowledge.grammar.asked_organisations import find_asked_organisations
from knowledge.grammar.desk_of_title import desk_of_title
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, desk_names, find_organisations, is_body, parse_organisation
from knowledge.grammar.patterns import pattern_of


@dataclass(frozen=True, slots=True)
class Named:
    """The body that a report is issued by, its province, and what its words name; all folded."""

    issuer: Organisation
    province: str
    desks: tuple[str, ...]  # one-stop desks that it speaks of
    places: frozenset[str]
    own_bodies: frozenset[str]  # bodies that no list knows


def named_in(reading: Reading, folded: str, tellers: frozenset[str]) -> Named:
    """What a report of these folded words names; `tellers` are the bodies, as written, whose figures it tells."""
    facts = reading.report
    issuer = parse_organisation(facts.organisation) if facts.organisation else Organisation()
    return Named(
        issuer=issuer,
        province=fold(facts.province or "") or (issuer.place if issuer.level == "province" else ""),
        desks=_desks(facts.title or "", folded),
        places=_places(reading.text, tellers),
        own_bodies=_own_bodies(facts.organisation, tellers | _charged(reading)),
    )


def _desks(title: str, folded: str) -> tuple[str, ...]:
    """The desks that a report's folded words name, and that which it is on by its title."""
    named = {body for name, body in desk_names().items() if name in folded}
    on = desk_of_title(title)
    return tuple(sorted(named | {on.organisation.body} if on else named))


def _places(text: str, names: frozenset[str]) -> frozenset[str]:
    """The folded places that a report names, or that those names of bodies hold."""
    named = {m.organisation.place for m in find_organisations(text)}
    return frozenset(p for p in named | {parse_organisation(name).place for name in names} if len(p) > 2)


def _charged(reading: Reading) -> frozenset[str]:
    """Whom the rows of a register and tasks charge, one by one: "Phòng Kiểm soát TTHC" is a body that people ask of."""
    rows = [c.responsible for s in reading.statements for c in s.citations if c.role is Role.LISTED]
    tasks = [s.task.unit for s in reading.statements if s.task is not None]
    return frozenset(unit for unit in (*rows, *tasks) if unit and not _SEVERAL_UNITS.search(unit))


_SEVERAL_UNITS = pattern_of(r"[,;/]|\bvà\b")


def _own_bodies(issuer: str | None, names: frozenset[str]) -> frozenset[str]:
    """Of the issuer and those bodies the ones that a question would not name without them."""
    named = names | {issuer} if issuer else names
    found = {parse_organisation(name).body for name in named if not _is_listed(name)}
    return frozenset(body for body in found if " " in body and is_body(body))


@lru_cache(maxsize=10_000)
def _is_listed(name: str) -> bool:
    """Whether a question's words name it by the gazetteer alone."""
    asked = find_asked_organisations(fold(name), places=frozenset(), common=frozenset())
    return any(o.start == 0 and o.organisation.body == parse_organisation(name).body for o in asked)
