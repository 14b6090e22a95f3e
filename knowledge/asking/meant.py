"""Which of the figures that fit a question are meant: the best and those that say as much, and what tells them apart."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.asking.agreeing import PART, is_said_whole
from knowledge.asking.concepts import Terms
from knowledge.asking.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.matching import ASKS_TOTAL, GENERIC, Match, is_narrower, rank_figures
from knowledge.asking.shelves.terms import INDICES
from knowledge.facts import Measure, PeriodKind
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

# Below this score a figure does not say what was asked; between the best and the rest lies the margin.  Both
# were read off the curves in docs/answering.md.
THRESHOLD = 0.62
MARGIN = 0.09
# A question without period and body may mean what another report words at more length.
_OPEN_MARGIN = 0.2
# What fits the same period this much less than the best is no second meaning.
_LESSER = 0.05
# What another stage of the same dossiers may fit less than the best and still be meant.
_STAGE_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Found:
    """The figures that fit about equally well, and the query that found them."""

    query: FigureQuery
    matches: list[Match]

    @property
    def best(self) -> FigureEntry:
        """The first of them."""
        return self.matches[0].entry


def find(library: Library, query: FigureQuery, said: re.Pattern[str] | None = None) -> Found | None:
    """The figures over the threshold and within the margin of the best, of those whose words say that; None where there is none."""
    ranked = rank_figures(library, query, THRESHOLD)
    if said is not None:
        ranked = [m for m in ranked if said.search(fold(m.entry.figure.label))]
    if not ranked or ranked[0].score < THRESHOLD:
        return None
    best = ranked[0]
    is_open = (
        query.period is None
        and not query.bodies
        and query.report is None
        and query.document is None
        and query.value is None
    )
    asked = query.terms.dimensions.get("moment", frozenset())
    if told := [m for m in ranked if m.score >= best.score - _OPEN_MARGIN and _is_told_of(m, asked)]:
        # "Còn mấy phòng": what was left, however much else its sentence says.
        ranked, best = told, told[0]
    ranked = _whole_of_parts(_widest(ranked))
    best = ranked[0]
    margin = _OPEN_MARGIN if is_open else MARGIN
    near = [
        m
        for m in ranked
        if m.score >= max(best.score - margin, THRESHOLD)
        and m.distance <= best.distance + 1
        and not is_narrower(m.entry, best.entry, query.terms)
    ]
    if library.has_several_provinces:
        near += [m for m in _others(ranked, near) if _is_elsewhere(m, best, query)]
    if "stage" not in query.terms.dimensions and not is_open:
        near += [m for m in _others(ranked, near) if _is_of_other_stage(m, best)]
    if query.period is not None:
        # What is told of that very time, and not of a part of it in a report that bears its name.
        near = [m for m in near if m.entry.figure.period == query.period] or near
    near = _unrestricted(_own_first(_totals_first(near), query.terms), query)
    levels = query.terms.dimensions.get("scope", frozenset()) & _LOWER_LEVELS
    if levels and not query.bodies:
        # "Cấp xã": what says that it is of all communes, and not what one of them tells of itself.
        near = [m for m in near if levels & _scopes(m)] or near
        near = [m for m in near if not _OF_SOME.search(fold(m.entry.figure.head))] or near
    if query.measures >= {Measure.CHANGE} and len(near) > 1:
        near = _without_their_shares(near)
    if query.acts and len(near) > 1:
        # "Trả lời mấy phản ánh": of the things told together those to which just that was done.
        done = [_is_done(m, query.acts) for m in near]
        told_done = {_told_in(m) for m, is_done in zip(near, done, strict=True) if is_done}
        near = [m for m, is_done in zip(near, done, strict=True) if is_done or _told_in(m) not in told_done]
    if query.measures >= {Measure.RANK, Measure.SCORE} and query.terms.words & INDICES:
        # "Chỉ số SIPAS năm 2019": the index itself, and its place only where no report tells it.
        near = [m for m in near if m.entry.figure.measure is not Measure.RANK] or near
    if "#total" in query.terms.words:
        # "Tất cả bao nhiêu thủ tục": what calls itself all of them.
        near = [m for m in near if _is_total(m)] or near
    elif ASKS_TOTAL.search(query.said):
        # "Tổng số TTHC": beside what its report calls the total, what was made known of it is another count.
        with_total = {_told_in(m) for m in near if _is_total(m)}
        near = [m for m in near if _is_total(m) or _told_in(m) not in with_total]
    if "timeliness" in query.terms.dimensions and "stage" not in query.terms.dimensions:
        # Late are those that were settled late; those still worked on are told besides.
        near = [m for m in near if not _is_pending(m)] or near
    if "whole" in query.terms.dimensions.get("scope", ()) or query.level == "province":
        # A desk's own figure is a part of the whole, where the whole is told as well.
        near = [m for m in near if m.distance < PART] or near
        # Asked of the whole: of one period what says that it is comes before what says nothing of it.
        whole = {m.entry.figure.period for m in near if is_said_whole(m.entry)}
        near = [m for m in near if m.entry.figure.period not in whole or is_said_whole(m.entry)]
    return Found(query, near)


# What these parts of a dossier's tale restrict.
_RESTRICTING = frozenset({"channel", "timeliness"})


def _unrestricted(near: list[Match], query: FigureQuery) -> list[Match]:
    """Without what is late, handed in some way or, of a quarter, cumulated, where nobody asked for that and another is not so."""
    kind = query.period.kind if query.period else query.kind_index[0] if query.kind_index else None
    is_quarter = kind == PeriodKind.QUARTER
    unasked = (_RESTRICTING | ({"accumulation"} if is_quarter else set())) - query.terms.dimensions.keys()
    return [m for m in near if not unasked & m.entry.own.dimensions.keys() and not _is_by_channel(m, unasked)] or near


def _is_by_channel(match: Match, unasked: frozenset[str]) -> bool:
    """Whether what it is a part of came in some way: "nộp trực tiếp 7.341 hồ sơ (…), … 512 hồ sơ"."""
    return "channel" in unasked and "channel" in match.entry.head.dimensions


# "… của một số xã, phường": the total of a table of some is not that of the level.
_OF_SOME = pattern_of(r"\bmot so (?:xa|phuong|huyen|quan|don vi|dia phuong)\b")
_LOWER_LEVELS = frozenset({"level_district", "level_commune"})


def _scopes(match: Match) -> frozenset[str]:
    return frozenset(
        scope for terms in (match.entry.own, match.entry.head) for scope in terms.dimensions.get("scope", ())
    )


def _without_their_shares(near: list[Match]) -> list[Match]:
    """Without a change in percent that stands behind the same change as a number: "tăng 362 hồ sơ (11,60%)"."""
    said = {id(m.entry.statement) for m in near if m.entry.figure.unit != "%"}
    return [m for m in near if m.entry.figure.unit != "%" or id(m.entry.statement) not in said]


# Read with its tones: "Công Thương" and "Công chứng" are no totals.
_TOTAL_ROW = pattern_of(r"(?i)(?:tổng|cộng|toàn (?:tỉnh|huyện|thành phố|xã|ngành|quận|thị xã))\b")


def _totals_first(near: list[Match]) -> list[Match]:
    """Of the rows of one table that fit alike just its total, where it has one."""
    tables = {_table_of(m) for m in near if _TOTAL_ROW.match(m.entry.figure.label)} - {None}
    return [m for m in near if _table_of(m) not in tables or _TOTAL_ROW.match(m.entry.figure.label)]


def _table_of(match: Match) -> tuple[object, ...] | None:
    entry = match.entry
    if "|" not in entry.statement.folded or not entry.figure.head:
        return None
    return entry.report.index, entry.figure.head, entry.figure.period, entry.figure.measure


def _own_first(near: list[Match], asked: Terms) -> list[Match]:
    """Without those that only stand near a thing which another of them, of the same report and period, is told of.

    "Tiếp nhận 8.412 hồ sơ, …, chủ yếu là lý lịch tư pháp" beside the row "Lý lịch tư pháp | 6.975".
    """
    telling = frozenset(w for w in asked.words - GENERIC if w.startswith("#") or "_" in w)
    if not telling or len(near) <= 1:
        return near
    own = [(m, telling & (m.entry.own_words | m.entry.head_words)) for m in near]
    told: dict[tuple[object, ...], set[frozenset[str]]] = defaultdict(set)
    for match, said in own:
        told[_told_in(match)].add(said)
    return [match for match, said in own if not any(said < more for more in told[_told_in(match)])]


def _is_done(match: Match, acts: frozenset[str]) -> bool:
    label = f" {fold(match.entry.figure.label)} "
    return any(f" {act} " in label for act in acts)


def _told_in(match: Match) -> tuple[object, ...]:
    """The report, period and sort of a figure, which it shares with what is told beside it."""
    figure = match.entry.figure
    return match.entry.report.index, figure.period, figure.measure


def _is_total(match: Match) -> bool:
    return "#total" in match.entry.own.words


def _is_pending(match: Match) -> bool:
    places = (match.entry.own, match.entry.head)
    return any(terms.dimensions.get("stage") == frozenset({"pending"}) for terms in places)


def _widest(ranked: list[Match]) -> list[Match]:
    """Without those that cover only a part of the days that another covers which is told of the same period and body.

    "Riêng 02 tháng đầu vận hành (từ ngày 01/7 đến ngày 31/8) …" is no quarter's figure.
    """
    alike: dict[tuple[object, ...], list[Match]] = defaultdict(list)
    with_days = [m for m in ranked if m.entry.figure.window is not None]
    for match in with_days:
        alike[_told_of(match)].append(match)
    parts = {id(m) for m in with_days if any(_is_part_of_days(m, other) for other in alike[_told_of(m)])}
    return [m for m in ranked if id(m) not in parts]


def _told_of(match: Match) -> tuple[object, ...]:
    """The report, period, sort and body that a figure is told of."""
    figure = match.entry.figure
    return match.entry.report.index, figure.period, figure.measure, figure.organisation


def _is_part_of_days(match: Match, other: Match) -> bool:
    part, whole = match.entry.figure.window, other.entry.figure.window
    if part is None or whole is None or part == whole or match.score > other.score + MARGIN:
        return False
    return whole.first <= part.first and part.last <= whole.last


def _whole_of_parts(ranked: list[Match]) -> list[Match]:
    """Without the parts of one whole that fit alike, where the whole fits as well: "427 dịch vụ, gồm 347 mức độ 3 và 80 mức độ 4"."""
    best = ranked[0].entry
    told = best.statement.statement.figures
    if best.figure.part_of is None or best.figure.part_of >= len(told):
        return ranked
    whole = told[best.figure.part_of]
    beside = [m for m in ranked if m.entry.statement.number == best.statement.number]
    parts = [m for m in beside if m.entry.figure.part_of == best.figure.part_of]
    alike = [m for m in parts if m.score >= ranked[0].score - _ALIKE and m.entry.figure.measure is best.figure.measure]
    is_whole = [m for m in beside if m.entry.figure.span == whole.span and m.score >= ranked[0].score - MARGIN]
    if len(alike) <= 1 or not is_whole:
        return ranked
    dropped = {id(m) for m in parts}
    return [*is_whole, *(m for m in ranked if id(m) not in dropped and m is not is_whole[0])]


# Scores that differ by less are one.
_ALIKE = 0.01


def _others(ranked: Iterable[Match], near: Iterable[Match]) -> list[Match]:
    held = {id(match) for match in near}
    return [match for match in ranked if id(match) not in held]


def _is_told_of(match: Match, moment: frozenset[str]) -> bool:
    return match.score >= THRESHOLD and bool(moment & match.entry.own.dimensions.get("moment", frozenset()))


def _is_elsewhere(match: Match, best: Match, query: FigureQuery) -> bool:
    """Whether another province has the like, where the question names none: it may be meant as well."""
    if query.bodies or query.report is not None or query.document is not None:
        return False
    provinces = {match.entry.report.province, best.entry.report.province}
    return (
        len(provinces) == 2
        and match.score >= max(best.score - _OPEN_MARGIN, THRESHOLD)
        and match.distance <= best.distance + 1
        and match.entry.figure.period == best.entry.figure.period
    )


def _is_of_other_stage(match: Match, best: Match) -> bool:
    """Whether, of dossiers received and settled, it is the other; "bao nhiêu hồ sơ" says neither."""
    stages = [m.entry.own.dimensions.get("stage") for m in (match, best)]
    return (
        all(stages)
        and stages[0] != stages[1]
        and match.entry.own.dimensions.keys() == best.entry.own.dimensions.keys()
        and match.score >= max(best.score - _STAGE_MARGIN, THRESHOLD)
        and match.distance == best.distance
        and match.entry.figure.period == best.entry.figure.period
    )


def groups_of(found: Found) -> list[list[Match]]:
    """Matches that differ in value, period or body; equal values of equal things are one."""
    groups: dict[tuple[object, ...], list[Match]] = {}
    for match in found.matches:
        figure = match.entry.figure
        # "Quá hạn: 219", "219/243 hồ sơ quá hạn": the part is what is counted.
        sort = Measure.COUNT if figure.measure is Measure.RATIO else figure.measure
        groups.setdefault((figure.value, sort), []).append(match)
    if len(groups) > 1:
        best = found.matches[0]
        exact = [m for m in found.matches if m.score >= best.score - 0.03 and m.distance == best.distance]
        same = {(m.entry.figure.value, m.entry.figure.measure) for m in exact}
        period_and_body = {(m.entry.figure.period, m.entry.report.facts.organisation) for m in found.matches}
        is_staged = "stage" in found.query.terms.dimensions
        if not is_staged and any(_is_of_other_stage(m, best) for m in found.matches):
            return list(groups.values())
        if len(same) == 1 and len(period_and_body) == 1:
            return [exact]
        if len(same) == 1 and all(_is_lesser(m, best) for m in found.matches if m not in exact):
            return [exact]
    return list(groups.values())


def _is_lesser(match: Match, best: Match) -> bool:
    """Whether another figure of the same period is clearly less fitting than the best."""
    same_period = match.entry.figure.period == best.entry.figure.period
    return same_period and (match.distance > best.distance or match.score < best.score - _LESSER)
