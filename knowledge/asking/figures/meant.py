"""Which of the figures that fit a question are meant: the best and those that say as much, and what tells them apart."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.matching import Match, rank_figures
from knowledge.asking.figures.narrower import is_narrower, only_part_is_of, says_more_for_nothing
from knowledge.asking.figures.narrowing import NARROWED
from knowledge.asking.figures.rounded import without_rounded
from knowledge.asking.figures.rounded_shares import is_share_of
from knowledge.asking.figures.surveys import asks_either, is_survey_beside_index
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.words.counted_sorts import counts_people
from knowledge.facts import Figure, Measure, Window
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# Below this score a figure does not say what was asked; between the best and the rest lies the margin.  Both
# were read off the curves in docs/accuracy.md.
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
    ranked = without_rounded(_of_what_was_done(ranked, query.said))
    ranked = [m for m in ranked if not only_part_is_of(library, m.entry, query.terms)]
    if not ranked or ranked[0].score < THRESHOLD:
        return None
    asked = query.terms.dimensions.get("moment", frozenset())
    # "Còn mấy phòng": what was left, however much else its sentence says.
    told = [m for m in ranked if m.score >= ranked[0].score - _OPEN_MARGIN and _is_told_of(m, asked)]
    ranked = _without_parts_of_fitting(_widest(_without_narrower(told or ranked, query)), query.terms)
    near = _near(library, query, _whole_of_parts(ranked))
    for narrowed in NARROWED:
        near = narrowed(near, query)
    return Found(query, _without_parts_of_counts(near))


def _near(library: Library, query: FigureQuery, ranked: list[Match]) -> list[Match]:
    """Those within the margin of the best, and those which another province or stage of the same dossiers has alike."""
    best, is_open = ranked[0], _is_open(query)
    least = max(best.score - (_OPEN_MARGIN if is_open else MARGIN), THRESHOLD)
    near = [
        m
        for m in ranked
        if m.score >= least and m.distance <= best.distance + 1 and not is_narrower(m.entry, best.entry, query.terms)
    ]
    if library.filed.has_several_provinces:
        near += [m for m in _others(ranked, near) if _is_elsewhere(m, best, query)]
    near += [m for m in _others(ranked, near) if _is_of_other_body(m, best, query)]
    if asks_either(query):
        near += [m for m in _others(ranked, near) if is_survey_beside_index(m, best)]
    near += [m for m in _others(ranked, near) if _is_row_beside(m, best, query)]
    if "stage" not in query.terms.dimensions and not is_open:
        near += [m for m in _others(ranked, near) if _is_of_other_stage(m, best)]
    return near


def _is_open(query: FigureQuery) -> bool:
    """Whether it gives neither time, body nor anything else that tells one report's figure from another's."""
    is_anywhere = query.period is None and not query.bodies and query.report is None
    return is_anywhere and query.document is None and query.value is None


def _widest(ranked: list[Match]) -> list[Match]:
    """Without those that cover only a part of the days that another covers which is told of the same period and body.

    "Riêng 02 tháng đầu vận hành (từ ngày 01/7 đến ngày 31/8) …" is no quarter's figure.
    """
    alike: dict[tuple[object, ...], list[Match]] = defaultdict(list)
    with_days = [m for m in ranked if _days_of(m) is not None]
    for match in with_days:
        alike[_told_of(match)].append(match)
    parts = {id(m) for m in with_days if any(_is_part_of_days(m, other) for other in alike[_told_of(m)])}
    return [m for m in ranked if id(m) not in parts]


# "Đã bố trí được mấy người": of "dôi dư 31 người, đã bố trí được 18 người" those of whom just that is said.
_DONE = Sought(rf"\bda (?P<act>[a-z]+(?: [a-z]+)?) (?:duoc )?{HOW_MANY}\b")


def _of_what_was_done(ranked: list[Match], said: str) -> list[Match]:
    """Without what a sentence counts besides, where it says of one of its numbers that just that was done."""
    if (done := _DONE.search(said)) is None:
        return ranked
    words = f"da {done['act']}"
    does = [words in fold(m.entry.figure.label) for m in ranked]
    telling = {m.entry.statement.number for m, it_does in zip(ranked, does, strict=True) if it_does}
    return [m for m, it_does in zip(ranked, does, strict=True) if it_does or m.entry.statement.number not in telling]


def _without_narrower(ranked: list[Match], query: FigureQuery) -> list[Match]:
    """Without what its sentence counts of all that was asked for: "phát ra 312 phiếu, có 298 phiếu hài lòng"."""
    alike: dict[int, list[Match]] = defaultdict(list)
    for match in ranked:
        is_count = match.entry.figure.measure is Measure.COUNT and not match.entry.statement.is_row
        if is_count and match.score >= THRESHOLD:
            alike[match.entry.statement.number].append(match)
    parts = {
        id(m) for m in ranked if any(_is_some_of(m.entry, o.entry, query) for o in alike[m.entry.statement.number])
    }
    return [m for m in ranked if id(m) not in parts]


def _is_some_of(entry: FigureEntry, other: FigureEntry, query: FigureQuery) -> bool:
    """Whether it counts only those of the other, counted in the same unit, that are something nobody asked for."""
    figure, whole = entry.figure, other.figure
    # "1.268 công chức …; đã chi trả cho 1.019 người": both are people.
    are_people = fold(figure.unit) == "nguoi" and counts_people(other)
    if not figure.unit or (figure.unit != whole.unit and not are_people) or figure.value > whole.value:
        return False
    more = entry.own.dimensions.keys() - other.own.dimensions.keys()
    if figure.span.start > whole.span.start and more == {"polarity"} and "polarity" not in query.terms.dimensions:
        # "Có 16 nhiệm vụ, đã hoàn thành 10": how many there are, where nothing says that they were done.
        return _SAYS_DONE.search(query.said) is None and bool(query.unit)
    if figure.span.start <= whole.span.start or more:
        return False  # "tiếp nhận 62 hồ sơ, đã giải quyết 29 hồ sơ": in another state, which may be meant
    if query.terms.words & entry.own.words - other.own.words:
        return False  # "riêng đất đai": only it is of what is asked for
    # A thing that only one of the two is about; what became of them is no other thing.
    names_more = any(word.startswith("#") for word in entry.own.words - other.own.words - query.terms.words)
    return (names_more and is_narrower(entry, other, query.terms)) or _is_restricted(entry, other, query.said)


def _is_restricted(entry: FigureEntry, other: FigureEntry, said: str) -> bool:
    """Whether words behind its unit, that the question does not have, say which ones it counts, and none stand behind the other's."""
    unit = fold(entry.figure.unit)
    _, is_told, which = fold(entry.figure.label).rpartition(f"{unit} ")
    return (
        bool(is_told)
        and _WHICH.match(which) is not None
        and which not in said
        and fold(other.figure.label).endswith(unit)
    )


_SAYS_DONE = pattern_of(r"\b(?:hoan thanh|lam|xong|thuc hien|dat|trien khai|done|completed|roi)\b")
_WHICH = pattern_of(r"(?!(?:da|dang|chua|duoc|bi|dat|voi|so voi|o|tai)\b)[a-z]")


def _told_of(match: Match) -> tuple[object, ...]:
    """The report, period, sort and body that a figure is told of."""
    figure = match.entry.figure
    # "UBND phường" of a ward's own report is the ward.
    of = match.entry.body or match.entry.report.body
    return match.entry.report.index, figure.period, figure.measure, of.level, of.place or match.entry.report.body.place


def _days_of(match: Match) -> Window | None:
    """The days that the figure covers: its own, else those that the report says of all."""
    return match.entry.figure.window or match.entry.report.facts.window


def _is_part_of_days(match: Match, other: Match) -> bool:
    part, whole = match.entry.figure.window, _days_of(other)
    if part is None or whole is None or part == whole or match.score > other.score + MARGIN:
        return False
    return whole.first <= part.first and part.last <= whole.last


def _without_parts_of_fitting(ranked: list[Match], asked: Terms) -> list[Match]:
    """Without parts that say no more of what is asked than a whole that fits: "3.120 hồ sơ, gồm hộ tịch 1.950, chứng thực 1.170"."""
    by_place = {(m.entry.statement.number, m.entry.figure.span): m for m in ranked}

    def is_told_by_whole(match: Match) -> bool:
        told, part_of = match.entry.statement.statement.figures, match.entry.figure.part_of
        if part_of is None or part_of >= len(told):
            return False
        whole = by_place.get((match.entry.statement.number, told[part_of].span))
        fits = whole is not None and whole is not match and whole.score >= match.score - MARGIN
        return fits and whole is not None and says_more_for_nothing(match.entry, whole.entry, asked)

    return [m for m in ranked if not is_told_by_whole(m)]


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


def _is_of_other_body(match: Match, best: Match, query: FigureQuery) -> bool:
    """Whether another body has the like of that very period, where the question names none: it may be meant as well."""
    if query.bodies or query.level or query.report is not None or query.document is not None:
        return False
    figure, other = match.entry.figure, best.entry.figure
    bodies = {match.entry.report.facts.organisation, best.entry.report.facts.organisation}
    return (
        len(bodies) == 2
        and match.score >= max(best.score - _OPEN_MARGIN, THRESHOLD)
        and (figure.period, figure.measure, figure.unit) == (other.period, other.measure, other.unit)
    )


def _is_row_beside(match: Match, best: Match, query: FigureQuery) -> bool:
    """Whether it is what the best is of another body of the same table, where the question names none: either may be meant."""
    figure, other = match.entry.figure, best.entry.figure
    if query.bodies or not best.entry.statement.is_row or not match.entry.statement.is_row:
        return False
    if (
        figure.organisation == other.organisation
        or not best.distance
        or not figure.organisation
        or not other.organisation
    ):
        return False
    if not query.terms.words & best.entry.own.words <= match.entry.own.words:
        return False  # "Cục Cảng cá để trễ bao nhiêu": its words name the row, though it is no body that is known
    same = (figure.head, figure.period, figure.measure) == (other.head, other.period, other.measure)
    return same and _in_column(figure) == _in_column(other)


def _in_column(figure: Figure) -> str:
    """The words of a row's figure without the body that the row is of."""
    return figure.label.replace(figure.organisation or "", "").strip()


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


def _without_parts_of_counts(matches: list[Match]) -> list[Match]:
    """Without so many of so many where the whole is told as well: "214 trụ sở dôi dư" and "đã xử lý 97/214"."""
    wholes = {
        m.entry.figure.value
        for m in matches
        if m.entry.figure.measure is Measure.COUNT and m.score >= matches[0].score - _ALIKE
    }
    kept = [m for m in matches if not (m.entry.figure.measure is Measure.RATIO and m.entry.figure.whole in wholes)]
    return kept or matches


def groups_of(found: Found) -> list[list[Match]]:
    """Matches that differ in value, period or body; equal values of equal things are one."""
    groups: dict[tuple[object, ...], list[Match]] = {}
    for match in found.matches:
        figure = match.entry.figure
        # "Quá hạn: 219", "219/243 hồ sơ quá hạn": the part is what is counted.
        sort = Measure.COUNT if figure.measure is Measure.RATIO else figure.measure
        told = (figure.value, sort)
        if figure.measure is Measure.RATIO and (share := _share_of_it(match, found.matches)) is not None:
            told = (share.value, Measure.SHARE)
        groups.setdefault(told, []).append(match)
    if len(groups) > 1:
        best = found.matches[0]
        exact = [m for m in found.matches if m.score >= best.score - 0.03 and m.distance == best.distance]
        same = {(m.entry.figure.value, m.entry.figure.measure) for m in exact}
        period_and_body = {(m.entry.figure.period, m.entry.report.facts.organisation) for m in found.matches}
        if any(_is_row_beside(m, best, found.query) for m in found.matches):
            return list(groups.values())
        if asks_either(found.query) and any(is_survey_beside_index(m, best) for m in found.matches):
            return list(groups.values())
        is_staged = "stage" in found.query.terms.dimensions
        if not is_staged and any(_is_of_other_stage(m, best) for m in found.matches):
            return list(groups.values())
        if len(same) == 1 and len(period_and_body) == 1:
            return [exact]
        others = _others(found.matches, exact)
        if len(same) == 1 and all(_is_lesser(m, best) and not _is_of_other_body(m, best, found.query) for m in others):
            return [exact]
    return list(groups.values())


def besides(library: Library, found: Found) -> list[Match]:
    """Where no time is said and several are meant: the like of times or bodies that none of them is of, the best of each.

    What else its words say narrows it, but who is asked back is to find every time among the answers.
    """
    query, best = found.query, found.matches[0]
    told = {(m.entry.figure.period, m.entry.report.body) for m in found.matches}
    if query.period is not None or query.kind_index is not None or len({period for period, _ in told}) == 1:
        return []
    others: dict[object, list[Match]] = defaultdict(list)
    for match in rank_figures(library, query, THRESHOLD):
        of = (match.entry.figure.period, match.entry.report.body)
        is_like = match.distance <= best.distance + 1 and match.score >= best.score - _OPEN_MARGIN - _ALIKE
        if of[0] is not None and of not in told and is_like and _are_of_one_sort(match.entry.figure, best.entry.figure):
            others[of].append(match)
    return [m for of in others.values() for m in of if m.score >= of[0].score - _ALIKE and m.distance == of[0].distance]


def _are_of_one_sort(figure: Figure, other: Figure) -> bool:
    return (figure.measure, figure.unit) == (other.measure, other.unit)


def _share_of_it(match: Match, matches: Iterable[Match]) -> Figure | None:
    """The share that its own sentence gives of so many of so many, where it may be meant as well: both say the same."""
    figure, number = match.entry.figure, match.entry.statement.number
    beside = (m.entry.figure for m in matches if m.entry.statement.number == number)
    if (whole := figure.whole) is None:
        return None
    return next((f for f in beside if f.measure is Measure.SHARE and is_share_of(figure.value, whole, f.value)), None)


def _is_lesser(match: Match, best: Match) -> bool:
    """Whether another figure of the same period is clearly less fitting than the best."""
    same_period = match.entry.figure.period == best.entry.figure.period
    return same_period and (match.distance > best.distance or match.score < best.score - _LESSER)
