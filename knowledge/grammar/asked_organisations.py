"""Organisations and places as questions name them: without capitals, and places by the names that the store knows."""

import re
from collections.abc import Iterator

from knowledge.grammar.known_places import known_place
from knowledge.grammar.organisations import (
    Organisation,
    OrganisationMention,
    is_way_of_working,
    named_organisation,
    names_pattern,
)
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.standing_before import stands_before


def find_asked_organisations(
    folded: str, *, places: frozenset[str], common: frozenset[str], bodies: frozenset[str] = frozenset()
) -> Iterator[OrganisationMention]:
    """Bodies and places of a folded question: places by their known names, or unknown where a level precedes.

    `places` are the folded names of the store, `bodies` its bodies that no gazetteer has; `common` the words that are not names.
    """
    taken = 0
    plain = _AND.sub(" ", folded) if bodies else folded
    for called, name in _called(bodies, plain):
        for found in re.finditer(rf"(?<!\w){re.escape(called).replace(_SPACE, _AND_OR_SPACE)}(?!\w)", folded):
            if stands_before(_POST, folded, found.start()):
                continue
            yield OrganisationMention(found.start(), found.end(), found[0], Organisation(name))
            folded = folded[: found.start()] + "\x00" * len(found[0]) + folded[found.end() :]
    for match in names_pattern(is_question=True).finditer(folded):
        if match.start() < taken or (match["level"] and stands_before(_COUNTED, folded, match.start())):
            continue
        if is_way_of_working(folded, match) or _is_of_dossiers(folded, match):
            continue
        place, unknown = "", False
        end = match.end()
        if match["blevel"] or match["level"] or match["body"]:
            place, at = known_place(folded, end, places)
            if place == "dien bien" and _GOES_HOW.match(folded, at):
                place = ""  # "Trung tâm diễn biến thế nào" has the letters of the province Điện Biên
        if place:
            end = at
        elif (match["level"] or match["blevel"] or "") in _SURE_LEVELS:
            end, place = _unknown_place(folded, end, common)
            unknown = bool(place)
        if match["level"] and not place:
            continue
        taken = end
        yield OrganisationMention(
            match.start(), end, folded[match.start() : end], named_organisation(match, place), unknown
        )


def _called(bodies: frozenset[str], said: str) -> list[tuple[str, str]]:
    """Of the bodies those that are said, longest first, each with what it is called by: a zone's board by its zone alone."""
    found = {(name, name) for name in bodies if name in said}
    for name in bodies:
        zone = name.removeprefix(_BOARD)
        if zone != name and zone.startswith(_ZONES) and zone in said:
            found.add((zone, name))
    return sorted(found, key=lambda pair: (-len(pair[0]), pair))


_BOARD, _ZONES = "ban quan ly ", ("khu kinh te ", "khu cong nghiep ", "cac khu cong nghiep ", "khu cong nghe cao ")
# "Cục Thoát nước và Xử lý chất thải" is known without its "và".
_AND = pattern_of(r"(?: va|,)+ ")
# "Trưởng phòng Cải cách hành chính": who heads it, and nothing of what it does.
_POST = pattern_of(r"\b(?:truong|pho|pho truong|chanh|pho chanh)\s$")
_SPACE, _AND_OR_SPACE = r"\ ", r"(?:\ |(?:\ va|,)+\ )"
_GOES_HOW = pattern_of(r"\s(?:the nao|ra sao|nhu the nao|sao|qua|theo)\b")
# "Các phường", "11 phường của Đông Hải": several, and none by name.
_COUNTED = pattern_of(r"\b(?:cap|tuyen|cac|\d{1,3})\s$")
# Without tones "quan" and "phuong" are words as well; these are levels.
_SURE_LEVELS = {"huyen", "thi xa", "thi tran", "xa"}


def _unknown_place(folded: str, start: int, common: frozenset[str]) -> tuple[int, str]:
    match = _NEXT_WORDS.match(folded, start)
    if not match or match[1] in common:
        return start, ""
    if match[2] and match[2] not in common:
        return match.end(2), f"{match[1]} {match[2]}"
    return match.end(1), match[1]


_NEXT_WORDS = pattern_of(r"\s([a-z]+)(?:\s([a-z]+))?\b")


def _is_of_dossiers(folded: str, match: re.Match[str]) -> bool:
    """Whether a department's letters are those of "hồ sơ xây dựng", dossiers of that field."""
    return match["body"] is not None and match["body"].startswith("so ") and folded.endswith("ho ", 0, match.start())
