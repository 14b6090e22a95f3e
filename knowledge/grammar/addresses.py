"""Places of which one only tells where the other lies: "phường An Hội, quận Sông Trà"."""

from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of

# How far within a province; without a level a name that stands alone ("Bến Cau") is within what follows it.
_DEPTHS = {"province": 0, "city": 1, "district": 2, "commune": 3, "": 4}
# What stands between the inner and the outer one.
WITHIN = r"[\s,(–-]*(?:(?:thuoc|cua|o|tai) )?(?:dia ban )?"
_WITHIN = pattern_of(WITHIN)


def is_around(outer: OrganisationMention, inner: OrganisationMention, folded: str) -> bool:
    """Whether the outer place, of a higher level, follows right behind the inner one in the folded words."""
    within, around = inner.organisation, outer.organisation
    if not within.place or not around.place or around.body or not around.level:
        return False
    is_deeper = _DEPTHS.get(around.level, 0) < _DEPTHS.get(within.level, 0)
    return is_deeper and inner.end <= outer.start and _WITHIN.fullmatch(folded, inner.end, outer.start) is not None
