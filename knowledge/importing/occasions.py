"""When and where a figure of a sentence holds: its period and window, what it is compared to, and the body."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.facts import Citation, Period, Window
from knowledge.grammar.addresses import is_around
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.periods import find_periods
from knowledge.grammar.windows import find_windows
from knowledge.importing.counting import strike_places
from knowledge.importing.desks_spoken_of import is_only_where
from knowledge.importing.quantities import Quantity, left_words
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.speakers import is_publisher, province_spoken_of
from knowledge.importing.structure import Unit
from knowledge.importing.times import Times

_AFTER_NUMBER = 22  # characters after a document's number that may name its issuer


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a sentence says of time and place, with what holds where it says nothing."""

    folded: str
    times: Times
    windows: tuple[tuple[int, Window], ...]
    bodies: tuple[OrganisationMention, ...]
    setting: Setting

    def period(self, one: Quantity, previous: Quantity | None) -> Period | None:
        """The period of a quantity; of a value that another is compared to, that other time.

        None of one whose own days begin long before the report's period: "lũy kế từ ngày 01/7 đến ngày 15/12" in a report of
        the fourth quarter.
        """
        period = self.times.period(one, previous)
        if period is None or self.times.periods:
            return period
        stated = [window for at, window in self.windows if at < one.number.start]
        return None if stated and stated[-1].first < period.first - _LONGEST_BEFORE else period

    def compared(self, one: Quantity, previous: Quantity | None) -> Period | None:
        """The period that the quantity is compared to, or None."""
        return self.times.compared(one, previous)

    def window(self, one: Quantity) -> Window | None:
        """The window stated before the quantity, or for the sentence; none of a value of another time."""
        if one.is_earlier or self.times.of_clause(one):
            return None
        before = [w for at, w in self.windows if at < one.number.start]
        if before or not self.windows:
            return before[-1] if before else self.setting.window
        # "Cả năm 28.117 hồ sơ, riêng từ ngày … đến ngày … là 7.214": of what is told apart only.
        is_apart = _APART.search(self.folded[: self.windows[0][0]]) is not None
        return self.setting.window if is_apart else self.windows[0][1]

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
        if not chosen and (self.level or _DESKS_OF_LEVEL.search(left) or _PLACES_OF_LEVEL.match(self.folded)):
            # "23 xã, thị trấn tiếp nhận 38.517 hồ sơ": theirs, and no longer the desk's that was spoken of.
            return None
        # "Phường An Hội, quận Sông Trà tiếp nhận 640 hồ sơ": of the ward.
        inner = next((o for o in before if chosen and is_around(chosen[0], o, self.folded)), None)
        return inner.name if inner else chosen[0].name if chosen else self.setting.organisation

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
# "Bộ phận Một cửa cấp xã: 44.995 hồ sơ" behind the centre's.
_DESKS_OF_LEVEL = re.compile(
    r"\b(?:mot cua|trung tam phuc vu hanh chinh cong|trung tam hanh chinh cong) cap (?:huyen|xa)\b"
)
_COUNTED_PLACES = re.compile(
    r"\W*(?:(?:trong )?(?:quy|thang|nam|\d thang)\b[^,;:]{1,30}, )?(?:ca |tat ca )?\d+(?:/\d+)? (?P<of>xa|phuong|thi tran|dac khu|huyen|quan)\b"
)
# "UBND các xã, thị trấn tiếp nhận 15.300 hồ sơ", at the head of a sentence.
_PLACES_OF_LEVEL = re.compile(
    r"\W*(?:ubnd |uy ban nhan dan |bo phan mot cua )?(?:cua )?(?:cac|cap|khoi) (?:xa|phuong|thi tran|dac khu|huyen|quan)\b"
)
_LEVEL_OF = {
    "xa": "cấp xã",
    "phuong": "cấp xã",
    "thi tran": "cấp xã",
    "dac khu": "cấp xã",
    "huyen": "cấp huyện",
    "quan": "cấp huyện",
}
# A level of administration in the place of a body.
_LEVEL = re.compile(r"^\W*(?:(?:cap|khoi) (?:tinh|huyen|quan|xa|phuong)|cac (?:xa|huyen|so)\b)")
# "Sở và hệ thống Văn phòng Đăng ký đất đai": the report's own body with what belongs to it.
_WITH_OWN = re.compile(
    r"\b(?:so|cuc|ban|trung tam|van phong|ubnd (?:tinh|huyen|xa|phuong)) va (?:he thong |cac |toan bo )?$"
)
# "UBND các xã, thị trấn": a level again, and no committee.
_LEVEL_AFTER = re.compile(
    r"\s(?:cac|cap)\s(?:xa|huyen|phuong|quan|thi tran|dac khu|cap|don vi|dia phuong)\b|\s(?:hai|ba|2|3) cap\b"
)
# "Trong quý, Sở tiếp nhận 468 hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh": what the department has there is its own.
_RECEIVES_AT = re.compile(
    r"(?:^|[,.;:] )(?:so|chi cuc|cuc|ban|phong|van phong|chi nhanh|don vi|co quan|cong an) (?:da |cung |dang )?(?:tiep nhan|giai quyet|nhan|tra)\b[^;]* tai\s$"
)
# "… theo Quyết định số 1188/QĐ-UBND: thành phố Bến Cau 92,5 điểm": what a colon opens is no issuer.
_ENDS_NAME = re.compile(r"[:;]")


# Data of a period may be taken from some weeks before it on: those of the first quarter from 16 November.
_LONGEST_BEFORE = timedelta(days=60)


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
        and not is_publisher(folded, o)
        and not _WITH_OWN.search(folded[: o.start])
        and not folded.endswith(_BY, 0, o.start)
        and not _TOGETHER_WITH.search(folded[: o.start])
        and not (_PUT_TO.search(folded[: o.start]) and _OF_CENTRE.match(folded, o.start))
        and not _LEVEL_AFTER.match(folded, o.end)
        and not (o.organisation.is_desk and _RECEIVES_AT.search(folded[: o.start]))
        and not is_only_where(folded, o)
    )
    bodies += tuple(province for o in named if (province := province_spoken_of(words, folded, o)) is not None)
    dated = strike_places(folded, named)
    periods = tuple(
        (m, p)
        for m, p in resolve_periods(dated, setting.reference or date(1, 1, 1), setting.period)
        if not (m.is_until and _is_within(p, setting.period))
    )
    windows = tuple((start, window) for start, _, window in find_windows(folded))
    same = tuple(m for m in find_periods(folded) if m.is_same_period)
    return Occasion(folded, Times(folded, periods, same, setting.period), windows, bodies, setting)


# "Sau khi được Văn phòng UBND tỉnh đôn đốc, các sở đã gửi 1.062 thư": who does it to them, and not whose figures they are.
_BY = (" duoc ", " bi ")


# "Sở Nội vụ phối hợp với Bưu điện tỉnh khảo sát": with whom it is done, and not whose figures they are.
_TOGETHER_WITH = re.compile(r"\bphoi hop(?: (?:chat che|tot))?(?: (?:voi|cung))? (?:cac )?$")


# "Trình Chính phủ ban hành 04 nghị định": by whom they are put forward, and not to whom.
_PUT_TO = re.compile(r"\btrinh (?:len )?$")
_APART = re.compile(r"\brieng(?: trong| tinh)? ?$")
_OF_CENTRE = re.compile(r"(?:chinh phu|thu tuong|quoc hoi|uy ban thuong vu|bo truong)\b")


def _is_within(month: Period, own: Period | None) -> bool:
    """Whether it is a part of the report's period: "đến hết tháng 8/2023" in the report of nine months is told for them."""
    return own is not None and own.first <= month.first and month.last <= own.last
