"""What a question says exactly: the documents, days, periods and bodies that it names, and its words without them."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.asking.library import Library
from knowledge.asking.reading.addresses import without_outer
from knowledge.asking.reading.asked_bodies import ASKS_COUNT_BEFORE, common_words, lone_places, without_desk
from knowledge.asking.reading.asked_days import AskedDays, find_asked_days, with_named_years
from knowledge.asking.reading.called_by_number import is_project, numbered_wards
from knowledge.asking.reading.department_alone import department_alone
from knowledge.asking.reading.elsewhere import far_places, far_provinces
from knowledge.asking.reading.references import Reference, find_by_number, find_references
from knowledge.asking.reading.striking import spans, strike
from knowledge.grammar.asked_organisations import find_asked_organisations
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention, find_periods, with_years
from knowledge.grammar.sought import Sought
from knowledge.grammar.standing_before import stands_before


@dataclass(frozen=True, slots=True)
class Exactly:
    """What is named, each with its place in the words, and what is left of these where it was struck out."""

    references: Sequence[Reference]
    dates: Sequence[DateMention]
    days: AskedDays
    periods: Sequence[PeriodMention]
    bodies: Sequence[OrganisationMention]
    with_periods: str  # the words without documents and days
    with_bodies: str  # without periods as well, and without what is left out of the question


def read_exactly(composed: str, words: str, library: Library) -> Exactly:
    """What the question names, of its text as typed and its folded words."""
    plain = strike(words, spans(STANDARD, words))
    dates = list(find_dates(plain))
    days = find_asked_days(plain, dates)
    plain = strike(plain, [days.span] if days.span else [])
    references = _references(composed, plain, dates, library)
    timed = strike(plain, [(r.start, r.end) for r in references] + [(d.start, d.end) for d in dates])
    timed = strike(timed, spans(_THROUGHOUT, timed) + spans(_SINCE_WHEN, timed))
    periods = with_named_years(with_years(list(find_periods(timed))), timed)
    left_out = [place for pattern in (_EXCEPTED, WITH_ALL, _OR_STILL) for place in spans(pattern, timed)]
    rest = strike(timed, [(p.start, p.end) for p in periods] + left_out)
    return Exactly(references, dates, days, periods, _bodies(composed, words, rest, library), timed, rest)


# "Từ đầu năm tới cuối năm 2024": throughout the year, and nothing cumulated.
_THROUGHOUT = Sought(r"\btu dau nam (?:den|toi|cho den)(?: het)? cuoi (?=nam\b)")
# "Từ khi bỏ cấp quận, phường … nhận bao nhiêu": since when, and not what.
_SINCE_WHEN = Sought(r"^(?:ke )?tu (?:khi|luc|hoi) (?!nao\b)[^,\d]{3,60},(?= )")
# "… không tính kỳ trước chuyển sang": what is left out of the question is not what it asks for.
_EXCEPTED = Sought(
    r"\b(?:(?:khong|chua|ko) (?:tinh(?! (?:den|toi)\b)|ke|bao gom|gom)|not (?:including|counting))\b[^,.;?\x00]*"
)
# "Đã có chưa hay còn lấy ý kiến?": the other answer that is thought of is no part of what is asked about.
_OR_STILL = Sought(r"(?<=\bchua) (?:hay|hoac)(?: la)? (?:con|dang|van|moi|chi|cho|phai|bi)\b[^,.;?\x00]*")
# "ISO 9001:2015", "TCVN ISO/IEC 27001:2013": a standard's number and year are no document's and no period.
STANDARD = Sought(r"(?<=\biso )(?:/?iec )?\d{4,5}(?:\s?[:-]\s?(?:19|20)\d\d)?|\b\d{4,5}:(?:19|20)\d\d\b")
_PUT_TO = pattern_of(
    r"\b(?:trinh|tham muu)(?: len| cho)? $|(?:\b(?:to trinh|cong van)\b|\x00)[^?]*\bgui(?: len| cho| toi| den| ra| ve)? $"
)
# "Tính cả cấp xã": the whole is meant.
WITH_ALL = Sought(r"\b(?:tinh|gom|bao gom|ke|ca) ca\b(?! (?:mau|nam|quy|ky|thang|nua)\b| \x00)[^,.;?\x00]*")


def _references(composed: str, plain: str, dates: list[DateMention], library: Library) -> list[Reference]:
    """The documents; no index that is called by a number, project or name in quotes is one."""
    words, quoted = strike(plain, spans(INDEX, plain)), _quoted_numbers(composed)
    named = find_references(words, dates)
    return [r for r in named if not (_is_named_project(r, library) or r.number in quoted)] or find_by_number(
        words, dates, library
    )


# "Bộ chỉ số 766" is called by the decision that introduced it, and is not that document.
INDEX = Sought(r"\bchi so \d{2,4}\b(?! ?/)")


def _is_named_project(reference: Reference, library: Library) -> bool:
    """ "Đề án 06": a type and a number without symbol and year, which reports speak of and no document bears."""
    is_bare = not reference.symbol and not reference.year
    return is_bare and is_project(fold(reference.type or ""), reference.number, library)


# 'Đề án "4 tại chỗ"', "mô hình “5 không”": what the name in quotes begins with is no document's number.
_QUOTED_NAME = pattern_of(r"[\"“”«](?P<number>\d{1,3}) [^\W\d][^\"“”»]*[\"“”»]")


def _quoted_numbers(text: str) -> frozenset[str]:
    return frozenset(m["number"].lstrip("0") for m in _QUOTED_NAME.finditer(text))


def _is_counted(body: OrganisationMention, words: str) -> bool:
    """Whether so many of them are asked for or told: "mấy xã", "đủ 5 chi nhánh chưa"."""
    is_any = not body.organisation.place and not body.organisation.level
    is_asked = stands_before(ASKS_COUNT_BEFORE, words, body.start)
    return is_asked or (is_any and stands_before(_SO_MANY, words, body.start))


# No month or quarter, and no part of a symbol or a date.
_SO_MANY = pattern_of(r"(?<!thang )(?<!quy )(?<!nam )(?<![\d/.,-])\b\d{1,3} $")


# "Chi nhánh nào trễ hạn trên 20 hồ sơ": one of them is asked for, and none is named.
_IS_NOUN, _WHICH = pattern_of(r"chi nhanh|cac chi nhanh|chi cuc|phong|vien"), pattern_of(r" nao\b")


def _is_paid_for(body: OrganisationMention, words: str) -> bool:
    """Whether it is one of those that money is spent on: "bao nhiêu tiền mua thiết bị cho các Trung tâm … cấp xã"."""
    is_any = not body.organisation.place and body.organisation.is_desk
    return is_any and stands_before(_SPENT_ON, words, body.start) and bool(_MONEY.search(words))


_SPENT_ON = pattern_of(r"\bcho (?:cac |moi |tung |nhung |\d+ )?$")
_MONEY = pattern_of(r"\b(?:tien|kinh phi|ty|trieu|dong)\b")


def _bodies(composed: str, words: str, rest: str, library: Library) -> list[OrganisationMention]:
    """The bodies and places, also those of which no report of the store knows."""
    named = find_asked_organisations(rest, places=library.places, common=common_words(), bodies=library.own_bodies)
    # "Mấy xã trụ sở xuống cấp": communes are counted, and none is named.  "Đã trình UBND tỉnh chưa": to whom it is put,
    # and nobody's whose it is.
    bodies = [
        b
        for b in named
        # "18 xã, thị trấn của Pá Hồng", "nhiệm vụ tỉnh giao Sở": a place called "Của …" or "Giao" is none.
        if not (b.organisation.place.startswith("cua ") and b.organisation.place not in library.places)
        and b.organisation.place != "giao"
        and not _is_counted(b, rest)
        and not (_IS_NOUN.fullmatch(b.name) and _WHICH.match(rest, b.end))
        and not stands_before(_PUT_TO, rest, b.start)
        and not _is_paid_for(b, rest)
    ]
    bodies += lone_places(rest, bodies, library, composed)
    for further in (far_places(composed, words, library), far_provinces(composed, words, library)):
        bodies += [m for m in further if not any(b.start < m.end and m.start < b.end for b in bodies)]
    if not any(b.organisation.body.startswith("so ") for b in bodies):
        bodies += department_alone(composed, rest, library)
    return without_outer(without_desk([*bodies, *numbered_wards(rest, bodies)], rest), rest, library)
