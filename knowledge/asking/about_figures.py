"""Answers that are one quantity: how many, what share, which window, whether a claim holds."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from knowledge.answers import Answer, Choice, Outcome, Quote, Topic
from knowledge.asking.claims import judge
from knowledge.asking.concepts import Terms, concept_names
from knowledge.asking.counted import STAFF
from knowledge.asking.english import is_english
from knowledge.asking.held import SUPERLATIVE
from knowledge.asking.indicators import indicator_topic
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.matching import GENERIC, PART, FigureQuery, Match, is_narrower, is_said_whole, rank_figures
from knowledge.asking.question import Query, resolve_all
from knowledge.asking.replies import (
    Wording,
    answered,
    clarify,
    figure_context,
    figure_quote,
    figure_quotes,
    figure_words,
    not_found,
    quote,
    shorten,
)
from knowledge.asking.without_periods import without_periods
from knowledge.facts import Measure, Period, PeriodKind, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import PeriodMention, find_windows, name_period
from knowledge.grammar.sought import Sought

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

# So much of what a figure counts stands on a button.
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Found:
    """The figures that fit about equally well, and the query that found them."""

    query: FigureQuery
    matches: list[Match]

    @property
    def best(self) -> FigureEntry:
        """The first of them."""
        return self.matches[0].entry


_AIM = Sought(r"\b(?:muc tieu|chi tieu|target)\b")


def measures_of(query: Query) -> frozenset[Measure]:
    """The sorts of quantity that the question can mean."""
    if SUPERLATIVE.search(query.folded):
        return frozenset({Measure.RANK})
    if query.claim and query.claim.is_rank:
        return frozenset({Measure.RANK, Measure.RATIO})
    if query.claim and query.claim.is_money:
        return frozenset({Measure.MONEY, Measure.CHANGE})
    if query.claim is None and _AIM.search(query.folded):
        return frozenset({Measure.TARGET})
    if query.asks("percent") or (query.claim and query.claim.is_percent):
        return frozenset({Measure.SHARE, Measure.RATIO}) if not query.asks("percent") else frozenset({Measure.SHARE})
    if query.asks("rank") or "#ranking" in query.terms.words:
        return frozenset({Measure.RANK})
    if query.asks("score"):
        return frozenset({Measure.SCORE, Measure.SHARE})
    if _EXCEEDS.search(query.folded) and query.claim is None and query.asks("count", "percent"):
        return frozenset({Measure.SHARE, Measure.CHANGE, Measure.MONEY, Measure.COUNT})
    if query.asks("money") or ("#money" in query.terms.words and query.asks("count")):
        return frozenset({Measure.MONEY, Measure.CHANGE})
    if "direction" in query.terms.dimensions and (query.asks("count") or query.claim):
        return frozenset({Measure.CHANGE})
    if not query.asks("count") and not query.unit and query.claim is None and _LEVEL_OF.search(query.folded):
        # "Mức độ hài lòng năm 2019": how satisfied, and not how many were.
        return frozenset({Measure.SHARE, Measure.SCORE})
    levels = {Measure.COUNT, Measure.RATIO, Measure.MONEY, Measure.SCORE}
    is_counted = query.asks("count") or "#dossier" in query.terms.words
    if is_counted and not query.unit and _AS_SHARE.search(query.folded):
        # "Mức độ hài lòng đạt bao nhiêu": what is told in percent or in points, as each report has it.
        return frozenset(levels | {Measure.SHARE})
    return frozenset(levels if is_counted else levels | {Measure.SHARE, Measure.RANK})


_LEVEL_OF = Sought(r"\bmuc do hai long\b")
_AS_SHARE = Sought(
    r"\b(?:giai ngan|hoan thanh|thuc hien|thu ngan sach)\b.*\bdat (?:duoc )?(?:bao nhieu|may)\b|\b(?:muc do|ty le|ti le|chi so|par index|sipas|papi)\b"
)


def figure_query(query: Query, today: date) -> FigureQuery:
    """The question as a search for figures, its first period taken."""
    resolved = resolve_all(query.periods, today)
    until = _until(query, today)
    open_mention = next((m for m in query.periods if m.is_open), None)
    is_first = bool(SUPERLATIVE.search(query.folded))
    terms = _without_nation(query.terms) if query.asks("rank") else query.terms
    return FigureQuery(
        terms=replace(terms, words=terms.words | {"#ranking"}) if is_first else terms,
        measures=measures_of(query),
        unit=query.unit if query.asks("count") and not query.asks("percent") else "",
        period=resolved[0] if resolved and until is None else None,
        until=until,
        kind_index=(open_mention.kind.value, _index_of(open_mention)) if open_mention and not resolved else None,
        bodies=query.bodies,
        level=query.level,
        dates=query.dates,
        value=_named_value(query),
        acts=frozenset(act for act in _ACTS if f" {act} " in f" {query.folded} "),
        staff=_staff(query),
    )


# What is done to the things that are counted, in words that courtesies use as well and that are no subject.
_ACTS = (
    "tra loi",
    "gui",
    "phat",
    "treo",
    "dang",
    "giao",
    "mo",
    "lap",
    "trinh",
    "khen",
    "sua",
    "cap",
    "trao",
    "thu",
    "tang",
)


def _staff(query: Query) -> str:
    """Officials or public employees, where the question is of one of them."""
    named = set(STAFF.findall(query.folded))
    return named.pop() if len(named) == 1 else ""


def _until(query: Query, today: date) -> Period | None:
    """The month up to which is asked, where that is all that the question says of time."""
    if (
        len(query.periods) != 1
        or query.periods[0].kind is not PeriodKind.MONTH
        or query.asks("window", "trend", "compare")
    ):
        return None
    mention = query.periods[0]
    return mention.resolve(today) if mention.is_until else None


def _without_nation(terms: Terms) -> Terms:
    """ "Đứng thứ mấy cả nước": a province's place is one in the nation, and the figure is no figure of the nation."""
    scope = terms.dimensions.get("scope", frozenset()) - {"nation", "whole"}
    others = {name: values for name, values in terms.dimensions.items() if name != "scope"}
    return replace(terms, dimensions=others | ({"scope": scope} if scope else {}))


def _named_value(query: Query) -> Decimal | None:
    """The value that the figure must have: named, or the first of a ranking."""
    if SUPERLATIVE.search(query.folded) and query.claim is None:
        return Decimal(1)
    return query.values[0] if query.values and query.claim is None else None


def _index_of(mention: PeriodMention) -> int:
    return mention.index if mention.kind not in {PeriodKind.NINE_MONTHS, PeriodKind.YEAR} else 0


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
    ranked = _widest(ranked)
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
    near = _own_first(_totals_first(near), query.terms)
    levels = query.terms.dimensions.get("scope", frozenset()) & _LOWER_LEVELS
    if levels and not query.bodies:
        # "Cấp xã": what says that it is of all communes, and not what one of them tells of itself.
        near = [m for m in near if levels & _scopes(m)] or near
    if query.measures >= {Measure.CHANGE} and len(near) > 1:
        near = _without_their_shares(near)
    if query.acts and len(near) > 1:
        # "Trả lời mấy phản ánh": of the things told together those to which just that was done.
        near = [
            m
            for m in near
            if _is_done(m, query.acts) or not any(_is_done(o, query.acts) and _told_in_same(m, o) for o in near)
        ]
    if "#total" in query.terms.words:
        # "Tất cả bao nhiêu thủ tục": what calls itself all of them.
        near = [m for m in near if "#total" in m.entry.own.words] or near
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
_TOTAL_ROW = re.compile(r"(?i)(?:tổng|cộng|toàn (?:tỉnh|huyện|thành phố|xã|ngành|quận|thị xã))\b")


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
    own = [telling & (m.entry.own_words | m.entry.head_words) for m in near]
    return [
        m
        for m, said in zip(near, own, strict=True)
        if not any(said < more and _told_in_same(m, other) for other, more in zip(near, own, strict=True))
    ]


def _is_done(match: Match, acts: frozenset[str]) -> bool:
    label = f" {fold(match.entry.figure.label)} "
    return any(f" {act} " in label for act in acts)


def _told_in_same(match: Match, other: Match) -> bool:
    one, two = match.entry, other.entry
    return (
        one.report is two.report and one.figure.period == two.figure.period and one.figure.measure is two.figure.measure
    )


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


def answer_figure(library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording) -> Answer | None:
    """The figure asked for, a choice between several, or None where none fits."""
    found = find(library, wanted, _restriction(query))
    if found is None and wanted.value is not None and query.asks("count", "percent", "money"):
        # "Hợp nhất 12 ban thì giảm mấy phòng": the number tells which, and is not what is asked for.
        found = find(library, replace(wanted, is_value_beside=True), _restriction(query))
    if found is None:
        return None
    found = _default_period(found, today)
    if query.asks("window") and (windowed := _same_window(found)):
        return _one(windowed, query, wording)
    groups = groups_of(found)
    if len(groups) > 1:
        return _ask_which(groups, query, wording)
    return _one(found, query, wording)


# "Chưa hoàn thành bao nhiêu", "đã sử dụng bao nhiêu": only a figure that says the same.
_NOT_DONE = Sought(
    r"\b(?:chua|khong) (?:hoan thanh|su dung|dung|giai quyet|giai ngan|thuc hien|thuoc|phai|xong|chi)\b(?!.*\?? *$(?<=khong))"
)
_SPENT = Sought(r"\bda (?:su dung|dung|chi|giai ngan|tieu|thuc thi)\b|\b(?:chi|tieu|dung) het\b")
# "Đã thu được bao nhiêu": what came in, and not what was to be collected.
_COLLECTED = Sought(r"\bda thu(?! thap)(?: hoi| ve| nop)?(?: duoc)?\b|\bthu(?: hoi| nop)? (?:duoc|ve duoc)\b")
_SAYS_COLLECTED = re.compile(
    r"\b(?:da|thuc) (?:thu|nop)\b|\bthu(?: hoi)? (?:duoc|ve)\b|^(?!.*\b(?:kien nghi|phai|can|du kien|de nghi|yeu cau)(?: [a-z]+)? thu\b).*\bthu\b"
)
# "Mỗi công chức mấy máy tính", "bình quân mỗi xã": of one, and not how many there are.
_PER_ONE = Sought(
    r"\bmoi (?:cong chuc|vien chuc|can bo|nguoi|xa|phuong|huyen|don vi|co quan|phong|so|thon|ho so|thu tuc|ngay)\b.*\b(?:may|bao nhieu)\b"
    r"|\b(?:binh quan|trung binh) moi\b"
)
_SAYS_PER_ONE = re.compile(r"/|\bmoi\b|\bbinh quan\b|\btrung binh\b")
# "Vượt dự toán bao nhiêu": by how much, and not how much it was.
_EXCEEDS = Sought(r"\bvuot (?:du toan|ke hoach|chi tieu|muc|so)\b.*\b(?:bao nhieu|may)\b|\bvuot (?:bao nhieu|may)\b")
_SAYS_EXCEEDED = re.compile(r"\b(?:vuot|tang|hon)\b")
_SAYS_NOT_DONE = re.compile(r"\b(?:chua|khong|con lai|ton|chuyen sang)\b")
_SAYS_SPENT = re.compile(r"\b(?:su dung|da chi|giai ngan|thuc hien|thuc thi|voi (?:tong )?(?:kinh phi|so tien))\b")


def _restriction(query: Query) -> re.Pattern[str] | None:
    """What a figure's own words must say because the question turns on it."""
    if query.claim is None and _PER_ONE.search(query.folded):
        return _SAYS_PER_ONE
    if query.claim is None and _EXCEEDS.search(query.folded):
        return _SAYS_EXCEEDED
    asks = query.asks("count", "percent", "money") and query.claim is None and not query.negated
    if asks and (match := _NOT_DONE.search(query.folded)) and not re.match(r"co phai", query.folded):
        return _SAYS_NOT_DONE if match[0].split()[-1] not in {"thuoc", "phai"} else re.compile(re.escape(match[0]))
    if asks and _COLLECTED.search(query.folded):
        return _SAYS_COLLECTED
    return _SAYS_SPENT if asks and _SPENT.search(query.folded) else None


def _same_window(found: Found) -> Found | None:
    """The figures that say which days they cover, if all that do say the same."""
    said = [m for m in found.matches if m.entry.figure.window]
    return Found(found.query, said) if len({m.entry.figure.window for m in said}) == 1 else None


def _default_period(found: Found, today: date) -> Found:
    """Where no year was said: the one such period of the last twelve months, if there is just one."""
    periods = {m.entry.figure.period for m in found.matches}
    if len(periods) <= 1 or found.query.period is not None:
        return found
    recent = [p for p in periods if p and p.first <= today and (today - p.last).days <= 366]
    if found.query.kind_index and len(recent) == 1:
        return Found(found.query, [m for m in found.matches if m.entry.figure.period == recent[0]])
    return found


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


def _ask_which(groups: list[list[Match]], query: Query, wording: Wording) -> Answer:
    choices = []
    entries = [group[0].entry for group in groups]
    contexts = [figure_context(entry, wording) for entry in entries]
    for group, context in zip(groups, contexts, strict=True):
        entry = group[0].entry
        if contexts.count(context) > 1:
            # Of one period and body: what is counted tells them apart.
            context = f"{shorten(f'{entry.figure.head} {entry.figure.label}'.strip(), _LABEL)} – {context}"
        choices.append(
            Choice(
                f"{context}: {figure_words(entry, wording)}"[:120],
                f"{query.text.rstrip('?. ')} {_told_apart(entry, entries, query)}{_specific(entry)}",
            )
        )
    return clarify(
        wording.say("Có nhiều số liệu phù hợp, bạn muốn hỏi số nào?", "Several figures fit. Which one?"),
        tuple(choices),
    )


# "Toàn địa bàn" is what an answer says; questions say it so.
_ASKED_AS = {"whole": "các cấp"}


def _told_apart(entry: FigureEntry, entries: Iterable[FigureEntry], query: Query) -> str:
    """What kind of the several it is, in words that ask for just that kind: "tiếp nhận ", "các cấp "."""
    names, said = concept_names(), []
    for dimension in ("stage", "timeliness", "channel", "scope"):
        if dimension in query.terms.dimensions or len({e.own.dimensions.get(dimension) for e in entries}) == 1:
            continue
        own = sorted(entry.own.dimensions.get(dimension, ()))
        said += [_ASKED_AS.get(value) or names[value][0] for value in own if value in names]
    return "".join(f"{words} " for words in said)


def _specific(entry: FigureEntry) -> str:
    period = name_period(entry.figure.period) if entry.figure.period else ""
    return f"{period} {entry.figure.organisation or entry.report.facts.organisation or ''}".strip()


def _one(found: Found, query: Query, wording: Wording) -> Answer:
    entry = _most_telling(found)
    context = figure_context(entry, wording)
    if found.query.period and entry.figure.period and found.query.period != entry.figure.period:
        # Of a report of two periods: both are named.
        context = f"{wording.period(found.query.period)}, {context}"
    topic = replace(indicator_topic(entry), period=entry.figure.period)
    if query.asks("window"):
        return _window(entry, context, wording, topic)
    direct = f"{figure_words(entry, wording)}"
    if query.claim:
        direct = judge(entry, query.claim, query, wording)
    quotes = (
        *figure_quotes(entry),
        *(figure_quote(m.entry) for m in found.matches if m.entry.report is not entry.report),
    )
    return answered(f"{direct} – {context}" if context else direct, quotes[:3], context=context, topic=topic)


def _most_telling(found: Found) -> FigureEntry:
    """Of equal figures the one whose own report is of that period."""

    def own(match: Match) -> tuple[float, bool]:
        return (-round(match.score, 2), match.entry.report.facts.period != match.entry.figure.period)

    return min(found.matches, key=own).entry


def _window(entry: FigureEntry, context: str, wording: Wording, topic: Topic) -> Answer:
    window = entry.figure.window or _window_told_elsewhere(entry)
    if window is None:
        return not_found(
            wording.say(
                f"Báo cáo không nêu kỳ số liệu của {context}.", f"The report does not say which days {context} covers."
            )
        )
    direct = wording.say(
        f"Từ ngày {wording.day(window.first)} đến ngày {wording.day(window.last)}",
        f"From {wording.day(window.first)} to {wording.day(window.last)}",
    )
    return answered(f"{direct} – {context}", window_quotes(entry, window), context=context, topic=topic)


def _window_told_elsewhere(entry: FigureEntry) -> Window | None:
    """The days that the report's text gives for the same number of the same period: a table's total has none of its own."""
    figure = entry.figure
    told = (f for s in entry.report.statements for f in s.figures if f.window and f.value == figure.value)
    return next((f.window for f in told if f.period == figure.period), None)


def window_quotes(entry: FigureEntry, window: Window) -> tuple[Quote, ...]:
    """The statement that gives the window, first in the figure's own report."""
    for statement in entry.report.statements:
        words = fold(statement.span.cut(entry.report.text))
        if any(w == window for _, _, w in find_windows(words)):
            return (quote(entry.report, statement.span),)
    return (figure_quote(entry),)


def answer_absent(library: Library, wanted: FigureQuery, query: Query, wording: Wording) -> Answer | None:
    """The figure is known, but not of that period or body: say so and offer what there is."""
    if wanted.period is None and not wanted.bodies:
        return None
    elsewhere = find(library, replace(wanted, period=None, kind_index=None))
    if elsewhere is None and wanted.bodies:
        elsewhere = find(library, replace(wanted, bodies=()))
    if elsewhere is None:
        return None
    choices = tuple(
        Choice(figure_context(m.entry, wording), f"{_core(query)} {_specific(m.entry)}") for m in elsewhere.matches[:12]
    )
    missing = wording.within(wanted.period) if wanted.period else ", ".join(b.name for b in wanted.bodies)
    return not_found(
        wording.say(
            f"Chưa có số liệu này cho {missing} trong các báo cáo.", f"The reports do not give this for {missing}."
        ),
        choices,
    )


def _core(query: Query) -> str:
    """The question without its period, to ask again of another."""
    if is_english(query.text):
        return without_periods(query.text)
    words = query.text
    return re.sub(r"(?i)\b(?:quý|quy|q)\s?[ivx\d]+(?:\s?[/-]\s?|\s+năm\s+)?(?:20\d\d)?|năm 20\d\d", "", words).strip(
        " ?"
    )


def is_answered(answer: Answer | None) -> bool:
    """Whether it is an answer and not a question back."""
    return answer is not None and answer.outcome is Outcome.ANSWERED


def period_of(found: Found) -> Period | None:
    """The period of the best figure."""
    return found.best.figure.period
