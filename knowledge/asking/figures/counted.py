"""What a figure counts, held against what a question wants counted: dossiers, people, places, things by their own names."""

import re
from functools import cache, lru_cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.words.counted_sorts import STAFF, counts_sort, faults
from knowledge.asking.words.gapped_nouns import noun_at_end, work_before
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought
from knowledge.grammar.units import is_size, unit_pattern
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


def are_alike(asked: str, counted: str) -> bool:
    """Whether both are names of one thing."""
    return any(asked in alike and counted in alike for alike in _alike())


def _is_known_unit(words: str) -> bool:
    return unit_pattern().fullmatch(words) is not None


def _parts(unit: str) -> frozenset[str]:
    return frozenset(part.strip() for part in unit.split(","))


_POSTS = pattern_of(r"\bbien che\b|\bnguoi\b")
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


@once_each
def staff_told(entry: FigureEntry) -> str:
    """The folded words that say whose posts a figure counts: its own where they say so, else its whole sentence."""
    own = fold(f"{entry.figure.label} {entry.figure.head} {entry.figure.written}")
    return own if STAFF.search(own) or "hanh chinh" in own else entry.statement.folded


DOSSIERS = frozenset({"#dossier"})
_CALLS = frozenset({"cuoc"})
_ONE_OF_DOSSIERS = frozenset({"", "bo", "hs", "bo ho so", "truong hop", "vu viec", "luot"})


@once_each
def counts_others(entry: FigureEntry) -> bool:
    """Whether a figure counts no dossiers but something that has to do with them: "kiểm điểm 03 tập thể để hồ sơ quá hạn"."""
    unit = fold(entry.figure.unit)
    if entry.figure.measure is Measure.CHANGE and unit.split(" ")[0] in _CALLS:
        return True  # "327 cuộc gọi, giảm 41 cuộc"
    return entry.figure.measure is Measure.COUNT and unit not in _ONE_OF_DOSSIERS and "ho so" not in unit


@once_each
def tells_size(entry: FigureEntry) -> bool:
    """Whether a figure tells how large something is: "bố trí trên diện tích 84 m2"."""
    return is_size(fold(entry.figure.unit))


def asks_size(said: str) -> bool:
    """Whether a folded question asks how large something is."""
    return _ASKS_SIZE.search(said) is not None


_ASKS_SIZE = pattern_of(lambda: rf"\b(?:{listed('counting', 'size', 'asked')})\b")


# "Mỗi công chức tiếp nhận bình quân trên 60 hồ sơ một ngày": how many one of them has, or how many a day.
_EACH = pattern_of(r"\b(?:moi|binh quan|trung binh)\b")
_A_DAY = pattern_of(
    r"\W*(?:(?:/|mot |moi |trong mot )(?:ngay|buoi|tuan|thang|nguoi|cong chuc|don vi|co quan|trung tam|xa|phuong|ho so|may|diem)\b)"
)
_ASKS_EACH = pattern_of(
    r"\b(?:moi|binh quan|trung binh|mot ngay|mot buoi|mot tuan|hang ngay|per|average|each)\b|/ngay\b"
)


# "Mỗi xã, phường có 01 điểm hỗ trợ": with its tones, for "mới có" is none.
_EACH_HAS = re.compile(r"(?i)\W*mỗi (?!năm|quý|tháng)[^;:.\d]{2,40} (?:có|được|bố trí|cử|ít nhất)\b")


@once_each
def is_rate(entry: FigureEntry) -> bool:
    """Whether a figure is a rate: so many a person, or a day, and not all of them."""
    if entry.figure.measure not in {Measure.COUNT, Measure.MONEY}:
        return False
    if _EACH_HAS.match(entry.figure.label):
        return True
    after = entry.report.text[entry.figure.span.end : entry.figure.span.end + 24]
    # What people earn is told of each of them, asked so or not.
    is_pay = "thu nhap" in fold(entry.figure.label)
    return bool(not is_pay and _A_DAY.match(fold(after)) and _EACH.search(fold(entry.figure.label)))


# "Trung bình mỗi tháng nhận bao nhiêu": so many in all are none in one month.
_AVERAGE = pattern_of(r"\b(?:binh quan|trung binh|average)\b")


def asks_average(said: str) -> bool:
    """Whether a folded question asks for an average."""
    return _AVERAGE.search(said) is not None


@once_each
def tells_no_average(entry: FigureEntry) -> bool:
    """Whether neither the figure's words nor its sentence or heading say that it is an average."""
    told = f"{fold(entry.figure.label)} {fold(entry.figure.head)} {entry.statement.folded} {fold(entry.statement.statement.heading)}"
    return not asks_average(told)


def asks_each(said: str) -> bool:
    """Whether a folded question asks for a rate: how many a person, or a day."""
    return _ASKS_EACH.search(said) is not None


# "Tổ lưu động giúp người dân nộp 1.184 hồ sơ": helped, and not received.
_HELPED = pattern_of(r"\b(?:giup|ho tro|huong dan|tu van)\b[^,;:]*\b(?:nop|lam|ke khai|khai)\b")
_HELPS = pattern_of(r"\b(?:giup|ho tro|huong dan|tu van|help|assist|support)")


@once_each
def is_helped(entry: FigureEntry) -> bool:
    """Whether a figure counts dossiers that people were helped to hand in, and not those that were received."""
    return bool(_HELPED.search(fold(entry.figure.label)))


def asks_help(said: str) -> bool:
    """Whether a folded question asks about helping people to hand in."""
    return _HELPS.search(said) is not None


# "Hồ sơ trễ hạn ở cấp huyện chiếm 62,35% tổng số hồ sơ trễ hạn": of those that are late, and not how many are late.
_OF_SOME = pattern_of(
    r"\bchiem\b.*\b(?:so|ho so|truong hop)(?: bi| nop| duoc nop| giai quyet)? (?P<some>(?:tre|qua|cham) (?:han|hen)|truc tuyen|qua mang|dung han|truoc han)\b"
)
_LATE = pattern_of(r"(?:tre|qua|cham) ")
_ASKS_OF_SOME = pattern_of(
    r"\bchiem\b|\b(?:tong so|trong so|tren so|tren tong|so voi so|% so|phan tram so|% ho so|phan tram ho so)\b"
)


def is_of_some(entry: FigureEntry, said: str) -> bool:
    """Whether a figure is a share of only those dossiers that are late, or handed in online, where the question asks how many are late or online.

    `said` are the folded words of the question; of late ones it is so whatever they say.
    """
    some, before = _some(entry)
    return bool(some) and (_LATE.match(some) is not None or (some in said and some not in before))


@once_each
def _some(entry: FigureEntry) -> tuple[str, str]:
    """Of which dossiers a figure is a share ("tre han"), and the words of its label before that; both empty where it is of all."""
    label = fold(entry.figure.label) if entry.figure.measure is Measure.SHARE else ""
    found = _OF_SOME.search(label)
    return (found["some"], label[: found.start()]) if found else ("", "")


def asks_of_some(said: str) -> bool:
    """Whether a folded question asks for the share of a part ("chiếm bao nhiêu phần trăm số hồ sơ trễ hạn"), and not how many are late."""
    return _ASKS_OF_SOME.search(said) is not None


# "Chiếm bao nhiêu % tổng số hồ sơ quá hạn": no share of all dossiers that were late.
_ASKS_SHARE_OF_LATE = Sought(
    rf"\bchiem (?:duoc )?{HOW_MANY} (?:%|phan tram)(?: cua| trong)?(?: tong)? so (?:ho so |truong hop )?(?:bi |giai quyet )*(?:tre|qua|cham) (?:han|hen)\b"
)


def asks_share_of_late(said: str) -> bool:
    """Whether a folded question asks what share of the late ones something is, be it said of what or not."""
    return _ASKS_SHARE_OF_LATE.search(said) is not None


@once_each
def is_share_of_late(entry: FigureEntry) -> bool:
    """Whether a figure is a share of only those dossiers that are late, by its own words or those right behind it."""
    some, _ = _some(entry)
    behind = fold(entry.report.text[entry.figure.span.end : entry.statement.statement.span.end])
    return _LATE.match(some) is not None or _OF_LATE.match(behind) is not None


_OF_LATE = pattern_of(
    r"\W*(?:cua |trong )?(?:tong )?so (?:ho so |truong hop )?(?:bi |giai quyet )*(?:tre|qua|cham) (?:han|hen)\b"
)


def counts_asked(entry: FigureEntry, unit: str) -> bool:
    """Whether the figure counts what the question counts, as far as the unit's first word says."""
    measure, first, written = entry.figure.measure, unit.split()[0], _counted_in(entry)
    if (first in _POINTS and measure in {Measure.SHARE, Measure.CHANGE}) or unit == "truong hop":
        return True  # points of a share; a case is whatever it is that happened
    by_sort = counts_sort(entry, unit, written)
    if by_sort is not None:
        return by_sort
    if unit == "so":
        return _DEPARTMENT.search(written) is not None
    if _PETITIONS.match(unit):
        return _PETITIONS.search(written) is not None
    wanted, counted = _HEADS.get(first, first), fold(entry.figure.unit)
    if first in _TIMES and measure in {Measure.COUNT, Measure.RATIO}:
        return first in written.split()  # how often, and not how many there were of what was done then
    if wanted in _MONEY:
        return measure in {Measure.MONEY, Measure.CHANGE}
    if unit in faults() or counted in faults():
        return unit in written or (unit in faults() and counted in faults())
    if first == "phong" and "#rooms" in entry.own.words and "co quan" in written:
        return True  # a district's divisions are its "cơ quan chuyên môn"
    if first in _LEVELS and counted == "don vi" and f"don vi cap {_LEVELS[first]}" in fold(entry.figure.label):
        return True  # "3/8 đơn vị cấp huyện" are districts
    counted = counted or _named_first(entry)
    if _counts_things(entry) and are_other_things(unit, counted):
        return False
    return wanted not in _KNOWN or wanted in written or (wanted == "thu tuc" and "tthc" in written)


def _counts_things(entry: FigureEntry) -> bool:
    """Whether it is a number of things, be it of those by which it rose or fell: "giảm 14 phòng"."""
    measure = entry.figure.measure
    return measure in {Measure.COUNT, Measure.RATIO} or (
        measure is Measure.CHANGE and fold(entry.figure.unit).split(" ")[0] not in {"", *_POINTS, *_MONEY}
    )


@once_each
def _named_first(entry: FigureEntry) -> str:
    """Dossiers, where the words of a bare number begin with them: the row "Hồ sơ tiếp nhận mới" counts no procedures."""
    return "ho so" if _DOSSIERS_FIRST.match(fold(entry.figure.label)) else ""


_DOSSIERS_FIRST = pattern_of(r"(?:tong )?(?:so )?ho so\b")
_DEPARTMENT = pattern_of(r"(?<!ho )\bso\b(?! (?:luong|voi|cung|lieu|hoa)\b)")
# "Đơn khiếu nại", "đơn thư": petitions, and no "đơn vị".
_PETITIONS = pattern_of(r"\bdon\b(?! vi\b)")


def counts_beside(entry: FigureEntry, unit: str) -> bool:
    """Whether its sentence counts just what is asked for beside it: of "lắp 04 ki-ốt, kinh phí 780 triệu đồng" no kiosks are 780."""
    if entry.statement.is_row or entry.figure.measure not in _NUMBERS or not _counts_by_name(entry):
        return False
    own = entry.figure.span.start - entry.statement.statement.span.start
    counted = fold(entry.figure.unit)
    if unit in _STAFF and counted in _STAFF and counted != unit:
        # "46 cán bộ, 118 công chức và 210 viên chức": each of its own.
        return any(fold(f.unit) == unit for f in entry.statement.statement.figures)
    # "8.416 giấy chứng nhận, trong đó cấp lần đầu 2.137 giấy": papers of the same.
    if (
        counted.startswith(unit)
        or unit.startswith(f"{counted} ")
        or are_alike(unit, counted)
        or counts_sort(entry, unit, _counted_in(entry)) is not None
    ):
        return False
    places = [found.start() for found in _so_many(unit).finditer(entry.statement.folded)]
    return bool(places) and own not in places


_NUMBERS = frozenset({Measure.COUNT, Measure.MONEY, Measure.CHANGE})
_STAFF = frozenset({"can bo", "cong chuc", "vien chuc"})


@once_each
def _counts_by_name(entry: FigureEntry) -> bool:
    """Whether what it counts is named: by its unit, or by the word behind the number ("trao 418 giấy")."""
    behind = fold(entry.report.text[entry.figure.span.end : entry.statement.statement.span.end])
    return bool(entry.figure.unit) or _NAMED_BEHIND.match(behind) is not None


_NAMED_BEHIND = pattern_of(r" (?!(?:va|cua|so|dat|tai|trong|o|do|la|thi|den|tu|bang|chiem|tang|giam|theo|cho))[a-z]+")


@lru_cache(maxsize=1_000)
def _so_many(unit: str) -> re.Pattern[str]:
    """A number with the unit behind it: "04 ki-ốt"."""
    return re.compile(rf"(?<![\w.,/])\d[\d.,/]* {'[ -]'.join(map(re.escape, unit.split()))}\b")


def _is_under_dossiers(entry: FigureEntry) -> bool:
    """Whether the heading alone says what came in, and its sentence counts nothing by name: "Hồ sơ" over "tiếp nhận 1.850 (trực tuyến 920)"."""
    statement = entry.statement
    if "#dossier" not in statement.above.words or _TALE_OF_DOSSIERS.isdisjoint(entry.own.dimensions):
        return False
    is_of_others = any(word.startswith("#") for word in statement.terms.words - _SAID_OF_DOSSIERS)
    units = (fold(f.unit) for f in statement.statement.figures if f.measure is Measure.COUNT)
    return not is_of_others and not any(unit and not _GOES_ON.match(unit) for unit in units)


# "Còn 534 chuyển sang quý sau": what became of them, and nothing that is counted.
_GOES_ON = pattern_of(r"(?:chuyen|con|dang|da|chua|tre|qua|dung|som|truoc)\b")


_TALE_OF_DOSSIERS = frozenset({"stage", "timeliness", "channel"})
_SAID_OF_DOSSIERS = frozenset({"#dossier", "#one_stop", "#new_intake", "#total"})


_LEVELS = {"huyen": "huyen", "quan": "huyen", "xa": "xa", "phuong": "xa"}
_POINTS = frozenset({"phan", "%", "diem"})
_TIMES = frozenset({"lan", "dot", "chuyen", "buoi", "phien"})
_MONEY = frozenset({"tien", "ty", "trieu", "dong"})


@once_each
def _counted_in(entry: FigureEntry) -> str:
    """The words that say what it counts: its unit, and of a bare number what its own words and its head say."""
    unit = fold(entry.figure.unit)
    written = f"{unit} {fold(entry.figure.written)}"
    if unit in {"bo", "hs"}:
        written += " ho so"  # "qua mạng 8.035 bộ": of dossiers, as far as the rest says so
    if (unit and _is_known_unit(unit)) or entry.figure.measure not in {Measure.COUNT, Measure.CHANGE}:
        return written
    figures, part_of = entry.statement.statement.figures, entry.figure.part_of
    if unit:
        # "07 công chức (05 chuyên trách, 02 kiêm nhiệm)": each is some of them.
        whole = figures[part_of] if part_of is not None and part_of < len(figures) else None
        return f"{written} {fold(whole.unit)}" if whole is not None else written
    if part_of is not None and part_of < len(figures) and figures[part_of].unit:
        # "Tổng số 26 nhiệm vụ, trong đó quá hạn 02": what is late is what there are 26 of.
        return f"{written} {fold(entry.figure.label)} {fold(figures[part_of].unit)}"
    # "Trễ hạn theo lĩnh vực: đất đai 48, xây dựng 11": what is late is dossiers, said or not.
    is_listed = "timeliness" in entry.head.dimensions and not entry.own.dimensions
    implied = "ho so" if "#dossier" in entry.own.words or is_listed or _is_under_dossiers(entry) else ""
    label = fold(entry.figure.label)
    # What its own words count is not what its sentence began with: "Sở có 08 phòng; biên chế giao 86".
    head = "" if _POSTS.search(label) else fold(entry.figure.head)
    return f"{written} {label} {head} {implied} {noun_at_end(entry)} {fold(work_before(entry))}"
