"""What a row of a table says of all its cells: what they count, of whom, and of when."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period, Window
from knowledge.grammar.folding import fold, has_tones
from knowledge.grammar.numbers import find_numbers
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.windows import find_windows
from knowledge.importing.levels import levels_of
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.structure import Unit
from knowledge.importing.tables.headings import NUMBERING
from knowledge.importing.unit_settings import outside_brackets

_ROW_NAME = re.compile(
    r"co quan|don vi(?! tinh)|dia phuong|chi nhanh|chi cuc|linh vuc|hinh thuc|chi tieu|noi dung|quy|thang|nam|ten|xa|huyen|loai|nhom|tieu chi"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its name; one that is named by its period counts nothing by that name."""

    name: str
    name_at: int | None
    period: Period | None
    window: Window | None
    organisation: str | None
    caption: str  # what stands before the table and speaks of what it counts
    unit: str  # as a column of units states it ("Đơn vị tính")
    levels: Mapping[int, str]  # what a column counts in, by its place, where columns are levels


def read_row(cells: list[str], unit: Unit, lead: str, setting: Setting) -> Row:
    """What the row says, `lead` being the sentence before its table."""
    caption = _caption(lead, unit.columns)
    name_at = _name_column(cells, unit.columns)
    name = cells[name_at] if name_at is not None else ""
    column = unit.columns[name_at] if name_at is not None and name_at < len(unit.columns) else ""
    period, window, own_name = _period(cells, unit, name, column, setting)
    own_name = f"{_group(cells, unit.columns, name_at)} {own_name.lstrip('-–—+ ')}".strip()
    if fold(column).startswith("cap") and fold(name) in _LEVELS_NAMED:
        own_name = f"Cấp {name.lower()}"  # "Cấp | Tiếp nhận" with the rows "Tỉnh", "Huyện", "Xã"
    by_body = _IS_OF_BODIES.search(fold(column)) is not None
    levels = {} if by_body else levels_of(unit.columns)
    return Row(
        name=own_name,
        name_at=name_at,
        period=period,
        window=window,
        organisation=_organisation(name, column, caption, setting, by_body=by_body, by_level=bool(levels)),
        caption=caption,
        unit=_stated_unit(cells, unit.columns),
        levels=levels,
    )


def _caption(lead: str, columns: Sequence[str]) -> str:
    """What stands before the table, unless it tells of one way of handing in and the table of all: "Hồ sơ trực tuyến là …"."""
    is_of_all = any(re.match(r"(?:so )?(?:ho so )?tiep nhan", fold(heading)) for heading in columns)
    return "" if is_of_all and lead.rstrip().endswith(".") and _ONE_WAY.match(fold(lead)) else lead


_ONE_WAY = re.compile(
    r"(?:trong do,? )?(?:so |ty le |ti le )?(?:ho so )?(?:nop |tiep nhan )?(?:truc tuyen|truc tiep|qua mang|qua buu)"
)


def _name_column(cells: Sequence[str], columns: Sequence[str]) -> int | None:
    """The column that names the rows: by its heading, else the first cell that is no number."""
    for index, column in enumerate(columns[: len(cells)]):
        if NUMBERING.match(fold(column)):
            continue
        if (named := _PERIODS.fullmatch(fold(column))) and _ALONE[named["kind"]].match(fold(cells[index])):
            return index  # "2017" under "Năm"
        if _ROW_NAME.search(fold(column)) and next(find_numbers(fold(cells[index])), None) is None:
            return index + 1 if _is_within(index, cells, columns) else index
    return next((i for i, c in enumerate(cells) if c and not re.fullmatch(r"[\d.,%\s/-]*", c)), None)


# "Huyện | Xã": a row is of the narrower.
_WIDER = re.compile(r"(?:ten )?(?:huyen|quan|thi xa|tinh)\b(?!.*\b(?:xa|phuong)$)")
_NARROWER = re.compile(r"(?:ten )?(?:xa|phuong|thi tran)\b")


def _is_within(index: int, cells: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether the next column names a part of what this one names."""
    if index + 1 >= min(len(cells), len(columns)) or not _WIDER.match(fold(columns[index])):
        return False
    return bool(_NARROWER.match(fold(columns[index + 1]))) and bool(re.match(r"[^\W\d]", cells[index + 1]))


_UNIT_COLUMN = re.compile(r"don vi tinh|dvt|\bdon vi do\b")


def _stated_unit(cells: Sequence[str], columns: Sequence[str]) -> str:
    return next((c for c, h in zip(cells, columns, strict=False) if _UNIT_COLUMN.search(fold(h))), "")


def _organisation(
    name: str, column: str, caption: str, setting: Setting, *, by_body: bool, by_level: bool
) -> str | None:
    """The body that the row names, that the caption says, or that the text spoke of."""
    named = next((o.name for o in find_organisations(name)), None)
    is_total = by_body and _is_total(name)
    if named is None and name and by_body and not is_total:
        named = _full_name(name, column)
    if named is not None or by_level:
        return named  # a table that tells each level apart is of no one desk
    # The total of a table of bodies is of them all, whatever desk the text spoke of before.
    return _caption_body(caption) or (None if is_total else setting.organisation)


_IS_OF_BODIES = re.compile(
    r"co quan|don vi(?! tinh)|dia phuong|^tinh\b|huyen|\bxa\b|phuong\b(?! thuc| an\b| phap| huong| tien)|thanh pho|so, nganh|ten|chi nhanh|chi cuc"
)
# "Cấp | Nội dung": what a column before the name parts the rows by.
_GROUPS = re.compile(r"cap|khoi|cap hanh chinh|cap thuc hien")


def _group(cells: Sequence[str], columns: Sequence[str], name_at: int | None) -> str:
    """The level or block that a row is of by a column before the one that names it; empty where none says or it names a body."""
    if name_at and next(find_organisations(cells[name_at]), None) is not None:
        return ""
    before = zip(cells[:name_at], columns, strict=False) if name_at else ()
    return next((c for c, heading in before if _GROUPS.fullmatch(fold(heading)) and re.search(r"[^\W\d]{3}", c)), "")


# "TT Vọng Nguyệt" in a column of communes and towns; elsewhere it may be a centre.
_SHORT_TOWN = re.compile(r"TT\.? (?=\w)")
_BRANCHES = re.compile(r"chi nhanh|phong|trung tam|tram|chi cuc|hat")
_LEVELS_NAMED = frozenset({"tinh", "thanh pho", "so", "huyen", "quan", "xa", "phuong", "xa, phuong", "so, nganh"})
_LEVELS_OF_COLUMNS = frozenset({"tinh", "huyen", "xa", "phuong"})


def _full_name(name: str, column: str) -> str:
    """A body as its column calls it: "Phan Hòa" under "Chi nhánh" is that branch, under "Huyện" that district."""
    heading, kind = column.strip(), fold(column).strip()
    if "thi tran" in kind and (short := _SHORT_TOWN.match(name)):
        return f"thị trấn {name[short.end() :]}"
    if fold(name).startswith(kind):
        return name
    if kind in _LEVELS_OF_COLUMNS:
        return f"{heading.lower()} {name}"
    return f"{heading} {name}" if _BRANCHES.fullmatch(kind) else name


def _is_total(name: str) -> bool:
    is_other = has_tones(name) and re.match(r"(?i)công|tòng|tông|chứng|chúng", name)
    return bool(re.match(r"(?:tong|cong|toan|chung|trung binh|ca )", fold(name))) and not is_other


# Only a sentence that leads into the table, or its title, says whose the table is.
_LEADS_IN = re.compile(r":\s*$")
_TITLE = re.compile(r"(?:bang|bieu|phu luc|so lieu|ket qua|tong hop)")
# "Bộ phận Một cửa các cấp", "… cấp huyện, cấp xã": the desks of all, and none of them.
_OF_SEVERAL_LEVELS = re.compile(r"\s(?:cac|hai|ba|2|3) cap\b|\scap [a-z]+(?:,| va) (?:cap )?[a-z]+\b")


def _caption_body(caption: str) -> str | None:
    folded = fold(caption)
    if not _LEADS_IN.search(caption) and not _TITLE.match(folded):
        return None
    bodies = [o for o in find_organisations(caption) if not _OF_SEVERAL_LEVELS.match(folded, o.end)]
    bodies = outside_brackets(folded, bodies)
    desks = [o for o in bodies if o.organisation.is_desk]
    chosen = desks[-1:] or bodies[-1:]
    return chosen[0].name if chosen else None


_PERIODS = re.compile(r"(?P<kind>quy|thang|nam)(?:\s?/?\s?(?:trong |cua )?(?:nam )?(?P<year>20\d\d))?")
# Under "Quý": "I", "II/2018", "3 - 2018"; under "Tháng" and "Năm" a number as well.
_ALONE = {
    "quy": re.compile(r"(?:i{1,3}|iv|0?[1-4])(?:\s?[/-]\s?(?:nam )?20\d\d)?(?![\w.,])"),
    "thang": re.compile(r"(?:0?[1-9]|1[0-2])(?:\s?[/-]\s?(?:nam )?20\d\d)?(?![\w.,])"),
    "nam": re.compile(r"20\d\d(?![\w.,])"),
}


def _period(
    cells: Sequence[str], unit: Unit, name: str, column: str, setting: Setting
) -> tuple[Period | None, Window | None, str]:
    """A row named by its period ("I" under "Quý", "Cả năm") has that one; the name then counts nothing."""
    reference = setting.reference or date(1, 1, 1)
    folded = fold(name)
    heading = fold(column) or (fold(unit.columns[0]) if unit.columns else "")
    if (named := _PERIODS.fullmatch(heading)) and (alone := _ALONE[named["kind"]].match(folded)):
        # "Quý năm 2022": the year stands in the heading, and the days up to which the last one runs behind its number.
        folded = f"{named['kind']} {folded[: alone.end()]} {named['year'] or ''}{folded[alone.end() :]}"
    if folded == "ca nam" and setting.period:
        folded = f"nam {setting.period.last.year}"
    period = next((p for _, p in resolve_periods(folded, reference, setting.period)), None)
    window = next((w for cell in cells for _, _, w in find_windows(fold(cell))), None)
    own_window = window or (setting.window if period in (None, setting.period) else None)
    # "Chỉ số năm 2017" over the names of the rows: all of them are of that year, whenever it is told.
    of_column = next((p for m, p in resolve_periods(fold(column), reference, None) if not m.is_same_period), None)
    if period is None and of_column is not None:
        own_window = window
    return period or of_column or setting.period, own_window, "" if period else name
