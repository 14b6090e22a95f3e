"""Quantities in a table's row: the column's heading and the row's name say what each cell counts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.facts import Figure, Measure, Period, Span, Window
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold, has_tones
from knowledge.grammar.numbers import Number, find_numbers
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.periods import find_windows
from knowledge.importing.levels import levels_of
from knowledge.importing.register_columns import place_of_symbols
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.structure import Unit

_NUMBERING = re.compile(r"^(?:stt|tt|so tt)$")
_ROW_NAME = re.compile(
    r"co quan|don vi(?! tinh)|dia phuong|chi nhanh|chi cuc|linh vuc|hinh thuc|chi tieu|noi dung|quy|thang|nam|ten|xa|huyen|loai|nhom|tieu chi"
)


def row_figures(text: str, unit: Unit, setting: Setting) -> tuple[Figure, ...]:
    """The numbers of a row: the column's heading and the row's name say what each counts."""
    cells = [cell.cut(text).strip() for cell in unit.cells]
    if place_of_symbols(unit.columns, cells) is not None:
        return ()
    caption = _caption(unit.lead.cut(text), unit.columns) if unit.lead else ""
    name_at = _name_column(cells, unit.columns)
    name = cells[name_at] if name_at is not None else ""
    period, window, own_name = _row_period(cells, unit, name, setting)
    own_name = own_name.lstrip("-–—+ ")
    if name_at is not None and fold(unit.columns[name_at]).startswith("cap") and fold(name) in _LEVELS:
        own_name = f"Cấp {name.lower()}"  # "Cấp | Tiếp nhận" with the rows "Tỉnh", "Huyện", "Xã"
    body = next((o.name for o in find_organisations(name)), None)
    by_body = name_at is not None and _is_body_column(unit.columns, name_at)
    if body is None and name and by_body and not _is_total(name):
        body = _full_name(name, unit.columns[name_at or 0])
    # The total of a table of bodies is of them all, whatever desk the text spoke of before.
    spoken_of = None if by_body and _is_total(name) else setting.organisation
    levels = {} if by_body else levels_of(unit.columns)
    if levels:
        spoken_of = None  # the table tells each level apart, and is of no one desk
    figures = []
    stated_unit = _stated_unit(cells, unit.columns)
    for index, cell in enumerate(cells):
        heading = unit.columns[index] if index < len(unit.columns) else ""
        if index == name_at or _NUMBERING.match(fold(heading)) or find_dates_only(cell):
            continue
        folded = fold(cell)
        number = next(find_numbers(folded), None)
        if number is None or number.start > 0 or len(folded) - number.end > 24:
            continue
        caption_body = None if levels else _caption_body(caption)
        named, heading = _heading_period(heading, setting)
        if _RANK_ALONE.fullmatch(fold(heading)):
            heading = f"{heading} {_ranked(unit.columns[:index], setting)}".strip()
        if index in levels and fold(levels[index]) not in fold(heading):
            heading = f"{heading} {levels[index]}"
        is_share = _is_share_of_before(heading, unit.columns[:index])
        if is_share:
            heading = f"{heading} {unit.columns[index - 1]}"
        row_unit = (
            stated_unit
            or ("%" if is_share else "")
            or _bracketed(own_name)
            or _cell_unit(heading, caption, unit.columns)
        )
        share = None if number.is_percent else _SHARE_BEHIND.search(folded, number.end)
        counted = cell[: share.start()].rstrip() if share else cell
        figure = Figure(
            span=Span(unit.cells[index].start, unit.cells[index].start + len(counted)) if share else unit.cells[index],
            measure=Measure.TARGET
            if _PLANNED.fullmatch(fold(heading).strip())
            else _cell_measure(number, _measure_words(heading, own_name, stated_unit)),
            value=number.value,
            written=_with_unit(counted, row_unit),
            unit=row_unit or ("%" if number.is_percent else counted[number.end :].strip()),
            label=f"{own_name} {heading}".strip(),
            head=f"{_of_whole(caption)} {unit.under}".strip(),
            place=" ".join(unit.headings[-1:]),
            period=named or period,
            window=window if named in (None, period) else None,
            organisation=body or caption_body or spoken_of,
            whole=number.whole,
            is_approximate=number.is_approximate,
        )
        figures.append(figure)
        if share and figure.measure is Measure.COUNT:
            figures.append(_share_of(figure, len(figures) - 1, share, unit.cells[index].start))
    return tuple(figures)


def _caption(lead: str, columns: Sequence[str]) -> str:
    """What stands before the table, unless it tells of one way of handing in and the table of all: "Hồ sơ trực tuyến là …"."""
    is_of_all = any(re.match(r"(?:so )?(?:ho so )?tiep nhan", fold(heading)) for heading in columns)
    return "" if is_of_all and lead.rstrip().endswith(".") and _ONE_WAY.match(fold(lead)) else lead


_ONE_WAY = re.compile(
    r"(?:trong do,? )?(?:so |ty le |ti le )?(?:ho so )?(?:nop |tiep nhan )?(?:truc tuyen|truc tiep|qua mang|qua buu)"
)


# "4.969 (39,80%)": a count and its share in one cell.
_SHARE_BEHIND = re.compile(r"\((?:chiem |dat |ty le )?(?P<share>\d{1,3}(?:[.,]\d{1,2})?\s?%)\)\s*$")


def _share_of(counted: Figure, index: int, share: re.Match[str], start: int) -> Figure:
    """The share that stands in brackets behind a count, of the same thing and time."""
    number = next(find_numbers(share["share"]))
    return replace(
        counted,
        span=Span(start + share.start("share"), start + share.end("share")),
        measure=Measure.SHARE,
        value=number.value,
        written=share["share"],
        unit="%",
        share_of=index,
    )


# "Trực tuyến | Tỷ lệ": the share of what the column before it counts.
_LEVELS = frozenset({"tinh", "thanh pho", "so", "huyen", "quan", "xa", "phuong", "xa, phuong", "so, nganh"})
_SHARE_ALONE = re.compile(r"(?:ty le|ti le|chiem(?: ty le)?|dat(?: ty le)?)?\s*(?:\(?\s*%\s*\)?)?(?<=\S)")
_IS_SHARE = re.compile(r"%|\b(?:ty le|ti le)\b")


_SHARE_IN_SHORT = re.compile(r"(?:ty le|ti le|%)\s*\(?(?P<letters>[a-z]{2,4})\)?\s*(?:\(?\s*%\s*\)?)?")


def _is_share_of_before(heading: str, before: Sequence[str]) -> bool:
    """Whether a column "Tỷ lệ" is that of the column before it, which it may name by its letters: "Trực tuyến | Tỷ lệ TT"."""
    folded = fold(heading).strip()
    if not _counts_before(before):
        return False
    in_short = _SHARE_IN_SHORT.fullmatch(folded)
    letters = "".join(word[0] for word in re.findall(r"[a-z]+", fold(before[-1])))
    return bool(_SHARE_ALONE.fullmatch(folded)) or (in_short is not None and in_short["letters"] == letters)


def _counts_before(columns: Sequence[str]) -> bool:
    """Whether the column before counts something and gives no share itself."""
    return bool(columns) and not _IS_SHARE.search(fold(columns[-1])) and not _NUMBERING.match(fold(columns[-1]))


_RANK_ALONE = re.compile(r"(?:xep |thu )?hang|xep thu|thu tu|vi tri")


def _ranked(before: tuple[str, ...], setting: Setting) -> str:
    """What a column headed "Hạng" ranks: the nearest column before it that is no rank itself."""
    for heading in reversed(before):
        bare = re.sub(r"\(.*?\)", " ", _heading_period(heading, setting)[1])
        if not _RANK_ALONE.search(fold(bare)):
            return (
                " ".join(bare.split())
                if re.search(r"\b(?:index|chi so|diem|sipas|papi|pci|ddci)\b", fold(bare))
                else ""
            )
    return ""


# A column of what was planned, beside one of what was done; its period stands apart.
_PLANNED = re.compile(r"ke hoach(?: (?:giao|de ra|nam|ca nam|duoc giao))*")
_UNIT_COLUMN = re.compile(r"don vi tinh|dvt|\bdon vi do\b")


def _stated_unit(cells: list[str], columns: tuple[str, ...]) -> str:
    """The unit in a column of units ("Đơn vị tính")."""
    return next((c for c, h in zip(cells, columns, strict=False) if _UNIT_COLUMN.search(fold(h))), "")


def _measure_words(heading: str, name: str, stated_unit: str) -> str:
    """What tells the sort of a cell: its heading, with the row's unit where the row gives one."""
    return f"{heading} {name} {stated_unit}" if stated_unit or _bracketed(name) else heading


def _is_body_column(columns: tuple[str, ...], at: int) -> bool:
    return at < len(columns) and bool(
        re.search(
            r"co quan|don vi(?! tinh)|dia phuong|^tinh\b|huyen|\bxa\b|phuong\b(?! thuc| an\b| phap| huong| tien)|thanh pho|so, nganh|ten|chi nhanh|chi cuc",
            fold(columns[at]),
        )
    )


# "TT Vọng Nguyệt" in a column of communes and towns; elsewhere it may be a centre.
_SHORT_TOWN = re.compile(r"TT\.? (?=\w)")
_BRANCHES = re.compile(r"chi nhanh|phong|trung tam|tram|chi cuc|hat")
_LEVELS = frozenset({"tinh", "huyen", "xa", "phuong"})


def _full_name(name: str, column: str) -> str:
    """A body as its column calls it: "Phan Hòa" under "Chi nhánh" is that branch, under "Huyện" that district."""
    heading, kind = column.strip(), fold(column).strip()
    if "thi tran" in kind and (short := _SHORT_TOWN.match(name)):
        return f"thị trấn {name[short.end() :]}"
    if fold(name).startswith(kind):
        return name
    if kind in _LEVELS:
        return f"{heading.lower()} {name}"
    return f"{heading} {name}" if _BRANCHES.fullmatch(kind) else name


def _is_total(name: str) -> bool:
    folded = fold(name)
    is_other = has_tones(name) and re.match(r"(?i)công|tòng|tông|chứng|chúng", name)
    return bool(re.match(r"(?:tong|cong|toan|chung|trung binh|ca )", folded)) and not is_other


def _heading_period(heading: str, setting: Setting) -> tuple[Period | None, str]:
    """A column of one period ("Năm 2017", "Kết quả 2018", "Quý I") and what else its heading says."""
    folded = fold(heading)
    reference = setting.reference or date(1, 1, 1)
    found = [(m, p) for m, p in resolve_periods(folded, reference, setting.period) if not m.is_same_period]
    if not found:
        return None, heading
    mention, period = found[0]
    return period, " ".join(f"{heading[: mention.start]} {heading[mention.end :]}".split())


def _bracketed(name: str) -> str:
    """The unit in brackets at the end of a row's name: "Tinh giản biên chế (người)"."""
    match = re.search(
        r"\((%|người|hồ sơ|bộ hồ sơ|bộ|đồng|triệu đồng|tỷ đồng|điểm|xã|đơn vị|thủ tục|văn bản|phòng|lượt|%[^)]*)\)\s*$",
        name,
    )
    return match[1] if match else ""


def _with_unit(cell: str, unit: str) -> str:
    if not unit or cell.endswith("%"):
        return cell
    return f"{cell}%" if unit == "%" else f"{cell} {unit}"


# "Bộ phận Một cửa các cấp", "… cấp huyện, cấp xã": the desks of all, and none of them.
_OF_SEVERAL_LEVELS = re.compile(r"\s(?:cac|hai|ba|2|3) cap\b|\scap [a-z]+(?:,| va) (?:cap )?[a-z]+\b")


# "Tiếp nhận 14.866 hồ sơ, trong đó trực tuyến 2.174 hồ sơ. Chi tiết:": the table is of the whole.
_PART = re.compile(r"(?i)(?:,?\s*\b(?:trong đó|gồm)\b|;)[^:]*\d[^:]*")


def _of_whole(caption: str) -> str:
    """The caption without what it tells of a part."""
    return _PART.sub(" ", caption)


def _caption_body(caption: str) -> str | None:
    # Only a sentence that leads into the table, or its title, says whose the table is.
    if not re.search(r":\s*$", caption) and not re.match(
        r"(?:bang|bieu|phu luc|so lieu|ket qua|tong hop)", fold(caption)
    ):
        return None
    folded = fold(caption)
    bodies = [o for o in find_organisations(caption) if not _OF_SEVERAL_LEVELS.match(folded, o.end)]
    desks = [o for o in bodies if o.organisation.is_desk]
    chosen = desks[-1:] or bodies[-1:]
    return chosen[0].name if chosen else None


def find_dates_only(cell: str) -> bool:
    """Whether a cell holds dates and no quantity."""
    return any(True for _ in find_dates(fold(cell)))


def _name_column(cells: list[str], columns: tuple[str, ...]) -> int | None:
    for index, column in enumerate(columns[: len(cells)]):
        if _NUMBERING.match(fold(column)):
            continue
        if _ROW_NAME.search(fold(column)) and next(find_numbers(fold(cells[index])), None) is None:
            return index
    return next((i for i, c in enumerate(cells) if c and not re.fullmatch(r"[\d.,%\s/-]*", c)), None)


def _row_period(cells: list[str], unit: Unit, name: str, setting: Setting) -> tuple[Period | None, Window | None, str]:
    """A row named by its period ("I" under "Quý", "Cả năm") has that one; the name then counts nothing."""
    reference = setting.reference or date(1, 1, 1)
    column = fold(unit.columns[0]) if unit.columns else ""
    folded = fold(name)
    if (named := _PERIODS.fullmatch(column)) and (alone := _ALONE[named["kind"]].match(folded)):
        # "Quý năm 2022": the year stands in the heading, and the days up to which the last one runs behind its number.
        folded = f"{named['kind']} {folded[: alone.end()]} {named['year'] or ''}{folded[alone.end() :]}"
    if folded == "ca nam" and setting.period:
        folded = f"nam {setting.period.last.year}"
    period = next((p for _, p in resolve_periods(folded, reference, setting.period)), None)
    window = next((w for cell in cells for _, _, w in find_windows(fold(cell))), None)
    own_window = window or (setting.window if period in (None, setting.period) else None)
    return period or setting.period, own_window, "" if period else name


_PERIODS = re.compile(r"(?P<kind>quy|thang|nam)(?:\s?/?\s?(?:trong |cua )?(?:nam )?(?P<year>20\d\d))?")
# Under "Quý": "I", "II/2018", "3 - 2018"; under "Tháng" and "Năm" a number as well.
_ALONE = {
    "quy": re.compile(r"(?:i{1,3}|iv|0?[1-4])(?:\s?[/-]\s?(?:nam )?20\d\d)?(?![\w.,])"),
    "thang": re.compile(r"(?:0?[1-9]|1[0-2])(?:\s?[/-]\s?(?:nam )?20\d\d)?(?![\w.,])"),
    "nam": re.compile(r"20\d\d(?![\w.,])"),
}


def _cell_measure(number: Number, heading: str) -> Measure:
    folded = fold(heading)
    if re.search(r"muc tieu|chi tieu|ke hoach giao|duoc giao", folded):
        return Measure.TARGET
    if re.match(r"(?:xep )?hang\b|thu hang", folded):
        return Measure.RANK
    if re.match(r"diem\b|tong diem", folded) or "(diem)" in folded:
        return Measure.SCORE
    if number.is_percent or "%" in heading or re.search(r"\bty le\b|\bti le\b", folded):
        return Measure.SHARE
    if number.whole is not None:
        return Measure.RATIO
    if "dong" in folded and re.search(r"trieu|ty|nghin", folded):
        return Measure.MONEY
    return Measure.CHANGE if re.match(r"tang|giam", folded) else Measure.COUNT


# Beside "Tiếp nhận" or "Trễ hạn" these count dossiers as well.
_OF_DOSSIERS = re.compile(r"(?:trong do,? )?(?:da |dang )?(?:giai quyet|truc tuyen|tra ket qua|nhan truc tiep)\b")
_FLOW = re.compile(r"(?:so )?tiep nhan\b|(?:tre|qua|dung|truoc) h[ae]n\b")


def _cell_unit(heading: str, caption: str, columns: Sequence[str]) -> str:
    if bracket := _bracketed(heading):
        return bracket
    folded = fold(heading)
    found = re.search(r"\bso (ho so|phong|don vi|van ban|thu tuc|phieu|nguoi|lop)\b", folded) or re.search(
        r"\b(bien che)\b", folded
    )
    if found and "ty le" not in folded:
        return {"ho so": "hồ sơ", "phong": "phòng", "don vi": "đơn vị", "van ban": "văn bản", "thu tuc": "thủ tục",
                "phieu": "phiếu", "nguoi": "người", "lop": "lớp", "bien che": "biên chế"}[found[1]]  # fmt: skip
    if "ty le" in folded:
        return "%"
    if re.match(r"(?:tong )?diem\b|chi so\b|(?:xep |thu )?hang\b", folded):
        return ""  # points and places count nothing
    if _OF_DOSSIERS.match(folded) and any(_FLOW.match(fold(other)) for other in columns):
        return "hồ sơ"
    if "ho so" in fold(caption):
        return "hồ sơ"
    if not re.search(r"tiep nhan|han\b|(?:tre|dung|qua) hen\b", folded):
        return ""
    counted = _COUNTED_THINGS.match(fold(caption))
    return _THINGS[counted["thing"]] if counted else "hồ sơ"


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
