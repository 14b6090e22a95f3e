"""What figure a question wants: of which sort, unit, period and body, and what its own words must say."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge.asking.figures.brought import asks_aim
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.sides import only_says_where
from knowledge.asking.reading.held import SUPERLATIVE
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.words.counted_sorts import STAFF
from knowledge.facts import Measure, Period, PeriodKind, Window
from knowledge.grammar.concepts import Terms
from knowledge.grammar.function_words import HOW_MANY, NOT, TASK
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought

# What tells money: a sum, so much of a sum ("2.808/6.240 triệu đồng"), or by how much it changed.
SUMS = frozenset({Measure.MONEY, Measure.RATIO, Measure.CHANGE})
_AIM = Sought(r"\b(?:(?<!chuong trinh )muc tieu|chi tieu|target)\b")


def measures_of(query: Query) -> frozenset[Measure]:
    """The sorts of quantity that the question can mean."""
    if SUPERLATIVE.search(query.folded):
        return frozenset({Measure.RANK})
    if query.claim and query.claim.is_rank:
        return frozenset({Measure.RANK, Measure.RATIO})
    if query.claim and query.claim.is_money:
        return SUMS
    if query.claim is None and (_AIM.search(query.folded) or asks_aim(query.folded)):
        return frozenset({Measure.TARGET})
    if _HOW_MANY_PLACES.search(query.folded) or _HOW_MANY_INDICES.search(query.folded):
        return frozenset({Measure.COUNT, Measure.RATIO})
    if query.claim is None and CHANGED_BY_PERCENT.search(query.folded):
        return frozenset({Measure.CHANGE})
    if query.asks("percent") or (query.claim and query.claim.is_percent):
        return frozenset({Measure.SHARE, Measure.RATIO}) if not query.asks("percent") else frozenset({Measure.SHARE})
    if not query.asks("rank") and _HOW_MANY_POINTS.search(query.folded):
        return frozenset({Measure.SCORE})  # "xếp thứ nhất với bao nhiêu điểm"
    if query.asks("rank") or "#ranking" in query.terms.words:
        return frozenset({Measure.RANK})
    if query.asks("score"):
        return frozenset({Measure.SCORE, Measure.SHARE})
    if _EXCEEDS.search(query.folded) and query.claim is None and query.asks("count", "percent"):
        return frozenset({Measure.SHARE, Measure.CHANGE, Measure.MONEY, Measure.COUNT})
    if query.asks("money") or ("#money" in query.terms.words and query.asks("count")):
        return SUMS
    if "direction" in query.terms.dimensions and (query.asks("count") or query.claim):
        return frozenset({Measure.CHANGE})
    if not query.unit and query.claim is None and _LEVEL_OF.search(query.folded):
        # "Mức độ hài lòng năm 2019 là bao nhiêu": how satisfied, and not how many were.
        return frozenset({Measure.SHARE, Measure.SCORE})
    levels = {Measure.COUNT, Measure.RATIO, Measure.MONEY, Measure.SCORE}
    if query.unit.split(" ", 1)[0] in _COUNTED_SORTS:
        levels -= {Measure.MONEY}  # "Gồm mấy loại phí": no sum of them
    is_counted = query.asks("count") or "#dossier" in query.terms.words
    if is_counted and not query.unit and _AS_SHARE.search(query.folded):
        # "Mức độ hài lòng đạt bao nhiêu": what is told in percent or in points, as each report has it.
        return frozenset(levels | {Measure.SHARE})
    return frozenset(levels if is_counted else levels | {Measure.SHARE, Measure.RANK})


# "Tăng bao nhiêu phần trăm": by how much it changed, and not the share that it came to.
CHANGED_BY_PERCENT = Sought(rf"\b(?:tang|giam)(?: them| duoc| khoang)? {HOW_MANY} ?(?:phan tram|%)")
# "Bao nhiêu chỉ số thành phần tăng hạng": how many of them, and no place of one.
_HOW_MANY_INDICES = Sought(rf"\b{HOW_MANY} (?:chi so|tieu chi|linh vuc)\b.*\b(?:hang|bac)\b")
# "Bao nhiêu xã trực tuyến trên 50%": the share of one of them counts none.
_HOW_MANY_PLACES = Sought(
    rf"\b{HOW_MANY} (?:xa|phuong|huyen|thon|don vi|co quan|dia phuong)\b(?!.*\b{HOW_MANY}\b).*(?:%|\bphan tram\b)"
)
_HOW_MANY_POINTS = Sought(rf"\b{HOW_MANY} diem\b(?! (?:phan tram|tiep nhan|cau|du lich|ban|truc))")
_COUNTED_SORTS = frozenset({"loai", "nguoi", "lop", "luot", "cuoc", "phong", "xa"})
_LEVEL_OF = Sought(rf"\bmuc do hai long\b|\bhai long\b(?: [a-z/\d]+)* dat (?:duoc )?{HOW_MANY}\W*$")
_AS_SHARE = Sought(
    rf"\b(?:giai ngan|hoan thanh|thuc hien|thu ngan sach)\b.*\bdat (?:duoc )?{HOW_MANY}\b|\b(?:muc do|ty le|ti le|chi so|par index|sipas|papi)\b"
)


def figure_query(query: Query, today: date) -> FigureQuery:
    """The question as a search for figures, its first period taken."""
    resolved = resolve_all(query.periods, today)
    until = _until(query, today)
    open_mention = next((m for m in query.periods if m.is_open), None)
    same_year = next((m.year for m in query.periods if m.is_same_period), None)
    if open_mention is not None and same_year is not None and not resolved:
        resolved = [open_mention.in_year(same_year)]  # "cùng kỳ năm 2022 … 6 tháng đầu năm": the half of that year
    # "Dẫn đầu", "trong top 10": a place in a ranking, whether that is said or not.
    is_place = bool(SUPERLATIVE.search(query.folded)) or (query.claim is not None and query.claim.is_rank)
    terms = _without_nation(query.terms) if query.asks("rank") else query.terms
    if query.asks("money"):
        # "Bao nhiêu tỷ đồng": in what it is told says nothing of what it is for.
        terms = replace(terms, words=terms.words - _MONEY_UNITS)
    bodies = tuple(b for b in query.bodies if not _is_where_a_department_is(query, b))
    if len(bodies) < len(query.bodies) and _AT_COUNTER.search(query.folded):
        # "Tại quầy ở Trung tâm": where, and no way of handing in.
        terms = replace(terms, dimensions={d: v for d, v in terms.dimensions.items() if d != "channel"})
    return FigureQuery(
        terms=replace(terms, words=terms.words | {"#ranking"}) if is_place else terms,
        measures=measures_of(query),
        unit=_unit(query),
        period=resolved[0] if resolved and until is None else None,
        until=until,
        kind_index=(open_mention.kind.value, _index_of(open_mention)) if open_mention and not resolved else None,
        bodies=bodies,
        is_at_desk=len(bodies) < len(query.bodies),
        level=query.level,
        window=query.days.window,
        since=query.days.since,
        is_against_year_before=any(m.is_same_period for m in query.periods),
        dates=tuple(d for d in query.dates if d not in _ends(query.days.window)),
        value=_named_value(query),
        acts=frozenset(act for act in _ACTS if f" {act} " in f" {query.folded} "),
        staff=_staff(query),
        said=query.folded,
    )


_AT_COUNTER = Sought(r"\btai quay (?:cua so |rieng )?(?:o|tai|dat tai|trong) ")


def _is_where_a_department_is(query: Query, body: OrganisationMention) -> bool:
    """ "Sở Tư pháp … tại Trung tâm": where the department did it, which is one of those that are asked for."""
    has_department = any(b.organisation.body.startswith("so ") for b in query.bodies)
    return has_department and not body.organisation.place and only_says_where(query, body)


_MONEY_UNITS = frozenset({"ty", "trieu", "nghin", "ngan", "dong", "vnd"})


def _unit(query: Query) -> str:
    """What is counted: as it was asked, or as it stands behind the number that is held up."""
    if query.claim is not None and not query.asks("count", "percent"):
        return query.claim.unit
    is_counted = query.asks("count") and not query.asks("percent")
    return query.unit if is_counted or _HOW_MANY_PLACES.search(query.folded) else ""


def _ends(window: Window | None) -> tuple[date, ...]:
    return (window.first, window.last) if window else ()


# What is done to the things that are counted, in words that courtesies use as well and that are no subject.
_ACTS = ("tra loi", "gui", "phat", "treo", "dang", "trinh", "khen", "sua", "trao")


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


# "Chưa hoàn thành bao nhiêu", "đã sử dụng bao nhiêu": only a figure that says the same.
_NOT_DONE = Sought(
    rf"\b{NOT} (?:hoan thanh|su dung|dung|giai quyet|giai ngan|thuc hien|thuoc|phai|xong|chi)\b(?!.*\?? *$(?<=khong))"
    # "Còn phải số hóa bao nhiêu": what is left.
    rf"|\bcon phai (?!lam gi)[a-z ]+ {HOW_MANY}\b"
)
_SPENT = Sought(r"\bda (?:su dung|dung|chi|giai ngan|tieu|thuc thi)\b|\b(?:chi|tieu|dung) het\b")
# "Đã thu được bao nhiêu": what came in, and not what was to be collected.
_COLLECTED = Sought(r"\bda thu(?! thap)(?: hoi| ve| nop)?(?: duoc)?\b|\bthu(?: hoi| nop)? (?:duoc|ve duoc)\b")
_SAYS_COLLECTED = pattern_of(
    r"\b(?:da|thuc) (?:thu|nop)\b|\bthu(?: hoi)? (?:duoc|ve)\b|^(?!.*\b(?:kien nghi|phai|can|du kien|de nghi|yeu cau)(?: [a-z]+)? thu\b).*\bthu\b"
)
# "Mỗi công chức mấy máy tính", "bình quân mỗi xã": of one, and not how many there are.
_PER_ONE = Sought(
    rf"\bmoi (?:cong chuc|vien chuc|can bo|nguoi|xa|phuong|huyen|don vi|co quan|phong|so|thon|ho so|thu tuc|ngay)\b.*\b{HOW_MANY}\b"
    r"|\b(?:binh quan|trung binh) moi\b"
)
_SAYS_PER_ONE = pattern_of(r"/|\bmoi\b|\bbinh quan\b|\btrung binh\b")
# "Vượt dự toán bao nhiêu": by how much, and not how much it was.
_EXCEEDS = Sought(rf"\bvuot (?:du toan|ke hoach|chi tieu|muc|so)\b.*\b{HOW_MANY}\b|\bvuot {HOW_MANY}\b")
_SAYS_EXCEEDED = pattern_of(r"\b(?:vuot|tang|hon)\b")
_SAYS_NOT_DONE = pattern_of(r"\b(?:chua|khong|con lai|ton|chuyen sang)\b")
_SAYS_SPENT = pattern_of(
    r"\b(?:su dung|da (?:dung|tieu|thanh toan|chi)|dung het|chi (?:tra|cho|tieu|het)|giai ngan|thuc hien|thuc thi|voi (?:tong )?(?:kinh phi|so tien))\b"
)


# How far work is, which the words that count it must say as well: how many are done is no answer.
_WORK = rf"(?:{TASK}|noi dung|chi tieu|muc tieu)"
_STATES_OF_WORK = tuple(
    (Sought(rf"\b{_WORK}\b.*\b(?:{asked})\b|\b(?:{asked})\b.*\b{_WORK}\b"), pattern_of(rf"\b(?:{told})\b"))
    for asked, told in (
        ("(?:cham|tre) (?:tien do|muon)", "cham|tre"),
        ("dung tien do", "dung tien do"),
        ("dang (?:trien khai|thuc hien|lam|xu ly)", "dang|dung tien do"),
        ("(?:chua (?:den|toi)|con trong) (?:thoi )?han", "chua (?:den|toi)|trong (?:thoi )?han"),
        (
            "(?:duoc giao|duoc phan cong|chu tri)(?: thuc hien)? (?:bao nhieu|may)",
            "giao|phan cong|chu tri|chiu trach nhiem",
        ),
    )
)


# What the number itself must be said to be: so many more, so many merged, so many that are left.
_ACTS_BEFORE = tuple(
    (Sought(rf"\b(?:{asked})(?: duoc)? {HOW_MANY} [a-z]"), pattern_of(rf"\b(?:{told})\b"))
    for asked, told in (
        ("(?<!tang )them", "them|bo sung|tang|moi"),
        ("sap nhap|hop nhat", "sap nhap|hop nhat|nhap"),
        ("giai the", "giai the"),
        ("(?:tra|tra ket qua|giai quyet|cap) ngay", "ngay|tai cho|trong buoi"),
        ("thanh lap moi|thanh lap", "thanh lap"),
    )
)
_LEFT_OF_THEM = Sought(rf"\b{HOW_MANY} (?!ho so\b)(?:[a-z]+ ){{1,3}}con lai\b")
_SAYS_LEFT = pattern_of(r"\bcon lai\b|\bcon\b")


def _act_of_number(said: str) -> re.Pattern[str] | None:
    if _LEFT_OF_THEM.search(said):
        return _SAYS_LEFT
    return next((told for asked, told in _ACTS_BEFORE if asked.search(said)), None)


# "Bao nhiêu phiếu được phát ra": not those that came back, and the other way round.
_BALLOTS_OUT = Sought(rf"^(?!.*\bthu (?:ve|lai)\b).*(?:\b{HOW_MANY} phieu\b.*\bphat\b|\bphat\b.*\b{HOW_MANY} phieu\b)")
_BALLOTS_BACK = Sought(
    rf"^(?!.*\bphat (?:ra|di)\b).*(?:\b{HOW_MANY} phieu\b.*\bthu (?:ve|lai)\b|\bthu (?:ve|lai)\b.*\b{HOW_MANY} phieu\b)"
)
_SAYS_OUT = pattern_of(r"\b(?:phat|khao sat|lay y kien)\b(?!.*\bthu (?:lai|duoc)\b)")
_SAYS_BACK = pattern_of(r"\bthu\b")


def _state_of_work(said: str) -> re.Pattern[str] | None:
    """What must be said of the work that is counted, where the question asks for work in one state."""
    return next((told for asked, told in _STATES_OF_WORK if asked.search(said)), None)


def restriction(query: Query) -> re.Pattern[str] | None:
    """What a figure's own words must say because the question turns on it."""
    if query.claim is None and _PER_ONE.search(query.folded):
        return _SAYS_PER_ONE
    if query.claim is None and _EXCEEDS.search(query.folded):
        return _SAYS_EXCEEDED
    if query.claim is None and query.asks("count", "percent") and (state := _state_of_work(query.folded)):
        return state
    if query.claim is None and query.asks("count") and query.unit and (act := _act_of_number(query.folded)):
        return act
    if query.claim is None and query.unit.startswith("phieu"):
        if _BALLOTS_OUT.search(query.folded):
            return _SAYS_OUT
        if _BALLOTS_BACK.search(query.folded):
            return _SAYS_BACK
    asks = query.asks("count", "percent", "money") and query.claim is None and not query.negated
    if asks and (match := _NOT_DONE.search(query.folded)) and not re.match(r"co phai", query.folded):
        return _SAYS_NOT_DONE if match[0].split()[-1] not in {"thuoc", "phai"} else re.compile(re.escape(match[0]))
    if asks and _COLLECTED.search(query.folded):
        return _SAYS_COLLECTED
    return _SAYS_SPENT if asks and _SPENT.search(query.folded) else None
