"""Numbers that something is held against: no figure answers with them."""

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of


@once_each
def is_limit(entry: FigureEntry) -> bool:
    """Whether a share is only what something is measured against: a mark that was passed, an aim, the line below which places are counted."""
    if entry.figure.measure is not Measure.SHARE or entry.statement.is_row:
        return False
    start = entry.statement.statement.span.start
    before = fold(entry.report.text[start : entry.figure.span.start])
    if _AIM.search(before):
        return True
    if _PASSED.search(before) and not _BY_MORE.match(fold(entry.report.text[entry.figure.span.end :][:40])):
        return True
    if _BOUND.search(before) and (
        entry.statement.statement.task or _OF_AIMS.search(fold(entry.statement.statement.heading))
    ):
        return True
    return bool(_LIMIT.search(before))


@once_each
def is_day(entry: FigureEntry) -> bool:
    """Whether it is a day and counts nothing: "diễn ra ngày 14 và 15/11/2020"."""
    figure, start = entry.figure, entry.statement.statement.span.start
    is_bare = figure.measure is Measure.COUNT and not figure.unit and not entry.statement.is_row
    return is_bare and entry.statement.folded.endswith((" ngay ", "(ngay "), 0, max(figure.span.start - start, 0))


@once_each
def is_misstated(entry: FigureEntry) -> bool:
    """Whether it is what a report said by mistake: "Đính chính: Báo cáo số 128 ghi … 142 công chức …; số đúng là 124 công chức"."""
    if "dinh chinh" not in entry.statement.folded:
        return False
    behind = entry.report.text[entry.figure.span.end : entry.statement.statement.span.end]
    return IS_RIGHT.search(fold(behind)) is not None


# What stands before the day or number that is right.
IS_RIGHT = pattern_of(r"\b(?:ngay|so|so lieu|ty le|muc) dung (?:phai )?(?:la|:)|\b(?:sua|dinh chinh) (?:lai )?thanh\b")


@once_each
def is_excess(entry: FigureEntry) -> bool:
    """Whether it is by how many more something was than what its sentence counts before it."""
    start = entry.figure.span.start
    if entry.figure.measure is not Measure.COUNT or not _EXCESS.search(
        fold(entry.report.text[max(0, start - 14) : start])
    ):
        return False
    unit = fold(entry.figure.unit).split()[:1]
    return any(
        f.measure is Measure.COUNT and f.span.start < entry.figure.span.start and fold(f.unit).split()[:1] == unit
        for f in entry.statement.statement.figures
    )


# "Đã triển khai tại 13 xã, vượt 03 xã so với kế hoạch": by how many more than planned, and not how many.
_EXCESS = pattern_of(r", (?:da )?vuot(?: them)? $")
# "03 huyện có tỷ lệ hồ sơ trực tuyến dưới 35%": what they are held against, and no one's share.
_LIMIT = pattern_of(
    r"\b(?:co|de|khi|neu|ma|voi) (?:ty le|ti le|muc|diem|chi so)\b[^,;.:]*\b(?:duoi|tren|qua|vuot|tu)\s$"
    # "15 xã, phường chưa đạt tỷ lệ trực tuyến 80%"
    r"|\b(?:chua|khong) (?:dat|toi|vuot|qua)\b[^,;.:\d]*$"
)
# "Thấp hơn chỉ tiêu 12% của năm", "vượt mục tiêu 60%": what it is held against.
_AIM = pattern_of(
    r"\b(?:thap hon|cao hon|vuot|chua dat|dat|so voi|so|bang|duoi|tren)(?: muc| cac)? (?:chi tieu|muc tieu|ke hoach|yeu cau)(?: (?:de ra|duoc giao|giao|nam|cua nam|la))* $"
)
# "Hồ sơ trực tuyến lần đầu vượt 10%": a mark that was passed, and not how many there are; "vượt 12% so với kế hoạch" is by how many.
_PASSED = pattern_of(r"\b(?:vuot|vuot qua|qua)(?: moc| nguong| muc| con so)? $")
_BY_MORE = pattern_of(r"\W*(?:so voi|ke hoach|chi tieu|muc tieu|du toan)\b")
# "Tỷ lệ hồ sơ trễ hạn dưới 3%" among the aims of a plan: what is to be reached.
_BOUND = pattern_of(r"\b(?:duoi|toi da|khong qua|it nhat|toi thieu|xuong con|tren) $")
_OF_AIMS = pattern_of(r"\b(?:muc tieu|chi tieu|phuong huong|nhiem vu)\b(?!.*\bket qua\b)")
