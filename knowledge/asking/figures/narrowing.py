"""What a question says of figures that fit it about equally well: which of them are not meant, where others are left."""

from collections import defaultdict

from knowledge.asking.figures.agreeing import PART, is_said_whole
from knowledge.asking.figures.dimensions import comes_in_by_itself
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.matching import ASKS_TOTAL, COMING_IN, Match
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.figures.spent import ASKS_SPENT, is_spent
from knowledge.asking.figures.start_and_end import of_asked_moment
from knowledge.asking.figures.told_dimensions import LOWER_LEVELS
from knowledge.asking.shelves.terms import index_names
from knowledge.facts import Measure, PeriodKind
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of


def _of_its_time(near: list[Match], query: FigureQuery) -> list[Match]:
    """What is told of that very time, and not of a part of it in a report that bears its name."""
    if query.period is None:
        return near
    return [m for m in near if m.entry.figure.period == query.period] or near


def _of_its_level(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Cấp xã": what says that it is of all communes, and not what one of them tells of itself."""
    levels = query.terms.dimensions.get("scope", frozenset()) & LOWER_LEVELS
    if not levels or query.bodies:
        return near
    near = [m for m in near if levels & _scopes(m)] or near
    return [m for m in near if not _OF_SOME.search(fold(m.entry.figure.head))] or near


def _done_so(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Trả lời mấy phản ánh": of the things told together those to which just that was done."""
    if not query.acts or len(near) <= 1:
        return near
    done = [_is_done(m, query.acts) for m in near]
    told_done = {_told_in(m) for m, is_done in zip(near, done, strict=True) if is_done}
    return [m for m, is_done in zip(near, done, strict=True) if is_done or _told_in(m) not in told_done]


def _index_itself(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Chỉ số SIPAS năm 2019": the index itself, and its place only where no report tells it."""
    if not (query.measures >= {Measure.RANK, Measure.SCORE} and query.terms.words & index_names()):
        return near
    return [m for m in near if m.entry.figure.measure is not Measure.RANK] or near


def _all_of_them(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Tất cả bao nhiêu thủ tục": what calls itself all of them."""
    if "#total" in query.terms.words:
        return [m for m in near if _is_total(m)] or near
    if not ASKS_TOTAL.search(query.said):
        return near
    # "Tổng số TTHC": beside what its report calls the total, what was made known of it is another count.
    with_total = {_told_in(m) for m in near if _is_total(m)}
    return [m for m in near if _is_total(m) or _told_in(m) not in with_total]


_RESOLVED = frozenset({"resolved"})


def settled(near: list[Match], query: FigureQuery) -> list[Match]:
    """Late are those that were settled late; those still worked on are told besides."""
    if "timeliness" not in query.terms.dimensions or query.terms.dimensions.get("stage", _RESOLVED) != _RESOLVED:
        return near
    return [m for m in near if not _is_pending(m)] or near


def _of_the_whole(near: list[Match], query: FigureQuery) -> list[Match]:
    """Asked of the whole: no desk's own figure, and of one period what says that it is of the whole before what does not."""
    if "whole" not in query.terms.dimensions.get("scope", ()) and query.level != "province":
        return near
    near = [m for m in near if m.distance < PART] or near
    whole = {m.entry.figure.period for m in near if is_said_whole(m.entry)}
    return [m for m in near if m.entry.figure.period not in whole or is_said_whole(m.entry)]


def _allotted(near: list[Match], query: FigureQuery) -> list[Match]:
    """Of the sums of one sentence without what was spent of the other."""
    if Measure.MONEY not in query.measures or ASKS_SPENT.search(query.said):
        return near
    spent = [is_spent(m.entry) for m in near]
    whole = {id(m.entry.statement) for m, is_it in zip(near, spent, strict=True) if not is_it}
    return [m for m, is_it in zip(near, spent, strict=True) if not (is_it and id(m.entry.statement) in whole)]


# "Còn 87 trụ sở dôi dư chưa xử lý": those of them with which nothing was done yet.
_LEFT_UNDONE = pattern_of(r"\W*(?:hien |nay )?con\b.*\bchua\b")
_ASKS_LEFT = pattern_of(r"\b(?:con|chua|ton|khong|left|remain|remaining)\b")


def _done_with_or_not(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Dôi dư mấy trụ sở": of what its report counts, without those that are only still left to be dealt with."""
    if _ASKS_LEFT.search(query.said):
        return near
    return [m for m in near if not _LEFT_UNDONE.match(fold(m.entry.figure.label))] or near


def _came_in(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Nhận bao nhiêu kiến nghị": of calls and complaints those that came in, and not how many were answered."""
    if "received" not in query.terms.dimensions.get("stage", ()) or not query.unit.startswith(COMING_IN):
        return near
    return [m for m in near if comes_in_by_itself(m.entry)] or near


# Sorts of staff, which reports count together and apart.
_SORTS_OF_STAFF = frozenset({"can bo", "cong chuc", "vien chuc"})


def _of_these_sorts(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Bao nhiêu cán bộ, công chức": those that are counted just so before either sort alone; of one sentence only those."""
    if not any(query.unit.startswith(sort) for sort in _SORTS_OF_STAFF):
        return near
    just = {m.entry.statement.number for m in near if _counted_as(m) == query.unit}
    if just and query.unit not in _SORTS_OF_STAFF:
        return [m for m in near if _counted_as(m) not in _SORTS_OF_STAFF]
    return [m for m in near if m.entry.statement.number not in just or _counted_as(m) == query.unit]


def _of_its_moment(near: list[Match], query: FigureQuery) -> list[Match]:
    """ "Cuối năm có mấy phòng": of the columns of the start and of the end that one."""
    return of_asked_moment(near, query.said)


def _counted_as(match: Match) -> str:
    """What it counts, put as a question's unit is."""
    return " ".join(fold(match.entry.figure.unit).replace(",", " ").split())


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


def _scopes(match: Match) -> frozenset[str]:
    return frozenset(
        scope for terms in (match.entry.own, match.entry.head) for scope in terms.dimensions.get("scope", ())
    )


def _without_their_shares(near: list[Match], query: FigureQuery) -> list[Match]:
    """Without a change in percent that stands behind the same change as a number: "tăng 362 hồ sơ (11,60%)"."""
    if Measure.CHANGE not in query.measures:
        return near
    said = {id(m.entry.statement) for m in near if m.entry.figure.unit != "%"}
    return [m for m in near if m.entry.figure.unit != "%" or id(m.entry.statement) not in said]


# Read with its tones: "Công Thương" and "Công chứng" are no totals.
_TOTAL_ROW = pattern_of(r"(?i)(?:tổng|cộng|toàn (?:tỉnh|huyện|thành phố|xã|ngành|quận|thị xã))\b")


def _totals_first(near: list[Match], _: FigureQuery) -> list[Match]:
    """Of the rows of one table that fit alike just its total, where it has one."""
    tables = {_table_of(m) for m in near if _TOTAL_ROW.match(m.entry.figure.label)} - {None}
    return [m for m in near if _table_of(m) not in tables or _TOTAL_ROW.match(m.entry.figure.label)]


def _table_of(match: Match) -> tuple[object, ...] | None:
    entry = match.entry
    if not entry.statement.is_row or not entry.figure.head:
        return None
    return entry.report.index, entry.figure.head, entry.figure.period, entry.figure.measure


def _own_first(near: list[Match], query: FigureQuery) -> list[Match]:
    """Without those that only stand near a thing which another of them, of the same report and period, is told of.

    "Tiếp nhận 8.412 hồ sơ, …, chủ yếu là lý lịch tư pháp" beside the row "Lý lịch tư pháp | 6.975".
    """
    telling = frozenset(w for w in query.terms.words - GENERIC if w.startswith("#") or "_" in w)
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


_OPEN_STAGES = frozenset({"pending", "carried"})  # into the next period


def _is_pending(match: Match) -> bool:
    stages = (terms.dimensions.get("stage", frozenset()) for terms in (match.entry.own, match.entry.head))
    is_said = any(stage and stage <= _OPEN_STAGES for stage in stages)
    return is_said or _STILL_OPEN.match(fold(match.entry.figure.head)) is not None


# What heads it nearest: "chuyển kỳ sau 885 hồ sơ, trong đó quá hạn 51 hồ sơ", "hồ sơ chưa xong là 6.044, có 313 hồ sơ quá hạn".
_STILL_OPEN = pattern_of(
    r"\W*(?:(?!da\b)[a-z]+ ){0,4}?(?:chuyen (?:sang )?(?:ky|quy|thang|nam) sau|chua xong|(?:dang|chua) (?:duoc )?(?:giai quyet|xu ly))\b"
)


# One behind the other, each of what the one before has left.
NARROWED = (
    _allotted,
    _done_with_or_not,
    _came_in,
    _of_these_sorts,
    _of_its_moment,
    _of_its_time,
    _totals_first,
    _own_first,
    _unrestricted,
    _of_its_level,
    _without_their_shares,
    _done_so,
    _index_itself,
    _all_of_them,
    settled,
    _of_the_whole,
)
