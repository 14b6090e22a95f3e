"""Places that a question names only to say where another lies."""

from dataclasses import replace

from knowledge.asking.library import Library
from knowledge.grammar.organisations import Organisation, OrganisationMention
from knowledge.grammar.patterns import pattern_of

# How far within a province; without a level a name that stands alone ("Bến Cau") is within what follows it.
_DEPTHS = {"province": 0, "city": 1, "district": 1, "commune": 2, "": 3}
_LIES_IN = pattern_of(r"[\s,(–-]*(?:(?:thuoc|cua|o|tai) )?(?:dia ban )?")


def without_outer(bodies: list[OrganisationMention], words: str, library: Library) -> list[OrganisationMention]:
    """The bodies without those that only tell where the place right before them lies, up to whose end it reaches then.

    "Phường An Hội, quận Sông Trà" is one place.  Of a name that reports know elsewhere as well both stay.
    """
    left = list(bodies)
    for outer in sorted(bodies, key=lambda b: -b.start):
        inner = next((b for b in left if _is_around(outer, b, words) and _lies_in(b, outer, library)), None)
        if inner is not None:
            end = next(b.end for b in left if b.name == outer.name and b.start == outer.start)
            left = [
                replace(b, end=end) if b is inner else b for b in left if (b.start, b.name) != (outer.start, outer.name)
            ]
    return left


def _is_around(outer: OrganisationMention, inner: OrganisationMention, words: str) -> bool:
    place, around = inner.organisation, outer.organisation
    if not place.place or not around.place or around.body:
        return False
    is_deeper = _DEPTHS.get(around.level, 3) < _DEPTHS.get(place.level, 0) or (
        around.level == "city" and place.level == "district"
    )
    return is_deeper and inner.end <= outer.start and _LIES_IN.fullmatch(words, inner.end, outer.start) is not None


def _lies_in(inner: OrganisationMention, outer: OrganisationMention, library: Library) -> bool:
    """Whether every report that tells of the inner place or is its own is of the outer one."""
    around = outer.organisation.place
    return library.once(
        (_lies_in, inner.organisation, around), lambda: _are_all_of(inner.organisation, around, library)
    )


def _are_all_of(inner: Organisation, around: str, library: Library) -> bool:
    issuers = library.issuers_telling_of(inner.place)
    own = [code for code in issuers if library.issuers[code][2] == inner.place]
    others = [library.issuers[code][2:4] for code in issuers if code not in own]
    if not all(around in homes for homes in others):
        return False
    return bool(others) or any(_names(library, code, around) for code in own)


def _names(library: Library, issuer: int, place: str) -> bool:
    report = library.filed.report_of_issuer(issuer)
    return report is not None and (
        place == report.province or any(place in report.folded(s) for s in report.statements)
    )
