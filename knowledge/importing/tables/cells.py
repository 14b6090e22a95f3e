"""What sort of number stands in a cell, and in what unit."""

import re
from collections.abc import Sequence

from knowledge.facts import Measure
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import Number
from knowledge.grammar.units import class_of_unit

# A column of what was planned, beside one of what was done; its period stands apart.
_PLANNED = re.compile(r"ke hoach(?: (?:giao|de ra|nam|ca nam|duoc giao))*")
_IN_BRACKETS = re.compile(
    r"\((%|người|hồ sơ|bộ hồ sơ|bộ|đồng|triệu đồng|tỷ đồng|điểm|xã|đơn vị|thủ tục|văn bản|phòng|lượt|%[^)]*)\)\s*$"
)


def holds_dates(cell: str) -> bool:
    """Whether a cell holds dates and no quantity."""
    return any(True for _ in find_dates(fold(cell)))


def unit_in_brackets(name: str) -> str:
    """The unit in brackets at the end of a row's or column's name: "Tinh giản biên chế (người)"."""
    match = _IN_BRACKETS.search(name)
    return match[1] if match else ""


def with_unit(cell: str, unit: str) -> str:
    """The cell as it would be written in a sentence."""
    if not unit or cell.endswith("%"):
        return cell
    return f"{cell}%" if unit == "%" else f"{cell} {unit}"


def cell_measure(number: Number, heading: str, name: str, stated_unit: str) -> Measure:
    """The sort of a number: by its heading, with the row's name and unit where the row gives one."""
    if _PLANNED.fullmatch(fold(heading).strip()):
        return Measure.TARGET
    says_unit = stated_unit or unit_in_brackets(name)
    return _measure(number, f"{heading} {name} {stated_unit}" if says_unit else heading)


def _measure(number: Number, words: str) -> Measure:
    folded = fold(words)
    if re.search(r"muc tieu|chi tieu|ke hoach giao|duoc giao", folded) and not _GIVEN_POSTS.search(folded):
        return Measure.TARGET
    if re.match(r"(?:xep )?hang\b|thu hang", folded):
        return Measure.RANK
    if re.match(r"diem\b|tong diem", folded) or "(diem)" in folded:
        return Measure.SCORE
    if number.is_percent or "%" in words or re.search(r"\bty le\b|\bti le\b", folded):
        return Measure.SHARE
    if number.whole is not None:
        return Measure.RATIO
    if "dong" in folded and re.search(r"trieu|ty|nghin", folded):
        return Measure.MONEY
    return Measure.CHANGE if re.match(r"tang|giam", folded) else Measure.COUNT


# "Tổng số biên chế công chức được giao": how many posts there are, and no aim.
_GIVEN_POSTS = re.compile(r"\b(?:bien che|so nguoi lam viec|so luong nguoi lam viec)\b.*\bgiao\b")
# Beside "Tiếp nhận" or "Trễ hạn" these count dossiers as well.
_OF_DOSSIERS = re.compile(r"(?:trong do,? )?(?:da |dang )?(?:giai quyet|truc tuyen|tra ket qua|nhan truc tiep)\b")
_FLOW = re.compile(r"(?:so )?tiep nhan\b|(?:tre|qua|dung|truoc) h[ae]n\b")
_COUNTED = {
    "ho so": "hồ sơ",
    "phong": "phòng",
    "don vi": "đơn vị",
    "van ban": "văn bản",
    "thu tuc": "thủ tục",
    "phieu": "phiếu",
    "nguoi": "người",
    "lop": "lớp",
}
_NUMBER_OF = re.compile(rf"\bso (?P<thing>{'|'.join(_COUNTED)})\b")
_POSTS = re.compile(r"\bbien che\b")
_WITHOUT_UNIT = re.compile(r"(?:tong )?diem\b|chi so\b|(?:xep |thu )?hang\b")


_IN_CHARGE = re.compile(r"\bchu tri\b")
_STATE_OF_WORK = re.compile(
    r"(?:tong so|da |dang |chua |hoan thanh|qua han|dung han|tre han|trong han)(?!.*\b(?:kinh phi|von|tien)\b)"
)


# "Số dự án" in a table of sums.
_NUMBER_OF_THINGS = re.compile(r"(?:tong )?so (?!tien|von|kinh phi|thu|chi|giai ngan|du toan|bo tri|giao|da )[a-z]")


def cell_unit(heading: str, caption: str, columns: Sequence[str], of_table: str = "") -> str:
    """The unit of a cell whose row gives none, `of_table` being that of the table's note; points and places count nothing."""
    if bracket := unit_in_brackets(heading):
        return bracket
    folded = fold(heading)
    if "ty le" in folded:
        return "%"
    if counted := _NUMBER_OF.search(folded):
        return _COUNTED[counted["thing"]]
    if _POSTS.search(folded):
        return "biên chế"
    if _WITHOUT_UNIT.match(folded):
        return ""
    if of_table and not (class_of_unit(fold(of_table)) == "money" and _NUMBER_OF_THINGS.match(folded)):
        return of_table
    if _OF_DOSSIERS.match(folded) and any(_FLOW.match(fold(other)) for other in columns):
        return "hồ sơ"
    if "ho so" in fold(caption):
        return "hồ sơ"
    if _STATE_OF_WORK.match(folded) and any(_IN_CHARGE.search(fold(other)) for other in columns):
        return "nhiệm vụ"  # what bodies are in charge of is work, and none of it a late dossier
    return _in_flow(caption, columns) if re.search(r"tiep nhan|han\b|(?:tre|dung|qua) hen\b", folded) else ""


# "Tiếp nhận mới | Quý I | Quý II": where each column is only a period, the row says what is counted.
_STAGE_OF_DOSSIERS = re.compile(
    r"(?:trong do,? )?(?:so |tong so )?(?:(?:da |dang |chua )?(?:tiep nhan|nhan moi|giai quyet|tra ket qua)|truc tuyen|truc tiep"
    r"|(?:ky|quy|nam) truoc chuyen|chuyen ky sau|(?:giai quyet )?(?:truoc|dung|qua|tre|trong) h[ae]n)(?! viec)\b"
)
_ABOUT_DOSSIERS = re.compile(r"\bthu tuc hanh chinh\b|\btthc\b|\bho so\b|\bmot cua\b|\bhanh chinh cong\b")


def row_unit(name: str, caption: str, place: str) -> str:
    """The unit of a row whose columns are only periods: dossiers, where the table or its section is about them."""
    folded = fold(name)
    if "ty le" in folded:
        return ""
    if counted := _NUMBER_OF.search(folded):
        return _COUNTED[counted["thing"]]
    is_of_dossiers = _STAGE_OF_DOSSIERS.match(folded) and _ABOUT_DOSSIERS.search(fold(f"{caption} {place}"))
    return _in_flow(caption) if is_of_dossiers else ""


# "Tổng hợp phản ánh, kiến nghị theo đơn vị xử lý": what is late there is no dossier.
_THINGS = {
    "phan anh": "phản ánh",
    "kien nghi": "kiến nghị",
    "nhiem vu": "nhiệm vụ",
    "van ban": "văn bản",
    "cau hoi": "câu hỏi",
}
_COUNTED_THINGS = re.compile(
    rf"(?:bang |bieu |so )?(?:tong hop|theo doi|thong ke|so lieu|ket qua|tinh hinh)(?: [a-z]+){{0,4}}? (?P<thing>{'|'.join(_THINGS)})\b(?!.*\b(?:tthc|thu tuc)\b)"
)


# "Tổng số PAKN" beside "Quá hạn".
_PETITIONS = re.compile(r"\b(?:pakn|phan anh|kien nghi(?! (?:sua|bai|thay|cat|don)))\b")


def _in_flow(caption: str, columns: Sequence[str] = ()) -> str:
    """What comes in or is late in a table: dossiers, where neither its caption nor another column names another thing."""
    above = fold(" | ".join(columns))
    if _PETITIONS.search(above) and not re.search(r"\b(?:ho so|tthc|thu tuc)\b", above):
        return _THINGS["phan anh"]
    counted = _COUNTED_THINGS.match(fold(caption))
    return _THINGS[counted["thing"]] if counted else "hồ sơ"
