"""When and where a figure of a sentence holds: its period and window, what it is compared to, and the body."""

import re
from dataclasses import dataclass, replace
from datetime import date

from knowledge.facts import Citation, Period, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.periods import (
    PeriodMention,
    find_periods,
    find_windows,
    make_period,
    period_index,
    previous_year,
)
from knowledge.importing.counting import strike_places
from knowledge.importing.measures import COMPARED
from knowledge.importing.quantities import Quantity, left_words
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.speaking import SPEAKS
from knowledge.importing.structure import Unit

_HAS_VALUE = re.compile(
    r"\s?(?:(?:ty le|con so|so) (?:nay|do|tren|tuong ung) )?(?::|la|dat|co|chi|chi co)\s[^a-z]{0,3}\d"
)
_AFTER_NUMBER = 22  # characters after a document's number that may name its issuer
_NEAR = 30  # characters after "so với" in which its period stands


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a sentence says of time and place, with what holds where it says nothing."""

    folded: str
    periods: tuple[tuple[PeriodMention, Period], ...]
    windows: tuple[tuple[int, Window], ...]
    bodies: tuple[OrganisationMention, ...]
    setting: Setting
    same_periods: tuple[PeriodMention, ...] = ()  # every "cùng kỳ"

    def period(self, one: Quantity, previous: Quantity | None) -> Period | None:
        """The period of a quantity; of a value that another is compared to, that other time."""
        if not one.is_earlier and previous is not None and _AT_PRESENT.search(left_words(self.folded, one)):
            # "Năm 2020 được giao 72 biên chế, đang có mặt 66 người": the second is of the report's own time.
            return self.setting.period
        named = self.compared(one, previous) if one.is_earlier else _clause_period(self, one) or _own_period(self, one)
        return named or self.setting.period

    def compared(self, one: Quantity, previous: Quantity | None) -> Period | None:
        """The period that the quantity is compared to, or None."""
        return _compared_period(self, one, floor=previous.end if previous else 0)

    def window(self, one: Quantity) -> Window | None:
        """The window stated before the quantity, or for the sentence; none of a value of another time."""
        if one.is_earlier or _clause_period(self, one):
            return None
        before = [w for at, w in self.windows if at < one.number.start]
        return before[-1] if before else (self.windows[0][1] if self.windows else self.setting.window)

    def body(self, one: Quantity) -> str | None:
        """Whose the quantity is: the place named in its own clause, else the desk or body spoken of."""
        before = [
            o
            for o in self.bodies
            if o.start < one.number.start and not self._is_closed(o, one) and not self._is_reorganised(o, one)
        ]
        left = left_words(self.folded, one)
        if _LEVEL.search(left) and not any(fold(o.name) in left for o in before):
            # "Bộ phận Một cửa huyện 3.256 hồ sơ, cấp xã 9.317 hồ sơ": the second is no longer the desk's.
            return None
        # A place named in the figure's own clause is whose it is, whatever desk the sentence began with.
        own_clause = [o for o in before if o.organisation.place and fold(o.name) in left]
        desks = [o for o in before if o.organisation.is_desk]
        chosen = own_clause[-1:] or desks[-1:] or before[-1:]
        if not chosen and self.level:
            # "23 xã, thị trấn tiếp nhận 38.517 hồ sơ": theirs, and no longer the desk's that was spoken of.
            return None
        return chosen[0].name if chosen else self.setting.organisation

    @property
    def level(self) -> str:
        """The level of administration whose places are counted as those that the sentence is of; empty where none are."""
        counted = _COUNTED_PLACES.match(self.folded)
        return _LEVEL_OF[counted["of"]] if counted else ""

    def _is_reorganised(self, body: OrganisationMention, one: Quantity) -> bool:
        """Whether the body is what the clause before merges or dissolves."""
        if _CAME_OF.search(self.folded[: body.start]):
            return False  # "hợp nhất Trung tâm A với Trung tâm B thành Trung tâm C": the rooms left are the third's
        is_object = bool(_REORGANISES.search(self.folded[: body.start]))
        return is_object and bool(re.search(r"[,;]", self.folded[body.end : one.number.start]))

    def _is_closed(self, body: OrganisationMention, one: Quantity) -> bool:
        """Whether the body stood in brackets that are closed before the quantity."""
        opened = self.folded.rfind("(", 0, body.start)
        return opened > self.folded.rfind(")", 0, body.start) and ")" in self.folded[body.end : one.number.start]


# "Sau khi giải thể Phòng A và sáp nhập Phòng B với Phòng C, Sở còn 6 phòng": what was changed counts nothing itself.
_REORGANISES = re.compile(r"\b(?:giai the|sap nhap|hop nhat|nhap|chia tach|to chuc lai|sap xep lai)\b[^,;:.]*$")
_CAME_OF = re.compile(r"\b(?:giai the|sap nhap|hop nhat|nhap|to chuc lai|chuyen)\b[^;:.]*\bthanh $")
_AT_PRESENT = re.compile(
    r"^\W*(?:dang|hien|hien nay|hien dang|den nay)(?: con)? (?:co|co mat|con)\b(?!.*\b(?:nam|quy|thang)\b)"
    r"|^\W*co mat(?: (?:den|tinh den)(?: het)?(?: ngay)? [\d/.-]+)?\W*$"
)
_COUNTED_PLACES = re.compile(
    r"\W*(?:(?:trong )?(?:quy|thang|nam|\d thang)\b[^,;:]{1,30}, )?(?:ca |tat ca )?\d+(?:/\d+)? (?P<of>xa|phuong|thi tran|huyen|quan)\b"
)
_LEVEL_OF = {"xa": "cấp xã", "phuong": "cấp xã", "thi tran": "cấp xã", "huyen": "cấp huyện", "quan": "cấp huyện"}
# A level of administration in the place of a body.
_LEVEL = re.compile(r"^\W*(?:(?:cap|khoi) (?:tinh|huyen|quan|xa|phuong)|cac (?:xa|huyen|so)\b)")
# "Sở và hệ thống Văn phòng Đăng ký đất đai": the report's own body with what belongs to it.
_WITH_OWN = re.compile(
    r"\b(?:so|cuc|ban|trung tam|van phong|ubnd (?:tinh|huyen|xa|phuong)) va (?:he thong |cac |toan bo )?$"
)
# "UBND các xã, thị trấn": a level again, and no committee.
_LEVEL_AFTER = re.compile(
    r"\s(?:cac|cap)\s(?:xa|huyen|phuong|quan|thi tran|cap|don vi|dia phuong)\b|\s(?:hai|ba|2|3) cap\b"
)
# "Trong quý, Sở tiếp nhận 468 hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh": what the department has there is its own.
_RECEIVES_AT = re.compile(
    r"(?:^|[,.;:] )(?:so|chi cuc|cuc|ban|phong|van phong|chi nhanh|don vi|co quan|cong an) (?:da |cung |dang )?(?:tiep nhan|giai quyet|nhan|tra)\b[^;]* tai\s$"
)
# Who publishes a ranking or a count is not who is counted: "do Bộ Nội vụ công bố", "theo công bố của UBND tỉnh".
_PUBLISHER_BEFORE = re.compile(
    r"\b(?:do|theo(?: ket qua| so lieu)?(?: (?:cong bo|danh gia|thong bao|xep hang|bao cao)(?: ngay [\d/.-]+,?)?)?(?: cua)?)\s$"
)
_PUBLISHER_AFTER = re.compile(r"\s(?:da )?(?:cong bo|danh gia|xep hang|thong bao|cham diem|khao sat)\b")


# "Giám đốc Sở Nội vụ … cho biết": whose officer speaks is not whose the figures are.
_SPEAKER_BEFORE = re.compile(
    r"\b(?:giam doc|chu tich|chanh van phong|truong phong|pho truong phong|lanh dao|dai dien)\s$"
)


_SPEAKS_AT_ONCE = re.compile(
    r"(?: tinh| thanh pho| huyen)? (?:thong tin|bao cao|cho biet|cho hay|phat bieu|trinh bay)\b"
)
# "… theo Quyết định số 1188/QĐ-UBND: thành phố Bến Cau 92,5 điểm": what a colon opens is no issuer.
_ENDS_NAME = re.compile(r"[:;]")
# "Bộ Nội vụ công bố: PAR INDEX năm 2021 của tỉnh đạt …": the ranking is not the ministry's own.
_PUBLISHES = re.compile(r"\s(?:da |vua )?cong bo\s?(?::|(?:ket qua |xep hang )?(?:cac )?chi so\b|par\b|sipas\b)")


def _is_publisher(folded: str, body: OrganisationMention) -> bool:
    before, after = folded[: body.start], folded[body.end :]
    if _SPEAKER_BEFORE.search(before) and (re.search(SPEAKS, after) or _SPEAKS_AT_ONCE.match(after)):
        return True
    if _PUBLISHES.match(after):
        return True
    opens = _PUBLISHER_BEFORE.search(before)
    is_source = bool(opens and re.search(r"cong bo|danh gia|thong bao|xep hang|bao cao", opens[0]))
    return bool(opens and (is_source or _PUBLISHER_AFTER.match(after)))


# "… Giám đốc Sở Nội vụ tỉnh Tây Trà, cho biết quý I tỉnh tiếp nhận …": the officer's province.
_OF_PROVINCE = re.compile(r"\btinh\s(?=[a-z])")
_ITS_PROVINCE = re.compile(
    r"\b(?:toan |ca )?tinh (?:da |dang |co |tiep nhan|giai quyet|ban hanh|giam|tang|hoan thanh|dat|xep)"
)


def _province_spoken_of(words: str, folded: str, speaker: OrganisationMention) -> OrganisationMention | None:
    """The province of whose department an officer speaks, where what is told is said to be the province's."""
    speaks = _SPEAKER_BEFORE.search(folded[: speaker.start]) and re.search(SPEAKS, folded[speaker.end :])
    named = _OF_PROVINCE.search(folded, speaker.start, speaker.end)
    if not speaks or named is None or not _ITS_PROVINCE.search(folded, speaker.end):
        return None
    province = next(find_organisations(words[named.start() : speaker.end]), None)
    if province is None or not province.organisation.place:
        return None
    return replace(province, start=named.start(), end=speaker.end)


def read_occasion(words: str, folded: str, citations: tuple[Citation, ...], unit: Unit, setting: Setting) -> Occasion:
    """What the unit's words say of time and place; bodies that only issued a document are left out."""
    spans = [
        (c.span.start - unit.span.start, c.span.end - unit.span.start + _AFTER_NUMBER) for c in citations if c.number
    ]
    named = list(find_organisations(words))
    bodies = tuple(
        o
        for o in named
        if not any(a <= o.start < b and not _ENDS_NAME.search(folded[a : o.start]) for a, b in spans)
        and not _is_publisher(folded, o)
        and not _WITH_OWN.search(folded[: o.start])
        and not folded.endswith(_BY, 0, o.start)
        and not _LEVEL_AFTER.match(folded, o.end)
        and not (o.organisation.is_desk and _RECEIVES_AT.search(folded[: o.start]))
    )
    bodies += tuple(province for o in named if (province := _province_spoken_of(words, folded, o)) is not None)
    dated = strike_places(folded, named)
    periods = tuple(
        (m, p)
        for m, p in resolve_periods(dated, setting.reference or date(1, 1, 1), setting.period)
        if not (m.is_until and _is_within(p, setting.period))
    )
    windows = tuple((start, window) for start, _, window in find_windows(folded))
    same = tuple(m for m in find_periods(folded) if m.is_same_period)
    return Occasion(folded, periods, windows, bodies, setting, same)


# "Sau khi được Văn phòng UBND tỉnh đôn đốc, các sở đã gửi 1.062 thư": who does it to them, and not whose figures they are.
_BY = (" duoc ", " bi ")


def _is_within(month: Period, own: Period | None) -> bool:
    """Whether it is a part of the report's period: "đến hết tháng 8/2023" in the report of nine months is told for them."""
    return own is not None and own.first <= month.first and month.last <= own.last


def _clause_period(said: Occasion, one: Quantity) -> Period | None:
    """The same period of another year that a quantity's own clause names: "cùng kỳ năm 2021: 11.906 hồ sơ"."""
    before = said.folded[: one.number.start]
    mentions = [m for m in said.same_periods if one.left <= m.start < one.number.start]
    if not mentions or re.search(r"\bso (?:voi )?$|\b(?:tang|giam|hon|kem)\b[^(;:]*$", before[: mentions[-1].start]):
        return None
    return _same_period(said, mentions[-1].start, mentions[-1].start + 1)


def _compared_period(said: Occasion, one: Quantity, floor: int) -> Period | None:
    """The period after the "so với" of the number's clause, or before a value given for it in brackets."""
    if one.is_earlier:
        before = [(m, p) for m, p in said.periods if m.end <= one.number.start]
        if same := _same_period(said, 0, one.number.start):
            return same
        return before[-1][1] if before else None
    own = [p for m, p in said.periods if one.left <= m.start < one.number.start and is_compared(said.folded, m)]
    if own:
        return own[-1]
    before_it = _compared_before(said.folded, one.number.start)
    opens_clause = before_it and before_it.start() >= floor
    mark = before_it if opens_clause else COMPARED.search(said.folded, one.end) or before_it
    if not mark:
        return None
    after = [(m, p) for m, p in said.periods if mark.start() <= m.start <= mark.end() + _NEAR]
    return _same_period(said, mark.start(), mark.end() + _NEAR) or (after[0][1] if after else None)


def _compared_before(folded: str, end: int) -> re.Match[str] | None:
    """The "so với" that opens the sentence or the clause before a place: "So với quý I, … giảm 150 hồ sơ"."""
    opening = None
    for match in re.finditer(r"(?:^|[,;(]\s*|\bva\s)(?=so voi\b|so cung ky\b)", folded[:end]):
        behind = folded[match.end() : end]
        # "So với năm 2020: A giảm …; B tăng …" holds for all of them.
        opening = match.end() if ";" not in behind or _FOR_ALL.match(behind) else opening
    return COMPARED.match(folded, opening) if opening is not None else None


_FOR_ALL = re.compile(r"so (?:voi )?[^:;,.(]{2,40}:")


def _same_period(said: Occasion, start: int, end: int) -> Period | None:
    mentions = [m for m in said.same_periods if start <= m.start < end]
    own = next((p for m, p in said.periods if not is_compared(said.folded, m)), said.setting.period)
    if not mentions or own is None:
        return None
    last = mentions[-1]
    return make_period(own.kind, period_index(own), last.year) if last.year else previous_year(own)


_COMPARED_TO = re.compile(
    r"(?:so voi|(?<!ho )so|voi|tang|giam|nhieu hon|it hon|cao hon|thap hon)\s(?:cung ky\s)?(?:cuoi\s)?$"
    r"|\bso voi\s(?!ke hoach|chi tieu|muc tieu|du toan)[^,;:.()]{3,40}$"
)


def is_compared(folded: str, mention: PeriodMention) -> bool:
    """Whether a period is one that something is only compared to: "so với quý I", "so với tổng số của tỉnh cũ năm 2024"."""
    return bool(_COMPARED_TO.search(folded[: mention.start])) or mention.is_same_period


def _own_period(said: Occasion, one: Quantity) -> Period | None:
    folded = said.folded
    named = [(m, p) for m, p in said.periods if not is_compared(folded, m) and not is_subject_year(folded, m)]
    for mention, period in named:
        if one.end <= mention.start and _is_told_within(folded, one, mention):
            return period
    before = [
        p
        for m, p in named
        if m.start < one.number.start
        and not _is_aside(folded, m, one.number.start)
        and not _is_of_start(folded, m, one.number.start)
    ]
    after = [p for m, p in named if one.end <= m.start and _is_told_after(folded, one, m)]
    if before:
        return before[-1]
    return after[0] if after else None


def _is_told_after(folded: str, one: Quantity, mention: PeriodMention) -> bool:
    """Whether a period after a number is the number's: right behind it in the same clause and without a value of its own."""
    between = folded[one.end : mention.start]
    return len(between) <= 12 and ";" not in between and not _HAS_VALUE.match(folded, mention.end)


def _is_told_within(folded: str, one: Quantity, mention: PeriodMention) -> bool:
    """ "… 300 hồ sơ trong tháng 4/2021", "hạng 41/63 vào năm 2018": the period is that of the number before it, whatever was spoken of earlier."""
    return bool(
        re.fullmatch(r"[^\d.;:(,]*\b(?:trong|vao)\s", folded[one.end : mention.start])
    ) and not _HAS_VALUE.match(folded, mention.end)


def _is_aside(folded: str, mention: PeriodMention, at: int) -> bool:
    """Whether a period stood with a value of its own in brackets that are closed before a place."""
    opened = folded.rfind("(", 0, mention.start)
    return (
        opened > folded.rfind(")", 0, mention.start)
        and ")" in folded[mention.end : at]
        and bool(_HAS_VALUE.match(folded, mention.end))
    )


# "Giảm từ 490 đơn vị cuối năm 2023 còn 451 đơn vị": the year is that of the first number.
_FROM = re.compile(r"\btu \d[\d.,]*%? [^\d,;:()]*$")
_TO = re.compile(r"\W*(?:(?:giam|tang|rut) )?(?:xuong con|xuong|con lai|con|len|thanh)\s[^\d,;]*$")


def _is_of_start(folded: str, mention: PeriodMention, at: int) -> bool:
    """Whether a period is that from which something changed to the number at a place."""
    return bool(_FROM.search(folded[: mention.start]) and _TO.match(folded[mention.end : at]))


_CARRIED_OVER = re.compile(r" (?:da )?(?:chuyen|mang|ton)(?: sang| qua| tiep| lai)\b")


def is_subject_year(folded: str, mention: PeriodMention) -> bool:
    """A year that belongs to a plan's name ("Kế hoạch … năm 2019") or is a limit to come, not to the figure.

    Nor is it the time from which things were carried over: "gồm cả hồ sơ quý II chuyển sang".
    """
    return (
        bool(_CARRIED_OVER.match(folded, mention.end))
        or bool(re.search(r"(?:ke hoach|chuong trinh|de an|phuong an)[^,;:()]*$", folded[: mention.start]))
        or bool(re.search(r"(?:chuyen sang|sang|truoc|giai doan|du kien(?: trong)?)\s$", folded[: mention.start]))
    )
