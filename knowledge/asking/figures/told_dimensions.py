"""What a figure says in each dimension: by its own words, by what leads to it, by what stands above it, by whose it is."""

import re
from collections.abc import Mapping
from functools import cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of, listed
from knowledge.vocabulary.loading import load_vocabulary

Dimensions = Mapping[str, frozenset[str]]
Told = tuple[Dimensions, Dimensions, str]
# "Các cơ quan chuyên môn cấp tỉnh hiện có 19 sở, ngành": both are the same.
PROVINCES_OWN = frozenset({"level_province", "all_agencies"})
LOWER_LEVELS = frozenset({"level_district", "level_commune"})


def _scopes(*named: str) -> str:
    """What these scopes are called, as alternatives of a pattern."""
    scopes = load_vocabulary("concepts")["scope"]
    return any_of(phrase for name in named for phrase in scopes[name])


# "Các sở, ngành thành phố tiếp nhận 233.853 hồ sơ … . Đã giải quyết 229.417 hồ sơ": the report goes on with them.
_OF_AGENCIES = pattern_of(
    lambda: (
        rf"\b(?:{_scopes('all_agencies')})\b(?: [a-z]+){{0,4}} (?:da )?(?:tiep nhan|nhan|giai quyet|xu ly|tra ket qua|tra)\b"
    )
)
_OF_OTHERS = pattern_of(lambda: rf"\b(?:{_scopes('whole', *LOWER_LEVELS)}|trung tam|bo phan)\b")


@once_each
def goes_on_with_agencies(entry: FigureEntry) -> bool:
    """Whether the last sentence of its section that says whose dossiers are told says that they are the agencies'."""
    own, text = entry.statement.statement, entry.report.text
    before = [s for s in entry.report.statements if s.heading == own.heading and s.span.start < own.span.start]
    for statement in reversed(before):
        words = fold(statement.span.cut(text))
        if _OF_AGENCIES.search(words):
            return True
        if "|" not in words and _OF_OTHERS.search(words):
            return False
    return False


@once_each
def told_of(entry: FigureEntry) -> Told:
    """What its own words and what leads to it say, and the level that its body says where they do not."""
    own = entry.own.dimensions
    if own.get("timeliness") == EARLY_AND_ON_TIME:
        # "Sớm hạn và đúng hạn 21.773 hồ sơ": both together.
        own = {**own, "timeliness": EARLY_AND_ON_TIME | {"early_or_on_time"}}
    # A head that names several values ("trực tuyến …, bưu chính …") gives none of them to its parts.
    head = {d: v for d, v in entry.head.dimensions.items() if len(v) == 1 or v == PROVINCES_OWN}
    if "stage" in entry.head.dimensions and "stage" not in head and (stage := _stage_of_whole(entry)):
        head["stage"] = stage
    if entry.statement.is_row and "stage" in own:
        # What leads to a table may speak of late ones; a column of those settled is of all that were.
        head.pop("timeliness", None)
    if "scope" not in own and (scope := _scope_above(entry, head)):
        own = {**own, "scope": scope}
    return own, head, _level_of_body(entry) if "scope" not in own else ""


def _stage_of_whole(entry: FigureEntry) -> frozenset[str]:
    """The one stage that what it is a part of names: "đã giải quyết 175.204 hồ sơ …; đang giải quyết 8.174 hồ sơ, gồm 281 hồ sơ quá hạn"."""
    figures, part_of = entry.statement.statement.figures, entry.figure.part_of
    if part_of is None or part_of >= len(figures):
        return frozenset()
    stages, called = _stages()
    named = {stages[m[0]] for m in called.finditer(fold(figures[part_of].label))}
    return frozenset(named) if len(named) == 1 else frozenset()


@cache
def _stages() -> tuple[dict[str, str], re.Pattern[str]]:
    """The stage of each folded phrase, and what finds them: the longer first, so that "đang giải quyết" is none of those settled."""
    stages = {
        fold(phrase): stage for stage, phrases in load_vocabulary("concepts")["stage"].items() for phrase in phrases
    }
    return stages, re.compile(rf"\b(?:{any_of(stages)})\b")


def _scope_above(entry: FigureEntry, head: Dimensions) -> frozenset[str]:
    """The scope that what stands above gives a figure without one of its own; nothing where it is told of one body."""
    if _is_of_one_body(entry):
        return frozenset()
    of_whole = head.get("scope", frozenset())
    if len(of_whole) == 1 and of_whole <= LOWER_LEVELS and not _AT_PLACES.search(fold(entry.figure.head)):
        return of_whole  # "UBND các xã tiếp nhận 900 hồ sơ, quá hạn 31 hồ sơ": both are of the communes
    above = entry.statement.above.dimensions.get("scope", frozenset()) - {"nation"}
    return above if len(above) == 1 else frozenset()


# "Triển khai tại 12 phường, xã": where something is done, and no one's.
_AT_PLACES = pattern_of(
    lambda: (
        r"\b(?:trien khai|thuc hien|ap dung|mo rong|nhan rong|duy tri|phat dong|thi diem|to chuc|bo tri|lap dat|van hanh|khai truong)\b"
        rf".*\b(?:tai|o) (?:cac |\d+ )?(?:{listed('apparatus', 'land')})\b"
    )
)


def _is_of_one_body(entry: FigureEntry) -> bool:
    """Whether it is told of a body of its own, which what stands above all rows does not widen."""
    body = entry.body
    is_row = entry.statement.is_row
    return body is not None and bool(body.place or (is_row and body.body not in {"", "ubnd"} and not body.is_desk))


def _level_of_body(entry: FigureEntry) -> str:
    """The level that a figure is of because its own body is: the desk of a district counts what its level does."""
    body = entry.body
    return f"level_{body.level}" if body is not None and body.is_desk and body.level else ""


# "Bố trí 840 công chức cấp huyện về cấp xã, còn thiếu 65 người": what follows is told of where they went.
_MOVES_DOWN = pattern_of(r"\bcap huyen (?:[a-z]+ ){0,3}?(?:ve|xuong|cho|sang) (?:[a-z]+ ){0,3}?cap xa\b")


@once_each
def goes_on_where_they_went(entry: FigureEntry) -> bool:
    """Whether it goes on from people of the districts who moved to the communes, and is so of these."""
    return "scope" not in entry.own.dimensions and _MOVES_DOWN.search(fold(entry.figure.head)) is not None


EARLY_AND_ON_TIME = frozenset({"early", "on_time"})


def said_by_whole_sentence(entry: FigureEntry, dimension: str) -> frozenset[str] | None:
    """What the whole sentence says; one that goes through the levels says none of them for all its figures."""
    said = entry.statement.terms.dimensions.get(dimension)
    if dimension == "scope" and said:
        return None if len(said) > 1 or is_level_of_later(entry, next(iter(said))) else said
    return said


_LEVELS_SAID = {"level_district": "cap huyen", "level_commune": "cap xa"}


def is_level_of_later(entry: FigureEntry, level: str) -> bool:
    """Whether the level is only said of a figure behind it: "Bộ phận Một cửa huyện 2.310 hồ sơ; cấp xã 5.120 hồ sơ"."""
    words, figure = _LEVELS_SAID.get(level), entry.figure
    if words is None or words in fold(f"{figure.label} {figure.head}") or entry.statement.is_row:
        return False
    behind = (f for f in entry.statement.statement.figures if f.span.start > figure.span.start)
    start = entry.statement.statement.span.start
    is_before = words in entry.statement.folded[: figure.span.start - start]
    return not is_before and any(words in fold(f.label) for f in behind)


def leading_to(entry: FigureEntry) -> Terms:
    """What leads to the figure; a table's caption speaks of dossiers settled, its column of those handed in online."""
    return _NO_TERMS if entry.statement.is_row else entry.head


_NO_TERMS = Terms({}, frozenset())
