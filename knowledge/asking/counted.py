"""What a figure counts, held against what a question wants counted: dossiers, people, places, things by their own names."""

from functools import cache, lru_cache

from knowledge.asking.faults import FAULTS
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.importing.measures import is_size, unit_pattern
from knowledge.vocabulary.loading import load_vocabulary


@cache
def _alike() -> tuple[frozenset[str], ...]:
    """Things that are counted under several names."""
    return tuple(frozenset(map(fold, names)) for names in load_vocabulary("counting")["alike"].values())


# The figures of a store count few things, and each is held against what is asked for.
@lru_cache(maxsize=4_096)
def are_other_things(asked: str, counted: str) -> bool:
    """Whether what is asked for and what is counted are two things that units.toml both knows: "cá nhân" and "tập thể"."""
    if (
        not counted
        or not asked
        or asked.startswith("van ban")
        or counted in {"truong hop", "luot"}
        or not _is_known_unit(asked)
        or not _is_known_unit(counted)
    ):
        return False
    if counted.endswith(" truong") and "truong" not in asked.split():
        return True  # "11 chi cục trưởng" are no branches
    one, other = _parts(asked), _parts(counted)
    if any(a.startswith(b) or b.startswith(a) for a in one for b in other):
        return False
    return not any(one & alike and other & alike for alike in _alike())


def _is_known_unit(words: str) -> bool:
    return unit_pattern().fullmatch(words) is not None


def _parts(unit: str) -> frozenset[str]:
    return frozenset(part.strip() for part in unit.split(","))


_POSTS = pattern_of(r"\bbien che\b|\bnguoi\b")
_PEOPLE = pattern_of(
    r"nguoi|truong hop|cong chuc|vien chuc|can bo|hoc vien|dai bieu|bien che|dong chi|luot|people|lao dong"
)
# "Lượt thanh toán", "lượt truy cập": what happened so often, and no persons.
_OCCASIONS = pattern_of(
    r"luot (?!nguoi|cong dan|cong chuc|vien chuc|can bo|khach|hoc vien|ba con|to chuc|dai bieu|dan\b|doanh nghiep)[a-z]"
)
_OCCASIONS_TOLD = pattern_of(r"\b(?:luot|giao dich|lan|ho so|truong hop)\b")
# First words of units that reports write in several ways, and the units that are told apart.
_HEADS = {
    "bo": "ho so",
    "hs": "ho so",
    "ho": "ho so",
    "don": "don vi",
    "van": "van ban",
    "thu": "thu tuc",
    "tthc": "thu tuc",
}
_KNOWN = frozenset(
    {
        *("ho so", "van ban", "thu tuc", "quy trinh", "nhiem vu", "phieu"),
        *("phong", "don vi", "xa", "huyen", "lop", "cuoc"),
    }
)
_PLACES = pattern_of(r"(?:noi|cho|don vi|co quan|dia phuong)\b")
_OF_PLACES = pattern_of(
    r"\b(?:co quan|don vi|dia phuong|so,|huyen|thi xa|thanh pho|xa|phuong|phong|trung tam|diem|noi|truong|chi cuc|dau moi)\b"
)
# Officials and public employees are two things, and those who lead are some of either.
STAFF = pattern_of(r"\b(?:cong chuc|vien chuc)\b")
_OFFICES = pattern_of(
    r"pho chu tich|chu tich|pho bi thu|bi thu|giam doc|chanh van phong|pho chanh van phong|truong ban|pho ban|to truong"
)
_LEADERS = pattern_of(r"lanh dao|giao vien|bac si|cap pho|pho giam doc|pho truong phong|truong phong")


def are_same_staff(unit: str, written: str) -> bool:
    """Whether officials are asked for and counted, or public employees, where both say which: "215 viên chức" are none."""
    asked, counted = set(STAFF.findall(unit)), set(STAFF.findall(written.replace("hanh chinh", "cong chuc")))
    return not asked or not counted or bool(asked & counted)


@once_each
def staff_told(entry: FigureEntry) -> str:
    """The words that say whose posts it counts: its own, else its sentence's."""
    own = fold(f"{entry.figure.label} {entry.figure.head} {entry.figure.written}")
    return own if STAFF.search(own) or "hanh chinh" in own else entry.statement.folded


DOSSIERS = frozenset({"#dossier"})
_ONE_OF_DOSSIERS = frozenset({"", "bo", "hs", "bo ho so", "truong hop", "vu viec", "luot"})


@once_each
def counts_others(entry: FigureEntry) -> bool:
    """Whether it counts something that only has to do with dossiers: "kiểm điểm 03 tập thể để hồ sơ quá hạn"."""
    unit = fold(entry.figure.unit)
    return entry.figure.measure is Measure.COUNT and unit not in _ONE_OF_DOSSIERS and "ho so" not in unit


# "Bao nhiêu thí sinh đạt", "mấy người đậu": those who passed, and not those who took part. Without tones "đất đai" and
# "đầu mối" have the same letters, so that an examination, a time or the end must follow; reports write the tones.
_ASKS_PASSED = Sought(
    r"\b(?:bao nhieu|may) (?:nguoi|thi sinh|hoc vien|ung vien|cong chuc|vien chuc|can bo)(?: [a-z]+)? (?:dat|dau|do|trung tuyen|duoc tuyen)"
    r"(?=\W*$| (?:ky|dot|thi|sat hach|nang ngach|xet|tuyen|trong|nam|quy|vay|a|roi)\b)"
)
_PASSED_BEHIND = pattern_of(r"(?i)\W*(?:đã |được )?(?:đạt|đậu|đỗ|trúng tuyển|được tuyển)\b(?! chuẩn)")
_PASSED = pattern_of(r"(?i)\b(?:trúng tuyển|đậu|đỗ|được tuyển)\b")


def asks_passed(said: str) -> bool:
    """Whether a folded question asks how many passed an examination."""
    return _ASKS_PASSED.search(said) is not None


@once_each
def tells_passed(entry: FigureEntry) -> bool:
    """Whether it counts those who passed, by the words right behind it or its own."""
    after = entry.report.text[entry.figure.span.end : entry.figure.span.end + 24]
    return bool(_PASSED_BEHIND.match(after) or _PASSED.search(entry.figure.label))


@once_each
def tells_size(entry: FigureEntry) -> bool:
    """Whether it tells how large something is: "bố trí trên diện tích 84 m2"."""
    return is_size(fold(entry.figure.unit))


def asks_size(said: str) -> bool:
    """Whether a folded question asks how large something is."""
    return _ASKS_SIZE.search(said) is not None


_ASKS_SIZE = pattern_of(r"\b(?:dien tich|rong|dai|lon|dung luong|toc do|bang thong|m2|met|km|gb|mbps|area|size)\b")


# "Mỗi công chức tiếp nhận bình quân trên 60 hồ sơ một ngày": how many one of them has, or how many a day.
_EACH = pattern_of(r"\b(?:moi|binh quan|trung binh)\b")
_A_DAY = pattern_of(r"\W*(?:(?:/|mot |moi |trong mot )(?:ngay|buoi|tuan|thang|nguoi|cong chuc)\b)")
_ASKS_EACH = pattern_of(
    r"\b(?:moi|binh quan|trung binh|mot ngay|mot buoi|mot tuan|hang ngay|per|average|each)\b|/ngay\b"
)


@once_each
def is_rate(entry: FigureEntry) -> bool:
    """Whether it counts those of one, or of a day."""
    if entry.figure.measure is not Measure.COUNT:
        return False
    after = entry.report.text[entry.figure.span.end : entry.figure.span.end + 24]
    return bool(_A_DAY.match(fold(after)) and _EACH.search(fold(entry.figure.label)))


def asks_each(said: str) -> bool:
    """Whether a folded question asks how many one has, or a day."""
    return _ASKS_EACH.search(said) is not None


# "Tổ lưu động giúp người dân nộp 1.184 hồ sơ": helped, and not received.
_HELPED = pattern_of(r"\b(?:giup|ho tro|huong dan|tu van)\b[^,;:]*\b(?:nop|lam|ke khai|khai)\b")
_HELPS = pattern_of(r"\b(?:giup|ho tro|huong dan|tu van|help|assist|support)")


@once_each
def is_helped(entry: FigureEntry) -> bool:
    """Whether it counts those that somebody was helped to hand in."""
    return bool(_HELPED.search(fold(entry.figure.label)))


def asks_help(said: str) -> bool:
    """Whether a folded question asks of help."""
    return _HELPS.search(said) is not None


# "Hồ sơ trễ hạn ở cấp huyện chiếm 62,35% tổng số hồ sơ trễ hạn": of those that are late, and not how many are late.
_OF_THE_LATE = pattern_of(r"\bchiem\b.*\b(?:so|ho so|truong hop)(?: bi)? (?:tre|qua|cham) (?:han|hen)\b")
_ASKS_OF_THE_LATE = pattern_of(
    r"\bchiem\b|\b(?:tong so|trong so|tren so|tren tong|so voi so|% so|phan tram so|% ho so|phan tram ho so)\b"
)


@once_each
def is_of_the_late(entry: FigureEntry) -> bool:
    """Whether it is a share of the dossiers that are late."""
    return entry.figure.measure is Measure.SHARE and bool(_OF_THE_LATE.search(fold(entry.figure.label)))


def asks_of_the_late(said: str) -> bool:
    """Whether a folded question asks what makes up the late ones, and not how many are late."""
    return _ASKS_OF_THE_LATE.search(said) is not None


@once_each
def counts_people(entry: FigureEntry) -> bool:
    """Whether it counts persons: "chỉ có 03 cán bộ đo đạc"."""
    return entry.figure.measure is Measure.COUNT and bool(_PERSONS.match(fold(entry.figure.unit)))


_PERSONS = pattern_of(r"(?:nguoi|cong chuc|vien chuc|can bo|hoc vien|dai bieu|dong chi|lao dong|thanh vien)\b")


def counts_asked(entry: FigureEntry, unit: str) -> bool:
    """Whether the figure counts what the question counts, as far as the unit's first word says."""
    measure, first, written = entry.figure.measure, unit.split()[0], _counted_in(entry)
    if (first in _POINTS and measure in {Measure.SHARE, Measure.CHANGE}) or unit == "truong hop":
        return True  # points of a share; a case is whatever it is that happened
    by_sort = _counts_sort(entry, unit, written)
    if by_sort is not None:
        return by_sort
    wanted, counted = _HEADS.get(first, first), fold(entry.figure.unit)
    if wanted in _MONEY:
        return measure in {Measure.MONEY, Measure.CHANGE}
    if unit in FAULTS or counted in FAULTS:
        return unit in written or (unit in FAULTS and counted in FAULTS)
    if first == "phong" and "#rooms" in entry.own.words and "co quan" in written:
        return True  # a district's divisions are its "cơ quan chuyên môn"
    if measure in {Measure.COUNT, Measure.RATIO} and are_other_things(unit, counted):
        return False
    return wanted not in _KNOWN or wanted in written or (wanted == "thu tuc" and "tthc" in written)


_POINTS = frozenset({"phan", "%", "diem"})
_MONEY = frozenset({"tien", "ty", "trieu", "dong"})


@once_each
def _counted_in(entry: FigureEntry) -> str:
    """The words that say what it counts: its unit, and of a bare number what its own words and its head say."""
    unit = fold(entry.figure.unit)
    written = f"{unit} {fold(entry.figure.written)}"
    if unit in {"bo", "hs"}:
        written += " ho so"  # "qua mạng 8.035 bộ": of dossiers, as far as the rest says so
    if unit or entry.figure.measure not in {Measure.COUNT, Measure.CHANGE}:
        return written
    # "Trễ hạn theo lĩnh vực: đất đai 48, xây dựng 11": what is late is dossiers, said or not.
    is_listed = "timeliness" in entry.head.dimensions and not entry.own.dimensions
    implied = "ho so" if "#dossier" in entry.own.words or is_listed else ""
    label = fold(entry.figure.label)
    # What its own words count is not what its sentence began with: "Sở có 08 phòng; biên chế giao 86".
    head = "" if _POSTS.search(label) else fold(entry.figure.head)
    return f"{written} {label} {head} {implied}"


def _counts_sort(entry: FigureEntry, unit: str, written: str) -> bool | None:
    """Whether it counts machines, places, offices, leaders, occasions or people where such are asked for; None of other things."""
    if unit.startswith("may "):
        return unit in f"{written} {fold(entry.figure.label)}"
    if _PLACES.match(unit):
        return bool(_OF_PLACES.search(written))
    if (office := _OFFICES.match(unit)) is not None:
        return office[0] in written  # who did something is told beside what was done: "Phó Chủ tịch … kiểm tra 14 xã"
    if (post := _LEADERS.match(unit)) is not None:
        return post[0] in f"{written} {fold(entry.figure.label)}"
    if _OCCASIONS.match(unit):
        return bool(_OCCASIONS_TOLD.search(written))
    if _PEOPLE.match(unit):
        is_of_people = bool(_PEOPLE.search(written)) or "#headcount" in entry.own.words
        return is_of_people and are_same_staff(unit, written)
    return None
