"""Places that a question names only to say where another lies."""

import re
from dataclasses import replace

from knowledge.asking.library import Library
from knowledge.grammar.addresses import WITHIN, is_around
from knowledge.grammar.organisations import Organisation, OrganisationMention


def without_outer(bodies: list[OrganisationMention], words: str, library: Library) -> list[OrganisationMention]:
    """The bodies without those that only tell where the place right before them lies, up to whose end it reaches then.

    "Phường An Hội, quận Sông Trà" is one place.  Of a name that reports know elsewhere as well both stay.
    """
    left = list(bodies)
    for outer in sorted(bodies, key=lambda b: -b.start):
        inner = next((b for b in left if is_around(outer, b, words) and _lies_in(b, outer, library)), None)
        if inner is not None:
            end = next(b.end for b in left if b.name == outer.name and b.start == outer.start)
            left = [
                replace(b, end=end) if b is inner else b for b in left if (b.start, b.name) != (outer.start, outer.name)
            ]
    return left


def _lies_in(inner: OrganisationMention, outer: OrganisationMention, library: Library) -> bool:
    """Whether every report that tells of the inner place or is its own is of the outer one."""
    around = outer.organisation.place
    return library.once(
        (_lies_in, inner.organisation, around), lambda: _are_all_of(inner.organisation, around, library)
    )


def _are_all_of(inner: Organisation, around: str, library: Library) -> bool:
    codes = library.issuers_telling_of(inner.place)
    said = {around in library.issuers[code][2:4] or _say_so(library, code, inner.place, around) for code in codes}
    return True in said and False not in said


def _say_so(library: Library, issuer: int, place: str, around: str) -> bool | None:
    """Whether an issuer's first report names the place as one of the outer one; None where it says nothing of that."""
    report = library.filed.report_of_issuer(issuer)
    if report is None:
        return None
    lies_in = re.compile(rf"\b{re.escape(place)}{WITHIN}(?:{_LEVELS}) (?P<outer>{re.escape(around)}\b)?")
    found = [m["outer"] is not None for s in report.statements for m in lies_in.finditer(report.folded(s))]
    return None if not found else all(found)


_LEVELS = "huyen|quan|thi xa|thanh pho|tinh"
