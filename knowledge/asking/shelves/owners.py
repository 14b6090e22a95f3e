"""Whose a document is: who issued it or is charged with it, as a report of some body and province says."""

from functools import lru_cache

from knowledge.grammar.organisations import Organisation, find_organisations, parse_organisation

# Issuer and whoever is charged, as written; body, level and place of the report's issuer; its province.
Owner = tuple[str, str, str, str, str, str]


# Every level has these: without a place they name none of them.
NAMES_NOBODY = frozenset({"ubnd", "hdnd"})


# So many pairs of an owner and a body asked for are remembered.
@lru_cache(maxsize=100_000)
def is_owned_by(owner: Owner, asked: Organisation, with_responsible: bool) -> bool:
    """Whether the issuer or whoever is charged is that body."""
    issuer, responsible, *report, province = owner
    names = (issuer, responsible) if with_responsible else (issuer,)
    return any(
        _is_same(own, asked, Organisation(*report), province) for name in names for own in organisations_in(name)
    )


@lru_cache(maxsize=20_000)
def organisations_in(name: str) -> tuple[Organisation, ...]:
    """The bodies that a name holds, and the one that the whole name is: "Bộ Kinh tế biển" is no "Bộ Kinh tế"."""
    held = tuple(mention.organisation for mention in find_organisations(name))
    whole = parse_organisation(name)
    return held if not whole.body or whole in held else (whole, *held)


def _is_same(own: Organisation, asked: Organisation, report: Organisation, province: str) -> bool:
    place = own.place or (report.place if own.level and own.level == report.level else "")
    if own.level == "province" and not place:
        place = province
    if asked.place and asked.place != place:
        return False
    if asked.body and not (own.body == asked.body or own.body.startswith(f"{asked.body} ")):
        return False
    return not asked.level or not own.level or asked.level == own.level


def places_of(owner: Owner) -> frozenset[str]:
    """Every place that a document with this owner can be said to be of."""
    issuer, responsible, _, _, place, province = owner
    named = {own.place for name in (issuer, responsible) for own in organisations_in(name)}
    return frozenset(one for one in {*named, place, province} if one)
